#include "plans/plan.h"

#include <stdlib.h>

#include "plans/deduction.h"
#include "stand/band.h"
#include "stand/bos.h"
#include "csvin.h"
#include "diag.h"
#include "plans/duplicate.h"
#include "stand/area.h"
#include "input.h"
#include "plans/delivery.h"
#include "mem.h"
#include "ground/rule.h"
#include "plans/row.h"
#include "plans/key.h"
#include "write/explain.h"

/* What an amount counts for. Growth of its municipality comes off it for
 * regions, that of its area for areas. */
enum purpose { ALLES, REGIOS, AREAS };

struct plans {
	struct frame *frame;
	const struct scenarios *scenarios;
	struct segment *segment;
	struct bos *bos;
	struct explain *explain;
	struct deduction *deduction;	  /* by municipality */
	struct deduction *area_deduction; /* by area; NULL: not asked for */
	struct keys *keys;
	struct duplicate *duplicate;
	struct deliveries *deliveries;
	struct capacity **capacity; /* as it is, then per scenario */
	struct areas **areas;	    /* likewise; NULL: not asked for */
	struct band **band;	    /* likewise; NULL: not asked for */
	int64_t *lost;		    /* per scenario: beyond its years */
	size_t variants;
	enum purpose purpose;
	bool uses[TRAITS]; /* columns that are asked for */
	size_t files, read, counted;
};

/* The areas as they are, or with the targets of scenario i - 1. */
static struct areas *
areas_of(struct frame *k, const struct scenarios *scenarios, size_t i)
{
	struct areas *g = areas_new(k);
	size_t n = 0;
	const struct area_target *list =
	    i == 0 ? NULL : scenarios_areas(scenarios, i - 1, &n);
	for (size_t j = 0; j < n; j++)
		areas_target(g, list[j].area, list[j].target);
	return g;
}

struct plans *
plans_new(struct frame *k, const struct plan_wishes *w)
{
	struct plans *p = mem_new(struct plans);
	size_t n = regios_gemeenten(k->regios);
	p->frame = k;
	p->scenarios = w->scenarios;
	p->segment = w->segment;
	p->bos = w->bos;
	p->explain = w->explain;
	p->deduction = deduction_new(k);
	p->area_deduction = w->areas ? deduction_new(k) : NULL;
	p->keys = keys_new();
	p->duplicate = duplicate_new(k);
	p->deliveries = deliveries_new(k, w->band);
	p->variants = scenarios_count(w->scenarios) + 1;
	p->lost = mem_array(p->variants, sizeof(*p->lost));
	p->capacity = mem_array(p->variants, sizeof(*p->capacity));
	p->areas = mem_array(p->variants, sizeof(*p->areas));
	p->band = mem_array(p->variants, sizeof(*p->band));
	for (size_t i = 0; i < p->variants; i++) {
		p->capacity[i] = capacity_new(k, n);
		p->band[i] = w->band ? band_new(k) : NULL;
		p->areas[i] = w->areas ? areas_of(k, w->scenarios, i) : NULL;
	}
	for (int j = 0; j < TRAITS; j++)
		p->uses[j] = scenarios_use(w->scenarios, (enum trait)j) ||
			     (w->areas && j == TRAIT_AREA) ||
			     (w->explain && explain_uses((enum trait)j));
	return p;
}

void
plans_free(struct plans *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->variants; i++) {
		capacity_free(p->capacity[i]);
		band_free(p->band[i]);
		areas_free(p->areas[i]);
	}
	free(p->areas);
	free(p->band);
	free(p->capacity);
	free(p->lost);
	deduction_free(p->deduction);
	deduction_free(p->area_deduction);
	keys_free(p->keys);
	duplicate_free(p->duplicate);
	deliveries_free(p->deliveries);
	free(p);
}

/* Adds the amount to capacity i, 0 or that of a scenario, and its band. What
 * is indivisible as it is stays so in a scenario. */
static void
add(struct plans *p, size_t i, const struct plan_amount *a, enum lot basis)
{
	enum lot lot = LOT_INDIVISIBLE;
	if (p->purpose != REGIOS && p->areas[i] && basis != LOT_INDIVISIBLE)
		areas_add(p->areas[i], a);
	if (p->purpose == AREAS)
		return;
	if (basis != LOT_INDIVISIBLE)
		lot = capacity_add(p->capacity[i], a->gemeente, a);
	if (p->band[i])
		band_add(p->band[i], a, lot);
	if (basis != LOT_INDIVISIBLE && lot != LOT_YEAR && lot != LOT_BUCKET)
		p->lost[i] += a->amount;
}

/* As it is, and as it is in each scenario. */
static int
emit(struct plans *p, const struct plan_amount *a)
{
	enum lot basis = capacity_lot(p->frame, a);
	add(p, 0, a, basis);
	if (p->explain && p->purpose != AREAS)
		explain_plan(p->explain, a, basis);
	for (size_t i = 1; i < p->variants; i++) {
		struct plan_amount b = *a;
		if (!scenarios_apply(p->scenarios, i - 1, &b) ||
		    !amount_take(&p->frame->guard, b.amount) ||
		    !amount_take(&p->frame->guard, b.low) ||
		    !amount_take(&p->frame->guard, b.high))
			return diag_fail("scenario %s: the dwellings are too "
					 "many to be held exactly",
					 scenarios_name(p->scenarios, i - 1).s);
		add(p, i, &b, basis);
	}
	return 0;
}

/* A finding for what does not stand in a year of its own. */
static void
report_lot(const struct plan_row *l, const struct plan_amount *a, enum lot lot)
{
	static const enum rule rules[] = {[LOT_BUCKET] = RULE_BUCKET,
					  [LOT_PAST] = RULE_PAST,
					  [LOT_INDIVISIBLE] = RULE_INDIVISIBLE};
	char years[SPAN_TEXT], number[NUM_TEXT];
	struct text when = span_format(a->span, years);
	if (lot == LOT_YEAR || lot == LOT_OUTSIDE)
		return;
	if (a->span.from == SPAN_OPEN_FROM && a->span.to == SPAN_OPEN_TO)
		when = text_of("?");
	plan_row_report(l, rules[lot], PLAN_AMOUNT,
			TEXTS(amount_format(a->amount, number),
			      plan_row_field(l, PLAN_GEMEENTE), when));
}

static int
place(struct plans *p, const struct plan_row *l, struct plan_amount *a)
{
	enum lot lot = capacity_lot(p->frame, a);
	if (a->amount == 0 && a->low == a->high)
		return 0;
	report_lot(l, a, lot);
	if (lot == LOT_OUTSIDE || lot == LOT_PAST)
		return 0;
	deliveries_estimate(p->deliveries, a, lot);
	if (!deduction_wants(p->deduction, a))
		return emit(p, a);
	struct text area = a->trait[TRAIT_AREA];
	deduction_hold(p->deduction, a, a->gemeente);
	if (p->area_deduction && area.n > 0)
		deduction_hold(p->area_deduction, a,
			       areas_number(p->areas[0], area));
	return 0;
}

static void
see_double(struct plans *p, const struct plan_row *l,
	   const struct plan_amount *a, size_t delivery)
{
	struct text name = keys_name(p->keys, l->r);
	if (a->amount != 0 && name.n > 0)
		duplicate_see(p->duplicate, l, a, delivery, name);
}

static int
take(struct plans *p, const struct plan_row *l)
{
	struct plan_amount a = {0};
	long m =
	    regios_gemeente(p->frame->regios, plan_row_field(l, PLAN_GEMEENTE));
	p->read++;
	if (m < 0) {
		plan_row_report(l, RULE_GEMEENTE, PLAN_GEMEENTE, NULL, 0);
		return 0;
	}
	deliveries_seen(p->deliveries, (size_t)m);
	a.plan = keys_number(p->keys, l->r, plan_row_field(l, PLAN_GEMEENTE));
	if (p->bos)
		bos_see(p->bos, l, a.plan, (size_t)m);
	struct text dimension = plan_row_field(l, PLAN_DIMENSION);
	bool total = text_is(dimension, "totaal");
	bool asked = p->segment && segment_wants(p->segment, dimension);
	if (!total && !asked)
		return 0;
	size_t delivery = deliveries_number(p->deliveries, l);
	enum plan_verdict verdict = plan_row_parse(l, &a);
	a.gemeente = (size_t)m;
	deliveries_judge(p->deliveries, (size_t)m, verdict, total);
	if (verdict != PLAN_COUNTS)
		return 0;
	p->counted++;
	if (total)
		see_double(p, l, &a, delivery);
	if (asked)
		segment_add(p->segment, l->r, &a);
	if (p->bos && total)
		bos_count(p->bos, &a, capacity_lot(p->frame, &a));
	return total ? place(p, l, &a) : 0;
}

static int
read_all(struct plans *p, struct csvin *r, const char *path)
{
	struct plan_row l = {.frame = p->frame, .file = path};
	int rc;
	if (plan_row_header(&l, r, p->uses) != 0 ||
	    (p->segment && segment_header(p->segment, r) != 0))
		return -1;
	keys_header(p->keys, r);
	if (p->bos)
		bos_header(p->bos, r);
	while ((rc = csvin_next_row(r)) == 1)
		if (take(p, &l) != 0)
			return -1;
	return rc;
}

int
plans_read(struct plans *p, const char *path)
{
	struct input *in = input_open(path);
	if (!in)
		return -1;
	struct csvin *r = csvin_new(in, ',');
	int rc = read_all(p, r, path);
	csvin_free(r);
	p->files++;
	if (input_close(in) != 0)
		rc = -1;
	return rc;
}

static void
check(const struct plans *p)
{
	deliveries_check(p->deliveries);
	duplicate_check(p->duplicate);
	for (size_t i = 1; i < p->variants; i++) {
		char number[NUM_TEXT], years[SPAN_TEXT];
		if (p->lost[i] != 0)
			rule_add(p->frame->findings, RULE_SCENARIO, NULL,
				 TEXTS(scenarios_name(p->scenarios, i - 1),
				       amount_format(p->lost[i], number),
				       span_format(p->frame->years, years)));
	}
}

/* Of areas the findings tell, when these are what is asked for. */
static void
settle_regions(struct plans *p, const struct observations *w)
{
	const struct frame *k = p->frame;
	for (size_t m = 0; m < regios_gemeenten(k->regios); m++) {
		size_t i = regios_gemeente_index(k->regios, m);
		struct owner e = {m, regios_at(k->regios, i)->code,
				  growers_of(k, i)};
		deduction_settle(p->deduction, w, &e, p->area_deduction);
	}
}

static void
settle_areas(struct plans *p, const struct observations *w)
{
	if (!p->area_deduction)
		return;
	for (size_t i = 0; i < areas_count(p->areas[0]); i++) {
		struct owner e = {i, areas_name(p->areas[0], i),
				  areas_growers(p->areas[0], i)};
		deduction_settle(p->area_deduction, w, &e, false);
	}
}

static int
emit_held(struct plans *p, const struct deduction *t, enum purpose purpose)
{
	p->purpose = purpose;
	for (size_t i = 0; t && i < deduction_count(t); i++)
		if (emit(p, deduction_at(t, i)) != 0)
			return -1;
	return 0;
}

int
plans_settle(struct plans *p, const struct observations *w)
{
	if (p->files == 0)
		return 0;
	diag_note("%zu plan records = %zu counted + %zu other or refused",
		  p->read, p->counted, p->read - p->counted);
	settle_regions(p, w);
	settle_areas(p, w);
	if (emit_held(p, p->deduction, REGIOS) != 0 ||
	    emit_held(p, p->area_deduction, AREAS) != 0)
		return -1;
	check(p);
	for (size_t i = 1; i < p->variants; i++)
		if (p->areas[i])
			areas_check(p->areas[i]);
	return 0;
}

const struct capacity *
plans_capacity(const struct plans *p, size_t i)
{
	return p->capacity[i];
}

struct band *
plans_band(const struct plans *p, size_t i)
{
	return p->band[i];
}

const struct areas *
plans_areas(const struct plans *p, size_t i)
{
	return p->areas[i];
}

bool
plans_any(const struct plans *p)
{
	return p->files > 0;
}

bool
plans_delivered(const struct plans *p, size_t m)
{
	return deliveries_delivered(p->deliveries, m);
}

bool
plans_whole(const struct plans *p, size_t m)
{
	return deliveries_whole(p->deliveries, m);
}
