#include "agree/opgave.h"

#include <stdlib.h>

#include "diag.h"
#include "agree/targets.h"
#include "agree/phasing.h"
#include "mem.h"
#include "ground/rule.h"
#include "agree/opgaverow.h"

struct opgaven {
	struct opgave_rows in; /* empty in a copy */
	const char *name;      /* of the file */
	struct targets *own;   /* per region: its own rows, but for totals */
	struct targets *total; /* per region: those with others within them */
	struct targets *all;   /* per region: with what adds up from below */
	size_t regios;
	struct span span;
	int32_t as_of;
	bool phased; /* no longer as agreed */
};

/* True when a later amendment, agreed by as_of, replaces row i. */
static bool
amended(const struct opgaven *o, size_t i, int32_t as_of)
{
	const struct opgave_row *x = &o->in.rows[i];
	for (size_t j = 0; j < o->in.count; j++) {
		const struct opgave_row *y = &o->in.rows[j];
		if (y->regio == x->regio &&
		    span_equal(y->target.span, x->target.span) &&
		    y->agreed > x->agreed && y->agreed <= as_of)
			return true;
	}
	return false;
}

static bool
active(const struct opgaven *o, size_t i)
{
	return o->in.rows[i].agreed <= o->as_of && !amended(o, i, o->as_of);
}

/* True when a shorter target of the region lies within row i. */
static bool
is_total(const struct opgaven *o, size_t i)
{
	const struct opgave_row *x = &o->in.rows[i];
	for (size_t j = 0; j < o->in.count; j++) {
		const struct opgave_row *y = &o->in.rows[j];
		if (y->regio == x->regio && active(o, j) &&
		    span_within(y->target.span, x->target.span) &&
		    !span_equal(y->target.span, x->target.span))
			return true;
	}
	return false;
}

static void
collect(struct opgaven *o, int32_t as_of)
{
	o->as_of = as_of;
	for (size_t i = 0; i < o->in.count; i++) {
		const struct opgave_row *row = &o->in.rows[i];
		if (i == 0)
			o->span = row->target.span;
		if (row->target.span.from < o->span.from)
			o->span.from = row->target.span.from;
		if (row->target.span.to > o->span.to)
			o->span.to = row->target.span.to;
		if (!active(o, i))
			continue;
		if (is_total(o, i)) {
			targets_add(&o->total[row->regio], row->target);
			continue;
		}
		targets_add(&o->own[row->regio], row->target);
		targets_add(&o->all[row->regio], row->target);
	}
	for (size_t r = 0; r < o->regios; r++) {
		targets_sort(&o->own[r]);
		targets_sort(&o->all[r]);
	}
}

static void
add_up(struct opgaven *o, const struct frame *k, enum region_level level)
{
	const struct targets **parts = mem_array(o->regios + 1, sizeof(*parts));
	for (size_t i = 0; i < o->regios; i++) {
		const struct regio *r = regios_at(k->regios, i);
		if (r->level != level)
			continue;
		for (size_t j = 0; j < r->parts_count; j++)
			parts[j] = &o->all[r->parts[j]];
		targets_merge(&o->all[i], parts, r->parts_count, o->span);
	}
	free(parts);
}

/* The target of just this period among these, or NULL. */
static const struct target *
exactly(const struct targets *d, struct span span)
{
	for (size_t j = 0; j < d->count; j++)
		if (span_equal(d->list[j].span, span))
			return &d->list[j];
	return NULL;
}

/* The totals of a region that all of its parts have and it has not. */
static void
add_totals(struct opgaven *o, const struct frame *k, enum region_level level)
{
	for (size_t i = 0; i < o->regios; i++) {
		const struct regio *r = regios_at(k->regios, i);
		size_t n = r->level != level || r->parts_count == 0
			       ? 0
			       : o->total[r->parts[0]].count;
		for (size_t t = 0; t < n; t++) {
			struct target sum = o->total[r->parts[0]].list[t];
			bool all = !exactly(&o->total[i], sum.span) &&
				   !exactly(&o->all[i], sum.span);
			for (size_t j = 1; all && j < r->parts_count; j++) {
				const struct target *one =
				    exactly(&o->total[r->parts[j]], sum.span);
				all = one;
				if (!one)
					break;
				sum.amount += one->amount;
				sum.derived = sum.derived || one->derived;
			}
			if (all)
				targets_add(&o->total[i], sum);
		}
	}
}

/* What totals leave for years without a target. */
static void
add_remainders(struct opgaven *o, const struct frame *k,
	       enum region_level level)
{
	for (size_t i = 0; i < o->regios; i++)
		for (size_t j = 0; j < o->total[i].count; j++)
			if (regios_at(k->regios, i)->level == level)
				targets_remainder(&o->all[i],
						  o->total[i].list[j]);
}

/* The only part of a region without targets for this period, or the count. */
static size_t
only_without(const struct opgaven *o, const struct regio *r,
	     struct target *rest)
{
	size_t lone = r->parts_count;
	for (size_t j = 0; j < r->parts_count; j++) {
		const struct targets *part = &o->all[r->parts[j]];
		int64_t one;
		if (targets_tile(part, rest->span, &one) &&
		    !targets_derived(part, rest->span)) {
			rest->amount -= one;
			continue;
		}
		for (size_t n = 0; n < part->count; n++)
			if (span_overlaps(part->list[n].span, rest->span))
				return r->parts_count;
		if (lone < r->parts_count)
			return r->parts_count;
		lone = j;
	}
	return lone;
}

/* What a deal's own period leaves for the one municipality without. */
static void
add_last(struct opgaven *o, const struct frame *k)
{
	for (size_t i = 0; i < o->regios; i++) {
		const struct regio *r = regios_at(k->regios, i);
		if (r->level != REGION_WOONDEAL)
			continue;
		for (size_t j = 0; j < o->own[i].count; j++) {
			struct target rest = o->own[i].list[j];
			size_t part = rest.derived ? r->parts_count
						   : only_without(o, r, &rest);
			rest.derived = true;
			if (part == r->parts_count || rest.amount < 0)
				continue;
			targets_add(&o->all[r->parts[part]], rest);
			targets_sort(&o->all[r->parts[part]]);
		}
	}
}

/* All that follows from the rows. */
static void
add_all(struct opgaven *o, const struct frame *k)
{
	add_remainders(o, k, REGION_GEMEENTE);
	add_last(o, k);
	add_up(o, k, REGION_WOONDEAL);
	add_totals(o, k, REGION_WOONDEAL);
	add_remainders(o, k, REGION_WOONDEAL);
	add_up(o, k, REGION_PROVINCIE);
	add_totals(o, k, REGION_PROVINCIE);
}

static struct opgaven *
opgaven_new(const struct frame *k)
{
	struct opgaven *o = mem_new(struct opgaven);
	o->regios = regios_count(k->regios);
	o->own = mem_array(o->regios + 1, sizeof(*o->own));
	o->all = mem_array(o->regios + 1, sizeof(*o->all));
	o->total = mem_array(o->regios + 1, sizeof(*o->total));
	return o;
}

struct opgaven *
opgaven_load(struct frame *k, const char *path, int32_t as_of)
{
	struct opgaven *o = opgaven_new(k);
	if (opgave_rows_load(&o->in, k, path) != 0) {
		opgaven_free(o);
		return NULL;
	}
	o->name = table_name(o->in.table);
	collect(o, as_of);
	add_all(o, k);
	return o;
}

static bool
has_member(const struct regio *r, size_t m)
{
	for (size_t j = 0; j < r->members_count; j++)
		if (r->members[j] == m)
			return true;
	return false;
}

/* Totals of a region and of those that it is part of are no longer so. */
static void
drop_totals(struct opgaven *o, const struct frame *k, const struct ambition *a)
{
	const struct regio *own = regios_at(k->regios, a->regio);
	for (size_t i = 0; i < o->regios; i++) {
		const struct regio *r = regios_at(k->regios, i);
		bool above = r->level < own->level && own->members_count > 0 &&
			     has_member(r, own->members[0]);
		if (i == a->regio || above)
			targets_drop(&o->total[i], a->span);
	}
}

/* The last year that the targets then cover may lie further on. */
static int
replace(struct opgaven *o, const struct frame *k, const struct ambition *a)
{
	if (targets_replace(&o->own[a->regio],
			    (struct target){a->span, a->amount, false}) != 0)
		return diag_fail("the target of a scenario for %s would split "
				 "a bucket of its years",
				 regios_at(k->regios, a->regio)->code.s);
	drop_totals(o, k, a);
	if (a->span.from < o->span.from)
		o->span.from = a->span.from;
	if (a->span.to > o->span.to)
		o->span.to = a->span.to;
	return 0;
}

struct opgaven *
opgaven_with(const struct opgaven *from, const struct frame *k,
	     const struct ambition *list, size_t n)
{
	struct opgaven *o = opgaven_new(k);
	bool fine = !from->phased;
	o->name = from->name;
	o->span = from->span;
	for (size_t i = 0; i < o->regios; i++) {
		targets_copy(&o->own[i], &from->own[i]);
		targets_copy(&o->total[i], &from->total[i]);
	}
	if (!fine)
		diag_fail("a scenario with targets of its own and --phasing "
			  "exclude each other");
	for (size_t i = 0; fine && i < n; i++)
		fine = replace(o, k, &list[i]) == 0;
	if (!fine) {
		opgaven_free(o);
		return NULL;
	}
	for (size_t i = 0; i < o->regios; i++)
		targets_copy(&o->all[i], &o->own[i]);
	add_all(o, k);
	return o;
}

void
opgaven_free(struct opgaven *o)
{
	if (!o)
		return;
	for (size_t i = 0; i < o->regios; i++) {
		free(o->own[i].list);
		free(o->all[i].list);
		free(o->total[i].list);
	}
	free(o->total);
	free(o->own);
	free(o->all);
	opgave_rows_free(&o->in);
	free(o);
}

struct span
opgaven_span(const struct opgaven *o)
{
	return o->span;
}

bool
opgaven_has(const struct opgaven *o, size_t i, struct span span)
{
	return exactly(&o->total[i], span) || exactly(&o->all[i], span);
}

const char *
opgaven_name(const struct opgaven *o)
{
	return o->name;
}

/* The row of the file that counts for exactly this period, or NULL. */
static const struct opgave_row *
own_row(const struct opgaven *o, size_t i, struct span span)
{
	for (size_t j = 0; j < o->in.count; j++) {
		const struct opgave_row *row = &o->in.rows[j];
		if (row->regio == i && span_equal(row->target.span, span) &&
		    row->agreed <= o->as_of && !amended(o, j, o->as_of))
			return row;
	}
	return NULL;
}

/* Who is told of the rows that a target is made of. */
struct teller {
	const struct opgaven *o;
	const struct frame *k;
	void (*take)(void *ctx, const struct opgave_row *row, int sign);
	void *ctx;
};

static void tell_sum(const struct teller *t, size_t i, struct span span,
		     int sign);

/* What remained of a total: it, less the other periods in it. */
static bool
tell_remainder(const struct teller *t, size_t i, struct span span, int sign)
{
	const struct targets *d = &t->o->total[i];
	size_t n = 0;
	while (n < d->count && !span_within(span, d->list[n].span))
		n++;
	const struct opgave_row *row =
	    n < d->count ? own_row(t->o, i, d->list[n].span) : NULL;
	const struct targets *all = &t->o->all[i];
	if (!row || row->target.derived)
		return false;
	for (size_t j = 0; j < all->count; j++)
		if (all->list[j].derived &&
		    span_within(all->list[j].span, row->target.span) &&
		    !span_equal(all->list[j].span, span))
			return false;
	t->take(t->ctx, row, sign);
	for (size_t j = 0; j < all->count; j++) {
		struct span s = all->list[j].span;
		if (span_within(s, row->target.span) && !span_equal(s, span))
			tell_sum(t, i, s, -sign);
	}
	return true;
}

/* What remained of the period of a deal: it, less those of the others. */
static void
tell_last(const struct teller *t, size_t i, struct span span, int sign)
{
	for (size_t d = 0; d < t->o->regios; d++) {
		const struct regio *r = regios_at(t->k->regios, d);
		const struct opgave_row *row = own_row(t->o, d, span);
		bool ours = false;
		for (size_t j = 0; j < r->parts_count; j++)
			ours = ours || r->parts[j] == i;
		if (!ours || !row)
			continue;
		t->take(t->ctx, row, sign);
		for (size_t j = 0; j < r->parts_count; j++)
			if (r->parts[j] != i)
				tell_sum(t, r->parts[j], span, -sign);
	}
}

/* One period: its own row, else those of the parts, else what it is what
 * remains of. */
static void
tell_period(const struct teller *t, size_t i, struct span span, int sign)
{
	const struct regio *r = regios_at(t->k->regios, i);
	const struct opgave_row *row = own_row(t->o, i, span);
	if (row) {
		t->take(t->ctx, row, sign);
		return;
	}
	for (size_t d = 0; d < r->parts_count; d++)
		tell_sum(t, r->parts[d], span, sign);
	if (r->parts_count == 0 && !tell_remainder(t, i, span, sign))
		tell_last(t, i, span, sign);
}

/* Regions are three levels deep at most: province, deal, municipality. */
static void
tell_sum(const struct teller *t, size_t i, struct span span, int sign)
{
	const struct targets *d = &t->o->all[i];
	int64_t sum;
	if (!opgaven_sum(t->o, i, span, &sum))
		return;
	if (exactly(&t->o->total[i], span)) {
		tell_period(t, i, span, sign);
		return;
	}
	for (size_t j = 0; j < d->count; j++)
		if (span_within(d->list[j].span, span))
			tell_period(t, i, d->list[j].span, sign);
}

void
opgaven_each(const struct opgaven *o, const struct frame *k, size_t i,
	     struct span span,
	     void (*take)(void *ctx, const struct opgave_row *row, int sign),
	     void *ctx)
{
	struct teller t = {o, k, take, ctx};
	tell_sum(&t, i, span, 1);
}

bool
opgaven_sum(const struct opgaven *o, size_t i, struct span span, int64_t *sum)
{
	const struct target *total = exactly(&o->total[i], span);
	if (!total)
		return targets_tile(&o->all[i], span, sum);
	*sum = total->amount;
	return true;
}

bool
opgaven_derived(const struct opgaven *o, size_t i, struct span span)
{
	const struct target *total = exactly(&o->total[i], span);
	return total ? total->derived : targets_derived(&o->all[i], span);
}

const struct target *
opgaven_bucket(const struct opgaven *o, size_t i, int year)
{
	for (size_t j = 0; j < o->all[i].count; j++) {
		const struct target *d = &o->all[i].list[j];
		if (d->span.from <= year && year <= d->span.to &&
		    d->span.from != d->span.to)
			return d;
	}
	return NULL;
}

static bool
parts_sum(const struct opgaven *o, const struct regio *r, struct span span,
	  int64_t *sum)
{
	*sum = 0;
	for (size_t j = 0; j < r->parts_count; j++) {
		int64_t one;
		if (!targets_tile(&o->all[r->parts[j]], span, &one))
			return false;
		*sum += one;
	}
	return r->parts_count > 0;
}

/* A deal's own rows beside its municipalities. */
static void
check_sums(const struct opgaven *o, const struct frame *k,
	   const struct finding_place *p, size_t i)
{
	const struct regio *r = regios_at(k->regios, i);
	for (size_t j = 0; j < o->own[i].count; j++) {
		const struct target *d = &o->own[i].list[j];
		char years[SPAN_TEXT], a[NUM_TEXT], b[NUM_TEXT];
		int64_t sum;
		if (!parts_sum(o, r, d->span, &sum) || sum == d->amount)
			continue;
		rule_add(k->findings, RULE_TOTALS, p,
			 TEXTS(r->code, span_format(d->span, years),
			       amount_format(d->amount, a),
			       amount_format(sum, b)));
	}
}

/* A total beside the periods within it, where they make it up. */
static void
check_totals(const struct opgaven *o, const struct frame *k,
	     const struct finding_place *p, size_t i)
{
	for (size_t j = 0; j < o->total[i].count; j++) {
		const struct target *d = &o->total[i].list[j];
		char years[SPAN_TEXT], a[NUM_TEXT], b[NUM_TEXT];
		int64_t sum;
		if (!targets_tile(&o->all[i], d->span, &sum) ||
		    sum == d->amount)
			continue;
		rule_add(k->findings, RULE_TOTALS, p,
			 TEXTS(regios_at(k->regios, i)->code,
			       span_format(d->span, years),
			       amount_format(d->amount, a),
			       amount_format(sum, b)));
	}
}

static void
check_edges(const struct opgaven *o, const struct frame *k,
	    const struct finding_place *p, size_t i)
{
	char years[SPAN_TEXT], all[SPAN_TEXT];
	for (size_t j = 0; j < o->own[i].count; j++) {
		struct span s = o->own[i].list[j].span;
		if (!span_overlaps(s, k->years) || span_within(s, k->years))
			continue;
		rule_add(k->findings, RULE_OPGAVE_OUTSIDE, p,
			 TEXTS(regios_at(k->regios, i)->code,
			       span_format(s, years),
			       span_format(k->years, all)));
	}
}

void
opgaven_check(const struct opgaven *o, const struct frame *k)
{
	struct finding_place p = {.file = o->name};
	for (size_t m = 0; m < regios_gemeenten(k->regios); m++) {
		const struct regio *g = regios_gemeente_at(k->regios, m);
		if (regios_woondeal_of(k->regios, m).n == 0)
			rule_add(k->findings, RULE_NO_WOONDEAL, NULL,
				 TEXTS(g->code, g->name));
	}
	for (size_t i = 0; i < o->regios; i++) {
		const struct regio *r = regios_at(k->regios, i);
		char all[SPAN_TEXT];
		int64_t sum;
		check_edges(o, k, &p, i);
		check_totals(o, k, &p, i);
		if (r->level != REGION_WOONDEAL)
			continue;
		check_sums(o, k, &p, i);
		if (!opgaven_sum(o, i, k->years, &sum))
			rule_add(k->findings, RULE_OPGAVE_MISSING, &p,
				 TEXTS(r->code, span_format(k->years, all)));
	}
}

/* An agreed bucket beside the same years as phased. */
static void
compare_phased(const struct opgaven *o, const struct frame *k, size_t i,
	       const struct targets *agreed)
{
	struct finding_place p = {.file = o->name};
	for (size_t j = 0; j < agreed->count; j++) {
		const struct target *d = &agreed->list[j];
		char years[SPAN_TEXT], a[NUM_TEXT], b[NUM_TEXT];
		int64_t sum;
		if (d->span.from == d->span.to ||
		    !targets_tile(&o->all[i], d->span, &sum) ||
		    sum == d->amount)
			continue;
		rule_add(k->findings, RULE_PHASING, &p,
			 TEXTS(regios_at(k->regios, i)->code,
			       span_format(d->span, years),
			       amount_format(d->amount, a),
			       amount_format(sum, b)));
	}
}

/* Provinces last: they are the sum of their deals. */
static int
phase(struct opgaven *o, const struct frame *k, const struct phasing *f,
      struct targets *agreed)
{
	for (size_t i = 0; i < o->regios; i++) {
		targets_copy(&agreed[i], &o->all[i]);
	}
	for (size_t i = 0; i < o->regios; i++) {
		if (regios_at(k->regios, i)->level == REGION_PROVINCIE)
			o->all[i].count = 0;
		else if (phasing_apply(f, i, &o->all[i]) != 0)
			return -1;
	}
	add_up(o, k, REGION_PROVINCIE);
	o->phased = true;
	for (size_t i = 0; i < o->regios; i++)
		compare_phased(o, k, i, &agreed[i]);
	return 0;
}

int
opgaven_phase(struct opgaven *o, struct frame *k, const char *word)
{
	struct phasing *f = phasing_load(k, word);
	if (!f)
		return -1;
	struct targets *agreed = mem_array(o->regios + 1, sizeof(*agreed));
	int rc = phase(o, k, f, agreed);
	for (size_t i = 0; i < o->regios; i++)
		free(agreed[i].list);
	free(agreed);
	phasing_free(f);
	return rc;
}
