#include "cell/serial.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>

#include "period.h"

#define DAY_MS INT64_C(86400000)
/* 9999-12-31, counted from 1900. */
#define SERIAL_MAX 2958465
#define DAYS_1904 1462
#define LEAP_BUG 60
/* Days from serial 0 (1899-12-30, for serials after the bug) to 1970. */
#define EPOCH 25569
/* Decimals of a day that are looked at: 86400000 times as much still fits. */
#define DECIMALS 11

/* The number in milliseconds; false when negative or far too large. */
static bool
milliseconds(const struct number *v, int64_t *out)
{
	int64_t days = 0, part = 0;
	int point = v->count + v->exponent;
	if (v->negative || point > 9)
		return false;
	for (int i = 0; i < point; i++)
		days = days * 10 + (i < v->count ? v->digits[i] - '0' : 0);
	for (int i = 0; i < DECIMALS; i++) {
		int at = point + i;
		bool digit = at >= 0 && at < v->count;
		part = part * 10 + (digit ? v->digits[at] - '0' : 0);
	}
	const int64_t unit = INT64_C(100000000000);
	*out = days * DAY_MS + (part * DAY_MS + unit / 2) / unit;
	return true;
}

/* So many digits, zeros in front; returns the place after. No printf: a sheet
 * may have a million dates. */
static char *
put_digits(char *p, int64_t v, int digits)
{
	for (int i = digits; i-- > 0; v /= 10)
		p[i] = (char)('0' + v % 10);
	return p + digits;
}

static char *
put_time(char *p, int64_t ms)
{
	p = put_digits(p, ms / 3600000, 2);
	*p++ = ':';
	p = put_digits(p, ms / 60000 % 60, 2);
	*p++ = ':';
	p = put_digits(p, ms / 1000 % 60, 2);
	if (ms % 1000 != 0) {
		*p++ = '.';
		p = put_digits(p, ms % 1000, 3);
	}
	return p;
}

static int
put_duration(char *p, size_t cap, int64_t ms)
{
	int n = snprintf(p, cap, "PT");
	if (ms >= 3600000)
		n += snprintf(p + n, cap - (size_t)n, "%" PRId64 "H",
			      ms / 3600000);
	if (ms / 60000 % 60 != 0)
		n += snprintf(p + n, cap - (size_t)n, "%" PRId64 "M",
			      ms / 60000 % 60);
	if (ms % 1000 != 0)
		n += snprintf(p + n, cap - (size_t)n,
			      "%" PRId64 ".%03" PRId64 "S", ms / 1000 % 60,
			      ms % 1000);
	else if (ms / 1000 % 60 != 0 || ms == 0)
		n += snprintf(p + n, cap - (size_t)n, "%" PRId64 "S",
			      ms / 1000 % 60);
	return n;
}

/* Days before March 1900 are one too low, for the bug that follows. */
static char *
put_date(char *p, int64_t day)
{
	int year = 1900, month = 2, of_month = 29;
	if (day != LEAP_BUG)
		date_split((int32_t)(day - EPOCH + (day < LEAP_BUG)), &year,
			   &month, &of_month);
	p = put_digits(p, year, 4);
	*p++ = '-';
	p = put_digits(p, month, 2);
	*p++ = '-';
	return put_digits(p, of_month, 2);
}

bool
serial_is_leap_bug(const struct number *v, bool from_1904)
{
	int64_t ms;
	return !from_1904 && milliseconds(v, &ms) && ms / DAY_MS == LEAP_BUG;
}

bool
serial_text(const struct number *v, enum format format, bool from_1904,
	    char buf[SERIAL_TEXT], struct text *out)
{
	int64_t ms;
	char *p = buf;
	if (!milliseconds(v, &ms))
		return false;
	int64_t day = ms / DAY_MS, time = ms % DAY_MS;
	bool dated = format != FORMAT_TIME || day > 0;
	bool timed = format != FORMAT_DATE || time > 0;
	if (from_1904 && format != FORMAT_DURATION)
		day += DAYS_1904;
	if (day > SERIAL_MAX)
		return false;
	if (format == FORMAT_DURATION) {
		p += put_duration(buf, SERIAL_TEXT, ms);
	} else {
		if (dated && day == 0)
			return false;
		if (dated)
			p = put_date(p, day);
		if (dated && timed)
			*p++ = 'T';
		if (timed)
			p = put_time(p, time);
	}
	*out = (struct text){buf, (size_t)(p - buf)};
	return true;
}
