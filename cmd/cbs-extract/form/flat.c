#include "form/form.h"
#include "meta/resource.h"
#include "form/sidebyside.h"

static int
codes(const struct extract *x, const struct meta_view *v,
      const struct csvin *csv, struct wide_name *names)
{
	(void)x;
	(void)v;
	for (size_t i = 0; i < csvin_columns(csv); i++)
		names[i].name = csvin_column_name(csv, i);
	return 0;
}

int
flat_read(struct extract *x, struct input *in, bool untyped)
{
	struct sidebyside s = {.form = {.untyped = untyped}, .keys = codes};
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);

	if (n < 0)
		return -1;
	s.delimiter = resource_delimiter(p, (size_t)n);
	/* CBS writes the decimal comma where it separates by semicolon. */
	s.form.comma = s.delimiter == ';';
	return sidebyside_read(x, in, &s);
}
