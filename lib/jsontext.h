/* A text as a string of JSON (RFC 8259), for all that writes some. What steers
 * a terminal or turns text about is escaped; a byte that is not UTF-8, as a
 * name of a file may have, becomes half a pair, \udc80 to \udcff: no text has
 * that. */
#ifndef JSONTEXT_H
#define JSONTEXT_H

#include "buffer.h"
#include "text.h"

/* In quotes, put at p, which has room for JSONTEXT_ROOM(t.n) bytes. Returns the
 * place behind. */
#define JSONTEXT_ROOM(n) (6 * (n) + 2)
char *jsontext_put(char *p, struct text t);
/* The same, at the end of b. */
void jsontext_add(struct buffer *b, struct text t);

#endif
