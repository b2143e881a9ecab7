/* Bytes of another encoding to UTF-8, by iconv; strict: what is not of the
 * encoding is an error, never a question mark. Latin-1 is read as
 * windows-1252, as browsers do (WHATWG Encoding): its bytes 80 to 9F are
 * control characters that no delivery has, and there the euro and the dash.
 * Out of any other encoding such a control character is an error. */
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
 * made, or -1 when what waits is not of the encoding, or a control character
 * (recode_is_control). end: no more will come. */
ssize_t recode_some(struct recode *c, char *out, size_t n, bool end);
bool recode_is_control(const struct recode *c);
/* Called Latin-1, and bytes came that only windows-1252 has. */
bool recode_was_1252(const struct recode *c);
/* What these first bytes of a file, which are not UTF-8, probably are: the
 * encoding in which most characters beyond ASCII are those of Dutch texts and
 * its neighbours. *known of *all say how many; both are 0 for UTF-16, which is
 * known by its zeros. (uchardet, tried on Dutch
 * deliveries, takes windows-1252 for windows-1250 and code page 850 for
 * Polish.) */
const char *recode_guess(const char *p, size_t n, size_t *known, size_t *all);

#endif
