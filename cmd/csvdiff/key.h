/* The key of a record: the values of some columns, trimmed, each to be told
 * from the next. */
#ifndef KEY_H
#define KEY_H

#include <stddef.h>

#include "buffer.h"
#include "csvin.h"
#include "text.h"

struct key {
	size_t *at; /* the columns */
	size_t count;
	struct buffer buf;
};

/* Finds the columns "a,b" in the header of r. -1 when one is not there,
 * message given. In both cases key_free. */
int key_find(struct key *k, const char *columns, const struct csvin *r);
void key_free(struct key *k);
/* Of the current record, a NUL between the values, which have none; valid
 * until the next call. */
struct text key_of(struct key *k, const struct csvin *r);
/* The same as people read it, a bar between the values, in buf (key.n bytes).
 */
struct text key_show(struct text key, char *buf);
/* The message that the current record's key was in row `first` already; -1. */
int key_twice(const struct csvin *r, struct text key, size_t first);

#endif
