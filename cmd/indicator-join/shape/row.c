#include "tables/key.h"
#include "shape/row.h"

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

void
row_header(struct layout *l)
{
	csvout_numbers(l->w, "waarde nl_waarde positie");
	for (size_t i = 0; i < COLUMNS; i++)
		csvout_string(l->w, columns[i]);
	csvout_end(l->w);
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
	c[STATUS] = status_name(f->status);
	c[REDEN] = reden_name(f->reden);
	c[RICHTING] = richting_name(richting);
	c[TREND] = trend_name(f->trend);
	c[KLEUR] = kleur_name(f->trend, richting);
}

void
row_write(struct layout *l, const struct strip *s, size_t i)
{
	struct figure f = strip_figure(s, l->j, i);
	const struct text key[3] = {f.indicator->code, f.place->code,
				    f.periode};
	struct row r = {0};

	fill_names(&r, &f);
	fill_figures(&r, &f);
	r.cells[SLEUTEL] = key_join(&l->a, key, 3);
	for (size_t k = 0; l->clean && k < LAYOUT_CLEAN; k++)
		r.cells[foreign[k]] =
		    key_clean(&l->cleaned[k], r.cells[foreign[k]]);
	csvout_record(l->w, r.cells, COLUMNS, false);
}
