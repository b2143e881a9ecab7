#include "gebieden.h"

#include <stdbool.h>
#include <stdlib.h>

#include "arena.h"
#include "fold.h"
#include "map.h"
#include "mem.h"
#include "name.h"
#include "region.h"
#include "table.h"

enum column { GEBIED, GEMEENTE, VELD, WAARDE, COLUMNS };

static const char *const columns[COLUMNS] = {"gebied", "gemeente", "veld",
					     "waarde"};

/* Names and ids are compared on so many bytes. */
/* A beginning of names, in one municipality. */
struct beginning {
	const struct gebied *row;
	struct text folded;
};

struct gebieden {
	struct arena *arena;
	struct table *table;
	struct gebied *list;
	size_t count;
	struct map *names; /* of areas, folded -> struct text as written */
	struct map *exact; /* kind, gemeente and value -> struct gebied */
	struct beginning *beginnings;
	size_t beginning_count;
	struct buffer *key, *folded; /* of what is looked up */
};

static const char *const velden[] = {"plan_id", "plan_naam", "regio"};

#define VELDEN (sizeof(velden) / sizeof(velden[0]))

/* The key of an exact value: one byte that says what it is of. */
static struct text
key_of(const struct gebieden *g, char what, struct text gemeente,
       struct text value)
{
	buffer_clear(g->key);
	buffer_char(g->key, what);
	buffer_part(g->key, gemeente);
	buffer_add(g->key, value);
	return buffer_view(g->key);
}

static int
add_exact(struct gebieden *g, size_t i, char what, struct text value)
{
	const struct gebied *row = &g->list[i];
	void **slot = map_slot(g->exact, key_of(g, what, row->gemeente, value));

	if (*slot)
		return table_fail(g->table, i, WAARDE,
				  "\"%s\" is in line %zu already, of %s",
				  row->waarde.s, ((struct gebied *)*slot)->line,
				  ((struct gebied *)*slot)->naam.s);
	*slot = &g->list[i];
	return 0;
}

static bool
is_beginning(struct text name)
{
	return name.n && name.s[name.n - 1] == '*';
}

/* The beginning before the asterisk. A blank there stays one: "Eng *" is not
 * Engeland. */
static struct text
fold_beginning(const struct gebieden *g, struct text name)
{
	struct text start = {name.s, name.n - 1};

	if (fold(g->folded, start).n && start.s[start.n - 1] == ' ')
		buffer_char(g->folded, ' ');
	return buffer_view(g->folded);
}

static int
add_name(struct gebieden *g, size_t i)
{
	struct text name = g->list[i].waarde;
	bool beginning = is_beginning(name);
	struct beginning *b;

	name = beginning ? fold_beginning(g, name) : fold(g->folded, name);
	if (!name.n)
		return table_fail(g->table, i, WAARDE,
				  "an asterisk alone is every plan: name the "
				  "plans, or their beginning");
	if (add_exact(g, i, beginning ? '*' : 'n', name) < 0)
		return -1;
	if (!beginning)
		return 0;
	b = &g->beginnings[g->beginning_count++];
	b->row = &g->list[i];
	b->folded = arena_text(g->arena, name);
	return 0;
}

/* The digits of a code: those of a region begin with those of the one that it
 * lies in (GM0034, WK003401, BU00340101). */
static struct text
digits_of(struct text code)
{
	return (struct text){code.s + 2, code.n - 2};
}

static bool
lies_in(struct text code, struct text other)
{
	struct text a = digits_of(code), b = digits_of(other);

	return a.n >= b.n && text_equal((struct text){a.s, b.n}, b);
}

static int
add_region(struct gebieden *g, size_t i)
{
	const struct gebied *row = &g->list[i], *o;
	enum region_level level = region_level(row->waarde);

	if (level != REGION_GEMEENTE && level != REGION_WIJK &&
	    level != REGION_BUURT)
		return table_fail(g->table, i, WAARDE,
				  "expected a code of CBS (GM, WK or BU), not "
				  "\"%s\"",
				  row->waarde.s);
	if (!lies_in(row->waarde, row->gemeente))
		return table_fail(g->table, i, WAARDE,
				  "\"%s\" does not lie in %s", row->waarde.s,
				  row->gemeente.s);
	for (size_t k = 0; k < i; k++) {
		o = &g->list[k];
		if (o->veld == GEBIED_REGIO &&
		    (lies_in(row->waarde, o->waarde) ||
		     lies_in(o->waarde, row->waarde)))
			return table_fail(g->table, i, WAARDE,
					  "\"%s\" would count twice: %s of %s "
					  "is in line %zu",
					  row->waarde.s, o->waarde.s, o->naam.s,
					  o->line);
	}
	return add_exact(g, i, 'r', row->waarde);
}

/* One spelling of each area: that of its first row. */
static struct text
name_of(struct gebieden *g, struct text written)
{
	void **slot = map_slot(g->names, fold(g->folded, written));

	if (!*slot) {
		struct text *name = arena_alloc(g->arena, 1, sizeof(*name));

		*name = written;
		*slot = name;
	}
	return *(struct text *)*slot;
}

static int
add_row(struct gebieden *g, const struct gemeenten *gemeenten, size_t i)
{
	struct gebied *row = &g->list[i];
	struct text veld = table_cell(g->table, i, VELD);
	size_t v = 0;

	row->gemeente = table_cell(g->table, i, GEMEENTE);
	row->waarde = table_cell(g->table, i, WAARDE);
	row->naam = table_cell(g->table, i, GEBIED);
	row->line = table_line(g->table, i);
	row->index = i;
	if (!row->naam.n || !row->waarde.n)
		return table_fail(g->table, i, row->naam.n ? WAARDE : GEBIED,
				  "must not be empty");
	row->naam = name_of(g, row->naam);
	if (!gemeenten_by_code(gemeenten, row->gemeente))
		return table_fail(g->table, i, GEMEENTE,
				  "\"%s\" is not in the municipalities file",
				  row->gemeente.s);
	while (v < VELDEN && !text_is(veld, velden[v]))
		v++;
	if (v == VELDEN)
		return table_fail(g->table, i, VELD,
				  "expected plan_id, plan_naam or regio, not "
				  "\"%s\"",
				  veld.s);
	row->veld = (enum gebied_veld)v;
	if (row->veld == GEBIED_REGIO)
		return add_region(g, i);
	if (row->veld == GEBIED_PLAN_NAAM)
		return add_name(g, i);
	return add_exact(g, i, 'i', fold(g->folded, row->waarde));
}

struct gebieden *
gebieden_load(const char *path, const struct gemeenten *gemeenten)
{
	struct table *t = table_load(path, columns, COLUMNS);
	struct gebieden *g;

	if (!t)
		return NULL;
	g = mem_new(struct gebieden);
	g->table = t;
	g->arena = arena_new();
	g->key = mem_new(struct buffer);
	g->folded = mem_new(struct buffer);
	g->names = map_new();
	g->exact = map_new();
	g->count = table_rows(t);
	g->list = arena_alloc(g->arena, g->count + 1, sizeof(*g->list));
	g->beginnings =
	    arena_alloc(g->arena, g->count + 1, sizeof(*g->beginnings));
	for (size_t i = 0; i < g->count; i++)
		if (add_row(g, gemeenten, i) < 0) {
			gebieden_free(g);
			return NULL;
		}
	return g;
}

void
gebieden_free(struct gebieden *g)
{
	if (!g)
		return;
	map_free(g->names);
	map_free(g->exact);
	table_free(g->table);
	arena_free(g->arena);
	buffer_free(g->key);
	buffer_free(g->folded);
	free(g->key);
	free(g->folded);
	free(g);
}

void
gebieden_tell(const struct gebieden *g, struct findings *f)
{
	struct name_judge *n = name_judge_new(f);

	name_judge_column(n, g->table, GEBIED);
	name_judge_tell(n);
	name_judge_free(n);
}

size_t
gebieden_count(const struct gebieden *g)
{
	return g->count;
}

const struct gebied *
gebieden_at(const struct gebieden *g, size_t i)
{
	return &g->list[i];
}

size_t
gebieden_names(const struct gebieden *g)
{
	return map_count(g->names);
}

struct text
gebieden_name(const struct gebieden *g, size_t i)
{
	return *(const struct text *)map_value(g->names, i);
}

/* The longest beginning of the name. */
static const struct gebied *
find_beginning(const struct gebieden *g, struct text gemeente, struct text name)
{
	const struct beginning *best = NULL;

	for (size_t i = 0; i < g->beginning_count; i++) {
		const struct beginning *b = &g->beginnings[i];
		struct text start = {name.s, b->folded.n};

		if (b->folded.n <= name.n && text_equal(start, b->folded) &&
		    text_equal(b->row->gemeente, gemeente) &&
		    (!best || b->folded.n > best->folded.n))
			best = b;
	}
	return best ? best->row : NULL;
}

const struct gebied *
gebieden_plan(const struct gebieden *g, struct text gemeente,
	      struct text plan_id, struct text plan_naam)
{
	const struct gebied *row = NULL;
	struct text name;

	if (plan_id.n) {
		name = fold(g->folded, plan_id);
		row = map_get(g->exact, key_of(g, 'i', gemeente, name));
	}
	if (row || !plan_naam.n)
		return row;
	name = fold(g->folded, plan_naam);
	row = map_get(g->exact, key_of(g, 'n', gemeente, name));
	return row ? row : find_beginning(g, gemeente, name);
}

struct text
gebieden_spelling(const struct gebieden *g, struct text naam)
{
	const struct text *own = map_get(g->names, fold(g->folded, naam));

	return own ? *own : naam;
}

const struct gebied *
gebieden_regio(const struct gebieden *g, struct text code)
{
	for (size_t i = 0; i < g->count; i++)
		if (g->list[i].veld == GEBIED_REGIO &&
		    text_equal(g->list[i].waarde, code))
			return &g->list[i];
	return NULL;
}
