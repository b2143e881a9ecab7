#include <stdlib.h>

#include "ask/names.h"
#include "csvin.h"
#include "diag.h"
#include "form/form.h"
#include "form/wide.h"
#include "mem.h"
#include "meta/label.h"
#include "meta/resource.h"

/* How the header of a form names its columns: the key behind each, owned by
 * the header or the metadata. 0, or -1 after a message. */
typedef int keys_of(const struct run *run, const struct meta_view *v,
		    const struct csvin *csv, struct wide_name *names);

static int
codes(const struct run *run, const struct meta_view *v, const struct csvin *csv,
      struct wide_name *names)
{
	(void)run;
	(void)v;
	for (size_t i = 0; i < csvin_columns(csv); i++)
		names[i].name = csvin_column_name(csv, i);
	return 0;
}

static int
refuse_column(const struct run *run, const struct meta_view *v,
	      struct text label, int found)
{
	struct names names = {0};
	char advice[NAMES_ADVICE], show[TEXT_SHOW];

	label_names(v, &names);
	if (names.count == 0)
		diag_fail("%s: labels instead of codes; give DataProperties "
			  "and the dimensions of the table with -M",
			  run->file);
	else
		diag_fail("%s: column '%s' is %s of the metadata; %s",
			  run->file, text_show(label, show),
			  found ? "the label of several measures"
				: "no dimension and no measure",
			  names_advice(&names, label, advice));
	names_free(&names);
	return -1;
}

static int
labels(const struct run *run, const struct meta_view *v,
       const struct csvin *csv, struct wide_name *names)
{
	for (size_t i = 0; i < csvin_columns(csv); i++) {
		struct text label = csvin_column_name(csv, i);
		int found;

		if (label_dimension(v, label, &names[i].name))
			continue;
		found = label_measure(v, label, &names[i].name);
		if (found != 1)
			return refuse_column(run, v, label, found);
	}
	return 0;
}

static int
bind(struct run *run, struct wide *w, keys_of *keys, const struct csvin *csv)
{
	struct edition *e = edition_of(run, text_of(""), NULL);
	size_t n = csvin_columns(csv);
	struct wide_name *names;
	int rc;

	if (!e)
		return -1;
	e->labels = keys == labels;
	names = mem_array(n, sizeof(*names));
	rc = keys(run, &e->view, csv, names);
	if (rc == 0)
		rc = wide_bind(w, e, names, n);
	free(names);
	return rc;
}

static int
read_rows(struct run *run, struct wide *w, keys_of *keys, struct csvin *csv)
{
	size_t n;
	int rc;

	if (csvin_header(csv) < 0 || bind(run, w, keys, csv) < 0)
		return -1;
	while ((rc = csvin_next_row(csv)) == 1) {
		run->record = csvin_record(csv);
		run->row = csvin_row(csv);
		wide_record(w, csvin_fields(csv, &n));
	}
	run->record = run->row = 0;
	edition_end(w->edition);
	return rc;
}

/* A blank and then a number, from p on. A blank and a "." may be a text of a
 * typed form. */
static bool
is_right_aligned(const char *p, const char *end)
{
	if (p == end || *p != ' ')
		return false;
	while (p < end && *p == ' ')
		p++;
	if (p < end && *p == '-')
		p++;
	return p < end && *p >= '0' && *p <= '9';
}

/* Untyped numbers are padded to the right; typed ones are bare. */
static bool
is_padded(const struct form_head *h)
{
	const char *end = h->p + h->n;
	bool quoted = false;

	for (const char *p = h->p + h->line; p < end; p++) {
		quoted ^= *p == '"';
		if (quoted || (*p != ',' && *p != ';'))
			continue;
		if (is_right_aligned(p + (p + 1 < end && p[1] == '"') + 1, end))
			return true;
	}
	return false;
}

static int
read_with(struct run *run, struct input *in, keys_of *keys,
	  const struct form_head *head)
{
	struct wide w = {.form = {.untyped = is_padded(head)}};
	char delimiter =
	    resource_delimiter((const unsigned char *)head->p, head->n);
	struct csvin *csv = csvin_new(in, delimiter);
	int rc;

	/* CBS writes the decimal comma where it separates by semicolon;
	 * StatLine always may. */
	w.form.comma = keys == labels || delimiter == ';';
	rc = read_rows(run, &w, keys, csv);
	csvin_free(csv);
	wide_free(&w);
	return rc;
}

int
sidebyside_codes(struct run *run, struct input *in, const struct form_head *h)
{
	return read_with(run, in, codes, h);
}

int
sidebyside_labels(struct run *run, struct input *in, const struct form_head *h)
{
	return read_with(run, in, labels, h);
}
