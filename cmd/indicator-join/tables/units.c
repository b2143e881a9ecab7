#include "tables/units.h"

#include <stdlib.h>

#include "arena.h"
#include "fold.h"
#include "map.h"
#include "mem.h"
#include "table.h"

enum column { EENHEID, GROOTHEID, SCHAAL, COLUMNS };

static const char *const columns[COLUMNS] = {"eenheid", "grootheid", "schaal"};

struct unit {
	struct text grootheid;
	struct num scale;
	size_t line;
};

struct units {
	struct table *table; /* NULL: no file */
	struct arena *arena;
	struct map *list; /* folded -> struct unit */
	struct buffer *folded;
};

static int
add_row(struct units *u, size_t i)
{
	struct text name = table_cell(u->table, i, EENHEID);
	struct unit *x = arena_alloc(u->arena, 1, sizeof(*x));
	void **slot = map_slot(u->list, fold(u->folded, name));

	if (*slot)
		return table_fail(u->table, i, EENHEID,
				  "\"%s\" is in line %zu already", name.s,
				  ((const struct unit *)*slot)->line);
	*slot = x;
	x->line = table_line(u->table, i);
	x->grootheid = table_cell(u->table, i, GROOTHEID);
	if (name.n == 0 || x->grootheid.n == 0)
		return table_fail(u->table, i, name.n ? GROOTHEID : EENHEID,
				  "must not be empty");
	if (table_decimal(u->table, i, SCHAAL, &x->scale) < 0)
		return -1;
	if (x->scale.units <= 0)
		return table_fail(u->table, i, SCHAAL,
				  "expected a number above 0, as 1000 of x 1 "
				  "000");
	return 0;
}

struct units *
units_load(const char *path)
{
	struct units *u = mem_new(struct units);
	int rc = 0;

	u->arena = arena_new();
	u->list = map_new();
	u->folded = mem_new(struct buffer);
	if (!path)
		return u;
	u->table = table_load(path, columns, COLUMNS);
	if (!u->table)
		rc = -1;
	for (size_t i = 0; rc == 0 && i < table_rows(u->table); i++)
		rc = add_row(u, i);
	if (rc == 0)
		return u;
	units_free(u);
	return NULL;
}

void
units_free(struct units *u)
{
	if (!u)
		return;
	table_free(u->table);
	map_free(u->list);
	arena_free(u->arena);
	buffer_free(u->folded);
	free(u->folded);
	free(u);
}

enum units_fit
units_fit(const struct units *u, struct text from, struct text to,
	  struct units_scale *out)
{
	struct buffer other = {0};
	struct text a = fold(u->folded, from), b = fold(&other, to);
	bool same = text_equal(a, b);
	const struct unit *x = map_get(u->list, a), *y = map_get(u->list, b);

	buffer_free(&other);
	if (same)
		return UNITS_SAME;
	if (!x || !y || !text_equal(x->grootheid, y->grootheid))
		return UNITS_OTHER;
	*out = (struct units_scale){x->scale, y->scale};
	return num_compare(x->scale, y->scale) == 0 ? UNITS_SAME : UNITS_SCALED;
}

static const struct unit *
find(const struct units *u, struct text name)
{
	return map_get(u->list, fold(u->folded, name));
}

static bool
is_count(struct text grootheid)
{
	return text_is(grootheid, "aantal") ||
	       text_starts(grootheid, "aantal ");
}

/* "oppervlakte per inwoner" of oppervlakte and persons. */
static bool
makes(struct text top, struct text bottom, struct text to)
{
	bool counts = is_count(top) && is_count(bottom);
	size_t n = sizeof(" per inwoner") - 1;

	if (text_is(to, "aandeel"))
		return counts || text_equal(top, bottom);
	if (text_is(to, "per eenheid"))
		return counts;
	if (text_is(to, "per inwoner"))
		return counts;
	return is_count(bottom) && to.n == top.n + n &&
	       text_starts(to, top.s) &&
	       text_is((struct text){to.s + top.n, n}, " per inwoner");
}

bool
units_ratio(const struct units *u, struct text top, struct text bottom,
	    struct text to, struct units_scale *out)
{
	const struct unit *a = find(u, top), *b = find(u, bottom);
	const struct unit *c = find(u, to);

	if (!a || !b || !c || !makes(a->grootheid, b->grootheid, c->grootheid))
		return false;
	out->times = a->scale;
	return num_multiply(b->scale, c->scale, &out->by);
}

/* How many decimals less a value of `from` has in `to`. */
static int
decimals_less(const struct units_scale *s)
{
	struct num a = s->times, b = s->by;
	int n = 0;

	for (; num_compare(a, b) > 0 && n < NUM_DIGITS; n++)
		if (!num_multiply(b, num_of(10), &b))
			break;
	for (; num_compare(a, b) < 0 && n > -NUM_DIGITS; n--)
		if (!num_multiply(a, num_of(10), &a))
			break;
	return n;
}

bool
units_convert(const struct units_scale *s, struct num *v, int *decimals)
{
	struct num product, quotient, back;
	int left = *decimals - decimals_less(s);

	if (!num_multiply(*v, s->times, &product) ||
	    !num_divide(product, s->by, NUM_DIGITS / 2, NUM_DOWN, &quotient) ||
	    !num_multiply(quotient, s->by, &back) ||
	    num_compare(back, product) != 0)
		return false;
	*v = quotient;
	*decimals = left > quotient.scale ? left : quotient.scale;
	return true;
}

bool
units_is_ratio(struct text unit)
{
	struct text rest = unit, word;

	while (unit.n && text_split(&rest, ' ', &word))
		if (text_starts(word, "%") || text_is(word, "per"))
			return true;
	return false;
}
