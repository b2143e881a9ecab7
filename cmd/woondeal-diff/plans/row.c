#include "plans/row.h"

#include "plans/scenario.h"

static const char *const kolommen[PLANKOLOMMEN] = {
    "gemeente", "hardheid",    "jaar_van",   "jaar_tot", "soort",
    "dimensie", "aantal",      "peildatum",  "levering", "telling",
    "herkomst", "aantal_laag", "aantal_hoog"};

int
planrij_header(struct planrij *l, struct csvin *r, const bool uses[KENMERKEN])
{
	l->r = r;
	if (csvin_header(r) != 0)
		return -1;
	for (int i = 0; i < PLAN_TELLING; i++) {
		l->kolom[i] = csvin_need(r, kolommen[i]);
		if (l->kolom[i] < 0)
			return -1;
	}
	for (int i = PLAN_TELLING; i < PLANKOLOMMEN; i++)
		l->kolom[i] = csvin_find(r, kolommen[i]);
	for (int k = 0; k < KENMERKEN; k++) {
		l->kenmerk[k] = -1;
		if (!uses[k])
			continue;
		l->kenmerk[k] = csvin_need(r, kenmerk_name((enum kenmerk)k));
		if (l->kenmerk[k] < 0)
			return -1;
	}
	return 0;
}

struct text
planrij_field(const struct planrij *l, enum plankolom k)
{
	if (l->kolom[k] < 0)
		return text_of("");
	return csvin_field(l->r, (size_t)l->kolom[k]);
}

void
planrij_report(const struct planrij *l, enum regel regel, enum plankolom k,
	       const struct text *args, size_t count)
{
	struct finding_place place = {.file = csvin_name(l->r),
				      .record = csvin_record(l->r),
				      .row = csvin_row(l->r),
				      .column = (size_t)l->kolom[k] + 1,
				      .name = text_of(kolommen[k]),
				      .value = planrij_field(l, k)};
	melding_add(l->kader->findings, regel, &place, args, count);
}

static bool
unknown_word(const struct planrij *l, enum plankolom k, const char *expected)
{
	planrij_report(l, REGEL_WOORD, k, TEXTS(text_of(expected)));
	return false;
}

/* An end that is not given is far away: "na 2030" is 2031 and nothing. */
static bool
parse_span(const struct planrij *l, struct span *out)
{
	struct text van = planrij_field(l, PLAN_VAN);
	struct text tot = planrij_field(l, PLAN_TOT);
	*out = (struct span){SPAN_OPEN_VAN, SPAN_OPEN_TOT};
	if ((van.n == 0 || span_year(van, &out->van)) &&
	    (tot.n == 0 || span_year(tot, &out->tot)) && out->van <= out->tot)
		return true;
	planrij_report(l, REGEL_JAAR, PLAN_VAN, TEXTS(van, tot));
	return false;
}

/* What the record is about: false when it is not counted (a partition of the
 * same dwellings, realised ones) or not understood; *bad tells which. */
static bool
parse_kind(const struct planrij *l, struct planaantal *a, bool *bad)
{
	static const char *const words[] = {"hard", "zacht", "onbekend"};
	struct text hardheid = planrij_field(l, PLAN_HARDHEID);
	struct text telling = planrij_field(l, PLAN_TELLING);
	*bad = true;
	a->geheel = text_is(telling, "jaar");
	if (!a->geheel && telling.n > 0 && !text_is(telling, "rest"))
		return unknown_word(l, PLAN_TELLING, "rest, jaar");
	for (int h = 0; h < HARDHEDEN; h++) {
		if (!text_is(hardheid, words[h]))
			continue;
		a->hardheid = (enum hardheid)h;
		*bad = false;
		return true;
	}
	if (!text_is(hardheid, "telt_niet"))
		return unknown_word(l, PLAN_HARDHEID,
				    "hard, zacht, onbekend, telt_niet");
	*bad = false;
	return false;
}

static bool
parse_sign(const struct planrij *l, int *sign, bool *bad)
{
	struct text soort = planrij_field(l, PLAN_SOORT);
	*sign = text_is(soort, "sloop") ? -1 : 1;
	*bad = !(*sign == -1 || text_is(soort, "bouw") ||
		 text_is(soort, "gerealiseerd"));
	if (*bad)
		return unknown_word(l, PLAN_SOORT, "bouw, sloop, gerealiseerd");
	return !text_is(soort, "gerealiseerd");
}

/* What "ca." or a range allows: both ends around the amount, or neither where
 * the number is exact. Of sloop the most is the least net. */
static bool
parse_range(const struct planrij *l, struct planaantal *a, int sign)
{
	struct text laag = planrij_field(l, PLAN_LAAG);
	struct text hoog = planrij_field(l, PLAN_HOOG);
	struct text herkomst = planrij_field(l, PLAN_HERKOMST);
	bool circa = text_is(herkomst, "circa");
	int64_t low = a->aantal, high = a->aantal;
	bool none = laag.n == 0 && hoog.n == 0;
	if (none ? circa || text_is(herkomst, "bereik")
		 : !aantal_parse(&l->kader->guard, laag, &low) ||
		       !aantal_parse(&l->kader->guard, hoog, &high) ||
		       low > a->aantal || high < a->aantal) {
		planrij_report(
		    l, REGEL_BEREIK, none ? PLAN_HERKOMST : PLAN_LAAG,
		    TEXTS(laag, hoog, planrij_field(l, PLAN_AANTAL)));
		return false;
	}
	a->laag = sign < 0 ? -high : low;
	a->hoog = sign < 0 ? -low : high;
	a->schatting = none ? EXACT : circa ? CIRCA : BEREIK;
	a->oorzaak = a->schatting;
	return true;
}

static bool
parse_amount(const struct planrij *l, struct planaantal *a, int sign)
{
	struct text t = planrij_field(l, PLAN_AANTAL);
	if (!aantal_parse(&l->kader->guard, t, &a->aantal)) {
		planrij_report(l, REGEL_AANTAL, PLAN_AANTAL, NULL, 0);
		return false;
	}
	if (!parse_range(l, a, sign))
		return false;
	a->aantal *= sign;
	return true;
}

enum planoordeel
planrij_parse(const struct planrij *l, struct planaantal *a)
{
	int sign;
	bool bad;
	if (!parse_sign(l, &sign, &bad) || !parse_kind(l, a, &bad))
		return bad ? PLAN_FOUT : PLAN_TELT_NIET;
	if (planrij_field(l, PLAN_AANTAL).n == 0)
		return text_is(planrij_field(l, PLAN_HERKOMST), "nvt")
			   ? PLAN_TELT_NIET
			   : PLAN_LEEG;
	if (!parse_amount(l, a, sign) || !parse_span(l, &a->span))
		return PLAN_FOUT;
	a->rij = csvin_row(l->r);
	a->bestand = l->bestand;
	for (int k = 0; k < KENMERKEN; k++)
		if (l->kenmerk[k] >= 0)
			a->kenmerk[k] =
			    csvin_field(l->r, (size_t)l->kenmerk[k]);
	return PLAN_TELT;
}
