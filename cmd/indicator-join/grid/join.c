#include "tables/key.h"
#include "grid/join.h"

#include <stdint.h>
#include <stdlib.h>

#include "diag.h"
#include "gemeenten.h"
#include "mem.h"
#include "region.h"
#include "tables/limits.h"
#include "tables/rule.h"

static int
open_sources(struct join *j, const char *const *files, size_t count)
{
	if (count >= UINT16_MAX)
		return diag_fail("%zu files are too many", count);
	j->sources = mem_array(count + 1, sizeof(*j->sources));
	j->names = mem_array(count + 1, sizeof(*j->names));
	for (size_t i = 0; i < count; i++) {
		j->sources[i] = source_open(files[i], j->catalogue);
		if (!j->sources[i])
			return -1;
		j->source_count++;
		j->names[i] =
		    arena_text(j->arena, text_of(source_name(j->sources[i])));
	}
	return 0;
}

static int
load(struct join *j)
{
	const struct join_options *o = j->options;

	j->catalogue = catalogue_load(o->indicatoren, o->as_of);
	if (!j->catalogue)
		return -1;
	j->limits = limits_load(o->limits, j->catalogue);
	if (geheim_load(&j->geheim, o->geheim) != 0 || !j->limits)
		return -1;
	j->units = units_load(o->units);
	if (!j->units)
		return -1;
	j->gemeenten = gemeenten_load(o->gemeenten);
	if (!j->gemeenten)
		return -1;
	j->places = places_new(j->gemeenten);
	if (o->changes) {
		j->changes = changes_load(o->changes, j->places);
		if (!j->changes)
			return -1;
	}
	j->kept = places_count(j->places);
	j->store = store_new(catalogue_series(j->catalogue));
	j->observed =
	    mem_array(catalogue_series(j->catalogue) + 1, sizeof(*j->observed));
	j->local =
	    mem_array(catalogue_series(j->catalogue) + 1, sizeof(*j->local));
	j->measures = measures_new(j->catalogue, j->units);
	for (size_t i = 0; i < limits_pairs(j->limits); i++)
		measures_like(j->measures, limits_pair(j->limits, i)->series,
			      limits_pair(j->limits, i)->indicator);
	return 0;
}

struct join *
join_open(const struct join_options *o, const char *const *files, size_t count)
{
	struct join *j = mem_new(struct join);

	j->options = o;
	j->arena = arena_new();
	j->periods = periods_new();
	j->tables = map_new();
	j->kendall = kendall_new();
	if (load(j) == 0 && open_sources(j, files, count) == 0) {
		j->findings = findings_open(o->findings);
		if (j->findings) {
			catalogue_tell(j->catalogue, j->findings);
			gemeenten_tell(j->gemeenten, j->findings);
			j->unmatched = unmatched_open(o->unmatched);
		}
		if (j->unmatched)
			return j;
	}
	join_free(j);
	return NULL;
}

int
join_close(struct join *j)
{
	int rc = 0;

	for (size_t i = 0; i < j->source_count; i++)
		if (source_close(j->sources[i]) < 0)
			rc = -1;
	j->source_count = 0;
	return rc;
}

void
join_free(struct join *j)
{
	if (!j)
		return;
	join_close(j);
	unmatched_free(j->unmatched);
	findings_free(j->findings);
	catalogue_free(j->catalogue);
	changes_free(j->changes);
	places_free(j->places);
	gemeenten_free(j->gemeenten);
	periods_free(j->periods);
	store_free(j->store);
	map_free(j->tables);
	kendall_free(j->kendall);
	arena_free(j->arena);
	free(j->observed);
	free(j->local);
	measures_free(j->measures);
	units_free(j->units);
	limits_free(j->limits);
	free(j->sources);
	free(j->names);
	buffer_free(&j->key);
	buffer_free(&j->table_key);
	free(j);
}

size_t
join_table(struct join *j, struct text tabel)
{
	size_t n = map_count(j->tables);
	void **slot;

	/* Rows mostly have the table of the last. */
	if (j->last_table < n &&
	    text_equal(map_key(j->tables, j->last_table), tabel))
		return j->last_table;
	slot = map_slot(j->tables, tabel);
	if (!*slot)
		*slot = (void *)(uintptr_t)map_count(j->tables);
	j->last_table = (size_t)(uintptr_t)*slot - 1;
	return j->last_table;
}

struct text
join_table_name(const struct join *j, size_t number)
{
	return map_key(j->tables, number);
}

struct text
join_key(struct join *j, size_t series, size_t place, size_t period)
{
	struct text parts[3];

	if (series < catalogue_count(j->catalogue))
		parts[0] = catalogue_at(j->catalogue, series)->code;
	else
		parts[0] = catalogue_selection(j->catalogue, series)->onderwerp;
	parts[1] = places_at(j->places, place)->code;
	parts[2] = periods_text(j->periods, period);
	return key_join(&j->key, parts, 3);
}

/* How much a period has to show: 3 a value in a municipality of the grid,
 * 2 in another region of the grid, 1 only rows, 0 nothing. */
static int
period_rank(const struct join *j, size_t indicator, size_t period)
{
	int rank = store_has(j->store, indicator, period) ? 1 : 0;

	for (size_t p = 0; rank && p < places_grid(j->places); p++) {
		if (!cell_has(store_get(j->store, indicator, period, p)))
			continue;
		if (places_at(j->places, p)->level == REGION_GEMEENTE)
			return 3;
		rank = 2;
	}
	return rank;
}

/* The newest is what ends last: 2022 rather than 2022-01. */
static bool
is_newer(const struct join *j, size_t a, size_t b)
{
	int32_t x = period_end(periods_at(j->periods, a));
	int32_t y = period_end(periods_at(j->periods, b));

	if (periods_known(j->periods, a) && x != y)
		return x > y;
	return periods_compare(j->periods, a, b) > 0;
}

/* The newest of those that are known, or of those that are not. */
static long
newest(const struct join *j, size_t indicator, bool known)
{
	long best = -1;
	int best_rank = 0;

	for (size_t i = 0; i < periods_count(j->periods); i++) {
		int rank = 0;

		if (periods_known(j->periods, i) == known)
			rank = period_rank(j, indicator, i);
		if (rank == 0 || rank < best_rank)
			continue;
		if (best < 0 || rank > best_rank ||
		    is_newer(j, i, (size_t)best))
			best = (long)i;
		best_rank = rank;
	}
	return best;
}

long
join_latest(const struct join *j, size_t indicator)
{
	long best = newest(j, indicator, true);

	return best < 0 ? newest(j, indicator, false) : best;
}

static void
report_unobserved(struct join *j)
{
	struct finding_place at = {.file = catalogue_name(j->catalogue),
				   .name = text_of("code")};

	for (size_t i = 0; i < catalogue_count(j->catalogue); i++) {
		const struct indicator *x = catalogue_at(j->catalogue, i);
		const struct text key[4] = {x->code};

		if (j->observed[i])
			continue;
		unmatched_at(j->unmatched, catalogue_name(j->catalogue),
			     x->line);
		unmatched_add(j->unmatched, SIDE_INDICATOREN, key,
			      "geen waarnemingen");
		at.row = x->line;
		finding_add(j->findings, &rules[RULE_UNOBSERVED], &at, &x->code,
			    1);
	}
}

/* What could come from CBS and does not. */
static void
report_unknown(struct join *j)
{
	struct finding_place at = {.file = catalogue_name(j->catalogue),
				   .name = text_of("bron")};

	for (size_t i = 0; i < catalogue_count(j->catalogue); i++) {
		const struct indicator *x = catalogue_at(j->catalogue, i);
		const struct text args[] = {
		    x->code, catalogue_selection(j->catalogue, i)->tabel};

		at.row = x->line;
		if (x->bron == HERKOMST_ONBEKEND)
			finding_add(j->findings, &rules[RULE_KEY_UNKNOWN], &at,
				    args, 2);
	}
}

void
join_summary(struct join *j)
{
	const struct join_counts *c = &j->counts;
	char raw[TEXT_SHOW], code[TEXT_SHOW];

	diag_note(
	    "%zu observations = %zu in the grid + %zu of other municipalities "
	    "+ %zu unmatched (onderwerp %zu, tabel, editie or dimensies %zu, "
	    "regio %zu) + %zu rejected",
	    c->read, c->used, c->others,
	    c->onderwerp + c->selection + c->region, c->onderwerp, c->selection,
	    c->region, c->rejected);
	if (places_trimmed(j->places))
		diag_note("%s <- \"%s\" (%zu region codes normalised)",
			  text_show(region_normalize(places_example(j->places)),
				    code),
			  text_show(places_example(j->places), raw),
			  places_trimmed(j->places));
	if (j->changes)
		diag_note("%zu cells brought to the new division",
			  j->converted);
	if (catalogue_left_out(j->catalogue))
		diag_note("%zu rows of the catalogue are not in force",
			  catalogue_left_out(j->catalogue));
	if (j->options->min_count)
		diag_note("%zu cells below %zu withheld, and %zu more to "
			  "protect them",
			  j->withheld, j->options->min_count, j->protected);
	measures_tell(j->measures, j->findings);
	report_unobserved(j);
	report_unknown(j);
}
