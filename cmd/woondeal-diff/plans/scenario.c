#include "plans/scenario.h"

#include <stdlib.h>

#include "arena.h"
#include "map.h"
#include "agree/targets.h"
#include "mem.h"
#include "table.h"

enum column { NAME, FIELD, VALUE, SHARE, DELAY, AMOUNT, FROM, TO, COLUMNS };

static const char *const columns[COLUMNS] = {
    "scenario",	  "veld",    "waarde",	  "aandeel",
    "vertraging", "?aantal", "?jaar_van", "?jaar_tot"};

struct change {
	enum trait field;
	struct text value;
	struct num share;
	int delay;
};

struct variant {
	struct change *rules;
	size_t count, cap;
	struct ambition *ambitions;
	size_t ambition_count, ambition_cap;
	struct area_target *areas;
	size_t area_count, area_cap;
};

struct scenarios {
	struct table *table;
	struct arena *arena;
	struct map *names; /* name -> struct variant */
	bool uses[TRAITS];
};

static struct variant *
variant_of(struct scenarios *s, size_t i)
{
	void **slot = map_slot(s->names, table_cell(s->table, i, NAME));
	if (!*slot)
		*slot = arena_alloc(s->arena, 1, sizeof(struct variant));
	return *slot;
}

/* At most 4 decimals, so that shares of whole dwellings stay exact. */
static int
parse_share(const struct table *t, size_t i, struct num *out)
{
	struct text share = table_cell(t, i, SHARE);
	*out = num_of(1);
	if (share.n == 0)
		return 0;
	if (num_parse(share, NUM_PLAIN, out) == NUM_OK && out->units >= 0 &&
	    out->scale <= 4 && num_compare(*out, num_of(100)) <= 0)
		return 0;
	return table_fail(t, i, SHARE,
			  "'%s' is not a share, expected as in 0.7, from 0 to "
			  "100 with at most four decimals",
			  share.s);
}

static int
parse_delay(const struct table *t, size_t i, int *out)
{
	struct text years = table_cell(t, i, DELAY);
	struct num n = {0};
	if (years.n > 0 && (num_parse(years, NUM_PLAIN, &n) != NUM_OK ||
			    n.scale != 0 || n.units < 0 || n.units > 99))
		return table_fail(t, i, DELAY,
				  "'%s' is not a number of years from 0 to 99",
				  years.s);
	*out = (int)n.units;
	return 0;
}

static int
keep_rule(struct scenarios *s, size_t i, struct variant *g, enum trait field)
{
	struct change r = {.field = field,
			   .value = table_cell(s->table, i, VALUE)};
	if (parse_share(s->table, i, &r.share) != 0 ||
	    parse_delay(s->table, i, &r.delay) != 0)
		return -1;
	g->rules = mem_grow(g->rules, &g->cap, g->count + 1, sizeof(*g->rules));
	g->rules[g->count++] = r;
	s->uses[field] = true;
	return 0;
}

static const struct target_columns goal = {AMOUNT, FROM, TO};

static int
parse_target(const struct table *t, size_t i, struct frame *k,
	     struct ambition *a)
{
	struct text code = table_cell(t, i, VALUE);
	struct target target;
	long regio = regios_find(k->regios, code);
	if (regio < 0 ||
	    regios_at(k->regios, (size_t)regio)->level == REGION_PROVINCIE)
		return table_fail(
		    t, i, VALUE, "'%s' is no woondeal or municipality", code.s);
	if (target_read(k, t, i, &goal, &target) != 0)
		return -1;
	*a = (struct ambition){(size_t)regio, target.span, target.amount};
	return 0;
}

static int
overlapping(const struct scenarios *s, size_t i)
{
	return table_fail(s->table, i, VALUE,
			  "two targets of one scenario for the same years");
}

static int
keep_target(struct scenarios *s, size_t i, struct variant *g, struct frame *k)
{
	struct ambition new;
	if (parse_target(s->table, i, k, &new) != 0)
		return -1;
	for (size_t j = 0; j < g->ambition_count; j++)
		if (g->ambitions[j].regio == new.regio &&
		    span_overlaps(g->ambitions[j].span, new.span))
			return overlapping(s, i);
	g->ambitions = mem_grow(g->ambitions, &g->ambition_cap,
				g->ambition_count + 1, sizeof(*g->ambitions));
	g->ambitions[g->ambition_count++] = new;
	return 0;
}

static int
keep_area(struct scenarios *s, size_t i, struct variant *g, struct frame *k)
{
	struct area_target new = {.area = table_cell(s->table, i, VALUE)};
	if (new.area.n == 0)
		return table_fail(s->table, i, VALUE, "'' is no area");
	if (target_read(k, s->table, i, &goal, &new.target) != 0)
		return -1;
	for (size_t j = 0; j < g->area_count; j++)
		if (text_equal(g->areas[j].area, new.area) &&
		    span_overlaps(g->areas[j].target.span, new.target.span))
			return overlapping(s, i);
	g->areas = mem_grow(g->areas, &g->area_cap, g->area_count + 1,
			    sizeof(*g->areas));
	g->areas[g->area_count++] = new;
	return 0;
}

static int
keep(struct scenarios *s, size_t i, struct frame *k)
{
	struct text name = table_cell(s->table, i, NAME);
	struct text field = table_cell(s->table, i, FIELD);
	if (name.n == 0 || text_is(name, "basis"))
		return table_fail(s->table, i, NAME,
				  "'%s' cannot be the name of a scenario",
				  name.s);
	struct variant *g = variant_of(s, i);
	if (text_is(field, "opgave"))
		return keep_target(s, i, g, k);
	if (text_is(field, "opgave_gebied"))
		return keep_area(s, i, g, k);
	for (int j = 0; j <= TRAIT_GEMEENTE; j++)
		if (text_is(field, trait_name((enum trait)j)))
			return keep_rule(s, i, g, (enum trait)j);
	return table_fail(s->table, i, FIELD,
			  "'%s', expected hardheid, planstatus, projectfase, "
			  "plantype, opdrachtgever, gebied, knelpunten, "
			  "gemeente, opgave or opgave_gebied",
			  field.s);
}

struct scenarios *
scenarios_load(struct frame *k, const char *path)
{
	struct scenarios *s = mem_new(struct scenarios);
	s->arena = arena_new();
	s->names = map_new();
	s->table = table_load(path, columns, COLUMNS);
	static const size_t once[] = {NAME,  FIELD,  VALUE, SHARE,
				      DELAY, AMOUNT, FROM,  TO};
	bool fine = s->table && table_once(s->table, once, COLUMNS) == 0;
	for (size_t i = 0; fine && i < table_rows(s->table); i++)
		fine = keep(s, i, k) == 0;
	if (!fine) {
		scenarios_free(s);
		return NULL;
	}
	return s;
}

void
scenarios_free(struct scenarios *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < map_count(s->names); i++) {
		struct variant *g = map_value(s->names, i);
		free(g->rules);
		free(g->ambitions);
		free(g->areas);
	}
	map_free(s->names);
	arena_free(s->arena);
	table_free(s->table);
	free(s);
}

size_t
scenarios_count(const struct scenarios *s)
{
	return s ? map_count(s->names) : 0;
}

struct text
scenarios_name(const struct scenarios *s, size_t i)
{
	return map_key(s->names, i);
}

bool
scenarios_use(const struct scenarios *s, enum trait k)
{
	return s && s->uses[k];
}

const struct ambition *
scenarios_ambitions(const struct scenarios *s, size_t i, size_t *n)
{
	const struct variant *g = map_value(s->names, i);
	*n = g->ambition_count;
	return g->ambitions;
}

const struct area_target *
scenarios_areas(const struct scenarios *s, size_t i, size_t *n)
{
	const struct variant *g = map_value(s->names, i);
	*n = g->area_count;
	return g->areas;
}

static bool
fits(const struct change *r, const struct plan_amount *a)
{
	struct text rest = a->trait[r->field];
	struct text part;
	if (r->field != TRAIT_KNELPUNTEN)
		return text_equal(rest, r->value);
	while (text_split(&rest, '|', &part))
		if (text_equal(part, r->value))
			return true;
	return false;
}

/* Six decimals, half away from zero: exact for what shares are made of. */
static bool
times(int64_t *n, struct num share)
{
	struct num product;
	if (!num_multiply(amount_num(*n), share, &product) ||
	    !num_round(product, AMOUNT_SCALE, NUM_HALF_AWAY, &product))
		return false;
	*n = product.units;
	for (; product.scale < AMOUNT_SCALE; product.scale++)
		if (__builtin_mul_overflow(*n, 10, n))
			return false;
	return true;
}

bool
scenarios_apply(const struct scenarios *s, size_t i, struct plan_amount *a)
{
	const struct variant *g = map_value(s->names, i);
	int later = 0;
	for (size_t j = 0; j < g->count; j++) {
		const struct change *r = &g->rules[j];
		if (!fits(r, a))
			continue;
		if (!times(&a->amount, r->share) || !times(&a->low, r->share) ||
		    !times(&a->high, r->share))
			return false;
		later = r->delay > later ? r->delay : later;
	}
	if (a->span.from != SPAN_OPEN_FROM)
		a->span.from += later;
	if (a->span.to != SPAN_OPEN_TO)
		a->span.to += later;
	return true;
}
