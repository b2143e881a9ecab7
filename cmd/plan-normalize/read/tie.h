/* Two layouts that fit a delivery equally well. */
#ifndef TIE_H
#define TIE_H

#include "layout/layout.h"

/* The message that names both, and what would decide: the first thing that
 * they read as something else. */
void tie_tell(const struct layout *a, const struct layout *b);

#endif
