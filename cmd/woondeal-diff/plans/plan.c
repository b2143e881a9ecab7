#include "plans/plan.h"

#include <stdlib.h>

#include "plans/deduct.h"
#include "stand/band.h"
#include "stand/bos.h"
#include "csvin.h"
#include "diag.h"
#include "plans/duplicate.h"
#include "stand/area.h"
#include "input.h"
#include "plans/delivery.h"
#include "mem.h"
#include "ground/rule.h"
#include "plans/row.h"
#include "plans/key.h"
#include "write/explain.h"

/* What an amount counts for. Growth of its municipality comes off it for
 * regions, that of its area for areas. */
enum voor { ALLES, REGIOS, STREKEN };

struct plannen {
	struct kader *kader;
	const struct scenarios *scenarios;
	struct segment *segment;
	struct bos *bos;
	struct uitleg *uitleg;
	struct aftrek *aftrek;	     /* by municipality */
	struct aftrek *streekaftrek; /* by area; NULL: not asked for */
	struct sleutels *sleutels;
	struct dubbel *dubbel;
	struct leveringen *leveringen;
	struct capaciteit **capaciteit; /* as it is, then per scenario */
	struct streken **streken;	/* likewise; NULL: not asked for */
	struct band **band;		/* likewise; NULL: not asked for */
	int64_t *lost;			/* per scenario: beyond its years */
	size_t capaciteiten;
	enum voor voor;
	bool uses[KENMERKEN]; /* columns that are asked for */
	size_t files, read, counted;
};

/* The areas as they are, or with the targets of scenario i - 1. */
static struct streken *
areas_of(struct kader *k, const struct scenarios *scenarios, size_t i)
{
	struct streken *g = streken_new(k);
	size_t n = 0;
	const struct gebiedsdoel *list =
	    i == 0 ? NULL : scenarios_gebieden(scenarios, i - 1, &n);
	for (size_t j = 0; j < n; j++)
		streken_target(g, list[j].gebied, list[j].doel);
	return g;
}

struct plannen *
plannen_new(struct kader *k, const struct planwensen *w)
{
	struct plannen *p = mem_new(struct plannen);
	size_t n = regios_gemeenten(k->regios);
	p->kader = k;
	p->scenarios = w->scenarios;
	p->segment = w->segment;
	p->bos = w->bos;
	p->uitleg = w->uitleg;
	p->aftrek = aftrek_new(k);
	p->streekaftrek = w->gebieden ? aftrek_new(k) : NULL;
	p->sleutels = sleutels_new();
	p->dubbel = dubbel_new(k);
	p->leveringen = leveringen_new(k, w->band);
	p->capaciteiten = scenarios_count(w->scenarios) + 1;
	p->lost = mem_array(p->capaciteiten, sizeof *p->lost);
	p->capaciteit = mem_array(p->capaciteiten, sizeof *p->capaciteit);
	p->streken = mem_array(p->capaciteiten, sizeof *p->streken);
	p->band = mem_array(p->capaciteiten, sizeof *p->band);
	for (size_t i = 0; i < p->capaciteiten; i++) {
		p->capaciteit[i] = capaciteit_new(k, n);
		p->band[i] = w->band ? band_new(k) : NULL;
		p->streken[i] =
		    w->gebieden ? areas_of(k, w->scenarios, i) : NULL;
	}
	for (int j = 0; j < KENMERKEN; j++)
		p->uses[j] =
		    scenarios_use(w->scenarios, (enum kenmerk)j) ||
		    (w->gebieden && j == KENMERK_GEBIED) ||
		    (w->uitleg != NULL && uitleg_uses((enum kenmerk)j));
	return p;
}

void
plannen_free(struct plannen *p)
{
	if (p == NULL)
		return;
	for (size_t i = 0; i < p->capaciteiten; i++) {
		capaciteit_free(p->capaciteit[i]);
		band_free(p->band[i]);
		streken_free(p->streken[i]);
	}
	free(p->streken);
	free(p->band);
	free(p->capaciteit);
	free(p->lost);
	aftrek_free(p->aftrek);
	aftrek_free(p->streekaftrek);
	sleutels_free(p->sleutels);
	dubbel_free(p->dubbel);
	leveringen_free(p->leveringen);
	free(p);
}

/* Adds the amount to capacity i, 0 or that of a scenario, and its band. What
 * is indivisible as it is stays so in a scenario. */
static void
add(struct plannen *p, size_t i, const struct planaantal *a, enum lot basis)
{
	enum lot lot = LOT_ONDEELBAAR;
	if (p->voor != REGIOS && p->streken[i] != NULL &&
	    basis != LOT_ONDEELBAAR)
		streken_add(p->streken[i], a);
	if (p->voor == STREKEN)
		return;
	if (basis != LOT_ONDEELBAAR)
		lot = capaciteit_add(p->capaciteit[i], a->gemeente, a);
	if (p->band[i] != NULL)
		band_add(p->band[i], a, lot);
	if (basis != LOT_ONDEELBAAR && lot != LOT_JAAR && lot != LOT_EMMER)
		p->lost[i] += a->aantal;
}

/* As it is, and as it is in each scenario. */
static int
emit(struct plannen *p, const struct planaantal *a)
{
	enum lot basis = capaciteit_lot(p->kader, a);
	add(p, 0, a, basis);
	if (p->uitleg != NULL && p->voor != STREKEN)
		uitleg_plan(p->uitleg, a, basis);
	for (size_t i = 1; i < p->capaciteiten; i++) {
		struct planaantal b = *a;
		if (!scenarios_apply(p->scenarios, i - 1, &b) ||
		    !aantal_take(&p->kader->guard, b.aantal) ||
		    !aantal_take(&p->kader->guard, b.laag) ||
		    !aantal_take(&p->kader->guard, b.hoog))
			return diag_fail("scenario %s: the dwellings are too "
					 "many to be held exactly",
					 scenarios_name(p->scenarios, i - 1).s);
		add(p, i, &b, basis);
	}
	return 0;
}

/* A finding for what does not stand in a year of its own. */
static void
report_lot(const struct planrij *l, const struct planaantal *a, enum lot lot)
{
	static const enum regel regels[] = {[LOT_EMMER] = REGEL_EMMER,
					    [LOT_VERLEDEN] = REGEL_VERLEDEN,
					    [LOT_ONDEELBAAR] =
						REGEL_ONDEELBAAR};
	char years[SPAN_TEXT], number[NUM_TEXT];
	struct text when = span_format(a->span, years);
	if (lot == LOT_JAAR || lot == LOT_BUITEN)
		return;
	if (a->span.van == SPAN_OPEN_VAN && a->span.tot == SPAN_OPEN_TOT)
		when = text_of("?");
	planrij_report(l, regels[lot], PLAN_AANTAL,
		       TEXTS(aantal_format(a->aantal, number),
			     planrij_field(l, PLAN_GEMEENTE), when));
}

static int
place(struct plannen *p, const struct planrij *l, struct planaantal *a)
{
	enum lot lot = capaciteit_lot(p->kader, a);
	if (a->aantal == 0 && a->laag == a->hoog)
		return 0;
	report_lot(l, a, lot);
	if (lot == LOT_BUITEN || lot == LOT_VERLEDEN)
		return 0;
	leveringen_estimate(p->leveringen, a, lot);
	if (!aftrek_wants(p->aftrek, a))
		return emit(p, a);
	struct text area = a->kenmerk[KENMERK_GEBIED];
	aftrek_hold(p->aftrek, a, a->gemeente);
	if (p->streekaftrek != NULL && area.n > 0)
		aftrek_hold(p->streekaftrek, a,
			    streken_number(p->streken[0], area));
	return 0;
}

static void
see_double(struct plannen *p, const struct planrij *l,
	   const struct planaantal *a, size_t levering)
{
	struct text naam = sleutels_name(p->sleutels, l->r);
	if (a->aantal != 0 && naam.n > 0)
		dubbel_see(p->dubbel, l, a, levering, naam);
}

static int
take(struct plannen *p, const struct planrij *l)
{
	struct planaantal a = {0};
	long m =
	    regios_gemeente(p->kader->regios, planrij_field(l, PLAN_GEMEENTE));
	p->read++;
	if (m < 0) {
		planrij_report(l, REGEL_GEMEENTE, PLAN_GEMEENTE, NULL, 0);
		return 0;
	}
	leveringen_seen(p->leveringen, (size_t)m);
	a.plan =
	    sleutels_number(p->sleutels, l->r, planrij_field(l, PLAN_GEMEENTE));
	if (p->bos != NULL)
		bos_see(p->bos, l, a.plan, (size_t)m);
	struct text dimensie = planrij_field(l, PLAN_DIMENSIE);
	bool totaal = text_is(dimensie, "totaal");
	bool asked = p->segment != NULL && segment_wants(p->segment, dimensie);
	if (!totaal && !asked)
		return 0;
	size_t levering = leveringen_number(p->leveringen, l);
	enum planoordeel oordeel = planrij_parse(l, &a);
	a.gemeente = (size_t)m;
	leveringen_judge(p->leveringen, (size_t)m, oordeel, totaal);
	if (oordeel != PLAN_TELT)
		return 0;
	p->counted++;
	if (totaal)
		see_double(p, l, &a, levering);
	if (asked)
		segment_add(p->segment, l->r, &a);
	if (p->bos != NULL && totaal)
		bos_count(p->bos, &a, capaciteit_lot(p->kader, &a));
	return totaal ? place(p, l, &a) : 0;
}

static int
read_all(struct plannen *p, struct csvin *r, const char *path)
{
	struct planrij l = {.kader = p->kader, .bestand = path};
	int rc;
	if (planrij_header(&l, r, p->uses) != 0 ||
	    (p->segment != NULL && segment_header(p->segment, r) != 0))
		return -1;
	sleutels_header(p->sleutels, r);
	if (p->bos != NULL)
		bos_header(p->bos, r);
	while ((rc = csvin_next_row(r)) == 1)
		if (take(p, &l) != 0)
			return -1;
	return rc;
}

int
plannen_read(struct plannen *p, const char *path)
{
	struct input *in = input_open(path);
	if (in == NULL)
		return -1;
	struct csvin *r = csvin_new(in, ',');
	int rc = read_all(p, r, path);
	csvin_free(r);
	p->files++;
	if (input_close(in) != 0)
		rc = -1;
	return rc;
}

static void
check(const struct plannen *p)
{
	leveringen_check(p->leveringen);
	dubbel_check(p->dubbel);
	for (size_t i = 1; i < p->capaciteiten; i++) {
		char number[NUM_TEXT], years[SPAN_TEXT];
		if (p->lost[i] != 0)
			melding_add(p->kader->findings, REGEL_SCENARIO, NULL,
				    TEXTS(scenarios_name(p->scenarios, i - 1),
					  aantal_format(p->lost[i], number),
					  span_format(p->kader->jaren, years)));
	}
}

/* Of areas the findings tell, when these are what is asked for. */
static void
settle_regions(struct plannen *p, const struct waarnemingen *w)
{
	const struct kader *k = p->kader;
	for (size_t m = 0; m < regios_gemeenten(k->regios); m++) {
		size_t i = regios_gemeente_index(k->regios, m);
		struct eigenaar e = {m, regios_at(k->regios, i)->code,
				     groeiers_of(k, i)};
		aftrek_settle(p->aftrek, w, &e, p->streekaftrek != NULL);
	}
}

static void
settle_areas(struct plannen *p, const struct waarnemingen *w)
{
	if (p->streekaftrek == NULL)
		return;
	for (size_t i = 0; i < streken_count(p->streken[0]); i++) {
		struct eigenaar e = {i, streken_name(p->streken[0], i),
				     streken_groeiers(p->streken[0], i)};
		aftrek_settle(p->streekaftrek, w, &e, false);
	}
}

static int
emit_held(struct plannen *p, const struct aftrek *t, enum voor voor)
{
	p->voor = voor;
	for (size_t i = 0; t != NULL && i < aftrek_count(t); i++)
		if (emit(p, aftrek_at(t, i)) != 0)
			return -1;
	return 0;
}

int
plannen_settle(struct plannen *p, const struct waarnemingen *w)
{
	if (p->files == 0)
		return 0;
	diag_note("%zu plan records = %zu counted + %zu other or refused",
		  p->read, p->counted, p->read - p->counted);
	settle_regions(p, w);
	settle_areas(p, w);
	if (emit_held(p, p->aftrek, REGIOS) != 0 ||
	    emit_held(p, p->streekaftrek, STREKEN) != 0)
		return -1;
	check(p);
	for (size_t i = 1; i < p->capaciteiten; i++)
		if (p->streken[i] != NULL)
			streken_check(p->streken[i]);
	return 0;
}

const struct capaciteit *
plannen_capaciteit(const struct plannen *p, size_t i)
{
	return p->capaciteit[i];
}

struct band *
plannen_band(const struct plannen *p, size_t i)
{
	return p->band[i];
}

const struct streken *
plannen_streken(const struct plannen *p, size_t i)
{
	return p->streken[i];
}

bool
plannen_any(const struct plannen *p)
{
	return p->files > 0;
}

bool
plannen_delivered(const struct plannen *p, size_t m)
{
	return leveringen_delivered(p->leveringen, m);
}

bool
plannen_whole(const struct plannen *p, size_t m)
{
	return leveringen_whole(p->leveringen, m);
}
