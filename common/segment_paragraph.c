#include <string.h>

#include "segmenter.h"

/* A longer run of text without a boundary is ended at its last space. */
#define RUN_MOST ((size_t)64 << 10)
/* The last bytes of a window that only serve to decide what stands before
 * them. */
#define LOOKAHEAD 1024

bool
segmenter_end_run(struct segmenter *s, struct str text, struct span *segment)
{
	size_t end = segment->start + RUN_MOST, cut;

	if (segment->end <= end)
		return false;
	for (cut = end; cut > segment->start && text.data[cut] != ' '; cut--)
		;
	if (cut == segment->start)
		for (cut = end; ((unsigned char)text.data[cut] & 0xC0) == 0x80;
		     cut--)
			;
	segment->end = cut;
	s->runs++;
	return true;
}

/* Whether a segment is of the text, and no caption, byline or the like. */
static bool
is_of_text(const char *role)
{
	return role == NULL || strcmp(role, "heading") == 0;
}

/* The section of a segment of a line that stands in one, or in none. */
static const char *
section_in(
    struct segmenter *s, struct str text, const char *role, const char *section)
{
	if (!is_of_text(role))
		return NULL;
	if (section == NULL && role == NULL && run_on_take(&s->run_on, text))
		return "goals";
	return section;
}

size_t
segmenter_write_segments(struct segmenter *s, const uint32_t **candidates,
    size_t base, bool last, bool first)
{
	struct boundary_scan scan;
	struct span segment;
	struct clean *c = &s->clean;
	struct str paragraph = c->text;
	size_t limit =
	    paragraph.len < LOOKAHEAD ? 0 : paragraph.len - LOOKAHEAD;
	const char *section = first ? section_take(&s->section, paragraph, last)
				    : s->section.name;

	run_on_start(&s->run_on);
	boundary_start(&scan, s->boundaries, paragraph, *candidates, base);
	while (boundary_next(&scan, &segment)) {
		bool whole = first && last && segment.start == 0 &&
			     segment.end + 1 >= paragraph.len;
		bool cut = segmenter_end_run(s, paragraph, &segment);
		struct str text;
		const char *role;
		size_t start = clean_source_start(c, segment.start);

		if (!last && !cut && segment.end > limit)
			return start;
		text = str_slice(paragraph, segment.start, segment.end);
		role = role_of(s->roles, text, whole && !cut);
		segmenter_write(s, text, s->offset + start,
		    s->offset + clean_source_end(c, segment.end), role,
		    section_in(s, text, role, section));
		if (cut)
			boundary_cut(&scan, segment.end);
	}
	*candidates = scan.candidates;
	return SIZE_MAX;
}

size_t
segmenter_write_cleaned(struct segmenter *s, size_t len, bool last, bool first)
{
	struct clean *c = &s->clean;
	const uint32_t *candidates;
	size_t done;

	boundary_mark(&s->clean_marks, s->boundaries, c->text, &c->masks);
	candidates = s->clean_marks.places;
	done = segmenter_write_segments(s, &candidates, 0, last, first);
	if (done > len)
		done = len;
	for (size_t i = 0; i < c->bad_count; i++)
		s->bad += c->bad[i] < done;
	return done;
}

static size_t
segment_part(struct segmenter *s, struct str source, bool last, bool first)
{
	clean_paragraph(&s->clean, source);
	return segmenter_write_cleaned(s, source.len, last, first);
}

/* A window of which little is left when it is clean, white space for the most
 * part: is ended at its last space as it is; what is done. */
static size_t
segment_sparse(struct segmenter *s, struct str part)
{
	size_t cut = part.len;

	while (cut > 0 && part.data[cut - 1] != ' ')
		cut--;
	if (cut == 0)
		cut = part.len;
	segment_part(s, str_slice(part, 0, cut), true, false);
	s->runs += s->clean.text.len > 1;
	return cut;
}

size_t
segmenter_segment_windows(struct segmenter *s, struct str source)
{
	size_t done = 0;

	while (source.len - done > SEGMENTER_WINDOW) {
		struct str part =
		    str_slice(source, done, done + SEGMENTER_WINDOW);
		size_t got;

		while (part.len > 0 &&
		       ((unsigned char)part.data[part.len - 1] & 0xC0) == 0x80)
			part.len--;
		if (part.len + 4 > SEGMENTER_WINDOW && part.len > 0 &&
		    (unsigned char)part.data[part.len - 1] >= 0xC0)
			part.len--;
		else
			part.len = SEGMENTER_WINDOW;
		got = segment_part(s, part, false, done == 0);
		if (got == 0)
			got = segment_sparse(s, part);
		done += got;
		s->offset += got;
	}
	return done;
}

void
segmenter_segment_paragraph(struct segmenter *s, struct str source, size_t mark)
{
	size_t done = segmenter_segment_windows(s, source);

	if (done < source.len)
		segment_part(s, str_from_offset(source, done), true, done == 0);
	s->offset += source.len - done + mark;
}
