#include "ground/day.h"

#include <stddef.h>

#include "period.h"

/* Of 1970-01-01, in spreadsheets that count from 1900. */
#define SERIAL_EPOCH 25569
/* 1954 to 2119: other numbers of five digits are no days of a plan. */
#define SERIAL_FIRST 20000
#define SERIAL_LAST 80000

/* Digits off the front of *t, at most nine; how many. */
static size_t
take_number(struct text *t, int *out)
{
	size_t n = 0;
	int v = 0;

	while (n < t->n && n < 9 && t->s[n] >= '0' && t->s[n] <= '9')
		v = v * 10 + (t->s[n++] - '0');
	*t = (struct text){t->s + n, t->n - n};
	*out = v;
	return n;
}

static bool
take_char(struct text *t, char c)
{
	if (!t->n || t->s[0] != c)
		return false;
	*t = (struct text){t->s + 1, t->n - 1};
	return true;
}

/* "T00:00:00", or with a blank; what is no time stays. */
static void
skip_time(struct text *t)
{
	struct text rest = *t;
	int v;

	if (!take_char(&rest, 'T') && !take_char(&rest, 't') &&
	    !take_char(&rest, ' '))
		return;
	if (take_number(&rest, &v) != 2 || !take_char(&rest, ':') ||
	    take_number(&rest, &v) != 2)
		return;
	if (take_char(&rest, ':'))
		take_number(&rest, &v);
	*t = rest;
}

bool
day_take(struct text *t, int32_t *days)
{
	struct text rest = *t;
	int a, b, c;
	size_t n = take_number(&rest, &a), k;
	char mark = rest.n ? rest.s[0] : '\0';

	if (n == 5 && a >= SERIAL_FIRST && a <= SERIAL_LAST) {
		*days = a - SERIAL_EPOCH;
		*t = rest;
		return true;
	}
	if ((n != 4 || mark != '-') &&
	    (n < 1 || n > 2 || (mark != '-' && mark != '/' && mark != '.')))
		return false;
	take_char(&rest, mark);
	k = take_number(&rest, &b);
	if (k < 1 || k > 2 || !take_char(&rest, mark))
		return false;
	k = take_number(&rest, &c);
	if (n == 4 ? k < 1 || k > 2 || !date_days(a, b, c, days)
		   : k != 4 || !date_days(c, b, a, days))
		return false;
	skip_time(&rest);
	*t = rest;
	return true;
}

bool
day_read(struct text t, int32_t *days)
{
	return day_take(&t, days) && t.n == 0;
}

int
day_year(int32_t days)
{
	int year, month, day;

	date_split(days, &year, &month, &day);
	return year;
}
