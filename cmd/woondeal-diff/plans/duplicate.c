#include "plans/duplicate.h"

#include <stdlib.h>

#include "arena.h"
#include "mem.h"

enum { BOUW, SLOOP, KINDS };

/* Where a plan was seen first: its delivery, and the years it has there. */
struct source {
	size_t delivery; /* number from 1; 0: not seen */
	size_t row;
	const char *file;
	struct span years[KINDS];
	bool counted;
};

/* The plans of one municipality that are double, and the first of them. */
struct duplicates {
	size_t count;
	struct finding_place place;
	struct text name;
	const char *file; /* where it was before */
	size_t row;
};

struct duplicate {
	struct frame *frame;
	struct arena *arena;
	struct source *plans; /* by number */
	size_t count, cap;
	struct duplicates *gemeenten;
};

struct duplicate *
duplicate_new(struct frame *k)
{
	struct duplicate *d = mem_new(struct duplicate);
	d->frame = k;
	d->arena = arena_new();
	d->gemeenten =
	    mem_array(regios_gemeenten(k->regios) + 1, sizeof(*d->gemeenten));
	return d;
}

void
duplicate_free(struct duplicate *d)
{
	if (!d)
		return;
	arena_free(d->arena);
	free(d->plans);
	free(d->gemeenten);
	free(d);
}

static struct source *
source_of(struct duplicate *d, size_t plan)
{
	d->plans = mem_grow(d->plans, &d->cap, plan + 1, sizeof(*d->plans));
	for (; d->count <= plan; d->count++)
		d->plans[d->count] = (struct source){0};
	return &d->plans[plan];
}

static void
widen(struct span *years, struct span to)
{
	if (to.from < years->from)
		years->from = to.from;
	if (to.to > years->to)
		years->to = to.to;
}

static void
begin(struct source *b, const struct plan_row *l, size_t delivery)
{
	b->delivery = delivery;
	b->row = csvin_row(l->r);
	b->file = l->file;
	for (int i = 0; i < KINDS; i++)
		b->years[i] = (struct span){SPAN_OPEN_TO, SPAN_OPEN_FROM};
}

static void
count(struct duplicate *d, const struct plan_row *l, const struct source *b,
      size_t m, struct text name)
{
	struct duplicates *x = &d->gemeenten[m];
	if (x->count++ > 0)
		return;
	x->place = (struct finding_place){
	    .file = arena_text(d->arena, text_of(csvin_name(l->r))).s,
	    .record = csvin_record(l->r),
	    .row = csvin_row(l->r),
	    .column = (size_t)l->column[PLAN_DELIVERY] + 1,
	    .name = text_of("levering"),
	    .value = arena_text(d->arena, plan_row_field(l, PLAN_DELIVERY))};
	x->name = arena_text(d->arena, name);
	x->file = b->file;
	x->row = b->row;
}

void
duplicate_see(struct duplicate *d, const struct plan_row *l,
	      const struct plan_amount *a, size_t delivery, struct text name)
{
	struct source *b = source_of(d, a->plan);
	struct span *years = &b->years[a->amount < 0 ? SLOOP : BOUW];
	if (b->delivery == 0)
		begin(b, l, delivery);
	if (b->delivery == delivery) {
		widen(years, a->span);
	} else if (!b->counted && a->span.from <= years->to &&
		   a->span.to >= years->from) {
		b->counted = true;
		count(d, l, b, a->gemeente, name);
	}
}

void
duplicate_check(const struct duplicate *d)
{
	for (size_t m = 0; m < regios_gemeenten(d->frame->regios); m++) {
		const struct regio *g = regios_gemeente_at(d->frame->regios, m);
		const struct duplicates *x = &d->gemeenten[m];
		char plans[NUM_TEXT], row[NUM_TEXT];
		if (x->count == 0)
			continue;
		rule_add(d->frame->findings, RULE_DUPLICATE, &x->place,
			 TEXTS(g->code, g->name,
			       num_format(num_of((int64_t)x->count), plans),
			       x->name, text_of(x->file),
			       num_format(num_of((int64_t)x->row), row)));
	}
}
