#include "period.h"

#include <stdio.h>

static const char *const grain_names[] = {"",	   "year", "half", "quarter",
					  "month", "week", "day"};

const char *
grain_name(enum grain g)
{
	return grain_names[g];
}

enum grain
grain_of(struct text word)
{
	for (int g = GRAIN_YEAR; g <= GRAIN_DAY; g++)
		if (text_is(word, grain_names[g]))
			return (enum grain)g;
	return GRAIN_NONE;
}

/* Exactly n digits as a number; false otherwise. */
static bool
digits(const char *s, size_t n, int *out)
{
	int v = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		v = v * 10 + (s[i] - '0');
	}
	*out = v;
	return true;
}

static bool
leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30,
				   31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && leap(year));
}

/* Days since 1970-01-01; months may run over: month 13 is next January. */
static int32_t
day_number(int year, int month, int day)
{
	int32_t y, era_days;

	year += (month - 1) / 12;
	month = (month - 1) % 12 + 1;
	y = year - 1;
	era_days = y * 365 + y / 4 - y / 100 + y / 400;
	for (int m = 1; m < month; m++)
		era_days += month_days(year, m);
	return era_days + day - 1 - 719162;
}

bool
date_days(int year, int month, int day, int32_t *out)
{
	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
	    day > month_days(year, month))
		return false;
	*out = day_number(year, month, day);
	return true;
}

bool
date_parse(struct text t, int32_t *out)
{
	int y, m, d;

	return t.n == 10 && t.s[4] == '-' && t.s[7] == '-' &&
	       digits(t.s, 4, &y) && digits(t.s + 5, 2, &m) &&
	       digits(t.s + 8, 2, &d) && date_days(y, m, d, out);
}

void
date_split(int32_t days, int *year, int *month, int *day)
{
	int y = (days + 719162) / 366 + 1; /* never too late */

	while (day_number(y + 1, 1, 1) <= days)
		y++;
	days -= day_number(y, 1, 1);
	*year = y;
	for (*month = 1; days >= month_days(y, *month); (*month)++)
		days -= month_days(y, *month);
	*day = days + 1;
}

struct text
date_format(int32_t days, char buf[PERIOD_TEXT])
{
	int y, m, d;

	date_split(days, &y, &m, &d);
	snprintf(buf, PERIOD_TEXT, "%04d-%02d-%02d", y % 10000, m % 100,
		 d % 100);
	return text_of(buf);
}

/* Numbers per grain: 2 halves, 4 quarters, 12 months, 53 weeks. */
static bool
in_range(const struct period *p)
{
	static const int most[] = {0, 0, 2, 4, 12, 53, 0};
	int32_t unused;

	if (p->year < 1)
		return false;
	if (p->grain == GRAIN_YEAR)
		return p->number == 0;
	if (p->grain == GRAIN_DAY)
		return date_days(p->year, p->month, p->number, &unused);
	return p->number >= 1 && p->number <= most[p->grain];
}

static enum grain
cbs_grain(const char *code)
{
	static const struct {
		const char *code;
		enum grain grain;
	} codes[] = {{"JJ", GRAIN_YEAR},
		     {"HJ", GRAIN_HALF},
		     {"KW", GRAIN_QUARTER},
		     {"MM", GRAIN_MONTH},
		     {"W1", GRAIN_WEEK}};

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (code[0] == codes[i].code[0] && code[1] == codes[i].code[1])
			return codes[i].grain;
	return GRAIN_NONE;
}

bool
period_from_cbs(struct text key, struct period *out)
{
	struct period p = {0};

	key = text_trim(key);
	if (key.n != 8 || !digits(key.s, 4, &p.year) ||
	    !digits(key.s + 6, 2, &p.number))
		return false;
	if (digits(key.s + 4, 2, &p.month)) {
		p.grain = GRAIN_DAY;
	} else {
		p.month = 0;
		p.grain = cbs_grain(key.s + 4);
	}
	if (p.grain == GRAIN_NONE || !in_range(&p))
		return false;
	*out = p;
	return true;
}

/* What follows "2024-": one letter and digits, or a month or a day. */
static bool
parse_rest(const char *s, size_t n, struct period *p)
{
	if (n == 2 && s[0] == 'H') {
		p->grain = GRAIN_HALF;
		return digits(s + 1, 1, &p->number);
	}
	if (n == 2 && s[0] == 'Q') {
		p->grain = GRAIN_QUARTER;
		return digits(s + 1, 1, &p->number);
	}
	if (n == 3 && s[0] == 'W') {
		p->grain = GRAIN_WEEK;
		return digits(s + 1, 2, &p->number);
	}
	if (n == 2) {
		p->grain = GRAIN_MONTH;
		return digits(s, 2, &p->number);
	}
	p->grain = GRAIN_DAY;
	return n == 5 && s[2] == '-' && digits(s, 2, &p->month) &&
	       digits(s + 3, 2, &p->number);
}

bool
period_parse(struct text t, struct period *out)
{
	struct period p = {0};

	if (t.n < 4 || !digits(t.s, 4, &p.year))
		return false;
	if (t.n == 4)
		p.grain = GRAIN_YEAR;
	else if (t.s[4] != '-' || !parse_rest(t.s + 5, t.n - 5, &p))
		return false;
	if (!in_range(&p))
		return false;
	*out = p;
	return true;
}

struct text
period_format(struct period p, char buf[PERIOD_TEXT])
{
	int y = p.year % 10000, n = p.number % 100;

	switch (p.grain) {
	case GRAIN_YEAR:
		snprintf(buf, PERIOD_TEXT, "%04d", y);
		break;
	case GRAIN_HALF:
		snprintf(buf, PERIOD_TEXT, "%04d-H%d", y, n);
		break;
	case GRAIN_QUARTER:
		snprintf(buf, PERIOD_TEXT, "%04d-Q%d", y, n);
		break;
	case GRAIN_MONTH:
		snprintf(buf, PERIOD_TEXT, "%04d-%02d", y, n);
		break;
	case GRAIN_WEEK:
		snprintf(buf, PERIOD_TEXT, "%04d-W%02d", y, n);
		break;
	case GRAIN_DAY:
		snprintf(buf, PERIOD_TEXT, "%04d-%02d-%02d", y, p.month % 100,
			 n);
		break;
	default:
		buf[0] = '\0';
	}
	return text_of(buf);
}

/* Monday of ISO week 1: the week that has 4 January in it. */
static int32_t
first_monday(int year)
{
	int32_t fourth = day_number(year, 1, 4);

	/* 1970-01-01 was a Thursday: (days + 3) mod 7 is 0 on Mondays. */
	return fourth - ((fourth + 3) % 7 + 7) % 7;
}

int32_t
period_start(struct period p)
{
	switch (p.grain) {
	case GRAIN_HALF:
		return day_number(p.year, p.number * 6 - 5, 1);
	case GRAIN_QUARTER:
		return day_number(p.year, p.number * 3 - 2, 1);
	case GRAIN_MONTH:
		return day_number(p.year, p.number, 1);
	case GRAIN_WEEK:
		return first_monday(p.year) + 7 * (p.number - 1);
	case GRAIN_DAY:
		return day_number(p.year, p.month, p.number);
	default:
		return day_number(p.year, 1, 1);
	}
}

int32_t
period_end(struct period p)
{
	switch (p.grain) {
	case GRAIN_HALF:
		return day_number(p.year, p.number * 6 + 1, 1);
	case GRAIN_QUARTER:
		return day_number(p.year, p.number * 3 + 1, 1);
	case GRAIN_MONTH:
		return day_number(p.year, p.number + 1, 1);
	case GRAIN_WEEK:
		return period_start(p) + 7;
	case GRAIN_DAY:
		return period_start(p) + 1;
	default:
		return day_number(p.year + 1, 1, 1);
	}
}

int
period_compare(struct period a, struct period b)
{
	int32_t x = period_start(a), y = period_start(b);

	if (x == y) {
		x = period_end(b);
		y = period_end(a);
	}
	return (x > y) - (x < y);
}
