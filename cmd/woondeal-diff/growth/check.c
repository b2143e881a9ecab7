#include "growth/growth.h"

#include "ground/rule.h"

/* One region's year, and the words for it. */
struct toets {
	const struct kader *k;
	const struct waarnemingen *w;
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

static const struct cel *
cell(const struct toets *t, enum onderwerp o, int plek)
{
	return waarnemingen_cel(t->w, t->index, t->year, o, plek);
}

static int
months_before_gap(const struct toets *t, int limit)
{
	struct span span = {t->year, t->year};
	struct groei g = groei_self(t->k, t->w, t->index, span);
	if (!g.bekend)
		return 0;
	return g.tm.grain == GRAIN_YEAR ? limit : g.tm.number;
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
check_missing(const struct toets *t)
{
	int limit = kader_maanden(t->k, t->year);
	int months = months_before_gap(t, limit);
	if (months >= limit)
		return;
	char year[SPAN_TEXT], have[PERIOD_TEXT], want[PERIOD_TEXT];
	struct text there = text_of("-");
	if (months > 0)
		there = month_text(t->year, months, have);
	melding_add(t->k->findings, REGEL_ONTBREEKT, &t->place,
		    TEXTS(t->regio->code, t->regio->naam,
			  year_text(t->year, year), there,
			  month_text(t->year, limit, want)));
}

/* Saldo = nieuwbouw + overige toevoeging - sloop - overige onttrekking +
 * correctie: held in all 3,488 filled rows of 81955NED. */
static void
check_parts(const struct toets *t, int plek)
{
	static const int sign[ONDERWERPEN] = {0, 1, 1, -1, -1, 1};
	int64_t sum = 0;
	if (!cell(t, SALDO, plek)->bekend)
		return;
	for (int o = NIEUWBOUW; o < ONDERWERPEN; o++) {
		const struct cel *c = cell(t, (enum onderwerp)o, plek);
		if (!c->bekend)
			return;
		sum += sign[o] * c->waarde;
	}
	int64_t saldo = cell(t, SALDO, plek)->waarde;
	if (sum == saldo)
		return;
	char year[SPAN_TEXT], a[NUM_TEXT], b[NUM_TEXT];
	struct finding_place p = t->place;
	p.row = cell(t, SALDO, plek)->rij;
	melding_add(t->k->findings, REGEL_SALDO, &p,
		    TEXTS(t->regio->code, year_text(t->year, year),
			  aantal_format(saldo, a), aantal_format(sum, b)));
}

/* The year beside its months or quarters, where both are complete. */
static void
check_grain(const struct toets *t, int from, int n)
{
	int64_t sum = 0;
	const struct cel *whole = cell(t, SALDO, PLEK_JAAR);
	for (int p = from; p < from + n; p++) {
		if (!cell(t, SALDO, p)->bekend)
			return;
		sum += cell(t, SALDO, p)->waarde;
	}
	if (!whole->bekend || whole->waarde == sum)
		return;
	char year[SPAN_TEXT], a[NUM_TEXT], b[NUM_TEXT], c[NUM_TEXT];
	struct finding_place p = t->place;
	p.row = whole->rij;
	melding_add(t->k->findings, REGEL_MAANDEN, &p,
		    TEXTS(t->regio->code, year_text(t->year, year),
			  aantal_format(whole->waarde, a),
			  aantal_format(n * (int64_t)AANTAL_ONE, c),
			  aantal_format(sum, b)));
}

/* A province's own row beside the sum of its municipalities, as far as both
 * go equally far. */
static void
check_province(const struct toets *t)
{
	struct span span = {t->year, t->year};
	struct groei sum = groei_of(t->k, t->w, t->index, span);
	struct groei own = groei_self(t->k, t->w, t->index, span);
	if (!own.bekend || !sum.bekend || own.deel[SALDO] == sum.deel[SALDO] ||
	    period_compare(own.tm, sum.tm) != 0)
		return;
	char year[SPAN_TEXT], a[NUM_TEXT], b[NUM_TEXT];
	melding_add(t->k->findings, REGEL_PROVINCIE, &t->place,
		    TEXTS(t->regio->code, year_text(t->year, year),
			  aantal_format(own.deel[SALDO], a),
			  aantal_format(sum.deel[SALDO], b)));
}

static void
check_gemeente(const struct toets *t)
{
	check_missing(t);
	for (int p = 0; p < PLEKKEN; p++)
		check_parts(t, p);
	check_grain(t, PLEK_MAAND, 12);
	check_grain(t, PLEK_KWARTAAL, 4);
}

/* Once a year, not once a region. */
static void
check_running(const struct toets *t)
{
	int limit = kader_maanden(t->k, t->year);
	char year[SPAN_TEXT], last[PERIOD_TEXT];
	if (limit == 0 || limit == 12)
		return;
	melding_add(
	    t->k->findings, REGEL_LOPEND, &t->place,
	    TEXTS(year_text(t->year, year), month_text(t->year, limit, last)));
}

/* The regions of areas, but for those that are looked at as a municipality. */
static void
check_areas(struct toets *t)
{
	const struct gebieden *list = t->k->gebieden;
	for (size_t i = 0; list != NULL && i < gebieden_count(list); i++) {
		const struct gebied *g = gebieden_at(list, i);
		struct regio regio = {.code = g->waarde, .naam = g->naam};
		t->index = kader_gebiedsregio(t->k, i);
		if (g->veld != GEBIED_REGIO ||
		    t->index < regios_count(t->k->regios))
			continue;
		t->regio = &regio;
		check_gemeente(t);
	}
	t->regio = NULL;
}

static void
check_year(struct toets *t)
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
groei_check(const struct kader *k, const struct waarnemingen *w)
{
	struct toets t = {.k = k, .w = w};
	t.place.file = waarnemingen_name(w);
	for (t.year = k->jaren.van; t.year <= k->jaren.tot; t.year++)
		check_year(&t);
}
