#include "plan.h"

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
	int c = text_compare(*a->gemeente, *b->gemeente);

	if (c == 0)
		c = text_compare(plan_id(a), plan_id(b));
	return c != 0 ? c : text_compare(*a->fase, *b->fase);
}

int
plan_compare(const struct plan *a, const struct plan *b)
{
	int c = plan_compare_id(a, b);

	return c != 0 ? c : compare_folded(plan_naam(a), plan_naam(b));
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
