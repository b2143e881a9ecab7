/* What was delivered tonight, one row each: gemeente,levering,peildatum,
 * bestand,bytes,sha256,plaats,register,code. plaats is what findings call the
 * delivery, register the plans that were read from it, code why there are none
 * ("L002"); one of the two is empty. */
#ifndef DELIVERED_H
#define DELIVERED_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

enum delivered_column {
	DELIVERED_GEMEENTE,
	DELIVERED_LEVERING,
	DELIVERED_PEILDATUM,
	DELIVERED_BESTAND,
	DELIVERED_BYTES,
	DELIVERED_SHA256,
	DELIVERED_PLAATS,
	DELIVERED_REGISTER,
	DELIVERED_CODE,
	DELIVERED_COLUMNS
};

struct delivered;

/* NULL on failure, message given. */
struct delivered *delivered_load(const char *path);
void delivered_free(struct delivered *d);
size_t delivered_count(const struct delivered *d);
/* Lives as long as d. */
struct text delivered_cell(const struct delivered *d, size_t i,
			   enum delivered_column c);
/* The first row of the same municipality, from row `from` on;
 * delivered_count(d) for none. */
size_t delivered_next(const struct delivered *d, struct text gemeente,
		      size_t from);
/* A municipality is a number of rows; this is its first. */
bool delivered_first(const struct delivered *d, size_t i);

#endif
