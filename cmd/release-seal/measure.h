/* One file of a release in one reading: its bytes, its sha256, and whether it
 * is what the list says it is. */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdint.h>

#include "list.h"
#include "schema.h"
#include "seen.h"
#include "sha256.h"

/* How numbers and cells are written in files for another system. */
struct measure_dialect {
	char delimiter, decimal;
};

struct measure_column {
	struct text about[SCHEMA_COLUMNS]; /* live as long as the schemas */
	char *name;
};

struct measure {
	uint64_t bytes, rows; /* records, the header not counted */
	char sha256[SHA256_HEX];
	struct measure_column *columns; /* of a CSV */
	size_t count;
	struct measure_dialect dialect;
};

/* -1 with the message given. In both cases measure_free. seen (or NULL): of a
 * file with the bytes that were seen the cells are not looked at again. */
int measure_file(struct measure *m, const char *path, const char *name,
		 const struct list_row *row, struct schemas *schemas,
		 struct measure_dialect feed, const struct seen *seen);
void measure_free(struct measure *m);

#endif
