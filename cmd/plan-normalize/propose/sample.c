#include "propose/sample.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "ground/folded.h"
#include "csvin.h"
#include "diag.h"
#include "mem.h"
#include "ground/memory.h"

#define HEADER_WITHIN 20

static const char candidates[] = ";\t,|";

/* The candidate that stands most often outside quotes. */
static char
most_frequent(struct text t)
{
	size_t counts[sizeof(candidates)] = {0}, best = 0;
	bool quoted = false;
	const char *c;

	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == '"')
			quoted = !quoted;
		c = t.s[i] && !quoted ? strchr(candidates, t.s[i]) : NULL;
		if (c)
			counts[c - candidates]++;
	}
	for (size_t i = 1; i < sizeof(candidates) - 1; i++)
		if (counts[i] > counts[best])
			best = i;
	return candidates[best];
}

/* What one record says about where the header is. */
struct row_sight {
	size_t known, filled, n;
	size_t years; /* cells that are known names of years */
	bool twice;   /* a name comes twice */
	bool *has;    /* the cells that are not empty */
};

static struct row_sight
look_at(const struct csvin *r, const struct vocabulary *v, struct arena *a)
{
	struct row_sight s = {0};
	size_t n;
	const struct text *f = csvin_fields(r, &n);
	struct years y;

	s.n = n;
	s.has = arena_alloc(a, n, sizeof(*s.has));
	for (size_t i = 0; i < n; i++) {
		struct text name = folded_text(a, f[i]);

		s.has[i] = name.n > 0;
		s.filled += name.n > 0;
		y = (struct years){0, 0};
		s.known += vocabulary_find(v, name, &y) != NULL;
		s.years += years_given(y);
		for (size_t k = 0; name.n && k < i && !s.twice; k++)
			s.twice = text_equal(name, folded_text(a, f[k]));
	}
	return s;
}

/* True when a name stands in the row above only. */
static bool
completes(const struct row_sight *above, const struct row_sight *row)
{
	for (size_t i = 0; i < above->n && i < row->n; i++)
		if (above->has[i] && !row->has[i])
			return true;
	return false;
}

/* True when the row is nothing but years, under cells that merging left empty:
 * no record has only years. */
static bool
divides(const struct row_sight *row, const struct row_sight *below)
{
	if (!below->filled || below->years < below->filled)
		return false;
	for (size_t i = 0; i < row->n && i < below->n; i++)
		if (below->has[i] && !row->has[i])
			return true;
	return false;
}

/* The record with most known names is the last header row; the one above is
 * another when it tells apart names that come twice, or has names that are
 * empty below. Or it is the first of two, when there are years below it. */
static int
find_header(struct sample *s, struct text bytes, const struct vocabulary *v)
{
	struct memory m;
	struct input *in = memory_input(&m, "header", bytes);
	struct csvin *r = csvin_new(in, s->delimiter);
	struct row_sight best = {0}, above = {0}, below = {0}, now = {0}, prev;
	size_t at = 0;
	int rc;

	for (size_t i = 1; i <= HEADER_WITHIN; i++) {
		prev = now;
		rc = csvin_next(r);
		if (rc <= 0)
			break;
		now = look_at(r, v, s->arena);
		if (at && i == at + 1)
			below = now;
		if (now.known <= best.known)
			continue;
		best = now;
		above = prev;
		below = (struct row_sight){0};
		at = i;
	}
	csvin_free(r);
	input_close(in);
	if (best.known < 2)
		return -1;
	s->kopregels =
	    above.filled > 1 && (best.twice || completes(&above, &best)) ? 2
									 : 1;
	s->kop = at + 1 - s->kopregels;
	if (s->kopregels == 1 && divides(&best, &below))
		s->kopregels = 2;
	return 0;
}

static void
keep_row(struct sample *s, const struct csvin *r)
{
	size_t n;
	const struct text *f = csvin_fields(r, &n);
	struct text *row;

	if (n != s->header->count)
		return;
	row = arena_alloc(s->arena, n, sizeof(*row));
	for (size_t i = 0; i < n; i++)
		row[i] = arena_text(s->arena, text_trim(f[i]));
	s->rows = mem_grow(s->rows, &s->row_cap, s->row_count + 1,
			   sizeof(struct text *));
	s->rows[s->row_count++] = row;
}

/* The last row of a header of two, by itself. */
static void
keep_last(struct sample *s, const struct csvin *r)
{
	size_t n;
	const struct text *f = csvin_fields(r, &n);

	s->last = arena_alloc(s->arena, s->header->count + 1, sizeof(*s->last));
	for (size_t i = 0; i < s->header->count; i++)
		s->last[i] = folded_text(s->arena, i < n ? f[i] : text_of(""));
}

static int
read_rows(struct sample *s, struct text bytes)
{
	struct layout l = {
	    .path = "", .kop = s->kop, .kopregels = s->kopregels};
	struct memory m;
	struct input *in = memory_input(&m, "header", bytes);
	struct csvin *r = csvin_new(in, s->delimiter);
	int rc = -1;

	s->header = header_read(r, &l);
	if (s->header) {
		keep_last(s, r);
		while ((rc = csvin_next(r)) == 1)
			keep_row(s, r);
	}
	csvin_free(r);
	input_close(in);
	return rc;
}

struct sample *
sample_take(struct input *in, char delimiter, const struct vocabulary *v)
{
	struct sample *s = mem_new(struct sample);
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	struct text bytes = {(const char *)p, n > 0 ? (size_t)n : 0};
	int rc = n < 0 ? -1 : 0;

	s->arena = arena_new();
	bytes = memory_whole_lines(bytes);
	s->delimiter = delimiter ? delimiter : most_frequent(bytes);
	if (rc == 0 && find_header(s, bytes, v) < 0)
		rc = diag_fail("%s: no header: none of the first %d rows has "
			       "two names that the layouts know",
			       input_name(in), HEADER_WITHIN);
	if (rc == 0)
		rc = read_rows(s, bytes);
	if (rc == 0)
		return s;
	sample_free(s);
	return NULL;
}

void
sample_free(struct sample *s)
{
	if (!s)
		return;
	header_free(s->header);
	free(s->rows);
	arena_free(s->arena);
	free(s);
}
