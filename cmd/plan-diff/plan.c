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
	int c = text_compare(*a->state->gemeente, *b->state->gemeente);

	if (c == 0)
		c = text_compare(plan_id(a), plan_id(b));
	return c != 0 ? c : text_compare(*a->state->fase, *b->state->fase);
}

int
plan_compare(const struct plan *a, const struct plan *b)
{
	int c = plan_compare_id(a, b);

	return c != 0 ? c : compare_folded(plan_naam(a), plan_naam(b));
}

int
plan_order(const struct plan *a, const struct plan *b)
{
	int c = plan_compare(a, b);

	return c != 0 ? c : (int)a->state->hardheid - (int)b->state->hardheid;
}

bool
plan_unchanged(const struct plan *p)
{
	const struct plan *q = p->peer;

	return p->link == LINK_ID && p->names == q->names &&
	       p->state == q->state && !p->listed && !q->listed &&
	       p->bytes == q->bytes && p->count == q->count;
}

int
amount_compare_group(const struct amount *a, const struct amount *b)
{
	const struct kind *x = a->kind, *y = b->kind;

	if (x == y)
		return 0;
	if (x->soort != y->soort)
		return text_compare(soort_name((enum soort)x->soort),
				    soort_name((enum soort)y->soort));
	if (x->dimensie != y->dimensie)
		return text_compare(dimensie_name((enum dimensie)x->dimensie),
				    dimensie_name((enum dimensie)y->dimensie));
	return text_compare(x->categorie, y->categorie);
}

int
amount_compare_years(const struct amount *a, const struct amount *b)
{
	return a->van != b->van ? a->van - b->van : a->tot - b->tot;
}
