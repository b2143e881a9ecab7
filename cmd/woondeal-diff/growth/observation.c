#include "growth/observation.h"

#include <stdlib.h>

#include "diag.h"
#include "map.h"
#include "mem.h"
#include "ground/rule.h"
#include "period.h"

static const char *const namen[ONDERWERPEN] = {
    "saldo_voorraad", "nieuwbouw",	     "overige_toevoeging",
    "sloop",	      "overige_onttrekking", "correctie"};

static const char *const statussen[] = {"definitief", "nader_voorlopig",
					"voorlopig", "onbekend"};

enum kolom { ONDERWERP, REGIO, PERIODE, WAARDE, STATUS, KOLOMMEN };

static const char *const kolommen[KOLOMMEN] = {"onderwerp", "regio", "periode",
					       "waarde", "status"};

/* Of the years before the stand only what decides the reference date: a bit
 * for each place of growth that has a value. */
#define EERDER 10
#define BITS(from, n) (((UINT32_C(1) << (n)) - 1) << (from))

struct waarnemingen {
	struct kader *kader;
	char *name;
	struct cel *cellen;
	uint32_t *eerder; /* EERDER years for each region */
	size_t jaren;
	size_t read, used;
	long kolom[KOLOMMEN];
	struct map *tabellen; /* their names */
	struct map *buurten;  /* code -> place + 1, of regions of areas only */
	size_t plaatsen;      /* regions, then rows of the table of areas */
	long tabel;	      /* column, or -1 */
	long functie;	      /* column gebruiksfunctie, or -1 */
};

const char *
onderwerp_name(enum onderwerp o)
{
	return namen[o];
}

const char *
status_name(enum status s)
{
	return statussen[s];
}

const char *
waarnemingen_name(const struct waarnemingen *w)
{
	return w->name;
}

static size_t
place(const struct waarnemingen *w, size_t regio, int year, enum onderwerp o,
      int plek)
{
	size_t jaar = (size_t)(year - w->kader->jaren.van);
	return ((regio * w->jaren + jaar) * ONDERWERPEN + (size_t)o) * PLEKKEN +
	       (size_t)plek;
}

const struct cel *
waarnemingen_cel(const struct waarnemingen *w, size_t i, int year,
		 enum onderwerp o, int plek)
{
	return &w->cellen[place(w, i, year, o, plek)];
}

static int
word_of(const char *const *words, int n, struct text t)
{
	for (int i = 0; i < n; i++)
		if (text_is(t, words[i]))
			return i;
	return -1;
}

static int
plek_of(struct text t, int *year)
{
	struct period p;
	if (!period_parse(t, &p))
		return -1;
	*year = p.year;
	switch (p.grain) {
	case GRAIN_YEAR:
		return PLEK_JAAR;
	case GRAIN_MONTH:
		return PLEK_MAAND + p.number - 1;
	case GRAIN_QUARTER:
		return PLEK_KWARTAAL + p.number - 1;
	default:
		return -1;
	}
}

static bool
is_dwelling(const struct waarnemingen *w, const struct csvin *r)
{
	if (w->functie < 0)
		return true;
	char folded[16];
	struct text f = text_trim(csvin_field(r, (size_t)w->functie));
	return text_is(f, "A045364") ||
	       text_is(text_fold(f, folded, sizeof folded), "woning");
}

/* What a record is about; regio < 0 or plek < 0: nothing of ours. */
struct vindplaats {
	int onderwerp;
	long regio;
	int plek;
	int year;
};

static long
region_of(const struct waarnemingen *w, struct text code)
{
	long regio = regios_find(w->kader->regios, code);
	if (regio >= 0 || map_count(w->buurten) == 0)
		return regio;
	return (long)(uintptr_t)map_get(w->buurten, code) - 1;
}

static struct vindplaats
find(const struct waarnemingen *w, const struct csvin *r)
{
	struct vindplaats v = {-1, -1, -1, 0};
	v.onderwerp = word_of(namen, ONDERWERPEN,
			      csvin_field(r, (size_t)w->kolom[ONDERWERP]));
	if (v.onderwerp < 0)
		return v;
	v.regio = region_of(w, csvin_field(r, (size_t)w->kolom[REGIO]));
	v.plek = plek_of(csvin_field(r, (size_t)w->kolom[PERIODE]), &v.year);
	if (v.regio >= 0 && v.plek >= 0 && !is_dwelling(w, r))
		v.plek = -1;
	return v;
}

/* The cell this record is for, or NULL when it is not ours. */
static struct cel *
cell_of(struct waarnemingen *w, const struct csvin *r)
{
	struct vindplaats v = find(w, r);
	int before = w->kader->jaren.van - v.year;
	if (v.regio < 0 || v.plek < 0 || v.year > w->kader->jaren.tot)
		return NULL;
	if (before <= 0)
		return &w->cellen[place(w, (size_t)v.regio, v.year,
					(enum onderwerp)v.onderwerp, v.plek)];
	if (before <= EERDER && v.onderwerp == SALDO &&
	    csvin_field(r, (size_t)w->kolom[WAARDE]).n > 0)
		w->eerder[(size_t)v.regio * EERDER + (size_t)before - 1] |=
		    BITS(v.plek, 1);
	return NULL;
}

static void
bad_value(struct waarnemingen *w, const struct csvin *r, struct text value)
{
	struct finding_place p = {.file = w->name,
				  .record = csvin_record(r),
				  .row = csvin_row(r),
				  .column = (size_t)w->kolom[WAARDE] + 1,
				  .name = text_of(kolommen[WAARDE]),
				  .value = value};
	melding_add(w->kader->findings, REGEL_AANTAL, &p, TEXTS(value));
}

static const char *
table_of(struct waarnemingen *w, const struct csvin *r)
{
	if (w->tabel < 0)
		return "";
	struct text name = csvin_field(r, (size_t)w->tabel);
	void **slot = map_slot(w->tabellen, name);
	if (*slot == NULL) {
		size_t last = map_count(w->tabellen) - 1;
		*slot = (void *)(uintptr_t)map_key(w->tabellen, last).s;
	}
	return *slot;
}

static int
keep(struct waarnemingen *w, const struct csvin *r)
{
	struct cel *cel = cell_of(w, r);
	w->read++;
	if (cel == NULL)
		return 0;
	if (cel->rij != 0)
		return diag_fail_at(
		    w->name, csvin_row(r),
		    "%s of %s in %s is there twice: also on line %zu; give "
		    "one source for each period",
		    csvin_field(r, (size_t)w->kolom[ONDERWERP]).s,
		    csvin_field(r, (size_t)w->kolom[REGIO]).s,
		    csvin_field(r, (size_t)w->kolom[PERIODE]).s, cel->rij);
	struct text value = csvin_field(r, (size_t)w->kolom[WAARDE]);
	int status = word_of(statussen, STATUS_ONBEKEND,
			     csvin_field(r, (size_t)w->kolom[STATUS]));
	cel->rij = csvin_row(r);
	cel->tabel = table_of(w, r);
	cel->status = status < 0 ? STATUS_ONBEKEND : (enum status)status;
	if (value.n > 0) {
		cel->bekend =
		    aantal_parse(&w->kader->guard, value, &cel->waarde);
		if (!cel->bekend)
			bad_value(w, r, value);
	}
	w->used++;
	return 0;
}

static int
find_columns(struct waarnemingen *w, struct csvin *r)
{
	if (csvin_header(r) != 0)
		return -1;
	for (int i = 0; i < KOLOMMEN; i++) {
		w->kolom[i] = csvin_need(r, kolommen[i]);
		if (w->kolom[i] < 0)
			return -1;
	}
	w->functie = csvin_find(r, "gebruiksfunctie");
	w->tabel = csvin_find(r, "tabel");
	return 0;
}

static int
read_all(struct waarnemingen *w, struct csvin *r)
{
	if (find_columns(w, r) != 0)
		return -1;
	int rc;
	while ((rc = csvin_next_row(r)) == 1)
		if (keep(w, r) != 0)
			return -1;
	if (rc == 0)
		diag_note("%zu observations = %zu used + %zu passed over",
			  w->read, w->used, w->read - w->used);
	return rc;
}

/* Room for the regions of areas, after the others. */
static void
add_areas(struct waarnemingen *w)
{
	const struct kader *k = w->kader;
	w->plaatsen = regios_count(k->regios);
	if (k->gebieden == NULL)
		return;
	for (size_t i = 0; i < gebieden_count(k->gebieden); i++) {
		const struct gebied *g = gebieden_at(k->gebieden, i);
		if (g->veld == GEBIED_REGIO)
			*map_slot(w->buurten, g->waarde) =
			    (void *)(uintptr_t)(kader_gebiedsregio(k, i) + 1);
	}
	w->plaatsen += gebieden_count(k->gebieden);
}

struct waarnemingen *
waarnemingen_load(struct csvin *r, struct kader *k)
{
	struct waarnemingen *w = mem_new(struct waarnemingen);
	struct text name = text_of(csvin_name(r));
	w->kader = k;
	w->name = mem_text(name.s, name.n);
	w->jaren = kader_jaren(k);
	w->tabellen = map_new();
	w->buurten = map_new();
	add_areas(w);
	w->cellen = mem_array(w->plaatsen * w->jaren,
			      ONDERWERPEN * PLEKKEN * sizeof *w->cellen);
	w->eerder = mem_array(w->plaatsen + 1, EERDER * sizeof *w->eerder);
	if (read_all(w, r) != 0) {
		waarnemingen_free(w);
		return NULL;
	}
	return w;
}

void
waarnemingen_free(struct waarnemingen *w)
{
	if (w == NULL)
		return;
	map_free(w->tabellen);
	map_free(w->buurten);
	free(w->eerder);
	free(w->cellen);
	free(w->name);
	free(w);
}

static int
unbroken(const struct waarnemingen *w, size_t regio, int year, int from, int n)
{
	int k = 0;
	while (k < n &&
	       waarnemingen_cel(w, regio, year, SALDO, from + k)->bekend)
		k++;
	return k;
}

/* Months of the year that region i covers: 12 is a whole year. */
static int
covered(const struct waarnemingen *w, size_t i, int year, bool maand)
{
	if (unbroken(w, i, year, PLEK_JAAR, 1) == 1)
		return 12;
	int months = unbroken(w, i, year, PLEK_MAAND, 12);
	int quarters = unbroken(w, i, year, PLEK_KWARTAAL, 4);
	if (months == 12 || quarters == 4)
		return 12;
	return maand ? months : 0;
}

/* True when any municipality has growth for the whole year, so many years
 * before the stand. */
static bool
whole_before(const struct waarnemingen *w, size_t before)
{
	const struct regios *r = w->kader->regios;
	for (size_t m = 0; m < regios_gemeenten(r); m++) {
		size_t i = regios_gemeente_index(r, m);
		uint32_t bits = w->eerder[i * EERDER + before - 1];
		if ((bits & BITS(PLEK_JAAR, 1)) != 0 ||
		    (~bits & BITS(PLEK_MAAND, 12)) == 0 ||
		    (~bits & BITS(PLEK_KWARTAAL, 4)) == 0)
			return true;
	}
	return false;
}

bool
waarnemingen_eind(const struct waarnemingen *w, bool maand, int32_t *out)
{
	const struct kader *k = w->kader;
	for (int year = k->jaren.tot; year >= k->jaren.van; year--) {
		int most = 0;
		for (size_t m = 0; m < regios_gemeenten(k->regios); m++) {
			size_t i = regios_gemeente_index(k->regios, m);
			int c = covered(w, i, year, maand);
			most = c > most ? c : most;
		}
		if (most == 12)
			return date_days(year + 1, 1, 1, out);
		if (most > 0)
			return date_days(year, most + 1, 1, out);
	}
	for (size_t before = 1; before <= EERDER; before++)
		if (whole_before(w, before))
			return date_days(k->jaren.van - (int)before + 1, 1, 1,
					 out);
	return false;
}
