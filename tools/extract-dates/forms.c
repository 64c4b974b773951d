#include "forms.h"

/* Bytes of letters, which openers.c takes for them too: small ones, and the
 * first bytes of all beyond ASCII but quotes and dashes. */
#define LETTERS "a-z\\xC3-\\xE1\\xE3-\\xF4"

/*
 * Token classes.  A named group says what it holds; reading.c names them all,
 * read.c reads them:
 *
 *   d m y    numbers of day, month, year; d2 m2 y2 of the end of a range
 *   dw mw hw  day, month, hour in words; yy a year of two digits
 *   q q2     quarters; edge: "first" or "last" of something
 *   canchi   a year by its stem and branch
 *   al       a mark of the lunar calendar; solar: of the other one
 *   full tet eve  the full moon; a day of Tet; one before it
 *   h mi s   clock time; less: minutes that are left to the hour; half: past it
 *   part wd season holiday  a word for them
 *   drel wrel mrel qrel yrel  how far a day, week, ... is from the reference
 *   now same  today; the unit that a range begins in
 *   coming gone  what is told to be next or just past
 *   n n2 n3 unit  numbers and unit of a duration; to: the number it may reach
 *   goods    "hàng", which is every or wares
 *   mod      start, mid or end of a unit
 */
const struct pattern_class token_classes[] = {
    {"end", "(?!\\d)"},
    {"letter", "[" LETTERS "]"},
    {"stop", "(?![\\d" LETTERS "])"},
    {"n2", "(?:[0-2]?\\d|3[01]){end}"},
    {"m2", "(?:0?[1-9]|1[0-2]){end}"},
    {"Year", "(?:1\\d|20|21)\\d\\d{end}"},
    /* U+2010 to U+2015, among them the hyphen that does not break, the figure
     * dash and the bar; minus */
    {"dash", "(?:-|\\xE2\\x80[\\x90-\\x95]|\\xE2\\x88\\x92)"},
    {"sep", "(?:[/.-]|\\xE2\\x80[\\x90-\\x93]|\\xE2\\x88\\x92)"},
    {"digitword", "một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín"},
    {"Words", "mười(?: {digitword})?|(?!mốt|tư|lăm|nhăm){digitword}"
	      "(?: mươi(?: {digitword})?)?"},
    {"digits", "\\d{1,4}+(?:[.,]\\d{1,3}+)?+(?: \\((?:{Words})\\))?+"},
    /* the look ahead spares most words the call */
    {"words", "(?=m(?:ộ|ư)|hai|b(?:a|ố|ả|ẩ)|năm(?! \\d)|sáu|tám|chín)"
	      "(?:{Words}){stop}"},
    {"Num", "{digits}|{words}"},
    {"Month", "giêng|mười một|mười hai|mười|hai|ba|tư|năm|sáu|"
	      "bảy|bẩy|tám|chín|chạp|một"},
    {"month", "(?:(?<m>{m2})|(?<mw>{Month}){stop})"},
    {"day", "(?<d>{n2})"},
    {"dayword", "(?:ngày|hôm)"},
    /* before a day in figures */
    {"daywords", "(?:{dayword} ?(?:m(?:ù|ồ)ng )?|m(?:ù|ồ)ng )"},
    {"Rel",
	"(?:này|nay|vừa qua|vừa rồi|qua|(?:trước|sau)(?! khi{stop}| lúc| ngày \\d|"
	" \\d\\d?(?: ?giờ|h))|ngoái|"
	"rồi|tới đây|sắp tới|tới(?! nay| hết| trước| ngày \\d| tháng \\d|"
	" \\d\\d?[/-]\\d| năm \\d| giữa| cuối| quý| tết| mùng| rằm)){stop}"
	"(?! đó{stop})"},
    {"stemword", "giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý|quí"},
    {"branchword", "tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|"
		   "hợi"},
    {"Canchi", "(?:{stemword}) (?:{branchword}){stop}"},
    {"canchi", "(?<canchi>{Canchi})"},
    {"weekday", "(?<wd>thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)"
		"{stop}"},
    {"setunit", "(?<unit>ngày|đêm|tuần|tháng|quý|năm){stop}"},
    /* the year that a month, quarter or the like is of */
    {"ofyearword",
	",?(?: của)? năm(?: ?(?<y>{Year})| (?<yrel>{Rel})|"
	" {canchi}(?: \\((?<y>{Year})\\)| (?<y>{Year})(?! (?:đồng|người|vụ|xe){stop}))?)"},
    {"ofyear",
	" ?(?:[/.-]|–) ?(?<y>{Year})|{ofyearword}| (?<y>{Year})(?! đồng)"},
    /* which Tet it is */
    {"oftet", "(?: nguyên đán)?(?: xuân)?(?: {canchi})?(?:{ofyear})?"},
    /* which one it is, is not said behind it */
    {"whole",
	"(?! (?:\\d|{Month}{stop}|i{1,3}{stop}|iv{stop}|{Canchi}|{Rel}))"},
    {"edge", "(?:(?:những|các|mấy|vài) (?:ngày|tháng|tuần) |nửa )?"
	     "(?<mod>(?<!bắt |lần |dẫn )đầu|giữa|cuối)(?: của)? "},
    {"which", "(?: (?:học|tài chính|ngân sách))"},
    {"Part",
	"rạng sáng|rạng(?= ngày| \\d)|sáng sớm|sáng|trưa|chiều tối|chiều muộn|chiều|"
	"tối muộn|tối|đêm khuya|đêm muộn|nửa đêm|đêm|khuya"},
    {"hh", "(?:[01]?\\d|2[0-4]){end}"},
    {"mm", "[0-5]\\d{end}"},
    /* "8h45'", with a quote or a prime, single or double */
    {"minutesign", "(?:'|\\xE2\\x80(?:\\x99|\\xB2|\\xB3))"},
    {"tohour", "(?: ?{dash} ?| (?:đến|tới) )"},
    /* in the afternoon or evening */
    {"late", "(?:1[3-9]|2[0-3]){end}"},
    /* what is told by the clock, and what takes hours */
    {"clockbehind",
	"(?<=lúc |vào |khung |khung giờ |khung giờ từ |cấm từ |xe từ |"
	"đường từ |cửa từ |cao điểm từ )"},
    {"nolength", "(?<!kéo dài từ |mất từ |trong từ |sau từ |bay từ |ngủ từ |"
		 "nghỉ từ |việc từ |chờ từ |ngâm từ |ủ từ |bệnh từ |"
		 "khoảng từ |phơi từ )"},
    {"lunarmark", "(?: (?<al>âm lịch|âl)| \\((?<al>âm lịch|âl)\\))"
		  "(?: năm (?<y>{Year}))?"},
    {"Unit", "ngày đêm|ngày|đêm|tuần lễ|tuần|tháng|quý|năm|giờ đồng hồ|"
	     "giờ|tiếng đồng hồ|tiếng|phút|giây|thập kỷ|thập niên|thế kỷ"},
    /* "Tổ 363 tuần tra", "Đội 2 ngày càng mạnh" */
    {"nounit",
	"(?! tra{stop}(?! cứu| tấn| hỏi| khảo)(?<=tuần tra)| lộc{stop}(?<=tuần lộc)|"
	" hoàn{stop}(?! th| tất| trả| toàn)(?<=tuần hoàn)|"
	" càng{stop}(?<=ngày càng))"},
    {"comma", ", ?| và | & "},
    /* behind a day without its month */
    {"Ofmonth", " tháng (?:\\d|giêng|chạp)"},
    /* behind "3 tháng 10": what is counted, or more of a length */
    {"counted",
	" (?:ngày|lần|vụ|đối tượng|người|bị can|bị cáo|bên|triệu|tỷ|tỉ|nghìn|"
	"trường hợp|chuyên án|ổ nhóm|tụ điểm|cán bộ|học sinh|lượt|cuộc|đợt|"
	"đơn vị|xã|huyện|tỉnh|xe|ca|tin)"},
    /* "tháng 9, 10 " */
    {"months",
	"(?<=\\d, |\\d và )(?<=tháng \\d, |tháng \\d\\d, |tháng \\d, \\d, |"
	"tháng \\d, \\d\\d, |tháng \\d\\d, \\d\\d, |"
	"tháng \\d và |tháng \\d\\d và |tháng \\d, \\d và |"
	"tháng \\d, \\d\\d và |tháng \\d\\d, \\d\\d và )"},
    {"nextmonth", "(?:, ?|,? và )(?:tháng )?{m2}"},
    {"tomonth", " ?{dash} ?(?:tháng )?{m2}"},
    {"listsep", ", ?| và | & | đến (?:hết )?| ?(?:-|–) ?|,? (?=rạng )"},
    {"listday",
	"(?:(?:{dayword}|mùng|mồng|sáng|chiều|tối|đêm|rạng(?: sáng)?) )*"
	"{n2}"},
    {NULL, NULL},
};

_Static_assert(sizeof(token_classes) / sizeof(token_classes[0]) <= CLASSES_MOST,
    "grammar.c has room for them");

#define OPENINGS "/-.,:huvaydDelsnwrYpto"

const char openings[] = OPENINGS;

_Static_assert(sizeof(OPENINGS) == OPENING_COUNT + 1, "all are listed");

const struct first_number first_numbers[] = {
    {"huvay/-:,", "\\d{1,4}+"},
    {".", "{digits}"},
    {"nw", "{words}"},
    {"", "{digits}|{words}"},
};

/*
 * The forms.  The first that matches wins, so the longer stands before the
 * shorter.
 */
const struct form forms[] = {
    /* the number of "trong 2 tháng 9 và 10/2024", "trong 3 tháng 7, 8, 9",
     * "trong 2 tháng 3-4/2025" */
    {"un", PIECE_NONE, UNIT_NONE, 0,
	"(?:^(?=[^ ]++ tháng {m2}(?:{nextmonth}{1,2}|{tomonth})"
	"(?: ?[/.-] ?{Year}| năm ))|(?<=trong |của |suốt |qua |cả ))(?:(?:0?2|hai)(?= tháng {m2}"
	"(?:{nextmonth}|{tomonth})(?: ?[/.-] ?{Year}| năm |[,.;:)]|$))|"
	"(?:0?3|ba)(?= tháng {m2}(?:{nextmonth}{nextmonth}|{tomonth})"
	"(?: ?[/.-] ?{Year}| năm |[,.;:)]|$)))"},
    /* the number of "trong hai quý II và III" */
    {"un", PIECE_NONE, UNIT_NONE, 0,
	"(?:0?[23]|hai|ba)(?= quý (?:i{1,3}|iv|[1-4])(?:,| và) )"},
    /* 10 tháng năm 2022: ten months, not May */
    {".un", PIECE_RANGE, UNIT_MONTH, 0,
	"(?<n>{num}) (?<unit>tháng|quý)(?:/(?<y>{Year})|(?: của)? năm "
	"(?:(?<y>{Year})|(?<yrel>{Rel})))"},
    /* days in figures: ngày 15/12/2023, 15.12.2023, 30-9-2022, 2023-12-15,
     * but not 15/12/2023/HĐ */
    {"/-.dD", PIECE_MOMENT, UNIT_DAY, 0,
	"{daywords}?{day} ?{sep} ?(?<m>{n2}) ?{sep} ?(?<y>{Year})"
	"(?!/(?:[a-z]|đ)){lunarmark}?"},
    {"-", PIECE_MOMENT, UNIT_DAY, 0,
	"(?<y>{Year})-(?<m>[01]\\d)-(?<d>[0-3]\\d){end}"},
    /* ngày 15/12/23, but not ngày 5-7/12 */
    {"dD", PIECE_MOMENT, UNIT_DAY, 0,
	"{daywords}{day}(?:/(?<m>{n2})/|-(?<m>{n2})-|[.](?<m>{n2})[.])"
	"(?<yy>\\d{2}){end}"},
    /* ngày 15-20/11/2017, 15-20/11, 21 - 24/2 âm lịch */
    {"-d", PIECE_RANGE, UNIT_DAY, 0,
	"{daywords}?{day} ?{dash} ?(?<d2>{n2}) ?[/.] ?(?<m>{n2})"
	"(?:{ofyear})?(?![/.]\\d){lunarmark}?"},
    /* ngày 15 tháng 12 năm 2023, mùng 5 tháng 3, 23 tháng Chạp */
    {".,ud", PIECE_MOMENT, UNIT_DAY, 0,
	"(?!(?<!sáng |trưa |chiều |tối |đêm )\\d\\d? tháng (?:\\d\\d?|{Month})"
	"{counted}{stop})"
	"(?!(?=\\d tháng)(?<=giai đoạn |bước |chặng ))"
	"(?:{dayword} )?(?:(?:mùng|mồng) (?<dw>{Words})|(?:(?:mùng|mồng) )?"
	"(?<!kỳ |kì |đợt |lần |thứ |số |khóa |trung ương | thôn | ấp | tập |lớp |"
	"quận |"
	"phường |(?<!đầu |cuối )tuần (?=[1-5] )){day}),? ?tháng(?: |(?=\\d)){month}(?:{ofyear})?{lunarmark}?"},
    /* ngày 15 tháng này, tối 15 tháng này, but not "tối 3 tháng trước" */
    {"ud", PIECE_MOMENT, UNIT_DAY, 0,
	"(?:{dayword} (?:(?:mùng|mồng) )?|(?<=sáng |trưa |chiều |tối |đêm )"
	"(?=\\d\\d? tháng (?:này|vừa|rồi))){day} tháng (?<mrel>{Rel})"},
    /* ngày mười lăm tháng tám */
    {"d", PIECE_MOMENT, UNIT_DAY, 0,
	"{dayword} (?<dw>{Words}) tháng {month}(?:{ofyear})?{lunarmark}?"},
    {"d", PIECE_MOMENT, UNIT_DAY, 0,
	"(?:{dayword} )?(?<full>rằm) tháng {month}(?:{ofyear})?{lunarmark}?"},
    /* the first of "các ngày 5-7 và 10/12" */
    {"d", PIECE_RANGE, UNIT_DAY, 0,
	"(?<=các |những ){dayword} {day} ?{dash} ?(?<d2>{n2})"
	"(?=(?:{comma}){n2}(?: ?{dash} ?{n2})?/(?<m>{m2})(?:/(?<y>{Year}))?)"},
    /* từ ngày 18 đến 21, từ ngày 18-21, of a month that is not told */
    {"d", PIECE_RANGE, UNIT_DAY, 0,
	"(?<=từ )ngày {day}(?: đến | ?{dash} ?(?=1[3-9]|[23]\\d))(?<d2>{n2})"
	"(?=[,;)]|[.](?!\\d)|$)"},
    /* mùng 1-3 Tết */
    {"d", PIECE_RANGE, UNIT_DAY, 0,
	"(?:{dayword} )?(?:mùng|mồng) (?<d>\\d) ?{dash} ?(?<d2>\\d|10) (?<tet>tết)"
	"{stop}{oftet}"},
    /* ngày 15/12, ngày 6-7 */
    {"dD", PIECE_MOMENT, UNIT_DAY, 0,
	"{daywords}{day} ?{sep} ?(?<m>{n2})(?![/.]?\\d|{Ofmonth})"
	"(?:{ofyearword})?{lunarmark}?"},
    /* chiều 30- 6 */
    {"-", PIECE_MOMENT, UNIT_DAY, 0,
	"(?<=sáng |trưa |chiều |tối |đêm )(?<d>1[3-9]|2\\d|3[01])- (?<m>{m2})"
	"(?![/.,-]?\\d)"},
    /* 5-3 năm 2023, 15-2 năm sau, but not 3-5 năm sau */
    {"-", PIECE_MOMENT, UNIT_DAY, 0,
	"(?:{day}-(?<m>{m2})(?=,? năm (?:{Year}|nay|ngoái))|"
	"(?<d>1[3-9]|2\\d|3[01])-(?<m>{m2})){ofyearword}"},
    /* từ 22 giờ đêm 14 đến 2 giờ sáng 15/12 */
    {"a", PIECE_MOMENT, UNIT_DAY, FORM_LIST | FORM_BARE,
	"(?<=sáng |trưa |chiều |tối |đêm |khuya ){day}(?= (?:đến|tới) (?:{hh} ?giờ|"
	"{hh}?h)(?: ?{mm})?(?: phút)? (?:{Part} )?(?:{dayword} )?{n2}"
	"(?:{sep}{m2}|{Ofmonth}))"},
    /* đêm 16 ngày 17/10, tối 14 sáng 15/10 */
    {"av", PIECE_MOMENT, UNIT_DAY, FORM_LIST | FORM_BARE,
	"(?=\\d\\d? (?:ngày|rạng|sáng) )(?<=chiều |tối |đêm ){day}"
	"(?= (?:ngày|rạng sáng|sáng) {n2}"
	"(?:{sep}{m2}|{Ofmonth}))"},
    /* từ 26 đến mùng 5 Tết: days before it */
    {"-ad", PIECE_MOMENT, UNIT_DAY, FORM_BARE,
	"(?:{dayword} )?(?<d>2\\d|30)(?=(?: (?:đến|tới)(?: hết)? | ?{dash} ?)"
	"(?:(?:mùng|mồng) {n2}|2\\d|30) (?<eve>tết){stop})"},
    /* 9-10 giờ sáng, từ 6 đến 9 giờ sáng: the hour before the dash */
    {"-a", PIECE_MOMENT, UNIT_NONE, FORM_CLOCK | FORM_BARE,
	"(?<h>{hh})(?=(?: ?{dash} ?|(?<=từ \\d|từ \\d\\d) (?:đến|tới) )"
	"{hh}(?: ?giờ|h)(?: ?{mm})?,? (?:rạng |sáng|trưa|chiều|tối|đêm|"
	"ngày \\d|hôm|cùng ngày|hằng ngày|hàng ngày))"},
    /* cấm xe từ 6-9 giờ, lúc 13-14 giờ; từ 16-18h, but not "kéo dài từ 14-16
     * giờ" */
    {"-a", PIECE_MOMENT, UNIT_NONE, FORM_CLOCK | FORM_BARE,
	"(?=\\d\\d?\\D{1,9}\\d\\d?(?: ?giờ|h))"
	"(?:{clockbehind}|(?<=từ |giờ và |h và ){nolength}"
	"(?={late}|\\d\\d?\\D{1,9}(?:{late}|\\d\\d?(?: ?giờ|h)(?:,| và)"
	"(?: từ)? \\d\\d?{tohour}{late}(?: ?giờ|h))))"
	"(?<h>{hh})(?={tohour}(?!24){hh}(?: ?giờ|h)(?:{stop}| ?{mm})"
	"(?! (?:đồng hồ|nữa|sau|liền|liên tục|mỗi|một)|/))"},
    /* 2-3 tháng, từ 3 đến 7 năm tù */
    {".-an", PIECE_DURATION, UNIT_NONE, 0,
	"(?!\\d\\d?[.]\\d\\d? ?{dash} ?\\d\\d?[.]\\d)"
	"(?<n>{num}) ?(?:{dash} ?|(?:đến|tới)(?: |(?=\\d)))(?<to>{Num}) ?(?<unit>{Unit})"
	"{stop}(?! tuổi| ngoái)(?<! tháng(?= \\d\\d?(?!\\d| ngày| lần))| tháng(?= giêng| chạp| âm)|"
	" giờ(?= (?:rạng |sáng|trưa|chiều|tối|đêm|ngày \\d)))"},
    /* the days of "ngày 15, 16 và 17/12", "từ 15 đến 20/11" but the last */
    {"d", PIECE_MOMENT, UNIT_DAY, FORM_LIST,
	"(?:{dayword} |mùng |mồng ){day}(?={listsep}(?:{listday}{comma}){0,8}+"
	"{listday}(?:{sep}{m2}|{Ofmonth}| tết{stop}))"},
    {"-.,a", PIECE_MOMENT, UNIT_DAY, FORM_LIST | FORM_BARE,
	"(?!(?:[12]\\d|3[01])-0\\d )"
	"{day}(?={listsep}(?:{listday}{comma}){0,8}+{listday}(?:/{m2}|"
	"[.-]{m2}[.-]{Year}|{Ofmonth})|(?:, ?| và | đến (?:hết )?){listday}"
	"(?:[.-]{m2}(?= )|-{m2}(?=[,;)]|[.](?!\\d)|$)|[.]{m2}(?=\\)))|"
	"(?<=ngày, \\d|ngày, \\d\\d) và {n2}[.]{m2}(?=,|[.](?!\\d)|$)|"
	"(?:{comma})(?:{listday}{comma}){1,8}+{listday}[.-]{m2}\\)|"
	",? rạng(?: sáng)? (?:{dayword} )?{n2}[.-]{m2}|"
	"(?:{comma}|,? (?=rạng )){listday} tết{stop})"},
    {"/-.", PIECE_MOMENT, UNIT_DAY, FORM_FRACTION,
	"{day}{sep}(?<m>{n2})(?![/.,]?\\d|{Ofmonth})(?!-\\d{1,2}(?![0-9/.]))"
	"(?:{ofyearword})?{lunarmark}?"},
    {"/", PIECE_MOMENT, UNIT_DAY, FORM_FRACTION,
	"{day} ?/ ?(?<m>{n2})(?![/.,]?\\d)(?:{ofyearword})?{lunarmark}?"},
    /* the others of "mùng 1, 2 và 3 Tết" */
    {",a", PIECE_MOMENT, UNIT_DAY, FORM_LIST | FORM_BARE,
	"(?<=mùng \\d, |mồng \\d, ){day}(?=(?:{comma}){n2} tết{stop})"},
    /* lunar days: mùng 7 Tết, 30 Tết, giao thừa */
    {"d", PIECE_MOMENT, UNIT_DAY, 0,
	"(?:{dayword} )?(?:mùng|mồng) (?:(?<d>{n2})|(?<dw>{Words})) (?<tet>tết)"
	"{stop}{oftet}"},
    /* the last of "mùng 2 đến 5 Tết" */
    {"a", PIECE_MOMENT, UNIT_DAY, 0,
	"(?<=mùng \\d đến |mùng \\d tới |mùng \\d và |mùng \\d, |mồng \\d đến |"
	"mồng \\d tới |mồng \\d và |mồng \\d, |mùng \\d, \\d, |mùng \\d, \\d và |"
	"mồng \\d, \\d, |mồng \\d, \\d và ){day} (?<tet>tết){stop}{oftet}"},
    {"d", PIECE_MOMENT, UNIT_DAY, FORM_NOW,
	"(?:mùng|mồng) (?:(?<d>{n2})|(?<dw>{Words}){stop})(?! ?[/.-]\\d)"},
    {"adn", PIECE_MOMENT, UNIT_DAY, 0,
	"(?:{dayword} )?(?:(?<d>2\\d|30)|(?<dw>hai mươi {digitword}|"
	"ba mươi)) (?<eve>tết){stop}{oftet}"},
    {"dp", PIECE_MOMENT, UNIT_DAY, 0,
	"(?:đêm )?(?<!bàn )(?<eve>giao thừa){stop}(?:(?: tết)? (?<solar>dương lịch|(?<=tết )dương{stop})"
	"(?:{ofyear})?|(?: tết)?{oftet})"},
    {"t", PIECE_MOMENT, UNIT_DAY, 0,
	"(?<holiday>{holidays}){stop}(?:(?: -| –|,)?(?: mừng)?(?: xuân)?"
	"(?: năm)? ?{canchi})?(?:(?: -| –|,)?(?: năm| xuân)? ?\\(?"
	"(?<y>{Year})\\)?(?! ?{dash} ?{Year})| năm (?<yrel>{Rel})| (?:(?<yrel>năm ngoái)|"
	"(?<coming>này)){stop})?"},
    /* hôm nay, chiều qua, sáng mai */
    {"dpe", PIECE_MOMENT, UNIT_DAY, 0,
	"(?:(?<part>{Part}) )?(?:ngày )?(?<drel>(?<!mấy |vài |nhiều )hôm nay|hôm qua|hôm kia|"
	"ngày mai|(?<!một )ngày kia|ngày mốt){stop}"},
    {"pe", PIECE_MOMENT, UNIT_DAY, 0,
	"(?<!mấy |vài |nhiều )(?<part>{Part}) (?<drel>nay|qua|mai){stop}(?! đời)"},
    /* Sáng7/12 */
    {"p", PIECE_MOMENT, UNIT_DAY, 0,
	"(?<part>{Part}){day}[/-](?<m>{m2})(?![/.]?\\d)(?:{ofyear})?"},
    /* thứ hai, Chủ nhật, thứ ba tuần trước */
    {"o", PIECE_MOMENT, UNIT_DAY, 0, "{weekday} tuần (?<wrel>{Rel})"},
    {"o", PIECE_MOMENT, UNIT_DAY, FORM_WEAK,
	"{weekday} (?:(?<coming>này|tới|sắp tới)|(?<gone>vừa qua|vừa rồi)){stop}"},
    /* but not "kỳ họp thứ 6, ngày 15/6", "tháng thứ hai (15/1 - 15/2)" */
    {"o", PIECE_MOMENT, UNIT_DAY, FORM_WEAK,
	"(?<!kỳ họp |kì họp |phiên họp |khóa họp |khoá họp |lần )"
	"(?!(?=thứ )(?<=tháng |đợt |giai đoạn |bước |chặng |quý |năm |vụ |"
	"đối tượng |người |nhóm |tổ |mũi |đường dây |chuyên án |kế hoạch |chiến dịch |cao điểm |bị cáo |kẻ |"
	"địa điểm |trận |vòng |lượt )){weekday}"},
    /* 3 ngày đầu tháng 7 */
    {".vnw", PIECE_RANGE, UNIT_DAY, 0,
	"(?<n>{num}) (?<unit>ngày) (?<edge>đầu)(?: tiên)?(?: của)? "
	"tháng(?: (?<mrel>{Rel})|(?: |(?=\\d)){month}(?:{ofyear})?)"},
    /* 6 tháng đầu năm 2022, nửa cuối năm, 9 tháng đầu năm, 3 quý đầu năm */
    {".une", PIECE_RANGE, UNIT_MONTH, 0,
	"(?<n>{num}|nửa(?! tháng| quý)) ?(?<unit>tháng|quý)?(?<=nửa|tháng|quý) "
	"(?<edge>đầu|cuối)(?: tiên)?(?:(?: năm)?{ofyear}|(?: của)? (?<yrel>năm)"
	"(?! (?:mới|học)){stop})"},
    /* quý I-III/2024 */
    {"l", PIECE_RANGE, UNIT_QUARTER, 0,
	"qu(?:ý|í) (?<q>[1-3]|i{1,3}) ?{dash} ?(?<q2>[2-4]{end}|iv|i{2,3}){stop}"
	"(?:{ofyear})?"},
    /* quý cuối năm, quý đầu năm 2024 */
    {"l", PIECE_MOMENT, UNIT_QUARTER, 0,
	"qu(?:ý|í) (?<q>đầu|cuối)(?: tiên| cùng)?"
	"(?:(?: năm)?{ofyear}|(?: của)? (?<yrel>năm)(?! (?:mới|học)){stop})"},
    /* quý IV/2022, quý này */
    {"el", PIECE_MOMENT, UNIT_QUARTER, 0,
	"(?:{edge})?qu(?:ý|í)(?: |(?=\\d))(?<q>[1-4]{end}|iv|i{1,3}|một|hai|ba|tư){stop}"
	"(?:{ofyear})?"},
    {"l", PIECE_MOMENT, UNIT_QUARTER, 0, "q(?<q>[1-4]) ?[/.-] ?(?<y>{Year})"},
    {"l", PIECE_MOMENT, UNIT_QUARTER, 0,
	"(?<=qu(?:ý|í) i và |qu(?:ý|í) i, |qu(?:ý|í) ii và |qu(?:ý|í) ii, |qu(?:ý|í) iii và |qu(?:ý|í) iii, )"
	"(?<q>ii|iii|iv){stop}(?:{ofyear})?"},
    {"el", PIECE_MOMENT, UNIT_QUARTER, FORM_ONE,
	"(?:{edge})?qu(?:ý|í) (?<qrel>{Rel})"},
    /* tháng 7-8/2016, tháng 12/2022, tháng Chạp, tháng trước */
    {"l", PIECE_RANGE, UNIT_MONTH, 0,
	"tháng ?(?<m>{m2}) ?{dash} ?(?<m2>{m2})(?:{ofyear})?"},
    {"el", PIECE_MOMENT, UNIT_MONTH, 0,
	"(?:{edge})?tháng(?: |(?=\\d)){month}(?! lần| ngày tuổi)(?:{ofyear})?{lunarmark}?"},
    {"el", PIECE_MOMENT, UNIT_MONTH, FORM_ONE,
	"(?:{edge})?tháng (?<mrel>{Rel})"},
    /* từ đầu tuần đến nay */
    {"e", PIECE_MOMENT, UNIT_WEEK, FORM_NOW,
	"(?<=từ )(?<mod>đầu) (?<wrel>tuần){stop}(?! {Rel})"},
    {"e", PIECE_MOMENT, UNIT_MONTH, 0,
	"{edge}(?<mrel>tháng){stop}(?! (?:đó|ấy|kia|hành động|cao điểm|thanh niên|an toàn){stop})"},
    {"/-.", PIECE_MOMENT, UNIT_MONTH, FORM_FRACTION,
	"(?<m>{m2}) ?[/.-] ?(?<y>{Year})"},
    /* the others of "tháng 9, 10, 11/2023", "tháng 6, 7 năm 2020" */
    {",a", PIECE_MOMENT, UNIT_MONTH, FORM_MEMBER,
	"{months}(?<m>{m2})(?=(?:, \\d\\d?)*(?:,| và) \\d\\d?"
	"(?:[/.-]{Year}| năm | âm lịch))"},
    {"v", PIECE_MOMENT, UNIT_MONTH, FORM_MEMBER,
	"{months}(?<m>{m2})(?: năm (?:(?<y>{Year})|(?<yrel>{Rel}))|{lunarmark})"},
    /* tuần trước, tuần này */
    {"el", PIECE_MOMENT, UNIT_WEEK, FORM_ONE, "(?:{edge})?tuần (?<wrel>{Rel})"},
    /* Xuân 2023, mùa hè năm nay */
    {"s", PIECE_MOMENT, UNIT_SEASON, 0,
	"(?:mùa (?<season>xuân|hè|hạ|thu|đông)|(?<!đông |đông-|đông - )"
	"(?<season>xuân|hè))"
	"(?:{ofyear}| {canchi}(?:{ofyear})?| (?<yrel>này|năm nay){stop})"},
    /* 2016-2017, năm 2016, năm ngoái, năm Quý Mão, cuối năm */
    {"e", PIECE_MOMENT, UNIT_YEAR, FORM_DECADE,
	"(?:(?<mod>đầu|giữa|cuối)(?: của)? )?(?:những năm|thập niên|thập kỷ) "
	"(?<y>(?:1\\d|20)?\\d0)(?!\\d|%|/| (?:người|vụ|xe|đồng|ha))"},
    {"Ye", PIECE_RANGE, UNIT_YEAR, 0,
	"(?:{edge})?năm{which}? ?(?<y>{Year})(?: ?{dash} ?|(?<=học \\d{4})/)"
	"(?<y2>{Year})"},
    /* mùa giải 2021/22, niên vụ 2024/2025 */
    {"/-", PIECE_RANGE, UNIT_YEAR, 0,
	"(?=\\d{4})(?<=mùa |mùa giải |mùa bóng |niên vụ |niên khóa |niên khoá |năm học )"
	"(?<y>{Year})(?:/| ?{dash} ?)(?<y2>{Year}|\\d\\d{end})"},
    {"Yrne", PIECE_MOMENT, UNIT_YEAR, 0,
	"(?:{edge})?(?:năm{which}?(?: ?(?<y>{Year})|(?: mới)? {canchi}(?: ?(?:[-,]|–)? ?\\(?"
	"(?<y>{Year})\\)?)?))"},
    /* sinh năm: 1990, Năm sinh: 1990 */
    {"Y", PIECE_MOMENT, UNIT_YEAR, 0, "năm(?: sinh)? ?: ?(?<y>{Year})"},
    {"rne", PIECE_MOMENT, UNIT_YEAR, FORM_ONE, "(?:{edge})?năm (?<yrel>{Rel})"},
    /* but not "ngày đầu năm 1/1", which is one day */
    {"e", PIECE_MOMENT, UNIT_YEAR, 0,
	"{edge}(?<yrel>năm){stop}(?! (?:mới|học|lớp|đó|ấy|kia|đầu|thứ){stop})"
	"(?! \\(?(?:0?1[/-]0?1|31[/-]12){end})"},
    {"e", PIECE_MOMENT, UNIT_YEAR, 0, "{edge}(?<y>{Year})"},
    /* từ 1/6 đến hết năm: of the range's start */
    {"o", PIECE_MOMENT, UNIT_YEAR, FORM_NOW, "hết (?<same>năm){stop}{whole}"},
    {"o", PIECE_MOMENT, UNIT_QUARTER, FORM_NOW,
	"hết (?<same>quý){stop}{whole}"},
    {"o", PIECE_MOMENT, UNIT_MONTH, FORM_NOW,
	"hết (?<same>tháng){stop}{whole}"},
    {"-", PIECE_RANGE, UNIT_YEAR, FORM_YEAR,
	"(?<y>{Year}) ?{dash} ?(?<y2>{Year})"},
    {"s", PIECE_MOMENT, UNIT_YEAR, 0, "(?:sn[:.]?|s[.]n[.:]?) ?(?<y>{Year})"},
    /* clock times: 16 giờ 30 phút, 19h30, 19:44:00 */
    {":", PIECE_MOMENT, UNIT_NONE, FORM_STAMP,
	"(?<h>{hh}):(?<mi>{mm})(?::(?<s>{mm}))?(?![/:])"},
    /* 19 giờ 44 phút 30 giây ngày 15/12 */
    {"h", PIECE_MOMENT, UNIT_NONE, FORM_CLOCK,
	"(?:(?<=lúc |hồi )|(?=\\d\\d? ?giờ \\d\\d? ?phút \\d\\d? ?giây,? "
	"(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|cùng ngày){stop}))"
	"(?<h>{hh}) ?giờ (?<mi>{mm}|\\d{end}) ?phút (?<s>{mm}|\\d{end}) ?giây"},
    {"hvn.", PIECE_DURATION, UNIT_NONE, 0,
	"(?<n>{num}) (?:(?<unit>tiếng)(?: đồng hồ)?|(?<unit>giờ)(?= \\d+ "
	"phút \\d+ giây)) (?<n2>{Num}) phút(?: (?<n3>{Num}) giây)?{stop}"},
    /* 8 giờ rưỡi sáng, 9 giờ kém 10 phút */
    {"h", PIECE_MOMENT, UNIT_NONE, FORM_CLOCK,
	"(?<h>{hh})(?: ?giờ|h) (?:(?<half>rưỡi)(?= (?:rạng |sáng|trưa|chiều|"
	"tối|đêm|ngày|hôm|cùng))|kém (?<less>[1-5]?\\d{end})(?: ?phút{stop})?)"},
    {"h", PIECE_MOMENT, UNIT_NONE, FORM_CLOCK,
	"(?<h>{hh})(?: giờ|giờ|h|g| h(?= \\d)) ?(?<mi>{mm}(?!/\\d)|\\d{end}(?= ?phút|{minutesign}))"
	"(?: ?phút|{minutesign}|p{stop})?"},
    {"h", PIECE_MOMENT, UNIT_NONE, FORM_CLOCK,
	"(?<h>{hh})(?:h{stop}(?! đồng hồ)|g(?= (?:ngày|sáng|trưa|chiều|tối|đêm|hôm|"
	"cùng)))(?![-/.][a-z]|-\\d{3}| \\d{3}[.]\\d\\d{end})"},
    {"h", PIECE_MOMENT, UNIT_NONE, FORM_HOURS,
	"(?<h>{hh}) ?giờ{stop}(?! đồng hồ)(?<half> rưỡi)?"},
    {"n", PIECE_MOMENT, UNIT_NONE, 0,
	"(?<hw>{Words}) giờ(?= (?:rạng |kém )?(?:sáng|trưa|chiều|tối|đêm))"},
    /* ngay đêm 15, of a month that is not told */
    {"p", PIECE_MOMENT, UNIT_DAY, FORM_DAY_ONLY,
	"(?<=ngay )(?<part>{Part}) {day}(?=,(?! (?:ngày|rạng|sáng|trưa|chiều|tối|đêm|\\d))|"
	"[;)]|[.](?!\\d)|$)"},
    {"pe", PIECE_MOMENT, UNIT_NONE, FORM_WEAK,
	"(?<!bữa )(?:buổi )?(?<part>{Part}){stop}"},
    /* sets and durations: hằng năm, mỗi tuần, 45 ngày đêm, 2 năm 6 tháng */
    {"o", PIECE_SET, UNIT_NONE, 0,
	"mỗi (?:(?:buổi )?(?<part>sáng|trưa|chiều|tối|đêm) )?{weekday}"
	"(?! (?:ngày )?\\d\\d?[/.-])(?: (?:hằng|hàng) tuần{stop})?"},
    {"o", PIECE_SET, UNIT_NONE, 0,
	"(?:(?:hằng {setunit}|(?<goods>hàng) {setunit}(?! \\d))|hàng {setunit}"
	"(?= \\d\\d?(?: ?{dash} ?\\d\\d?)? (?:lần|lượt|buổi|cuộc|ca|vụ){stop})|"
	"mỗi {setunit}"
	"(?! \\d[\\d.,]*+(?: ?{dash} ?\\d[\\d.,]*+)?+(?! ?(?:{letter}|%))|"
	" \\d++ (?:tháng|năm)))(?! trời)"},
    {".uvnw", PIECE_DURATION, UNIT_NONE, 0,
	"(?<n>{num}) (?:(?<unit>năm)(?: và|,(?= {Num} tháng tù))? (?<n2>{Num}) tháng"
	"(?:(?: và)? (?<n3>{Num}) ngày(?! \\d))?{stop}(?! tuổi)|"
	"(?<unit>tháng)(?: và)? (?<n2>{Num}) ngày{stop}(?! \\d| tuổi)|"
	"(?<unit>phút)(?: và)? (?<n2>{Num}) giây{stop})"},
    {".uvhnw", PIECE_DURATION, UNIT_NONE, 0,
	"(?<!top |under |global |(?<!họp )lớp | khối |quận |phường | thôn | ấp |lần thứ |họp thứ |"
	"(?<!định |nhiệm |chu |thời |học )kỳ |tuần (?=[1-5] tháng \\d))"
	"(?!(?=\\d tháng \\d)(?<=đợt |giai đoạn |bước |chặng ))"
	"(?<n>{num}) ?(?<unit>{Unit}){stop}(?:(?<half> rưỡi)|(?! mới"
	"(?<!\\d năm mới|\\d tháng mới|\\d ngày mới|\\d tuần mới)))"
	"(?! (?:(?:tuổi|kia|nọ|nào|nói|khóc|kêu|động|hét|cười|súng|nổ){stop}|"
	"tháng \\d|\\d+ (?:tháng|ngày) tuổi)|(?<=tiếng) (?:pháo|chuông|còi|trống){stop})"
	"{nounit}"
	"(?! \\d{1,2}(?:(?:, ?\\d{1,2})*(?:,? và |, ?)\\d{1,2})?(?:(?: ?-)? ?\\d{0,2}[/.]\\d|-\\d| tháng \\d)"
	"| \\d{4}(?!\\d)(?! ?(?:-|–) ?\\d)| ngoái)"},
    {"h", PIECE_DURATION, UNIT_NONE, 0,
	"(?:(?<n>\\d{1,3}+) ?(?<unit>h) đồng hồ|"
	"(?<n>2[5-9]|[3-9]\\d|\\d{3})(?<unit>h)){stop}"},
    {"e", PIECE_DURATION, UNIT_NONE, 0,
	"(?<!bằng một |bằng )(?<n>nửa) (?<unit>năm|tháng|ngày|giờ|tiếng){stop}(?! cuối| đầu"
	"(?!(?: của)? (?:đợt |chiến dịch|cao điểm)| ra quân))"},
    /* a day alone, a year alone, now: từ giờ đến Tết, but not từ giờ đến 17h */
    {"dD", PIECE_MOMENT, UNIT_DAY, FORM_DAY_ONLY, "ngày {day}(?![/.,]?\\d)"},
    {"o", PIECE_MOMENT, UNIT_DAY, FORM_NOW,
	"(?<now>nay|(?<=từ )(?:bây )?giờ(?= (?:cho )?(?:đến|tới) (?!\\d\\d?(?: ?giờ|h|:)))|"
	"(?<=từ )đây(?= (?:cho )?(?:đến|tới) (?:tết|cuối|hết|trước|giữa|dịp|ngày \\d|tháng \\d))|"
	"thời điểm (?:này|hiện tại|hiện nay)|hiện tại){stop}"},
    {"/-.,:huvay", PIECE_MOMENT, UNIT_YEAR, FORM_YEAR, "(?<y>{Year})"},
    {NULL, PIECE_NONE, UNIT_NONE, 0, NULL},
};

_Static_assert(sizeof(forms) / sizeof(forms[0]) <= FORMS_MOST,
    "grammar.c has room for them");
