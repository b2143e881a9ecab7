#include <stdlib.h>

#include "figure.h"
#include "layout.h"

static const char *const columns[] = {
    "sleutel",	  "indicator_code", "indicator_naam", "thema",	   "regio",
    "regio_naam", "niveau",	    "periode",	      "waarde",	   "eenheid",
    "status",	  "reden",	    "richting",	      "nl_waarde", "positie",
    "trend",	  "kleur",	    "bron_tabel",     "editie"};

static int
begin(struct layout *l)
{
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		csvout_string(l->w, columns[i]);
	csvout_end(l->w);
	return 0;
}

static void
write_text(struct layout *l, struct text t)
{
	csvout_text(l->w, l->clean ? buffer_clean(&l->b, t) : t);
}

static void
write_figures(struct layout *l, const struct figure *f)
{
	if (f->reden == REDEN_NONE)
		layout_value(l, f->waarde, f->decimals);
	else
		csvout_empty(l->w);
	write_text(l, f->eenheid);
	csvout_string(l->w, status_name(f->status));
	csvout_string(l->w, reden_name(f->reden));
	csvout_string(l->w, richting_name(f->indicator->richting));
	if (f->has_nl)
		layout_value(l, f->nl, f->nl_decimals);
	else
		csvout_empty(l->w);
	if (f->positie)
		csvout_int(l->w, f->positie);
	else
		csvout_empty(l->w);
	csvout_string(l->w, trend_name(f->trend));
	csvout_string(l->w, kleur_name(f->trend, f->indicator->richting));
}

static void
write_row(struct layout *l, const struct figure *f)
{
	const struct text key[3] = {f->indicator->code, f->place->code,
				    f->periode};

	write_text(l, buffer_join(&l->a, key, 3));
	csvout_text(l->w, f->indicator->code);
	write_text(l, f->indicator->naam);
	write_text(l, f->indicator->thema);
	csvout_text(l->w, f->place->code);
	write_text(l, f->place->naam);
	csvout_string(l->w, region_level_name(f->place->level));
	write_text(l, f->periode);
	write_figures(l, f);
	write_text(l, f->tabel);
	write_text(l, f->indicator->editie);
	csvout_end(l->w);
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
	size_t n;
	const size_t *order = period_order(l, &n);

	for (size_t place = 0; place < places_grid(j->places); place++) {
		for (size_t k = 0; k < n; k++) {
			struct figure f;

			if (!store_has(j->store, i, order[k]) ||
			    (l->latest && (long)order[k] != latest))
				continue;
			f = figure_of(j, i, place, order[k]);
			write_row(l, &f);
		}
	}
	return 0;
}

const struct layout_kind layout_long = {"long", begin, indicator, NULL, false};
const struct layout_kind layout_arcgis = {"arcgis", begin, indicator, NULL,
					  true};
