#include "plans/plan.h"

#include <stdlib.h>

#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "mem.h"
#include "ground/rule.h"
#include "plans/delivery.h"
#include "plans/duplicate.h"
#include "plans/key.h"

/* What an amount counts for: growth of its municipality comes off it for
 * ALL, and for a taker with owners of its own that of its owner. */
enum purpose { ALL, REGIONS, OWNERS };

struct plans {
	struct frame *frame;
	const struct plan_takers *takers;
	const struct taker *owners;  /* the taker that has any, or NULL */
	struct deduction *deduction; /* by municipality */
	struct deduction *owned;     /* by owner; NULL: there are none */
	struct keys *keys;
	struct duplicate *duplicate;
	struct deliveries *deliveries;
	struct capacity **capacity; /* as it is, then per scenario */
	int64_t *lost;		    /* likewise: beyond its years */
	size_t variants;
	enum purpose purpose;
	bool uses[TRAITS]; /* columns that are asked for */
	size_t files, read, counted;
};

static void
set_takers(struct plans *p)
{
	for (int j = 0; j < TRAITS; j++)
		p->uses[j] = scenarios_use(p->takers->scenarios, (enum trait)j);
	for (size_t i = 0; i < p->takers->count; i++) {
		const struct taker *t = &p->takers->list[i];
		for (int j = 0; t->uses && j < TRAITS; j++)
			p->uses[j] = p->uses[j] || t->uses((enum trait)j);
		if (t->owner_of)
			p->owners = t;
	}
	p->owned = p->owners ? deduction_new(p->frame) : NULL;
}

struct plans *
plans_new(struct frame *k, const struct plan_takers *t)
{
	struct plans *p = mem_new(struct plans);
	p->frame = k;
	p->takers = t;
	p->deduction = deduction_new(k);
	p->keys = keys_new();
	p->duplicate = duplicate_new(k);
	p->deliveries = deliveries_new(k, t->bands);
	p->variants = scenarios_count(t->scenarios) + 1;
	p->lost = mem_array(p->variants, sizeof(*p->lost));
	p->capacity = mem_array(p->variants, sizeof(*p->capacity));
	for (size_t i = 0; i < p->variants; i++)
		p->capacity[i] = capacity_new(k, regios_gemeenten(k->regios));
	set_takers(p);
	return p;
}

void
plans_free(struct plans *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->variants; i++)
		capacity_free(p->capacity[i]);
	free(p->capacity);
	free(p->lost);
	deduction_free(p->deduction);
	deduction_free(p->owned);
	keys_free(p->keys);
	duplicate_free(p->duplicate);
	deliveries_free(p->deliveries);
	free(p);
}

/* Hands the amount to whom it is for. */
static void
hand_out(struct plans *p, const struct plan_amount *a, struct placed where)
{
	for (size_t i = 0; i < p->takers->count; i++) {
		const struct taker *t = &p->takers->list[i];
		enum purpose other = t->owner_of ? REGIONS : OWNERS;
		if (t->amount && p->purpose != other)
			t->amount(t->ctx, a, &where);
	}
}

/* Adds the amount to a variant. */
static void
add(struct plans *p, const struct plan_amount *a, struct placed where)
{
	where.lot = LOT_INDIVISIBLE;
	if (where.basis != LOT_INDIVISIBLE)
		where.lot = capacity_lot(p->frame, a);
	if (p->purpose != OWNERS && where.basis != LOT_INDIVISIBLE) {
		capacity_add(p->capacity[where.variant], a->gemeente, a);
		if (where.lot != LOT_YEAR && where.lot != LOT_BUCKET)
			p->lost[where.variant] += a->amount;
	}
	hand_out(p, a, where);
}

/* As it is, and as it is in each scenario. */
static int
emit(struct plans *p, const struct plan_amount *a)
{
	const struct scenarios *all = p->takers->scenarios;
	struct placed where = {.basis = capacity_lot(p->frame, a)};
	add(p, a, where);
	for (where.variant = 1; where.variant < p->variants; where.variant++) {
		struct plan_amount b = *a;
		if (!scenarios_apply(all, where.variant - 1, &b) ||
		    !amount_take(&p->frame->guard, b.amount) ||
		    !amount_take(&p->frame->guard, b.low) ||
		    !amount_take(&p->frame->guard, b.high))
			return diag_fail(
			    "scenario %s: the dwellings are too "
			    "many to be held exactly",
			    scenarios_name(all, where.variant - 1).s);
		add(p, &b, where);
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
	size_t owner;
	if (a->amount == 0 && a->low == a->high)
		return 0;
	report_lot(l, a, lot);
	if (lot == LOT_OUTSIDE || lot == LOT_PAST)
		return 0;
	deliveries_estimate(p->deliveries, a, lot);
	if (!deduction_wants(p->deduction, a))
		return emit(p, a);
	deduction_hold(p->deduction, a, a->gemeente);
	if (p->owners && p->owners->owner_of(p->owners->ctx, a, &owner))
		deduction_hold(p->owned, a, owner);
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

/* Which municipality and plan the record is of. */
static bool
identify(struct plans *p, const struct plan_row *l, struct plan_amount *a)
{
	struct text code = plan_row_field(l, PLAN_GEMEENTE);
	long m = regios_gemeente(p->frame->regios, code);
	p->read++;
	if (m < 0) {
		plan_row_report(l, RULE_GEMEENTE, PLAN_GEMEENTE, NULL, 0);
		return false;
	}
	*a = (struct plan_amount){.gemeente = (size_t)m};
	deliveries_seen(p->deliveries, a->gemeente);
	a->plan = keys_number(p->keys, l->r, code);
	for (size_t i = 0; i < p->takers->count; i++) {
		const struct taker *t = &p->takers->list[i];
		if (t->record)
			t->record(t->ctx, l, a);
	}
	return true;
}

static bool
asks(const struct taker *t, struct text dimension)
{
	if (!t->count)
		return false;
	return t->wants ? t->wants(t->ctx, dimension)
			: text_is(dimension, "totaal");
}

static bool
anyone_asks(const struct plans *p, struct text dimension)
{
	for (size_t i = 0; i < p->takers->count; i++)
		if (asks(&p->takers->list[i], dimension))
			return true;
	return false;
}

static int
take(struct plans *p, const struct plan_row *l)
{
	struct plan_amount a;
	if (!identify(p, l, &a))
		return 0;
	struct text dimension = plan_row_field(l, PLAN_DIMENSION);
	bool total = text_is(dimension, "totaal");
	if (!total && !anyone_asks(p, dimension))
		return 0;
	size_t delivery = deliveries_number(p->deliveries, l);
	enum plan_verdict verdict = plan_row_parse(l, &a);
	deliveries_judge(p->deliveries, a.gemeente, verdict, total);
	if (verdict != PLAN_COUNTS)
		return 0;
	p->counted++;
	if (total)
		see_double(p, l, &a, delivery);
	for (size_t i = 0; i < p->takers->count; i++) {
		const struct taker *t = &p->takers->list[i];
		if (asks(t, dimension))
			t->count(t->ctx, l, &a);
	}
	return total ? place(p, l, &a) : 0;
}

static int
read_all(struct plans *p, struct csvin *r, const char *path)
{
	struct plan_row l = {.frame = p->frame, .file = path};
	int rc;
	if (plan_row_header(&l, r, p->uses) != 0)
		return -1;
	for (size_t i = 0; i < p->takers->count; i++) {
		const struct taker *t = &p->takers->list[i];
		if (t->header && t->header(t->ctx, r) != 0)
			return -1;
	}
	keys_header(p->keys, r);
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
			rule_add(
			    p->frame->findings, RULE_SCENARIO, NULL,
			    TEXTS(scenarios_name(p->takers->scenarios, i - 1),
				  amount_format(p->lost[i], number),
				  span_format(p->frame->years, years)));
	}
}

/* Of owners the findings tell, when these are what is asked for. */
static void
settle_regions(struct plans *p, const struct observations *w)
{
	const struct frame *k = p->frame;
	for (size_t m = 0; m < regios_gemeenten(k->regios); m++) {
		size_t i = regios_gemeente_index(k->regios, m);
		struct owner e = {m, regios_at(k->regios, i)->code,
				  growers_of(k, i)};
		deduction_settle(p->deduction, w, &e, p->owners);
	}
}

static void
settle_owners(struct plans *p, const struct observations *w)
{
	const struct taker *t = p->owners;
	struct owner e;
	for (size_t i = 0; t && t->owner_at(t->ctx, i, &e); i++)
		deduction_settle(p->owned, w, &e, false);
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
	settle_owners(p, w);
	if (emit_held(p, p->deduction, REGIONS) != 0 ||
	    emit_held(p, p->owned, OWNERS) != 0)
		return -1;
	check(p);
	return 0;
}

const struct capacity *
plans_capacity(const struct plans *p, size_t i)
{
	return p->capacity[i];
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
