#include "stand/area.h"

#include <stdlib.h>

#include "agree/targets.h"
#include "map.h"
#include "ground/rule.h"
#include "mem.h"

struct area {
	struct capacity *capacity; /* one owner: the area */
	bool *in;		   /* by municipality: has plans in it */
	struct regio regio;
	struct targets targets;
	bool plans;
	size_t number;
	size_t *regios; /* places of its growth in the observations */
	size_t regio_count;
};

struct areas {
	const struct frame *frame;
	struct map *list; /* name, as the table writes it -> struct area */
};

static void
area_free(struct area *area)
{
	capacity_free(area->capacity);
	free(area->in);
	free(area->targets.list);
	free(area->regios);
	free(area);
}

void
areas_free(struct areas *g)
{
	if (!g)
		return;
	for (size_t i = 0; i < map_count(g->list); i++)
		area_free(map_value(g->list, i));
	map_free(g->list);
	free(g);
}

static struct area *
area_of(struct areas *g, struct text name)
{
	const struct gebieden *table = g->frame->areas;
	void **slot =
	    map_slot(g->list, table ? gebieden_spelling(table, name) : name);
	if (!*slot) {
		struct area *new = mem_new(struct area);
		size_t n = regios_gemeenten(g->frame->regios);
		new->capacity = capacity_new(g->frame, 1);
		new->in = mem_array(n + 1, sizeof(*new->in));
		new->number = map_count(g->list) - 1;
		*slot = new;
	}
	return *slot;
}

/* The areas of the table, and the regions that it gives them. */
static void
add_table(struct areas *g)
{
	const struct gebieden *table = g->frame->areas;
	size_t n = table ? gebieden_names(table) : 0;
	for (size_t i = 0; i < n; i++)
		area_of(g, gebieden_name(table, i));
	n = table ? gebieden_count(table) : 0;
	for (size_t i = 0; i < n; i++) {
		const struct gebied *row = gebieden_at(table, i);
		struct area *area = area_of(g, row->naam);
		if (row->veld != GEBIED_REGIO)
			continue;
		if (!area->regios)
			area->regios = mem_array(n, sizeof(*area->regios));
		area->regios[area->regio_count++] =
		    frame_area_regio(g->frame, i);
	}
}

struct areas *
areas_new(const struct frame *k)
{
	struct areas *g = mem_new(struct areas);
	g->frame = k;
	g->list = map_new();
	add_table(g);
	return g;
}

static struct growers
growers(const struct area *area)
{
	return (struct growers){area->regios, area->regio_count, 0};
}

static bool
uses(enum trait t)
{
	return t == TRAIT_AREA;
}

/* Without an area it passes by. */
static void
amount(void *ctx, const struct plan_amount *a, const struct placed *where)
{
	struct areas *g = ((struct areas **)ctx)[where->variant];
	struct text name = a->trait[TRAIT_AREA];
	if (name.n == 0 || where->basis == LOT_INDIVISIBLE)
		return;
	struct area *area = area_of(g, name);
	area->plans = true;
	area->in[a->gemeente] = true;
	capacity_add(area->capacity, 0, a);
}

/* The areas are numbered from 0; one that is not there yet is made. */
static bool
owner_of(void *ctx, const struct plan_amount *a, size_t *out)
{
	struct text name = a->trait[TRAIT_AREA];
	if (name.n > 0)
		*out = area_of(*(struct areas **)ctx, name)->number;
	return name.n > 0;
}

static bool
owner_at(void *ctx, size_t i, struct owner *out)
{
	const struct areas *g = *(struct areas **)ctx;
	if (i >= map_count(g->list))
		return false;
	*out = (struct owner){i, map_key(g->list, i),
			      growers(map_value(g->list, i))};
	return true;
}

struct taker
areas_taker(struct areas **list)
{
	return (struct taker){.ctx = list,
			      .uses = uses,
			      .amount = amount,
			      .owner_of = owner_of,
			      .owner_at = owner_at};
}

void
areas_target(struct areas *g, struct text name, struct target goal)
{
	targets_replace(&area_of(g, name)->targets, goal);
}

void
areas_check(const struct areas *g)
{
	for (size_t i = 0; i < map_count(g->list); i++) {
		const struct area *area = map_value(g->list, i);
		if (!area->plans && area->targets.count > 0)
			rule_add(g->frame->findings, RULE_AREA_EMPTY, NULL,
				 TEXTS(map_key(g->list, i)));
	}
}

static struct text
region_code(const struct frame *k, size_t place)
{
	size_t n = regios_count(k->regios);
	return place < n ? regios_at(k->regios, place)->code
			 : gebieden_at(k->areas, place - n)->waarde;
}

/* Which of its regions lack growth, and which deliveries are not complete; an
 * area without plans is not complete itself. */
static void
fill_complete(const struct areas *g, const struct area *area,
	      const struct stand *s, struct stand_row *r)
{
	const struct frame *k = g->frame;
	bool plans = r->span.to >= frame_plan_year(k);
	buffer_clear(&r->incomplete);
	if (plans && !area->plans)
		buffer_add(&r->incomplete, area->regio.code);
	for (size_t i = 0; i < area->regio_count; i++)
		if (growth_lacks(k, s->cells, area->regios[i], r->span))
			buffer_list(&r->incomplete, "|",
				    region_code(k, area->regios[i]));
	for (size_t m = 0; m < regios_gemeenten(k->regios); m++)
		if (plans && area->in[m] && !stand_delivered(s, m))
			buffer_list(&r->incomplete, "|",
				    regios_gemeente_at(k->regios, m)->code);
}

/* Why there is no target, or nothing to set it against. */
static void
tell_target(const struct areas *g, const struct area *area, struct stand_row *r)
{
	const struct frame *k = g->frame;
	bool future = k->peildatum_known && frame_months(k, r->span.from) == 0;
	if (area->targets.count == 0)
		buffer_string(&r->reason, "nvt");
	else if (!r->opgave.known)
		buffer_string(&r->reason, "ontbreekt");
	else if (!r->growth.known && !future)
		buffer_string(&r->reason, "groei onbekend");
}

static void
fill_capacity(const struct areas *g, const struct area *area,
	      struct stand_row *r)
{
	int64_t sum[HARDHEDEN] = {0};
	struct span span = r->span;
	int from = frame_plan_year(g->frame);
	bool any = span.to >= from && area->plans;
	if (span.from < from && !r->total)
		span.from = from;
	capacity_sum(area->capacity, 0, span, sum);
	for (int h = 0; h < HARDHEDEN; h++)
		r->capacity[h] = (struct maybe){any, sum[h]};
}

static void
fill(const struct areas *g, const struct area *area, const struct stand *s,
     struct stand_row *out)
{
	const struct frame *k = g->frame;
	struct growers who = growers(area);
	struct span cum = {k->years.from, out->span.to};
	struct stand_row r = {.regio = &area->regio,
			      .niveau = "gebied",
			      .span = out->span,
			      .reason = out->reason,
			      .incomplete = out->incomplete};
	buffer_clear(&r.reason);
	r.total = span_equal(r.span, k->years);
	r.opgave.known = targets_tile(&area->targets, r.span, &r.opgave.n);
	r.opgave_cum.known = targets_tile(&area->targets, cum, &r.opgave_cum.n);
	stand_growth(s, &who, &r);
	tell_target(g, area, &r);
	fill_capacity(g, area, &r);
	if (r.total)
		stand_total(k, &r);
	fill_complete(g, area, s, &r);
	*out = r;
}

static int
by_name(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static struct text *
names_of(const struct areas *g, size_t n)
{
	struct text *names = mem_array(n + 1, sizeof(*names));
	for (size_t i = 0; i < n; i++)
		names[i] = map_key(g->list, i);
	qsort(names, n, sizeof(*names), by_name);
	return names;
}

/* The first year, all years, then the other years: by first and last year. */
static bool
next_span(struct span years, struct span *span)
{
	if (span->from == years.from && span->to == years.from &&
	    years.to != years.from) {
		span->to = years.to;
		return true;
	}
	span->to = ++span->from;
	return span->from <= years.to;
}

void
areas_walk(const struct areas *g, const struct stand *s,
	   void (*take)(void *ctx, const struct stand_row *r), void *ctx)
{
	size_t n = map_count(g->list);
	struct text *names = names_of(g, n);
	struct stand_row row = {0};
	struct span years = g->frame->years;
	for (size_t i = 0; i < n; i++) {
		struct area *area = map_get(g->list, names[i]);
		area->regio.code = area->regio.name = names[i];
		row.span = (struct span){years.from, years.from};
		do {
			fill(g, area, s, &row);
			take(ctx, &row);
		} while (next_span(years, &row.span));
	}
	stand_row_free(&row);
	free(names);
}
