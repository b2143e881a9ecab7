/* Series beside growth, of any years: the housing stock on a day, and permits,
 * starts and new building by quarter. Of dwellings only, by region; those of a
 * deal or province are sums of municipalities, known when all are. Held only
 * when a table asks for it. */
#ifndef SERIES_H
#define SERIES_H

#include <stdbool.h>
#include <stdint.h>

#include "ground/frame.h"
#include "observations.h"

enum flow { FLOW_PERMITS, FLOW_STARTS, FLOW_BUILT, FLOWS };

struct series;

struct series *series_new(const struct frame *k);
void series_free(struct series *s);
/* Takes the current record, when it is of these. What is in another unit, or
 * no number, is passed over: growth tells it. */
void series_take(struct series *s, const struct observations *o);
/* The stock of region i (in the whole list) at the start of that day. */
bool series_stock(const struct series *s, size_t i, int32_t day, int64_t *out);
/* The last day, up to `day`, for which it is known; false when there is none.
 */
bool series_last_stock(const struct series *s, size_t i, int32_t day,
		       int32_t *last);
/* A quarter, numbered from year 0: 4 * year + quarter - 1. The quarter itself,
 * else its three months. */
bool series_quarter(const struct series *s, size_t i, enum flow f, int quarter,
		    int64_t *out);
/* First and last quarter of which any municipality has something; false when
 * there is none. */
bool series_span(const struct series *s, enum flow f, int *first, int *last);
/* The CBS tables of a flow, joined by |; valid until the next record. */
struct text series_tables(const struct series *s, enum flow f);
const char *flow_name(enum flow f);

#endif
