/* The rejected records, as they stand in the delivery, byte for byte, after
 * the delivery's own lines up to its header. What was converted to UTF-8 on
 * the way in is converted back. */
#ifndef REJECTS_H
#define REJECTS_H

#include <stdbool.h>

#include "output.h"
#include "text.h"

struct rejects;

/* path NULL: none are wanted, and all that follows does nothing. encoding
 * NULL: UTF-8. NULL on failure, message given. */
struct rejects *rejects_open(const char *path, const char *encoding);
/* What goes before the first record: bom when the delivery began with one. */
void rejects_header(struct rejects *r, bool bom, struct text lines);
/* -1 when it cannot be converted back, message given. */
int rejects_add(struct rejects *r, struct text raw);
/* The output behind it, to commit; NULL when there is none. Once. */
struct output *rejects_finish(struct rejects *r);
void rejects_free(struct rejects *r);

#endif
