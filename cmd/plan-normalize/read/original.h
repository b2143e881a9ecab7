/* The delivery's own bytes beside what they were converted to: keeps what
 * goes by until the record it belongs to is known, so that a reject is what
 * was delivered. For encodings of one byte a character, and UTF-16. */
#ifndef ORIGINAL_H
#define ORIGINAL_H

#include <stdbool.h>

#include "input.h"
#include "text.h"

struct original;

/* Reads from `in`, which stays the caller's. encoding NULL: nothing is
 * converted or kept. keep false: nothing is kept, and never taken. NULL on
 * failure, message given. */
struct original *original_new(struct input *in, const char *encoding,
			      bool keep);
void original_free(struct original *o);
/* What to read instead of `in`: UTF-8. */
struct input *original_input(struct original *o);
/* The bytes that `utf8` was made from: what follows what was taken before, so
 * every record must be taken once. Valid until the next call. -1 when they
 * are not there, message given: an encoding of another kind. */
int original_take(struct original *o, struct text utf8, struct text *out);

#endif
