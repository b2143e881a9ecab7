#include "stand/area.h"

#include <stdlib.h>

#include "agree/targets.h"
#include "map.h"
#include "ground/rule.h"
#include "mem.h"

struct streek {
	struct capaciteit *capaciteit; /* one owner: the area */
	bool *in;		       /* by municipality: has plans in it */
	struct regio regio;
	struct doelen doelen;
	bool plannen;
	size_t nummer;
	size_t *regios; /* places of its growth in the observations */
	size_t regio_count;
};

struct streken {
	const struct kader *kader;
	struct map *list;   /* name -> struct streek */
	struct map *table;  /* folded name -> struct text, of the table */
	struct text *names; /* of the table, as it writes them */
};

/* Names are compared on so many bytes. */
#define FOLD 512

static void
streek_free(struct streek *area)
{
	capaciteit_free(area->capaciteit);
	free(area->in);
	free(area->doelen.list);
	free(area->regios);
	free(area);
}

void
streken_free(struct streken *g)
{
	if (g == NULL)
		return;
	for (size_t i = 0; i < map_count(g->list); i++)
		streek_free(map_value(g->list, i));
	map_free(g->list);
	map_free(g->table);
	free(g->names);
	free(g);
}

static struct streek *
area_of(struct streken *g, struct text name)
{
	char buf[FOLD];
	const struct text *known =
	    map_get(g->table, text_fold(name, buf, sizeof buf));
	void **slot = map_slot(g->list, known == NULL ? name : *known);
	if (*slot == NULL) {
		struct streek *new = mem_new(struct streek);
		size_t n = regios_gemeenten(g->kader->regios);
		new->capaciteit = capaciteit_new(g->kader, 1);
		new->in = mem_array(n + 1, sizeof *new->in);
		new->nummer = map_count(g->list) - 1;
		*slot = new;
	}
	return *slot;
}

/* The areas of the table, and the regions that it gives them. */
static void
add_table(struct streken *g)
{
	const struct gebieden *table = g->kader->gebieden;
	char buf[FOLD];
	size_t n = table == NULL ? 0 : gebieden_names(table);
	g->names = mem_array(n + 1, sizeof *g->names);
	for (size_t i = 0; i < n; i++) {
		g->names[i] = gebieden_name(table, i);
		*map_slot(g->table, text_fold(g->names[i], buf, sizeof buf)) =
		    &g->names[i];
		area_of(g, g->names[i]);
	}
	n = table == NULL ? 0 : gebieden_count(table);
	for (size_t i = 0; i < n; i++) {
		const struct gebied *row = gebieden_at(table, i);
		struct streek *area = area_of(g, row->naam);
		if (row->veld != GEBIED_REGIO)
			continue;
		if (area->regios == NULL)
			area->regios = mem_array(n, sizeof *area->regios);
		area->regios[area->regio_count++] =
		    kader_gebiedsregio(g->kader, i);
	}
}

struct streken *
streken_new(const struct kader *k)
{
	struct streken *g = mem_new(struct streken);
	g->kader = k;
	g->list = map_new();
	g->table = map_new();
	add_table(g);
	return g;
}

size_t
streken_number(struct streken *g, struct text name)
{
	return area_of(g, name)->nummer;
}

size_t
streken_count(const struct streken *g)
{
	return map_count(g->list);
}

struct text
streken_name(const struct streken *g, size_t i)
{
	return map_key(g->list, i);
}

static struct groeiers
groeiers(const struct streek *area)
{
	return (struct groeiers){area->regios, area->regio_count, 0};
}

struct groeiers
streken_groeiers(const struct streken *g, size_t i)
{
	return groeiers(map_value(g->list, i));
}

void
streken_add(struct streken *g, const struct planaantal *a)
{
	struct text name = a->kenmerk[KENMERK_GEBIED];
	if (name.n == 0)
		return;
	struct streek *area = area_of(g, name);
	area->plannen = true;
	area->in[a->gemeente] = true;
	capaciteit_add(area->capaciteit, 0, a);
}

void
streken_target(struct streken *g, struct text name, struct doel goal)
{
	doelen_replace(&area_of(g, name)->doelen, goal);
}

void
streken_check(const struct streken *g)
{
	for (size_t i = 0; i < map_count(g->list); i++) {
		const struct streek *area = map_value(g->list, i);
		if (!area->plannen && area->doelen.count > 0)
			melding_add(g->kader->findings, REGEL_GEBIED_LEEG, NULL,
				    TEXTS(map_key(g->list, i)));
	}
}

static struct text
region_code(const struct kader *k, size_t place)
{
	size_t n = regios_count(k->regios);
	return place < n ? regios_at(k->regios, place)->code
			 : gebieden_at(k->gebieden, place - n)->waarde;
}

/* Which of its regions lack growth, and which deliveries are not complete; an
 * area without plans is not complete itself. */
static void
fill_complete(const struct streken *g, const struct streek *area,
	      const struct stand *s, struct standrij *r)
{
	const struct kader *k = g->kader;
	bool plans = r->span.tot >= kader_planjaar(k);
	woorden_clear(&r->volledig);
	if (plans && !area->plannen)
		woorden_add(&r->volledig, area->regio.code);
	for (size_t i = 0; i < area->regio_count; i++)
		if (groei_hapert(k, s->waarnemingen, area->regios[i], r->span))
			woorden_join(&r->volledig, "|",
				     region_code(k, area->regios[i]));
	for (size_t m = 0; m < regios_gemeenten(k->regios); m++)
		if (plans && area->in[m] && !stand_delivered(s, m))
			woorden_join(&r->volledig, "|",
				     regios_gemeente_at(k->regios, m)->code);
}

/* Why there is no target, or nothing to set it against. */
static void
tell_target(const struct streken *g, const struct streek *area,
	    struct standrij *r)
{
	const struct kader *k = g->kader;
	bool future = k->peildatum_bekend && kader_maanden(k, r->span.van) == 0;
	if (area->doelen.count == 0)
		woorden_add(&r->reden, text_of("nvt"));
	else if (!r->opgave.bekend)
		woorden_add(&r->reden, text_of("ontbreekt"));
	else if (!r->groei.bekend && !future)
		woorden_add(&r->reden, text_of("groei onbekend"));
}

static void
fill_capacity(const struct streken *g, const struct streek *area,
	      struct standrij *r)
{
	int64_t sum[HARDHEDEN] = {0};
	struct span span = r->span;
	int from = kader_planjaar(g->kader);
	bool any = span.tot >= from && area->plannen;
	if (span.van < from && !r->totaal)
		span.van = from;
	capaciteit_sum(area->capaciteit, 0, span, sum);
	for (int h = 0; h < HARDHEDEN; h++)
		r->capaciteit[h] = (struct misschien){any, sum[h]};
}

static void
fill(const struct streken *g, const struct streek *area, const struct stand *s,
     struct standrij *out)
{
	const struct kader *k = g->kader;
	struct groeiers who = groeiers(area);
	struct span cum = {k->jaren.van, out->span.tot};
	struct standrij r = {.regio = &area->regio,
			     .niveau = "gebied",
			     .span = out->span,
			     .reden = out->reden,
			     .volledig = out->volledig};
	woorden_clear(&r.reden);
	r.totaal = span_equal(r.span, k->jaren);
	r.opgave.bekend = doelen_tile(&area->doelen, r.span, &r.opgave.n);
	r.opgave_cum.bekend = doelen_tile(&area->doelen, cum, &r.opgave_cum.n);
	stand_growth(s, &who, &r);
	tell_target(g, area, &r);
	fill_capacity(g, area, &r);
	if (r.totaal)
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
names_of(const struct streken *g, size_t n)
{
	struct text *names = mem_array(n + 1, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = map_key(g->list, i);
	qsort(names, n, sizeof *names, by_name);
	return names;
}

/* The first year, all years, then the other years: by first and last year. */
static bool
next_span(struct span years, struct span *span)
{
	if (span->van == years.van && span->tot == years.van &&
	    years.tot != years.van) {
		span->tot = years.tot;
		return true;
	}
	span->tot = ++span->van;
	return span->van <= years.tot;
}

void
streken_walk(const struct streken *g, const struct stand *s,
	     void (*take)(void *ctx, const struct standrij *r), void *ctx)
{
	size_t n = map_count(g->list);
	struct text *names = names_of(g, n);
	struct standrij row = {0};
	struct span years = g->kader->jaren;
	for (size_t i = 0; i < n; i++) {
		struct streek *area = map_get(g->list, names[i]);
		area->regio.code = area->regio.naam = names[i];
		row.span = (struct span){years.van, years.van};
		do {
			fill(g, area, s, &row);
			take(ctx, &row);
		} while (next_span(years, &row.span));
	}
	standrij_free(&row);
	free(names);
}
