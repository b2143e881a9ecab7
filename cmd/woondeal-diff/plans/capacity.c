#include "plans/capacity.h"

#include <stdlib.h>

#include "mem.h"

struct vak {
	int64_t n[HARDHEDEN];
};

/* Per owner: a place per year, then one for buckets. */
struct capaciteit {
	const struct kader *kader;
	struct vak *vakken;
	size_t jaren;
};

struct capaciteit *
capaciteit_new(const struct kader *k, size_t n)
{
	struct capaciteit *c = mem_new(struct capaciteit);
	c->kader = k;
	c->jaren = kader_jaren(k);
	c->vakken = mem_array(n + 1, (c->jaren + 1) * sizeof *c->vakken);
	return c;
}

void
capaciteit_free(struct capaciteit *c)
{
	if (c == NULL)
		return;
	free(c->vakken);
	free(c);
}

static struct vak *
vak(const struct capaciteit *c, size_t i, size_t place)
{
	return &c->vakken[i * (c->jaren + 1) + place];
}

enum lot
capaciteit_lot(const struct kader *k, const struct planaantal *a)
{
	struct span window = {kader_planjaar(k), k->jaren.tot};
	struct span span = a->span;
	if (span.tot < window.van)
		return LOT_VERLEDEN;
	if (!span_overlaps(span, k->jaren))
		return LOT_BUITEN;
	if (!a->geheel && span.van < window.van)
		span.van = window.van;
	if (window.van < k->jaren.van)
		window.van = k->jaren.van;
	if (!span_within(span, window))
		return LOT_ONDEELBAAR;
	return a->span.van == a->span.tot ? LOT_JAAR : LOT_EMMER;
}

enum lot
capaciteit_add(struct capaciteit *c, size_t i, const struct planaantal *a)
{
	enum lot lot = capaciteit_lot(c->kader, a);
	size_t place = c->jaren;
	if (lot == LOT_JAAR)
		place = (size_t)(a->span.van - c->kader->jaren.van);
	if (lot == LOT_JAAR || lot == LOT_EMMER)
		vak(c, i, place)->n[a->hardheid] += a->aantal;
	return lot;
}

static void
add_vak(const struct vak *v, int64_t sum[HARDHEDEN])
{
	for (int h = 0; h < HARDHEDEN; h++)
		sum[h] += v->n[h];
}

void
capaciteit_sum(const struct capaciteit *c, size_t i, struct span span,
	       int64_t sum[HARDHEDEN])
{
	for (int year = span.van; year <= span.tot; year++)
		add_vak(vak(c, i, (size_t)(year - c->kader->jaren.van)), sum);
	if (span_equal(span, c->kader->jaren))
		add_vak(vak(c, i, c->jaren), sum);
}
