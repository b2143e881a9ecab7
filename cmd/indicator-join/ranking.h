/* The values of a slice in order, for the quartiles: sorted by their bytes,
 * since comparing them took longer than reading them. Exact for any two
 * scales. */
#ifndef RANKING_H
#define RANKING_H

#include <stdbool.h>
#include <stddef.h>

#include "store.h"

struct ranking;

struct ranking *ranking_new(void);
void ranking_free(struct ranking *r);
/* Makes it empty. */
void ranking_clear(struct ranking *r);
/* Adds a cell that has a value; it stays where it is until the next clear. */
void ranking_add(struct ranking *r, struct cell *c);
size_t ranking_count(const struct ranking *r);
/* Low to high; once all are there. */
void ranking_sort(struct ranking *r);
/* After the sort: the i-th cell, and whether it equals the one before. */
struct cell *ranking_at(const struct ranking *r, size_t i);
bool ranking_equal(const struct ranking *r, size_t i);

#endif
