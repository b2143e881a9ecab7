#include "plan.h"

#include <stdlib.h>

#include "diag.h"
#include "fold.h"
#include "mem.h"

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

/* As they are compared: below 0, 0, above 0. */
static int
compare_folded(struct text a, struct text b)
{
	struct buffer one = {0}, two = {0};
	int c;

	if (text_equal(a, b))
		return 0;
	c = text_compare(fold(&one, a), fold(&two, b));
	buffer_free(&one);
	buffer_free(&two);
	return c;
}

bool
plan_same(struct text a, struct text b)
{
	return compare_folded(a, b) == 0;
}

int
plan_compare_id(const struct plan *a, const struct plan *b)
{
	int c = text_compare(a->gemeente, b->gemeente);

	if (c == 0)
		c = text_compare(a->id, b->id);
	return c != 0 ? c : text_compare(a->fase, b->fase);
}

int
plan_compare(const struct plan *a, const struct plan *b)
{
	int c = plan_compare_id(a, b);

	return c != 0 ? c : compare_folded(a->naam, b->naam);
}

int
amount_compare_group(const struct amount *a, const struct amount *b)
{
	if (a->soort != b->soort)
		return text_compare(soort_name((enum soort)a->soort),
				    soort_name((enum soort)b->soort));
	if (a->dimensie != b->dimensie)
		return text_compare(dimensie_name((enum dimensie)a->dimensie),
				    dimensie_name((enum dimensie)b->dimensie));
	if (a->word == b->word)
		return 0;
	return text_compare(a->word->categorie, b->word->categorie);
}

int
amount_compare_years(const struct amount *a, const struct amount *b)
{
	return a->van != b->van ? a->van - b->van : a->tot - b->tot;
}

/* Of one key, what says nothing comes first. */
static int
by_key(const void *x, const void *y)
{
	const struct amount *a = x, *b = y;
	int c = amount_compare_group(a, b);

	if (c == 0)
		c = amount_compare_years(a, b);
	return c != 0 ? c : (int)a->given - (int)b->given;
}

/* Two deliveries may have one key when one of them says nothing there: the
 * number stays. */
static void
drop_empty(struct plan *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->count; i++) {
		const struct amount *a = &p->amounts[i];
		struct amount *last = n > 0 ? &p->amounts[n - 1] : NULL;

		if (!last || amount_compare_group(last, a) != 0 ||
		    amount_compare_years(last, a) != 0)
			p->amounts[n++] = *a;
		else if (last->units == 0 && !last->estimate)
			*last = *a;
	}
	p->count = (uint32_t)n;
}

int
plan_finish(struct plan *p)
{
	int rc = 0;

	if (p->count > 1)
		qsort(p->amounts, p->count, sizeof(*p->amounts), by_key);
	drop_empty(p);
	for (size_t i = 0; i < p->count && rc == 0; i++) {
		const struct amount *a = &p->amounts[i];
		if (a->dimensie != DIMENSIE_TOTAAL)
			continue;
		if (a->soort == SOORT_BOUW)
			rc = plan_sum(&p->netto, amount_value(a));
		else if (a->soort == SOORT_SLOOP)
			rc = plan_subtract(&p->netto, amount_value(a));
	}
	return rc;
}
