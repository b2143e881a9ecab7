#include "capaciteit.h"

#include <stdlib.h>

#include "mem.h"

/* Whole-year counts stand apart: growth is taken off those alone. */
enum telling { REST, GEHEEL, TELLINGEN };

struct vak {
	int64_t n[TELLINGEN][HARDHEDEN];
};

/* Per municipality: a place per year, then one for buckets that start in the
 * plan year and one for the others. */
struct capaciteit {
	const struct kader *kader;
	struct vak *vakken;
	size_t jaren;
};

struct capaciteit *
capaciteit_new(const struct kader *k)
{
	struct capaciteit *c = mem_new(struct capaciteit);
	c->kader = k;
	c->jaren = kader_jaren(k);
	c->vakken = mem_array(regios_gemeenten(k->regios) + 1,
			      (c->jaren + 2) * sizeof *c->vakken);
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
vak(const struct capaciteit *c, size_t m, size_t place)
{
	return &c->vakken[m * (c->jaren + 2) + place];
}

static struct vak *
year_vak(const struct capaciteit *c, size_t m, int year)
{
	return vak(c, m, (size_t)(year - c->kader->jaren.van));
}

void
capaciteit_add(struct capaciteit *c, const struct planaantal *a)
{
	struct vak *v;
	if (a->span.van == a->span.tot)
		v = year_vak(c, a->gemeente, a->span.van);
	else if (a->span.van == kader_planjaar(c->kader))
		v = vak(c, a->gemeente, c->jaren);
	else
		v = vak(c, a->gemeente, c->jaren + 1);
	v->n[a->geheel ? GEHEEL : REST][a->hardheid] += a->aantal;
}

/* The plan year's own place and that of buckets from it on; NULL outside. */
static struct vak *
deductible(const struct capaciteit *c, size_t m, int which)
{
	int year = kader_planjaar(c->kader);
	if (year < c->kader->jaren.van || year > c->kader->jaren.tot)
		return NULL;
	return which == 0 ? year_vak(c, m, year) : vak(c, m, c->jaren);
}

bool
capaciteit_whole_years(const struct capaciteit *c, size_t m)
{
	for (int which = 0; which < 2; which++) {
		const struct vak *v = deductible(c, m, which);
		for (int h = 0; v != NULL && h < HARDHEDEN; h++)
			if (v->n[GEHEEL][h] != 0)
				return true;
	}
	return false;
}

int64_t
capaciteit_deduct(struct capaciteit *c, size_t m, int64_t growth)
{
	int64_t left = growth > 0 ? growth : 0;
	int64_t all = left;
	for (int which = 0; which < 2; which++) {
		struct vak *v = deductible(c, m, which);
		for (int h = 0; v != NULL && h < HARDHEDEN; h++) {
			int64_t take = v->n[GEHEEL][h];
			if (take > left)
				take = left;
			if (take <= 0)
				continue;
			v->n[GEHEEL][h] -= take;
			left -= take;
		}
	}
	return all - left;
}

static void
add_vak(const struct vak *v, int64_t sum[HARDHEDEN])
{
	for (int t = 0; t < TELLINGEN; t++)
		for (int h = 0; h < HARDHEDEN; h++)
			sum[h] += v->n[t][h];
}

void
capaciteit_sum(const struct capaciteit *c, size_t m, struct span span,
	       int64_t sum[HARDHEDEN])
{
	for (int year = span.van; year <= span.tot; year++)
		add_vak(year_vak(c, m, year), sum);
	if (!span_equal(span, c->kader->jaren))
		return;
	add_vak(vak(c, m, c->jaren), sum);
	add_vak(vak(c, m, c->jaren + 1), sum);
}
