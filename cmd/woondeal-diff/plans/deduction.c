#include "plans/deduction.h"

#include <stdlib.h>

#include "arena.h"
#include "mem.h"
#include "ground/rule.h"

struct held {
	struct plan_amount a;
	size_t owner;
};

struct deduction {
	struct frame *frame;
	struct arena *arena;
	struct held *list;
	size_t count;
	size_t cap;
};

/* Which number of an amount. */
enum number { AMOUNT, LOW, HIGH, NUMBERS };

/* What is taken from: one owner's years or buckets of one hardheid. */
struct part {
	size_t owner;
	bool bucket;
	enum hardheid hardheid;
	enum number number;
};

struct deduction *
deduction_new(struct frame *k)
{
	struct deduction *t = mem_new(struct deduction);
	t->frame = k;
	t->arena = arena_new();
	return t;
}

void
deduction_free(struct deduction *t)
{
	if (!t)
		return;
	arena_free(t->arena);
	free(t->list);
	free(t);
}

bool
deduction_wants(const struct deduction *t, const struct plan_amount *a)
{
	int year = frame_plan_year(t->frame);
	enum lot lot = capacity_lot(t->frame, a);
	return a->whole_year && a->span.from == year &&
	       frame_months(t->frame, year) > 0 &&
	       (lot == LOT_YEAR || lot == LOT_BUCKET);
}

void
deduction_hold(struct deduction *t, const struct plan_amount *a, size_t owner)
{
	t->list = mem_grow(t->list, &t->cap, t->count + 1, sizeof(*t->list));
	t->list[t->count] = (struct held){*a, owner};
	struct plan_amount *new = &t->list[t->count++].a;
	for (int k = 0; k < TRAITS; k++)
		new->trait[k] = arena_text(t->arena, a->trait[k]);
}

static bool
belongs(const struct held *h, const struct part *d)
{
	return h->owner == d->owner && h->a.hardheid == d->hardheid &&
	       (h->a.span.from != h->a.span.to) == d->bucket;
}

static int64_t *
number(struct plan_amount *a, enum number g)
{
	int64_t *const list[NUMBERS] = {&a->amount, &a->low, &a->high};
	return list[g];
}

/* Takes at most `left` off a part, as far as it is more than 0 net. */
static int64_t
take(struct deduction *t, const struct part *d, int64_t left)
{
	int64_t net = 0;
	for (size_t i = 0; i < t->count; i++)
		if (belongs(&t->list[i], d))
			net += *number(&t->list[i].a, d->number);
	int64_t todo = net < left ? net : left;
	int64_t taken = todo > 0 ? todo : 0;
	todo = taken;
	for (size_t i = 0; i < t->count && todo > 0; i++) {
		struct plan_amount *a = &t->list[i].a;
		int64_t *n = number(a, d->number);
		if (!belongs(&t->list[i], d) || *n <= 0)
			continue;
		int64_t here = *n < todo ? *n : todo;
		*n -= here;
		if (d->number == AMOUNT)
			a->taken += here;
		todo -= here;
	}
	return taken;
}

/* At least: plans of unknown status leave the growth to others, as if they
 * were not there; and any one may be the only one that is. */
static void
take_alone(struct deduction *t, const struct part *d, int64_t left)
{
	for (size_t i = 0; i < t->count; i++) {
		struct plan_amount *a = &t->list[i].a;
		if (belongs(&t->list[i], d) && a->low > 0)
			a->low -= a->low < left ? a->low : left;
	}
}

static int64_t
take_all(struct deduction *t, size_t m, int64_t growth, enum number g)
{
	int64_t left = growth > 0 ? growth : 0;
	int64_t all = left;
	for (int bucket = 0; bucket < 2; bucket++)
		for (int h = 0; h < HARDHEDEN; h++) {
			struct part d = {m, bucket == 1, (enum hardheid)h, g};
			if (g == LOW && h == HARDHEID_ONBEKEND)
				take_alone(t, &d, left);
			else
				left -= take(t, &d, left);
		}
	return all - left;
}

/* An exact amount may be uncertain now, for what was taken off before it was:
 * by approximate amounts of the owner, else by unknown status. */
static void
blame(struct deduction *t, size_t m)
{
	enum precision first = EXACT;
	for (size_t i = 0; i < t->count && first == EXACT; i++)
		if (t->list[i].owner == m)
			first = t->list[i].a.precision;
	for (size_t i = 0; i < t->count; i++)
		if (t->list[i].owner == m && t->list[i].a.precision == EXACT)
			t->list[i].a.cause = first;
}

static bool
holds(const struct deduction *t, size_t m)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->list[i].owner == m)
			return true;
	return false;
}

void
deduction_settle(struct deduction *t, const struct cells *w,
		 const struct owner *e, bool silent)
{
	const struct frame *k = t->frame;
	char number[NUM_TEXT], buf[SPAN_TEXT];
	int year = frame_plan_year(k);
	struct text when = span_format((struct span){year, year}, buf);
	int64_t growth;
	if (!holds(t, e->number))
		return;
	if (!growth_reference_year(k, w, &e->growers, &growth)) {
		if (!silent)
			rule_add(k->findings, RULE_DEDUCT_ONBEKEND, NULL,
				 TEXTS(e->name, when));
		return;
	}
	int64_t taken = take_all(t, e->number, growth, AMOUNT);
	take_all(t, e->number, growth, LOW);
	take_all(t, e->number, growth, HIGH);
	blame(t, e->number);
	if (taken > 0 && !silent)
		rule_add(k->findings, RULE_DEDUCT, NULL,
			 TEXTS(e->name, amount_format(taken, number), when));
}

size_t
deduction_count(const struct deduction *t)
{
	return t->count;
}

const struct plan_amount *
deduction_at(const struct deduction *t, size_t i)
{
	return &t->list[i].a;
}
