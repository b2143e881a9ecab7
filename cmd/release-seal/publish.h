/* A release made safe and made current: all its bytes on the disk, then one
 * rename. Until that, and when anything fails, current is what it was. */
#ifndef PUBLISH_H
#define PUBLISH_H

#include <stdbool.h>

#include "account.h"

/* Puts the release of `a`, whose manifest is `manifest`, into the folder `out`
 * under the name `run` and makes out/current a link to it. When there is a
 * release of that name with the same bytes already, that becomes current; with
 * other bytes, ours is run-2, run-3 and so on. *name, which the caller frees,
 * is what it is called. -1 with the message given, and out is as it was. */
int publish(const struct account *a, const char *manifest, const char *out,
	    const char *run, char **name);
/* The release that out/current leads to; NULL when there is none. The caller
 * frees it. */
char *publish_current(const char *out);
/* Makes a release that is in out already current. Its time stays that of when
 * it was published. -1 with the message given, and current is as it was. */
int publish_turn(const char *out, const char *name);
/* While this is on, a person or a timer that stops the program waits. */
void publish_hold_signals(bool on);

#endif
