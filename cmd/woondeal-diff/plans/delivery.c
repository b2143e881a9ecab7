#include "plans/delivery.h"

#include <stdlib.h>

#include "ground/rule.h"
#include "mem.h"
#include "period.h"

/* How far apart a delivery and the reference date may lie. */
#define DAYS_APART 31

/* What one municipality gave as "ca." or as a range, and counts. */
struct estimate {
	size_t count;
	int64_t amount;
	int64_t low;
	int64_t high;
};

struct deliveries {
	struct frame *frame;
	bool bands;
	bool *seen; /* by number of the delivery */
	size_t count, cap;
	/* By municipality. */
	bool *delivered;
	size_t *empty; /* amounts left empty */
	struct estimate *about;
};

struct deliveries *
deliveries_new(struct frame *k, bool bands)
{
	struct deliveries *v = mem_new(struct deliveries);
	size_t n = regios_gemeenten(k->regios) + 1;
	v->frame = k;
	v->bands = bands;
	v->delivered = mem_array(n, sizeof(*v->delivered));
	v->empty = mem_array(n, sizeof(*v->empty));
	v->about = mem_array(n, sizeof(*v->about));
	return v;
}

void
deliveries_free(struct deliveries *v)
{
	if (!v)
		return;
	free(v->seen);
	free(v->delivered);
	free(v->empty);
	free(v->about);
	free(v);
}

void
deliveries_seen(struct deliveries *v, size_t m)
{
	v->delivered[m] = true;
}

void
deliveries_empty(struct deliveries *v, size_t m)
{
	v->empty[m]++;
}

static void
check_date(const struct deliveries *v, const struct registers *r)
{
	char day[PERIOD_TEXT];
	struct finding_place place = registers_place(r, REGISTER_PEILDATUM);
	int32_t days, d = v->frame->peildatum;
	if (date_parse(place.value, &days) && days - d <= DAYS_APART &&
	    d - days <= DAYS_APART)
		return;
	rule_add(v->frame->findings, RULE_DELIVERY_DATE, &place,
		 TEXTS(registers_field(r, REGISTER_LEVERING),
		       registers_field(r, REGISTER_GEMEENTE), place.value,
		       date_format(d, day)));
}

void
deliveries_see(struct deliveries *v, const struct registers *r,
	       const struct plan_row *row)
{
	v->seen =
	    mem_grow(v->seen, &v->cap, row->levering + 1, sizeof(*v->seen));
	while (v->count <= row->levering)
		v->seen[v->count++] = false;
	if (!v->seen[row->levering])
		check_date(v, r);
	v->seen[row->levering] = true;
}

/* Remembers that a number which counts is none that is exact. */
void
deliveries_estimate(struct deliveries *v, const struct plan_amount *a,
		    enum lot lot)
{
	struct estimate *b = &v->about[a->gemeente];
	if (a->precision == EXACT || lot == LOT_INDIVISIBLE)
		return;
	b->count++;
	b->amount += a->amount;
	b->low += a->low;
	b->high += a->high;
}

size_t
deliveries_estimates(const struct deliveries *v, size_t m)
{
	return v->about[m].count;
}

/* Empty is not zero: said once for each municipality. */
static void
check_empty(const struct deliveries *v, size_t m, const struct regio *g)
{
	char number[NUM_TEXT];
	if (v->empty[m] == 0)
		return;
	rule_add(v->frame->findings, RULE_EMPTY, NULL,
		 TEXTS(g->code, g->name,
		       num_format(num_of((int64_t)v->empty[m]), number)));
}

/* Approximate numbers are told, where no band carries them. */
static void
check_estimates(const struct deliveries *v, size_t m, const struct regio *g)
{
	const struct estimate *b = &v->about[m];
	char count[NUM_TEXT], n[NUM_TEXT], low[NUM_TEXT], high[NUM_TEXT];
	if (b->count == 0 || v->bands)
		return;
	rule_add(v->frame->findings, RULE_ESTIMATE, NULL,
		 TEXTS(g->code, g->name,
		       num_format(num_of((int64_t)b->count), count),
		       amount_format(b->amount, n), amount_format(b->low, low),
		       amount_format(b->high, high)));
}

void
deliveries_check(const struct deliveries *v)
{
	const struct regios *r = v->frame->regios;
	for (size_t m = 0; m < regios_gemeenten(r); m++) {
		const struct regio *g = regios_gemeente_at(r, m);
		if (!v->delivered[m])
			rule_add(v->frame->findings, RULE_NO_PLANS, NULL,
				 TEXTS(g->code, g->name));
		check_empty(v, m, g);
		check_estimates(v, m, g);
	}
}

bool
deliveries_delivered(const struct deliveries *v, size_t m)
{
	return v->delivered[m];
}
