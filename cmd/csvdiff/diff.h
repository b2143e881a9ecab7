/* What changed between two CSVs, cell by cell:
 * bestand,sleutel,wijziging,kolom,oud,nieuw[,verschil]
 * First what is new or changed, in the order of the newer, then what is gone,
 * in that of the older. Only columns that both have are compared. */
#ifndef DIFF_H
#define DIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "csvout.h"
#include "num.h"

struct diff {
	const char *key;     /* "a,b" */
	const char *numeric; /* "a,b": compared as numbers; NULL: none */
	const char *ignore;  /* "a,b": not compared; NULL: none */
	struct num tolerance;
	bool difference; /* a column more: new - old, of numeric columns */
	struct csvout *out;
	/* Counted over all pairs. */
	size_t old_rows, new_rows, same, changed, added, gone;
};

/* False: not a number from 0 on. */
bool diff_tolerance(struct diff *d, const char *number);
void diff_header(struct diff *d);
/* -1 with the message given: a file cannot be read, has not the key's columns
 * or a key twice. */
int diff_pair(struct diff *d, const char *old_path, const char *new_path);
bool diff_found(const struct diff *d);
void diff_note(const struct diff *d);

#endif
