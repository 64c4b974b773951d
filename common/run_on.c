#include "run_on.h"

#include "phrases.h"
#include "text.h"

/* What begins a sentence that tells more closely what the one before names, */
static const char *const details[] = {"Cụ thể", "Đó là", "Trong đó", NULL};

/* that adds to it, */
static const char *const additions[] = {"Trong đó", "Đồng thời", "Bên cạnh đó",
    "Ngoài ra", "Cùng với đó", "Song song đó", "Riêng ", "Tỷ lệ khám phá",
    "Tỷ lệ điều tra", "Tỉ lệ khám phá", "Tỉ lệ điều tra", NULL};

/* or is one more of those that do. */
static const char *const tasks[] = {"Tỷ lệ ", "Tỉ lệ ", "Số vụ ", "Bắt",
    "Kéo giảm", "Giảm ", "Triệt ", "Khám phá ", "Điều tra ", "Không để ",
    "100% ", "Mỗi ", "Phấn đấu ", "Vận động ", "Thu hồi ", "Xử lý ", "Tăng ",
    NULL};

/* What a goal is told by where its figures follow, */
static const char *const names[] = {"chỉ tiêu", "mục tiêu", NULL};

/* and where it has one itself. */
static const char *const setting[] = {"phấn đấu", "chỉ tiêu", "mục tiêu",
    "yêu cầu các ", "yêu cầu công an", "yêu cầu toàn ", "yêu cầu lực lượng",
    "phải kéo giảm", "phải giảm", "phải đạt", NULL};

/* Nothing is set where one of these is, in either sentence, */
static const char *const others[] = {"kết quả", "xảy ra", "theo báo cáo",
    "so với chỉ tiêu", "so với mục tiêu", "sơ kết", "tổng kết", "chưa đạt",
    "không đạt", "mới đạt", "đến nay", "hiện nay", "so với cùng kỳ",
    "so với năm", "bị hại", "bị cáo", "tuyển sinh", "xét tuyển", NULL};

/* where something was done, */
static const struct str done = STR_INIT(" đã ");
static const char *const asked[] = {" đã giao", " đã yêu cầu", " đã đặt ",
    " đã đề ra", " đã chỉ đạo", " đã xác định", " đã quán triệt", NULL};

/* where goals were reached, or others have them, */
static const char *const met[] = {"đạt được", "vượt", "hoàn thành", "đều ",
    "bảo vệ", "kinh tế", "tăng trưởng", NULL};

/* or where what is reached is no aim, in the first. */
static const char *const reached[] = {"đạt ", NULL};
static const char *const hoped[] = {
    "phải đạt ", "cần đạt ", "phấn đấu", "mục tiêu ", NULL};

void
run_on_start(struct run_on *r)
{
	r->before = (struct str){NULL, 0};
	r->goals = false;
}

void
run_on_free(struct run_on *r)
{
	buf_free(&r->folded);
}

static bool
has_digit(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (str_is_digit(s.data[i]))
			return true;
	return false;
}

static bool
reports(struct str folded)
{
	return holds_one_of(folded, others) ||
	       (str_find(folded, done, 0) < folded.len &&
		   !holds_one_of(folded, asked));
}

/* Whether the sentence before sets goals by one of words. */
static bool
sets_goals(struct run_on *r, const char *const *words)
{
	struct str s;

	text_fold(&r->folded, r->before);
	s = buf_str(&r->folded);
	return holds_one_of(s, words) && !reports(s) && !holds_one_of(s, met) &&
	       (!holds_one_of(s, reached) || holds_one_of(s, hoped));
}

bool
run_on_is_task(struct str sentence)
{
	return starts_with_one_of(sentence, tasks) &&
	       !str_starts(sentence, STR("Bắt đầu"));
}

static bool
goes_on(struct run_on *r, struct str sentence)
{
	if (r->goals && (run_on_is_task(sentence) ||
			    starts_with_one_of(sentence, additions)))
		return true;
	if (starts_with_one_of(sentence, details) && sets_goals(r, names))
		return true;
	return starts_with_one_of(sentence, additions) &&
	       has_digit(r->before) && sets_goals(r, setting);
}

bool
run_on_take(struct run_on *r, struct str sentence)
{
	r->goals = r->before.len > 0 && goes_on(r, sentence);
	if (r->goals) {
		text_fold(&r->folded, sentence);
		r->goals = !reports(buf_str(&r->folded));
	}
	r->before = sentence;
	return r->goals;
}
