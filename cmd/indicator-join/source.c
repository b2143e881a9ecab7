#include "source.h"

#include <stdlib.h>
#include <string.h>

#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "mem.h"

static const char *const names[SOURCE_COLUMNS] = {
    "tabel",  "onderwerp", "regio",  "periode",
    "waarde", "eenheid",   "status", "reden"};

struct source {
	const struct catalogue *catalogue;
	struct input *in;
	struct csvin *r;
	size_t at[SOURCE_COLUMNS];
	long editie; /* column, or -1 */
	long **dims; /* per series, per dimension: its column, or -1 */
	char *last;  /* the last record's onderwerp, and its series */
	size_t last_n, last_cap, last_series;
	bool any;
	bool same;		   /* this record has its onderwerp */
	const struct text *fields; /* as many as the header has */
};

static int
find_columns(struct source *s)
{
	for (size_t i = 0; i < SOURCE_COLUMNS; i++) {
		long at = csvin_need(s->r, names[i]);

		if (at < 0)
			return -1;
		s->at[i] = (size_t)at;
	}
	return 0;
}

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
			s->dims[i][k] = csvin_find(s->r, x->dims[k].naam.s);
	}
}

struct source *
source_open(const char *path, const struct catalogue *c)
{
	struct input *in = input_open(path);
	struct source *s;

	if (!in)
		return NULL;
	s = mem_new(struct source);
	s->in = in;
	s->catalogue = c;
	s->r = csvin_new(in, ',');
	if (csvin_header(s->r) < 0 || find_columns(s) < 0) {
		source_close(s);
		return NULL;
	}
	s->editie = csvin_find(s->r, "editie");
	find_dims(s);
	return s;
}

int
source_close(struct source *s)
{
	int rc;

	if (!s)
		return 0;
	for (size_t i = 0; s->dims && i < catalogue_series(s->catalogue); i++)
		free(s->dims[i]);
	free(s->dims);
	free(s->last);
	csvin_free(s->r);
	rc = input_close(s->in);
	free(s);
	return rc;
}

const char *
source_name(const struct source *s)
{
	return csvin_name(s->r);
}

static struct text
last_onderwerp(const struct source *s)
{
	return (struct text){s->any ? s->last : "", s->last_n};
}

int
source_next(struct source *s)
{
	int rc = csvin_next_row(s->r);
	size_t count;

	if (rc != 1)
		return rc;
	s->fields = csvin_fields(s->r, &count);
	s->same = s->any && text_equal(source_field(s, COLUMN_ONDERWERP),
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
	onderwerp = source_field(s, COLUMN_ONDERWERP);
	if (text_compare(onderwerp, last_onderwerp(s)) >= 0)
		return 1;
	return diag_fail_at(source_name(s), csvin_row(s->r),
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
source_field(const struct source *s, enum source_column c)
{
	return s->fields[s->at[c]];
}

size_t
source_row(const struct source *s)
{
	return csvin_row(s->r);
}

size_t
source_series(struct source *s)
{
	struct text onderwerp = source_field(s, COLUMN_ONDERWERP);

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

bool
source_matches(const struct source *s, size_t series)
{
	const struct selection *x = catalogue_selection(s->catalogue, series);

	if (x->tabel.n && !text_equal(x->tabel, source_field(s, COLUMN_TABEL)))
		return false;
	if (x->of_edition && s->editie >= 0 &&
	    !text_equal(x->editie, s->fields[s->editie]))
		return false;
	for (size_t k = 0; k < x->dim_count; k++) {
		long at = s->dims[series][k];

		if (at < 0 || !text_equal(s->fields[at], x->dims[k].code))
			return false;
	}
	return true;
}

struct finding_place
source_place(const struct source *s, enum source_column c)
{
	struct finding_place p = {0};

	p.file = source_name(s);
	p.record = csvin_record(s->r);
	p.row = csvin_row(s->r);
	p.column = s->at[c] + 1;
	p.name = text_of(names[c]);
	p.value = source_field(s, c);
	return p;
}

struct finding_place
source_place_before(const struct source *s, enum source_column c, size_t line,
		    struct text value)
{
	struct finding_place p = source_place(s, c);

	p.record = p.record == p.row ? line : 0;
	p.row = line;
	p.value = value;
	return p;
}
