#include "csvquote.h"

#include "diag.h"
#include "text.h"

void
csvquote_close(const struct csvblock *b, struct csvwalk *w, struct csvquote *q)
{
	bool final = csvblock_final(b);

	for (;;) {
		size_t at = csvwalk_next(w);
		char c, next;

		if (at + 1 >= b->end && !(at + 1 == b->end && final)) {
			q->state = final ? CSVQUOTE_OPEN : CSVQUOTE_MORE;
			return;
		}
		c = b->buf[at];
		next = at + 1 < b->end ? b->buf[at + 1] : '\n';
		if (c == '\n' || (c == '\r' && next != '\n'))
			q->lines++;
		if (c != '"')
			continue;
		if (next == '"') {
			csvwalk_next(w);
			continue;
		}
		q->state = CSVQUOTE_ENDS;
		q->at = at;
		if (next == b->delimiter || next == '\r' || next == '\n')
			return;
		q->state = CSVQUOTE_AFTER;
		q->at++;
		return;
	}
}

struct csvquote
csvquote_look(const struct csvblock *b, size_t row)
{
	struct csvwalk w = csvwalk_from(b, b->start);
	struct csvquote q = {.from = b->start, .field = 1};

	while ((q.at = csvwalk_next(&w)) < b->end) {
		char c = b->buf[q.at];

		if (c == b->delimiter) {
			q.from = q.at + 1;
			q.field++;
		} else if (c != '"') {
			/* After a CR there may be a LF. */
			if (c == '\r' && q.at + 1 == b->end &&
			    !csvblock_final(b))
				q.state = CSVQUOTE_MORE;
			return q;
		} else if (q.at != q.from) {
			q.state = CSVQUOTE_STRAY;
			return q;
		} else {
			q.open_line = row + q.lines;
			csvquote_close(b, &w, &q);
			if (q.state != CSVQUOTE_ENDS)
				return q;
			q.open_line = 0;
		}
	}
	q.at = b->end;
	q.state = csvblock_final(b) ? CSVQUOTE_ENDS : CSVQUOTE_MORE;
	return q;
}

int
csvquote_fail(const struct csvblock *b, const struct csvquote *q, size_t row)
{
	const char *name = input_name(b->in);
	char show[TEXT_SHOW];
	/* Only up to the fault: what follows may not have been read yet. */
	size_t from = q->at - q->from > 64 ? q->at - 64 : q->from;
	struct text here = {b->buf + from, q->at + 1 - from};

	if (q->state == CSVQUOTE_OPEN)
		return diag_fail_at(name, q->open_line,
				    "quote opened in field %zu is never closed",
				    q->field);
	if (q->state == CSVQUOTE_AFTER)
		return diag_fail_at(name, row + q->lines,
				    "text after the closing quote of field "
				    "%zu: '%s'; expected a delimiter",
				    q->field, text_show(here, show));
	return diag_fail_at(name, row + q->lines,
			    "quote inside unquoted field %zu: '%s'; expected "
			    "the field in quotes, its quotes doubled",
			    q->field, text_show(here, show));
}

int
csvquote_fail_long(const struct csvblock *b, size_t row)
{
	struct csvquote q = csvquote_look(b, row);

	if (q.state == CSVQUOTE_MORE && q.open_line)
		return diag_fail_at(input_name(b->in), q.open_line,
				    "quote opened in field %zu is not closed "
				    "within %zu bytes",
				    q.field, b->longest);
	return diag_fail_at(input_name(b->in), row,
			    "record longer than %zu bytes", b->longest);
}
