/* What can only be said when all is read: that no wanted key was a typing
 * error, and that no feed stopped halfway. */
#ifndef AUDIT_H
#define AUDIT_H

#include "run.h"

/* Every wanted key was in the data; -1 naming the nearest when one was not. */
int audit_wants(struct run *run);
/* A finding for what was given with -M and fits nothing that was read. */
void audit_metadata(struct run *run);
/* A finding for each table whose last page was not among the files. */
void audit_feeds(struct run *run);

#endif
