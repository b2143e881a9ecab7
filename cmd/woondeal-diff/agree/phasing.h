/* Phasing: targets of an unbroken run of years spread over its years, evenly
 * ("divided by nine") or by weights from a file regio,jaar,aandeel. A named
 * way of reading the agreement, never the default. */
#ifndef FASERING_H
#define FASERING_H

#include "agree/targets.h"
#include "ground/frame.h"

struct fasering;

/* word: "even", or a file. A row without regio is for all; a municipality
 * without rows of its own has those of its deal. NULL on failure. */
struct fasering *fasering_load(const struct kader *k, const char *word);
void fasering_free(struct fasering *f);
/* Replaces the list of region i by single years with the same sum: whole
 * dwellings, each running total rounded half away from zero. A run whose
 * years have no weight is left as agreed. 0, or -1 with the message given. */
int fasering_apply(const struct fasering *f, size_t i, struct doelen *d);

#endif
