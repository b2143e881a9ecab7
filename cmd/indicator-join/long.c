#include <stdlib.h>

#include "figure.h"
#include "layout.h"
#include "strip.h"

enum column {
	SLEUTEL,
	INDICATOR_CODE,
	INDICATOR_NAAM,
	THEMA,
	REGIO,
	REGIO_NAAM,
	NIVEAU,
	PERIODE,
	WAARDE,
	EENHEID,
	STATUS,
	REDEN,
	RICHTING,
	NL_WAARDE,
	POSITIE,
	TREND,
	KLEUR,
	BRON_TABEL,
	EDITIE,
	COLUMNS
};

static const char *const columns[COLUMNS] = {
    "sleutel",	  "indicator_code", "indicator_naam", "thema",	   "regio",
    "regio_naam", "niveau",	    "periode",	      "waarde",	   "eenheid",
    "status",	  "reden",	    "richting",	      "nl_waarde", "positie",
    "trend",	  "kleur",	    "bron_tabel",     "editie"};

/* Columns whose text comes from others and may hold a line break. */
static const enum column foreign[] = {SLEUTEL,	  INDICATOR_NAAM, THEMA,
				      REGIO_NAAM, PERIODE,	  EENHEID,
				      BRON_TABEL, EDITIE};

/* One row under construction, and room for what is made for it. */
struct row {
	struct text cells[COLUMNS];
	char waarde[NUM_TEXT], positie[2];
};

static int
begin(struct layout *l)
{
	for (size_t i = 0; i < COLUMNS; i++)
		csvout_string(l->w, columns[i]);
	csvout_end(l->w);
	return 0;
}

static void
fill_names(struct row *r, const struct figure *f)
{
	struct text *c = r->cells;

	c[INDICATOR_CODE] = f->indicator->code;
	c[INDICATOR_NAAM] = f->indicator->naam;
	c[THEMA] = f->indicator->thema;
	c[REGIO] = f->place->code;
	c[REGIO_NAAM] = f->place->naam;
	c[NIVEAU] = text_of(region_level_name(f->place->level));
	c[PERIODE] = f->periode;
	c[EENHEID] = f->eenheid;
	c[BRON_TABEL] = f->tabel;
	c[EDITIE] = f->indicator->editie;
}

static void
fill_figures(struct row *r, const struct figure *f)
{
	enum richting richting = f->indicator->richting;
	struct text *c = r->cells;

	if (f->reden == REDEN_NONE)
		c[WAARDE] = num_format_fixed(f->waarde, f->decimals, r->waarde);
	c[NL_WAARDE] = f->nl_waarde;
	if (f->positie) {
		r->positie[0] = (char)('0' + f->positie);
		c[POSITIE] = (struct text){r->positie, 1};
	}
	c[STATUS] = text_of(status_name(f->status));
	c[REDEN] = text_of(reden_name(f->reden));
	c[RICHTING] = text_of(richting_name(richting));
	c[TREND] = text_of(trend_name(f->trend));
	c[KLEUR] = text_of(kleur_name(f->trend, richting));
}

static void
write_row(struct layout *l, const struct figure *f)
{
	const struct text key[3] = {f->indicator->code, f->place->code,
				    f->periode};
	struct row r = {0};

	fill_names(&r, f);
	fill_figures(&r, f);
	r.cells[SLEUTEL] = buffer_join(&l->a, key, 3);
	for (size_t i = 0; l->clean && i < LAYOUT_CLEAN; i++)
		r.cells[foreign[i]] =
		    buffer_clean(&l->cleaned[i], r.cells[foreign[i]]);
	csvout_record(l->w, r.cells, COLUMNS, false);
}

/* The order of the periods, made anew when there are more of them. */
static const size_t *
period_order(struct layout *l, size_t *n)
{
	*n = periods_count(l->j->periods);
	if (!l->order || l->ordered != *n) {
		free(l->order);
		l->order = periods_order(l->j->periods);
		l->ordered = *n;
	}
	return l->order;
}

static int
indicator(struct layout *l, size_t i)
{
	struct join *j = l->j;
	long latest = l->latest ? join_latest(j, i) : -1;
	struct strip s;
	struct figure f;
	size_t n;
	const size_t *order = period_order(l, &n);

	strip_open(&s, j, i, order, n);
	for (size_t place = 0; place < places_grid(j->places); place++) {
		strip_turn(&s, j, place);
		for (size_t k = 0; k < s.count; k++) {
			if (l->latest && (long)s.periods[k] != latest)
				continue;
			f = strip_figure(&s, j, k);
			write_row(l, &f);
		}
	}
	strip_close(&s);
	return 0;
}

const struct layout_kind layout_long = {"long", begin, indicator, NULL, false};
const struct layout_kind layout_arcgis = {"arcgis", begin, indicator, NULL,
					  true};
