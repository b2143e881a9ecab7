/* Observations (waarnemingen, contracts.md) as every tool reads them: record
 * by record, eight columns, then each dimension of the table under a name of
 * its own. A word that is none of ours is refused by file, row, column and
 * word, in whatever row; a number that is none costs its cell only. */
#ifndef OBSERVATIONS_H
#define OBSERVATIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "finding.h"
#include "num.h"
#include "obsword.h"
#include "text.h"

enum observation_column {
	OBSERVATION_TABEL,
	OBSERVATION_ONDERWERP,
	OBSERVATION_REGIO,
	OBSERVATION_PERIODE,
	OBSERVATION_WAARDE,
	OBSERVATION_EENHEID,
	OBSERVATION_STATUS,
	OBSERVATION_REDEN,
	OBSERVATION_COLUMNS
};

struct observations;

/* "-" is standard input. Reads the header. NULL on failure, message given. */
struct observations *observations_open(const char *path);
/* Frees; -1 when closing found an error. NULL is fine. */
int observations_close(struct observations *o);
const char *observations_name(const struct observations *o);
/* 1, 0 at the end, -1 on broken structure or a wrong word. */
int observations_next(struct observations *o);
/* Column of a dimension, or -1; and its field. */
long observations_find(const struct observations *o, const char *name);
struct text observations_at(const struct observations *o, size_t column);
/* Of the current record; views until the next, trimmed and as they stand. */
struct text observations_field(const struct observations *o,
			       enum observation_column c);
struct text observations_raw(const struct observations *o,
			     enum observation_column c);
/* A number for what the record says but for its periode and waarde, under
 * which nothing else comes; 0: none. Most records have that of the one before,
 * and what was found for it holds for them. */
size_t observations_kind(const struct observations *o);
enum status observations_status(const struct observations *o);
/* Physical line. */
size_t observations_row(const struct observations *o);

/* What a record says. Without a value reden says why; with one, status. */
struct observation {
	struct num value;
	int decimals; /* as written: 56.0 has one */
	enum status status;
	enum reden reden;
};

/* Reads the value of the current record. What does not go together is a
 * finding (O001 no number, O002 neither value nor reden, O003 both), and then
 * there is no value. */
struct observation observations_value(const struct observations *o,
				      struct findings *f);
/* Where a field of the current record stands, for a finding. */
struct finding_place observations_place(const struct observations *o,
					enum observation_column c);
/* Refuses the record for that field: "column C: 'WORD' found, EXPECTED
 * expected". Returns -1. */
int observations_fail(const struct observations *o, enum observation_column c,
		      const char *expected);

#endif
