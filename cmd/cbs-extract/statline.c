#include "form.h"

#include <stdlib.h>

#include "csvin.h"
#include "diag.h"
#include "label.h"
#include "mem.h"
#include "resource.h"
#include "wide.h"

static int
refuse_column(const struct extract *x, const struct meta_view *v,
	      struct text label, int found)
{
	struct names names = {0};
	char advice[NAMES_ADVICE], show[TEXT_SHOW];

	label_names(v, &names);
	if (names.count == 0)
		diag_fail("%s: labels instead of codes; give DataProperties "
			  "and the dimensions of the table with -M",
			  x->file);
	else
		diag_fail("%s: column '%s' is %s of the metadata; %s", x->file,
			  text_show(label, show),
			  found ? "the label of several measures"
				: "no dimension and no measure",
			  names_advice(&names, label, advice));
	names_free(&names);
	return -1;
}

/* The keys behind the labels of the header. */
static int
read_header(const struct extract *x, const struct meta_view *v,
	    const struct csvin *csv, struct wide_name *names)
{
	for (size_t i = 0; i < csvin_columns(csv); i++) {
		struct text label = csvin_column_name(csv, i);
		int found;

		if (label_dimension(v, label, &names[i].name))
			continue;
		found = label_measure(v, label, &names[i].name);
		if (found != 1)
			return refuse_column(x, v, label, found);
	}
	return 0;
}

static int
bind(struct extract *x, struct wide *w, const struct csvin *csv)
{
	struct edition *e = edition_of(x, text_of(""), NULL);
	size_t n = csvin_columns(csv);
	struct wide_name *names;
	int rc;

	if (!e)
		return -1;
	e->labels = true;
	names = mem_array(n, sizeof(*names));
	rc = read_header(x, &e->view, csv, names);
	if (rc == 0)
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
statline_read(struct extract *x, struct input *in, bool untyped)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	struct wide w = {.form = {.untyped = untyped, .comma = true}};
	struct csvin *csv;
	int rc;

	if (n < 0)
		return -1;
	csv = csvin_new(in, resource_delimiter(p, (size_t)n));
	rc = read_rows(x, csv, &w);
	csvin_free(csv);
	wide_free(&w);
	return rc;
}
