#include "read/header.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "diag.h"
#include "ground/folded.h"
#include "mem.h"

static void
keep_raw(struct header *h, struct text raw, size_t *cap)
{
	h->raw = mem_grow(h->raw, cap, h->raw_n + raw.n + 1, 1);
	memcpy(h->raw + h->raw_n, raw.s, raw.n);
	h->raw_n += raw.n;
}

static struct text
join(struct arena *a, struct text upper, struct text lower)
{
	char *s;

	if (!upper.n || !lower.n)
		return upper.n ? upper : lower;
	s = arena_alloc(a, upper.n + lower.n + 2, 1);
	memcpy(s, upper.s, upper.n);
	s[upper.n] = ' ';
	memcpy(s + upper.n + 1, lower.s, lower.n);
	return (struct text){s, upper.n + 1 + lower.n};
}

/* One header row under those before. In all but the last an empty cell takes
 * what is to its left. */
static void
add_row(struct header *h, const struct csvin *r, bool last)
{
	size_t n, width = h->count;
	const struct text *fields = csvin_fields(r, &n);
	struct text cell = {"", 0}, *names;

	if (n > width) {
		names = arena_alloc(h->arena, n, sizeof(*names));
		for (size_t i = 0; i < n; i++)
			names[i] = i < width ? h->names[i] : text_of("");
		h->names = names;
		h->count = n;
	}
	for (size_t i = 0; i < n; i++) {
		struct text t = text_trim(fields[i]);

		if (t.n || last)
			cell = arena_text(h->arena, t);
		h->names[i] = join(h->arena, h->names[i], cell);
	}
}

static void
add_above(struct header *h, const struct csvin *r)
{
	struct above *a = &h->above[h->above_count++];
	const struct text *fields = csvin_fields(r, &a->count);

	a->fields = arena_alloc(h->arena, a->count, sizeof(*a->fields));
	a->folded = arena_alloc(h->arena, a->count, sizeof(*a->folded));
	for (size_t i = 0; i < a->count; i++) {
		a->fields[i] = arena_text(h->arena, text_trim(fields[i]));
		a->folded[i] = folded_text(h->arena, a->fields[i]);
	}
}

struct text
header_above(const struct header *h, size_t column, size_t row)
{
	if (row >= h->above_count || column >= h->above[row].count)
		return text_of("");
	return h->above[row].fields[column];
}

static void
fold(struct header *h)
{
	h->folded = arena_alloc(h->arena, h->count + 1, sizeof(*h->folded));
	for (size_t i = 0; i < h->count; i++)
		h->folded[i] = folded_text(h->arena, h->names[i]);
}

/* 1 when the header is whole, 0 when the file ends before, -1. */
static int
read_rows(struct header *h, struct csvin *r, const struct layout *l)
{
	size_t cap = 0, last = l->kop + l->kopregels - 1;
	int rc = 1;

	h->above = arena_alloc(h->arena, l->kop, sizeof(*h->above));
	for (size_t i = 1; i <= last; i++) {
		rc = csvin_next(r);
		if (rc <= 0)
			break;
		keep_raw(h, csvin_raw(r), &cap);
		if (i < l->kop)
			add_above(h, r);
		else
			add_row(h, r, i == last);
	}
	return rc;
}

struct header *
header_read(struct csvin *r, const struct layout *l)
{
	struct header *h = mem_new(struct header);
	int rc;

	h->arena = arena_new();
	rc = read_rows(h, r, l);
	if (rc == 0)
		diag_fail("%s: no header: the layout %s has it in row %zu",
			  csvin_name(r), l->path, l->kop + l->kopregels - 1);
	if (rc != 1) {
		header_free(h);
		return NULL;
	}
	fold(h);
	return h;
}

void
header_free(struct header *h)
{
	if (!h)
		return;
	free(h->raw);
	arena_free(h->arena);
	free(h);
}
