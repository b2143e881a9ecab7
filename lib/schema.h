/* The schemas of the release's tables, as pipelines/schema has them:
 * veld,type,lengte,verplicht,sleutel,waarden,omschrijving. `veld` may begin
 * with an asterisk: any name that ends as it does, when no row has the name
 * itself. `type` is string, integer, number or date. */
#ifndef SCHEMA_H
#define SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

enum schema_column {
	SCHEMA_VELD,
	SCHEMA_TYPE,
	SCHEMA_LENGTE,
	SCHEMA_VERPLICHT,
	SCHEMA_SLEUTEL,
	SCHEMA_WAARDEN,
	SCHEMA_OMSCHRIJVING,
	SCHEMA_COLUMNS
};

extern const char *const schema_columns[SCHEMA_COLUMNS];

struct schemas;

/* The schemas of a folder, each read when it is asked for. */
struct schemas *schemas_new(const char *dir);
void schemas_free(struct schemas *s);
/* What is said of a column of the file `table` (its name without folder and
 * .csv), in the first of the schemas "a|b" that has it: its cells in *row,
 * which live as long as s. 1; 0 when none has it; -1 when a schema cannot be
 * read, message given. SCHEMA_SLEUTEL is "ja" or empty: where a schema is of
 * many tables it names those of which the column is a key. */
int schema_find(struct schemas *s, struct text names, struct text column,
		struct text table, struct text row[SCHEMA_COLUMNS]);

/* What is wrong with a cell, as what was expected; NULL when nothing is.
 * `decimal` is the sign of the file. */
const char *schema_fault(const struct text row[SCHEMA_COLUMNS], char decimal,
			 struct text cell);

#endif
