#include "csvin.h"

#include <assert.h>
#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "csvscan.h"
#include "diag.h"
#include "map.h"
#include "mem.h"

/* Tests make it small, so that records meet its edges. */
#ifndef CSVIN_BLOCK
#define CSVIN_BLOCK (128u << 10)
#endif

/* Room for the longest record and one byte to look ahead (CR, then LF?). */
#define BUFFER_MAX (CSVIN_RECORD_MAX + CSVSCAN_BLOCK)

enum split { SPLIT_DONE, SPLIT_MORE, SPLIT_SLOW, SPLIT_FAILED };

/* What is wrong with the quotes of a record. */
enum fault { FAULT_NONE, FAULT_STRAY, FAULT_AFTER, FAULT_OPEN };

/* The record as its bytes stand in the file, copied when asked for. */
struct raw {
	char *buf;
	size_t cap;
};

/* The block lies in buf: [start, next) is the current record, bytes before
 * `end` are checked UTF-8, bytes before `filled` are read. marks has a bit
 * for each byte that is delimiter, quote, CR or LF. */
struct csvin {
	struct input *in;
	char delimiter;
	char term; /* the byte that ended the record, overwritten; 0: none */
	bool begun, eof, bad, failed, slow;
	bool direct; /* fields lie in buf, delimiters overwritten by NUL */
	bool plain, blank;
	char *buf;
	uint64_t *marks;
	size_t cap, start, next, end, filled;
	uint64_t base; /* offset in the input of buf[0] */
	size_t row, lines, record;
	struct text *fields;
	size_t count, field_cap;
	struct csv_parser parser;
	char *cooked; /* fields as libcsv gave them */
	size_t cooked_cap, used;
	struct raw *raw;
	struct map *columns;
	size_t header_row;
};

static void *
capped(void *p, size_t n)
{
	return n > BUFFER_MAX + 2 ? NULL : mem_resize(p, n, 1);
}

static int
never(unsigned char c)
{
	(void)c;
	return 0;
}

static void
block_resize(struct csvin *r, size_t cap)
{
	r->cap = cap;
	r->buf = mem_resize(r->buf, cap + CSVSCAN_BLOCK, 1);
	/* One word more, the sentinel that ends a walk. */
	r->marks =
	    mem_resize(r->marks, cap / CSVSCAN_BLOCK + 2, sizeof(*r->marks));
}

struct csvin *
csvin_new(struct input *in, char delimiter)
{
	struct csvin *r = mem_new(struct csvin);

	assert(delimiter != '"' && delimiter != '\r' && delimiter != '\n');
	r->in = in;
	r->delimiter = delimiter;
	r->raw = mem_new(struct raw);
	block_resize(r, CSVIN_BLOCK);
	r->marks[0] = UINT64_MAX;
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
	csv_free(&r->parser);
	map_free(r->columns);
	free(r->raw->buf);
	free(r->raw);
	free(r->cooked);
	free(r->fields);
	free(r->marks);
	free(r->buf);
	free(r);
}

void
csvin_slow(struct csvin *r)
{
	r->slow = true;
}

/* Line ends in p: CR, LF and CRLF each count once. */
static size_t
line_ends(const char *p, size_t n)
{
	size_t lines = 0;

	for (size_t i = 0; i < n; i++)
		lines += p[i] == '\n' ||
			 (p[i] == '\r' && (i + 1 == n || p[i + 1] != '\n'));
	return lines;
}

/* Checks what lies between `end` and `limit`; a character that may go on
 * after the limit waits. */
static void
check(struct csvin *r, size_t limit, bool last)
{
	size_t n = limit > r->end ? limit - r->end : 0;

	r->end += text_utf8_error(r->buf + r->end, n);
	r->bad = r->end < limit && (last || r->end + 4 <= limit);
}

/* Marks and checks the block from byte `from` on. */
static void
block_scan(struct csvin *r, size_t from)
{
	size_t w = from / CSVSCAN_BLOCK;

	memset(r->buf + r->filled, 0, CSVSCAN_BLOCK);
	for (; w * CSVSCAN_BLOCK < r->filled && !r->bad; w++) {
		size_t at = w * CSVSCAN_BLOCK, limit = at + CSVSCAN_BLOCK;
		bool odd = r->end < at;

		if (limit > r->filled)
			limit = r->filled;
		r->marks[w] = csvscan(r->buf + at, r->delimiter, &odd);
		if (odd)
			check(r, limit, false);
		else if (r->end < limit)
			r->end = limit;
	}
	r->marks[w] = UINT64_MAX;
}

static int
fail_bad(const struct csvin *r)
{
	unsigned char c = (unsigned char)r->buf[r->end];
	size_t line = r->row + line_ends(r->buf + r->start, r->end - r->start);
	unsigned long long byte = r->base + r->end + 1;

	if (c == 0)
		return diag_fail_at(input_name(r->in), line,
				    "NUL byte (byte %llu of the file): "
				    "expected text in UTF-8",
				    byte);
	return diag_fail_at(input_name(r->in), line,
			    "byte 0x%02X (byte %llu of the file) is not UTF-8; "
			    "say the encoding, as --encoding windows-1252",
			    c, byte);
}

static int fail_long(struct csvin *r);

/* Reads on, the current record moved to the front. -1 on failure. */
static int
fill(struct csvin *r)
{
	size_t old = r->filled - r->start, from = r->start ? 0 : r->filled;
	ssize_t n;

	if (r->bad)
		return fail_bad(r);
	memmove(r->buf, r->buf + r->start, old);
	r->base += r->start;
	r->end -= r->start;
	r->start = r->next = 0;
	r->filled = old;
	if (old == BUFFER_MAX)
		return fail_long(r);
	if (old == r->cap)
		block_resize(r,
			     r->cap < BUFFER_MAX / 2 ? r->cap * 2 : BUFFER_MAX);
	n = input_read(r->in, r->buf + old, r->cap - old);
	if (n < 0)
		return -1;
	r->filled += (size_t)n;
	r->eof = n == 0;
	block_scan(r, from);
	if (r->eof)
		check(r, r->filled, true);
	return 0;
}

/* The first bytes: a BOM is dropped, another encoding's refused by name. */
static int
begin(struct csvin *r)
{
	static const struct {
		const char *bom, *name, *option;
		size_t n;
	} others[] = {{"\xFF\xFE\0\0", "UTF-32LE", "utf-32", 4},
		      {"\0\0\xFE\xFF", "UTF-32BE", "utf-32", 4},
		      {"\xFF\xFE", "UTF-16LE", "utf-16", 2},
		      {"\xFE\xFF", "UTF-16BE", "utf-16", 2}};

	r->begun = true;
	while (r->filled < 4 && !r->eof)
		if (fill(r) < 0)
			return -1;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (r->filled >= others[i].n &&
		    memcmp(r->buf, others[i].bom, others[i].n) == 0)
			return diag_fail_at(
			    input_name(r->in), 0,
			    "this is %s by its byte order mark, expected "
			    "UTF-8; say the encoding, as --encoding %s",
			    others[i].name, others[i].option);
	if (r->end >= 3 && memcmp(r->buf, "\xEF\xBB\xBF", 3) == 0)
		r->next = r->start = 3;
	return 0;
}

/* A walk over the marks. */
struct walk {
	const uint64_t *word;
	uint64_t bits;
	size_t at; /* of the word's first bit */
};

static inline struct walk
walk_from(const struct csvin *r, size_t at)
{
	const uint64_t *word = r->marks + at / 64;

	return (struct walk){word, *word & UINT64_MAX << (at & 63),
			     at & ~(size_t)63};
}

/* Place of the next mark; at the sentinel one not before `filled`. */
static inline size_t
walk_next(struct walk *w)
{
	size_t at;

	while (w->bits == 0) {
		w->bits = *++w->word;
		w->at += 64;
	}
	at = w->at + (size_t)__builtin_ctzll(w->bits);
	w->bits &= w->bits - 1;
	return at;
}

static inline void
field_add(struct csvin *r, size_t from, size_t to)
{
	if (r->count == r->field_cap)
		r->fields = mem_grow(r->fields, &r->field_cap, r->count + 1,
				     sizeof(*r->fields));
	r->fields[r->count++] = (struct text){r->buf + from, to - from};
	r->buf[to] = '\0';
}

/* Puts back in p, the current record or a copy of it, what field_add
 * overwrote. A field was quoted when a quote stands before it. */
static void
unsplit(const struct csvin *r, char *p, char term)
{
	const char *start = r->buf + r->start;

	for (size_t i = 0; i < r->count; i++) {
		struct text f = r->fields[i];
		size_t at = (size_t)(f.s - start);

		if (at > 0 && f.s[-1] == '"')
			p[at + f.n] = '"';
		else
			p[at + f.n] = i + 1 < r->count ? r->delimiter : term;
	}
}

/* Gives up on splitting directly. All fields so far ended in delimiters. */
static enum split
undo(struct csvin *r, enum split why)
{
	unsplit(r, r->buf + r->start, r->delimiter);
	r->count = 0;
	return why;
}

/* No byte will follow `end`. */
static bool
final(const struct csvin *r)
{
	return r->eof && !r->bad;
}

/* The line end at `at`, or the end of the input there. */
static void
ended(struct csvin *r, size_t at)
{
	r->next = at;
	if (at < r->end && r->buf[at] == '\r')
		r->next++;
	if (r->next < r->end && r->buf[r->next] == '\n')
		r->next++;
}

/* The quote that closes, when no line ends before it; else r->end. */
static size_t
closing(struct csvin *r, struct walk *w)
{
	size_t at;

	while ((at = walk_next(w)) < r->end) {
		if (r->buf[at] == '"')
			return at;
		if (r->buf[at] != r->delimiter)
			break;
		r->plain = false;
	}
	return r->end;
}

/* Splits a record whose quotes, if any, are plain. */
static enum split
split(struct csvin *r)
{
	const size_t end = r->end;
	struct walk w = walk_from(r, r->start);
	size_t from = r->start, at, to;
	char c;

	r->count = 0;
	r->plain = r->delimiter == ',';
	for (;; from = at + 1) {
		to = at = walk_next(&w);
		c = at < end ? r->buf[at] : '\n';
		if (c == '"') {
			if (at != from++)
				return undo(r, SPLIT_SLOW);
			to = closing(r, &w);
			at = walk_next(&w);
			if (to == end || (at != to + 1 && to + 1 != end))
				return undo(r, SPLIT_SLOW);
			c = at < end ? r->buf[at] : '\n';
			if (c == '"')
				return undo(r, SPLIT_SLOW);
		}
		if (c == r->delimiter) {
			field_add(r, from, to);
			continue;
		}
		if (!final(r) && at + (c == '\r') >= end)
			return undo(r, SPLIT_MORE);
		/* At the end of the input there may be no mark. */
		if (at > end)
			at = end;
		if (to > end)
			to = end;
		r->term = r->buf[at];
		ended(r, at);
		field_add(r, from, to);
		r->lines = 1;
		r->direct = true;
		r->blank = at == r->start;
		return SPLIT_DONE;
	}
}

/* What a look over a record's quotes found: where it ends, its lines, or
 * what is wrong at `at`, in which field (from 1) and line. */
struct look {
	size_t at, from, field, lines, open_line;
	enum fault fault;
};

/* Inside quotes: on to the quote that closes. SPLIT_MORE when the block or
 * the input ends first. */
static enum split
look_quoted(const struct csvin *r, struct walk *w, struct look *k)
{
	while ((k->at = walk_next(w)) + 1 < r->end ||
	       (k->at + 1 == r->end && final(r))) {
		char c = r->buf[k->at];
		char d = k->at + 1 < r->end ? r->buf[k->at + 1] : '\n';

		if (c == '\n' || (c == '\r' && d != '\n'))
			k->lines++;
		if (c != '"')
			continue;
		if (d == r->delimiter || d == '\r' || d == '\n')
			return SPLIT_DONE;
		if (d != '"') {
			k->at++;
			k->fault = FAULT_AFTER;
			return SPLIT_FAILED;
		}
		walk_next(w);
	}
	return SPLIT_MORE;
}

/* Finds the end of a record by its quotes, so that libcsv is given it whole.
 * SPLIT_SLOW: there it is; SPLIT_FAILED: a fault. */
static enum split
look(const struct csvin *r, struct look *k)
{
	struct walk w = walk_from(r, r->start);
	enum split rc;

	*k = (struct look){.from = r->start, .field = 1};
	while ((k->at = walk_next(&w)) < r->end) {
		char c = r->buf[k->at];

		if (c == r->delimiter) {
			k->from = k->at + 1;
			k->field++;
		} else if (c != '"') {
			return c == '\r' && k->at + 1 == r->end && !final(r)
				   ? SPLIT_MORE
				   : SPLIT_SLOW;
		} else if (k->at != k->from) {
			k->fault = FAULT_STRAY;
			return SPLIT_FAILED;
		} else {
			k->open_line = r->row + k->lines;
			rc = look_quoted(r, &w, k);
			if (rc == SPLIT_MORE)
				k->fault = FAULT_OPEN;
			if (rc != SPLIT_DONE)
				return final(r) ? SPLIT_FAILED : rc;
		}
	}
	k->at = r->end;
	return final(r) ? SPLIT_SLOW : SPLIT_MORE;
}

static int
fail_long(struct csvin *r)
{
	struct look k;

	look(r, &k);
	if (k.fault == FAULT_OPEN)
		return diag_fail_at(input_name(r->in), k.open_line,
				    "quote opened in field %zu is not closed "
				    "within %u bytes",
				    k.field, CSVIN_RECORD_MAX);
	return diag_fail_at(input_name(r->in), r->row,
			    "record longer than %u bytes", CSVIN_RECORD_MAX);
}

static int
fail_quote(const struct csvin *r, const struct look *k)
{
	char show[TEXT_SHOW];
	/* Only up to the fault: what follows may not have been read yet. */
	size_t from = k->at - k->from > 64 ? k->at - 64 : k->from;
	struct text here = {r->buf + from, k->at + 1 - from};

	if (k->fault == FAULT_OPEN)
		return diag_fail_at(input_name(r->in), k->open_line,
				    "quote opened in field %zu is never closed",
				    k->field);
	if (k->fault == FAULT_AFTER)
		return diag_fail_at(input_name(r->in), r->row + k->lines,
				    "text after the closing quote of field "
				    "%zu: '%s'; expected a delimiter",
				    k->field, text_show(here, show));
	return diag_fail_at(input_name(r->in), r->row + k->lines,
			    "quote inside unquoted field %zu: '%s'; expected "
			    "the field in quotes, its quotes doubled",
			    k->field, text_show(here, show));
}

static void
on_field(void *s, size_t n, void *ctx)
{
	struct csvin *r = ctx;
	char *p = r->cooked + r->used;

	if (n)
		memcpy(p, s, n);
	p[n] = '\0';
	r->used += n + 1;
	if (r->count == r->field_cap)
		r->fields = mem_grow(r->fields, &r->field_cap, r->count + 1,
				     sizeof(*r->fields));
	r->fields[r->count++] = (struct text){p, n};
}

/* Any record, by libcsv. */
static enum split
split_slow(struct csvin *r)
{
	struct look k;
	enum split rc = look(r, &k);
	const char *p = r->buf + r->start;
	size_t n;

	if (rc == SPLIT_MORE)
		return rc;
	if (rc == SPLIT_FAILED)
		r->next = k.at < r->end ? k.at + 1 : r->end;
	else
		ended(r, k.at);
	n = r->next - r->start;
	r->count = r->used = 0;
	r->cooked = mem_grow(r->cooked, &r->cooked_cap, n + 2, 1);
	if (csv_parse(&r->parser, p, n, on_field, NULL, r) != n ||
	    (rc == SPLIT_SLOW && k.at == r->end &&
	     csv_fini(&r->parser, on_field, NULL, r) != 0) ||
	    rc == SPLIT_FAILED) {
		fail_quote(r, &k);
		return SPLIT_FAILED;
	}
	r->plain = r->direct = false;
	r->blank = k.at == r->start;
	if (r->blank)
		on_field(NULL, 0, r);
	r->lines = k.lines + 1;
	return SPLIT_DONE;
}

int
csvin_next(struct csvin *r)
{
	enum split rc = SPLIT_MORE;

	if (r->failed)
		return -1;
	r->failed = true;
	if (!r->begun && begin(r) < 0)
		return -1;
	r->start = r->next;
	r->row += r->lines;
	r->lines = r->count = 0;
	while (rc == SPLIT_MORE) {
		if (r->start == r->end && final(r)) {
			r->failed = false;
			return 0;
		}
		rc = r->slow ? SPLIT_SLOW : split(r);
		if (rc == SPLIT_SLOW)
			rc = split_slow(r);
		if (rc == SPLIT_FAILED || (rc == SPLIT_MORE && fill(r) < 0))
			return -1;
	}
	if (r->next - r->start > CSVIN_RECORD_MAX)
		return fail_long(r);
	r->failed = false;
	r->record++;
	return 1;
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
	struct text t = {r->buf + r->start, r->next - r->start};
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
	return input_name(r->in);
}

/* Keeps the name of column i; -1 when it is empty or taken. */
static int
header_name(struct csvin *r, size_t i)
{
	struct text name = text_trim(r->fields[i]);
	char show[TEXT_SHOW];
	void **slot;

	if (name.n == 0)
		return diag_fail_at(csvin_name(r), r->row,
				    "column %zu has no name in the header",
				    i + 1);
	slot = map_slot(r->columns, name);
	if (*slot)
		return diag_fail_at(csvin_name(r), r->row,
				    "column name '%s' comes twice: columns "
				    "%zu and %zu",
				    text_show(name, show),
				    (size_t)((uintptr_t)*slot), i + 1);
	*slot = (void *)(uintptr_t)(i + 1);
	return 0;
}

int
csvin_header(struct csvin *r)
{
	int rc = csvin_next(r);

	assert(!r->columns);
	if (rc < 0)
		return -1;
	if (rc == 0)
		return diag_fail_at(csvin_name(r), 0,
				    "no header: the input is empty");
	if (r->blank)
		return diag_fail_at(csvin_name(r), r->row,
				    "no header: the first line is blank");
	r->columns = map_new();
	r->header_row = r->row;
	for (size_t i = 0; i < r->count; i++)
		if (header_name(r, i) < 0)
			return -1;
	return 0;
}

size_t
csvin_columns(const struct csvin *r)
{
	return map_count(r->columns);
}

struct text
csvin_column_name(const struct csvin *r, size_t i)
{
	return map_key(r->columns, i);
}

long
csvin_find(const struct csvin *r, const char *name)
{
	return (long)(uintptr_t)map_get(r->columns, text_of(name)) - 1;
}

/* All names, "a, b, c"; the caller frees. */
static char *
names(const struct csvin *r, const char **list)
{
	size_t n = 0, at = 0, count = csvin_columns(r);
	char *all;

	for (size_t i = 0; i < count; i++)
		n += csvin_column_name(r, i).n + 2;
	all = mem_array(n + 1, 1);
	for (size_t i = 0; i < count; i++) {
		struct text t = csvin_column_name(r, i);

		list[i] = t.s;
		if (i > 0) {
			memcpy(all + at, ", ", 2);
			at += 2;
		}
		memcpy(all + at, t.s, t.n);
		at += t.n;
	}
	return all;
}

long
csvin_need(const struct csvin *r, const char *name)
{
	long i = csvin_find(r, name);
	const char **list, *near;
	char *all;

	if (i >= 0)
		return i;
	list = mem_array(csvin_columns(r), sizeof(*list));
	all = names(r, list);
	near = text_nearest(text_of(name), list, csvin_columns(r));
	diag_fail_at(csvin_name(r), r->header_row,
		     "no column '%s'%s%s%s columns: %s", name,
		     near ? "; did you mean '" : ";", near ? near : "",
		     near ? "'?" : "", all);
	free(all);
	free(list);
	return -1;
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
