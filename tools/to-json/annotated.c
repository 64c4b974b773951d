#include "annotated.h"

#include <string.h>

#include "text.h"
#include "writer.h"

void
annotated_init(struct annotated *s)
{
	*s = (struct annotated){.open = false};
	buf_text(&s->groups[GROUP_DATE].name, "dates");
	buf_text(&s->groups[GROUP_TARGET].name, "targets");
	buf_text(&s->groups[GROUP_CRIME].name, "crimes");
}

void
annotated_free(struct annotated *s)
{
	for (size_t i = 0; i < GROUP_OTHER + KINDS_MOST; i++) {
		buf_free(&s->groups[i].name);
		buf_free(&s->groups[i].objects);
	}
	buf_free(&s->members);
	buf_free(&s->text);
}

void
annotated_start(struct annotated *s, size_t number)
{
	s->open = true;
	s->has_text = false;
	s->number = number;
	buf_clear(&s->members);
	buf_add(&s->members, STR("\"n\":"));
	buf_number(&s->members, number);
}

void
annotated_set_text(struct annotated *s, const struct record *rec,
    const struct attributes *list)
{
	s->has_text = true;
	s->at = s->at_cp = 0;
	buf_clear(&s->text);
	buf_add(&s->text, rec->text);
	buf_add(&s->members, STR(",\"span\":["));
	buf_number(&s->members, rec->start);
	buf_byte(&s->members, ',');
	buf_number(&s->members, rec->end);
	buf_add(&s->members, STR("],\"text\":"));
	writer_string(&s->members, rec->text);
	attributes_write(&s->members, list, 0, RANK_END);
}

/* How many code points stand before a byte of the segment's text. */
static size_t
count_to(struct annotated *s, size_t byte)
{
	struct str text = buf_str(&s->text);

	if (byte < s->at && byte < s->at - byte)
		s->at = s->at_cp = 0;
	if (byte < s->at)
		s->at_cp -= text_count(str_slice(text, byte, s->at));
	else
		s->at_cp += text_count(str_slice(text, s->at, byte));
	s->at = byte;
	return s->at_cp;
}

bool
annotated_locate(
    struct annotated *s, const struct record *rec, struct span *place_cp)
{
	struct str text = buf_str(&s->text);

	if (rec->end > text.len ||
	    !str_equal(str_slice(text, rec->start, rec->end), rec->text))
		return false;
	place_cp->start = count_to(s, rec->start);
	place_cp->end = place_cp->start + text_count(rec->text);
	return true;
}

struct buf *
annotated_objects(struct annotated *s, struct str kind)
{
	struct group *others = s->groups + GROUP_OTHER, last;
	size_t at = s->others;

	if (str_equal(kind, STR("date")))
		return &s->groups[GROUP_DATE].objects;
	if (str_equal(kind, STR("target")))
		return &s->groups[GROUP_TARGET].objects;
	if (str_equal(kind, STR("crime")))
		return &s->groups[GROUP_CRIME].objects;
	while (at > 0 && str_compare(kind, buf_str(&others[at - 1].name)) < 0)
		at--;
	if (at > 0 && str_equal(kind, buf_str(&others[at - 1].name)))
		return &others[at - 1].objects;
	if (s->others == KINDS_MOST)
		return NULL;
	last = others[s->others];
	memmove(
	    others + at + 1, others + at, (s->others - at) * sizeof(*others));
	others[at] = last;
	buf_clear(&others[at].name);
	buf_add(&others[at].name, kind);
	s->others++;
	return &others[at].objects;
}

static void
add_group(struct buf *out, struct group *group)
{
	writer_string(out, buf_str(&group->name));
	buf_add(out, STR(":["));
	buf_add(out, buf_str(&group->objects));
	buf_byte(out, ']');
	buf_clear(&group->objects);
}

void
annotated_write(struct buf *out, struct annotated *s)
{
	buf_add(out, buf_str(&s->members));
	for (size_t i = 0; i < GROUP_OTHER; i++) {
		if (s->groups[i].objects.len == 0)
			continue;
		buf_byte(out, ',');
		add_group(out, &s->groups[i]);
	}
	if (s->others > 0)
		buf_add(out, STR(",\"other\":{"));
	for (size_t i = 0; i < s->others; i++) {
		if (i > 0)
			buf_byte(out, ',');
		add_group(out, &s->groups[GROUP_OTHER + i]);
	}
	if (s->others > 0)
		buf_byte(out, '}');
	buf_byte(out, '}');
	s->others = 0;
}
