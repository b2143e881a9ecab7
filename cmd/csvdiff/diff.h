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
	const char *key;       /* "a,b"; NULL: sleutel */
	const char *numeric;   /* "a,b": compared as numbers; NULL: none */
	const char *ignore;    /* "a,b": not compared; NULL: none */
	const char *tolerance; /* "0.5": no more apart is the same; NULL: 0 */
	struct num within;     /* the same, settled */
	bool difference; /* a column more: new - old, of numeric columns */
	struct csvout *out;
	/* Counted over all pairs. */
	size_t old_rows, new_rows, same, changed, added, gone;
};

/* What is not given, and the tolerance as a number; false when it is none from
 * 0 on. */
bool diff_settle(struct diff *d);
void diff_header(struct diff *d);
/* -1 with the message given: a file cannot be read, has not the key's columns
 * or a key twice. */
int diff_pair(struct diff *d, const char *old_path, const char *new_path);
bool diff_found(const struct diff *d);
void diff_note(const struct diff *d);

#endif
