#include "run.h"

#include <stdlib.h>

#include "diag.h"
#include "gemeenten.h"
#include "mem.h"
#include "ground/rule.h"
#include "period.h"
#include "growth/series.h"
#include "plans/scenario.h"
#include "stand/area.h"
#include "stand/band.h"
#include "stand/stand.h"
#include "stand/whole.h"
#include "wanted.h"
#include "write/claims.h"
#include "stand/columns.h"
#include "outform.h"
#include "write/view.h"

/* More years than any agreement spans. */
#define YEARS_MAX 100

struct run {
	const struct options *chosen;
	struct frame frame;
	struct gemeenten *gemeenten;
	struct gebieden *area_table; /* NULL: not given */
	struct regios *regios;
	struct opgaven *opgaven;
	struct cells *cells;
	struct series *series; /* NULL: no table is made of them */
	struct scenarios *scenarios;
	struct wanted **wanted;	   /* each table of options.tables */
	struct opgaven **variants; /* per scenario */
	struct plans *plans;
	struct taker *taker; /* of the plans, so many as are asked for */
	struct plan_takers takers;
	struct areas *
	    *areas;	     /* per variant of the plans; NULL: not asked for */
	struct band **bands; /* likewise */
	struct roster *roster;
	struct whole *whole;   /* NULL: not given */
	struct claims *claims; /* NULL: not given */
	struct num norm;       /* of capacity, in percent of what remains */
};

static int
load_targets(struct run *o)
{
	const struct options *c = o->chosen;
	int32_t as_of = INT32_MAX;
	if (c->as_of && !date_parse(text_of(c->as_of), &as_of))
		return diag_fail("--as-of '%s' is not a date, expected "
				 "YYYY-MM-DD",
				 c->as_of);
	o->gemeenten = gemeenten_load(c->gemeenten);
	if (!o->gemeenten)
		return -1;
	gemeenten_tell(o->gemeenten, o->frame.findings);
	o->regios = regios_new(o->gemeenten);
	if (!o->regios)
		return -1;
	o->frame.regios = o->regios;
	if (c->areas) {
		o->area_table = gebieden_load(c->areas, o->gemeenten);
		if (!o->area_table)
			return -1;
		gebieden_tell(o->area_table, o->frame.findings);
		o->frame.areas = o->area_table;
	}
	o->opgaven = opgaven_load(&o->frame, c->opgave, as_of);
	return o->opgaven ? 0 : -1;
}

static int
set_years(struct run *o)
{
	const char *asked = o->chosen->years;
	o->frame.years = opgaven_span(o->opgaven);
	if (asked && !span_parse(text_of(asked), &o->frame.years))
		return diag_fail("-y '%s' is not a span of years, expected "
				 "as in 2022..2030",
				 asked);
	if (o->frame.years.from == 0)
		return diag_fail("%s has no targets: give the years with -y",
				 o->chosen->opgave);
	if (frame_years(&o->frame) > YEARS_MAX)
		return diag_fail("%zu years are asked for, at most %d can be",
				 frame_years(&o->frame), YEARS_MAX);
	return 0;
}

/* Growth is by month: the last day of one is the first of the next, and within
 * a month nothing of it counts. Both are told. */
static void
settle_date(struct frame *k, struct text asked)
{
	int year, month, day, next;
	char first[PERIOD_TEXT];
	date_split(k->peildatum, &year, &month, &day);
	if (day == 1)
		return;
	date_split(k->peildatum + 1, &year, &next, &day);
	bool last = day == 1;
	if (last)
		k->peildatum++;
	else
		date_days(year, month, 1, &k->peildatum);
	rule_add(k->findings, last ? RULE_LAST_DAY : RULE_WITHIN_MONTH, NULL,
		 TEXTS(asked, date_format(k->peildatum, first)));
}

/* By default 1 January after the last whole year of growth. */
static int
set_date(struct run *o)
{
	struct frame *k = &o->frame;
	const char *asked = o->chosen->peildatum;
	struct text word = text_of(asked);
	char years[SPAN_TEXT];
	if (asked && !text_is(word, "laatste")) {
		k->peildatum_known = true;
		if (date_parse(word, &k->peildatum)) {
			settle_date(k, word);
			return 0;
		}
		return diag_fail("--peildatum '%s' is not a date, expected "
				 "YYYY-MM-DD or laatste",
				 asked);
	}
	k->peildatum_known = cells_end(o->cells, asked, &k->peildatum);
	if (k->peildatum_known)
		return 0;
	struct finding_place p = {.file = cells_name(o->cells)};
	rule_add(k->findings, RULE_NO_GROWTH, &p,
		 TEXTS(span_format(k->years, years)));
	date_days(k->years.from, 1, 1, &k->peildatum);
	return 0;
}

static bool
area(const struct run *o)
{
	return o->chosen->groep && text_is(text_of(o->chosen->groep), "gebied");
}

/* Targets of areas are no part of the stand of regions; the table of scenarios
 * has them. */
static void
report_areas(struct run *o, size_t i)
{
	bool told =
	    area(o) || form_count(&o->chosen->tables, FORM_SCENARIOS) > 0;
	size_t n;
	const struct area_target *list = scenarios_areas(o->scenarios, i, &n);
	for (size_t j = 0; j < n && !told; j++)
		rule_add(o->frame.findings, RULE_AREA_TARGET, NULL,
			 TEXTS(scenarios_name(o->scenarios, i), list[j].area));
}

static int
load_scenarios(struct run *o)
{
	size_t n;
	if (!o->chosen->scenario)
		return 0;
	o->scenarios = scenarios_load(&o->frame, o->chosen->scenario);
	if (!o->scenarios)
		return -1;
	size_t count = scenarios_count(o->scenarios);
	o->variants = mem_array(count + 1, sizeof(*o->variants));
	for (size_t i = 0; i < count; i++) {
		const struct ambition *list =
		    scenarios_ambitions(o->scenarios, i, &n);
		report_areas(o, i);
		if (n == 0)
			continue;
		o->variants[i] = opgaven_with(o->opgaven, &o->frame, list, n);
		if (!o->variants[i])
			return -1;
	}
	return 0;
}

static void
add_taker(struct run *o, struct taker t)
{
	o->taker[o->takers.count++] = t;
}

/* What the tables need of the plans; and room for areas and bands. */
static int
load_wanted(struct run *o)
{
	const struct form_list *list = &o->chosen->tables;
	size_t n = 2;
	o->wanted = mem_array(list->count + 1, sizeof(struct wanted *));
	for (size_t i = 0; i < list->count; i++) {
		o->wanted[i] = wanted_new(&list->items[i], &o->frame, o->chosen,
					  o->scenarios);
		if (!o->wanted[i])
			return -1;
		n += wanted_takers(o->wanted[i]);
	}
	n += o->claims ? claims_takers(o->claims) : 0;
	o->taker = mem_array(n, sizeof(*o->taker));
	for (size_t i = 0; o->claims && i < claims_takers(o->claims); i++)
		add_taker(o, claims_taker(o->claims, i));
	for (size_t i = 0; i < list->count; i++)
		for (size_t j = 0; j < wanted_takers(o->wanted[i]); j++)
			add_taker(o, wanted_taker(o->wanted[i], j));
	return 0;
}

/* The areas as they are, or with the targets of scenario i - 1. */
static struct areas *
areas_of(const struct run *o, size_t i)
{
	struct areas *g = areas_new(&o->frame);
	size_t n = 0;
	const struct area_target *list =
	    i == 0 ? NULL : scenarios_areas(o->scenarios, i - 1, &n);
	for (size_t j = 0; j < n; j++)
		areas_target(g, list[j].area, list[j].target);
	return g;
}

/* What is there once for each variant of the plans. */
static void
add_variants(struct run *o)
{
	size_t n = scenarios_count(o->scenarios) + 1;
	if (area(o)) {
		o->areas = mem_array(n, sizeof(*o->areas));
		for (size_t i = 0; i < n; i++)
			o->areas[i] = areas_of(o, i);
		add_taker(o, areas_taker(o->areas));
	}
	if (o->chosen->band || form_count(&o->chosen->tables, FORM_BAND) > 0) {
		o->bands = mem_array(n, sizeof(*o->bands));
		for (size_t i = 0; i < n; i++)
			o->bands[i] = band_new(&o->frame);
		add_taker(o, bands_taker(o->bands));
	}
}

static int
read_plans(struct run *o)
{
	const struct opt_list *list = &o->chosen->plans;
	o->takers.scenarios = o->scenarios;
	o->takers.list = o->taker;
	o->takers.bands = o->chosen->band;
	o->plans = plans_new(&o->frame, &o->takers);
	for (size_t i = 0; i < list->count; i++)
		if (plans_read(o->plans, list->items[i]) != 0)
			return -1;
	if (plans_settle(o->plans, o->cells) != 0)
		return -1;
	for (size_t i = 1; i <= scenarios_count(o->scenarios); i++)
		if (o->areas && list->count > 0)
			areas_check(o->areas[i]);
	return 0;
}

static int
load_plans(struct run *o)
{
	if (load_wanted(o) != 0)
		return -1;
	add_variants(o);
	if (read_plans(o) != 0)
		return -1;
	if (o->chosen->stand &&
	    !(o->whole = whole_load(&o->frame, o->chosen->stand)))
		return -1;
	if (!o->chosen->roster)
		return 0;
	o->roster = roster_load(&o->frame, o->chosen->roster);
	return o->roster ? 0 : -1;
}

static int
set_norm(struct run *o)
{
	const char *asked = o->chosen->capacity_norm;
	if (!asked || stand_norm(text_of(asked), &o->norm))
		return 0;
	return diag_fail("--capacity-norm '%s' is not a percentage up to 1000, "
			 "expected as in 130",
			 asked);
}

/* With the observations of their table, if there is one. */
static int
load_claims(struct run *o)
{
	const struct options *c = o->chosen;
	struct claims_setting s = {.path = c->claims,
				   .scenarios = o->scenarios,
				   .planstatus = c->planstatus,
				   .observations = text_of(""),
				   .part = CLAIMS_ALL};
	for (size_t i = 0; i < c->tables.count; i++) {
		struct text rest, table;
		if (c->tables.items[i].form != FORM_CLAIMS)
			continue;
		rest = text_of(c->tables.items[i].parameter);
		text_split(&rest, ':', &table);
		s.observations = rest.s ? rest : text_of("");
	}
	if (!c->claims)
		return 0;
	o->claims = claims_load(&o->frame, &s);
	return o->claims ? 0 : -1;
}

static int
load(struct run *o, const char *path)
{
	if (set_norm(o) != 0 || load_targets(o) != 0 || set_years(o) != 0)
		return -1;
	for (size_t i = 0; i < o->chosen->tables.count && !o->series; i++)
		if (wanted_series(o->chosen->tables.items[i].form))
			o->series = series_new(&o->frame);
	if (!(o->cells = cells_load(path, &o->frame, o->series)) ||
	    set_date(o) != 0)
		return -1;
	opgaven_check(o->opgaven, &o->frame);
	if (o->chosen->phasing &&
	    opgaven_phase(o->opgaven, &o->frame, o->chosen->phasing) != 0)
		return -1;
	growth_check(&o->frame, o->cells);
	if (load_scenarios(o) != 0)
		return -1;
	if (load_claims(o) != 0)
		return -1;
	return load_plans(o);
}

struct run *
run_open(const struct options *chosen, const char *path, struct findings *f)
{
	struct run *o = mem_new(struct run);
	o->chosen = chosen;
	o->frame.findings = f;
	if (load(o, path) != 0) {
		run_close(o);
		return NULL;
	}
	return o;
}

void
run_close(struct run *o)
{
	if (!o)
		return;
	for (size_t i = 0; i < scenarios_count(o->scenarios); i++)
		opgaven_free(o->variants ? o->variants[i] : NULL);
	free(o->variants);
	for (size_t i = 0; i <= scenarios_count(o->scenarios); i++) {
		areas_free(o->areas ? o->areas[i] : NULL);
		band_free(o->bands ? o->bands[i] : NULL);
	}
	free(o->areas);
	free(o->bands);
	whole_free(o->whole);
	claims_free(o->claims);
	roster_free(o->roster);
	plans_free(o->plans);
	for (size_t i = 0; o->wanted && i < o->chosen->tables.count; i++)
		wanted_free(o->wanted[i]);
	free(o->wanted);
	free(o->taker);
	scenarios_free(o->scenarios);
	cells_free(o->cells);
	series_free(o->series);
	opgaven_free(o->opgaven);
	regios_free(o->regios);
	gebieden_free(o->area_table);
	gemeenten_free(o->gemeenten);
	free(o);
}

/* 0 is as it is, then one for each scenario. */
static struct stand
stand_of(const struct run *o, size_t i)
{
	struct stand s = {.frame = &o->frame,
			  .opgaven = o->opgaven,
			  .cells = o->cells,
			  .plans = o->plans,
			  .capacity = plans_capacity(o->plans, i),
			  .roster = o->roster,
			  .norm = o->chosen->capacity_norm ? &o->norm : NULL,
			  .areas = o->areas ? o->areas[i] : NULL,
			  .whole = o->whole,
			  .band = o->chosen->band ? o->bands[i] : NULL,
			  .scenario = text_of("basis")};
	if (i == 0)
		return s;
	s.scenario = scenarios_name(o->scenarios, i - 1);
	if (o->variants[i - 1])
		s.opgaven = o->variants[i - 1];
	return s;
}

static void
write_view(struct run *o, struct output *out)
{
	for (size_t i = 0; i <= scenarios_count(o->scenarios); i++) {
		struct stand s = stand_of(o, i);
		if (i > 0)
			output_write(out, "\n", 1);
		view_write(out, &s, o->chosen->paint);
	}
}

/* --table of the stand is a picture of it; of what only options add, a table.
 */
static bool
is_picture(const struct run *o, const struct output *out)
{
	const struct options *c = o->chosen;
	return outform() == OUTFORM_TABLE && !area(o) && !c->band &&
	       !c->capacity_norm && output_columns(out) >= VIEW_COLUMNS;
}

static void
write_stand(struct run *o, struct output *out)
{
	struct stand basis = stand_of(o, 0);
	if (is_picture(o, out)) {
		write_view(o, out);
		return;
	}
	struct csvout *w = csvout_new(out, CSVOUT_ASKED);
	columns_header(w, &basis);
	for (size_t i = 0; i <= scenarios_count(o->scenarios); i++) {
		struct stand s = stand_of(o, i);
		columns_write(w, &s);
	}
	csvout_finish(w);
}

/* The stand as it is, and in each scenario, without what only the stand's own
 * options add to it. */
static struct stand *
stands_of(const struct run *o, bool band)
{
	size_t n = scenarios_count(o->scenarios) + 1;
	struct stand *stands = mem_array(n, sizeof(*stands));
	for (size_t j = 0; j < n; j++) {
		stands[j] = stand_of(o, j);
		stands[j].norm = NULL;
		stands[j].areas = NULL;
		stands[j].band = band ? o->bands[j] : NULL;
	}
	return stands;
}

/* A table beside the stand or instead of it. */
static void
write_table(struct run *o, size_t i, struct output *out)
{
	const struct form_asked *asked = &o->chosen->tables.items[i];
	struct stand *stands = stands_of(o, asked->form == FORM_BAND);
	struct csvout *w =
	    csvout_new(out, form_to_output(asked) ? CSVOUT_ASKED : CSVOUT_CSV);
	wanted_write(o->wanted[i],
		     &(struct wanted_from){stands, o->scenarios, o->series}, w);
	csvout_finish(w);
	free(stands);
}

int
run_open_tables(struct run *o)
{
	for (size_t i = 0; i < o->chosen->tables.count; i++)
		if (wanted_open(o->wanted[i]) != 0)
			return -1;
	return 0;
}

size_t
run_outputs(struct run *o, struct output **list)
{
	size_t n = 0;
	for (size_t i = 0; i < o->chosen->tables.count; i++) {
		list[n] = wanted_take(o->wanted[i]);
		n += list[n] != NULL;
	}
	return n;
}

void
run_write(struct run *o, struct output *out)
{
	const struct options *c = o->chosen;
	if (c->claims) {
		struct stand *stands = stands_of(o, false);
		claims_check(stands, o->claims);
		free(stands);
	}
	for (size_t i = 0; i < c->tables.count; i++) {
		const struct form_asked *asked = &c->tables.items[i];
		struct output *to =
		    form_to_output(asked) ? out : wanted_output(o->wanted[i]);
		if (asked->form == FORM_STAND)
			write_stand(o, to);
		else
			write_table(o, i, to);
	}
}
