/* The whole way of a call: options settled, files read, outputs made, and at
 * the end checked that all that was wanted was there. */
#ifndef EXTRACT_H
#define EXTRACT_H

#include <stdbool.h>
#include <stddef.h>

#include "ask/choice.h"
#include "finding.h"
#include "opt.h"
#include "output.h"

/* The options as given; NULL or empty when absent. */
struct extract_options {
	struct choice_options choice;
	struct opt_list metadata; /* -M */
	const char *form;	  /* -f */
	const char *table_id;
	bool list;	     /* --list */
	bool labels;	     /* --labels */
	const char *wide;    /* --wide: "" or perioden */
	const char *since;   /* --since */
	bool complete;	     /* --complete */
	const char *explain; /* --explain */
	bool check;	     /* --check */
	size_t tolerance;    /* of --check */
	const char *findings;
};

struct extract;

/* Reads the selection, the -M files and opens the findings. NULL on failure,
 * message given; so for all below: -1. */
struct extract *extract_open(const struct extract_options *o);
void extract_free(struct extract *x);
struct findings *extract_findings(const struct extract *x);
/* Reads all files into `out`, which stays the caller's, and checks at the end
 * that every wanted key was there and every feed complete. */
int extract_run(struct extract *x, struct output *out, const char *const *files,
		size_t count);

#endif
