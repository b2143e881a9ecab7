/* Dates, times and durations of all origins (Excel's day numbers, ISO 8601
 * of t="d" and of OpenDocument) and the one form in which they are written:
 * to the millisecond, by integers only. */
#ifndef MOMENT_H
#define MOMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "cell/format.h"
#include "cell/number.h"

struct moment {
	bool dated;    /* it has a day */
	bool duration; /* ms is a span of time, else a time of day */
	bool negative; /* of durations */
	bool leap_bug; /* 29 February 1900, which never was */
	bool zoned;    /* a zone stood behind it */
	int32_t day;   /* since 1970-01-01 */
	int64_t ms;
};

/* The number under a format that is not FORMAT_NUMBER. from_1904: the workbook
 * counts from 1 January 1904; else 1 is 1 January 1900 and 60 the day that
 * never was. False when the number is no such thing: negative, beyond
 * 9999-12-31, or day 0 of 1900. */
bool moment_of_serial(const struct number *v, enum format format,
		      bool from_1904, struct moment *out);
/* YYYY-MM-DD, hh:mm[:ss[.fff]], or both with T between them; a day of the
 * calendar. "Z" or an offset may follow a time: the clock stands as written,
 * zoned says that there was one. Blanks at the ends allowed. False when it is
 * none of these. */
bool moment_of_iso(struct text t, struct moment *out);
/* [-]P[nD][T[nH][nM][n[.n]S]]: an ISO duration without years and months, of
 * which nobody knows how long they are. */
bool moment_of_duration(struct text t, struct moment *out);

/* Room for any of the texts. */
#define MOMENT_TEXT 64
/* 2024-01-31, 2024-01-31T13:30:00, 13:30:00 or PT30H15M, milliseconds only
 * when not 0. Midnight is written under FORMAT_DATETIME and FORMAT_TIME only,
 * a date always when there is one. Returns the view of buf. */
struct text moment_text(const struct moment *m, enum format format,
			char buf[MOMENT_TEXT]);

#endif
