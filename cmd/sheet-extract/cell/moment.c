#include "cell/moment.h"

#include <inttypes.h>
#include <stdio.h>

#include "period.h"

#define SECOND_MS 1000
#define MINUTE_MS 60000
#define HOUR_MS 3600000
#define DAY_MS INT64_C(86400000)
/* 9999-12-31, counted from 1900. */
#define SERIAL_MAX 2958465
#define DAYS_1904 1462
#define LEAP_BUG 60
/* Days from serial 0 (1899-12-30, for serials after the bug) to 1970. */
#define EPOCH 25569
/* Decimals of a day that are looked at: 86400000 times as much still fits. */
#define DECIMALS 11
/* Digits of a part of a duration: 10^12 days still fit in milliseconds. */
#define PART_DIGITS 10

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

bool
moment_of_serial(const struct number *v, enum format format, bool from_1904,
		 struct moment *out)
{
	int64_t ms;
	if (!milliseconds(v, &ms))
		return false;
	int64_t day = ms / DAY_MS;
	*out = (struct moment){.ms = ms % DAY_MS};
	if (format == FORMAT_DURATION) {
		out->duration = true;
		out->ms = ms;
		return day <= SERIAL_MAX;
	}
	out->dated = format != FORMAT_TIME || day > 0;
	if (from_1904)
		day += DAYS_1904;
	/* Days before March 1900 are one too low, for the bug that follows. */
	out->leap_bug = day == LEAP_BUG && !from_1904;
	out->day = (int32_t)(day <= SERIAL_MAX ? day - EPOCH : 0);
	if (day < LEAP_BUG)
		out->day++;
	return day <= SERIAL_MAX && (!out->dated || day > 0);
}

/* So many digits off *t: their value, -1 when there are fewer. */
static int
take(struct text *t, size_t digits)
{
	int v = 0;
	if (t->n < digits)
		return -1;
	for (size_t i = 0; i < digits; i++) {
		if (t->s[i] < '0' || t->s[i] > '9')
			return -1;
		v = v * 10 + (t->s[i] - '0');
	}
	t->s += digits;
	t->n -= digits;
	return v;
}

static bool
take_mark(struct text *t, char mark)
{
	if (t->n == 0 || *t->s != mark)
		return false;
	t->s++;
	t->n--;
	return true;
}

/* ".5" or ",5" in milliseconds, rounded; 0 without one, -1 without digits. */
static int
take_fraction(struct text *t)
{
	int ms = 0, scale = 100;
	if (!take_mark(t, '.') && !take_mark(t, ','))
		return 0;
	if (t->n == 0 || *t->s < '0' || *t->s > '9')
		return -1;
	for (; t->n > 0 && *t->s >= '0' && *t->s <= '9'; t->s++, t->n--) {
		if (scale > 0)
			ms += (*t->s - '0') * scale;
		else if (scale == 0 && *t->s >= '5')
			ms++;
		scale = scale > 0 ? scale / 10 : -1;
	}
	return ms;
}

static bool
take_date(struct text *t, struct moment *m)
{
	int year = take(t, 4);
	int month = take_mark(t, '-') ? take(t, 2) : -1;
	int day = take_mark(t, '-') ? take(t, 2) : -1;
	m->dated = true;
	return year > 0 && month > 0 && day > 0 &&
	       date_days(year, month, day, &m->day);
}

/* hh:mm[:ss[.f]]; 24:00 is the midnight that ends a day. */
static bool
take_time(struct text *t, struct moment *m)
{
	int hours = take(t, 2), seconds = 0, ms = 0;
	int minutes = take_mark(t, ':') ? take(t, 2) : -1;
	if (take_mark(t, ':')) {
		seconds = take(t, 2);
		ms = take_fraction(t);
	}
	if (hours < 0 || hours > 24 || minutes < 0 || minutes > 59 ||
	    seconds < 0 || seconds > 59 || ms < 0)
		return false;
	m->ms = (int64_t)hours * HOUR_MS + minutes * MINUTE_MS +
		seconds * SECOND_MS + ms;
	return m->ms <= DAY_MS;
}

/* "Z", "+02:00", "-0530" or "+02". */
static bool
take_zone(struct text *t)
{
	if (take_mark(t, 'Z'))
		return true;
	if (!take_mark(t, '+') && !take_mark(t, '-'))
		return false;
	int hours = take(t, 2);
	int minutes = take_mark(t, ':') || t->n > 0 ? take(t, 2) : 0;
	return hours >= 0 && hours <= 14 && minutes >= 0 && minutes <= 59;
}

bool
moment_of_iso(struct text t, struct moment *out)
{
	*out = (struct moment){0};
	t = text_trim(t);
	if (t.n > 4 && t.s[4] == '-') {
		if (!take_date(&t, out))
			return false;
		if (t.n == 0)
			return true;
		if (!take_mark(&t, 'T'))
			return false;
	}
	if (!take_time(&t, out))
		return false;
	out->zoned = t.n > 0;
	if (out->zoned && !take_zone(&t))
		return false;
	/* 24:00, or rounded up to it: the next day begins. */
	if (out->dated && out->ms == DAY_MS) {
		out->ms = 0;
		out->day++;
	}
	return t.n == 0;
}

/* "12" before one of the letters: false when there is no such part. */
static bool
take_part(struct text *t, char letter, int64_t unit, int64_t *ms)
{
	int64_t v = 0;
	struct text at = *t;
	size_t n = 0;
	while (n < at.n && at.s[n] >= '0' && at.s[n] <= '9')
		n++;
	if (n == 0 || n > PART_DIGITS)
		return false;
	for (size_t i = 0; i < n; i++)
		v = v * 10 + (at.s[i] - '0');
	at.s += n;
	at.n -= n;
	int fraction = letter == 'S' ? take_fraction(&at) : 0;
	if (fraction < 0 || !take_mark(&at, letter))
		return false;
	*ms += v * unit + fraction;
	*t = at;
	return true;
}

bool
moment_of_duration(struct text t, struct moment *out)
{
	*out = (struct moment){.duration = true};
	t = text_trim(t);
	out->negative = take_mark(&t, '-');
	if (!take_mark(&t, 'P'))
		return false;
	bool any = take_part(&t, 'D', DAY_MS, &out->ms);
	if (take_mark(&t, 'T')) {
		any = take_part(&t, 'H', HOUR_MS, &out->ms);
		any = take_part(&t, 'M', MINUTE_MS, &out->ms) || any;
		any = take_part(&t, 'S', SECOND_MS, &out->ms) || any;
	}
	return any && t.n == 0;
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
	p = put_digits(p, ms / HOUR_MS, 2);
	*p++ = ':';
	p = put_digits(p, ms / MINUTE_MS % 60, 2);
	*p++ = ':';
	p = put_digits(p, ms / SECOND_MS % 60, 2);
	if (ms % SECOND_MS != 0) {
		*p++ = '.';
		p = put_digits(p, ms % SECOND_MS, 3);
	}
	return p;
}

static char *
put_date(char *p, const struct moment *m)
{
	int year = 1900, month = 2, day = 29;
	if (!m->leap_bug)
		date_split(m->day, &year, &month, &day);
	p = put_digits(p, year, 4);
	*p++ = '-';
	p = put_digits(p, month, 2);
	*p++ = '-';
	return put_digits(p, day, 2);
}

static struct text
duration_text(const struct moment *m, char buf[MOMENT_TEXT])
{
	int64_t ms = m->ms;
	char *p = buf, *end = buf + MOMENT_TEXT;
#define PUT(...) p += snprintf(p, (size_t)(end - p), __VA_ARGS__)
	PUT("%sPT", m->negative && ms > 0 ? "-" : "");
	if (ms >= HOUR_MS)
		PUT("%" PRId64 "H", ms / HOUR_MS);
	if (ms / MINUTE_MS % 60 != 0)
		PUT("%" PRId64 "M", ms / MINUTE_MS % 60);
	if (ms % SECOND_MS != 0)
		PUT("%" PRId64 ".%03" PRId64 "S", ms / SECOND_MS % 60,
		    ms % SECOND_MS);
	else if (ms / SECOND_MS % 60 != 0 || ms == 0)
		PUT("%" PRId64 "S", ms / SECOND_MS % 60);
#undef PUT
	return (struct text){buf, (size_t)(p - buf)};
}

struct text
moment_text(const struct moment *m, enum format format, char buf[MOMENT_TEXT])
{
	char *p = buf;
	if (m->duration)
		return duration_text(m, buf);
	bool timed = !m->dated || m->ms > 0 || format == FORMAT_DATETIME ||
		     format == FORMAT_TIME;
	if (m->dated)
		p = put_date(p, m);
	if (m->dated && timed)
		*p++ = 'T';
	if (timed)
		p = put_time(p, m->ms);
	return (struct text){buf, (size_t)(p - buf)};
}
