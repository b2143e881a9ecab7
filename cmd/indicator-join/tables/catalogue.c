#include "tables/catalogue.h"

#include <stdint.h>
#include <stdlib.h>

#include "arena.h"
#include "diag.h"
#include "map.h"
#include "mem.h"
#include "name.h"
#include "num.h"
#include "period.h"
#include "table.h"
#include "tables/codes.h"
#include "tables/units.h"

enum column {
	CODE,
	NAAM,
	THEMA,
	EENHEID,
	RICHTING,
	DECIMALEN,
	TABEL,
	ONDERWERP,
	DIMENSIES,
	WEGING,
	EDITIE,
	GELDIG_VAN,
	GELDIG_TOT,
	TOELICHTING,
	TELLER,
	NOEMER,
	BRON,
	COLUMNS
};

static const char *const columns[COLUMNS] = {
    "code",	 "naam",       "thema",	     "eenheid",	    "richting",
    "decimalen", "tabel",      "onderwerp",  "dimensies",   "weging",
    "editie",	 "geldig_van", "geldig_tot", "toelichting", "?teller",
    "?noemer",	 "?bron"};

/* More decimals than this no computed mean is worth. */
#define DECIMALEN_MAX 9

struct catalogue {
	struct table *table;
	struct arena *arena;
	struct indicator *list;
	struct selection *selections;
	size_t count, series, cap;
	struct map *codes;	 /* code -> indicator */
	struct map *onderwerpen; /* onderwerp -> first series + 1 */
	struct map *further;	 /* spec -> series + 1 */
};

/* "a=1|b=2" into dims; false when a part has no name or no code. */
static bool
read_dims(struct catalogue *c, struct text t, struct selection *s)
{
	struct text rest = t, part, name;
	size_t n = 1;

	if (t.n == 0)
		return true;
	for (size_t i = 0; i < t.n; i++)
		n += t.s[i] == '|';
	s->dims = arena_alloc(c->arena, n, sizeof(*s->dims));
	while (text_split(&rest, '|', &part)) {
		if (!text_split(&part, '=', &name) || !part.s ||
		    text_trim(name).n == 0 || text_trim(part).n == 0)
			return false;
		s->dims[s->dim_count].naam =
		    arena_text(c->arena, text_trim(name));
		s->dims[s->dim_count++].code =
		    arena_text(c->arena, text_trim(part));
	}
	return true;
}

/* Gives the selection the next series number, and its place in the chain of
 * those with the same onderwerp, at the end: order of the file. */
static size_t
add_selection(struct catalogue *c, struct selection s)
{
	size_t i = c->series++;
	void **slot;

	c->selections =
	    mem_grow(c->selections, &c->cap, c->series, sizeof(*c->selections));
	s.next = SERIES_NONE;
	c->selections[i] = s;
	if (s.onderwerp.n == 0)
		return i;
	slot = map_slot(c->onderwerpen, s.onderwerp);
	if (!*slot) {
		*slot = (void *)(uintptr_t)(i + 1);
		return i;
	}
	size_t at = (size_t)(uintptr_t)*slot - 1;
	while (c->selections[at].next != SERIES_NONE)
		at = c->selections[at].next;
	c->selections[at].next = i;
	return i;
}

/* "periode=Q4" among the dimensions of a part of a ratio is not one. */
static bool
take_moment(struct selection *s)
{
	static const char *const moments[] = {
	    "Q1", "Q2", "Q3", "Q4", "H1", "H2", "01", "02", "03",
	    "04", "05", "06", "07", "08", "09", "10", "11", "12"};
	size_t i = 0;

	while (i < s->dim_count && !text_is(s->dims[i].naam, "periode"))
		i++;
	if (i == s->dim_count)
		return true;
	s->moment = s->dims[i].code;
	s->dims[i] = s->dims[--s->dim_count];
	for (i = 0; i < sizeof(moments) / sizeof(moments[0]); i++)
		if (text_is(s->moment, moments[i]))
			return true;
	return false;
}

static bool
add_further(struct catalogue *c, struct text spec, bool part, size_t *series)
{
	struct selection s = {0};
	struct text rest = spec;
	void **slot;

	if (!text_split(&rest, '|', &s.onderwerp))
		return false;
	s.onderwerp = text_trim(s.onderwerp);
	s.tabel = text_of("");
	s.moment = text_of("");
	if (s.onderwerp.n == 0 || (rest.s && !read_dims(c, rest, &s)) ||
	    !take_moment(&s) || (s.moment.n && !part))
		return false;
	slot = map_slot(c->further, spec);
	if (!*slot) {
		s.onderwerp = arena_text(c->arena, s.onderwerp);
		*slot = (void *)(uintptr_t)(add_selection(c, s) + 1);
	}
	*series = (size_t)(uintptr_t)*slot - 1;
	return true;
}

bool
catalogue_further(struct catalogue *c, struct text spec, size_t *series)
{
	return add_further(c, spec, false, series);
}

/* The weights of a mean. */
static int
add_weight(struct catalogue *c, size_t row, struct indicator *x)
{
	struct text weging = table_cell(c->table, row, WEGING);

	if (catalogue_further(c, weging, &x->weight))
		return 0;
	return table_fail(c->table, row, WEGING,
			  "expected empty, \"som\" or onderwerp|naam=code|..., "
			  "found \"%s\"",
			  weging.s);
}

/* A date or a period, of which the first or the last day counts. */
static int
read_day(const struct catalogue *c, size_t row, enum column column,
	 int32_t *out)
{
	struct text t = table_cell(c->table, row, column);
	struct period p;

	if (t.n == 0)
		return 0;
	if (!period_parse(t, &p))
		return table_fail(c->table, row, column,
				  "expected a date (2024-12-09) or a period "
				  "(2024), found \"%s\"",
				  t.s);
	*out = column == GELDIG_VAN ? period_start(p) : period_end(p) - 1;
	return 0;
}

struct validity {
	int32_t from, to;
};

static int
read_validity(const struct catalogue *c, size_t row, struct validity *v)
{
	v->from = INT32_MIN;
	v->to = INT32_MAX;
	if (read_day(c, row, GELDIG_VAN, &v->from) < 0 ||
	    read_day(c, row, GELDIG_TOT, &v->to) < 0)
		return -1;
	if (v->from > v->to)
		return table_fail(c->table, row, GELDIG_TOT,
				  "\"%s\" is before geldig_van",
				  table_cell(c->table, row, GELDIG_TOT).s);
	return 0;
}

/* The day whose rows count: as_of, else the last change of the catalogue. */
static int
choose_day(const struct catalogue *c, const char *as_of, int32_t *day)
{
	struct validity v;

	*day = INT32_MIN;
	if (as_of) {
		if (date_parse(text_of(as_of), day))
			return 0;
		return diag_fail("--as-of: expected a date (2024-12-09), "
				 "found \"%s\"",
				 as_of);
	}
	for (size_t row = 0; row < table_rows(c->table); row++) {
		if (read_validity(c, row, &v) < 0)
			return -1;
		if (v.from > *day)
			*day = v.from;
	}
	return 0;
}

static int
read_decimalen(const struct catalogue *c, size_t row, int *out)
{
	struct text t = table_cell(c->table, row, DECIMALEN);
	struct num n;

	if (num_parse(t, NUM_PLAIN, &n) != NUM_OK || n.scale != 0 ||
	    n.units < 0 || n.units > DECIMALEN_MAX)
		return table_fail(c->table, row, DECIMALEN,
				  "expected 0 to %d, found \"%s\"",
				  DECIMALEN_MAX, t.s);
	*out = (int)n.units;
	return 0;
}

static int
read_code(const struct catalogue *c, size_t row, const struct indicator *x)
{
	const char *fault = codes_fault(x->code);
	const struct indicator *old;

	if (fault)
		return table_fail(c->table, row, CODE, "\"%s\" %s", x->code.s,
				  fault);
	old = map_get(c->codes, x->code);
	if (old)
		return table_fail(c->table, row, CODE,
				  "\"%s\" stands in line %zu too, and both "
				  "are in force",
				  x->code.s, old->line);
	return 0;
}

static struct indicator
texts_of(const struct catalogue *c, size_t row)
{
	struct indicator x = {0};

	x.code = table_cell(c->table, row, CODE);
	x.naam = table_cell(c->table, row, NAAM);
	x.thema = table_cell(c->table, row, THEMA);
	x.eenheid = table_cell(c->table, row, EENHEID);
	x.editie = table_cell(c->table, row, EDITIE);
	x.toelichting = table_cell(c->table, row, TOELICHTING);
	x.line = table_line(c->table, row);
	return x;
}

/* One row in force. Its own series has the number of the indicator, so all
 * indicators go before the first weight. */
static int
add_indicator(struct catalogue *c, size_t row)
{
	struct indicator *x = &c->list[c->count];
	struct text richting = table_cell(c->table, row, RICHTING);
	struct text dims = table_cell(c->table, row, DIMENSIES);
	struct selection s = {0};

	*x = texts_of(c, row);
	if (read_code(c, row, x) < 0 ||
	    read_decimalen(c, row, &x->decimalen) < 0)
		return -1;
	if (!richting_of(richting, &x->richting))
		return table_fail(c->table, row, RICHTING,
				  "expected hoger, lager or neutraal, found "
				  "\"%s\"",
				  richting.s);
	s.tabel = table_cell(c->table, row, TABEL);
	s.onderwerp = table_cell(c->table, row, ONDERWERP);
	s.of_edition = true;
	s.editie = x->editie;
	if (!read_dims(c, dims, &s))
		return table_fail(c->table, row, DIMENSIES,
				  "expected naam=code|naam=code, found \"%s\"",
				  dims.s);
	add_selection(c, s);
	*map_slot(c->codes, x->code) = x;
	c->count++;
	return 0;
}

static int
add_weging(struct catalogue *c, size_t row, struct indicator *x)
{
	struct text weging = table_cell(c->table, row, WEGING);

	x->weging = weging.n == 0 ? WEGING_GEEN : WEGING_GEWICHT;
	if (text_is(weging, "som")) {
		x->weging = WEGING_SOM;
		if (units_is_ratio(x->eenheid))
			return table_fail(c->table, row, WEGING,
					  "\"%s\" does not add up: expected "
					  "the onderwerp of its weights, or "
					  "nothing",
					  x->eenheid.s);
	}
	return x->weging == WEGING_GEWICHT ? add_weight(c, row, x) : 0;
}

static int
add_part(struct catalogue *c, size_t row, enum column column, size_t *series)
{
	struct text t = table_cell(c->table, row, column);

	if (add_further(c, t, true, series))
		return 0;
	return table_fail(
	    c->table, row, column,
	    "expected onderwerp|naam=code|..., with periode=Q4 or "
	    "the like where it is of a part of the year; found "
	    "\"%s\"",
	    t.s);
}

/* teller and noemer; of a ratio weging is noemer or empty. */
static int
add_ratio(struct catalogue *c, size_t row, struct indicator *x)
{
	struct text teller = table_cell(c->table, row, TELLER);
	struct text noemer = table_cell(c->table, row, NOEMER);
	struct text weging = table_cell(c->table, row, WEGING);

	if (!teller.n || !noemer.n)
		return table_fail(c->table, row, teller.n ? NOEMER : TELLER,
				  "empty; a ratio has a teller and a noemer");
	if (table_cell(c->table, row, ONDERWERP).n)
		return table_fail(c->table, row, ONDERWERP,
				  "expected empty: it is teller divided by "
				  "noemer");
	if (weging.n && !text_is(weging, "noemer"))
		return table_fail(c->table, row, WEGING,
				  "\"%s\" of a ratio: expected noemer or empty",
				  weging.s);
	x->is_ratio = true;
	x->weging = weging.n ? WEGING_GEWICHT : WEGING_GEEN;
	if (add_part(c, row, TELLER, &x->teller) < 0 ||
	    add_part(c, row, NOEMER, &x->noemer) < 0)
		return -1;
	x->weight = x->noemer;
	return 0;
}

static int
read_bron(const struct catalogue *c, size_t row, struct indicator *x)
{
	static const char *const words[] = {"cbs", "hand", "onbekend"};
	size_t i = 0;
	int rc = table_word(c->table, row, BRON, words, 3, &i);

	if (rc == 1)
		x->bron = (enum herkomst)(HERKOMST_CBS + i);
	return rc < 0 ? -1 : 0;
}

/* What an indicator needs beside its own series. */
static int
add_others(struct catalogue *c, size_t row, struct indicator *x)
{
	if (read_bron(c, row, x) < 0)
		return -1;
	if (table_cell(c->table, row, TELLER).n ||
	    table_cell(c->table, row, NOEMER).n)
		return add_ratio(c, row, x);
	return add_weging(c, row, x);
}

static int
read_rows(struct catalogue *c, const char *as_of)
{
	size_t n = table_rows(c->table);
	size_t *rows = arena_alloc(c->arena, n + 1, sizeof(*rows));
	struct validity v;
	int32_t day;

	if (choose_day(c, as_of, &day) < 0)
		return -1;
	c->list = mem_array(n + 1, sizeof(*c->list));
	for (size_t row = 0; row < n; row++) {
		if (read_validity(c, row, &v) < 0)
			return -1;
		rows[c->count] = row;
		if (v.from <= day && day <= v.to && add_indicator(c, row) < 0)
			return -1;
	}
	for (size_t i = 0; i < c->count; i++)
		if (add_others(c, rows[i], &c->list[i]) < 0)
			return -1;
	return 0;
}

struct catalogue *
catalogue_load(const char *path, const char *as_of)
{
	struct catalogue *c = mem_new(struct catalogue);

	c->arena = arena_new();
	c->codes = map_new();
	c->onderwerpen = map_new();
	c->further = map_new();
	c->table = table_load(path, columns, COLUMNS);
	if (!c->table || read_rows(c, as_of) < 0) {
		catalogue_free(c);
		return NULL;
	}
	return c;
}

void
catalogue_free(struct catalogue *c)
{
	if (!c)
		return;
	table_free(c->table);
	arena_free(c->arena);
	map_free(c->codes);
	map_free(c->onderwerpen);
	map_free(c->further);
	free(c->list);
	free(c->selections);
	free(c);
}

void
catalogue_tell(const struct catalogue *c, struct findings *f)
{
	struct name_judge *n = name_judge_new(f);
	struct finding_place p = {.file = table_name(c->table),
				  .name = text_of(columns[TOELICHTING])};

	name_judge_column(n, c->table, NAAM);
	name_judge_column(n, c->table, THEMA);
	name_judge_column(n, c->table, EENHEID);
	name_judge_column(n, c->table, EDITIE);
	for (size_t i = 0; i < table_rows(c->table); i++) {
		p.record = p.row = table_line(c->table, i);
		p.value = table_cell(c->table, i, TOELICHTING);
		name_judge_remark(n, &p);
	}
	name_judge_tell(n);
	name_judge_free(n);
}

const char *
catalogue_name(const struct catalogue *c)
{
	return table_name(c->table);
}

size_t
catalogue_left_out(const struct catalogue *c)
{
	return table_rows(c->table) - c->count;
}

size_t
catalogue_count(const struct catalogue *c)
{
	return c->count;
}

const struct indicator *
catalogue_at(const struct catalogue *c, size_t i)
{
	return &c->list[i];
}

size_t
catalogue_series(const struct catalogue *c)
{
	return c->series;
}

const struct selection *
catalogue_selection(const struct catalogue *c, size_t series)
{
	return &c->selections[series];
}

size_t
catalogue_find(const struct catalogue *c, struct text onderwerp)
{
	return (size_t)(uintptr_t)map_get(c->onderwerpen, onderwerp) - 1;
}
