/* Records of a CSV, found by key: of each there are some 40 bytes in memory,
 * its key and cells in an unlinked temporary file, or as long as they are few,
 * in memory too. */
#ifndef HELD_H
#define HELD_H

#include <stdbool.h>
#include <stddef.h>

#include "csvin.h"
#include "text.h"

struct held;

/* A record; valid until the next call with the same held. */
struct held_record {
	size_t index; /* in the order in which they came */
	struct text key;
	const struct text *cells;
};

/* Of nothing but keys; name is for messages, not copied. */
struct held *held_new(const char *name);
/* All of a file. NULL when it cannot be read, has no such column or a key that
 * comes twice; message given. */
struct held *held_load(const char *path, const char *key);
void held_free(struct held *h);
const char *held_name(const struct held *h);
/* Index of a column, or -1. */
long held_column(const struct held *h, struct text name);
size_t held_count(const struct held *h);
/* Keeps the current record of r: -1 with the message given when its key was
 * there before, or the temporary file fails. */
int held_add(struct held *h, const struct csvin *r, struct text key);
/* The current record of r, another file, has this key. 1: it is there, and met
 * from now on; 0: it is not; -1 with the message given when it was met before,
 * or the temporary file fails. */
int held_meet(struct held *h, const struct csvin *r, struct text key,
	      struct held_record *record);
bool held_is_met(const struct held *h, size_t i);
/* 0, or -1 when the temporary file fails. */
int held_get(struct held *h, size_t i, struct held_record *record);

#endif
