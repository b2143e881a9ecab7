#include "csvsplit.h"

#include <assert.h>
#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "csvquote.h"
#include "csvscan.h"
#include "mem.h"

/* How libcsv's buffer for a field grows, and how far. */
#define BLOCK 4096
#define MOST (17u << 20)

/* Fields lie in the block, each with the byte behind it overwritten by NUL,
 * or, unquoted by libcsv, in `cooked`. */
struct csvsplit {
	const struct csvblock *block;
	struct csvrecord rec;
	size_t cap;  /* of rec.fields */
	bool direct; /* bytes of the block are overwritten */
	bool inner;  /* split_plain met marks between quotes */
	char term;   /* the byte that ended the record; 0: none */
	struct csv_parser parser;
	char *cooked;
	size_t cooked_cap, used;
	char *raw; /* the record as it stood, when asked for */
	size_t raw_cap;
};

/* For libcsv: no field is longer than the longest block. */
static void *
capped(void *p, size_t n)
{
	return n > MOST ? NULL : mem_resize(p, n, 1);
}

static int
never(unsigned char c)
{
	(void)c;
	return 0;
}

struct csvsplit *
csvsplit_new(const struct csvblock *b)
{
	struct csvsplit *s = mem_new(struct csvsplit);

	assert(b->longest + 2 * BLOCK <= MOST);
	s->block = b;
	/* From the first on there is an array to count in. */
	s->rec.fields = mem_grow(NULL, &s->cap, 1, sizeof(*s->rec.fields));
	csv_init(&s->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
	csv_set_delim(&s->parser, (unsigned char)b->delimiter);
	csv_set_space_func(&s->parser, never);
	csv_set_realloc_func(&s->parser, capped);
	csv_set_blk_size(&s->parser, BLOCK);
	return s;
}

void
csvsplit_free(struct csvsplit *s)
{
	csv_free(&s->parser);
	free(s->raw);
	free(s->cooked);
	free(s->rec.fields);
	free(s);
}

const struct csvrecord *
csvsplit_record(const struct csvsplit *s)
{
	return &s->rec;
}

static inline void
field_add(struct csvsplit *s, const char *p, size_t n)
{
	if (s->rec.count == s->cap)
		s->rec.fields =
		    mem_grow(s->rec.fields, &s->cap, s->rec.count + 1,
			     sizeof(*s->rec.fields));
	s->rec.fields[s->rec.count++] = (struct text){p, n};
}

/* Called by libcsv; cooked has room for all of a block. */
static void
on_field(void *field, size_t n, void *ctx)
{
	struct csvsplit *s = ctx;
	char *p = s->cooked + s->used;

	if (n)
		memcpy(p, field, n);
	p[n] = '\0';
	s->used += n + 1;
	field_add(s, p, n);
}

/* Puts back in p, the current record or a copy of it, what was overwritten
 * behind the fields in the block. A field that was quoted has a quote before
 * it. `term` stood behind the last. */
static void
unsplit(const struct csvsplit *s, char *p, char term)
{
	const struct csvblock *b = s->block;
	uintptr_t start = (uintptr_t)(b->buf + b->start);

	for (size_t i = 0; i < s->rec.count; i++) {
		struct text f = s->rec.fields[i];
		uintptr_t at = (uintptr_t)f.s - start;

		if (at > b->filled - b->start)
			continue; /* cooked */
		if (at > 0 && f.s[-1] == '"')
			p[at + f.n] = '"';
		else
			p[at + f.n] =
			    i + 1 < s->rec.count ? b->delimiter : term;
	}
}

/* Gives up on splitting directly; the last field ended in a delimiter. */
static enum csvsplit_result
undo(struct csvsplit *s, enum csvsplit_result why)
{
	unsplit(s, s->block->buf + s->block->start, s->block->delimiter);
	return why;
}

/* Sets next: behind the line end at `at`, or the end of the input there. */
static inline void
ended(struct csvsplit *s, size_t at)
{
	const struct csvblock *b = s->block;
	size_t next = at < b->end ? at + 1 : at;

	if (next < b->end && b->buf[next] == '\n' && b->buf[at] == '\r')
		next++;
	s->rec.next = next;
}

/* The quote that closes, w having passed the one that opens, when the field
 * has neither line ends nor doubled quotes; else 0. */
static size_t
close_plain(struct csvsplit *s, struct csvwalk *w)
{
	const struct csvblock *b = s->block;
	size_t at;

	while ((at = csvwalk_next(w)) < b->end && b->buf[at] != '"') {
		if (b->buf[at] != b->delimiter)
			return 0;
		s->rec.plain = false;
	}
	if (at + 1 < b->end)
		return b->buf[at + 1] != '"' ? at : 0;
	return at + 1 == b->end && csvblock_final(b) ? at : 0;
}

/* The field whose quote opens at `open`, by libcsv when it is not plain.
 * Returns where it closes, 0 when that is not in sight or all wrong. */
static size_t
quoted(struct csvsplit *s, struct csvwalk *w, size_t open)
{
	const struct csvblock *b = s->block;
	struct csvwalk before = *w;
	struct csvquote q = {.from = open};
	char *p = b->buf + open;
	size_t at = close_plain(s, w), n;

	if (at) {
		field_add(s, p + 1, at - open - 1);
		b->buf[at] = '\0';
		return at;
	}
	*w = before;
	csvquote_close(b, w, &q);
	if (q.state != CSVQUOTE_ENDS)
		return 0;
	n = csv_parse(&s->parser, p, q.at + 1 - open, on_field, NULL, s);
	if (csv_fini(&s->parser, on_field, NULL, s) != 0)
		n = 0;
	assert(n == q.at + 1 - open);
	s->rec.plain = false;
	s->rec.lines += q.lines;
	return q.at;
}

/* The record's line end at `at`; the last field starts at `from`, or is
 * there already. */
static inline enum csvsplit_result
finish(struct csvsplit *s, size_t from, size_t at, bool there)
{
	const struct csvblock *b = s->block;

	if (at + 1 >= b->end && !csvblock_final(b) &&
	    (at >= b->end || b->buf[at] == '\r'))
		return undo(s, CSVSPLIT_MORE);
	if (at > b->end)
		at = b->end;
	ended(s, at);
	s->term = b->buf[at];
	if (!there) {
		b->buf[at] = '\0';
		field_add(s, b->buf + from, at - from);
	}
	s->rec.lines++;
	s->direct = true;
	s->rec.blank = at == b->start;
	return CSVSPLIT_DONE;
}

/* The quoted field at `at` and what follows it. CSVSPLIT_FIELD: another
 * follows, behind *at; else the record is done with. Not inlined, to leave
 * split its registers. */
static __attribute__((noinline)) enum csvsplit_result
split_quoted(struct csvsplit *s, struct csvwalk *w, size_t *at)
{
	const struct csvblock *b = s->block;
	size_t to = quoted(s, w, *at);

	if (!to)
		return undo(s, CSVSPLIT_SLOW);
	*at = csvwalk_next(w);
	if (*at != to + 1 && to + 1 != b->end)
		return undo(s, CSVSPLIT_SLOW);
	if (*at < b->end && b->buf[*at] == b->delimiter)
		return CSVSPLIT_FIELD;
	return finish(s, 0, *at, true);
}

/* Room for the fields that end in 64 bytes, and one more. */
static void
make_room(struct csvsplit *s)
{
	size_t most = s->rec.count + CSVSCAN_BLOCK + 1;

	if (s->cap < most)
		s->rec.fields = mem_grow(s->rec.fields, &s->cap, most,
					 sizeof(*s->rec.fields));
}

/* The fields that end at these bits from base on, the first at *from. */
static inline struct text *
take(struct text *f, char **from, char *base, uint64_t ends, bool quoted)
{
	char *p = *from;

	for (; ends; ends &= ends - 1) {
		char *at = base + __builtin_ctzll(ends);
		ptrdiff_t quote = quoted && *p == '"';

		*f++ = (struct text){p + quote, (size_t)(at - p - 2 * quote)};
		at[-quote] = '\0';
		p = at + 1;
	}
	*from = p;
	return f;
}

/* The fields from *from on that are all text, or text in quotes, as many as
 * there is room for, but for the record's last. *from is then what follows
 * them. Returns the stop that it ends before or goes on behind (csvends). Apart
 * and with locals alone, since for the compiler each NUL written may change
 * anything that s points to, and so that there are registers for all of them.
 */
static __attribute__((noinline)) size_t
split_plain(struct csvsplit *s, size_t *from)
{
	const struct csvblock *b = s->block;
	char *const buf = b->buf;
	struct text *f = s->rec.fields + s->rec.count;
	struct text *const most = s->rec.fields + s->cap - CSVSCAN_BLOCK;
	const struct csvends *word = b->ends + *from / CSVSCAN_BLOCK;
	uint64_t all = UINT64_MAX << *from % CSVSCAN_BLOCK, stops, inner = 0;
	char *base = buf + (*from - *from % CSVSCAN_BLOCK), *p = buf + *from;

	for (;; word++, all = UINT64_MAX, base += CSVSCAN_BLOCK) {
		uint64_t left = word->delimiters & all;

		stops = word->stops & all;
		/* Those before the first stop; all when there is none. */
		left &= (stops & -stops) - 1;
		inner |= word->inner & all;
		f = left & word->closed ? take(f, &p, base, left, true)
					: take(f, &p, base, left, false);
		if (stops || f > most)
			break;
	}
	s->rec.count = (size_t)(f - s->rec.fields);
	s->inner = inner != 0;
	*from = (size_t)(p - buf);
	return stops ? (size_t)(base - buf) + (size_t)__builtin_ctzll(stops)
		     : b->end;
}

/* The record's last field, from `from` on, in quotes or not. */
static enum csvsplit_result
split_last(struct csvsplit *s, size_t from, size_t at)
{
	char *buf = s->block->buf;

	if (buf[from] != '"')
		return finish(s, from, at, false);
	field_add(s, buf + from + 1, at - from - 2);
	buf[at - 1] = '\0';
	return finish(s, from, at, true);
}

/* Whether the record ends at `at`, where split_plain stopped: at a line end
 * that is outside quotes, then. */
static bool
ends_record(const struct csvblock *b, size_t at)
{
	return at < b->end && (b->buf[at] == '\n' || b->buf[at] == '\r');
}

/* What lies between quotes in these bytes of whole fields: such a record is not
 * plain, and may have more lines. */
static __attribute__((noinline)) void
count_inner(struct csvsplit *s, size_t from, size_t to)
{
	const struct csvblock *b = s->block;

	for (size_t w = from / CSVSCAN_BLOCK; w * CSVSCAN_BLOCK < to; w++) {
		uint64_t inner = b->ends[w].inner;

		for (; inner; inner &= inner - 1) {
			size_t at =
			    w * CSVSCAN_BLOCK + (size_t)__builtin_ctzll(inner);
			char c = b->buf[at];

			if (at < from || at >= to)
				continue;
			s->rec.plain = false;
			s->rec.lines +=
			    c == '\n' || (c == '\r' && b->buf[at + 1] != '\n');
		}
	}
}

/* Splits the record: what is plain by where fields end, a field that is not by
 * the marks. */
static enum csvsplit_result
split(struct csvsplit *s)
{
	const struct csvblock *b = s->block;
	enum csvsplit_result rc = CSVSPLIT_FIELD;
	size_t from = b->start, at, before;
	bool last;

	s->rec.plain = b->delimiter == ',';
	for (; rc == CSVSPLIT_FIELD; from = at + 1) {
		struct csvwalk w;

		make_room(s);
		before = from;
		at = split_plain(s, &from);
		last = ends_record(b, at);
		if (s->inner)
			count_inner(s, before, last ? at : from);
		if (last)
			return split_last(s, from, at);
		w = csvwalk_from(b, from);
		at = csvwalk_next(&w);
		if (at < b->end && b->buf[at] == b->delimiter) {
			field_add(s, b->buf + from, at - from);
			b->buf[at] = '\0';
		} else if (at < b->end && b->buf[at] == '"') {
			rc = at == from ? split_quoted(s, &w, &at)
					: undo(s, CSVSPLIT_SLOW);
		} else {
			return finish(s, from, at, false);
		}
	}
	return rc;
}

/* Any record, whole, by libcsv. */
static enum csvsplit_result
split_slow(struct csvsplit *s, size_t row)
{
	const struct csvblock *b = s->block;
	struct csvquote q = csvquote_look(b, row);
	const char *p = b->buf + b->start;
	size_t n;

	if (q.state == CSVQUOTE_MORE)
		return CSVSPLIT_MORE;
	if (q.state == CSVQUOTE_ENDS)
		ended(s, q.at);
	else
		s->rec.next = q.at < b->end ? q.at + 1 : b->end;
	n = s->rec.next - b->start;
	if (csv_parse(&s->parser, p, n, on_field, NULL, s) != n ||
	    (q.at == b->end && csv_fini(&s->parser, on_field, NULL, s) != 0) ||
	    q.state != CSVQUOTE_ENDS) {
		csvquote_fail(b, &q, row);
		return CSVSPLIT_FAILED;
	}
	s->rec.plain = s->direct = false;
	s->rec.blank = q.at == b->start;
	if (s->rec.blank)
		on_field(NULL, 0, s);
	s->rec.lines = q.lines + 1;
	return CSVSPLIT_DONE;
}

enum csvsplit_result
csvsplit_next(struct csvsplit *s, size_t row, bool slow)
{
	enum csvsplit_result rc = CSVSPLIT_SLOW;

	if (s->cooked_cap < s->block->cap + 2)
		s->cooked =
		    mem_grow(s->cooked, &s->cooked_cap, s->block->cap + 2, 1);
	s->rec.count = s->used = s->rec.lines = 0;
	if (!slow)
		rc = split(s);
	if (rc == CSVSPLIT_SLOW) {
		s->rec.count = s->used = s->rec.lines = 0;
		rc = split_slow(s, row);
	}
	return rc;
}

void
csvsplit_known(struct csvsplit *s, size_t next)
{
	s->rec.count = s->used = 0;
	s->rec.next = next;
	s->rec.lines = 1;
	s->rec.plain = s->rec.blank = s->direct = false;
}

struct text
csvsplit_raw(struct csvsplit *s)
{
	const struct csvblock *b = s->block;
	struct text t = {b->buf + b->start, s->rec.next - b->start};

	if (!s->direct || s->rec.count == 0)
		return t;
	s->raw = mem_grow(s->raw, &s->raw_cap, t.n + 1, 1);
	memcpy(s->raw, t.s, t.n);
	unsplit(s, s->raw, s->term);
	return (struct text){s->raw, t.n};
}
