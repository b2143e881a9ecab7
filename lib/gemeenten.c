#include "gemeenten.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "diag.h"
#include "fold.h"
#include "map.h"
#include "mem.h"
#include "name.h"
#include "region.h"
#include "table.h"

enum column { GEMEENTE, NAAM, WOONDEAL, PROVINCIE, ALIAS, COLUMNS };

static const char *const columns[COLUMNS] = {"gemeente", "naam", "woondeal",
					     "provincie", "?alias"};

/* A word that a delivery may use, and what it stands for. */
struct word {
	const struct gemeente *gemeente;
	enum gemeente_match how;
	size_t line;
};

/* A wijk or buurt, of which there may be many: kept in order, not in maps. */
struct part {
	struct text code;
	size_t row;
};

struct gemeenten {
	struct arena *arena;
	struct table *table;
	struct gemeente *list;
	size_t count;
	struct map *codes; /* GM0034 -> struct gemeente */
	struct map *words; /* folded word -> struct word */
	struct map *names; /* any region's code -> struct text */
	struct map *deals, *provinces;
	struct part *parts; /* wijken, then buurten, by code */
	size_t part_count, part_cap;
	const char **near; /* names and aliases, for advice */
	size_t near_n, near_cap;
	struct buffer *folded; /* the word that is looked up */
};

static int
add_word(struct gemeenten *g, size_t row, struct text word,
	 const struct word *w)
{
	struct text folded = fold(g->folded, word);
	struct word **slot = (struct word **)map_slot(g->words, folded);

	if (*slot && (*slot)->gemeente != w->gemeente)
		return table_fail(
		    g->table, row, w->how == GEMEENTE_ALIAS ? ALIAS : NAAM,
		    "\"%.*s\" is a name of %s already (line %zu)", (int)word.n,
		    word.s, (*slot)->gemeente->code.s, (*slot)->line);
	if (*slot)
		return 0;
	*slot = arena_alloc(g->arena, 1, sizeof(**slot));
	**slot = *w;
	(*slot)->line = table_line(g->table, row);
	return 0;
}

static void
add_near(struct gemeenten *g, struct text name)
{
	g->near =
	    mem_grow(g->near, &g->near_cap, g->near_n + 1, sizeof(*g->near));
	g->near[g->near_n++] = arena_text(g->arena, name).s;
}

/* The code, with and without GM and zeros. A bare number matches without
 * being declared: deliveries have 34 and 0034 (domain, section 2). */
static int
add_codes(struct gemeenten *g, size_t row, const struct gemeente *m)
{
	struct word code = {m, GEMEENTE_CODE, 0}, bare = {m, GEMEENTE_BARE, 0};
	struct text number = {m->code.s + 2, m->code.n - 2};

	if (add_word(g, row, m->code, &code) < 0 ||
	    add_word(g, row, number, &bare) < 0)
		return -1;
	while (number.n > 1 && number.s[0] == '0') {
		number.s++;
		number.n--;
	}
	return add_word(g, row, number, &bare);
}

static int
add_aliases(struct gemeenten *g, size_t row, const struct gemeente *m)
{
	struct text rest = table_cell(g->table, row, ALIAS), part;
	struct word alias = {m, GEMEENTE_ALIAS, 0};

	while (rest.n && text_split(&rest, '|', &part)) {
		part = text_trim(part);
		if (part.n == 0)
			continue;
		if (add_word(g, row, part, &alias) < 0)
			return -1;
		add_near(g, part);
	}
	return 0;
}

static int
add_gemeente(struct gemeenten *g, size_t row)
{
	struct gemeente *m = &g->list[g->count++];
	struct word name = {m, GEMEENTE_NAME, 0};

	m->code = table_cell(g->table, row, GEMEENTE);
	m->naam = table_cell(g->table, row, NAAM);
	m->woondeal = table_cell(g->table, row, WOONDEAL);
	m->provincie = table_cell(g->table, row, PROVINCIE);
	if (m->woondeal.n && region_level(m->woondeal) != REGION_WOONDEAL)
		return table_fail(g->table, row, WOONDEAL,
				  "\"%s\" is no Woondeal, expected WD-...",
				  m->woondeal.s);
	if (region_level(m->provincie) != REGION_PROVINCIE)
		return table_fail(g->table, row, PROVINCIE,
				  "\"%s\" is no province, expected PV and two "
				  "digits",
				  m->provincie.s);
	*map_slot(g->codes, m->code) = m;
	if (m->woondeal.n)
		*map_slot(g->deals, m->woondeal) = m;
	*map_slot(g->provinces, m->provincie) = m;
	add_near(g, m->naam);
	if (add_codes(g, row, m) < 0 || add_word(g, row, m->naam, &name) < 0)
		return -1;
	return add_aliases(g, row, m);
}

static int
add_part(struct gemeenten *g, size_t row)
{
	struct text code = table_cell(g->table, row, GEMEENTE);

	for (enum column c = WOONDEAL; c < COLUMNS; c++)
		if (table_cell(g->table, row, c).n)
			return table_fail(g->table, row, c,
					  "\"%s\" of %s: expected empty, for "
					  "its digits say where it lies",
					  table_cell(g->table, row, c).s,
					  code.s);
	g->parts = mem_grow(g->parts, &g->part_cap, g->part_count + 1,
			    sizeof(*g->parts));
	g->parts[g->part_count++] = (struct part){code, row};
	return 0;
}

static int
add_region(struct gemeenten *g, size_t row)
{
	struct text code = table_cell(g->table, row, GEMEENTE);
	struct text naam = table_cell(g->table, row, NAAM), *kept;
	enum region_level level = region_level(code);
	void **slot;

	if (naam.n == 0)
		return table_fail(g->table, row, NAAM, "%s has no name",
				  code.s);
	if (region_is_part(code))
		return add_part(g, row);
	slot = map_slot(g->names, code);
	kept = arena_alloc(g->arena, 1, sizeof(*kept));
	*kept = naam;
	*slot = kept;
	if (level == REGION_GEMEENTE)
		return add_gemeente(g, row);
	if (level == REGION_OTHER)
		return table_fail(g->table, row, GEMEENTE,
				  "\"%s\" is no region code, expected GM0000, "
				  "WD-..., PV00, NL01, WK000000 or BU00000000",
				  code.s);
	return 0;
}

/* Backwards by its first letter: WK before BU. */
static int
by_code(const void *a, const void *b)
{
	const struct part *x = a, *y = b;

	if (x->code.s[0] != y->code.s[0])
		return x->code.s[0] > y->code.s[0] ? -1 : 1;
	return text_compare(x->code, y->code);
}

/* The municipality in which a wijk or buurt lies. */
static const struct gemeente *
around(const struct gemeenten *g, struct text part)
{
	char code[] = "GM0000";

	memcpy(code + 2, part.s + 2, 4);
	return map_get(g->codes, text_of(code));
}

/* In order, and in a municipality of the file. */
static int
check_parts(struct gemeenten *g)
{
	if (g->part_count)
		qsort(g->parts, g->part_count, sizeof(*g->parts), by_code);
	for (size_t i = 0; i < g->part_count; i++) {
		const struct part *p = &g->parts[i];

		if (!around(g, p->code))
			return table_fail(g->table, p->row, GEMEENTE,
					  "%s lies in GM%.4s, which is not "
					  "here",
					  p->code.s, p->code.s + 2);
	}
	return 0;
}

struct gemeenten *
gemeenten_load(const char *path)
{
	static const size_t once[] = {GEMEENTE};
	struct gemeenten *g = mem_new(struct gemeenten);
	int rc = 0;

	g->arena = arena_new();
	g->folded = mem_new(struct buffer);
	g->codes = map_new();
	g->words = map_new();
	g->names = map_new();
	g->deals = map_new();
	g->provinces = map_new();
	g->table = table_load(path, columns, COLUMNS);
	if (!g->table || table_once(g->table, once, 1) < 0)
		rc = -1;
	if (rc == 0)
		g->list = mem_array(table_rows(g->table), sizeof(*g->list));
	for (size_t i = 0; rc == 0 && i < table_rows(g->table); i++)
		rc = add_region(g, i);
	if (rc == 0 && g->count == 0)
		rc = diag_fail("%s: has no municipality (GM0000)", path);
	if (rc == 0)
		rc = check_parts(g);
	if (rc < 0) {
		gemeenten_free(g);
		return NULL;
	}
	return g;
}

void
gemeenten_free(struct gemeenten *g)
{
	if (!g)
		return;
	map_free(g->codes);
	map_free(g->words);
	map_free(g->names);
	map_free(g->deals);
	map_free(g->provinces);
	table_free(g->table);
	arena_free(g->arena);
	buffer_free(g->folded);
	free(g->folded);
	free(g->parts);
	free(g->near);
	free(g->list);
	free(g);
}

void
gemeenten_tell(const struct gemeenten *g, struct findings *f)
{
	struct name_judge *n = name_judge_new(f);

	name_judge_column(n, g->table, NAAM);
	name_judge_column(n, g->table, ALIAS);
	name_judge_tell(n);
	name_judge_free(n);
}

size_t
gemeenten_count(const struct gemeenten *g)
{
	return g->count;
}

const struct gemeente *
gemeenten_at(const struct gemeenten *g, size_t i)
{
	return &g->list[i];
}

const struct gemeente *
gemeenten_by_code(const struct gemeenten *g, struct text code)
{
	return map_get(g->codes, code);
}

const struct gemeente *
gemeenten_match(const struct gemeenten *g, struct text word,
		enum gemeente_match *how)
{
	const struct word *w = map_get(g->words, fold(g->folded, word));

	if (how)
		*how = w ? w->how : GEMEENTE_NONE;
	return w ? w->gemeente : NULL;
}

size_t
gemeenten_woondeals(const struct gemeenten *g)
{
	return map_count(g->deals);
}

struct text
gemeenten_woondeal(const struct gemeenten *g, size_t i)
{
	return map_key(g->deals, i);
}

size_t
gemeenten_provincies(const struct gemeenten *g)
{
	return map_count(g->provinces);
}

struct text
gemeenten_provincie(const struct gemeenten *g, size_t i)
{
	return map_key(g->provinces, i);
}

size_t
gemeenten_parts(const struct gemeenten *g)
{
	return g->part_count;
}

struct text
gemeenten_part(const struct gemeenten *g, size_t i)
{
	return g->parts[i].code;
}

struct text
gemeenten_part_name(const struct gemeenten *g, size_t i)
{
	return table_cell(g->table, g->parts[i].row, NAAM);
}

struct text
gemeenten_name(const struct gemeenten *g, struct text code)
{
	const struct text *name = map_get(g->names, code);
	const struct part key = {code, 0}, *p = NULL;

	if (name)
		return *name;
	if (g->part_count && region_is_part(code))
		p = bsearch(&key, g->parts, g->part_count, sizeof(*g->parts),
			    by_code);
	return p ? table_cell(g->table, p->row, NAAM) : code;
}

const char *
gemeenten_nearest(const struct gemeenten *g, struct text word)
{
	return text_nearest(word, g->near, g->near_n);
}
