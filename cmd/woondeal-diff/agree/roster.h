/* The roster: which municipality was to deliver what, and whether it did.
 * Of several deliveries the one expected last counts. */
#ifndef ROSTER_H
#define ROSTER_H

#include <stdbool.h>

#include "ground/frame.h"

struct roster;

/* NULL on failure, message given. Findings for what is not complete. */
struct roster *roster_load(struct frame *k, const char *path);
void roster_free(struct roster *r);
/* False when the roster says that municipality m did not deliver all. A
 * roster of NULL says nothing. */
bool roster_complete(const struct roster *r, size_t m);

#endif
