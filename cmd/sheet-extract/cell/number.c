#include "cell/number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Decimals of so many digits survive the way to a double and back. */
#define SAFE_DIGITS 15
#define EXPONENT_MAX 400
#define ZEROS_MAX 20
/* Largest power of ten in a double, and one. */
#define EXPONENT_10 309

struct scan {
	const char *p;
	const char *end;
};

static bool
take(struct scan *s, char a, char b)
{
	if (s->p == s->end || (*s->p != a && *s->p != b))
		return false;
	s->p++;
	return true;
}

/* Adds digits to v; how many were there. */
static size_t
take_digits(struct scan *s, struct number *v)
{
	const char *from = s->p;
	for (; s->p < s->end && *s->p >= '0' && *s->p <= '9'; s->p++)
		if (v->count > 0 || *s->p != '0')
			v->digits[v->count++] = *s->p;
	return (size_t)(s->p - from);
}

/* "E-12": false when no digits follow the E, or too many. */
static bool
take_exponent(struct scan *s, int *exponent)
{
	int v = 0;
	bool negative = take(s, '-', '-');
	if (!negative)
		take(s, '+', '+');
	const char *from = s->p;
	for (; s->p < s->end && *s->p >= '0' && *s->p <= '9'; s->p++) {
		v = v * 10 + (*s->p - '0');
		if (v > EXPONENT_MAX)
			return false;
	}
	*exponent += negative ? -v : v;
	return s->p > from;
}

static void
strip_zeros(struct number *v)
{
	while (v->count > 0 && v->digits[v->count - 1] == '0') {
		v->count--;
		v->exponent++;
	}
	v->digits[v->count] = '\0';
	if (v->count == 0) {
		v->negative = false;
		v->exponent = 0;
	}
}

static char *
put_zeros(char *p, int n)
{
	memset(p, '0', (size_t)n);
	return p + n;
}

static char *
put(char *p, const char *s, int n)
{
	memcpy(p, s, (size_t)n);
	return p + n;
}

/* No printf: it would take longer than all the rest. */
static char *
put_exponent(char *p, int v)
{
	*p++ = 'e';
	if (v < 0)
		*p++ = '-';
	v = v < 0 ? -v : v;
	if (v >= 100)
		*p++ = (char)('0' + v / 100);
	if (v >= 10)
		*p++ = (char)('0' + v / 10 % 10);
	*p++ = (char)('0' + v % 10);
	return p;
}

static char *
format_scientific(const struct number *v, char *p)
{
	*p++ = v->digits[0];
	if (v->count > 1)
		*p++ = '.';
	p = put(p, v->digits + 1, v->count - 1);
	return put_exponent(p, v->exponent + v->count - 1);
}
/* The double these digits stand for. */
static double
value_of(const struct number *v)
{
	char buf[NUMBER_TEXT];
	*format_scientific(v, buf) = '\0';
	return strtod(buf, NULL);
}

/* v with so many digits, rounded down, or up. */
static struct number
cut(const struct number *v, int digits, bool up)
{
	struct number w = *v;
	w.exponent += v->count - digits;
	w.count = digits;
	w.digits[digits] = '\0';
	if (!up)
		return w;
	int i = digits;
	while (i > 0 && w.digits[i - 1] == '9')
		w.digits[--i] = '0';
	if (i > 0) {
		w.digits[i - 1]++;
	} else {
		w.digits[0] = '1'; /* 99 is 10 x 10 */
		w.exponent++;
	}
	return w;
}

/* Cuts v to so many digits, rounded down or up, if that is the same double. */
static bool
cut_if_same(struct number *v, int digits, bool up, double value)
{
	struct number w = cut(v, digits, up);
	if (value_of(&w) != value)
		return false;
	*v = w;
	return true;
}

/* To the nearest first: beside the double both may be it. */
static bool
cut_to_nearest(struct number *v, int digits, double value)
{
	bool up = v->digits[digits] >= '5';

	return cut_if_same(v, digits, up, value) ||
	       cut_if_same(v, digits, !up, value);
}

/* Digits beyond 17 say nothing about a double. At 15 digits at most one
 * number is the same double, less than a quarter of the way from v to the
 * next: the 16th and 17th digit tell whether to look, and in which direction.
 * At 16 digits, when any number is the same double, one of the two beside v
 * is, for all numbers between it and v are. */
static void
shorten(struct number *v)
{
	if (v->count > SAFE_DIGITS + 2) {
		if (!cut_to_nearest(v, SAFE_DIGITS + 2, value_of(v)))
			return;
	}
	bool long_one = v->count > SAFE_DIGITS + 1;
	int rest = (v->digits[SAFE_DIGITS] - '0') * 10;
	if (long_one)
		rest += v->digits[SAFE_DIGITS + 1] - '0';
	bool near = rest < 25 || rest > 75;
	if (!near && !long_one)
		return;
	double value = value_of(v);
	if (near && cut_if_same(v, SAFE_DIGITS, rest > 75, value))
		return;
	if (long_one)
		cut_to_nearest(v, SAFE_DIGITS + 1, value);
}

static bool
scan(struct text t, struct number *out, bool *fraction)
{
	t = text_trim(t);
	out->negative = false;
	out->count = out->exponent = 0;
	if (t.n == 0 || t.n > NUMBER_MAX)
		return false;
	struct scan s = {t.s, t.s + t.n};
	out->negative = take(&s, '-', '-');
	if (!out->negative)
		take(&s, '+', '+');
	size_t whole = take_digits(&s, out), decimals = 0;
	bool point = take(&s, '.', '.');
	if (point)
		decimals = take_digits(&s, out);
	if (whole + decimals == 0)
		return false;
	out->exponent = -(int)decimals;
	bool exponent = take(&s, 'e', 'E');
	if (exponent && !take_exponent(&s, &out->exponent))
		return false;
	strip_zeros(out);
	*fraction = point || exponent;
	return s.p == s.end && out->count + out->exponent <= EXPONENT_10;
}

bool
number_scan(struct text t, struct number *out)
{
	bool fraction;
	return scan(t, out, &fraction);
}

bool
number_parse(struct text t, struct number *out)
{
	bool fraction;
	if (!scan(t, out, &fraction))
		return false;
	/* What will be written with an exponent is no exact whole number. */
	if (out->count > SAFE_DIGITS &&
	    (fraction || out->exponent > ZEROS_MAX)) {
		shorten(out);
		strip_zeros(out);
	}
	return true;
}

int
number_compare(const struct number *a, const struct number *b)
{
	int sign = a->negative ? -1 : 1;
	int x = a->count + a->exponent, y = b->count + b->exponent;
	if (a->count == 0 || b->count == 0 || a->negative != b->negative)
		return (a->count == 0 ? 0 : sign) - (b->count == 0 ? 0
						     : b->negative ? -1
								   : 1);
	if (x != y)
		return x < y ? -sign : sign;
	return sign * strcmp(a->digits, b->digits);
}

struct text
number_format(const struct number *v, char buf[NUMBER_TEXT])
{
	char *p = buf;
	int point = v->count + v->exponent; /* digits before the point */
	if (v->negative)
		*p++ = '-';
	if (v->count == 0) {
		*p++ = '0';
	} else if (v->exponent > ZEROS_MAX || point < -ZEROS_MAX) {
		p = format_scientific(v, p);
	} else if (v->exponent >= 0) {
		p = put(p, v->digits, v->count);
		p = put_zeros(p, v->exponent);
	} else if (point > 0) {
		p = put(p, v->digits, point);
		*p++ = '.';
		p = put(p, v->digits + point, v->count - point);
	} else {
		p = put(p, "0.", 2);
		p = put_zeros(p, -point);
		p = put(p, v->digits, v->count);
	}
	*p = '\0';
	return (struct text){buf, (size_t)(p - buf)};
}

/* A number that needs nothing done to it: any whole one, or a short decimal;
 * no zero in front or at the end. */
static bool
is_plain(struct text t)
{
	const char *p = t.s, *end = t.s + t.n, *point = NULL;
	if (p < end && *p == '-')
		p++;
	if (p == end || t.n > 300)
		return false;
	if (*p == '0' && (end - p < 2 || p[1] != '.'))
		return t.n == 1;
	for (const char *q = p; q < end; q++) {
		if (*q == '.' && point == NULL && q > p)
			point = q;
		else if (*q < '0' || *q > '9')
			return false;
	}
	return point == NULL ||
	       (end - p <= SAFE_DIGITS && end[-1] != '0' && end - point > 1);
}

bool
number_text(struct text t, char buf[NUMBER_TEXT], struct text *out)
{
	struct number v;
	if (!is_plain(t))
		t = text_trim(t);
	if (is_plain(t)) {
		*out = t;
		return true;
	}
	if (!number_parse(t, &v))
		return false;
	*out = number_format(&v, buf);
	return true;
}

/* Whole numbers are most of them, and printf is slow; of the others most have
 * so few digits that 15 are enough. */
static struct text
format_double(double v, char buf[NUMBER_TEXT])
{
	int n;
	if (v > -1e15 && v < 1e15 && v == (double)(int64_t)v) {
		char *p = buf + NUMBER_TEXT, *end = p;
		uint64_t rest = (uint64_t)(v < 0 ? -v : v);
		do
			*--p = (char)('0' + rest % 10);
		while ((rest /= 10) > 0);
		if (v < 0)
			*--p = '-';
		return (struct text){p, (size_t)(end - p)};
	}
	n = snprintf(buf, NUMBER_TEXT, "%.15g", v);
	if (strtod(buf, NULL) != v)
		n = snprintf(buf, NUMBER_TEXT, "%.17g", v);
	return (struct text){buf, (size_t)n};
}

struct text
number_of_double(const unsigned char p[8], char buf[NUMBER_TEXT])
{
	uint64_t bits = 0;
	double v;
	for (int i = 8; i-- > 0;)
		bits = bits << 8 | p[i];
	memcpy(&v, &bits, sizeof(v));
	return format_double(v, buf);
}

struct text
number_of_rk(uint32_t v, char buf[NUMBER_TEXT])
{
	enum { HUNDREDTH = 1, INTEGER = 2 };
	uint64_t bits = (uint64_t)(v & ~UINT32_C(3)) << 32;
	double d;
	memcpy(&d, &bits, sizeof(d));
	if (v & INTEGER)
		d = (double)((int32_t)v >> 2);
	return format_double(v & HUNDREDTH ? d / 100 : d, buf);
}
