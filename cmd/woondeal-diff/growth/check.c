#include "growth/growth.h"

#include "ground/rule.h"

/* One region's year, and the words for it. */
struct check {
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
cell(const struct check *t, enum subject o, int slot)
{
	return cells_at(t->w, t->index, t->year, o, slot);
}

static int
months_before_gap(const struct check *t, int limit)
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
check_missing(const struct check *t)
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
check_parts(const struct check *t, int slot)
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
check_grain(const struct check *t, int from, int n)
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
check_province(const struct check *t)
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
check_gemeente(const struct check *t)
{
	check_missing(t);
	for (int p = 0; p < SLOTS; p++)
		check_parts(t, p);
	check_grain(t, SLOT_MONTH, 12);
	check_grain(t, SLOT_QUARTER, 4);
}

/* Once a year, not once a region. */
static void
check_running(const struct check *t)
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
check_areas(struct check *t)
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
check_year(struct check *t)
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
	struct check t = {.k = k, .w = w};
	t.place.file = cells_name(w);
	for (t.year = k->years.from; t.year <= k->years.to; t.year++)
		check_year(&t);
}
