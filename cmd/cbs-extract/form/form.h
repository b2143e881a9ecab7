/* The forms in which CBS data arrive, and who reads each. */
#ifndef FORM_H
#define FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "input.h"
#include "meta/meta.h"
#include "run.h"

/* The start of the content, behind a BOM and blanks, as far as it was peeked
 * at: valid until the input is read. */
struct form_head {
	const char *p;
	size_t n;
	size_t line;		/* length of the first line */
	const struct meta *own; /* the metadata beside it, or NULL */
};

/* A reader takes an open input, leaves its closing to the caller and returns
 * 0 or -1. */
typedef int form_reader(struct run *run, struct input *in,
			const struct form_head *h);

/* OData, any number of pages: v3 as Atom, typed or untyped; v3 or v4 as JSON.
 */
form_reader feed_atom, feed_json;
/* v4 Observations.csv. */
form_reader narrow_read;
/* TypedDataSet or UntypedDataSet as CSV: with codes, and StatLine's own with
 * labels instead. */
form_reader sidebyside_codes, sidebyside_labels;
/* A table as the old StatWeb laid it out, mostly Latin-1. */
form_reader statweb_read;

/* Each form: the word of -f, what sees it in a head, who reads it; in the
 * order of looking. A zip is opened, and what is in it is read. */
#define FORMS(X)                                      \
	X(zip, is_zip, NULL)                          \
	X(atom, is_atom, feed_atom)                   \
	X(json, is_json, feed_json)                   \
	X(observations, is_observations, narrow_read) \
	X(codes, is_codes, sidebyside_codes)          \
	X(statweb, is_statweb, statweb_read)          \
	X(statline, has_units, sidebyside_labels)

/* The words of -f, as opt's choice. */
#define FORM_WORD(word, sees, reads) "|" #word
#define FORM_WORDS (&FORMS(FORM_WORD)[1])

/* One FILE, whatever form it is or -f says. */
int form_file(struct run *run, const char *path);

#endif
