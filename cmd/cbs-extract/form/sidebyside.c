#include "form/sidebyside.h"

#include <stdlib.h>

#include "mem.h"

static int
bind(struct extract *x, struct wide *w, const struct sidebyside *s,
     const struct csvin *csv)
{
	struct edition *e = edition_of(x, text_of(""), NULL);
	size_t n = csvin_columns(csv);
	struct wide_name *names;
	int rc;

	if (!e)
		return -1;
	if (s->labels)
		e->labels = true;
	names = mem_array(n, sizeof(*names));
	rc = s->keys(x, &e->view, csv, names);
	if (rc == 0)
		rc = wide_bind(w, e, names, n);
	free(names);
	return rc;
}

static int
read_rows(struct extract *x, struct wide *w, const struct sidebyside *s,
	  struct csvin *csv)
{
	size_t n;
	int rc;

	if (csvin_header(csv) < 0 || bind(x, w, s, csv) < 0)
		return -1;
	while ((rc = csvin_next_row(csv)) == 1) {
		x->record = csvin_record(csv);
		x->row = csvin_row(csv);
		wide_record(w, csvin_fields(csv, &n));
	}
	return rc;
}

int
sidebyside_read(struct extract *x, struct input *in, const struct sidebyside *s)
{
	struct wide w = {.form = s->form};
	struct csvin *csv = csvin_new(in, s->delimiter);
	int rc = read_rows(x, &w, s, csv);

	csvin_free(csv);
	wide_free(&w);
	return rc;
}
