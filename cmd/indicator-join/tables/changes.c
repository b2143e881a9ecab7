#include "tables/changes.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"
#include "period.h"
#include "table.h"

enum column { OUD, NIEUW, DATUM, AANDEEL, COLUMNS };

static const char *const columns[COLUMNS] = {"oud", "nieuw", "datum",
					     "aandeel"};

#define NO_ROW ((size_t)-1)

/* The rows of one oud on one date: to where it goes. */
struct split {
	size_t first, last, count;
};

struct changes {
	struct table *table;
	struct change *list;
	size_t count, cap;
	/* While it is loaded. */
	struct arena *arena;
	struct map *splits;	 /* by oud and date */
	struct map *known;	 /* changes by date and place: where + 1 */
	struct map *parts;	 /* by date, place and part */
	struct split **split_of; /* by row */
	size_t *next;		 /* the next row of a split, or NO_ROW */
	struct buffer key;
};

static int
read_place(struct changes *c, size_t row, enum column column, struct places *ps,
	   size_t *out)
{
	struct text code = table_cell(c->table, row, column);

	if (region_level(code) != REGION_GEMEENTE)
		return table_fail(c->table, row, column,
				  "expected a municipality (GM0000), found "
				  "\"%s\"",
				  code.s);
	*out = (size_t)places_find(ps, code);
	return 0;
}

static int
read_date(const struct changes *c, size_t row, int32_t *out)
{
	struct text t = table_cell(c->table, row, DATUM);

	if (date_parse(t, out))
		return 0;
	return table_fail(c->table, row, DATUM,
			  "expected a date (2022-03-24), found \"%s\"", t.s);
}

static int
read_share(const struct changes *c, size_t row, struct num *out)
{
	struct text t = table_cell(c->table, row, AANDEEL);

	*out = num_of(1);
	if (t.n == 0 && c->split_of[row]->count == 1)
		return 0;
	if (t.n == 0)
		return table_fail(c->table, row, AANDEEL,
				  "\"%s\" is split: expected the share of "
				  "each part (0.25)",
				  table_cell(c->table, row, OUD).s);
	if (num_parse(t, NUM_PLAIN, out) != NUM_OK || out->units <= 0 ||
	    num_compare(*out, num_of(1)) > 0)
		return table_fail(c->table, row, AANDEEL,
				  "expected a fraction above 0, at most 1, "
				  "found \"%s\"",
				  t.s);
	return 0;
}

/* All shares of this oud on this date, together; once, at the first of them. */
static int
check_shares(const struct changes *c, size_t row)
{
	const struct split *s = c->split_of[row];
	struct num sum = num_of(0), share;
	char buf[NUM_TEXT];

	if (row != s->first)
		return 0;
	for (size_t i = s->first; i != NO_ROW; i = c->next[i]) {
		if (read_share(c, i, &share) < 0)
			return -1;
		if (!num_add(sum, share, &sum))
			break;
	}
	if (num_compare(sum, num_of(1)) == 0)
		return 0;
	return table_fail(c->table, row, AANDEEL,
			  "the shares of %s on %s are %s together, expected 1",
			  table_cell(c->table, row, OUD).s,
			  table_cell(c->table, row, DATUM).s,
			  num_format(sum, buf).s);
}

/* Where numbers are known by, made when they are new. */
static void **
slot_of(struct changes *c, struct map *m, int32_t date, size_t place,
	size_t part)
{
	buffer_clear(&c->key);
	buffer_bytes(&c->key, (const char *)&date, sizeof(date));
	buffer_bytes(&c->key, (const char *)&place, sizeof(place));
	buffer_bytes(&c->key, (const char *)&part, sizeof(part));
	return map_slot(m, buffer_view(&c->key));
}

static struct change *
change_of(struct changes *c, int32_t date, size_t place)
{
	void **slot = slot_of(c, c->known, date, place, 0);
	struct change *x;

	if (*slot)
		return &c->list[(uintptr_t)*slot - 1];
	c->list = mem_grow(c->list, &c->cap, c->count + 1, sizeof(*c->list));
	x = &c->list[c->count++];
	*slot = (void *)(uintptr_t)c->count;
	*x = (struct change){.date = date, .place = place};
	return x;
}

static int
add_row(struct changes *c, size_t row, struct places *ps)
{
	struct change *x;
	struct part part;
	size_t nieuw = 0; /* gcc does not see that it is read */
	int32_t date;
	void **slot;

	if (read_place(c, row, OUD, ps, &part.place) < 0 ||
	    read_place(c, row, NIEUW, ps, &nieuw) < 0 ||
	    read_date(c, row, &date) < 0 ||
	    read_share(c, row, &part.share) < 0 || check_shares(c, row) < 0)
		return -1;
	x = change_of(c, date, nieuw);
	slot = slot_of(c, c->parts, date, nieuw, part.place);
	if (*slot)
		return table_fail(c->table, row, OUD,
				  "\"%s\" is a part already",
				  table_cell(c->table, row, OUD).s);
	*slot = c;
	x->parts = mem_grow(x->parts, &x->cap, x->count + 1, sizeof(*x->parts));
	x->parts[x->count++] = part;
	x->line = table_line(c->table, row);
	return 0;
}

/* Which rows are of one oud and date. */
static void
find_splits(struct changes *c)
{
	size_t n = table_rows(c->table);

	c->split_of = mem_array(n + 1, sizeof(*c->split_of));
	c->next = mem_array(n + 1, sizeof(*c->next));
	for (size_t i = 0; i < n; i++) {
		struct split *s;
		void **slot;

		buffer_clear(&c->key);
		buffer_part(&c->key, table_cell(c->table, i, OUD));
		buffer_part(&c->key, table_cell(c->table, i, DATUM));
		slot = map_slot(c->splits, buffer_view(&c->key));
		s = *slot;
		if (!s) {
			s = *slot = arena_alloc(c->arena, 1, sizeof(*s));
			s->first = i;
		} else {
			c->next[s->last] = i;
		}
		s->last = i;
		s->count++;
		c->split_of[i] = s;
		c->next[i] = NO_ROW;
	}
}

/* What only loading needs. */
static void
forget(struct changes *c)
{
	map_free(c->splits);
	map_free(c->known);
	map_free(c->parts);
	c->splits = c->known = c->parts = NULL;
	free(c->split_of);
	free(c->next);
	c->split_of = NULL;
	c->next = NULL;
	buffer_free(&c->key);
	arena_free(c->arena);
	c->arena = NULL;
}

static int
by_date(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	if (x->date != y->date)
		return x->date < y->date ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

struct changes *
changes_load(const char *path, struct places *ps)
{
	struct changes *c = mem_new(struct changes);
	int rc = 0;

	c->arena = arena_new();
	c->splits = map_new();
	c->known = map_new();
	c->parts = map_new();
	c->table = table_load(path, columns, COLUMNS);
	if (!c->table)
		rc = -1;
	else
		find_splits(c);
	for (size_t i = 0; rc == 0 && i < table_rows(c->table); i++)
		rc = add_row(c, i, ps);
	forget(c);
	if (rc < 0) {
		changes_free(c);
		return NULL;
	}
	if (c->count)
		qsort(c->list, c->count, sizeof(*c->list), by_date);
	return c;
}

void
changes_free(struct changes *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->count; i++)
		free(c->list[i].parts);
	free(c->list);
	table_free(c->table);
	free(c);
}

size_t
changes_count(const struct changes *c)
{
	return c ? c->count : 0;
}

const struct change *
changes_at(const struct changes *c, size_t i)
{
	return &c->list[i];
}

const char *
changes_name(const struct changes *c)
{
	return table_name(c->table);
}
