/* The account: records read = accepted + rejected + skipped, and dwellings
 * in = accepted + rejected, per soort, of the numbers that are dimensie
 * totaal. In is counted where cells are read, accepted where register rows
 * are written, so that nothing can be lost between them unseen. */
#ifndef TALLY_H
#define TALLY_H

#include <stddef.h>

#include "ground/kind.h"
#include "sum.h"

struct account {
	struct sum sum[SOORT_COUNT];
};

struct tally {
	size_t read, accepted, rejected, skipped;
	struct account in, out, refused;
};

/* -1 when the sum no longer fits, message given. */
int account_add(struct account *a, enum soort s, struct num v);
/* -1 when the account does not balance, message given: our mistake. */
int tally_check(const struct tally *t, const char *file);
/* The account in one line, with -v. */
void tally_note(const struct tally *t, const char *file);

#endif
