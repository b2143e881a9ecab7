/* JSON in, as it comes: what a text opens, closes and says, in its order. The
 * only module that knows yajl. A byte order mark is passed over; numbers keep
 * their digits. Held: one block and the longest text. */
#ifndef JSONIN_H
#define JSONIN_H

#include <stdbool.h>

#include "input.h"
#include "text.h"

enum jsonin_kind { JSONIN_NULL, JSONIN_BOOLEAN, JSONIN_NUMBER, JSONIN_STRING };

/* All: true to go on; false to stop, with the message given. Texts are valid
 * during the call; a null is the empty text, a boolean true or false. */
struct jsonin_handler {
	bool (*value)(void *ctx, enum jsonin_kind kind, struct text t);
	bool (*key)(void *ctx, struct text name);
	bool (*open)(void *ctx, bool list);
	bool (*close)(void *ctx, bool list);
};

/* many: several values may follow each other. 0, or -1 with the message given:
 * no JSON (with the byte), a NUL in a text, or the handler stopped. Does not
 * close `in`. */
int jsonin_read(struct input *in, bool many, const struct jsonin_handler *h,
		void *ctx);

#endif
