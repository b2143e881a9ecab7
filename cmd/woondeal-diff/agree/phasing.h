/* Phasing: targets of an unbroken run of years spread over its years, evenly
 * ("divided by nine") or by weights from a file regio,jaar,aandeel. A named
 * way of reading the agreement, never the default. */
#ifndef PHASING_H
#define PHASING_H

#include "agree/targets.h"
#include "ground/frame.h"

struct phasing;

/* word: "even", or a file. A row without regio is for all; a municipality
 * without rows of its own has those of its deal. NULL on failure. */
struct phasing *phasing_load(const struct frame *k, const char *word);
void phasing_free(struct phasing *f);
/* Replaces the list of region i by single years with the same sum: whole
 * dwellings, each running total rounded half away from zero. A run whose
 * years have no weight is left as agreed. 0, or -1 with the message given. */
int phasing_apply(const struct phasing *f, size_t i, struct targets *d);

#endif
