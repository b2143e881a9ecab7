/* Who turned back to which release and why: OUT/terug.csv, to which rows are
 * only added:
 * moment,handeling,van,naar,wie,waarom
 * handeling: terug (back to a kept release), hersteld (there was no current),
 * mislukt (it did not become current), vrij (somebody lets the nights go
 * forward again), vooruit (a night did). */
#ifndef JOURNAL_H
#define JOURNAL_H

#include <stdbool.h>

#include "text.h"

struct journal_entry {
	const char *moment; /* as 2026-11-30T12:00:00Z; NULL: the clock's */
	const char *act, *from, *to; /* from NULL: there was none */
	const char *who, *why;
};

/* On the disk when it returns 0: the row, and the folder where the table is
 * new. Half a row, of a power cut, is taken away first: nobody was told of it.
 * -1 with the message given. */
int journal_add(const char *out, const struct journal_entry *e);
/* `moment` is a time as above; also for NULL. */
bool journal_moment(const char *moment);

/* What turning back means for who publishes: a hold. It lasts while current is
 * the release that was turned back to and nobody lifted it. */
struct journal_hold;

/* *hold, which the caller frees, is NULL when there is none. `current` may be
 * NULL. -1 with the message given. */
int journal_hold(struct journal_hold **hold, const char *out,
		 const char *current);
void journal_hold_free(struct journal_hold *h);
/* A release of this run was turned back from. */
bool journal_withdrawn(const struct journal_hold *h, struct text run);
/* Of the last turn; live as long as h. */
const char *journal_who(const struct journal_hold *h);
const char *journal_why(const struct journal_hold *h);

#endif
