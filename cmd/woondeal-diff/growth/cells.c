#include "growth/cells.h"

#include <stdlib.h>

#include "arena.h"
#include "diag.h"
#include "map.h"
#include "mem.h"
#include "ground/rule.h"
#include "growth/series.h"
#include "observations.h"
#include "period.h"

static const char *const names[SUBJECTS] = {"saldo_voorraad",	   "nieuwbouw",
					    "overige_toevoeging",  "sloop",
					    "overige_onttrekking", "correctie"};

/* Of the years before the stand only what decides the reference date: a bit
 * for each place of growth that has a value. */
#define EARLIER 10
#define BITS(from, n) (((UINT32_C(1) << (n)) - 1) << (from))

/* Growth in a unit that is not ours: the first of it. */
struct foreign {
	int64_t count;
	struct finding_place place;
};

struct cells {
	struct frame *frame;
	const char *name;
	struct cell *cells;
	uint32_t *earlier; /* EARLIER years for each region */
	size_t years;
	size_t read, used;
	struct map *tables;	    /* their names */
	struct map *neighbourhoods; /* code -> place + 1, of areas only */
	struct map *units;	    /* that are not ours -> struct foreign */
	struct arena *arena;
	size_t places; /* regions, then rows of the table of areas */
	long function; /* column gebruiksfunctie, or -1 */
};

const char *
subject_name(enum subject o)
{
	return names[o];
}

const char *
cells_name(const struct cells *w)
{
	return w->name;
}

static size_t
place(const struct cells *w, size_t regio, int year, enum subject o, int slot)
{
	size_t y = (size_t)(year - w->frame->years.from);
	return ((regio * w->years + y) * SUBJECTS + (size_t)o) * SLOTS +
	       (size_t)slot;
}

const struct cell *
cells_at(const struct cells *w, size_t i, int year, enum subject o, int slot)
{
	return &w->cells[place(w, i, year, o, slot)];
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
is_dwelling(const struct cells *w, const struct observations *o)
{
	if (w->function < 0)
		return true;
	char folded[16];
	struct text f = observations_at(o, (size_t)w->function);
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
region_of(const struct cells *w, struct text code)
{
	long regio = regios_find(w->frame->regios, code);
	if (regio >= 0 || map_count(w->neighbourhoods) == 0)
		return regio;
	return (long)(uintptr_t)map_get(w->neighbourhoods, code) - 1;
}

static int
subject_of(struct text name)
{
	for (int i = 0; i < SUBJECTS; i++)
		if (text_is(name, names[i]))
			return i;
	return -1;
}

static struct spot
find(const struct cells *w, const struct observations *o)
{
	struct spot v = {-1, -1, -1, 0};
	v.subject = subject_of(observations_field(o, OBSERVATION_ONDERWERP));
	if (v.subject < 0)
		return v;
	v.regio = region_of(w, observations_field(o, OBSERVATION_REGIO));
	v.slot = slot_of(observations_field(o, OBSERVATION_PERIODE), &v.year);
	if (v.regio >= 0 && v.slot >= 0 && !is_dwelling(w, o))
		v.slot = -1;
	return v;
}

/* The cell this record is for, or NULL when it is not ours. */
static struct cell *
cell_of(struct cells *w, const struct observations *o)
{
	struct spot v = find(w, o);
	int before = w->frame->years.from - v.year;
	if (v.regio < 0 || v.slot < 0 || v.year > w->frame->years.to)
		return NULL;
	if (before <= 0)
		return &w->cells[place(w, (size_t)v.regio, v.year,
				       (enum subject)v.subject, v.slot)];
	if (before <= EARLIER && v.subject == SALDO &&
	    observations_field(o, OBSERVATION_WAARDE).n > 0)
		w->earlier[(size_t)v.regio * EARLIER + (size_t)before - 1] |=
		    BITS(v.slot, 1);
	return NULL;
}

static const char *
table_of(struct cells *w, const struct observations *o)
{
	struct text name = observations_field(o, OBSERVATION_TABEL);
	void **slot = map_slot(w->tables, name);
	if (!*slot) {
		size_t last = map_count(w->tables) - 1;
		*slot = (void *)(uintptr_t)map_key(w->tables, last).s;
	}
	return *slot;
}

/* Dwellings, as CBS calls them or we; empty where nobody says. */
static bool
check_unit(struct cells *w, const struct observations *o)
{
	struct text unit = observations_field(o, OBSERVATION_EENHEID);
	if (unit.n == 0 || text_is(unit, "aantal") || text_is(unit, "woningen"))
		return true;
	void **slot = map_slot(w->units, unit);
	if (!*slot) {
		struct foreign *new = arena_alloc(w->arena, 1, sizeof(*new));
		new->place = observations_place(o, OBSERVATION_EENHEID);
		new->place.file = w->name;
		new->place.value = arena_text(w->arena, unit);
		*slot = new;
	}
	((struct foreign *)*slot)->count++;
	return false;
}

static void
take_value(struct cells *w, const struct observations *o, struct cell *cell)
{
	struct findings *f = w->frame->findings;
	struct observation x = observations_value(o, f);
	cell->status = x.status;
	if (x.reden != REDEN_NONE || !check_unit(w, o))
		return;
	cell->known = amount_read(&w->frame->guard, x.value, &cell->value);
	if (cell->known)
		return;
	struct finding_place p = observations_place(o, OBSERVATION_WAARDE);
	rule_add(f, RULE_AMOUNT, &p, NULL, 0);
}

static int
keep(struct cells *w, const struct observations *o)
{
	struct cell *cell = cell_of(w, o);
	w->read++;
	if (!cell)
		return 0;
	if (cell->row != 0)
		return diag_fail_at(
		    w->name, observations_row(o),
		    "%s of %s in %s is there twice: also on line %zu; give "
		    "one source for each period",
		    observations_field(o, OBSERVATION_ONDERWERP).s,
		    observations_field(o, OBSERVATION_REGIO).s,
		    observations_field(o, OBSERVATION_PERIODE).s, cell->row);
	cell->row = observations_row(o);
	cell->table = table_of(w, o);
	take_value(w, o, cell);
	w->used++;
	return 0;
}

/* Once for each unit, not for each value. */
static void
tell_units(const struct cells *w)
{
	for (size_t i = 0; i < map_count(w->units); i++) {
		const struct foreign *u = map_value(w->units, i);
		char count[NUM_TEXT];
		rule_add(
		    w->frame->findings, RULE_UNIT, &u->place,
		    TEXTS(u->place.value, num_format(num_of(u->count), count)));
	}
}

static int
read_all(struct cells *w, struct observations *o, struct series *s)
{
	int rc;
	w->function = observations_find(o, "gebruiksfunctie");
	while ((rc = observations_next(o)) == 1) {
		if (keep(w, o) != 0)
			return -1;
		if (s)
			series_take(s, o);
	}
	if (rc != 0)
		return -1;
	tell_units(w);
	diag_note("%zu observations = %zu used + %zu passed over", w->read,
		  w->used, w->read - w->used);
	return 0;
}

/* Room for the regions of areas, after the others. */
static void
add_areas(struct cells *w)
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

struct cells *
cells_load(const char *path, struct frame *k, struct series *s)
{
	struct observations *o = observations_open(path);
	if (!o)
		return NULL;
	struct cells *w = mem_new(struct cells);
	w->arena = arena_new();
	w->frame = k;
	w->name = arena_text(w->arena, text_of(observations_name(o))).s;
	w->years = frame_years(k);
	w->tables = map_new();
	w->units = map_new();
	w->neighbourhoods = map_new();
	add_areas(w);
	w->cells = mem_array(w->places * w->years,
			     SUBJECTS * SLOTS * sizeof(*w->cells));
	w->earlier = mem_array(w->places + 1, EARLIER * sizeof(*w->earlier));
	int rc = read_all(w, o, s);
	if (observations_close(o) == 0 && rc == 0)
		return w;
	cells_free(w);
	return NULL;
}

void
cells_free(struct cells *w)
{
	if (!w)
		return;
	map_free(w->tables);
	map_free(w->neighbourhoods);
	free(w->earlier);
	free(w->cells);
	map_free(w->units);
	arena_free(w->arena);
	free(w);
}

static int
unbroken(const struct cells *w, size_t regio, int year, int from, int n)
{
	int k = 0;
	while (k < n && cells_at(w, regio, year, SALDO, from + k)->known)
		k++;
	return k;
}

/* Months of the year that region i covers: 12 is a whole year. */
static int
covered(const struct cells *w, size_t i, int year, bool month)
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
whole_before(const struct cells *w, size_t before)
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
cells_end(const struct cells *w, bool month, int32_t *out)
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
