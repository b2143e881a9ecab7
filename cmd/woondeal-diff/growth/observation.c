#include "growth/observation.h"

#include <stdlib.h>

#include "diag.h"
#include "map.h"
#include "mem.h"
#include "ground/rule.h"
#include "period.h"

static const char *const names[SUBJECTS] = {"saldo_voorraad",	   "nieuwbouw",
					    "overige_toevoeging",  "sloop",
					    "overige_onttrekking", "correctie"};

static const char *const statuses[] = {"definitief", "nader_voorlopig",
				       "voorlopig", "onbekend"};

enum column { SUBJECT, REGIO, PERIOD, VALUE, STATUS, COLUMNS };

static const char *const columns[COLUMNS] = {"onderwerp", "regio", "periode",
					     "waarde", "status"};

/* Of the years before the stand only what decides the reference date: a bit
 * for each place of growth that has a value. */
#define EARLIER 10
#define BITS(from, n) (((UINT32_C(1) << (n)) - 1) << (from))

struct observations {
	struct frame *frame;
	char *name;
	struct cell *cells;
	uint32_t *earlier; /* EERDER years for each region */
	size_t years;
	size_t read, used;
	long column[COLUMNS];
	struct map *tables; /* their names */
	struct map
	    *neighbourhoods; /* code -> place + 1, of regions of areas only */
	size_t places;	     /* regions, then rows of the table of areas */
	long table;	     /* column, or -1 */
	long function;	     /* column gebruiksfunctie, or -1 */
};

const char *
subject_name(enum subject o)
{
	return names[o];
}

const char *
status_name(enum status s)
{
	return statuses[s];
}

const char *
observations_name(const struct observations *w)
{
	return w->name;
}

static size_t
place(const struct observations *w, size_t regio, int year, enum subject o,
      int slot)
{
	size_t y = (size_t)(year - w->frame->years.from);
	return ((regio * w->years + y) * SUBJECTS + (size_t)o) * SLOTS +
	       (size_t)slot;
}

const struct cell *
observations_cell(const struct observations *w, size_t i, int year,
		  enum subject o, int slot)
{
	return &w->cells[place(w, i, year, o, slot)];
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
slot_of(struct text t, int *year)
{
	struct period p;
	if (!period_parse(t, &p))
		return -1;
	*year = p.year;
	switch (p.grain) {
	case GRAIN_YEAR:
		return SLOT_YEAR;
	case GRAIN_MONTH:
		return SLOT_MONTH + p.number - 1;
	case GRAIN_QUARTER:
		return SLOT_QUARTER + p.number - 1;
	default:
		return -1;
	}
}

static bool
is_dwelling(const struct observations *w, const struct csvin *r)
{
	if (w->function < 0)
		return true;
	char folded[16];
	struct text f = text_trim(csvin_field(r, (size_t)w->function));
	return text_is(f, "A045364") ||
	       text_is(text_fold(f, folded, sizeof(folded)), "woning");
}

/* What a record is about; regio < 0 or slot < 0: nothing of ours. */
struct spot {
	int subject;
	long regio;
	int slot;
	int year;
};

static long
region_of(const struct observations *w, struct text code)
{
	long regio = regios_find(w->frame->regios, code);
	if (regio >= 0 || map_count(w->neighbourhoods) == 0)
		return regio;
	return (long)(uintptr_t)map_get(w->neighbourhoods, code) - 1;
}

static struct spot
find(const struct observations *w, const struct csvin *r)
{
	struct spot v = {-1, -1, -1, 0};
	v.subject = word_of(names, SUBJECTS,
			    csvin_field(r, (size_t)w->column[SUBJECT]));
	if (v.subject < 0)
		return v;
	v.regio = region_of(w, csvin_field(r, (size_t)w->column[REGIO]));
	v.slot = slot_of(csvin_field(r, (size_t)w->column[PERIOD]), &v.year);
	if (v.regio >= 0 && v.slot >= 0 && !is_dwelling(w, r))
		v.slot = -1;
	return v;
}

/* The cell this record is for, or NULL when it is not ours. */
static struct cell *
cell_of(struct observations *w, const struct csvin *r)
{
	struct spot v = find(w, r);
	int before = w->frame->years.from - v.year;
	if (v.regio < 0 || v.slot < 0 || v.year > w->frame->years.to)
		return NULL;
	if (before <= 0)
		return &w->cells[place(w, (size_t)v.regio, v.year,
				       (enum subject)v.subject, v.slot)];
	if (before <= EARLIER && v.subject == SALDO &&
	    csvin_field(r, (size_t)w->column[VALUE]).n > 0)
		w->earlier[(size_t)v.regio * EARLIER + (size_t)before - 1] |=
		    BITS(v.slot, 1);
	return NULL;
}

static void
bad_value(struct observations *w, const struct csvin *r, struct text value)
{
	struct finding_place p = {.file = w->name,
				  .record = csvin_record(r),
				  .row = csvin_row(r),
				  .column = (size_t)w->column[VALUE] + 1,
				  .name = text_of(columns[VALUE]),
				  .value = value};
	rule_add(w->frame->findings, RULE_AMOUNT, &p, TEXTS(value));
}

static const char *
table_of(struct observations *w, const struct csvin *r)
{
	if (w->table < 0)
		return "";
	struct text name = csvin_field(r, (size_t)w->table);
	void **slot = map_slot(w->tables, name);
	if (!*slot) {
		size_t last = map_count(w->tables) - 1;
		*slot = (void *)(uintptr_t)map_key(w->tables, last).s;
	}
	return *slot;
}

static int
keep(struct observations *w, const struct csvin *r)
{
	struct cell *cell = cell_of(w, r);
	w->read++;
	if (!cell)
		return 0;
	if (cell->row != 0)
		return diag_fail_at(
		    w->name, csvin_row(r),
		    "%s of %s in %s is there twice: also on line %zu; give "
		    "one source for each period",
		    csvin_field(r, (size_t)w->column[SUBJECT]).s,
		    csvin_field(r, (size_t)w->column[REGIO]).s,
		    csvin_field(r, (size_t)w->column[PERIOD]).s, cell->row);
	struct text value = csvin_field(r, (size_t)w->column[VALUE]);
	int status = word_of(statuses, STATUS_ONBEKEND,
			     csvin_field(r, (size_t)w->column[STATUS]));
	cell->row = csvin_row(r);
	cell->table = table_of(w, r);
	cell->status = status < 0 ? STATUS_ONBEKEND : (enum status)status;
	if (value.n > 0) {
		cell->known =
		    amount_parse(&w->frame->guard, value, &cell->value);
		if (!cell->known)
			bad_value(w, r, value);
	}
	w->used++;
	return 0;
}

static int
find_columns(struct observations *w, struct csvin *r)
{
	if (csvin_header(r) != 0)
		return -1;
	for (int i = 0; i < COLUMNS; i++) {
		w->column[i] = csvin_need(r, columns[i]);
		if (w->column[i] < 0)
			return -1;
	}
	w->function = csvin_find(r, "gebruiksfunctie");
	w->table = csvin_find(r, "tabel");
	return 0;
}

static int
read_all(struct observations *w, struct csvin *r)
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
add_areas(struct observations *w)
{
	const struct frame *k = w->frame;
	w->places = regios_count(k->regios);
	if (!k->areas)
		return;
	for (size_t i = 0; i < gebieden_count(k->areas); i++) {
		const struct gebied *g = gebieden_at(k->areas, i);
		if (g->veld == GEBIED_REGIO)
			*map_slot(w->neighbourhoods, g->waarde) =
			    (void *)(uintptr_t)(frame_area_regio(k, i) + 1);
	}
	w->places += gebieden_count(k->areas);
}

struct observations *
observations_load(struct csvin *r, struct frame *k)
{
	struct observations *w = mem_new(struct observations);
	struct text name = text_of(csvin_name(r));
	w->frame = k;
	w->name = mem_text(name.s, name.n);
	w->years = frame_years(k);
	w->tables = map_new();
	w->neighbourhoods = map_new();
	add_areas(w);
	w->cells = mem_array(w->places * w->years,
			     SUBJECTS * SLOTS * sizeof(*w->cells));
	w->earlier = mem_array(w->places + 1, EARLIER * sizeof(*w->earlier));
	if (read_all(w, r) != 0) {
		observations_free(w);
		return NULL;
	}
	return w;
}

void
observations_free(struct observations *w)
{
	if (!w)
		return;
	map_free(w->tables);
	map_free(w->neighbourhoods);
	free(w->earlier);
	free(w->cells);
	free(w->name);
	free(w);
}

static int
unbroken(const struct observations *w, size_t regio, int year, int from, int n)
{
	int k = 0;
	while (k < n &&
	       observations_cell(w, regio, year, SALDO, from + k)->known)
		k++;
	return k;
}

/* Months of the year that region i covers: 12 is a whole year. */
static int
covered(const struct observations *w, size_t i, int year, bool month)
{
	if (unbroken(w, i, year, SLOT_YEAR, 1) == 1)
		return 12;
	int months = unbroken(w, i, year, SLOT_MONTH, 12);
	int quarters = unbroken(w, i, year, SLOT_QUARTER, 4);
	if (months == 12 || quarters == 4)
		return 12;
	return month ? months : 0;
}

/* True when any municipality has growth for the whole year, so many years
 * before the stand. */
static bool
whole_before(const struct observations *w, size_t before)
{
	const struct regios *r = w->frame->regios;
	for (size_t m = 0; m < regios_gemeenten(r); m++) {
		size_t i = regios_gemeente_index(r, m);
		uint32_t bits = w->earlier[i * EARLIER + before - 1];
		if ((bits & BITS(SLOT_YEAR, 1)) != 0 ||
		    (~bits & BITS(SLOT_MONTH, 12)) == 0 ||
		    (~bits & BITS(SLOT_QUARTER, 4)) == 0)
			return true;
	}
	return false;
}

bool
observations_end(const struct observations *w, bool month, int32_t *out)
{
	const struct frame *k = w->frame;
	for (int year = k->years.to; year >= k->years.from; year--) {
		int most = 0;
		for (size_t m = 0; m < regios_gemeenten(k->regios); m++) {
			size_t i = regios_gemeente_index(k->regios, m);
			int c = covered(w, i, year, month);
			most = c > most ? c : most;
		}
		if (most == 12)
			return date_days(year + 1, 1, 1, out);
		if (most > 0)
			return date_days(year, most + 1, 1, out);
	}
	for (size_t before = 1; before <= EARLIER; before++)
		if (whole_before(w, before))
			return date_days(k->years.from - (int)before + 1, 1, 1,
					 out);
	return false;
}
