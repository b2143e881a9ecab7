/* Periods and dates: ISO 8601 outside, CBS keys on the way in. The form is
 * the grain, and grains are never mixed in a sum. Proleptic Gregorian. */
#ifndef PERIOD_H
#define PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

enum grain {
	GRAIN_NONE, /* not a period we know: kept as text */
	GRAIN_YEAR,
	GRAIN_HALF,
	GRAIN_QUARTER,
	GRAIN_MONTH,
	GRAIN_WEEK,
	GRAIN_DAY
};

/* number: half 1-2, quarter 1-4, month 1-12, week 1-53, day of the month with
 * its month beside it; 0 for a year. */
struct period {
	enum grain grain;
	int year;
	int month; /* only for GRAIN_DAY */
	int number;
};

/* "year", "half", "quarter", "month", "week", "day": the words of -g. */
const char *grain_name(enum grain g);
/* GRAIN_NONE when the word is none of them. */
enum grain grain_of(struct text word);

/* A CBS key (2024JJ00, 2025HJ01, 2019KW04, 2012MM01, 2020W101, 20060101),
 * blanks at the ends allowed. False when it is none of these: school years,
 * part weeks (X0) and multi-year means are not periods of ours. */
bool period_from_cbs(struct text key, struct period *out);
/* Our own form: 2024, 2024-H1, 2024-Q3, 2024-11, 2024-W05, 2024-11-01. */
bool period_parse(struct text t, struct period *out);
#define PERIOD_TEXT 16
struct text period_format(struct period p, char buf[PERIOD_TEXT]);
/* By first day, then longer before shorter. */
int period_compare(struct period a, struct period b);
/* Days since 1970-01-01 of the first day, and of the day after the last. */
int32_t period_start(struct period p);
int32_t period_end(struct period p);

/* A date as days since 1970-01-01. False when there is no such day. */
bool date_days(int year, int month, int day, int32_t *out);
/* YYYY-MM-DD and nothing else. */
bool date_parse(struct text t, int32_t *out);
struct text date_format(int32_t days, char buf[PERIOD_TEXT]);
void date_split(int32_t days, int *year, int *month, int *day);

#endif
