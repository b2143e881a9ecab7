#include "out/series.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "ask/choice.h"
#include "mem.h"
#include "table/rows.h"
#include "table/value.h"

struct held {
	struct text *fields;
	bool plain;
	size_t rank; /* of its table in the selection */
};

struct series {
	struct arena *arena;
	struct map *cells; /* key -> struct held */
	struct held **list;
	size_t count, cap;
	char *key;
	size_t key_cap;
};

struct series *
series_new(const struct choice *c)
{
	struct series *s;

	if (!choice_shares(c))
		return NULL;
	s = mem_new(struct series);
	s->arena = arena_new();
	s->cells = map_new();
	return s;
}

void
series_free(struct series *s)
{
	if (!s)
		return;
	map_free(s->cells);
	arena_free(s->arena);
	free(s->list);
	free(s->key);
	free(s);
}

/* Which cell it is, whatever table it came from. */
static struct text
key_of(struct series *s, const struct text *fields, size_t columns)
{
	size_t n = 0;

	for (size_t i = ROW_ONDERWERP; i < columns; i++) {
		if (i > ROW_PERIODE && i < ROW_FIXED)
			continue;
		s->key = mem_grow(s->key, &s->key_cap, n + fields[i].n + 1, 1);
		if (fields[i].n)
			memcpy(s->key + n, fields[i].s, fields[i].n);
		n += fields[i].n;
		s->key[n++] = '\x1f';
	}
	return (struct text){s->key, n};
}

/* Only the value is not kept elsewhere. */
static void
fill(struct series *s, struct held *h, const struct text *fields,
     size_t columns)
{
	if (!h->fields)
		h->fields = arena_alloc(s->arena, columns, sizeof(*h->fields));
	memcpy(h->fields, fields, columns * sizeof(*fields));
	h->fields[ROW_WAARDE] = arena_text(s->arena, fields[ROW_WAARDE]);
}

static void
tell(struct run *run, const struct text *newer, const struct text *older)
{
	struct text args[] = {newer[ROW_ONDERWERP], newer[ROW_REGIO],
			      newer[ROW_PERIODE],   newer[ROW_TABEL],
			      newer[ROW_WAARDE],    older[ROW_TABEL],
			      older[ROW_WAARDE]};
	struct spot spot = {.name = newer[ROW_ONDERWERP],
			    .value = older[ROW_WAARDE]};

	run_finding(run, RULE_EDITION, &spot, args, 7);
}

static struct held *
hold(struct series *s)
{
	struct held *h = arena_alloc(s->arena, 1, sizeof(*h));

	s->list = mem_grow(s->list, &s->cap, s->count + 1, sizeof(*s->list));
	s->list[s->count++] = h;
	return h;
}

/* The same cell of another table: one of the two goes. */
static void
settle(struct series *s, struct held *h, const struct edition *e, size_t rank,
       bool plain)
{
	struct run *run = e->run;
	const struct text *now = rows_fields(run->rows);
	bool newer = rank > h->rank;

	if (!value_same(now[ROW_WAARDE], h->fields[ROW_WAARDE]))
		tell(run, newer ? now : h->fields, newer ? h->fields : now);
	run->written--;
	run->left_out++;
	if (!newer)
		return;
	fill(s, h, now, rows_columns(run->rows));
	h->rank = rank;
	h->plain = plain;
}

void
series_add(struct series *s, const struct edition *e, bool plain)
{
	const struct text *now = rows_fields(e->run->rows);
	size_t columns = rows_columns(e->run->rows);
	size_t dimensions = rows_dimensions(e->run->rows);
	size_t rank = choice_rank(e->run->choice, e->table);
	struct held **place = (struct held **)map_slot(
	    s->cells, key_of(s, now, ROW_FIXED + dimensions));
	struct held *h = *place;

	if (h && h->rank != rank) {
		settle(s, h, e, rank, plain);
		return;
	}
	h = hold(s);
	fill(s, h, now, columns);
	h->rank = rank;
	h->plain = plain;
	*place = h;
}

bool
series_take(struct series *s, struct run *run, size_t i, bool *plain)
{
	if (i >= s->count)
		return false;
	memcpy(rows_fields(run->rows), s->list[i]->fields,
	       rows_columns(run->rows) * sizeof(struct text));
	*plain = s->list[i]->plain;
	return true;
}
