/* The periods met in the observations, each known by a number in order of
 * appearance. What period.h does not know (school years, means of several
 * years) is kept as text: it orders after the others and has no trend. */
#ifndef PERIODS_H
#define PERIODS_H

#include <stdbool.h>
#include <stddef.h>

#include "period.h"
#include "text.h"

struct periods;

struct periods *periods_new(void);
void periods_free(struct periods *ps);
size_t periods_count(const struct periods *ps);
/* The number of a period, made when it is new. */
size_t periods_intern(struct periods *ps, struct text t);
/* The number of a period that was met; -1: it was not. */
long periods_find(const struct periods *ps, struct text t);
struct text periods_text(const struct periods *ps, size_t i);
/* Its grain is GRAIN_NONE when it is kept as text. */
struct period periods_at(const struct periods *ps, size_t i);
bool periods_known(const struct periods *ps, size_t i);
/* The number of the same period so many years earlier, at most PERIODS_BACK, or
 * -1 when it was not met. */
#define PERIODS_BACK 11
long periods_before(struct periods *ps, size_t i, size_t years);
/* Negative, 0 or positive: by first day, longer before shorter, text last. */
int periods_compare(const struct periods *ps, size_t a, size_t b);
/* The numbers of all periods in order; the caller frees it. */
size_t *periods_order(const struct periods *ps);

#endif
