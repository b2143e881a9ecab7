/* The roster: which municipality was to deliver what, and whether it did.
 * Of several deliveries the one expected last counts. */
#ifndef ROOSTER_H
#define ROOSTER_H

#include <stdbool.h>

#include "ground/frame.h"

struct rooster;

/* NULL on failure, message given. Findings for what is not complete. */
struct rooster *rooster_load(struct kader *k, const char *path);
void rooster_free(struct rooster *r);
/* False when the roster says that municipality m did not deliver all. A
 * roster of NULL says nothing. */
bool rooster_complete(const struct rooster *r, size_t m);

#endif
