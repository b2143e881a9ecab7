#include "form/form.h"

#include <string.h>

#include "diag.h"
#include "meta/library.h"
#include "mem.h"
#include "ask/names.h"
#include "zipin.h"

/* The entry's name behind its folders. */
static const char *
base_of(const char *name)
{
	const char *slash = strrchr(name, '/');

	return slash ? slash + 1 : name;
}

static long
find_observations(const struct zipin *z)
{
	for (size_t i = 0; i < zipin_count(z); i++)
		if (strcmp(base_of(zipin_entry_name(z, i)),
			   "Observations.csv") == 0)
			return (long)i;
	return -1;
}

static int
read_entry(struct extract *x, struct zipin *z, size_t i, const struct meta *own)
{
	struct input *in = zipin_input(z, i);
	int rc;

	if (!in)
		return -1;
	x->file = extract_keep(x, input_name(in));
	rc = narrow_read(x, in, own);
	return input_close(in) < 0 ? -1 : rc;
}

static int
refuse(const struct extract *x, const struct zipin *z)
{
	struct names names = {0};
	char list[NAMES_ADVICE];

	for (size_t i = 0; i < zipin_count(z); i++)
		names_add(&names, text_of(zipin_entry_name(z, i)));
	diag_fail("%s: neither Observations.csv nor one file only in this "
		  "zip; it has %s",
		  x->file, names_list(&names, list));
	names_free(&names);
	return -1;
}

static int
read_zip(struct extract *x, struct zipin *z)
{
	long at = find_observations(z);
	struct meta *own;
	struct input *in;

	if (at >= 0) {
		own = extract_own(x);
		if (library_zip(own, z) < 0)
			return -1;
		return read_entry(x, z, (size_t)at, own);
	}
	if (zipin_count(z) != 1)
		return refuse(x, z);
	in = zipin_input(z, 0);
	return in ? form_read(x, in, NULL, 1) : -1;
}

int
bulk_read(struct extract *x, struct input *in)
{
	struct zipin *z = zipin_open(in);
	int rc;

	if (!z)
		return -1;
	rc = read_zip(x, z);
	zipin_close(z);
	return rc;
}
