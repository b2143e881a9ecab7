#include "growth/growth.h"

#include "ground/rule.h"

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

/* One region's year, and the words for it. */
struct checked {
	const struct frame *k;
	const struct cells *w;
	const struct regio *regio;
	size_t index;
	int year;
	struct finding_place place;
};

static struct text
year_text(int year, char buf[SPAN_TEXT])
{
	return span_format((struct span){year, year}, buf);
}

static const struct cell *
cell(const struct checked *t, enum subject o, int slot)
{
	return cells_at(t->w, t->index, t->year, o, slot);
}

static int
months_before_gap(const struct checked *t, int limit)
{
	struct span span = {t->year, t->year};
	struct growth g = growth_self(t->k, t->w, t->index, span);
	if (!g.known)
		return 0;
	return g.until.grain == GRAIN_YEAR ? limit : g.until.number;
}

static struct text
month_text(int year, int months, char buf[PERIOD_TEXT])
{
	struct period p = {.grain = GRAIN_YEAR, .year = year};
	if (months < 12) {
		p.grain = GRAIN_MONTH;
		p.number = months;
	}
	return period_format(p, buf);
}

static void
check_missing(const struct checked *t)
{
	int limit = frame_months(t->k, t->year);
	int months = months_before_gap(t, limit);
	if (months >= limit)
		return;
	char year[SPAN_TEXT], have[PERIOD_TEXT], want[PERIOD_TEXT];
	struct text there = text_of("-");
	if (months > 0)
		there = month_text(t->year, months, have);
	rule_add(t->k->findings, RULE_MISSING, &t->place,
		 TEXTS(t->regio->code, t->regio->name, year_text(t->year, year),
		       there, month_text(t->year, limit, want)));
}

/* Saldo = nieuwbouw + overige toevoeging - sloop - overige onttrekking +
 * correctie: held in all 3,488 filled rows of 81955NED. */
static void
check_parts(const struct checked *t, int slot)
{
	static const int sign[SUBJECTS] = {0, 1, 1, -1, -1, 1};
	int64_t sum = 0;
	if (!cell(t, SALDO, slot)->known)
		return;
	for (int o = NIEUWBOUW; o < SUBJECTS; o++) {
		const struct cell *c = cell(t, (enum subject)o, slot);
		if (!c->known)
			return;
		sum += sign[o] * c->value;
	}
	int64_t saldo = cell(t, SALDO, slot)->value;
	if (sum == saldo)
		return;
	char year[SPAN_TEXT], a[NUM_TEXT], b[NUM_TEXT];
	struct finding_place p = t->place;
	p.row = cell(t, SALDO, slot)->row;
	rule_add(t->k->findings, RULE_SALDO, &p,
		 TEXTS(t->regio->code, year_text(t->year, year),
		       amount_format(saldo, a), amount_format(sum, b)));
}

/* The year beside its months or quarters, where both are complete. */
static void
check_grain(const struct checked *t, int from, int n)
{
	int64_t sum = 0;
	const struct cell *whole = cell(t, SALDO, SLOT_YEAR);
	for (int p = from; p < from + n; p++) {
		if (!cell(t, SALDO, p)->known)
			return;
		sum += cell(t, SALDO, p)->value;
	}
	if (!whole->known || whole->value == sum)
		return;
	char year[SPAN_TEXT], a[NUM_TEXT], b[NUM_TEXT], c[NUM_TEXT];
	struct finding_place p = t->place;
	p.row = whole->row;
	rule_add(t->k->findings, RULE_MONTHS, &p,
		 TEXTS(t->regio->code, year_text(t->year, year),
		       amount_format(whole->value, a),
		       amount_format(n * (int64_t)AMOUNT_ONE, c),
		       amount_format(sum, b)));
}

/* A province's own row beside the sum of its municipalities, as far as both
 * go equally far. */
static void
check_province(const struct checked *t)
{
	struct span span = {t->year, t->year};
	struct growth sum = growth_of(t->k, t->w, t->index, span);
	struct growth own = growth_self(t->k, t->w, t->index, span);
	if (!own.known || !sum.known || own.part[SALDO] == sum.part[SALDO] ||
	    period_compare(own.until, sum.until) != 0)
		return;
	char year[SPAN_TEXT], a[NUM_TEXT], b[NUM_TEXT];
	rule_add(t->k->findings, RULE_PROVINCIE, &t->place,
		 TEXTS(t->regio->code, year_text(t->year, year),
		       amount_format(own.part[SALDO], a),
		       amount_format(sum.part[SALDO], b)));
}

static void
check_gemeente(const struct checked *t)
{
	check_missing(t);
	for (int p = 0; p < SLOTS; p++)
		check_parts(t, p);
	check_grain(t, SLOT_MONTH, 12);
	check_grain(t, SLOT_QUARTER, 4);
}

/* Once a year, not once a region. */
static void
check_running(const struct checked *t)
{
	int limit = frame_months(t->k, t->year);
	char year[SPAN_TEXT], last[PERIOD_TEXT];
	if (limit == 0 || limit == 12)
		return;
	rule_add(
	    t->k->findings, RULE_RUNNING, &t->place,
	    TEXTS(year_text(t->year, year), month_text(t->year, limit, last)));
}

/* The regions of areas, but for those that are looked at as a municipality. */
static void
check_areas(struct checked *t)
{
	const struct gebieden *list = t->k->areas;
	for (size_t i = 0; list && i < gebieden_count(list); i++) {
		const struct gebied *g = gebieden_at(list, i);
		struct regio regio = {.code = g->waarde, .name = g->naam};
		t->index = frame_area_regio(t->k, i);
		if (g->veld != GEBIED_REGIO ||
		    t->index < regios_count(t->k->regios))
			continue;
		t->regio = &regio;
		check_gemeente(t);
	}
	t->regio = NULL;
}

static void
check_year(struct checked *t)
{
	check_running(t);
	for (t->index = 0; t->index < regios_count(t->k->regios); t->index++) {
		t->regio = regios_at(t->k->regios, t->index);
		if (t->regio->level == REGION_GEMEENTE)
			check_gemeente(t);
		else if (t->regio->level == REGION_PROVINCIE)
			check_province(t);
	}
	check_areas(t);
}

void
growth_check(const struct frame *k, const struct cells *w)
{
	struct checked t = {.k = k, .w = w};
	t.place.file = cells_name(w);
	for (t.year = k->years.from; t.year <= k->years.to; t.year++)
		check_year(&t);
}
