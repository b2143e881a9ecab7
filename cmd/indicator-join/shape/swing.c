#include <stdlib.h>

#include "shape/figure.h"
#include "shape/layout.h"
#include "tables/rule.h"

/* The four codes of Swing for a cell without a value (domain/feeds.md 2.3).
 * EMPTY is as if nothing was loaded; over SECRET and UNKNOWN Swing makes no
 * totals, over EMPTY and NVT it does. */
#define SWING_EMPTY "-99996"
#define SWING_SECRET "-99997"
#define SWING_NVT "-99998"
#define SWING_UNKNOWN "-99999"

static const char *const missing[] = {
    [REDEN_NONE] = SWING_EMPTY,	       [REDEN_NVT] = SWING_NVT,
    [REDEN_ONMOGELIJK] = SWING_NVT,    [REDEN_NIET_GELEVERD] = SWING_EMPTY,
    [REDEN_ONTBREEKT] = SWING_UNKNOWN, [REDEN_ONBEKEND] = SWING_UNKNOWN,
    [REDEN_ONDERDRUKT] = SWING_SECRET, [REDEN_GEHEIM] = SWING_SECRET,
};

/* NULL: no level of Swing's. */
static const char *
geolevel(enum region_level level)
{
	switch (level) {
	case REGION_GEMEENTE:
		return "gemeente";
	case REGION_PROVINCIE:
		return "provincie";
	case REGION_LAND:
		return "nederland";
	case REGION_WIJK:
		return "wijk";
	case REGION_BUURT:
		return "buurt";
	default:
		return NULL;
	}
}

/* GM0034 is 34, BU00340101 is 340101. */
static struct text
geoitem(struct text code)
{
	while (code.n > 1 && (*code.s < '1' || *code.s > '9')) {
		code.s++;
		code.n--;
	}
	return code;
}

static bool
is_missing_code(struct num v)
{
	return num_compare(v, num_of(-99999)) >= 0 &&
	       num_compare(v, num_of(-99996)) <= 0 && num_is_whole(v);
}

static void
write_cell(struct layout *l, size_t i, size_t place, size_t period)
{
	struct finding_place at = {0};
	struct figure f;
	char buf[NUM_TEXT];
	struct text key;

	if (!store_has(l->j->store, i, period)) {
		csvout_string(l->w, SWING_EMPTY);
		return;
	}
	f = figure_value(l->j, i, place, period);
	if (f.reden != REDEN_NONE) {
		csvout_string(l->w, missing[f.reden]);
	} else if (is_missing_code(f.waarde)) {
		key = join_key(l->j, i, place, period);
		at.value = num_format(f.waarde, buf);
		finding_add(l->j->findings, &rules[RULE_SWING_VALUE], &at, &key,
			    1);
		csvout_string(l->w, SWING_UNKNOWN);
	} else {
		layout_value(l, f.waarde, f.decimals);
	}
}

static void
write_region(struct layout *l, size_t place, size_t period)
{
	const struct place *p = places_at(l->j->places, place);

	csvout_text(l->w, periods_text(l->j->periods, period));
	csvout_string(l->w, geolevel(p->level));
	csvout_text(l->w, geoitem(p->code));
}

/* Every region of every level, so that Swing may replace the whole slice. */
static void
write_period(struct layout *l, size_t period)
{
	const struct join *j = l->j;

	for (size_t place = 0; place < places_grid(j->places); place++) {
		if (!geolevel(places_at(j->places, place)->level))
			continue;
		write_region(l, place, period);
		for (size_t i = 0; i < catalogue_count(j->catalogue); i++)
			write_cell(l, i, place, period);
		csvout_end(l->w);
	}
}

static void
write_slice(struct layout *l, size_t i, size_t period)
{
	const struct join *j = l->j;

	for (size_t place = 0; place < places_grid(j->places); place++) {
		if (!geolevel(places_at(j->places, place)->level))
			continue;
		write_region(l, place, period);
		csvout_text(l->w, catalogue_at(j->catalogue, i)->code);
		write_cell(l, i, place, period);
		csvout_end(l->w);
	}
}

static void
write_fixed(struct layout *l)
{
	csvout_string(l->w, "PERIODE");
	csvout_string(l->w, "GEBIEDSNIVEAU");
	csvout_string(l->w, "GEBIED");
}

static int
begin(struct layout *l)
{
	write_fixed(l);
	for (size_t i = 0; i < catalogue_count(l->j->catalogue); i++)
		csvout_number_name(l->w,
				   catalogue_at(l->j->catalogue, i)->code);
	csvout_end(l->w);
	return 0;
}

static int
begin_long(struct layout *l)
{
	write_fixed(l);
	csvout_string(l->w, "ONDERWERP");
	csvout_number_name(l->w, text_of("WAARDE"));
	csvout_end(l->w);
	return 0;
}

/* The years in order, *n of them; the caller frees. Other periods that are in
 * use are reported. */
static size_t *
find_years(struct layout *l, size_t *n)
{
	const struct periods *ps = l->j->periods;
	size_t *order = periods_order(ps);
	struct finding_place at = {0};

	*n = 0;
	at.name = text_of("periode");
	for (size_t k = 0; k < periods_count(ps); k++) {
		struct text name = periods_text(ps, order[k]);

		if (!layout_uses(l, order[k]))
			continue;
		if (periods_at(ps, order[k]).grain == GRAIN_YEAR)
			order[(*n)++] = order[k];
		else
			finding_add(l->j->findings, &rules[RULE_SWING_PERIOD],
				    &at, &name, 1);
	}
	return order;
}

static int
end(struct layout *l)
{
	size_t n, *years = find_years(l, &n);

	for (size_t k = 0; k < n; k++)
		write_period(l, years[k]);
	free(years);
	return 0;
}

static int
end_long(struct layout *l)
{
	size_t n, *years = find_years(l, &n);

	for (size_t i = 0; i < catalogue_count(l->j->catalogue); i++)
		for (size_t k = 0; k < n; k++)
			if (store_has(l->j->store, i, years[k]))
				write_slice(l, i, years[k]);
	free(years);
	return 0;
}

const struct layout_kind layout_swing = {begin, NULL, end, true};
const struct layout_kind layout_swing_long = {begin_long, NULL, end_long, true};
