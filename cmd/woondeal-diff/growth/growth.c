#include "growth/growth.h"

/* Whose growth, and where it is. */
struct wie {
	const struct waarnemingen *w;
	const struct groeiers *groeiers;
};

static size_t
place_of(const struct wie *who, size_t j)
{
	return who->groeiers->first + who->groeiers->list[j];
}

/* Which cells of a year count: a run of n from `from`. */
struct keuze {
	int from;
	int n;
	int maanden; /* what they cover, 12 for the whole year */
};

static int
run(const struct waarnemingen *w, size_t i, int year, int from, int most)
{
	int n = 0;
	while (n < most &&
	       waarnemingen_cel(w, i, year, SALDO, from + n)->bekend)
		n++;
	return n;
}

/* limit: the months that may be counted. */
static struct keuze
choose(const struct waarnemingen *w, size_t i, int year, int limit)
{
	if (limit == 12 && run(w, i, year, PLEK_JAAR, 1) == 1)
		return (struct keuze){PLEK_JAAR, 1, 12};
	int months = run(w, i, year, PLEK_MAAND, limit);
	int quarters = run(w, i, year, PLEK_KWARTAAL, limit / 3);
	if (months >= quarters * 3)
		return (struct keuze){PLEK_MAAND, months, months};
	return (struct keuze){PLEK_KWARTAAL, quarters, quarters * 3};
}

static void
weaken(enum status *s, enum status other)
{
	if (other > *s)
		*s = other;
}

static void
add_cells(const struct waarnemingen *w, size_t i, int year, struct keuze c,
	  struct groei *g)
{
	for (int o = 0; o < ONDERWERPEN; o++) {
		for (int p = c.from; p < c.from + c.n; p++) {
			const struct cel *cel =
			    waarnemingen_cel(w, i, year, (enum onderwerp)o, p);
			g->deel[o] += cel->waarde;
			g->deel_bekend[o] = g->deel_bekend[o] && cel->bekend;
			if (o == SALDO)
				weaken(&g->status, cel->status);
		}
	}
}

static struct groei
nothing(void)
{
	struct groei g = {0};
	for (int o = 0; o < ONDERWERPEN; o++)
		g.deel_bekend[o] = true;
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
common_months(const struct wie *who, int year, int limit)
{
	int common = who->groeiers->n == 0 ? 0 : limit;
	for (size_t j = 0; j < who->groeiers->n; j++) {
		size_t i = place_of(who, j);
		int here = choose(who->w, i, year, limit).maanden;
		common = here < common ? here : common;
	}
	return common;
}

static struct groei
year_of(const struct wie *who, int year, int limit)
{
	struct groei g = nothing();
	int common = common_months(who, year, limit);
	if (common == 0)
		return g;
	for (size_t j = 0; j < who->groeiers->n; j++) {
		size_t i = place_of(who, j);
		struct keuze c = choose(who->w, i, year, common);
		if (c.maanden != common)
			return g;
		add_cells(who->w, i, year, c, &g);
	}
	g.bekend = true;
	g.heel = common == 12;
	g.tm = until(year, common);
	return g;
}

static void
append(struct groei *sum, const struct groei *g)
{
	for (int o = 0; o < ONDERWERPEN; o++) {
		sum->deel[o] += g->deel[o];
		sum->deel_bekend[o] = sum->deel_bekend[o] && g->deel_bekend[o];
	}
	weaken(&sum->status, g->status);
	sum->tm = g->tm;
	sum->heel = g->heel;
	sum->bekend = true;
}

/* Years one after the other; a hole makes the sum unknown. */
static struct groei
span_of(const struct kader *k, const struct wie *who, struct span span)
{
	struct groei sum = nothing();
	bool open = false; /* the last year counted was not whole */
	for (int year = span.van; year <= span.tot; year++) {
		int limit = kader_maanden(k, year);
		if (limit == 0) {
			sum.heel = false;
			break;
		}
		struct groei g = year_of(who, year, limit);
		if (open || !g.bekend) {
			sum.bekend = false;
			sum.heel = false;
			break;
		}
		append(&sum, &g);
		open = !g.heel;
	}
	return sum;
}

struct groeiers
groeiers_of(const struct kader *k, size_t i)
{
	const struct regio *r = regios_at(k->regios, i);
	return (struct groeiers){r->leden, r->leden_count,
				 regios_gemeente_index(k->regios, 0)};
}

struct groei
groei_sum(const struct kader *k, const struct waarnemingen *w,
	  const struct groeiers *groeiers, struct span span)
{
	struct wie who = {w, groeiers};
	return span_of(k, &who, span);
}

struct groei
groei_of(const struct kader *k, const struct waarnemingen *w, size_t i,
	 struct span span)
{
	struct groeiers who = groeiers_of(k, i);
	return groei_sum(k, w, &who, span);
}

struct groei
groei_self(const struct kader *k, const struct waarnemingen *w, size_t i,
	   struct span span)
{
	struct groeiers who = {&i, 1, 0};
	return groei_sum(k, w, &who, span);
}

bool
groei_ontbreekt(const struct kader *k, const struct waarnemingen *w, size_t m,
		struct span span)
{
	return groei_hapert(k, w, regios_gemeente_index(k->regios, m), span);
}

bool
groei_hapert(const struct kader *k, const struct waarnemingen *w, size_t i,
	     struct span span)
{
	for (int year = span.van; year <= span.tot; year++) {
		int limit = kader_maanden(k, year);
		if (choose(w, i, year, limit).maanden < limit)
			return true;
	}
	return false;
}

bool
groei_peiljaar(const struct kader *k, const struct waarnemingen *w,
	       const struct groeiers *who, int64_t *out)
{
	int year = kader_planjaar(k);
	struct span span = {year, year};
	*out = 0;
	if (kader_maanden(k, year) == 0)
		return true;
	if (!span_within(span, k->jaren) || who->n == 0)
		return false;
	for (size_t j = 0; j < who->n; j++)
		if (groei_hapert(k, w, who->first + who->list[j], span))
			return false;
	*out = groei_sum(k, w, who, span).deel[SALDO];
	return true;
}

static struct period
period_of(int year, int plek)
{
	struct period p = {.grain = GRAIN_YEAR, .year = year};
	if (plek >= PLEK_KWARTAAL) {
		p.grain = GRAIN_QUARTER;
		p.number = plek - PLEK_KWARTAAL + 1;
	} else if (plek >= PLEK_MAAND) {
		p.grain = GRAIN_MONTH;
		p.number = plek - PLEK_MAAND + 1;
	}
	return p;
}

/* Where the cells of a year go. */
struct bezoek {
	enum onderwerp o;
	void (*take)(void *ctx, const struct groeicel *c);
	void *ctx;
};

static void
visit_year(const struct wie *who, int year, int limit,
	   const struct bezoek *visit)
{
	int common = common_months(who, year, limit);
	for (size_t j = 0; j < who->groeiers->n; j++) {
		size_t i = place_of(who, j);
		struct keuze c = choose(who->w, i, year, common);
		for (int p = c.from; p < c.from + c.n; p++) {
			struct groeicel cel = {
			    i, period_of(year, p),
			    waarnemingen_cel(who->w, i, year, visit->o, p)};
			visit->take(visit->ctx, &cel);
		}
	}
}

void
groei_each(const struct kader *k, const struct waarnemingen *w, size_t i,
	   struct span span, enum onderwerp o,
	   void (*take)(void *ctx, const struct groeicel *c), void *ctx)
{
	struct groeiers list = groeiers_of(k, i);
	struct wie who = {w, &list};
	struct bezoek visit = {o, take, ctx};
	for (int year = span.van; year <= span.tot; year++) {
		int limit = kader_maanden(k, year);
		struct groei g = year_of(&who, year, limit);
		if (!g.bekend)
			return;
		visit_year(&who, year, limit, &visit);
	}
}
