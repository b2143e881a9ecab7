#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "shape/figure.h"
#include "shape/layout.h"
#include "mem.h"

/* The one cell that --explain asks for. */
struct question {
	size_t indicator, place, period;
};

static const char *const columns[] = {
    "rol",   "sleutel",	   "waarde",  "eenheid", "status",
    "reden", "bron_tabel", "bestand", "regel",	 "uitleg"};

static int
begin(struct layout *l)
{
	csvout_numbers(l->w, "waarde regel");
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		csvout_string(l->w, columns[i]);
	csvout_end(l->w);
	return 0;
}

/* Where a value stands: file and line, for what came from a source. */
static void
write_origin(struct layout *l, const struct cell *c)
{
	if (c && c->kind == CELL_SOURCE) {
		csvout_text(l->w, join_table_name(l->j, c->tabel));
		csvout_text(l->w, l->j->names[c->source]);
		csvout_int(l->w, (int64_t)c->row);
		return;
	}
	csvout_empty(l->w);
	csvout_empty(l->w);
	csvout_empty(l->w);
}

/* A weight is told only where no counts are withheld. */
static enum reden
reden_now(const struct join *j, const struct question *q, const struct cell *c)
{
	if (q->indicator < catalogue_count(j->catalogue))
		return figure_value(j, q->indicator, q->place, q->period).reden;
	if (!c)
		return REDEN_NIET_GELEVERD;
	return j->options->min_count ? REDEN_ONDERDRUKT : (enum reden)c->reden;
}

/* A cell of any series, a weight's too; what is withheld stays so. */
static void
write_cell(struct layout *l, const char *role, const struct question *q,
	   const char *why)
{
	const struct cell *c =
	    store_get(l->j->store, q->indicator, q->period, q->place);
	enum reden reden = reden_now(l->j, q, c);

	csvout_string(l->w, role);
	csvout_text(l->w, join_key(l->j, q->indicator, q->place, q->period));
	if (c && reden == REDEN_NONE)
		layout_value(l, cell_num(c), c->decimals);
	else
		csvout_empty(l->w);
	csvout_text(l->w, measures_unit(l->j->measures, q->indicator));
	csvout_text(l->w,
		    status_name(c ? (enum status)c->status : STATUS_NONE));
	csvout_text(l->w, reden_name(reden));
	write_origin(l, c);
	csvout_string(l->w, why);
	csvout_end(l->w);
}

static const char *
explain_absent(const struct indicator *x, const struct place *p)
{
	if (p->member_count == 0 || p->level == REGION_LAND)
		return "geen rij in de bron";
	if (x->weging == WEGING_GEEN)
		return "geen rij in de bron, en zonder weging niet te "
		       "berekenen";
	return "geen rij in de bron";
}

/* How the cell came to be, in Dutch. */
static const char *
explain_cell(const struct join *j, const struct question *q)
{
	const struct indicator *x = catalogue_at(j->catalogue, q->indicator);
	const struct cell *c =
	    store_get(j->store, q->indicator, q->period, q->place);

	if (!c)
		return explain_absent(x, places_at(j->places, q->place));
	if (c->reden == REDEN_ONDERDRUKT && j->options->min_count)
		return "niet getoond wegens --min-count";
	if (c->kind == CELL_SOURCE)
		return "rij uit de bron";
	if (x->is_ratio)
		return c->kind == CELL_RATIO
			   ? "teller gedeeld door noemer, afgerond op decimalen"
			   : "som van de tellers gedeeld door die van de "
			     "noemers, afgerond op decimalen";
	if (places_at(j->places, q->place)->member_count == 0)
		return "omgerekend uit de gemeenten van voor de wijziging";
	if (x->weging == WEGING_SOM)
		return "som van de delen";
	return "gemiddelde van de delen met hun gewicht, afgerond op "
	       "decimalen";
}

/* The parts of a ratio at a place, where they have a row. */
static void
write_ratio(struct layout *l, const struct indicator *x,
	    const struct question *q)
{
	const size_t series[] = {x->teller, x->noemer};

	for (size_t i = 0; i < 2; i++) {
		struct question part = *q;
		long at = join_part(l->j, series[i], q->period);

		if (at < 0)
			continue;
		part.indicator = series[i];
		part.period = (size_t)at;
		write_cell(l, i ? "noemer" : "teller", &part, "");
	}
}

static void
write_parts(struct layout *l, const struct question *q)
{
	const struct join *j = l->j;
	const struct place *p = places_at(j->places, q->place);
	const struct indicator *x = catalogue_at(j->catalogue, q->indicator);
	const struct cell *c =
	    store_get(j->store, q->indicator, q->period, q->place);
	struct question part = *q;

	if (c && c->kind == CELL_RATIO)
		write_ratio(l, x, q);
	if (!c || c->kind != CELL_COMPUTED)
		return;
	for (size_t i = 0; i < p->member_count; i++) {
		part.place = p->members[i];
		if (x->is_ratio) {
			write_ratio(l, x, &part);
			continue;
		}
		part.indicator = q->indicator;
		write_cell(l, "deel", &part, "");
		part.indicator = x->weight;
		if (x->weging == WEGING_GEWICHT)
			write_cell(l, "gewicht", &part, "");
	}
}

static void
write_place(struct layout *l, const struct question *q)
{
	const struct cell *c =
	    store_get(l->j->store, q->indicator, q->period, q->place);
	char why[128];

	if (!cell_has(c) || !c->positie)
		return;
	snprintf(why, sizeof(why),
		 "plaats %u van %zu gemeenten met een waarde, kwartiel %d",
		 c->better + 1,
		 store_ranked(l->j->store, q->indicator, q->period),
		 c->positie);
	write_cell(l, "positie", q, why);
}

static void
write_trend(struct layout *l, const struct question *q)
{
	struct question year = *q;
	struct figure_window w;
	enum trend t =
	    figure_window(l->j, q->indicator, q->place, q->period, &w);
	char why[160];

	if (t == TREND_NONE)
		return;
	if (w.test.least > 0)
		snprintf(why, sizeof(why),
			 "S = %d van %d paren van %zu waarden: %s (stijgend "
			 "vanaf %d, dalend vanaf -%d)",
			 w.test.sum, w.test.pairs, w.n, trend_name(t).s,
			 w.test.least, w.test.least);
	else
		snprintf(why, sizeof(why),
			 "S = %d van %d paren van %zu waarden: %s (geen S is "
			 "toevallig genoeg)",
			 w.test.sum, w.test.pairs, w.n, trend_name(t).s);
	for (size_t i = 0; i < w.n; i++) {
		year.period = w.periods[i];
		write_cell(l, "trend", &year, i + 1 < w.n ? "" : why);
	}
}

/* The number of the place or period with this name, or count. */
static size_t
find_place(const struct join *j, struct text code)
{
	size_t n = places_grid(j->places), i = 0;

	while (i < n && !text_equal(places_at(j->places, i)->code, code))
		i++;
	return i;
}

static size_t
find_period(const struct join *j, size_t indicator, struct text name)
{
	size_t n = periods_count(j->periods), i = 0;

	while (i < n && !(text_equal(periods_text(j->periods, i), name) &&
			  store_has(j->store, indicator, i)))
		i++;
	return i;
}

static size_t
find_indicator(const struct join *j, struct text code)
{
	size_t n = catalogue_count(j->catalogue), i = 0;

	while (i < n && !text_equal(catalogue_at(j->catalogue, i)->code, code))
		i++;
	return i;
}

static int
refuse_code(const struct join *j, struct text code)
{
	size_t n = catalogue_count(j->catalogue);
	const char **names = mem_array(n + 1, sizeof(*names));
	char shown[TEXT_SHOW];
	const char *near;

	for (size_t i = 0; i < n; i++)
		names[i] = catalogue_at(j->catalogue, i)->code.s;
	near = text_nearest(code, names, n);
	free(names);
	return diag_fail("--explain: no indicator \"%s\"%s%s",
			 text_show(code, shown), near ? ", did you mean " : "",
			 near ? near : "");
}

/* What is asked for in words. --explain takes the same form in all tools; the
 * sleutel code|regio|periode is the old one, told. */
static int
take_apart(const char *asked, struct text *regio, struct text *period,
	   struct text *code)
{
	struct text rest = text_of(asked);

	if (memchr(rest.s, '|', rest.n)) {
		if (text_split(&rest, '|', code) && rest.s &&
		    text_split(&rest, '|', regio) && rest.s) {
			*period = rest;
			diag_warn("--explain takes REGIO:PERIODE:NAME now; "
				  "code|regio|periode goes in the next "
				  "version");
			return 0;
		}
	} else if (text_split(&rest, ':', regio) && rest.s &&
		   text_split(&rest, ':', period) && rest.s) {
		*code = rest;
		return 0;
	}
	return diag_fail("--explain: expected REGIO:PERIODE:NAME, found "
			 "\"%s\"",
			 asked);
}

/* REGIO:PERIODE:NAME as numbers; -1 with a message when there is none. */
static int
find(const struct join *j, struct question *q)
{
	struct text code, regio, period;
	char shown[TEXT_SHOW];

	if (take_apart(j->options->explain, &regio, &period, &code) < 0)
		return -1;
	q->indicator = find_indicator(j, code);
	if (q->indicator == catalogue_count(j->catalogue))
		return refuse_code(j, code);
	q->place = find_place(j, regio);
	if (q->place == places_grid(j->places))
		return diag_fail("--explain: no region \"%s\" in the grid",
				 text_show(regio, shown));
	q->period = find_period(j, q->indicator, period);
	if (q->period == periods_count(j->periods))
		return diag_fail("--explain: the indicator has no period "
				 "\"%s\"",
				 text_show(period, shown));
	return 0;
}

static int
end(struct layout *l)
{
	struct question q;

	if (find(l->j, &q) < 0)
		return -1;
	write_cell(l, "cel", &q, explain_cell(l->j, &q));
	write_parts(l, &q);
	write_place(l, &q);
	write_trend(l, &q);
	return 0;
}

const struct layout_kind layout_explain = {begin, NULL, end, true};
