/* A CSV held whole, its records found by key: the older of two. */
#ifndef HELD_H
#define HELD_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct held;

struct held_row {
	const struct text *cells;
	struct text key;
	size_t line;
	bool met; /* for who compares: it is in the newer too */
};

/* NULL when the file cannot be read, has no such column or a key that comes
 * twice; message given. */
struct held *held_load(const char *path, const char *key);
void held_free(struct held *h);
const char *held_name(const struct held *h);
/* Index of a column, or -1. */
long held_column(const struct held *h, struct text name);
size_t held_count(const struct held *h);
/* In the order of the file. */
struct held_row *held_row(struct held *h, size_t i);
/* NULL when there is none. */
struct held_row *held_find(struct held *h, struct text key);

#endif
