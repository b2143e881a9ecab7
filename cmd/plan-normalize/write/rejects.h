/* The rejected records, as they stand in the delivery, byte for byte, after
 * the delivery's own lines up to its header. */
#ifndef REJECTS_H
#define REJECTS_H

#include <stdbool.h>

#include "output.h"
#include "text.h"

struct rejects;

/* path NULL: none are wanted, and all that follows does nothing. NULL on
 * failure, message given. */
struct rejects *rejects_open(const char *path);
/* True when they are wanted. */
bool rejects_wanted(const struct rejects *r);
/* What goes before the first record; bom: after a UTF-8 byte order mark. */
void rejects_header(struct rejects *r, bool bom, struct text lines);
void rejects_add(struct rejects *r, struct text raw);
/* The output behind it, to commit; NULL when there is none. Once. */
struct output *rejects_finish(struct rejects *r);
void rejects_free(struct rejects *r);

#endif
