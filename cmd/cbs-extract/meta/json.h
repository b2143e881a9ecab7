/* A page of OData as JSON, v3 or v4, as records: the objects in its list
 * "value", or the page itself where it has none (Properties of v4). Several
 * pages may follow each other in one input. Numbers keep their digits. Held:
 * one record. */
#ifndef JSON_H
#define JSON_H

#include "input.h"
#include "meta/odata.h"

/* 0 or -1; does not close `in`. */
int json_read(struct input *in, const struct odata_handlers *h, void *ctx);

#endif
