/*
 * The fold that tells goals from results, with what its parts share: setting
 * goals (goal.c, noun.c, plan.c, duty.c, give.c), what ends them (report.c,
 * answer.c), what a figure is under them (bound.c, excess.c), sentences that are
 * goals as a whole (order.c, norm.c, ahead.c, instruct.c), items of lists
 * (list.c, told.c, notask.c), zeros (zero.c), and the fold itself (status.c, clause.c).
 */
#ifndef EXTRACT_TARGETS_SCOPE_H
#define EXTRACT_TARGETS_SCOPE_H

#include "meaning.h"
#include "phrases.h"

#define DEPTH 8 /* of brackets that are told apart */

/* What a figure at this place is, weakest first. */
enum mode {
	REPORT, /* a result */
	REFER,  /* a goal that is only compared with: to the clause's end */
	LISTED, /* in a list's item: a goal if it is a bound */
	WEAK, /* after "chỉ đạo", "không để": bounds and changes are goals */
	ASKED, /* after "yêu cầu": also rates and acts */
	SET, /* after "phấn đấu": all are goals until something is reported */
};

struct scope {
	enum mode mode;
	bool figure;   /* one stands in this clause */
	bool boundary; /* a clause ended since the goal was set */
	bool bracket;  /* nothing but the opening bracket stands before */
	bool compared; /* this clause compares with something */
	bool open;     /* a goal is named, and nothing yet set */
	bool against;  /* "so với" it */
	bool aside;    /* SET goes on behind what is only told to be there */
	bool missed;   /* the bracket holds what was reached against a goal */
};

struct fold {
	struct items *items;
	struct str folded;
	size_t year; /* of the reference date; 0: not known */
	struct scope now, outer[DEPTH];
	size_t depth;
	size_t clause; /* first item of this clause */
	size_t
	    last_figure; /* the last item that is one; 0: none, or the first */
	bool figures;    /* some figure is reported before */
	bool reported;
	bool named;     /* some goal or plan */
	bool headed;    /* a goal's name begins the sentence */
	bool money_too; /* what was asked for may be money */
	/* the sentence stands in a section that sets goals, or tells results */
	bool in_goals, in_results;
};

/* Items that are looked over from one, so that the time that a sentence takes
 * grows no faster than the sentence. */
#define NEAR 24

/* The first item of this clause, or the first that is near item i. */
static inline size_t
look_back(const struct fold *f, size_t i)
{
	return i > f->clause + NEAR ? i - NEAR : f->clause;
}

/* The item right behind item i, or NULL. */
const struct item *next_to(const struct fold *f, size_t i);

/* The item right in front of item i, or NULL; whether it is such a cue. */
const struct item *prior_to(const struct fold *f, size_t i);
bool follows_cue(const struct fold *f, size_t i, enum cue_kind kind);

/* "vận chuyển", "trả": what somebody does for others, and no task of the
 * police. */
bool is_errand(const struct item *next);

/* A change or "đạt". */
bool is_change(const struct item *item);
bool is_task_verb(const struct item *item);

/* "cao hơn", "thấp hơn". */
bool is_comparison(const struct item *item);

/* "vượt". */
bool exceeds(const struct item *item);

/* What "phải" makes a goal. */
bool sets(const struct item *item);

/* The figure that is the next thing behind item i, or stands there behind its
 * operator; NULL: there is none. */
const struct item *led_figure(const struct fold *f, size_t i);
bool leads_to_figure(const struct fold *f, size_t i);

/* "phải khởi tố 1-2 vụ", "sẽ bắt 50 đối tượng": the number of the act that is
 * the next thing behind item i; NULL: none is counted there. */
const struct item *number_of_acts(const struct fold *f, size_t i);

/* The figure that nothing but cues, and few of them, stand before behind item
 * i; NULL: there is none. */
const struct item *figure_behind_cues(const struct fold *f, size_t i);

/* "2 chuyên án", but no "2 người"; NULL: none. */
bool is_count_of_cases(const struct item *figure);

/* "quyết kéo tai nạn xuống dưới 10 vụ", "phải giữ số vụ cháy dưới 5 vụ":
 * whether that is said behind item i. */
bool holds_down(const struct fold *f, size_t i);

/* "giữ vững ít nhất 70% số xã": a task, where "được giữ vững" reports. */
bool is_kept(const struct fold *f, size_t i);

/* Sets a goal unless one is set; money_too: also of money. */
void set_goal(struct fold *f, enum mode mode, bool money_too);

/* Makes what follows a goal that is only referred to, of money as well. */
void set_mark(struct fold *f);

/* Sets a goal that ends with its clause if it holds no figure, or if what is
 * reported is held against it: "mới đạt 81% trong khi phải đạt 90%". */
void set_open(struct fold *f);

/* Takes the goal cue at item i; take_must() "phải", "cần": "phải đạt 90%";
 * take_duty() "phải được", of what stands in front: "100% tài xế phải được kiểm
 * tra"; take_give() "giao": "Công an tỉnh giao các đơn vị kéo giảm 5%";
 * take_assign() "được giao": "số được giao (80 người)"; take_noun() "chỉ
 * tiêu". */
void take_goal(struct fold *f, size_t i);
void take_must(struct fold *f, size_t i);
void take_duty(struct fold *f, size_t i);
void take_give(struct fold *f, size_t i);
void take_assign(struct fold *f, size_t i);
void take_noun(struct fold *f, size_t i);

/* "bắt cho được 8 đối tượng", "thu cho hết hung khí": whether item i tells that
 * the act in front of it must not fail. */
bool is_insisted(const struct fold *f, size_t i);

/* The clause ends with item i. */
void end_clause(struct fold *f, size_t i);

/* Takes a comma, semicolon or colon at item i: it may end what was set, or
 * begin it. */
void take_comma(struct fold *f, size_t i);
void take_semicolon(struct fold *f, size_t i);
void take_colon(struct fold *f, size_t i);

/* Takes an opening or a closing bracket at item i: what it holds is set or
 * reported by itself. */
void take_open(struct fold *f, size_t i);
void take_close(struct fold *f, size_t i);

/* Takes what tells of the past at item i: a goal ends with it, or goes on. */
void take_past(struct fold *f, size_t i);

/* Takes "đạt", "vượt" or another operator at item i: "so với chỉ tiêu đạt 150%"
 * reports. */
void take_reach(struct fold *f, size_t i);

/* "để xảy ra không quá 03 vụ": whether "xảy ra" at item i tells how often
 * something may happen at most. */
bool is_allowed(const struct fold *f, size_t i);

/* "sau 20 ngày", "Nhờ tuần tra, ...": whether a report follows such words. */
bool is_time_of_report(const struct fold *f, size_t i);

/* "Chỉ tiêu giao là 20 vụ, Công an huyện bắt 27 vụ": whether what was reached
 * of a goal stands behind the comma or semicolon i. */
bool is_outcome(const struct fold *f, size_t i);

/* "Mục tiêu giảm 5% nhưng toàn huyện tăng 2 vụ": the same behind "nhưng". */
bool is_contrary(const struct fold *f, size_t i);

/* "vượt chỉ tiêu giao và tăng 20%": whether "và" at item i goes on with what is
 * reported, behind a goal that is only referred to. */
bool ends_reference(const struct fold *f, size_t i);

/* "chưa đạt chỉ tiêu (55% so với 60%)": whether the bracket at item i begins
 * with what was reached. */
bool opens_shortfall(const struct fold *f, size_t i);

/* "Chỉ tiêu giảm 5% số vụ - đạt (giảm 9%)": whether the bracket at item i tells
 * what was reached of a goal. */
bool opens_outcome(const struct fold *f, size_t i);

/* "thu 1.350kg pháo (sàn 1.000kg)", "(4,2%, trần 3%)": whether behind the
 * bracket or comma i stands what was wanted, up to the bracket's end. */
bool opens_mark(const struct fold *f, size_t i);

/* "Ba chỉ tiêu chưa đạt là bắt 60% đối tượng": the goal itself follows item
 * i. */
bool is_missed_task(const struct fold *f, size_t i);

/* "không đạt vì số vụ tăng 12 vụ": the reason stands behind item i. */
bool tells_why(const struct fold *f, size_t i);

/* "Mục tiêu giảm 5% trong tầm tay khi 11 tháng giảm 6,7%": whether what was
 * reached stands behind item i, as no goal has a fraction. */
bool opens_cause(const struct fold *f, size_t i);

/* "đã vượt chỉ tiêu": whether the goal that item i names is met; "hoàn thành
 * chỉ tiêu khám phá 80% với 84%": whether "với" at item i tells by what. */
bool is_met(const struct fold *f, size_t i);
bool is_met_by(const struct fold *f, size_t i);

/* "Chỉ tiêu là 80%; đạt 84,5%". */
bool is_reached(const struct fold *f, size_t i);

/* "chưa đạt", "không hoàn thành"; "Chỉ tiêu duy nhất chưa đạt". */
bool misses(const struct item *item);
bool is_missed(const struct fold *f, size_t i);

/* "kế hoạch thu ngân sách năm 2020 là 1.150 tỷ đồng": whether plan i tells its
 * number behind what it is for. */
bool is_told_of_plan(const struct fold *f, size_t i);

/*
 * "Kế hoạch bắt 50 đối tượng", "- Kế hoạch cả năm thu hồi 300 khẩu súng", "kế
 * hoạch năm nay là đưa 250 người đi cai nghiện": whether the plan at item i heads
 * the sentence or is that of a time, and tells what is to be done.
 */
bool is_plan_of_acts(const struct fold *f, size_t i);

/* "xét xử 3 vụ trước ngày 15/9", "xóa 7 điểm trước 31/5": whether work that
 * figure i counts is due by a day. */
bool is_due(const struct fold *f, size_t i);

/* "xóa 7 bến trong khi đề ra chỉ 5 bến", "bắt 17 vụ, trong khi được giao 30
 * vụ": whether this clause is what the one before it is set against. */
bool is_set_against(const struct fold *f);

/* Whether a goal that is named here is only compared with. */
bool is_referred(const struct fold *f);

/* "- Đội Cảnh sát hình sự: ...": who is to do what follows. */
bool names_doer(const struct fold *f);

/* "- Hải quan: thu giữ trên 15.000 bao thuốc lá": what somebody is to do, told
 * by a bound. */
bool is_share_of_doer(const struct fold *f, size_t i);

/* "giao mỗi xã 02 vụ": whether item i is for each of them. */
bool is_portion(const struct fold *f, size_t i);

/* "- Hơn 80% số vụ được làm rõ nhờ camera", "- Trên 60% số vụ xảy ra vào ban
 * đêm": the rate of a list's item describes. */
bool is_described(const struct fold *f, const struct item *rate);

/* "bắt giữ thêm 10 đến 12 vụ", "giảm từ 5 đến 10%", "thu hồi trên 200 khẩu":
 * what stands in front of figure i, but for operators and words that only fill;
 * NULL: nothing does. */
const struct item *act_before(const struct fold *f, size_t i);

/* "ít nhất 3 người bị thương": no goal, whatever asks. */
bool is_toll(const struct fold *f, size_t i);

/*
 * Whether a weak cue makes a goal of figure i: a bound, a change or a rate
 * that is to be reached; what is asked for may also be a number of acts.
 */
bool is_bound(const struct fold *f, size_t i);

/* Whether "chỉ tiêu" or "kế hoạch" is the next thing behind item i. */
bool is_before_goal(const struct fold *f, size_t i);

/* "vượt chỉ tiêu 7 vụ", but "vượt chỉ tiêu 85%". */
bool is_excess(const struct fold *f, size_t i);

/* "hụt so với yêu cầu (55%) tới 12,1 điểm %": how far something is from a goal,
 * as nobody asks for it. */
bool is_gap(const struct fold *f, const struct item *figure);

/* "án giết người: 100%". */
bool follows_colon(const struct fold *f, size_t i);

/* "75%", "100%". */
bool is_round_rate(const struct fold *f, const struct item *item);

/* "100%". */
bool is_all(const struct fold *f, const struct item *item);

/* "mỗi đơn vị": not "mỗi ngày", "bình quân mỗi đội". */
bool is_each(const struct fold *f, const struct item *item);

/* A bound that nobody reports sets a norm by itself: "xử lý tối thiểu 150
 * trường hợp", "tỷ lệ khám phá không được thấp hơn 80%". */
bool is_norm(const struct fold *f, size_t i, bool measured);

/* Whether the sentence reports nothing and gives a norm or what else is only
 * told to somebody, or, as the item of a list, any bound: then all its figures
 * are goals. */
bool is_order(const struct fold *f, bool listed);

/* "3. Kiểm ngư tổ chức 12 đợt tuần tra; xử lý nghiêm vi phạm": whether an item
 * orders something and tells nothing of what was done. */
bool is_instruction(const struct fold *f);

/* "Giai đoạn 2 (15/12 - 14/1): tổ chức 3 đợt kiểm tra": a part of a plan, and
 * nothing that was done in it. */
bool is_phase_of_plan(const struct fold *f);

/* "Tập trung truy bắt ít nhất 20 đối tượng": whether the sentence begins with a
 * task that nobody is said to have done; "Nâng tỷ lệ khám phá án lên trên 85%":
 * whether figure i is a rate that is so to be reached. */
bool begins_with_task(const struct fold *f);
bool is_raised_rate(const struct fold *f, size_t i);

/* Whether those who act stand between two places: "Công an huyện". */
bool is_actor(struct str s, size_t start, size_t end);

/* The sentence behind the mark or number of a list. */
struct str item_text(const struct fold *f);

/* "tỷ lệ xử lý tin báo đạt từ 96%". */
bool is_level_from(const struct fold *f, size_t i);

/* "Về lừa đảo: kéo thiệt hại xuống dưới 50 tỷ đồng", "Giữ số người chết dưới 27
 * người": how low something is to be drawn or kept, as the sentence or what
 * stands behind its colon begins with. */
bool is_drawn_down(const struct fold *f, size_t i);

/* "30% số đối tượng truy nã hiện có": whether figure i is how many of those
 * wanted are to be caught. */
bool is_share_of_wanted(const struct fold *f, size_t i);

/* "tỷ lệ hài lòng đạt từ 92% trở lên", "số vụ giảm từ 15% trở lên": what is
 * told is known exactly. */
bool is_asked_level(const struct fold *f, size_t i);

/* "bằng 84% mức 1,5 tỷ đồng": what a share is told of. */
bool is_level_of_share(const struct fold *f, size_t i);

/* "Bắt từ 36 đối tượng trở lên": a floor of an act that a clause begins
 * with. */
bool is_floor_of_act(const struct fold *f, size_t i);

/* "Các xã miền núi vận động giao nộp ít nhất 90 khẩu súng": a floor for what
 * bodies of the police, or communes, that are named without a number do. */
bool is_floor_for_bodies(const struct fold *f, size_t i);

/* "b) Làm chết 02 người trở lên", "- Giảm 10% học phí": whether a list's item
 * gives the law or offers something. */
bool sets_no_task(const struct fold *f);

/* "- Xóa 18/20 điểm, đạt 90%, đúng bằng mục tiêu". */
bool is_compared_with_goal(const struct fold *f);

/* "- Giảm 12 vụ (-8,5%)", "- Giảm được 5% số vụ", "- Giải quyết 345/367 tin,
 * đạt 94%": whether a list's item tells what was done. */
bool is_told_as_done(const struct fold *f);

/* "- Vâng, 100% số vụ đã được làm rõ", "- Thượng tá Huy: Chúng tôi huy động
 * 100% quân số": the dash of somebody who speaks. */
bool is_spoken(const struct fold *f);

/* "- 18% do doanh nghiệp chi trả", "- 100% đối tượng khai nhận": whether a rate
 * is a share of what is paid, or told of those who confess. */
bool is_paid(const struct fold *f, const struct item *rate);

/* "doanh nghiệp 100% vốn nhà nước". */
bool is_ownership(const struct fold *f, const struct item *rate);

/* "- Tàng trữ heroin từ 100 gam trở lên": the amount of an offence. */
bool is_threshold(const struct fold *f, size_t i);

/* "không để" asks unless something is reported, "không phát sinh" reports
 * unless it is asked for: "yêu cầu các xã không phát sinh tụ điểm". */
enum status status_of_zero(const struct fold *f, const struct item *zero);

/* "không để phát sinh thêm 1 người nghiện": what figure i must not, or did not,
 * reach; NULL: nothing is told. */
const struct item *find_zero(const struct fold *f, size_t i);

/* "Trong tháng 5, huyện không để xảy ra án mạng; bắt 12 đối tượng": what did
 * not happen in a time that is told of, where no goal is set. */
void report_zeros(struct fold *f);

/* "Khởi tố tối thiểu 10 vụ: không đạt, thiếu 1 vụ": a goal, and behind the
 * colon what became of it. */
void judge_goals(struct fold *f);

/* "Truy nã 33 đối tượng (45 đối tượng)", where goals stand in brackets. */
void read_scores(struct fold *f);

/* What a rate can be asked to be of, "số vụ", "tỷ lệ khám phá": no prices. */
bool is_police_measure(const struct item *item);

/* "hiện có", "hiện còn": what is there to be worked on. */
bool is_at_hand(const struct item *item);

/* Whether item i reports something, if not "không để xảy ra", nor as the last
 * words: "bóc gỡ 5 nhóm đã lập hồ sơ". */
bool reports(const struct fold *f, size_t i);

/* "Năm 2026, giảm còn dưới 50 người", "đến năm 2030 đạt 80%": whether the
 * sentence tells of a year to come and reports nothing. */
bool is_ahead(const struct fold *f);

/* "Năm 2022, không để xảy ra cháy lớn": whether the sentence begins with a year
 * before the reference's. */
bool is_bygone(const struct fold *f);

/* What stands behind the number of months that are gone by: " tháng qua". */
extern const char *const months_gone[];

/* "cùng kỳ", "trong quý trước", "năm 2022": whether a time that is gone by is
 * told at a place. */
bool is_past_time(const struct fold *f, size_t at);

/* "2. Quý trước phát hiện 287 vụ": whether the sentence begins with one. */
bool opens_by_past_time(const struct fold *f);

/* "giảm còn 1,5% (hiện nay 2,8%)": whether figure i is not reached yet, as the
 * bracket behind it tells. */
bool is_beyond_now(const struct fold *f, size_t i);

/* "(năm 2022: 82%)", "(cùng kỳ 11 vụ)", "(hiện nay 2,8%)", "so với năm 2022
 * (82%)": whether the bracket at item i gives what something is against. */
bool opens_base(const struct fold *f, size_t i);

/* "giảm 5% so với 412 vụ của năm 2022": whether figure i is so held against. */
bool is_base_of(const struct fold *f, size_t i);

/* "kéo số vụ từ 1.240 vụ của năm 2015 xuống dưới 1.150 vụ": the level that a
 * change begins at. */
bool is_level_before(const struct fold *f, size_t i);

/* Whether item i, at its clause's end, tells that what stands before is given
 * as a goal: "được giao", "mà kế hoạch đặt ra". */
bool is_given(const struct fold *f, size_t i);

/* "tới mức 60% theo chỉ tiêu", "giảm 5% là mục tiêu", "mức 8% mà kế hoạch đặt
 * ra", but "đạt 60% theo chỉ tiêu" reports. */
bool is_named_behind(const struct fold *f, size_t i);

/* "Giảm 5% số vụ, bắt 30 đối tượng là chỉ tiêu được giao": where a sentence
 * that begins with acts and reports nothing calls them so; 0: nowhere. */
size_t find_calling(const struct fold *f);

/* Whether the clause behind comma i may go on with a goal just named. */
bool goes_on(const struct fold *f, size_t i);

/* "chỉ tiêu phát hiện, xử lý 25 vụ": the comma divides two acts. */
bool is_list(const struct fold *f, size_t i);

/*
 * A sentence that gives a norm sets goals, and one in a section of them.  So does
 * a list's item that names a task ("- Triệt xóa 4 tụ điểm"), and another one from
 * its first bound on.
 */
void begin_sentence(struct fold *f);

#endif
