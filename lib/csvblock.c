#include "csvblock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csvscan.h"
#include "diag.h"
#include "filekind.h"
#include "mem.h"
#include "opt.h"
#include "text.h"

/* Tests make it small, so that records meet its edges. */
#ifndef CSVBLOCK_SIZE
#define CSVBLOCK_SIZE (64u << 10)
#endif

/* Enough of a file to see what it is. */
#define HEAD 128u

/* Room for the longest record and one byte to look ahead (CR, then LF?). */
static size_t
most(const struct csvblock *b)
{
	return b->longest + CSVSCAN_BLOCK;
}

static void
resize(struct csvblock *b, size_t cap)
{
	b->cap = cap;
	b->buf = mem_resize(b->buf, cap + CSVSCAN_BLOCK, 1);
	/* One word more, the sentinel that ends a walk. */
	b->marks =
	    mem_resize(b->marks, cap / CSVSCAN_BLOCK + 2, sizeof(*b->marks));
	b->ends =
	    mem_resize(b->ends, cap / CSVSCAN_BLOCK + 2, sizeof(*b->ends));
}

/* The word where a walk ends. */
static void
stop(struct csvblock *b, size_t w)
{
	b->marks[w] = UINT64_MAX;
	b->ends[w] = (struct csvends){0, 0, UINT64_MAX, 0};
}

void
csvblock_init(struct csvblock *b, struct input *in, char delimiter,
	      size_t longest)
{
	*b = (struct csvblock){
	    .in = in, .delimiter = delimiter, .longest = longest};
	resize(b, CSVBLOCK_SIZE);
	stop(b, 0);
}

void
csvblock_free(struct csvblock *b)
{
	free(b->ends);
	free(b->marks);
	free(b->buf);
}

bool
csvblock_full(const struct csvblock *b)
{
	return b->filled - b->start == most(b);
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

#define ADVICE 80

/* What to do about an encoding that is not read. */
static const char *
advise(const char *encoding, char buf[ADVICE])
{
	snprintf(buf, ADVICE,
		 opt_has("encoding")
		     ? "say the encoding, as --encoding %s"
		     : "save it as UTF-8, as iconv -f %s -t UTF-8 does",
		 encoding);
	return buf;
}

static int
fail_bad(const struct csvblock *b, size_t row)
{
	unsigned char c = (unsigned char)b->buf[b->end];
	size_t line = row + line_ends(b->buf + b->start, b->end - b->start);
	unsigned long long byte = b->base + b->end + 1;
	char advice[ADVICE];

	if (c == 0)
		return diag_fail_at(input_name(b->in), line,
				    "NUL byte (byte %llu of the file): "
				    "expected text in UTF-8",
				    byte);
	return diag_fail_at(input_name(b->in), line,
			    "byte 0x%02X (byte %llu of the file) is not UTF-8; "
			    "%s",
			    c, byte, advise("windows-1252", advice));
}

/* Checks what lies between `end` and `limit`; a character that may go on
 * after the limit waits, unless this is the last of the input. */
static void
check(struct csvblock *b, size_t limit, bool last)
{
	size_t n = limit > b->end ? limit - b->end : 0;

	b->end += text_utf8_error(b->buf + b->end, n);
	b->bad = b->end < limit && (last || b->end + 4 <= limit);
}

/* From each bit that is set on up to the next, which is not. */
static uint64_t
between(uint64_t x)
{
	for (unsigned i = 1; i < CSVSCAN_BLOCK; i *= 2)
		x ^= x << i;
	return x;
}

/* Where fields end among these marks. Returns the state behind them. */
static struct csvstate
find_ends(struct csvends *to, struct csvmarks m, struct csvstate s)
{
	uint64_t ends = m.delimiters | m.lines, inside, opens, closes;

	if (!(m.quotes | s.inside | s.closed)) {
		*to = (struct csvends){m.delimiters, 0, m.lines, 0};
		return (struct csvstate){.ended = ends >> 63};
	}
	inside = between(m.quotes) ^ s.inside;
	opens = m.quotes & inside;
	closes = m.quotes & ~inside;
	ends &= ~inside;
	to->delimiters = m.delimiters & ~inside;
	to->closed = closes << 1 | s.closed;
	to->stops = (m.lines & ~inside) | (opens & ~(ends << 1 | s.ended)) |
		    (to->closed & ~ends);
	to->inner = (m.delimiters | m.lines) & inside;
	return (struct csvstate){0 - (inside >> 63), ends >> 63, closes >> 63};
}

/* Marks and checks the block from byte `from` on. */
static void
scan(struct csvblock *b, size_t from)
{
	size_t w = from / CSVSCAN_BLOCK;

	/* A record begins. */
	if (from == 0)
		b->state = (struct csvstate){.ended = 1};
	memset(b->buf + b->filled, 0, CSVSCAN_BLOCK);
	for (; w * CSVSCAN_BLOCK < b->filled && !b->bad; w++) {
		size_t at = w * CSVSCAN_BLOCK, limit = at + CSVSCAN_BLOCK;
		bool odd = b->end < at;
		struct csvmarks m = csvscan(b->buf + at, b->delimiter, &odd);
		struct csvstate next = find_ends(&b->ends[w], m, b->state);

		b->marks[w] = csvmarks_all(m);
		if (limit > b->filled)
			limit = b->filled;
		else
			b->state = next;
		if (odd)
			check(b, limit, false);
		else if (b->end < limit)
			b->end = limit;
	}
	stop(b, w);
	if (b->eof)
		check(b, b->filled, true);
}

/* Reads behind `filled`. Of a long record at least half as much again, so
 * that looking at it anew after each read costs no more than twice. */
static int
read_on(struct csvblock *b, size_t old)
{
	size_t want = b->filled + (old > 1024 ? old / 2 : 1);
	ssize_t n;

	do {
		n = input_read(b->in, b->buf + b->filled, b->cap - b->filled);
		if (n < 0)
			return -1;
		b->filled += (size_t)n;
	} while (n > 0 && b->filled < want && b->filled < b->cap);
	b->eof = n == 0;
	return 0;
}

int
csvblock_fill(struct csvblock *b, size_t row)
{
	size_t old = b->filled - b->start, from = b->start ? 0 : b->filled;

	if (b->bad)
		return fail_bad(b, row);
	memmove(b->buf, b->buf + b->start, old);
	b->base += b->start;
	b->end -= b->start;
	b->start = 0;
	b->filled = old;
	if (old == b->cap)
		resize(b, b->cap < most(b) / 2 ? b->cap * 2 : most(b));
	if (read_on(b, old) < 0)
		return -1;
	scan(b, from);
	return 0;
}

int
csvblock_begin(struct csvblock *b)
{
	static const struct {
		const char *bom, *name, *option;
		size_t n;
	} others[] = {{"\xFF\xFE\0\0", "UTF-32LE", "utf-32", 4},
		      {"\0\0\xFE\xFF", "UTF-32BE", "utf-32", 4},
		      {"\xFF\xFE", "UTF-16LE", "utf-16", 2},
		      {"\xFE\xFF", "UTF-16BE", "utf-16", 2}};
	char advice[ADVICE];

	do
		if (read_on(b, 0) < 0)
			return -1;
	while (b->filled < HEAD && b->filled < b->cap && !b->eof);
	scan(b, 0);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (b->filled >= others[i].n &&
		    memcmp(b->buf, others[i].bom, others[i].n) == 0)
			return diag_fail_at(
			    input_name(b->in), 0,
			    "this is %s by its byte order mark, expected "
			    "UTF-8; %s",
			    others[i].name, advise(others[i].option, advice));
	if (filekind_refuse(input_name(b->in), "CSV", b->buf, b->filled) < 0)
		return -1;
	if (b->end >= 3 && memcmp(b->buf, "\xEF\xBB\xBF", 3) == 0)
		b->start = 3;
	return 0;
}
