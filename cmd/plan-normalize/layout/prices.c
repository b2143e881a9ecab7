#include "layout/prices.h"

#include <stdio.h>
#include <stdlib.h>

#include "diag.h"
#include "mem.h"
#include "table.h"

enum { HUUR, KOOP, SEGMENTS };
enum { JAAR, SEGMENT, KLASSE, TOT };

#define LIMITS 2

static const char *const columns[] = {"jaar", "segment", "klasse", "tot"};
static const char *const segments[SEGMENTS] = {"huur", "koop"};
/* A segment's limits from low to high, and what is below each, above the
 * last, and not known. */
static const char *const classes[SEGMENTS][LIMITS] = {
    {"sociale_huur", "middenhuur"}, {"betaalbare_koop", NULL}};
static const char *const names[SEGMENTS][LIMITS + 1] = {
    {"Sociale huur", "Huur middenhuur", "Huur dure huur"},
    {"Koop betaalbare koop", "Koop dure koop", NULL}};
static const char *const unknown[SEGMENTS] = {"Huur onbekend", "Koop onbekend"};

struct limits {
	int year;
	size_t line[SEGMENTS][LIMITS]; /* 0: none */
	struct num tot[SEGMENTS][LIMITS];
};

struct prices {
	struct limits *list;
	size_t count, cap;
};

static struct limits *
find(const struct prices *p, int year)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->list[i].year == year)
			return &p->list[i];
	return NULL;
}

static struct limits *
get(struct prices *p, int year)
{
	struct limits *l = find(p, year);

	if (l)
		return l;
	p->list = mem_grow(p->list, &p->cap, p->count + 1, sizeof(*p->list));
	l = &p->list[p->count++];
	*l = (struct limits){.year = year};
	return l;
}

static int
find_word(const char *const *list, int n, struct text word)
{
	int i = 0;

	while (i < n && !(list[i] && text_is(word, list[i])))
		i++;
	return i;
}

/* A class is often written in whole euros, a limit in cents: both are compared
 * as whole euros, 879.66 bounds the class up to 880. */
static struct num
euros(struct num v)
{
	(void)num_round(v, 0, NUM_UP, &v);
	return v;
}

static int
take(struct prices *p, const struct table *t, size_t i)
{
	int s = find_word(segments, SEGMENTS, table_cell(t, i, SEGMENT)), k;
	struct years y;
	struct limits *l;
	bool limit;

	if (!years_parse(table_cell(t, i, JAAR), &y, &limit) || y.from != y.to)
		return table_fail(t, i, JAAR, "expected a year, not \"%s\"",
				  table_cell(t, i, JAAR).s);
	if (s == SEGMENTS)
		return table_fail(t, i, SEGMENT,
				  "expected huur or koop, not \"%s\"",
				  table_cell(t, i, SEGMENT).s);
	k = find_word(classes[s], LIMITS, table_cell(t, i, KLASSE));
	if (k == LIMITS)
		return table_fail(t, i, KLASSE, "unknown class \"%s\" of %s",
				  table_cell(t, i, KLASSE).s, segments[s]);
	l = get(p, y.from);
	if (l->line[s][k])
		return table_fail(t, i, KLASSE,
				  "%s of %d is already in line %zu",
				  classes[s][k], y.from, l->line[s][k]);
	l->line[s][k] = table_line(t, i);
	if (num_parse(table_cell(t, i, TOT), NUM_PLAIN, &l->tot[s][k]) !=
		NUM_OK ||
	    l->tot[s][k].units <= 0)
		return table_fail(t, i, TOT, "expected an amount, not \"%s\"",
				  table_cell(t, i, TOT).s);
	return 0;
}

struct prices *
prices_load(const char *path)
{
	struct table *t = table_load(path, columns, 4);
	struct prices *p = mem_new(struct prices);
	int rc = t ? 0 : -1;

	for (size_t i = 0; rc == 0 && i < table_rows(t); i++)
		rc = take(p, t, i);
	table_free(t);
	if (rc == 0)
		return p;
	prices_free(p);
	return NULL;
}

void
prices_free(struct prices *p)
{
	if (p)
		free(p->list);
	free(p);
}

/* Which name the class has: it lies between two limits, or -1 with *fault. */
static int
place(const struct limits *l, int s, const struct price_class *c,
      enum price_fault *fault)
{
	int k = 0;

	*fault = PRICE_NO_YEAR;
	for (int i = 0; i < LIMITS && classes[s][i]; i++)
		if (!l || !l->line[s][i])
			return -1;
	while (k < LIMITS && classes[s][k] &&
	       num_compare(euros(l->tot[s][k]), euros(c->from)) <= 0)
		k++;
	*fault = PRICE_STRADDLES;
	if (k < LIMITS && classes[s][k] &&
	    (c->open || num_compare(euros(c->to), euros(l->tot[s][k])) > 0))
		return -1;
	*fault = PRICE_FITS;
	return k;
}

static void
name(struct kind *k, const struct limits *l)
{
	int s = k->price.koop ? KOOP : HUUR;
	int at = place(l, s, &k->price, &k->price_fault);
	struct text t = text_of(at < 0 ? unknown[s] : names[s][at]);

	if (k->part == DIMENSIE_BETAALBAARHEID)
		k->categorie = t;
	else
		k->categorie2 = t;
}

static bool
needed(const struct layout *l)
{
	for (size_t i = 0; i < l->column_count; i++)
		if (l->columns[i].kind.price.given)
			return true;
	return l->priced;
}

static void
name_all(const struct prices *p, struct layout *l, int year)
{
	const struct limits *of = find(p, year);

	for (size_t i = 0; i < l->column_count; i++)
		if (l->columns[i].kind.price.given)
			name(&l->columns[i].kind, of);
	for (struct kind *k = l->priced; k; k = k->next_priced)
		name(k, of);
}

int
prices_name(const struct prices *p, struct layout *l, struct text peildatum,
	    char year[PRICE_YEAR])
{
	struct years y = {l->price_year, 0};
	bool limit;

	year[0] = '\0';
	if (!needed(l))
		return 0;
	if (!p)
		return diag_fail("%s has price classes: --prijsgrenzen is "
				 "needed",
				 l->path);
	peildatum.n = peildatum.n > 4 ? 4 : peildatum.n;
	if (!y.from && !years_parse(peildatum, &y, &limit))
		return diag_fail("%s has price classes: a prijspeil in it or a "
				 "peildatum is needed",
				 l->path);
	snprintf(year, PRICE_YEAR, "%d", y.from);
	name_all(p, l, y.from);
	return 0;
}
