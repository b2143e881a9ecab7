#include "form.h"

#include <stdlib.h>

#include "csvin.h"
#include "mem.h"
#include "resource.h"
#include "wide.h"

static int
bind(struct extract *x, struct wide *w, const struct csvin *csv)
{
	struct edition *e = edition_of(x, text_of(""), NULL);
	size_t n = csvin_columns(csv);
	struct wide_name *names;
	int rc;

	if (!e)
		return -1;
	names = mem_array(n, sizeof(*names));
	for (size_t i = 0; i < n; i++)
		names[i].name = csvin_column_name(csv, i);
	rc = wide_bind(w, e, names, n);
	free(names);
	return rc;
}

static int
read_rows(struct extract *x, struct csvin *csv, struct wide *w)
{
	size_t n;
	int rc;

	if (csvin_header(csv) < 0 || bind(x, w, csv) < 0)
		return -1;
	while ((rc = csvin_next_row(csv)) == 1) {
		x->record = csvin_record(csv);
		x->row = csvin_row(csv);
		wide_record(w, csvin_fields(csv, &n));
	}
	return rc;
}

int
flat_read(struct extract *x, struct input *in, bool untyped)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	struct wide w = {.form = {.untyped = untyped}};
	struct csvin *csv;
	char delimiter;
	int rc;

	if (n < 0)
		return -1;
	delimiter = resource_delimiter(p, (size_t)n);
	w.form.comma = delimiter == ';';
	csv = csvin_new(in, delimiter);
	rc = read_rows(x, csv, &w);
	csvin_free(csv);
	wide_free(&w);
	return rc;
}
