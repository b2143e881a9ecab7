#include "plan.h"

#include <stdlib.h>

#include "diag.h"
#include "mem.h"

static const char *const HARDHEDEN[HARDHEID_COUNT] = {"hard", "zacht",
						      "onbekend", "telt_niet"};

const char *
hardheid_name(enum hardheid h)
{
	return HARDHEDEN[h];
}

bool
hardheid_of(struct text word, enum hardheid *out)
{
	for (int i = 0; i < HARDHEID_COUNT; i++)
		if (text_is(word, HARDHEDEN[i])) {
			*out = (enum hardheid)i;
			return true;
		}
	return false;
}

int
plan_sum(struct num *sum, struct num v)
{
	if (num_add(*sum, v, sum))
		return 0;
	return diag_fail("a total of dwellings has more than 18 digits");
}

int
plan_subtract(struct num *sum, struct num v)
{
	if (num_subtract(*sum, v, sum))
		return 0;
	return diag_fail("a total of dwellings has more than 18 digits");
}

void
plan_add(struct plan *p, const struct amount *a)
{
	p->amounts = mem_grow(p->amounts, &p->cap, p->count + 1, sizeof *a);
	p->amounts[p->count++] = *a;
}

static int
compare_pairs(const struct text *const *pairs, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		int c = text_compare(*pairs[2 * i], *pairs[2 * i + 1]);
		if (c != 0)
			return c;
	}
	return 0;
}

int
plan_compare(const struct plan *a, const struct plan *b)
{
	const struct text *const pairs[] = {
	    &a->gemeente, &b->gemeente, &a->id,	    &b->id,
	    &a->fase,	  &b->fase,	&a->folded, &b->folded};

	return compare_pairs(pairs, 4);
}

int
amount_compare_group(const struct amount *a, const struct amount *b)
{
	const struct text *const pairs[] = {&a->soort,	   &b->soort,
					    &a->dimensie,  &b->dimensie,
					    &a->categorie, &b->categorie};

	return compare_pairs(pairs, 3);
}

int
amount_compare_years(const struct amount *a, const struct amount *b)
{
	const struct text *const pairs[] = {&a->van, &b->van, &a->tot, &b->tot};

	return compare_pairs(pairs, 2);
}

static int
by_key(const void *x, const void *y)
{
	const struct amount *a = x, *b = y;
	int c = amount_compare_group(a, b);

	if (c == 0)
		c = amount_compare_years(a, b);
	return c != 0 ? c : (a->row > b->row) - (a->row < b->row);
}

static int
duplicate(const struct plan *p, const char *file, const struct amount *a)
{
	char gemeente[TEXT_SHOW], id[TEXT_SHOW], naam[TEXT_SHOW];
	char fase[TEXT_SHOW], categorie[TEXT_SHOW];

	return diag_fail_at(
	    file, a[1].row,
	    "the same key as in line %zu: gemeente %s, plan_id '%s' (%s), "
	    "fase_id '%s', years '%s'-'%s', %s, %s, categorie '%s'; a key "
	    "may come once: the register is damaged or was joined from two",
	    a[0].row, text_show(p->gemeente, gemeente), text_show(p->id, id),
	    text_show(p->naam, naam), text_show(p->fase, fase), a->van.s,
	    a->tot.s, a->soort.s, a->dimensie.s,
	    text_show(a->categorie, categorie));
}

int
plan_finish(struct plan *p, const char *file)
{
	int rc = 0;

	qsort(p->amounts, p->count, sizeof *p->amounts, by_key);
	for (size_t i = 1; i < p->count; i++) {
		const struct amount *a = &p->amounts[i - 1];
		if (amount_compare_group(a, a + 1) == 0 &&
		    amount_compare_years(a, a + 1) == 0)
			return duplicate(p, file, a);
	}
	for (size_t i = 0; i < p->count && rc == 0; i++) {
		const struct amount *a = &p->amounts[i];
		if (!text_is(a->dimensie, "totaal"))
			continue;
		if (text_is(a->soort, "bouw"))
			rc = plan_sum(&p->netto, a->value);
		else if (text_is(a->soort, "sloop"))
			rc = plan_subtract(&p->netto, a->value);
	}
	return rc;
}

int
plan_two_values(const struct plan *p, const char *column, const char *file,
		size_t row)
{
	char id[TEXT_SHOW], naam[TEXT_SHOW];

	return diag_fail_at(
	    file, row,
	    "column %s: plan_id '%s' (%s) has another value in line %zu; a "
	    "plan or phase has one status: give its parts their own fase_id",
	    column, text_show(p->id, id), text_show(p->naam, naam), p->row);
}
