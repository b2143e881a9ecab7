#include "form/bulk.h"

#include <string.h>

#include "ask/names.h"
#include "diag.h"
#include "meta/library.h"
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

static void
refuse(const struct run *run, const struct zipin *z)
{
	struct names names = {0};
	char list[NAMES_ADVICE];

	if (zipin_find(z, "[Content_Types].xml") >= 0 ||
	    zipin_find(z, "content.xml") >= 0) {
		diag_fail("%s: expected data of CBS; this is a workbook or "
			  "another document; sheet-extract makes CSV of "
			  "workbooks",
			  run->file);
		return;
	}
	for (size_t i = 0; i < zipin_count(z); i++)
		names_add(&names, text_of(zipin_entry_name(z, i)));
	diag_fail("%s: neither Observations.csv nor one file only in this "
		  "zip; it has %s",
		  run->file, names_list(&names, list));
	names_free(&names);
}

struct input *
bulk_data(struct run *run, struct zipin *z, const struct meta **own)
{
	long at = find_observations(z);
	struct meta *m;

	*own = NULL;
	if (at < 0 && zipin_count(z) == 1)
		return zipin_input(z, 0);
	if (at < 0) {
		refuse(run, z);
		return NULL;
	}
	m = library_own(run->library);
	if (library_zip(m, z) < 0)
		return NULL;
	*own = m;
	return zipin_input(z, (size_t)at);
}
