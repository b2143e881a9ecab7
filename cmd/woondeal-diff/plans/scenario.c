#include "plans/scenario.h"

#include <stdlib.h>

#include "arena.h"
#include "map.h"
#include "mem.h"
#include "table.h"

enum kolom {
	NAAM,
	VELD,
	WAARDE,
	AANDEEL,
	VERTRAGING,
	AANTAL,
	VAN,
	TOT,
	KOLOMMEN
};

static const char *const kolommen[KOLOMMEN] = {
    "scenario",	  "veld",    "waarde",	  "aandeel",
    "vertraging", "?aantal", "?jaar_van", "?jaar_tot"};

static const char *const velden[KENMERKEN] = {
    "hardheid",	     "planstatus", "projectfase", "plantype",
    "opdrachtgever", "gebied",	   "knelpunten",  "gemeente",
    "plan_naam",     "levering",   "bron_rij",	  "bron_kolom"};

struct regel {
	enum kenmerk veld;
	struct text waarde;
	struct num aandeel;
	int vertraging;
};

struct geval {
	struct regel *regels;
	size_t count, cap;
	struct ambitie *ambities;
	size_t ambitie_count, ambitie_cap;
	struct gebiedsdoel *gebieden;
	size_t gebied_count, gebied_cap;
};

struct scenarios {
	struct table *table;
	struct arena *arena;
	struct map *names; /* name -> struct geval */
	bool uses[KENMERKEN];
};

const char *
kenmerk_name(enum kenmerk k)
{
	return velden[k];
}

static struct geval *
geval_of(struct scenarios *s, size_t i)
{
	void **slot = map_slot(s->names, table_cell(s->table, i, NAAM));
	if (*slot == NULL)
		*slot = arena_alloc(s->arena, 1, sizeof(struct geval));
	return *slot;
}

/* At most 4 decimals, so that shares of whole dwellings stay exact. */
static int
parse_share(const struct table *t, size_t i, struct num *out)
{
	struct text share = table_cell(t, i, AANDEEL);
	*out = num_of(1);
	if (share.n == 0)
		return 0;
	if (num_parse(share, NUM_PLAIN, out) == NUM_OK && out->units >= 0 &&
	    out->scale <= 4 && num_compare(*out, num_of(100)) <= 0)
		return 0;
	return table_fail(t, i, AANDEEL,
			  "'%s' is not a share, expected as in 0.7, from 0 to "
			  "100 with at most four decimals",
			  share.s);
}

static int
parse_delay(const struct table *t, size_t i, int *out)
{
	struct text years = table_cell(t, i, VERTRAGING);
	struct num n = {0};
	if (years.n > 0 && (num_parse(years, NUM_PLAIN, &n) != NUM_OK ||
			    n.scale != 0 || n.units < 0 || n.units > 99))
		return table_fail(t, i, VERTRAGING,
				  "'%s' is not a number of years from 0 to 99",
				  years.s);
	*out = (int)n.units;
	return 0;
}

static int
keep_rule(struct scenarios *s, size_t i, struct geval *g, enum kenmerk veld)
{
	struct regel r = {.veld = veld,
			  .waarde = table_cell(s->table, i, WAARDE)};
	if (parse_share(s->table, i, &r.aandeel) != 0 ||
	    parse_delay(s->table, i, &r.vertraging) != 0)
		return -1;
	g->regels =
	    mem_grow(g->regels, &g->cap, g->count + 1, sizeof *g->regels);
	g->regels[g->count++] = r;
	s->uses[veld] = true;
	return 0;
}

static int
parse_goal(const struct table *t, size_t i, struct kader *k, struct doel *d)
{
	struct text amount = table_cell(t, i, AANTAL);
	if (!aantal_parse(&k->guard, amount, &d->aantal) || d->aantal < 0)
		return table_fail(t, i, AANTAL,
				  "'%s' is not a number of dwellings of 0 or "
				  "more",
				  amount.s);
	if (!span_year(table_cell(t, i, VAN), &d->span.van) ||
	    !span_year(table_cell(t, i, TOT), &d->span.tot) ||
	    d->span.van > d->span.tot)
		return table_fail(
		    t, i, VAN, "'%s' to '%s' are no years in order",
		    table_cell(t, i, VAN).s, table_cell(t, i, TOT).s);
	return 0;
}

static int
parse_target(const struct table *t, size_t i, struct kader *k,
	     struct ambitie *a)
{
	struct text code = table_cell(t, i, WAARDE);
	struct doel goal = {0};
	long regio = regios_find(k->regios, code);
	if (regio < 0 ||
	    regios_at(k->regios, (size_t)regio)->level == REGION_PROVINCIE)
		return table_fail(t, i, WAARDE,
				  "'%s' is no woondeal or municipality",
				  code.s);
	if (parse_goal(t, i, k, &goal) != 0)
		return -1;
	*a = (struct ambitie){(size_t)regio, goal.span, goal.aantal};
	return 0;
}

static int
overlapping(const struct scenarios *s, size_t i)
{
	return table_fail(s->table, i, WAARDE,
			  "two targets of one scenario for the same years");
}

static int
keep_target(struct scenarios *s, size_t i, struct geval *g, struct kader *k)
{
	struct ambitie new;
	if (parse_target(s->table, i, k, &new) != 0)
		return -1;
	for (size_t j = 0; j < g->ambitie_count; j++)
		if (g->ambities[j].regio == new.regio &&
		    span_overlaps(g->ambities[j].span, new.span))
			return overlapping(s, i);
	g->ambities = mem_grow(g->ambities, &g->ambitie_cap,
			       g->ambitie_count + 1, sizeof *g->ambities);
	g->ambities[g->ambitie_count++] = new;
	return 0;
}

static int
keep_area(struct scenarios *s, size_t i, struct geval *g, struct kader *k)
{
	struct gebiedsdoel new = {.gebied = table_cell(s->table, i, WAARDE)};
	if (new.gebied.n == 0)
		return table_fail(s->table, i, WAARDE, "'' is no area");
	if (parse_goal(s->table, i, k, &new.doel) != 0)
		return -1;
	for (size_t j = 0; j < g->gebied_count; j++)
		if (text_equal(g->gebieden[j].gebied, new.gebied) &&
		    span_overlaps(g->gebieden[j].doel.span, new.doel.span))
			return overlapping(s, i);
	g->gebieden = mem_grow(g->gebieden, &g->gebied_cap, g->gebied_count + 1,
			       sizeof *g->gebieden);
	g->gebieden[g->gebied_count++] = new;
	return 0;
}

static int
keep(struct scenarios *s, size_t i, struct kader *k)
{
	struct text name = table_cell(s->table, i, NAAM);
	struct text veld = table_cell(s->table, i, VELD);
	if (name.n == 0 || text_is(name, "basis"))
		return table_fail(s->table, i, NAAM,
				  "'%s' cannot be the name of a scenario",
				  name.s);
	struct geval *g = geval_of(s, i);
	if (text_is(veld, "opgave"))
		return keep_target(s, i, g, k);
	if (text_is(veld, "opgave_gebied"))
		return keep_area(s, i, g, k);
	for (int j = 0; j <= KENMERK_GEMEENTE; j++)
		if (text_is(veld, velden[j]))
			return keep_rule(s, i, g, (enum kenmerk)j);
	return table_fail(s->table, i, VELD,
			  "'%s', expected hardheid, planstatus, projectfase, "
			  "plantype, opdrachtgever, gebied, knelpunten, "
			  "gemeente, opgave or opgave_gebied",
			  veld.s);
}

struct scenarios *
scenarios_load(struct kader *k, const char *path)
{
	struct scenarios *s = mem_new(struct scenarios);
	s->arena = arena_new();
	s->names = map_new();
	s->table = table_load(path, kolommen, KOLOMMEN);
	bool fine = s->table != NULL;
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
	if (s == NULL)
		return;
	for (size_t i = 0; i < map_count(s->names); i++) {
		struct geval *g = map_value(s->names, i);
		free(g->regels);
		free(g->ambities);
		free(g->gebieden);
	}
	map_free(s->names);
	arena_free(s->arena);
	table_free(s->table);
	free(s);
}

size_t
scenarios_count(const struct scenarios *s)
{
	return s == NULL ? 0 : map_count(s->names);
}

struct text
scenarios_name(const struct scenarios *s, size_t i)
{
	return map_key(s->names, i);
}

bool
scenarios_use(const struct scenarios *s, enum kenmerk k)
{
	return s != NULL && s->uses[k];
}

const struct ambitie *
scenarios_ambities(const struct scenarios *s, size_t i, size_t *n)
{
	const struct geval *g = map_value(s->names, i);
	*n = g->ambitie_count;
	return g->ambities;
}

const struct gebiedsdoel *
scenarios_gebieden(const struct scenarios *s, size_t i, size_t *n)
{
	const struct geval *g = map_value(s->names, i);
	*n = g->gebied_count;
	return g->gebieden;
}

static bool
fits(const struct regel *r, const struct planaantal *a)
{
	struct text rest = a->kenmerk[r->veld];
	struct text part;
	if (r->veld != KENMERK_KNELPUNTEN)
		return text_equal(rest, r->waarde);
	while (text_split(&rest, '|', &part))
		if (text_equal(part, r->waarde))
			return true;
	return false;
}

/* Six decimals, half away from zero: exact for what shares are made of. */
static bool
times(int64_t *n, struct num share)
{
	struct num product;
	if (!num_multiply(aantal_num(*n), share, &product) ||
	    !num_round(product, AANTAL_SCALE, NUM_HALF_AWAY, &product))
		return false;
	*n = product.units;
	for (; product.scale < AANTAL_SCALE; product.scale++)
		if (__builtin_mul_overflow(*n, 10, n))
			return false;
	return true;
}

bool
scenarios_apply(const struct scenarios *s, size_t i, struct planaantal *a)
{
	const struct geval *g = map_value(s->names, i);
	int later = 0;
	for (size_t j = 0; j < g->count; j++) {
		const struct regel *r = &g->regels[j];
		if (!fits(r, a))
			continue;
		if (!times(&a->aantal, r->aandeel) ||
		    !times(&a->laag, r->aandeel) ||
		    !times(&a->hoog, r->aandeel))
			return false;
		later = r->vertraging > later ? r->vertraging : later;
	}
	if (a->span.van != SPAN_OPEN_VAN)
		a->span.van += later;
	if (a->span.tot != SPAN_OPEN_TOT)
		a->span.tot += later;
	return true;
}
