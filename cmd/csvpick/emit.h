/* Records in one of the forms that csvpick has: CSV, a view of it, or
 * cells without quotes that a shell can take apart. */
#ifndef EMIT_H
#define EMIT_H

#include <stdbool.h>
#include <stddef.h>

#include "csvin.h"
#include "output.h"
#include "number.h"
#include "text.h"

enum emit_form {
	EMIT_CSV,  /* or what --table and --json ask for */
	EMIT_TAB,  /* a tab between cells, LF after the last */
	EMIT_NUL,  /* NUL after each cell, the last of a record too */
	EMIT_EXCEL /* CSV as Excel opens it in Dutch: a byte order mark, ; */
};

struct emit;

/* Writes to `o`, which stays the caller's. */
struct emit *emit_new(struct output *o, enum emit_form form);
/* The header: once, before all records. numbers, or NULL: which columns are
 * numbers in --json. -1 with the message given. */
int emit_header(struct emit *e, const struct csvin *r, const struct text *names,
		size_t count, struct numbers *numbers);
/* A record of `r`; plain: no field needs quotes. -1 where a cell cannot be told
 * apart any more: a tab or a line end in EMIT_TAB; message given, with the
 * place. */
int emit_record(struct emit *e, const struct csvin *r,
		const struct text *fields, size_t count, bool plain);
/* Writes what is held back and frees e. NULL is fine. */
void emit_finish(struct emit *e);

#endif
