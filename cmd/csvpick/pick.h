/* What is picked out of a CSV: which records (where), which of their columns
 * in what order, and columns more: of others joined, of the
 * file's name, of another table.
 * Values are copied byte
 * for byte, or, on request, trimmed as the tables of a province are read. */
#ifndef PICK_H
#define PICK_H

#include <stdbool.h>
#include <stddef.h>

#include "csvin.h"
#include "text.h"
#include "where.h"

/* As the command line has it. */
struct pick_ask {
	const char *columns;	/* "a,b"; NULL: all */
	const char *join;	/* "name=a,b"; NULL: none */
	const char *lookup;	/* "name=column:file"; NULL: none */
	const char *file;	/* the name of a column; NULL: none */
	struct where_ask where; /* which records */
	bool unique;		/* no record that was given before */
	bool excel_safe; /* what a spreadsheet takes for a formula: ' before */
	const char *comma; /* "a,b": numbers there get a decimal comma */
};

struct pick;

/* Finds the columns in the header of `r`, which was read. NULL when one is
 * not there or a word is not of its form, message given. `ask` outlives it. */
struct pick *pick_new(const struct pick_ask *ask, const struct csvin *r);
void pick_free(struct pick *p);
/* The names of what is picked; lives as long as p and the reader. */
const struct text *pick_header(struct pick *p, const struct csvin *r,
			       size_t *count);
/* What is picked of the current record, valid until the next call; NULL when
 * the record is left out. */
const struct text *pick_record(struct pick *p, const struct csvin *r,
			       size_t *count);
/* Whether no value that is picked of the current record needs quotes. */
bool pick_plain(const struct pick *p, const struct csvin *r);
/* How many records were picked, those that were given before among them. */
size_t pick_matched(const struct pick *p);
/* After the last record of all files, of which this is the first: -1 when what
 * had to be there was not, message given. */
int pick_settle(const struct pick *p, const char *file);
/* A warning when conditions left nothing of `read` records. */
void pick_tell_nothing(const struct pick *p, size_t read);

#endif
