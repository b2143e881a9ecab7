/* Excel's day numbers as ISO 8601, to the millisecond, by integers only. */
#ifndef SERIAL_H
#define SERIAL_H

#include <stdbool.h>

#include "cell/format.h"
#include "cell/number.h"

/* Room for any of the texts. */
#define SERIAL_TEXT 64

/* The number under a date, time or duration format:
 *   DATE 2024-01-31 (with the time when there is one), DATETIME
 *   2024-01-31T13:30:00, TIME 13:30:00 (with the date when there is one),
 *   DURATION PT30H15M. Milliseconds only when not 0.
 * from_1904: the workbook counts from 1 January 1904; else 1 is 1 January
 * 1900 and 60 the 29 February 1900 that never was, written as such.
 * False when the number is no such thing: negative, beyond 9999-12-31, or
 * day 0 of 1900. */
bool serial_text(const struct number *v, enum format format, bool from_1904,
		 char buf[SERIAL_TEXT], struct text *out);
/* True for the day that never was. */
bool serial_is_leap_bug(const struct number *v, bool from_1904);

#endif
