#include "opgave.h"

#include <stdlib.h>

#include "diag.h"
#include "doelen.h"
#include "fasering.h"
#include "mem.h"
#include "melding.h"
#include "period.h"

enum kolom { WOONDEAL, GEMEENTE, VAN, TOT, OPGAVE, VASTGESTELD, KOLOMMEN };

static const char *const kolommen[KOLOMMEN] = {
    "woondeal", "gemeente", "jaar_van", "jaar_tot", "opgave", "vastgesteld"};

/* A row of the file. */
struct regel_in {
	size_t regio; /* index in the whole list */
	struct doel doel;
	int32_t vastgesteld; /* INT32_MIN: no date, from the start */
};

struct opgaven {
	struct table *table;
	struct regel_in *rows;
	size_t count;
	struct doelen *eigen; /* per region: its own rows */
	struct doelen *alle;  /* per region: with what adds up from below */
	size_t regios;
	struct span span;
};

static int
parse_years(const struct table *t, size_t i, struct span *out)
{
	struct text van = table_cell(t, i, VAN);
	struct text tot = table_cell(t, i, TOT);
	if (!span_year(van, &out->van))
		return table_fail(t, i, VAN, "'%s' is not a year", van.s);
	if (!span_year(tot, &out->tot))
		return table_fail(t, i, TOT, "'%s' is not a year", tot.s);
	if (out->van > out->tot)
		return table_fail(t, i, TOT, "%s is before jaar_van %s", tot.s,
				  van.s);
	return 0;
}

static int
find_gemeente(const struct kader *k, const struct table *t, size_t i,
	      size_t *out)
{
	struct text code = table_cell(t, i, GEMEENTE);
	struct text deal = table_cell(t, i, WOONDEAL);
	long m = regios_gemeente(k->regios, code);
	if (m < 0)
		return table_fail(t, i, GEMEENTE,
				  "'%s' is not in the municipalities file",
				  code.s);
	struct text own = regios_woondeal_of(k->regios, (size_t)m);
	if (!text_equal(own, deal))
		return table_fail(t, i, WOONDEAL,
				  "'%s', but %s is in woondeal '%s' according "
				  "to the municipalities file",
				  deal.s, code.s, own.s);
	*out = regios_gemeente_index(k->regios, (size_t)m);
	return 0;
}

static int
find_regio(const struct kader *k, const struct table *t, size_t i, size_t *out)
{
	if (table_cell(t, i, GEMEENTE).n > 0)
		return find_gemeente(k, t, i, out);
	struct text deal = table_cell(t, i, WOONDEAL);
	long found = regios_find(k->regios, deal);
	if (found < 0 ||
	    regios_at(k->regios, (size_t)found)->level != REGION_WOONDEAL)
		return table_fail(t, i, WOONDEAL,
				  "'%s' is no woondeal of the municipalities "
				  "file",
				  deal.s);
	*out = (size_t)found;
	return 0;
}

static int
parse_row(struct kader *k, const struct table *t, size_t i,
	  struct regel_in *row)
{
	struct text amount = table_cell(t, i, OPGAVE);
	struct text date = table_cell(t, i, VASTGESTELD);
	if (find_regio(k, t, i, &row->regio) != 0 ||
	    parse_years(t, i, &row->doel.span) != 0)
		return -1;
	if (!aantal_parse(&k->guard, amount, &row->doel.aantal) ||
	    row->doel.aantal < 0)
		return table_fail(t, i, OPGAVE,
				  "'%s' is not a number of dwellings of 0 or "
				  "more",
				  amount.s);
	row->vastgesteld = INT32_MIN;
	if (date.n > 0 && !date_parse(date, &row->vastgesteld))
		return table_fail(t, i, VASTGESTELD,
				  "'%s' is not a date, expected YYYY-MM-DD",
				  date.s);
	return 0;
}

static int
check_pair(const struct opgaven *o, size_t a, size_t b)
{
	const struct regel_in *x = &o->rows[a];
	const struct regel_in *y = &o->rows[b];
	if (x->regio != y->regio || !span_overlaps(x->doel.span, y->doel.span))
		return 0;
	size_t line = table_line(o->table, a);
	if (!span_equal(x->doel.span, y->doel.span))
		return table_fail(o->table, b, VAN,
				  "this period overlaps that of line %zu; only "
				  "an identical period amends",
				  line);
	if (x->vastgesteld == y->vastgesteld)
		return table_fail(o->table, b, VASTGESTELD,
				  "the same period and date as line %zu; an "
				  "amendment needs a later date",
				  line);
	return 0;
}

static int
check_pairs(const struct opgaven *o)
{
	for (size_t b = 0; b < o->count; b++)
		for (size_t a = 0; a < b; a++)
			if (check_pair(o, a, b) != 0)
				return -1;
	return 0;
}

/* True when a later amendment, agreed by as_of, replaces row i. */
static bool
amended(const struct opgaven *o, size_t i, int32_t as_of)
{
	const struct regel_in *x = &o->rows[i];
	for (size_t j = 0; j < o->count; j++) {
		const struct regel_in *y = &o->rows[j];
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
	for (size_t i = 0; i < o->count; i++) {
		const struct regel_in *row = &o->rows[i];
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

static int
read_rows(struct opgaven *o, struct kader *k)
{
	o->count = table_rows(o->table);
	o->rows = mem_array(o->count + 1, sizeof *o->rows);
	for (size_t i = 0; i < o->count; i++)
		if (parse_row(k, o->table, i, &o->rows[i]) != 0)
			return -1;
	return check_pairs(o);
}

struct opgaven *
opgaven_load(struct kader *k, const char *path, int32_t as_of)
{
	struct opgaven *o = mem_new(struct opgaven);
	o->regios = regios_count(k->regios);
	o->eigen = mem_array(o->regios + 1, sizeof *o->eigen);
	o->alle = mem_array(o->regios + 1, sizeof *o->alle);
	o->table = table_load(path, kolommen, KOLOMMEN);
	if (o->table == NULL || read_rows(o, k) != 0) {
		opgaven_free(o);
		return NULL;
	}
	collect(o, as_of);
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
	free(o->rows);
	table_free(o->table);
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
	struct finding_place p = {.file = table_name(o->table)};
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
	struct finding_place p = {.file = table_name(o->table)};
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
		agreed[i] = o->alle[i];
		o->alle[i] = (struct doelen){0};
		for (size_t j = 0; j < agreed[i].count; j++)
			doelen_add(&o->alle[i], agreed[i].list[j]);
	}
	for (size_t i = 0; i < o->regios; i++) {
		if (regios_at(k->regios, i)->level == REGION_PROVINCIE)
			o->alle[i].count = 0;
		else if (fasering_apply(f, i, &o->alle[i]) != 0)
			return -1;
	}
	add_up(o, k, REGION_PROVINCIE);
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
