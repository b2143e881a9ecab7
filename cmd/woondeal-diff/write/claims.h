/* What somebody published, from a file bewering,regio,jaar_van,jaar_tot,
 * kolom,woord,waarde,peildatum,bron, beside the stand: a finding for each that
 * its figures contradict, with what would make it true: another rounding,
 * period or date. */
#ifndef CLAIMS_H
#define CLAIMS_H

#include "stand/stand.h"

struct claims;

/* NULL on failure, message given. */
struct claims *claims_load(const struct frame *k, const char *path);
void claims_free(struct claims *b);
void claims_check(const struct stand *s, const struct claims *b);

#endif
