#include "agree/opgave.h"

#include <stdlib.h>

#include "diag.h"
#include "agree/targets.h"
#include "agree/phasing.h"
#include "mem.h"
#include "ground/rule.h"
#include "agree/opgaverow.h"

struct opgaven {
	struct opgaverijen in; /* empty in a copy */
	const char *naam;      /* of the file */
	struct doelen *eigen;  /* per region: its own rows */
	struct doelen *alle;   /* per region: with what adds up from below */
	size_t regios;
	struct span span;
	int32_t as_of;
	bool gefaseerd; /* no longer as agreed */
};

/* True when a later amendment, agreed by as_of, replaces row i. */
static bool
amended(const struct opgaven *o, size_t i, int32_t as_of)
{
	const struct opgaverij *x = &o->in.rows[i];
	for (size_t j = 0; j < o->in.count; j++) {
		const struct opgaverij *y = &o->in.rows[j];
		if (y->regio == x->regio &&
		    span_equal(y->doel.span, x->doel.span) &&
		    y->vastgesteld > x->vastgesteld && y->vastgesteld <= as_of)
			return true;
	}
	return false;
}

static void
collect(struct opgaven *o, int32_t as_of)
{
	o->as_of = as_of;
	for (size_t i = 0; i < o->in.count; i++) {
		const struct opgaverij *row = &o->in.rows[i];
		if (i == 0)
			o->span = row->doel.span;
		if (row->doel.span.van < o->span.van)
			o->span.van = row->doel.span.van;
		if (row->doel.span.tot > o->span.tot)
			o->span.tot = row->doel.span.tot;
		if (row->vastgesteld > as_of || amended(o, i, as_of))
			continue;
		doelen_add(&o->eigen[row->regio], row->doel);
		doelen_add(&o->alle[row->regio], row->doel);
	}
	for (size_t r = 0; r < o->regios; r++) {
		doelen_sort(&o->eigen[r]);
		doelen_sort(&o->alle[r]);
	}
}

static void
add_up(struct opgaven *o, const struct kader *k, enum region_level level)
{
	const struct doelen **parts = mem_array(o->regios + 1, sizeof *parts);
	for (size_t i = 0; i < o->regios; i++) {
		const struct regio *r = regios_at(k->regios, i);
		if (r->level != level)
			continue;
		for (size_t j = 0; j < r->delen_count; j++)
			parts[j] = &o->alle[r->delen[j]];
		doelen_merge(&o->alle[i], parts, r->delen_count, o->span);
	}
	free(parts);
}

static struct opgaven *
opgaven_new(const struct kader *k)
{
	struct opgaven *o = mem_new(struct opgaven);
	o->regios = regios_count(k->regios);
	o->eigen = mem_array(o->regios + 1, sizeof *o->eigen);
	o->alle = mem_array(o->regios + 1, sizeof *o->alle);
	return o;
}

struct opgaven *
opgaven_load(struct kader *k, const char *path, int32_t as_of)
{
	struct opgaven *o = opgaven_new(k);
	if (opgaverijen_load(&o->in, k, path) != 0) {
		opgaven_free(o);
		return NULL;
	}
	o->naam = table_name(o->in.table);
	collect(o, as_of);
	add_up(o, k, REGION_WOONDEAL);
	add_up(o, k, REGION_PROVINCIE);
	return o;
}

/* The last year that the targets then cover may lie further on. */
static int
replace(struct opgaven *o, const struct kader *k, const struct ambitie *a)
{
	if (doelen_replace(&o->eigen[a->regio],
			   (struct doel){a->span, a->aantal}) != 0)
		return diag_fail("the target of a scenario for %s would split "
				 "a bucket of its years",
				 regios_at(k->regios, a->regio)->code.s);
	if (a->span.van < o->span.van)
		o->span.van = a->span.van;
	if (a->span.tot > o->span.tot)
		o->span.tot = a->span.tot;
	return 0;
}

struct opgaven *
opgaven_with(const struct opgaven *from, const struct kader *k,
	     const struct ambitie *list, size_t n)
{
	struct opgaven *o = opgaven_new(k);
	bool fine = !from->gefaseerd;
	o->naam = from->naam;
	o->span = from->span;
	for (size_t i = 0; i < o->regios; i++)
		doelen_copy(&o->eigen[i], &from->eigen[i]);
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
		doelen_copy(&o->alle[i], &o->eigen[i]);
	add_up(o, k, REGION_WOONDEAL);
	add_up(o, k, REGION_PROVINCIE);
	return o;
}

void
opgaven_free(struct opgaven *o)
{
	if (o == NULL)
		return;
	for (size_t i = 0; i < o->regios; i++) {
		free(o->eigen[i].list);
		free(o->alle[i].list);
	}
	free(o->eigen);
	free(o->alle);
	opgaverijen_free(&o->in);
	free(o);
}

struct span
opgaven_span(const struct opgaven *o)
{
	return o->span;
}

const struct doel *
opgaven_list(const struct opgaven *o, size_t i, size_t *n)
{
	*n = o->alle[i].count;
	return o->alle[i].list;
}

const char *
opgaven_name(const struct opgaven *o)
{
	return o->naam;
}

/* The row of the file that counts for exactly this period, or NULL. */
static const struct opgaverij *
own_row(const struct opgaven *o, size_t i, struct span span)
{
	for (size_t j = 0; j < o->in.count; j++) {
		const struct opgaverij *row = &o->in.rows[j];
		if (row->regio == i && span_equal(row->doel.span, span) &&
		    row->vastgesteld <= o->as_of && !amended(o, j, o->as_of))
			return row;
	}
	return NULL;
}

/* Regions are three levels deep at most: province, deal, municipality. */
void
opgaven_each(const struct opgaven *o, const struct kader *k, size_t i,
	     struct span span,
	     void (*take)(void *ctx, const struct opgaverij *row), void *ctx)
{
	const struct regio *r = regios_at(k->regios, i);
	int64_t sum;
	if (!opgaven_sum(o, i, span, &sum))
		return;
	for (size_t j = 0; j < o->alle[i].count; j++) {
		struct span s = o->alle[i].list[j].span;
		if (!span_within(s, span))
			continue;
		const struct opgaverij *row = own_row(o, i, s);
		if (row != NULL)
			take(ctx, row);
		for (size_t d = 0; row == NULL && d < r->delen_count; d++)
			opgaven_each(o, k, r->delen[d], s, take, ctx);
	}
}

bool
opgaven_sum(const struct opgaven *o, size_t i, struct span span, int64_t *sum)
{
	return doelen_tile(&o->alle[i], span, sum);
}

const struct doel *
opgaven_bucket(const struct opgaven *o, size_t i, int year)
{
	for (size_t j = 0; j < o->alle[i].count; j++) {
		const struct doel *d = &o->alle[i].list[j];
		if (d->span.van <= year && year <= d->span.tot &&
		    d->span.van != d->span.tot)
			return d;
	}
	return NULL;
}

static bool
parts_sum(const struct opgaven *o, const struct regio *r, struct span span,
	  int64_t *sum)
{
	*sum = 0;
	for (size_t j = 0; j < r->delen_count; j++) {
		int64_t one;
		if (!doelen_tile(&o->alle[r->delen[j]], span, &one))
			return false;
		*sum += one;
	}
	return r->delen_count > 0;
}

/* A deal's own rows beside its municipalities. */
static void
check_sums(const struct opgaven *o, const struct kader *k,
	   const struct finding_place *p, size_t i)
{
	const struct regio *r = regios_at(k->regios, i);
	for (size_t j = 0; j < o->eigen[i].count; j++) {
		const struct doel *d = &o->eigen[i].list[j];
		char years[SPAN_TEXT], a[NUM_TEXT], b[NUM_TEXT];
		int64_t sum;
		if (!parts_sum(o, r, d->span, &sum) || sum == d->aantal)
			continue;
		melding_add(k->findings, REGEL_OPTELLING, p,
			    TEXTS(r->code, span_format(d->span, years),
				  aantal_format(d->aantal, a),
				  aantal_format(sum, b)));
	}
}

static void
check_edges(const struct opgaven *o, const struct kader *k,
	    const struct finding_place *p, size_t i)
{
	char years[SPAN_TEXT], all[SPAN_TEXT];
	for (size_t j = 0; j < o->eigen[i].count; j++) {
		struct span s = o->eigen[i].list[j].span;
		if (!span_overlaps(s, k->jaren) || span_within(s, k->jaren))
			continue;
		melding_add(k->findings, REGEL_OPGAVE_BUITEN, p,
			    TEXTS(regios_at(k->regios, i)->code,
				  span_format(s, years),
				  span_format(k->jaren, all)));
	}
}

void
opgaven_check(const struct opgaven *o, const struct kader *k)
{
	struct finding_place p = {.file = o->naam};
	for (size_t m = 0; m < regios_gemeenten(k->regios); m++) {
		const struct regio *g = regios_gemeente_at(k->regios, m);
		if (regios_woondeal_of(k->regios, m).n == 0)
			melding_add(k->findings, REGEL_GEEN_WOONDEAL, NULL,
				    TEXTS(g->code, g->naam));
	}
	for (size_t i = 0; i < o->regios; i++) {
		const struct regio *r = regios_at(k->regios, i);
		char all[SPAN_TEXT];
		int64_t sum;
		check_edges(o, k, &p, i);
		if (r->level != REGION_WOONDEAL)
			continue;
		check_sums(o, k, &p, i);
		if (!opgaven_sum(o, i, k->jaren, &sum))
			melding_add(k->findings, REGEL_OPGAVE_ONTBREEKT, &p,
				    TEXTS(r->code, span_format(k->jaren, all)));
	}
}

/* An agreed bucket beside the same years as phased. */
static void
compare_phased(const struct opgaven *o, const struct kader *k, size_t i,
	       const struct doelen *agreed)
{
	struct finding_place p = {.file = o->naam};
	for (size_t j = 0; j < agreed->count; j++) {
		const struct doel *d = &agreed->list[j];
		char years[SPAN_TEXT], a[NUM_TEXT], b[NUM_TEXT];
		int64_t sum;
		if (d->span.van == d->span.tot ||
		    !doelen_tile(&o->alle[i], d->span, &sum) ||
		    sum == d->aantal)
			continue;
		melding_add(k->findings, REGEL_FASERING, &p,
			    TEXTS(regios_at(k->regios, i)->code,
				  span_format(d->span, years),
				  aantal_format(d->aantal, a),
				  aantal_format(sum, b)));
	}
}

/* Provinces last: they are the sum of their deals. */
static int
phase(struct opgaven *o, const struct kader *k, const struct fasering *f,
      struct doelen *agreed)
{
	for (size_t i = 0; i < o->regios; i++) {
		doelen_copy(&agreed[i], &o->alle[i]);
	}
	for (size_t i = 0; i < o->regios; i++) {
		if (regios_at(k->regios, i)->level == REGION_PROVINCIE)
			o->alle[i].count = 0;
		else if (fasering_apply(f, i, &o->alle[i]) != 0)
			return -1;
	}
	add_up(o, k, REGION_PROVINCIE);
	o->gefaseerd = true;
	for (size_t i = 0; i < o->regios; i++)
		compare_phased(o, k, i, &agreed[i]);
	return 0;
}

int
opgaven_phase(struct opgaven *o, struct kader *k, const char *word)
{
	struct fasering *f = fasering_load(k, word);
	if (f == NULL)
		return -1;
	struct doelen *agreed = mem_array(o->regios + 1, sizeof *agreed);
	int rc = phase(o, k, f, agreed);
	for (size_t i = 0; i < o->regios; i++)
		free(agreed[i].list);
	free(agreed);
	fasering_free(f);
	return rc;
}
