#include "amounts.h"

#include <stdlib.h>

/* The amounts of one plan that share soort, dimensie and categorie. */
struct range {
	const struct amount *from, *to;
};

/* Two such ranges walked together, year by year. */
struct walk {
	struct range old, new;
	const struct amount *a, *b; /* old and new; NULL where one has none */
};

static void
add_year(struct buffer *b, int year)
{
	if (year != 0)
		buffer_printf(b, "%04d", year);
}

/* 2025, 2025-2029, 2031- or onbekend. */
static void
add_years(struct buffer *b, const struct amount *a)
{
	if (a->van == 0 && a->tot == 0) {
		buffer_string(b, "onbekend");
		return;
	}
	add_year(b, a->van);
	if (a->van == a->tot)
		return;
	buffer_char(b, '-');
	add_year(b, a->tot);
}

static void
add_group(struct buffer *b, const struct amount *a)
{
	buffer_add(b, soort_name((enum soort)a->kind->soort));
	buffer_string(b, "|");
	buffer_add(b, dimensie_name((enum dimensie)a->kind->dimensie));
	buffer_string(b, "|");
	buffer_add(b, a->kind->categorie);
}

/* 36-44; nothing when exact. */
static void
add_bounds(struct buffer *b, const struct amount *a)
{
	const struct bounds *bounds = a ? amount_bounds(a) : NULL;

	if (!bounds)
		return;
	rows_add_num(b, bounds->least);
	buffer_string(b, "-");
	rows_add_num(b, bounds->most);
}

/* 2025:100|2026:50, and of an estimate its bounds: 2025:40(36-44) */
static void
add_spread(struct buffer *b, const struct range *r)
{
	for (const struct amount *a = r->from; a < r->to; a++) {
		if (a->units == 0)
			continue;
		if (b->n > 0)
			buffer_string(b, "|");
		add_years(b, a);
		buffer_string(b, ":");
		rows_add_num(b, amount_value(a));
		if (!a->kind->estimate)
			continue;
		buffer_string(b, "(");
		add_bounds(b, a);
		buffer_string(b, ")");
	}
}

/* The next year that either side has. */
static bool
walk_next(struct walk *w)
{
	const struct amount *a = w->old.from, *b = w->new.from;

	w->a = a < w->old.to ? a : NULL;
	w->b = b < w->new.to ? b : NULL;
	if (!w->a && !w->b)
		return false;
	if (w->a && w->b) {
		int order = amount_compare_years(a, b);
		w->a = order > 0 ? NULL : a;
		w->b = order < 0 ? NULL : b;
	}
	w->old.from += w->a ? 1 : 0;
	w->new.from += w->b ? 1 : 0;
	return true;
}

static struct num
value(const struct amount *a)
{
	return a ? amount_value(a) : num_of(0);
}

/* 1: the same total in other years; 0: not; -1: no exact total. */
static int
is_slid(const struct range *old, const struct range *new)
{
	struct walk w = {.old = *old, .new = *new};
	struct num before = {0}, after = {0};
	bool moved = false;

	while (walk_next(&w)) {
		moved |= num_compare(value(w.a), value(w.b)) != 0;
		if (plan_sum(&before, value(w.a)) != 0 ||
		    plan_sum(&after, value(w.b)) != 0)
			return -1;
	}
	return moved && num_compare(before, after) == 0;
}

static void
put_slid(struct rows *r, const struct range *old, const struct range *new)
{
	const struct num none = {0};

	rows_clear(r);
	add_group(&r->veld, new->from);
	rows_phase(r);
	add_spread(&r->oud, old);
	add_spread(&r->nieuw, new);
	rows_put(r, "verschoven", &none);
}

/* An amount that was not delivered is not the amount 0. */
static bool
is_same(const struct amount *a, const struct amount *b)
{
	bool blank_a = !a || !a->given;
	bool blank_b = !b || !b->given;

	return blank_a == blank_b && num_compare(value(a), value(b)) == 0;
}

static int
put_amount(struct rows *r, const struct walk *w)
{
	const struct amount *any = w->b ? w->b : w->a;
	struct num verschil = value(w->b);

	if (plan_subtract(&verschil, value(w->a)) != 0)
		return -1;
	rows_clear(r);
	add_group(&r->veld, any);
	buffer_string(&r->veld, "|");
	add_years(&r->veld, any);
	rows_phase(r);
	if (w->a && w->a->given)
		rows_add_num(&r->oud, amount_value(w->a));
	if (w->b && w->b->given)
		rows_add_num(&r->nieuw, amount_value(w->b));
	rows_put(r, "aantal", &verschil);
	return 0;
}

/* NULL: the number is exact. */
static bool
bounds_same(const struct bounds *a, const struct bounds *b)
{
	if (!a || !b)
		return a == b;
	return num_compare(a->least, b->least) == 0 &&
	       num_compare(a->most, b->most) == 0;
}

static const struct bounds *
bounds(const struct amount *a)
{
	return a ? amount_bounds(a) : NULL;
}

/* How exact an amount is, apart from the amount itself. */
static void
put_bounds(struct rows *r, const struct walk *w)
{
	const struct num none = {0};

	if (bounds_same(bounds(w->a), bounds(w->b)))
		return;
	rows_clear(r);
	add_group(&r->veld, w->b ? w->b : w->a);
	buffer_string(&r->veld, "|");
	add_years(&r->veld, w->b ? w->b : w->a);
	buffer_string(&r->veld, "|grenzen");
	rows_phase(r);
	add_bounds(&r->oud, w->a);
	add_bounds(&r->nieuw, w->b);
	rows_put(r, "aantal", &none);
}

static int
compare_ranges(struct rows *r, const struct range *old, const struct range *new)
{
	struct walk w = {.old = *old, .new = *new};
	int rc = is_slid(old, new);

	if (rc == 1)
		put_slid(r, old, new);
	if (rc != 0)
		return rc == 1 ? 0 : -1;
	while (rc == 0 && walk_next(&w)) {
		if (!is_same(w.a, w.b))
			rc = put_amount(r, &w);
		if (rc == 0)
			put_bounds(r, &w);
	}
	return rc;
}

/* Takes the amounts of the group of `key` off the front of *rest. */
static struct range
take(struct range *rest, const struct amount *key)
{
	struct range r = {rest->from, rest->from};

	while (r.to < rest->to && amount_compare_group(r.to, key) == 0)
		r.to++;
	rest->from = r.to;
	return r;
}

static const struct amount *
first_group(const struct range *old, const struct range *new)
{
	if (old->from == old->to)
		return new->from;
	if (new->from == new->to)
		return old->from;
	return amount_compare_group(old->from, new->from) <= 0 ? old->from
							       : new->from;
}

int
amounts_compare(struct rows *r, const struct plan *old, const struct plan *new)
{
	packed_read(old, &r->before);
	packed_read(new, &r->after);
	struct range rest = {r->before.list, r->before.list + r->before.count};
	struct range rest_new = {r->after.list, r->after.list + r->after.count};

	while (rest.from < rest.to || rest_new.from < rest_new.to) {
		const struct amount *key = first_group(&rest, &rest_new);
		struct range a = take(&rest, key), b = take(&rest_new, key);
		if (compare_ranges(r, &a, &b) != 0)
			return -1;
	}
	return 0;
}

static bool
is_built(const struct amount *a)
{
	return a->kind->soort == SOORT_BOUW &&
	       a->kind->dimensie == DIMENSIE_TOTAAL && a->units != 0;
}

static int
by_years(const void *x, const void *y)
{
	return amount_compare_years(x, y);
}

/* Those of one period together. */
static int
add_sums(struct buffer *b, const struct amounts *all)
{
	struct num sum = {0};

	for (size_t i = 0; i < all->count; i++) {
		const struct amount *a = &all->list[i];

		if (plan_sum(&sum, amount_value(a)) != 0)
			return -1;
		if (i + 1 < all->count && by_years(a, a + 1) == 0)
			continue;
		if (b->n > 0)
			buffer_string(b, "|");
		add_years(b, a);
		buffer_string(b, ":");
		rows_add_num(b, sum);
		sum = (struct num){0};
	}
	return 0;
}

int
amounts_years(struct buffer *b, const struct words *words,
	      const struct plan *first, bool parts)
{
	struct amounts own = {.words = words}, built = {0};
	int rc;

	for (const struct plan *p = first; p; p = parts ? p->next : NULL) {
		packed_read(p, &own);
		for (size_t i = 0; i < own.count; i++)
			if (is_built(&own.list[i]))
				packed_push(&built, &own.list[i]);
	}
	if (built.count > 1)
		qsort(built.list, built.count, sizeof(*built.list), by_years);
	rc = add_sums(b, &built);
	packed_clear(&own);
	packed_clear(&built);
	return rc;
}
