/* Bytes of another encoding to UTF-8, by iconv; strict: what is not of the
 * encoding is an error, never a question mark. */
#ifndef RECODE_H
#define RECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct recode;

/* NULL when iconv does not know the encoding. */
struct recode *recode_new(const char *encoding);
void recode_free(struct recode *c);
/* Room for bytes to convert, *room of them; recode_put says how many came. */
char *recode_space(struct recode *c, size_t *room);
void recode_put(struct recode *c, size_t n);
/* Bytes that wait. */
size_t recode_pending(const struct recode *c);
/* Converts what it can into out (n >= 4, so that a character fits): bytes
 * made, or -1 when what waits is not of the encoding. end: no more will
 * come. */
ssize_t recode_some(struct recode *c, char *out, size_t n, bool end);

#endif
