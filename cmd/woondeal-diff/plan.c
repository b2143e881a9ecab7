#include "plan.h"

#include <stdio.h>
#include <stdlib.h>

#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "map.h"
#include "mem.h"
#include "melding.h"
#include "period.h"

enum kolom {
	GEMEENTE,
	HARDHEID,
	VAN,
	TOT,
	SOORT,
	DIMENSIE,
	AANTAL,
	PEILDATUM,
	LEVERING,
	TELLING, /* may be absent: rest */
	KOLOMMEN
};

static const char *const kolommen[KOLOMMEN] = {
    "gemeente", "hardheid", "jaar_van",	 "jaar_tot", "soort",
    "dimensie", "aantal",   "peildatum", "levering", "telling"};

/* How far apart a delivery and the reference date may lie. */
#define DAYS_APART 31

struct plannen {
	struct kader *kader;
	struct capaciteit *capaciteit;
	struct map *dates; /* gemeente|levering|peildatum already judged */
	bool *delivered;
	bool *refused;
	size_t files, read, counted;
};

/* One record and where it stands. */
struct lezer {
	struct plannen *p;
	const struct csvin *r;
	long kolom[KOLOMMEN];
};

struct plannen *
plannen_new(struct kader *k, struct capaciteit *c)
{
	struct plannen *p = mem_new(struct plannen);
	size_t n = regios_gemeenten(k->regios) + 1;
	p->kader = k;
	p->capaciteit = c;
	p->dates = map_new();
	p->delivered = mem_array(n, sizeof *p->delivered);
	p->refused = mem_array(n, sizeof *p->refused);
	return p;
}

void
plannen_free(struct plannen *p)
{
	if (p == NULL)
		return;
	map_free(p->dates);
	free(p->delivered);
	free(p->refused);
	free(p);
}

static struct text
field(const struct lezer *l, enum kolom k)
{
	if (l->kolom[k] < 0)
		return text_of("");
	return csvin_field(l->r, (size_t)l->kolom[k]);
}

static void
report(const struct lezer *l, enum regel regel, enum kolom k,
       const struct text *args, size_t count)
{
	struct finding_place place = {.file = csvin_name(l->r),
				      .record = csvin_record(l->r),
				      .row = csvin_row(l->r),
				      .column = (size_t)l->kolom[k] + 1,
				      .name = text_of(kolommen[k]),
				      .value = field(l, k)};
	melding_add(l->p->kader->findings, regel, &place, args, count);
}

static bool
unknown_word(const struct lezer *l, enum kolom k, const char *expected)
{
	report(l, REGEL_WOORD, k, TEXTS(text_of(expected)));
	return false;
}

/* An end that is not given is far away: "na 2030" is 2031 and nothing. */
static bool
parse_span(const struct lezer *l, struct span *out)
{
	struct text van = field(l, VAN);
	struct text tot = field(l, TOT);
	*out = (struct span){SPAN_OPEN_VAN, SPAN_OPEN_TOT};
	if ((van.n == 0 || span_year(van, &out->van)) &&
	    (tot.n == 0 || span_year(tot, &out->tot)) && out->van <= out->tot)
		return true;
	report(l, REGEL_JAAR, VAN, TEXTS(van, tot));
	return false;
}

/* What the record is about: false when it is not counted (a partition of the
 * same dwellings, realised ones) or not understood; *bad tells which. */
static bool
parse_kind(const struct lezer *l, struct planaantal *a, bool *bad)
{
	static const char *const words[] = {"hard", "zacht", "onbekend"};
	struct text hardheid = field(l, HARDHEID);
	struct text telling = field(l, TELLING);
	*bad = true;
	a->geheel = text_is(telling, "jaar");
	if (!a->geheel && telling.n > 0 && !text_is(telling, "rest"))
		return unknown_word(l, TELLING, "rest, jaar");
	for (int h = 0; h < HARDHEDEN; h++) {
		if (!text_is(hardheid, words[h]))
			continue;
		a->hardheid = (enum hardheid)h;
		*bad = false;
		return true;
	}
	if (!text_is(hardheid, "telt_niet"))
		return unknown_word(l, HARDHEID,
				    "hard, zacht, onbekend, telt_niet");
	*bad = false;
	return false;
}

static bool
parse_sign(const struct lezer *l, int *sign, bool *bad)
{
	struct text soort = field(l, SOORT);
	*sign = text_is(soort, "sloop") ? -1 : 1;
	*bad = !(*sign == -1 || text_is(soort, "bouw") ||
		 text_is(soort, "gerealiseerd"));
	if (*bad)
		return unknown_word(l, SOORT, "bouw, sloop, gerealiseerd");
	return !text_is(soort, "gerealiseerd");
}

static bool
parse_amount(const struct lezer *l, struct planaantal *a, int sign)
{
	struct text t = field(l, AANTAL);
	if (!aantal_parse(&l->p->kader->guard, t, &a->aantal)) {
		report(l, REGEL_AANTAL, AANTAL, NULL, 0);
		return false;
	}
	a->aantal *= sign;
	return true;
}

/* Once per municipality and delivery: its date beside the reference date. */
static void
judge_date(const struct lezer *l)
{
	char key[256], day[PERIOD_TEXT];
	struct text date = field(l, PEILDATUM);
	int32_t days;
	int n = snprintf(key, sizeof key, "%.*s|%.*s|%.*s",
			 (int)field(l, GEMEENTE).n, field(l, GEMEENTE).s,
			 (int)field(l, LEVERING).n, field(l, LEVERING).s,
			 (int)date.n, date.s);
	if (n < 0)
		return;
	void **slot = map_slot(l->p->dates, text_of(key));
	if (*slot != NULL)
		return;
	*slot = l->p;
	int32_t d = l->p->kader->peildatum;
	if (date_parse(date, &days) && days - d <= DAYS_APART &&
	    d - days <= DAYS_APART)
		return;
	report(l, REGEL_LEVERDATUM, PEILDATUM,
	       TEXTS(field(l, LEVERING), field(l, GEMEENTE), date,
		     date_format(d, day)));
}

/* Where the amount goes: the years, or a finding that says why not. */
static void
place_amount(const struct lezer *l, const struct planaantal *a)
{
	const struct kader *k = l->p->kader;
	char years[SPAN_TEXT], number[NUM_TEXT];
	struct span window = {kader_planjaar(k), k->jaren.tot};
	enum regel regel = REGEL_EMMER;
	if (window.van < k->jaren.van)
		window.van = k->jaren.van;
	if (a->aantal == 0 || a->span.van > k->jaren.tot)
		return;
	bool within = span_within(a->span, window);
	if (within)
		capaciteit_add(l->p->capaciteit, a);
	if (within && a->span.van == a->span.tot)
		return;
	if (!within)
		regel = a->span.tot < kader_planjaar(k) ? REGEL_VERLEDEN
							: REGEL_ONDEELBAAR;
	if (!within && a->span.tot < k->jaren.van && regel != REGEL_VERLEDEN)
		return;
	struct text when = span_format(a->span, years);
	if (a->span.van == SPAN_OPEN_VAN && a->span.tot == SPAN_OPEN_TOT)
		when = text_of("?");
	report(
	    l, regel, AANTAL,
	    TEXTS(aantal_format(a->aantal, number), field(l, GEMEENTE), when));
}

static void
take(const struct lezer *l)
{
	struct planaantal a = {0};
	int sign;
	bool bad, worse = false;
	long m = regios_gemeente(l->p->kader->regios, field(l, GEMEENTE));
	l->p->read++;
	if (m < 0) {
		report(l, REGEL_GEMEENTE, GEMEENTE, NULL, 0);
		return;
	}
	a.gemeente = (size_t)m;
	l->p->delivered[m] = true;
	if (!text_is(field(l, DIMENSIE), "totaal"))
		return;
	judge_date(l);
	if (!parse_sign(l, &sign, &bad) || !parse_kind(l, &a, &worse)) {
		l->p->refused[m] = l->p->refused[m] || bad || worse;
		return;
	}
	if (!parse_amount(l, &a, sign) || !parse_span(l, &a.span)) {
		l->p->refused[m] = true;
		return;
	}
	l->p->counted++;
	place_amount(l, &a);
}

static int
find_columns(struct lezer *l, struct csvin *r)
{
	if (csvin_header(r) != 0)
		return -1;
	for (int i = 0; i < TELLING; i++) {
		l->kolom[i] = csvin_need(r, kolommen[i]);
		if (l->kolom[i] < 0)
			return -1;
	}
	l->kolom[TELLING] = csvin_find(r, kolommen[TELLING]);
	return 0;
}

static int
read_all(struct plannen *p, struct csvin *r)
{
	struct lezer l = {.p = p, .r = r};
	int rc;
	if (find_columns(&l, r) != 0)
		return -1;
	while ((rc = csvin_next_row(r)) == 1)
		take(&l);
	return rc;
}

int
plannen_read(struct plannen *p, const char *path)
{
	struct input *in = input_open(path);
	if (in == NULL)
		return -1;
	struct csvin *r = csvin_new(in, ',');
	int rc = read_all(p, r);
	csvin_free(r);
	p->files++;
	if (input_close(in) != 0)
		rc = -1;
	return rc;
}

void
plannen_check(const struct plannen *p)
{
	const struct regios *r = p->kader->regios;
	if (p->files == 0)
		return;
	diag_note("%zu plan records = %zu counted + %zu other or refused",
		  p->read, p->counted, p->read - p->counted);
	for (size_t m = 0; m < regios_gemeenten(r); m++) {
		const struct regio *g = regios_gemeente_at(r, m);
		if (!p->delivered[m])
			melding_add(p->kader->findings, REGEL_GEEN_PLANNEN,
				    NULL, TEXTS(g->code, g->naam));
	}
}

bool
plannen_any(const struct plannen *p)
{
	return p->files > 0;
}

bool
plannen_delivered(const struct plannen *p, size_t m)
{
	return p->delivered[m];
}

bool
plannen_whole(const struct plannen *p, size_t m)
{
	return p->delivered[m] && !p->refused[m];
}
