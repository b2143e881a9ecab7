/* JSON (RFC 8259) in memory, told as events. Refuses what is not whole. */
#ifndef JSON_H
#define JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

enum json_kind { JSON_OPEN, JSON_CLOSE, JSON_STRING, JSON_OTHER };

struct json_event {
	enum json_kind kind;
	int depth;	 /* of the value: 0 is the document itself */
	struct text key; /* of a member of an object; else empty */
	/* JSON_STRING: unescaped; JSON_OTHER: as it stands. Valid during the
	 * call. */
	struct text text;
};

/* Tells `hear` of each value, in order; hear may be NULL, for who only wants
 * to know. Returns -1 and the offset of the fault in *at when t is not one
 * JSON value. */
int json_read(struct text t, void (*hear)(void *ctx, const struct json_event *),
	      void *ctx, size_t *at);

#endif
