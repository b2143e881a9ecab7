#include "tables/limits.h"

#include <stdlib.h>

#include "mem.h"
#include "table.h"

static const char *const names[LIMITS] = {"bereik", "sprong", "reeks", "bron"};

enum column { TOETS, GRENS, INDICATOR, TEGEN, COLUMNS };

static const char *const columns[COLUMNS] = {"toets", "grens", "?indicator",
					     "?tegen"};

struct limits {
	bool given[LIMITS];
	struct num limit[LIMITS];
	struct limits_pair *pairs;
	size_t count, cap;
};

/* The row of an indicator, or the count when the catalogue has it not. */
static size_t
find_indicator(const struct catalogue *c, struct text code)
{
	size_t n = catalogue_count(c), i = 0;

	while (i < n && !text_equal(catalogue_at(c, i)->code, code))
		i++;
	return i;
}

static int
add_pair(struct limits *l, struct catalogue *c, const struct table *t, size_t i,
	 struct num limit)
{
	struct text code = table_cell(t, i, INDICATOR);
	struct text against = table_cell(t, i, TEGEN);
	struct limits_pair pair = {.limit = limit};

	if (code.n == 0)
		return table_fail(t, i, INDICATOR,
				  "empty; expected the code of an indicator");
	pair.indicator = find_indicator(c, code);
	if (pair.indicator == catalogue_count(c))
		return 0;
	if (!catalogue_further(c, against, &pair.series))
		return table_fail(t, i, TEGEN,
				  "expected onderwerp|naam=code|..., found "
				  "\"%s\"",
				  against.s);
	l->pairs = mem_grow(l->pairs, &l->cap, l->count + 1, sizeof(*l->pairs));
	l->pairs[l->count++] = pair;
	return 0;
}

static int
add_row(struct limits *l, struct catalogue *c, const struct table *t, size_t i)
{
	size_t test = LIMITS;
	struct num limit;
	int rc = table_word(t, i, TOETS, names, LIMITS, &test);

	if (rc == 1)
		rc = table_decimal(t, i, GRENS, &limit);
	if (rc == 0)
		return table_fail(t, i, test == LIMITS ? TOETS : GRENS,
				  "must not be empty");
	if (rc == 1 && limit.units < 0)
		return table_fail(t, i, GRENS, "expected 0 or more");
	if (rc < 0)
		return -1;
	if (test == LIMIT_BRON)
		return add_pair(l, c, t, i, limit);
	l->given[test] = true;
	l->limit[test] = limit;
	return 0;
}

struct limits *
limits_load(const char *path, struct catalogue *c)
{
	struct limits *l = mem_new(struct limits);
	struct table *t;
	int rc = 0;

	if (!path)
		return l;
	t = table_load(path, columns, COLUMNS);
	if (!t)
		rc = -1;
	for (size_t i = 0; rc == 0 && i < table_rows(t); i++)
		rc = add_row(l, c, t, i);
	table_free(t);
	if (rc == 0)
		return l;
	limits_free(l);
	return NULL;
}

void
limits_free(struct limits *l)
{
	if (!l)
		return;
	free(l->pairs);
	free(l);
}

const struct num *
limits_of(const struct limits *l, enum limit test)
{
	return l->given[test] ? &l->limit[test] : NULL;
}

size_t
limits_pairs(const struct limits *l)
{
	return l->count;
}

const struct limits_pair *
limits_pair(const struct limits *l, size_t i)
{
	return &l->pairs[i];
}
