#include "streek.h"

#include <stdlib.h>

#include "doelen.h"
#include "map.h"
#include "melding.h"
#include "mem.h"

struct streek {
	struct capaciteit *capaciteit; /* one owner: the area */
	bool *in;		       /* by municipality: has plans in it */
	struct regio regio;
	struct doelen doelen;
	bool plannen;
};

struct streken {
	const struct kader *kader;
	struct map *list; /* name -> struct streek */
};

struct streken *
streken_new(const struct kader *k)
{
	struct streken *g = mem_new(struct streken);
	g->kader = k;
	g->list = map_new();
	return g;
}

void
streken_free(struct streken *g)
{
	if (g == NULL)
		return;
	for (size_t i = 0; i < map_count(g->list); i++) {
		struct streek *area = map_value(g->list, i);
		capaciteit_free(area->capaciteit);
		free(area->in);
		free(area->doelen.list);
		free(area);
	}
	map_free(g->list);
	free(g);
}

static struct streek *
area_of(struct streken *g, struct text name)
{
	void **slot = map_slot(g->list, name);
	if (*slot == NULL) {
		struct streek *new = mem_new(struct streek);
		size_t n = regios_gemeenten(g->kader->regios);
		new->capaciteit = capaciteit_new(g->kader, 1);
		new->in = mem_array(n + 1, sizeof *new->in);
		*slot = new;
	}
	return *slot;
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
		if (!area->plannen)
			melding_add(g->kader->findings, REGEL_GEBIED_LEEG, NULL,
				    TEXTS(map_key(g->list, i)));
	}
}

static void
fill_complete(const struct streken *g, const struct streek *area,
	      const struct stand *s, struct standrij *r)
{
	const struct regios *regios = g->kader->regios;
	woorden_clear(&r->volledig);
	if (r->span.tot < kader_planjaar(g->kader))
		return;
	if (!area->plannen)
		woorden_add(&r->volledig, area->regio.code);
	for (size_t m = 0; m < regios_gemeenten(regios); m++)
		if (area->in[m] && !stand_delivered(s, m))
			woorden_join(&r->volledig, "|",
				     regios_gemeente_at(regios, m)->code);
}

/* Growth of an area is not known: what remains of its target only when
 * nothing could grow yet. */
static void
fill_target(const struct streken *g, const struct streek *area,
	    struct standrij *r)
{
	const struct kader *k = g->kader;
	const struct misschien *c = r->capaciteit;
	struct span cum = {k->jaren.van, r->span.tot};
	const char *why = "";
	bool future = k->peildatum_bekend && kader_maanden(k, r->span.van) == 0;
	r->rest = r->opgave = r->opgave_cum = (struct misschien){0};
	r->opgave.bekend = doelen_tile(&area->doelen, r->span, &r->opgave.n);
	r->opgave_cum.bekend =
	    doelen_tile(&area->doelen, cum, &r->opgave_cum.n);
	if (area->doelen.count == 0)
		why = "nvt";
	else if (!r->opgave.bekend)
		why = "ontbreekt";
	else if (!future)
		why = "groei onbekend";
	woorden_clear(&r->reden);
	woorden_add(&r->reden, text_of(why));
	if (r->totaal && future)
		r->rest = r->opgave;
	struct misschien all = {c[HARD].bekend,
				c[HARD].n + c[ZACHT].n + c[ONBEKEND].n};
	r->dekking_hard = stand_percent(c[HARD], r->rest);
	r->dekking = stand_percent(all, r->rest);
}

static void
fill(const struct streken *g, const struct streek *area, struct standrij *r)
{
	int64_t sum[HARDHEDEN] = {0};
	struct span span = r->span;
	int from = kader_planjaar(g->kader);
	bool any = span.tot >= from && area->plannen;
	r->totaal = span_equal(span, g->kader->jaren);
	if (span.van < from && !r->totaal)
		span.van = from;
	capaciteit_sum(area->capaciteit, 0, span, sum);
	for (int h = 0; h < HARDHEDEN; h++)
		r->capaciteit[h] = (struct misschien){any, sum[h]};
	fill_target(g, area, r);
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
	struct standrij row = {.niveau = "gebied"};
	struct span years = g->kader->jaren;
	for (size_t i = 0; i < n; i++) {
		struct streek *area = map_get(g->list, names[i]);
		area->regio.code = area->regio.naam = names[i];
		row.regio = &area->regio;
		row.span = (struct span){years.van, years.van};
		do {
			fill(g, area, &row);
			fill_complete(g, area, s, &row);
			take(ctx, &row);
		} while (next_span(years, &row.span));
	}
	standrij_free(&row);
	free(names);
}
