#include "plans/plan.h"

#include <stdlib.h>

#include "diag.h"
#include "mem.h"
#include "ground/rule.h"
#include "plans/delivery.h"

/* What an amount counts for: growth of its municipality comes off it for
 * ALL, and for a taker with owners of its own that of its owner. */
enum purpose { ALL, REGIONS, OWNERS };

struct plans {
	struct frame *frame;
	const struct plan_takers *takers;
	const struct taker *owners;  /* the taker that has any, or NULL */
	struct deduction *deduction; /* by municipality */
	struct deduction *owned;     /* by owner; NULL: there are none */
	struct registers *registers;
	struct deliveries *deliveries;
	struct capacity **capacity; /* as it is, then per scenario */
	int64_t *lost;		    /* likewise: beyond its years */
	size_t variants;
	enum purpose purpose;
	bool uses[TRAITS]; /* columns that are asked for */
	size_t files, counted;
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
	p->registers = registers_new();
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
	registers_free(p->registers);
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

/* A finding about a column of the current row. */
static void
report(const struct plans *p, enum rule rule, enum register_column c,
       const struct text *args, size_t count)
{
	struct finding_place place = registers_place(p->registers, c);
	rule_add(p->frame->findings, rule, &place, args, count);
}

/* A finding for what does not stand in a year of its own. */
static void
report_lot(const struct plans *p, const struct plan_amount *a, enum lot lot)
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
	report(p, rules[lot], REGISTER_AANTAL,
	       TEXTS(amount_format(a->amount, number),
		     registers_field(p->registers, REGISTER_GEMEENTE), when));
}

static int
place(struct plans *p, struct plan_amount *a)
{
	enum lot lot = capacity_lot(p->frame, a);
	size_t owner;
	if (a->amount == 0 && a->low == a->high)
		return 0;
	report_lot(p, a, lot);
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

/* Which municipality and plan the row is of; and who looks at every row. */
static bool
identify(struct plans *p, const struct plan_source *from, struct plan_amount *a)
{
	long m = regios_gemeente(p->frame->regios, from->row->gemeente);
	if (m < 0) {
		report(p, RULE_GEMEENTE, REGISTER_GEMEENTE, NULL, 0);
		return false;
	}
	*a = (struct plan_amount){.gemeente = (size_t)m,
				  .plan = from->row->plan};
	deliveries_seen(p->deliveries, a->gemeente);
	for (size_t i = 0; i < p->takers->count; i++) {
		const struct taker *t = &p->takers->list[i];
		if (t->row)
			t->row(t->ctx, from, a);
	}
	return true;
}

static bool
asks(const struct taker *t, enum dimensie d)
{
	if (!t->count)
		return false;
	return t->wants ? t->wants(t->ctx, d) : d == DIMENSIE_TOTAAL;
}

static bool
anyone_asks(const struct plans *p, enum dimensie d)
{
	for (size_t i = 0; i < p->takers->count; i++)
		if (asks(&p->takers->list[i], d))
			return true;
	return false;
}

static int
take(struct plans *p, const struct plan_source *from)
{
	struct plan_amount a;
	enum dimensie d = from->row->dimensie;
	bool total = d == DIMENSIE_TOTAAL;
	if (!identify(p, from, &a) || (!total && !anyone_asks(p, d)))
		return 0;
	deliveries_see(p->deliveries, from->registers, from->row);
	enum plan_verdict verdict = plan_amount_of(p->frame, from->row, &a);
	if (verdict == PLAN_EMPTY && total)
		deliveries_empty(p->deliveries, a.gemeente);
	if (verdict != PLAN_COUNTS)
		return verdict == PLAN_FULL ? -1 : 0;
	p->counted++;
	plan_amount_traits(from->registers, p->uses, &a);
	for (size_t i = 0; i < p->takers->count; i++) {
		const struct taker *t = &p->takers->list[i];
		if (asks(t, d))
			t->count(t->ctx, from, &a);
	}
	return total ? place(p, &a) : 0;
}

int
plans_read(struct plans *p, const char *path)
{
	struct plan_row row;
	struct plan_source from = {p->registers, &row};
	int rc = registers_open(p->registers, path);
	p->files++;
	if (rc == 0)
		while ((rc = registers_next(p->registers, &row)) == 1)
			if (take(p, &from) != 0)
				return -1;
	return rc;
}

static void
check(const struct plans *p)
{
	deliveries_check(p->deliveries);
	registers_tell(p->registers, p->frame->findings);
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
settle_regions(struct plans *p, const struct cells *w)
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
settle_owners(struct plans *p, const struct cells *w)
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
plans_settle(struct plans *p, const struct cells *w)
{
	if (p->files == 0)
		return 0;
	size_t read = registers_rows(p->registers);
	diag_note("%zu plan records = %zu counted + %zu other or refused", read,
		  p->counted, read - p->counted);
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

size_t
plans_estimates(const struct plans *p, size_t m)
{
	return deliveries_estimates(p->deliveries, m);
}

bool
plans_delivered(const struct plans *p, size_t m)
{
	return deliveries_delivered(p->deliveries, m);
}
