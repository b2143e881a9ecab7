#include "number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Decimals of so many digits survive the way to a double and back. */
#define SAFE_DIGITS 15
#define EXPONENT_MAX 400
#define ZEROS_MAX 20

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
	if (v->count == 0)
		*v = (struct number){0};
}

/* The shortest digits of the double that t stands for. */
static bool
shorten(struct text t, struct number *v)
{
	char source[NUMBER_MAX + 1], buf[40];
	int e;
	memcpy(source, t.s, t.n);
	source[t.n] = '\0';
	double value = strtod(source, NULL);
	if (value - value != 0) /* infinite */
		return false;
	for (int digits = SAFE_DIGITS; digits <= SAFE_DIGITS + 2; digits++) {
		snprintf(buf, sizeof(buf), "%.*e", digits - 1, value);
		if (strtod(buf, NULL) == value)
			break;
	}
	struct scan s = {buf, buf + strlen(buf)};
	take(&s, '-', '-');
	v->count = 0;
	take_digits(&s, v);
	take(&s, '.', '.');
	e = -(int)take_digits(&s, v);
	take(&s, 'e', 'E');
	take_exponent(&s, &e);
	v->exponent = e;
	strip_zeros(v);
	return true;
}

bool
number_parse(struct text t, struct number *out)
{
	t = text_trim(t);
	*out = (struct number){0};
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
	if (s.p != s.end)
		return false;
	bool negative = out->negative;
	int significant = out->count;
	strip_zeros(out);
	if (significant > SAFE_DIGITS && (point || exponent) &&
	    out->count > SAFE_DIGITS && !shorten(t, out))
		return false;
	out->negative = negative && out->count > 0;
	return out->count + out->exponent <= 309;
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

static char *
format_scientific(const struct number *v, char *p)
{
	*p++ = v->digits[0];
	if (v->count > 1)
		*p++ = '.';
	p = put(p, v->digits + 1, v->count - 1);
	return p + snprintf(p, 16, "e%d", v->exponent + v->count - 1);
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

/* A whole number that needs nothing done to it. */
static bool
is_plain(struct text t)
{
	size_t i = t.n > 0 && t.s[0] == '-' ? 1 : 0;
	if (t.n == i || t.n > 300 || t.s[i] == '0')
		return t.n == 1 && i == 0;
	for (; i < t.n; i++)
		if (t.s[i] < '0' || t.s[i] > '9')
			return false;
	return true;
}

bool
number_text(struct text t, char buf[NUMBER_TEXT], struct text *out)
{
	struct number v;
	if (is_plain(t)) {
		*out = t;
		return true;
	}
	if (!number_parse(t, &v))
		return false;
	*out = number_format(&v, buf);
	return true;
}
