/* A layout for a delivery that has none yet, with the reason of each line,
 * for a person to accept: veld,kolom,omzetting,waarde,reden. */
#ifndef PROPOSAL_H
#define PROPOSAL_H

#include "layout/choices.h"
#include "input.h"
#include "output.h"

/* encoding NULL: found out; delimiter 0: found out. -1 with the message
 * given. */
int proposal_write(struct input *in, const struct choices *layouts,
		   const char *encoding, char delimiter, struct output *out);

#endif
