/* Back to a release that was kept, and what that means for the next night. */
#ifndef BACK_H
#define BACK_H

#include "text.h"

struct back {
	const char *out, *name; /* name is not for back_lift */
	const char *who, *why;	/* in the journal */
	const char *moment;	/* NULL: the clock's */
};

/* Checks the release against its manifest, writes down who turns back to it
 * and why, and makes it current. -1 with the message given: current is as it
 * was. */
int back_turn(const struct back *b);
/* Nights go forward again, whatever they bring. -1 with the message given,
 * also when nothing holds them. */
int back_lift(const struct back *b);

/* Whether the release in `folder`, which is called after `run`, may become
 * current: not while somebody turned back from that run, nor with errors among
 * its findings. *held: it ends a hold. -1 with the message given. */
int back_allows(const char *out, const char *run, const char *folder,
		bool *held);
/* It became current, as `name`, and ended a hold on `old`; moment as in struct
 * back. */
void back_passed(const char *out, const char *old, const char *name,
		 const char *moment);

#endif
