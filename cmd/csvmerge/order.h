/* The order of records: by the bytes of some columns, or by the place of their
 * values in a list of words. */
#ifndef ORDER_H
#define ORDER_H

#include <stddef.h>

#include "buffer.h"
#include "csvin.h"

struct order;

/* Finds the columns "a=x|y|z,b" in the header of r, which all readers have
 * that are asked about later. NULL when one is not there, message given. */
struct order *order_new(const char *columns, const struct csvin *r);
void order_free(struct order *o);
/* The key of the current record of r into buf: keys compare as records do
 * (text_compare). -1 when a value is none of the words, message given. */
int order_key(const struct order *o, const struct csvin *r, struct buffer *buf);
/* The same as people read it, in buf: values with a bar between them. */
void order_show(const struct order *o, const struct csvin *r,
		struct buffer *buf);

#endif
