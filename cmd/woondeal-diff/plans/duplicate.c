#include "plans/duplicate.h"

#include <stdlib.h>

#include "arena.h"
#include "mem.h"

enum { BOUW, SLOOP, SOORTEN };

/* Where a plan was seen first: its delivery, and the years it has there. */
struct bron {
	size_t levering; /* number from 1; 0: not seen */
	size_t rij;
	const char *bestand;
	struct span jaren[SOORTEN];
	bool geteld;
};

/* The plans of one municipality that are double, and the first of them. */
struct dubbelen {
	size_t count;
	struct finding_place place;
	struct text naam;
	const char *bestand; /* where it was before */
	size_t rij;
};

struct dubbel {
	struct kader *kader;
	struct arena *arena;
	struct bron *plannen; /* by number */
	size_t count, cap;
	struct dubbelen *gemeenten;
};

struct dubbel *
dubbel_new(struct kader *k)
{
	struct dubbel *d = mem_new(struct dubbel);
	d->kader = k;
	d->arena = arena_new();
	d->gemeenten =
	    mem_array(regios_gemeenten(k->regios) + 1, sizeof *d->gemeenten);
	return d;
}

void
dubbel_free(struct dubbel *d)
{
	if (d == NULL)
		return;
	arena_free(d->arena);
	free(d->plannen);
	free(d->gemeenten);
	free(d);
}

static struct bron *
bron_of(struct dubbel *d, size_t plan)
{
	d->plannen =
	    mem_grow(d->plannen, &d->cap, plan + 1, sizeof *d->plannen);
	for (; d->count <= plan; d->count++)
		d->plannen[d->count] = (struct bron){0};
	return &d->plannen[plan];
}

static void
widen(struct span *jaren, struct span to)
{
	if (to.van < jaren->van)
		jaren->van = to.van;
	if (to.tot > jaren->tot)
		jaren->tot = to.tot;
}

static void
begin(struct bron *b, const struct planrij *l, size_t levering)
{
	b->levering = levering;
	b->rij = csvin_row(l->r);
	b->bestand = l->bestand;
	for (int i = 0; i < SOORTEN; i++)
		b->jaren[i] = (struct span){SPAN_OPEN_TOT, SPAN_OPEN_VAN};
}

static void
count(struct dubbel *d, const struct planrij *l, const struct bron *b, size_t m,
      struct text naam)
{
	struct dubbelen *x = &d->gemeenten[m];
	if (x->count++ > 0)
		return;
	x->place = (struct finding_place){
	    .file = arena_text(d->arena, text_of(csvin_name(l->r))).s,
	    .record = csvin_record(l->r),
	    .row = csvin_row(l->r),
	    .column = (size_t)l->kolom[PLAN_LEVERING] + 1,
	    .name = text_of("levering"),
	    .value = arena_text(d->arena, planrij_field(l, PLAN_LEVERING))};
	x->naam = arena_text(d->arena, naam);
	x->bestand = b->bestand;
	x->rij = b->rij;
}

void
dubbel_see(struct dubbel *d, const struct planrij *l,
	   const struct planaantal *a, size_t levering, struct text naam)
{
	struct bron *b = bron_of(d, a->plan);
	struct span *jaren = &b->jaren[a->aantal < 0 ? SLOOP : BOUW];
	if (b->levering == 0)
		begin(b, l, levering);
	if (b->levering == levering) {
		widen(jaren, a->span);
	} else if (!b->geteld && a->span.van <= jaren->tot &&
		   a->span.tot >= jaren->van) {
		b->geteld = true;
		count(d, l, b, a->gemeente, naam);
	}
}

void
dubbel_check(const struct dubbel *d)
{
	for (size_t m = 0; m < regios_gemeenten(d->kader->regios); m++) {
		const struct regio *g = regios_gemeente_at(d->kader->regios, m);
		const struct dubbelen *x = &d->gemeenten[m];
		char plans[NUM_TEXT], row[NUM_TEXT];
		if (x->count == 0)
			continue;
		melding_add(d->kader->findings, REGEL_DUBBEL, &x->place,
			    TEXTS(g->code, g->naam,
				  num_format(num_of((int64_t)x->count), plans),
				  x->naam, text_of(x->bestand),
				  num_format(num_of((int64_t)x->rij), row)));
	}
}
