#include "limits.h"

#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"
#include "table.h"

enum { MAAT, GEMEENTE, DALING, STIJGING, VANAF, COLUMNS };

static const char *const columns[COLUMNS] = {"maat", "gemeente", "daling",
					     "stijging", "vanaf"};

struct limits {
	struct arena *arena;
	struct map *of; /* measure and gemeente -> struct limit */
};

/* More is no percentage but a slip of the hand. */
#define MOST_PERCENT 1000000

struct limits *
limits_new(void)
{
	struct limits *l = mem_new(struct limits);

	l->arena = arena_new();
	l->of = map_new();
	return l;
}

void
limits_free(struct limits *l)
{
	if (!l)
		return;
	map_free(l->of);
	arena_free(l->arena);
	free(l);
}

static struct text
key_of(struct buffer *b, enum measure m, struct text gemeente)
{
	buffer_clear(b);
	buffer_part(b, measure_name(m));
	buffer_part(b, gemeente);
	return buffer_view(b);
}

/* 1, 0 when it is empty, -1 with the message given. */
static int
whole(const struct table *t, size_t i, size_t column, int64_t most,
      struct num *out)
{
	int rc = table_whole(t, i, column, out);

	if (rc == 1 && (out->units < 0 || num_compare(*out, num_of(most)) > 0))
		return table_fail(t, i, column,
				  "'%s' found, expected a whole number from 0 "
				  "to %lld",
				  table_cell(t, i, column).s, (long long)most);
	return rc;
}

static int
take(struct limits *l, const struct table *t, size_t i, struct buffer *key)
{
	struct limit *limit = arena_alloc(l->arena, 1, sizeof(*limit));
	struct num fall = {0}, rise = {0}, from = {0};
	size_t m;
	int word = table_word(t, i, MAAT, measure_words, MEASURE_COUNT, &m);
	int down, up;

	if (word == 0)
		return table_fail(t, i, MAAT,
				  "'' found, expected a measure, "
				  "as woningen");
	if (word < 0 || (down = whole(t, i, DALING, 100, &fall)) < 0 ||
	    (up = whole(t, i, STIJGING, MOST_PERCENT, &rise)) < 0 ||
	    whole(t, i, VANAF, INT64_C(1000000000), &from) < 0)
		return -1;
	num_round(fall, 0, NUM_DOWN, &fall);
	num_round(rise, 0, NUM_DOWN, &rise);
	*limit = (struct limit){down == 1, up == 1, fall.units, rise.units,
				sum_of(from)};
	*map_slot(l->of, key_of(key, (enum measure)m,
				table_cell(t, i, GEMEENTE))) = limit;
	return 0;
}

int
limits_load(struct limits *l, const char *path)
{
	struct table *t = table_load(path, columns, COLUMNS);
	static const size_t once[] = {MAAT, GEMEENTE};
	struct buffer key = {0};
	int rc = t ? table_once(t, once, 2) : -1;

	for (size_t i = 0; rc == 0 && i < table_rows(t); i++)
		rc = take(l, t, i, &key);
	buffer_free(&key);
	table_free(t);
	return rc;
}

struct limit
limits_of(const struct limits *l, enum measure m, struct text gemeente)
{
	struct buffer key = {0};
	const struct limit *found = map_get(l->of, key_of(&key, m, gemeente));

	if (!found)
		found = map_get(l->of, key_of(&key, m, text_of("")));
	buffer_free(&key);
	return found ? *found : (struct limit){0};
}
