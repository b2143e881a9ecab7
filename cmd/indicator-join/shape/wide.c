#include <stdlib.h>
#include <string.h>

#include "tables/key.h"
#include "diag.h"
#include "shape/figure.h"
#include "shape/layout.h"
#include "map.h"

/* With --latest each value has its own period, in a column beside it. */
#define SUFFIX "_p"
#define NAME_MAX_BYTES 31

static struct text
period_column(const struct indicator *x, char buf[NAME_MAX_BYTES + 1])
{
	size_t n = x->code.n;

	memcpy(buf, x->code.s, n);
	memcpy(buf + n, SUFFIX, sizeof(SUFFIX));
	return (struct text){buf, n + strlen(SUFFIX)};
}

/* A column that would be too long, or have the name of another code. */
static int
check_column(struct map *codes, const struct indicator *x, const char *file)
{
	char buf[NAME_MAX_BYTES + 1];

	if (x->code.n + strlen(SUFFIX) > NAME_MAX_BYTES)
		return diag_fail_at(file, x->line,
				    "code: \"%s\" is too long for --shape "
				    "wide --latest, which adds " SUFFIX
				    ": expected at most 29 characters",
				    x->code.s);
	if (map_get(codes, period_column(x, buf)))
		return diag_fail_at(file, x->line,
				    "code: \"%s\" gets the column \"%s\" "
				    "beside it with --latest, which is "
				    "another code",
				    x->code.s, buf);
	return 0;
}

static int
begin(struct layout *l)
{
	const struct catalogue *c = l->j->catalogue;
	struct map *codes = map_new();
	int rc = 0;

	for (size_t i = 0; i < catalogue_count(c); i++)
		*map_slot(codes, catalogue_at(c, i)->code) = codes;
	for (size_t i = 0; l->latest && rc == 0 && i < catalogue_count(c); i++)
		rc = check_column(codes, catalogue_at(c, i), catalogue_name(c));
	map_free(codes);
	return rc;
}

static void
write_header(const struct layout *l)
{
	static const char *const fixed[] = {"sleutel", "regio", "regio_naam",
					    "niveau", "periode"};
	char buf[NAME_MAX_BYTES + 1];

	for (size_t i = 0; i < 5; i++)
		if (i < 4 || !l->latest)
			csvout_string(l->w, fixed[i]);
	for (size_t i = 0; i < catalogue_count(l->j->catalogue); i++) {
		const struct indicator *x = catalogue_at(l->j->catalogue, i);

		csvout_number_name(l->w, x->code);
		if (l->latest)
			csvout_text(l->w, period_column(x, buf));
	}
	csvout_end(l->w);
}

static void
write_place(struct layout *l, const struct place *p)
{
	csvout_text(l->w, p->code);
	csvout_text(l->w, key_clean(&l->b, p->naam));
	csvout_string(l->w, region_level_name(p->level));
}

/* period -1: the indicator has none. */
static void
write_cell(struct layout *l, size_t i, size_t place, long period)
{
	struct figure f = {0};

	if (period >= 0)
		f = figure_value(l->j, i, place, (size_t)period);
	if (period >= 0 && f.reden == REDEN_NONE)
		layout_value(l, f.waarde, f.decimals);
	else
		csvout_empty(l->w);
}

static void
write_latest(struct layout *l, size_t place)
{
	const struct place *p = places_at(l->j->places, place);

	csvout_text(l->w, p->code);
	write_place(l, p);
	for (size_t i = 0; i < catalogue_count(l->j->catalogue); i++) {
		long latest = join_latest(l->j, i);

		write_cell(l, i, place, latest);
		if (latest >= 0)
			csvout_text(
			    l->w, periods_text(l->j->periods, (size_t)latest));
		else
			csvout_empty(l->w);
	}
	csvout_end(l->w);
}

static void
write_period(struct layout *l, size_t place, size_t period)
{
	const struct place *p = places_at(l->j->places, place);
	const struct text key[2] = {p->code,
				    periods_text(l->j->periods, period)};

	csvout_text(l->w, key_join(&l->a, key, 2));
	write_place(l, p);
	csvout_text(l->w, key[1]);
	for (size_t i = 0; i < catalogue_count(l->j->catalogue); i++)
		write_cell(l, i, place, (long)period);
	csvout_end(l->w);
}

static int
end(struct layout *l)
{
	size_t n = periods_count(l->j->periods);
	size_t *order = periods_order(l->j->periods);

	write_header(l);
	for (size_t place = 0; place < places_grid(l->j->places); place++) {
		if (l->latest)
			write_latest(l, place);
		for (size_t k = 0; !l->latest && k < n; k++)
			if (layout_uses(l, order[k]))
				write_period(l, place, order[k]);
	}
	free(order);
	return 0;
}

const struct layout_kind layout_wide = {begin, NULL, end, true};
