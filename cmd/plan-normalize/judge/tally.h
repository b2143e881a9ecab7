/* The account, in records, in cells and in dwellings. Records read = accepted +
 * rejected + skipped. Numbers read, each a cell, = accepted + rejected +
 * skipped + unread (in a column that the layout does not take). Dwellings per
 * soort likewise, of the numbers that are dimensie totaal: in is counted where
 * cells are read, accepted where register rows are written, so that nothing
 * can be lost between them unseen. */
#ifndef TALLY_H
#define TALLY_H

#include <stddef.h>

#include "ground/kind.h"
#include "ground/report.h"
#include "sum.h"

struct account {
	size_t cells;
	struct sum sum[SOORT_COUNT];
};

struct tally {
	size_t read, accepted, rejected, skips;
	struct account in, out, refused, skipped, unread;
};

/* -1 when the sum no longer fits, message given. */
int account_add(struct account *a, enum soort s, struct num v);
/* Adds all of b to a. */
void account_join(struct account *a, const struct account *b);
/* -1 when the account does not balance, message given: our mistake. */
int tally_check(const struct tally *t, const char *file);
/* The account in one line, with -v. */
void tally_note(const struct tally *t, const char *file);
/* The same as a finding, when not everything was accepted. */
void tally_tell(const struct tally *t, struct report *r);

#endif
