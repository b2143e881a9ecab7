#include "form/form.h"

#include "diag.h"
#include "meta/label.h"
#include "meta/resource.h"
#include "form/sidebyside.h"

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

int
statline_read(struct extract *x, struct input *in, bool untyped)
{
	struct sidebyside s = {.form = {.untyped = untyped, .comma = true},
			       .labels = true,
			       .keys = read_header};
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);

	if (n < 0)
		return -1;
	s.delimiter = resource_delimiter(p, (size_t)n);
	return sidebyside_read(x, in, &s);
}
