#include "tables/source.h"

#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "mem.h"

struct source {
	const struct catalogue *catalogue;
	struct observations *rows;
	long editie; /* column, or -1 */
	long **dims; /* per series, per dimension: its column, or -1 */
	char *last;  /* the last record's onderwerp, and its series */
	size_t last_n, last_cap, last_series;
	bool any;
	bool same; /* this record has its onderwerp */
};

static void
find_dims(struct source *s)
{
	size_t n = catalogue_series(s->catalogue);

	s->dims = mem_array(n + 1, sizeof(*s->dims));
	for (size_t i = 0; i < n; i++) {
		const struct selection *x =
		    catalogue_selection(s->catalogue, i);

		s->dims[i] = mem_array(x->dim_count + 1, sizeof(**s->dims));
		for (size_t k = 0; k < x->dim_count; k++)
			s->dims[i][k] =
			    observations_find(s->rows, x->dims[k].naam.s);
	}
}

struct source *
source_open(const char *path, const struct catalogue *c)
{
	struct observations *rows = observations_open(path);
	struct source *s;

	if (!rows)
		return NULL;
	s = mem_new(struct source);
	s->rows = rows;
	s->catalogue = c;
	s->editie = observations_find(rows, "editie");
	find_dims(s);
	return s;
}

int
source_close(struct source *s)
{
	int rc;

	if (!s)
		return 0;
	for (size_t i = 0; i < catalogue_series(s->catalogue); i++)
		free(s->dims[i]);
	free(s->dims);
	free(s->last);
	rc = observations_close(s->rows);
	free(s);
	return rc;
}

const struct observations *
source_rows(const struct source *s)
{
	return s->rows;
}

const char *
source_name(const struct source *s)
{
	return observations_name(s->rows);
}

static struct text
last_onderwerp(const struct source *s)
{
	return (struct text){s->any ? s->last : "", s->last_n};
}

int
source_next(struct source *s)
{
	int rc = observations_next(s->rows);

	if (rc != 1)
		return rc;
	s->same = s->any && text_equal(source_field(s, OBSERVATION_ONDERWERP),
				       last_onderwerp(s));
	return 1;
}

int
source_next_sorted(struct source *s)
{
	int rc = source_next(s);
	char before[TEXT_SHOW], now[TEXT_SHOW];
	struct text onderwerp;

	if (rc != 1 || s->same)
		return rc;
	onderwerp = source_field(s, OBSERVATION_ONDERWERP);
	if (text_compare(onderwerp, last_onderwerp(s)) >= 0)
		return 1;
	return diag_fail_at(source_name(s), observations_row(s->rows),
			    "--sorted: onderwerp \"%s\" comes after \"%s\"; "
			    "sort by onderwerp, by bytes",
			    text_show(onderwerp, now),
			    text_show(last_onderwerp(s), before));
}

bool
source_same(const struct source *s)
{
	return s->same;
}

struct text
source_field(const struct source *s, enum observation_column c)
{
	return observations_field(s->rows, c);
}

size_t
source_row(const struct source *s)
{
	return observations_row(s->rows);
}

size_t
source_series(struct source *s)
{
	struct text onderwerp = source_field(s, OBSERVATION_ONDERWERP);

	if (s->same)
		return s->last_series;
	s->any = s->same = true;
	s->last =
	    mem_grow(s->last, &s->last_cap, onderwerp.n + 1, sizeof(*s->last));
	memcpy(s->last, onderwerp.s, onderwerp.n);
	s->last_n = onderwerp.n;
	s->last_series = catalogue_find(s->catalogue, onderwerp);
	return s->last_series;
}

/* One of the tables of a selection: of most there is one, or any. */
static bool
is_of_table(struct text tables, struct text tabel)
{
	struct text part;

	if (tables.n == 0 || text_equal(tables, tabel))
		return true;
	if (!memchr(tables.s, '|', tables.n))
		return false;
	while (text_split(&tables, '|', &part))
		if (text_equal(text_trim(part), tabel))
			return true;
	return false;
}

bool
source_matches(const struct source *s, size_t series)
{
	const struct selection *x = catalogue_selection(s->catalogue, series);

	if (!is_of_table(x->tabel, source_field(s, OBSERVATION_TABEL)))
		return false;
	if (x->of_edition && s->editie >= 0 &&
	    !text_equal(x->editie, observations_at(s->rows, (size_t)s->editie)))
		return false;
	for (size_t k = 0; k < x->dim_count; k++) {
		long at = s->dims[series][k];

		if (at < 0 || !text_equal(observations_at(s->rows, (size_t)at),
					  x->dims[k].code))
			return false;
	}
	return true;
}

struct finding_place
source_place_before(const struct source *s, enum observation_column c,
		    size_t line, struct text value)
{
	struct finding_place p = observations_place(s->rows, c);

	p.record = p.record == p.row ? line : 0;
	p.row = line;
	p.value = value;
	return p;
}
