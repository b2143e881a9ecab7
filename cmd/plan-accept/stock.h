/* The dwellings that there are in each municipality: of the topic eindstand in
 * waarnemingen.csv the last period. */
#ifndef STOCK_H
#define STOCK_H

#include <stdbool.h>

#include "sum.h"

struct stock;

/* NULL on failure, message given. */
struct stock *stock_load(const char *path);
void stock_free(struct stock *s);
/* False when it is not known; s may be NULL. */
bool stock_of(const struct stock *s, struct text gemeente, struct sum *out);

#endif
