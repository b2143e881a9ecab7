/* Days as deliveries write them: 2026-12-31, 31-12-2026, and the serial number
 * that a spreadsheet has for a day (46387). */
#ifndef DAY_H
#define DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "text.h"

/* Takes a day off the front of *t, a time behind it too (midnight, as
 * workbooks have it). Days since 1970-01-01. False when there is none: *t is
 * as it was. */
bool day_take(struct text *t, int32_t *days);
/* The whole text. */
bool day_read(struct text t, int32_t *days);
int day_year(int32_t days);

#endif
