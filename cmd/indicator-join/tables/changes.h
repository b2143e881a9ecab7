/* Changes of the municipal division: oud,nieuw,datum,aandeel. From datum on,
 * aandeel of oud (a fraction; empty: all of it) belongs to nieuw. A new
 * municipality lists every part, its own former self too. */
#ifndef CHANGES_H
#define CHANGES_H

#include <stddef.h>
#include <stdint.h>

#include "num.h"
#include "tables/places.h"

/* One municipality that a new one is made of. */
struct part {
	size_t place;
	struct num share; /* above 0, at most 1 */
};

/* A new municipality on a date. */
struct change {
	int32_t date; /* days since 1970-01-01 */
	size_t place;
	struct part *parts;
	size_t count, cap;
	size_t line;
};

struct changes;

/* Every code gets a number in ps. NULL on failure, message given: a split
 * without shares, shares that are not 1 together, a code that is none. */
struct changes *changes_load(const char *path, struct places *ps);
/* NULL is fine. */
void changes_free(struct changes *c);
/* In order of date; NULL has none. */
size_t changes_count(const struct changes *c);
const struct change *changes_at(const struct changes *c, size_t i);
/* The file, for messages. */
const char *changes_name(const struct changes *c);

#endif
