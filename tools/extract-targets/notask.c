/* Sentences and items of lists that set nothing: text of the law, shares,
 * offers. */
#include "scope.h"

struct str
item_text(const struct fold *f)
{
	const struct item *mark = f->items->list;
	size_t at =
	    f->items->count > 0 && mark->kind == ITEM_DASH ? mark->end : 0;
	struct str s = str_from_offset(f->folded, at);

	return str_starts(s, STR(" ")) ? str_from_offset(s, 1) : s;
}

/* "b) Phạm tội đối với 02 người trở lên", "tỷ lệ thương tật từ 61% trở lên":
 * where an offence or a penalty begins. */
static bool
is_text_of_law(const struct fold *f)
{
	static const char *const heads[] = {"phạm tội ", "làm chết ",
	    "gây thương tích ", "gây tổn hại ", "gây tai nạn ", "theo luật ",
	    "theo điều ", "theo nghị định ", "theo thông tư ", "đưa tiền ",
	    "đưa hối lộ ", "nhận hối lộ ", "của hối lộ ", NULL};
	static const char *const words[] = {"thương tật từ",
	    "tổn thương cơ thể", "phạt tù từ", "suy giảm khả năng lao động",
	    NULL};

	return starts_with_one_of(item_text(f), heads) ||
	       holds_one_of(f->folded, words);
}

/* "- Giảm 10% học phí cho 50 người đăng ký đầu tiên": what is sold. */
static bool
is_offer(const struct fold *f)
{
	static const char *const heads[] = {"giảm ", "tặng ", "miễn ",
	    "hoàn tiền ", "chiết khấu ", "ưu đãi ", NULL};
	static const char *const words[] = {" học phí", " đơn hàng", " giá vé",
	    " hóa đơn", " khách hàng", " giá bán", " phí dịch vụ",
	    " đăng ký đầu tiên", NULL};

	return starts_with_one_of(item_text(f), heads) &&
	       holds_one_of(f->folded, words);
}

bool
sets_no_task(const struct fold *f)
{
	return is_text_of_law(f) || is_offer(f);
}

/* Bytes behind a rate that tell what it is of. */
#define SHARE_MOST 60

bool
is_paid(const struct fold *f, const struct item *rate)
{
	static const char *const words[] = {" chi phí", " do doanh nghiệp",
	    " do ngân sách", " do nhà nước", " do người", " được trừ vào",
	    " trừ vào", " tính vào", " được tính vào", " được chuyển ra",
	    " bị chuyển ra", " được chuyển vào", NULL};
	static const char *const acts[] = {
	    " khai nhận ", " thừa nhận ", " thú nhận ", NULL};
	struct str rest = str_behind(f->folded, rate->end, SHARE_MOST);

	rest = str_slice(rest, 0, str_find(rest, STR(","), 0));
	return starts_with_one_of(rest, words) || holds_one_of(rest, acts) ||
	       (str_starts(rest, STR(" số tiền")) && holds_one_of(rest, words));
}

bool
is_ownership(const struct fold *f, const struct item *rate)
{
	static const char *const owned[] = {"doanh nghiệp ", "công ty ",
	    "nghiệp có ", "công ty có ", "sở hữu ", "nắm giữ ", "nắm ", NULL};

	return str_starts(str_from_offset(f->folded, rate->end), STR(" vốn")) &&
	       ends_with_one_of(
		   str_slice(f->folded, 0, rate->reach_start), owned);
}

/* What an offence, and no work of the police, has as its amount. */
bool
is_threshold(const struct fold *f, size_t i)
{
	static const char *const offences[] = {"tàng trữ ", "vận chuyển ",
	    "mua bán ", "sản xuất ", "chiếm đoạt ", "đưa ", "nhận ", "trị giá ",
	    "giá trị ", "thiệt hại ", "trộm cắp ", "buôn bán ", "buôn lậu ",
	    "thu lợi bất chính ", NULL};
	static const char *const work[] = {
	    "thu giữ ", "bắt ", "phát hiện ", "thu hồi ", "xử lý ", NULL};
	const struct item *item = &f->items->list[i], *next = next_to(f, i);
	struct str clause = str_slice(f->folded, 0, item->start);

	if (item->op != OP_GE || next == NULL || !item_is(next, CUE_AFTER) ||
	    (item->figure.unit->kind != UNIT_MEASURE &&
		item->figure.unit->kind != UNIT_MONEY))
		return false;
	if (clause.len > 100)
		clause = str_from_offset(clause, clause.len - 100);
	return holds_one_of(clause, offences) && !holds_one_of(clause, work);
}
