#include "csvin.h"

#include <assert.h>
#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "csvblock.h"
#include "csvhead.h"
#include "csvquote.h"
#include "diag.h"
#include "mem.h"

enum split { SPLIT_DONE, SPLIT_FIELD, SPLIT_MORE, SPLIT_SLOW, SPLIT_FAILED };

/* The record as its bytes stand in the file, copied when asked for. */
struct raw {
	char *buf;
	size_t cap;
};

/* Fields lie in the block, each with the byte behind it overwritten by NUL,
 * or, unquoted by libcsv, in `cooked`. */
struct csvin {
	struct csvblock block;
	size_t next; /* the byte after the current record */
	bool begun, failed, slow;
	bool direct; /* bytes of the block are overwritten */
	bool plain, blank;
	char term; /* the byte that ended the record, overwritten; 0: none */
	size_t row, lines, record;
	struct text *fields;
	size_t count, field_cap;
	struct csv_parser parser;
	char *cooked;
	size_t cooked_cap, used;
	struct raw *raw;
	struct csvhead *head;
};

static void *
capped(void *p, size_t n)
{
	return n > CSVIN_RECORD_MAX + 8192 ? NULL : mem_resize(p, n, 1);
}

static int
never(unsigned char c)
{
	(void)c;
	return 0;
}

struct csvin *
csvin_new(struct input *in, char delimiter)
{
	struct csvin *r = mem_new(struct csvin);

	assert(delimiter != '"' && delimiter != '\r' && delimiter != '\n');
	csvblock_init(&r->block, in, delimiter, CSVIN_RECORD_MAX);
	r->raw = mem_new(struct raw);
	r->row = 1;
	csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
	csv_set_delim(&r->parser, (unsigned char)delimiter);
	csv_set_space_func(&r->parser, never);
	csv_set_realloc_func(&r->parser, capped);
	csv_set_blk_size(&r->parser, 4096);
	return r;
}

void
csvin_free(struct csvin *r)
{
	if (!r)
		return;
	input_rows(r->block.in, r->record);
	csv_free(&r->parser);
	csvblock_free(&r->block);
	csvhead_free(r->head);
	free(r->raw->buf);
	free(r->raw);
	free(r->cooked);
	free(r->fields);
	free(r);
}

void
csvin_slow(struct csvin *r)
{
	r->slow = true;
}

static inline void
field_add(struct csvin *r, const char *s, size_t n)
{
	if (r->count == r->field_cap)
		r->fields = mem_grow(r->fields, &r->field_cap, r->count + 1,
				     sizeof(*r->fields));
	r->fields[r->count++] = (struct text){s, n};
}

/* Called by libcsv; cooked has room for all of a block. */
static void
on_field(void *s, size_t n, void *ctx)
{
	struct csvin *r = ctx;
	char *p = r->cooked + r->used;

	if (n)
		memcpy(p, s, n);
	p[n] = '\0';
	r->used += n + 1;
	field_add(r, p, n);
}

/* Puts back in p, the current record or a copy of it, what was overwritten
 * behind the fields in the block. A field that was quoted has a quote before
 * it. `term` stood behind the last. */
static void
unsplit(const struct csvin *r, char *p, char term)
{
	const struct csvblock *b = &r->block;
	uintptr_t start = (uintptr_t)(b->buf + b->start);

	for (size_t i = 0; i < r->count; i++) {
		struct text f = r->fields[i];
		uintptr_t at = (uintptr_t)f.s - start;

		if (at > b->filled - b->start)
			continue; /* cooked */
		if (at > 0 && f.s[-1] == '"')
			p[at + f.n] = '"';
		else
			p[at + f.n] = i + 1 < r->count ? b->delimiter : term;
	}
}

/* Gives up on splitting directly; the last field ended in a delimiter. */
static enum split
undo(struct csvin *r, enum split why)
{
	unsplit(r, r->block.buf + r->block.start, r->block.delimiter);
	return why;
}

/* Sets next: behind the line end at `at`, or the end of the input there. */
static inline void
ended(struct csvin *r, size_t at)
{
	const struct csvblock *b = &r->block;

	r->next = at;
	if (at < b->end && b->buf[at] == '\r')
		r->next++;
	if (r->next < b->end && b->buf[r->next] == '\n')
		r->next++;
}

/* The quote that closes, w having passed the one that opens, when the field
 * has neither line ends nor doubled quotes; else 0. */
static size_t
close_plain(struct csvin *r, struct csvwalk *w)
{
	const struct csvblock *b = &r->block;
	size_t at;

	while ((at = csvwalk_next(w)) < b->end && b->buf[at] != '"') {
		if (b->buf[at] != b->delimiter)
			return 0;
		r->plain = false;
	}
	if (at + 1 < b->end)
		return b->buf[at + 1] != '"' ? at : 0;
	return at + 1 == b->end && csvblock_final(b) ? at : 0;
}

/* The field whose quote opens at `open`, by libcsv when it is not plain.
 * Returns where it closes, 0 when that is not in sight or all wrong. */
static size_t
quoted(struct csvin *r, struct csvwalk *w, size_t open)
{
	const struct csvblock *b = &r->block;
	struct csvwalk before = *w;
	struct csvquote q = {.from = open};
	char *s = b->buf + open;
	size_t at = close_plain(r, w), n;

	if (at) {
		field_add(r, s + 1, at - open - 1);
		b->buf[at] = '\0';
		return at;
	}
	*w = before;
	csvquote_close(b, w, &q);
	if (q.state != CSVQUOTE_ENDS)
		return 0;
	n = csv_parse(&r->parser, s, q.at + 1 - open, on_field, NULL, r);
	if (csv_fini(&r->parser, on_field, NULL, r) != 0)
		n = 0;
	assert(n == q.at + 1 - open);
	r->plain = false;
	r->lines += q.lines;
	return q.at;
}

/* The record's line end at `at`; the last field starts at `from`, or is
 * there already. */
static inline enum split
finish(struct csvin *r, size_t from, size_t at, bool there)
{
	const struct csvblock *b = &r->block;

	if (at + 1 >= b->end && !csvblock_final(b) &&
	    (at >= b->end || b->buf[at] == '\r'))
		return undo(r, SPLIT_MORE);
	if (at > b->end)
		at = b->end;
	ended(r, at);
	r->term = b->buf[at];
	if (!there) {
		b->buf[at] = '\0';
		field_add(r, b->buf + from, at - from);
	}
	r->lines++;
	r->direct = true;
	r->blank = at == b->start;
	return SPLIT_DONE;
}

/* The quoted field at `at` and what follows it. SPLIT_FIELD: another
 * follows, behind *at; else the record is done with. Not
 * inlined, to leave split its registers. */
static __attribute__((noinline)) enum split
split_quoted(struct csvin *r, struct csvwalk *w, size_t *at)
{
	const struct csvblock *b = &r->block;
	size_t to = quoted(r, w, *at);

	if (!to)
		return undo(r, SPLIT_SLOW);
	*at = csvwalk_next(w);
	if (*at != to + 1 && to + 1 != b->end)
		return undo(r, SPLIT_SLOW);
	if (*at < b->end && b->buf[*at] == b->delimiter)
		return SPLIT_FIELD;
	return finish(r, 0, *at, true);
}

/* Splits the record at the marks. With locals, since for the compiler each
 * NUL written may change anything that r points to: a third faster. */
static enum split
split(struct csvin *r)
{
	const struct csvblock *b = &r->block;
	const char delimiter = b->delimiter;
	const size_t end = b->end;
	char *const buf = b->buf;
	struct csvwalk w = csvwalk_from(b, b->start);
	size_t from = b->start, at, n = 0;

	r->plain = delimiter == ',';
	for (;; from = at + 1) {
		at = csvwalk_next(&w);
		if (at < end && buf[at] == delimiter && n < r->field_cap) {
			r->fields[n++] = (struct text){buf + from, at - from};
			buf[at] = '\0';
			continue;
		}
		r->count = n;
		if (at < end && buf[at] == delimiter) {
			field_add(r, buf + from, at - from);
			buf[at] = '\0';
		} else if (at < end && buf[at] == '"') {
			struct csvwalk v = w; /* keeps w in registers */
			enum split rc = at == from ? split_quoted(r, &v, &at)
						   : undo(r, SPLIT_SLOW);

			if (rc != SPLIT_FIELD)
				return rc;
			w = v;
		} else {
			return finish(r, from, at, false);
		}
		n = r->count;
	}
}

/* Any record, whole, by libcsv. */
static enum split
split_slow(struct csvin *r)
{
	const struct csvblock *b = &r->block;
	struct csvquote q = csvquote_look(b, r->row);
	const char *p = b->buf + b->start;
	size_t n;

	if (q.state == CSVQUOTE_MORE)
		return SPLIT_MORE;
	if (q.state == CSVQUOTE_ENDS)
		ended(r, q.at);
	else
		r->next = q.at < b->end ? q.at + 1 : b->end;
	n = r->next - b->start;
	if (csv_parse(&r->parser, p, n, on_field, NULL, r) != n ||
	    (q.at == b->end && csv_fini(&r->parser, on_field, NULL, r) != 0) ||
	    q.state != CSVQUOTE_ENDS) {
		csvquote_fail(b, &q, r->row);
		return SPLIT_FAILED;
	}
	r->plain = r->direct = false;
	r->blank = q.at == b->start;
	if (r->blank)
		on_field(NULL, 0, r);
	r->lines = q.lines + 1;
	return SPLIT_DONE;
}

/* The record at block.start in whatever way, when it is all in memory. */
static enum split
attempt(struct csvin *r)
{
	enum split rc = SPLIT_SLOW;

	if (r->cooked_cap < r->block.cap + 2)
		r->cooked =
		    mem_grow(r->cooked, &r->cooked_cap, r->block.cap + 2, 1);
	r->count = r->used = r->lines = 0;
	if (!r->slow)
		rc = split(r);
	if (rc == SPLIT_SLOW) {
		r->count = r->used = r->lines = 0;
		rc = split_slow(r);
	}
	return rc;
}

int
csvin_next(struct csvin *r)
{
	struct csvblock *b = &r->block;
	enum split rc;

	if (r->failed)
		return -1;
	r->failed = true;
	if (!r->begun && csvblock_begin(b) < 0)
		return -1;
	b->start = r->begun ? r->next : b->start;
	r->begun = true;
	r->row += r->lines;
	while (b->start < b->end || !csvblock_final(b)) {
		rc = attempt(r);
		if (rc == SPLIT_FAILED)
			return -1;
		if (rc == SPLIT_DONE) {
			if (r->next - b->start > CSVIN_RECORD_MAX)
				return csvquote_fail_long(b, r->row);
			r->failed = false;
			r->record++;
			return 1;
		}
		if (csvblock_full(b))
			return csvquote_fail_long(b, r->row);
		if (csvblock_fill(b, r->row) < 0)
			return -1;
	}
	r->next = b->start;
	r->lines = r->count = 0;
	r->failed = false;
	return 0;
}

const struct text *
csvin_fields(const struct csvin *r, size_t *count)
{
	*count = r->count;
	return r->fields;
}

struct text
csvin_field(const struct csvin *r, size_t i)
{
	return i < r->count ? r->fields[i] : text_of("");
}

bool
csvin_blank(const struct csvin *r)
{
	return r->blank;
}

bool
csvin_plain(const struct csvin *r)
{
	return r->plain;
}

struct text
csvin_raw(const struct csvin *r)
{
	struct text t = {r->block.buf + r->block.start,
			 r->next - r->block.start};
	struct raw *raw = r->raw;

	if (!r->direct || r->count == 0)
		return t;
	raw->buf = mem_grow(raw->buf, &raw->cap, t.n + 1, 1);
	memcpy(raw->buf, t.s, t.n);
	unsplit(r, raw->buf, r->term);
	return (struct text){raw->buf, t.n};
}

size_t
csvin_row(const struct csvin *r)
{
	return r->row;
}

size_t
csvin_record(const struct csvin *r)
{
	return r->record;
}

const char *
csvin_name(const struct csvin *r)
{
	return input_name(r->block.in);
}

int
csvin_header(struct csvin *r)
{
	int rc = csvin_next(r);

	if (rc < 0)
		return -1;
	if (rc == 0)
		return diag_fail_at(csvin_name(r), 0,
				    "no header: the input is empty");
	if (r->blank)
		return diag_fail_at(csvin_name(r), r->row,
				    "no header: the first line is blank");
	r->head = csvhead_new(csvin_name(r), r->row, r->fields, r->count);
	return r->head ? 0 : -1;
}

size_t
csvin_columns(const struct csvin *r)
{
	return csvhead_count(r->head);
}

struct text
csvin_column_name(const struct csvin *r, size_t i)
{
	return csvhead_name(r->head, i);
}

long
csvin_find(const struct csvin *r, const char *name)
{
	return csvhead_find(r->head, name);
}

long
csvin_need(const struct csvin *r, const char *name)
{
	return csvhead_need(r->head, name);
}

int
csvin_next_row(struct csvin *r)
{
	size_t width = csvin_columns(r);
	char show[TEXT_SHOW];
	int rc;

	do
		rc = csvin_next(r);
	while (rc == 1 && r->blank && width > 1);
	if (rc != 1 || r->count == width)
		return rc;
	r->failed = true;
	return diag_fail_at(csvin_name(r), r->row,
			    "expected %zu fields as in the header, found %zu: "
			    "'%s'",
			    width, r->count,
			    text_show(text_trim(csvin_raw(r)), show));
}
