#include "plans/delivery.h"

#include <stdint.h>
#include <stdlib.h>

#include "map.h"
#include "ground/rule.h"
#include "mem.h"
#include "period.h"
#include "buffer.h"

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
	bool banden;
	struct map *numbers; /* gemeente|levering|peildatum -> its number */
	struct buffer key;
	/* By municipality. */
	bool *delivered;
	bool *refused;
	size_t *empty; /* amounts left empty */
	struct estimate *about;
};

struct deliveries *
deliveries_new(struct frame *k, bool banden)
{
	struct deliveries *v = mem_new(struct deliveries);
	size_t n = regios_gemeenten(k->regios) + 1;
	v->frame = k;
	v->banden = banden;
	v->numbers = map_new();
	v->delivered = mem_array(n, sizeof(*v->delivered));
	v->refused = mem_array(n, sizeof(*v->refused));
	v->empty = mem_array(n, sizeof(*v->empty));
	v->about = mem_array(n, sizeof(*v->about));
	return v;
}

void
deliveries_free(struct deliveries *v)
{
	if (!v)
		return;
	map_free(v->numbers);
	buffer_free(&v->key);
	free(v->delivered);
	free(v->refused);
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
deliveries_judge(struct deliveries *v, size_t m, enum plan_verdict verdict,
		 bool total)
{
	v->refused[m] = v->refused[m] || verdict == PLAN_WRONG;
	v->empty[m] += verdict == PLAN_EMPTY && total;
}

static void
check_date(const struct deliveries *v, const struct plan_row *l)
{
	char day[PERIOD_TEXT];
	struct text date = plan_row_field(l, PLAN_PEILDATUM);
	int32_t days, d = v->frame->peildatum;
	if (date_parse(date, &days) && days - d <= DAYS_APART &&
	    d - days <= DAYS_APART)
		return;
	plan_row_report(l, RULE_DELIVERY_DATE, PLAN_PEILDATUM,
			TEXTS(plan_row_field(l, PLAN_DELIVERY),
			      plan_row_field(l, PLAN_GEMEENTE), date,
			      date_format(d, day)));
}

size_t
deliveries_number(struct deliveries *v, const struct plan_row *l)
{
	static const enum plan_column parts[] = {PLAN_GEMEENTE, PLAN_DELIVERY,
						 PLAN_PEILDATUM};
	buffer_clear(&v->key);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		buffer_add(&v->key, plan_row_field(l, parts[i]));
		buffer_string(&v->key, "|");
	}
	void **slot = map_slot(v->numbers, buffer_view(&v->key));
	if (!*slot) {
		*slot = (void *)(uintptr_t)map_count(v->numbers);
		check_date(v, l);
	}
	return (size_t)(uintptr_t)*slot;
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
	if (b->count == 0 || v->banden)
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

bool
deliveries_whole(const struct deliveries *v, size_t m)
{
	return v->delivered[m] && !v->refused[m];
}
