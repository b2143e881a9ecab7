#include "agree/phasing.h"

#include <stdlib.h>

#include "arena.h"
#include "diag.h"
#include "mem.h"
#include "table.h"

enum column { REGIO, YEAR, SHARE, COLUMNS };

static const char *const columns[COLUMNS] = {"regio", "jaar", "aandeel"};

#define YEARS 10000

struct phasing {
	struct table *table; /* NULL: evenly */
	struct arena *arena;
	int64_t **weights; /* per region, then the general ones; may be NULL */
	const struct frame *frame;
	size_t regios;
};

static int
find_regio(const struct phasing *f, size_t i, size_t *out)
{
	struct text code = table_cell(f->table, i, REGIO);
	*out = f->regios;
	if (code.n == 0)
		return 0;
	long found = regios_find(f->frame->regios, code);
	if (found < 0 || regios_at(f->frame->regios, (size_t)found)->level ==
			     REGION_PROVINCIE)
		return table_fail(f->table, i, REGIO,
				  "'%s' is no woondeal or municipality",
				  code.s);
	*out = (size_t)found;
	return 0;
}

static int
keep(struct phasing *f, size_t i, struct amount_guard *guard)
{
	size_t regio;
	int year;
	int64_t weight;
	struct num share;
	if (find_regio(f, i, &regio) != 0)
		return -1;
	int known = table_year(f->table, i, YEAR, &year);
	int given = known < 0 ? -1 : table_decimal(f->table, i, SHARE, &share);
	if (given < 0)
		return -1;
	if (known == 0)
		return table_fail(f->table, i, YEAR,
				  "'' found, expected a year as 2024");
	if (given == 0 || !amount_read(guard, share, &weight) || weight < 0)
		return table_fail(f->table, i, SHARE,
				  "'%s' is not a share of 0 or more",
				  table_cell(f->table, i, SHARE).s);
	if (!f->weights[regio])
		f->weights[regio] =
		    arena_alloc(f->arena, YEARS, sizeof(**f->weights));
	f->weights[regio][year] += weight;
	return 0;
}

struct phasing *
phasing_load(const struct frame *k, const char *word)
{
	struct phasing *f = mem_new(struct phasing);
	struct amount_guard guard = {0};
	f->frame = k;
	f->arena = arena_new();
	f->regios = regios_count(k->regios);
	f->weights = mem_array(f->regios + 1, sizeof(*f->weights));
	if (text_is(text_of(word), "even"))
		return f;
	f->table = table_load(word, columns, COLUMNS);
	bool fine = f->table;
	for (size_t i = 0; fine && i < table_rows(f->table); i++)
		fine = keep(f, i, &guard) == 0;
	if (!fine) {
		phasing_free(f);
		return NULL;
	}
	return f;
}

void
phasing_free(struct phasing *f)
{
	if (!f)
		return;
	table_free(f->table);
	arena_free(f->arena);
	free(f->weights);
	free(f);
}

/* The weights of region i: its own, its deal's, the general ones. */
static const int64_t *
weights_of(const struct phasing *f, size_t i)
{
	const struct regios *r = f->frame->regios;
	if (f->weights[i])
		return f->weights[i];
	if (regios_at(r, i)->level == REGION_GEMEENTE) {
		size_t m = i - regios_gemeente_index(r, 0);
		long deal = regios_find(r, regios_woondeal_of(r, m));
		if (deal >= 0 && f->weights[deal])
			return f->weights[deal];
	}
	return f->weights[f->regios];
}

static int64_t
weight(const struct phasing *f, const int64_t *weights, int year)
{
	if (!f->table)
		return AMOUNT_ONE;
	return weights ? weights[year] : 0;
}

/* Whole dwellings of `total` for the first `part` of `whole`, exactly
 * rounded: multiplied before it is divided. */
static int
running(int64_t total, int64_t part, int64_t whole, int64_t *out)
{
	struct num n;
	if (!num_multiply(amount_num(total), amount_num(part), &n) ||
	    !num_divide(n, amount_num(whole), 0, NUM_HALF_AWAY, &n) ||
	    n.units > INT64_MAX / AMOUNT_ONE)
		return diag_fail("--phasing: a target or a weight is too large "
				 "to be divided exactly");
	for (; n.scale > 0; n.scale--)
		n.units /= 10;
	*out = n.units * AMOUNT_ONE;
	return 0;
}

/* The last year of the run of touching periods that starts at list[from], and
 * its sum. */
static size_t
run_of(const struct targets *d, size_t from, struct target *run)
{
	size_t next = from + 1;
	*run = d->list[from];
	while (next < d->count && d->list[next].span.from == run->span.to + 1) {
		run->span.to = d->list[next].span.to;
		run->amount += d->list[next++].amount;
	}
	return next;
}

/* A fraction of a dwelling in the total goes to the last year. */
static int
spread(const struct phasing *f, const int64_t *weights,
       const struct target *run, struct targets *out)
{
	int64_t whole = 0;
	int64_t part = 0;
	int64_t before = 0;
	for (int year = run->span.from; year <= run->span.to; year++)
		whole += weight(f, weights, year);
	for (int year = run->span.from; year <= run->span.to; year++) {
		int64_t until = run->amount;
		part += weight(f, weights, year);
		if (part < whole &&
		    running(run->amount, part, whole, &until) != 0)
			return -1;
		targets_add(
		    out, (struct target){{year, year}, until - before, true});
		before = until;
	}
	return 0;
}

static bool
has_weight(const struct phasing *f, const int64_t *weights, struct span span)
{
	for (int year = span.from; year <= span.to; year++)
		if (weight(f, weights, year) > 0)
			return true;
	return false;
}

int
phasing_apply(const struct phasing *f, size_t i, struct targets *d)
{
	struct targets out = {0};
	const int64_t *weights = weights_of(f, i);
	int rc = 0;
	for (size_t j = 0; rc == 0 && j < d->count;) {
		struct target run;
		size_t next = run_of(d, j, &run);
		if (has_weight(f, weights, run.span))
			rc = spread(f, weights, &run, &out);
		else
			for (size_t n = j; n < next; n++)
				targets_add(&out, d->list[n]);
		j = next;
	}
	free(d->list);
	*d = out;
	return rc;
}
