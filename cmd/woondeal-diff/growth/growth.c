#include "growth/growth.h"

/* Whose growth, and where it is. */
struct who {
	const struct cells *w;
	const struct growers *growers;
};

static size_t
place_of(const struct who *who, size_t j)
{
	return who->growers->first + who->growers->list[j];
}

/* Which cells of a year count: a run of n from `from`. */
struct choice {
	int from;
	int n;
	int months; /* what they cover, 12 for the whole year */
};

static int
run(const struct cells *w, size_t i, int year, int from, int most)
{
	int n = 0;
	while (n < most && cells_at(w, i, year, SALDO, from + n)->known)
		n++;
	return n;
}

/* limit: the months that may be counted. */
static struct choice
choose(const struct cells *w, size_t i, int year, int limit)
{
	if (limit == 12 && run(w, i, year, SLOT_YEAR, 1) == 1)
		return (struct choice){SLOT_YEAR, 1, 12};
	int months = run(w, i, year, SLOT_MONTH, limit);
	int quarters = run(w, i, year, SLOT_QUARTER, limit / 3);
	if (months >= quarters * 3)
		return (struct choice){SLOT_MONTH, months, months};
	return (struct choice){SLOT_QUARTER, quarters, quarters * 3};
}

static void
weaken(enum status *s, enum status other)
{
	if (other > *s)
		*s = other;
}

static void
add_cells(const struct cells *w, size_t i, int year, struct choice c,
	  struct growth *g)
{
	for (int o = 0; o < SUBJECTS; o++) {
		for (int p = c.from; p < c.from + c.n; p++) {
			const struct cell *cell =
			    cells_at(w, i, year, (enum subject)o, p);
			g->part[o] += cell->value;
			g->part_known[o] = g->part_known[o] && cell->known;
			if (o == SALDO)
				weaken(&g->status, cell->status);
		}
	}
}

static struct growth
nothing(void)
{
	struct growth g = {0};
	for (int o = 0; o < SUBJECTS; o++)
		g.part_known[o] = true;
	return g;
}

static struct period
until(int year, int months)
{
	if (months == 12)
		return (struct period){.grain = GRAIN_YEAR, .year = year};
	return (struct period){
	    .grain = GRAIN_MONTH, .year = year, .number = months};
}

static int
common_months(const struct who *who, int year, int limit)
{
	int common = who->growers->n == 0 ? 0 : limit;
	for (size_t j = 0; j < who->growers->n; j++) {
		size_t i = place_of(who, j);
		int here = choose(who->w, i, year, limit).months;
		common = here < common ? here : common;
	}
	return common;
}

static struct growth
year_of(const struct who *who, int year, int limit)
{
	struct growth g = nothing();
	int common = common_months(who, year, limit);
	if (common == 0)
		return g;
	for (size_t j = 0; j < who->growers->n; j++) {
		size_t i = place_of(who, j);
		struct choice c = choose(who->w, i, year, common);
		if (c.months != common)
			return g;
		add_cells(who->w, i, year, c, &g);
	}
	g.known = true;
	g.whole = common == 12;
	g.until = until(year, common);
	return g;
}

static void
append(struct growth *sum, const struct growth *g)
{
	for (int o = 0; o < SUBJECTS; o++) {
		sum->part[o] += g->part[o];
		sum->part_known[o] = sum->part_known[o] && g->part_known[o];
	}
	weaken(&sum->status, g->status);
	sum->until = g->until;
	sum->whole = g->whole;
	sum->known = true;
}

/* Years one after the other; a hole makes the sum unknown. */
static struct growth
span_of(const struct frame *k, const struct who *who, struct span span)
{
	struct growth sum = nothing();
	bool open = false; /* the last year counted was not whole */
	for (int year = span.from; year <= span.to; year++) {
		int limit = frame_months(k, year);
		if (limit == 0) {
			sum.whole = false;
			break;
		}
		struct growth g = year_of(who, year, limit);
		if (open || !g.known) {
			sum.known = false;
			sum.whole = false;
			break;
		}
		append(&sum, &g);
		open = !g.whole;
	}
	return sum;
}

struct growers
growers_of(const struct frame *k, size_t i)
{
	const struct regio *r = regios_at(k->regios, i);
	return (struct growers){r->members, r->members_count,
				regios_gemeente_index(k->regios, 0)};
}

struct growth
growth_sum(const struct frame *k, const struct cells *w,
	   const struct growers *growers, struct span span)
{
	struct who who = {w, growers};
	return span_of(k, &who, span);
}

struct growth
growth_of(const struct frame *k, const struct cells *w, size_t i,
	  struct span span)
{
	struct growers who = growers_of(k, i);
	return growth_sum(k, w, &who, span);
}

struct growth
growth_self(const struct frame *k, const struct cells *w, size_t i,
	    struct span span)
{
	struct growers who = {&i, 1, 0};
	return growth_sum(k, w, &who, span);
}

bool
growth_missing(const struct frame *k, const struct cells *w, size_t m,
	       struct span span)
{
	return growth_lacks(k, w, regios_gemeente_index(k->regios, m), span);
}

bool
growth_lacks(const struct frame *k, const struct cells *w, size_t i,
	     struct span span)
{
	for (int year = span.from; year <= span.to; year++) {
		int limit = frame_months(k, year);
		if (choose(w, i, year, limit).months < limit)
			return true;
	}
	return false;
}

bool
growth_reference_year(const struct frame *k, const struct cells *w,
		      const struct growers *who, int64_t *out)
{
	int year = frame_plan_year(k);
	struct span span = {year, year};
	*out = 0;
	if (frame_months(k, year) == 0)
		return true;
	if (!span_within(span, k->years) || who->n == 0)
		return false;
	for (size_t j = 0; j < who->n; j++)
		if (growth_lacks(k, w, who->first + who->list[j], span))
			return false;
	*out = growth_sum(k, w, who, span).part[SALDO];
	return true;
}

static struct period
period_of(int year, int slot)
{
	struct period p = {.grain = GRAIN_YEAR, .year = year};
	if (slot >= SLOT_QUARTER) {
		p.grain = GRAIN_QUARTER;
		p.number = slot - SLOT_QUARTER + 1;
	} else if (slot >= SLOT_MONTH) {
		p.grain = GRAIN_MONTH;
		p.number = slot - SLOT_MONTH + 1;
	}
	return p;
}

/* Where the cells of a year go. */
struct visit {
	enum subject o;
	void (*take)(void *ctx, const struct growth_cell *c);
	void *ctx;
};

static void
visit_year(const struct who *who, int year, int limit,
	   const struct visit *visit)
{
	int common = common_months(who, year, limit);
	for (size_t j = 0; j < who->growers->n; j++) {
		size_t i = place_of(who, j);
		struct choice c = choose(who->w, i, year, common);
		for (int p = c.from; p < c.from + c.n; p++) {
			struct growth_cell cell = {
			    i, period_of(year, p),
			    cells_at(who->w, i, year, visit->o, p)};
			visit->take(visit->ctx, &cell);
		}
	}
}

void
growth_each(const struct frame *k, const struct cells *w, size_t i,
	    struct span span, enum subject o,
	    void (*take)(void *ctx, const struct growth_cell *c), void *ctx)
{
	struct growers list = growers_of(k, i);
	struct who who = {w, &list};
	struct visit visit = {o, take, ctx};
	for (int year = span.from; year <= span.to; year++) {
		int limit = frame_months(k, year);
		struct growth g = year_of(&who, year, limit);
		if (!g.known)
			return;
		visit_year(&who, year, limit, &visit);
	}
}
