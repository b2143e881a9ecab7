#include "num.h"

#include <string.h>

#define LIMIT INT64_C(999999999999999999) /* 18 nines */

/* Wide enough for the product of two numbers and for shifting one. */
__extension__ typedef __int128 wide;

static wide
power(int n)
{
	wide p = 1;

	while (n-- > 0)
		p *= 10;
	return p;
}

/* Into the shortest scale that holds it; false when it has over 18 digits. */
static bool
settle(wide units, int scale, struct num *out)
{
	int64_t small;

	while (scale > 0 && (units > LIMIT || units < -LIMIT) &&
	       units % 10 == 0) {
		units /= 10;
		scale--;
	}
	if (units <= LIMIT && units >= -LIMIT) { /* the rest in 64 bits */
		for (small = (int64_t)units; scale > 0 && small % 10 == 0;
		     scale--)
			small /= 10;
		units = small;
	}
	if (units > LIMIT || units < -LIMIT || scale > NUM_DIGITS)
		return false;
	out->units = (int64_t)units;
	out->scale = scale;
	return true;
}

/* The digits of a number being read. */
struct reading {
	wide units;
	int digits; /* significant so far */
	int scale;
	bool any, over;
};

static void
read_digit(struct reading *r, char c, bool after_point)
{
	r->any = true;
	if (r->digits == 0 && c == '0' && !after_point)
		return;
	if (r->digits >= 2 * NUM_DIGITS) {
		r->over = r->over || c != '0' || !after_point;
		return;
	}
	r->units = r->units * 10 + (c - '0');
	r->digits += r->units != 0;
	r->scale += after_point;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* True when s[i..] is a group mark followed by exactly three digits, and
 * groups began properly: at most three digits before the first. */
static bool
group_at(struct text t, size_t i)
{
	if (t.n - i < 4 || !is_digit(t.s[i + 1]) || !is_digit(t.s[i + 2]) ||
	    !is_digit(t.s[i + 3]))
		return false;
	return t.n - i == 4 || !is_digit(t.s[i + 4]);
}

/* Exponent after the digits, as in 1.5E-3: only in plain form, where XML
 * and JSON numbers come from. */
static bool
read_exponent(struct text t, size_t i, int *exponent)
{
	int sign = 1, e = 0;

	if (++i < t.n && (t.s[i] == '-' || t.s[i] == '+'))
		sign = t.s[i++] == '-' ? -1 : 1;
	if (i == t.n || t.n - i > 3)
		return false;
	for (; i < t.n; i++) {
		if (!is_digit(t.s[i]))
			return false;
		e = e * 10 + (t.s[i] - '0');
	}
	*exponent = sign * e;
	return true;
}

static enum num_result
finish(struct reading *r, bool negative, int exponent, struct num *out)
{
	if (!r->any)
		return NUM_BAD;
	if (r->over)
		return NUM_RANGE;
	r->scale -= exponent;
	if (r->units == 0)
		r->scale = 0;
	for (; r->scale < 0; r->scale++) {
		if (r->units > LIMIT)
			return NUM_RANGE;
		r->units *= 10;
	}
	if (!settle(negative ? -r->units : r->units, r->scale, out))
		return NUM_RANGE;
	return NUM_OK;
}

static enum num_result
parse_plain(struct text t, bool negative, struct num *out)
{
	struct reading r = {0};
	bool point = false;
	int exponent = 0;

	for (size_t i = 0; i < t.n; i++) {
		if (is_digit(t.s[i])) {
			read_digit(&r, t.s[i], point);
		} else if (t.s[i] == '.' && !point && r.any) {
			point = true;
			if (i + 1 == t.n)
				return NUM_BAD;
		} else if ((t.s[i] == 'e' || t.s[i] == 'E') && r.any) {
			if (!read_exponent(t, i, &exponent))
				return NUM_BAD;
			break;
		} else {
			return NUM_BAD;
		}
	}
	return finish(&r, negative, exponent, out);
}

/* Up to eight characters as one word, the first in its lowest byte. */
#define WORD 8
#define WORD_LIMIT 100000000
#define ALL(byte) (UINT64_C(0x0101010101010101) * (byte))

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define LITTLE32(x) __builtin_bswap32(x)
#define LITTLE64(x) __builtin_bswap64(x)
#else
#define LITTLE32(x) (x)
#define LITTLE64(x) (x)
#endif

static inline uint64_t
word_four(const char *p)
{
	uint32_t x;

	memcpy(&x, p, sizeof(x));
	return LITTLE32(x);
}

static inline void
word_put(char *p, uint64_t x)
{
	x = LITTLE64(x);
	memcpy(p, &x, sizeof(x));
}

/* The first k characters of a word, under 8. */
static inline uint64_t
word_head(uint64_t x, size_t k)
{
	return x & ((UINT64_C(1) << (8 * k)) - 1);
}

/* All of a text of 1 to 8 characters, zeros behind. */
static inline uint64_t
word_of(struct text t)
{
	const unsigned char *p = (const unsigned char *)t.s;
	size_t mid = t.n / 2, last = t.n - 1;

	if (t.n >= 4)
		return word_four(t.s) | word_four(t.s + t.n - 4)
					    << 8 * (t.n - 4);
	return p[0] | (uint64_t)p[mid] << 8 * mid |
	       (uint64_t)p[last] << 8 * last;
}

/* The number that eight digits are; false when one is none. */
static inline bool
word_number(uint64_t x, uint64_t *out)
{
	if (((x & ALL(0xf0)) | ((x + ALL(6)) & ALL(0xf0)) >> 4) != ALL(0x33))
		return false;
	x = (x & ALL(15)) * (1 + (10 << 8)) >> 8;
	x = (x & UINT64_C(0x00ff00ff00ff00ff)) * (1 + (100 << 16)) >> 16;
	x = (x & UINT64_C(0x0000ffff0000ffff)) *
		(1 + (UINT64_C(10000) << 32)) >>
	    32;
	*out = x;
	return true;
}

/* And back, for a number under 10^8: its digits, not yet characters. */
static inline uint64_t
word_digits(uint64_t n)
{
	uint64_t x = n / 10000 | (n % 10000) << 32, q;

	q = (x * 10486 >> 20) & UINT64_C(0x0000007f0000007f);
	x = q | (x - 100 * q) << 16;
	q = (x * 103 >> 10) & UINT64_C(0x000f000f000f000f);
	return q | (x - 10 * q) << 8;
}

/* At most eight characters, digits with or without a point: nearly all there
 * are. */
static bool
parse_word(struct text t, struct num *out)
{
	uint64_t x = word_of(t), point = x ^ ALL('.'), units;
	size_t digits = t.n;
	int scale = 0;

	point = (point - ALL(1)) & ~point & ALL(0x80);
	if (point) {
		size_t at = (size_t)__builtin_ctzll(point) / 8;

		if (at == 0 || at + 1 == t.n)
			return false;
		x = word_head(x, at) |
		    (x >> 8 & ~(word_head(~UINT64_C(0), at)));
		digits--;
		scale = (int)(digits - at);
	}
	/* Zeros before. */
	x = x << 8 * (WORD - digits) | word_head(ALL('0'), WORD - digits);
	if (!word_number(x, &units))
		return false;
	for (; scale > 0 && units % 10 == 0; scale--)
		units /= 10;
	out->units = (int64_t)units;
	out->scale = scale;
	return true;
}

/* Digits that fit 64 bits, with or without a point. */
static bool
parse_short(struct text t, bool negative, struct num *out)
{
	size_t point = t.n, i;
	uint64_t units = 0;
	int scale = 0;

	if (t.n == 0 || t.n > NUM_DIGITS || !is_digit(t.s[0]))
		return false;
	for (i = 0; i < t.n; i++) {
		if (is_digit(t.s[i]))
			units = units * 10 + (uint64_t)(t.s[i] - '0');
		else if (t.s[i] == '.' && point == t.n && i + 1 < t.n)
			point = i;
		else
			return false;
	}
	if (point < t.n)
		scale = (int)(t.n - 1 - point);
	for (; scale > 0 && units % 10 == 0; scale--)
		units /= 10;
	out->units = negative ? -(int64_t)units : (int64_t)units;
	out->scale = scale;
	return true;
}

/* Bytes of a blank that may stand between groups: space, no-break space
 * (C2 A0), narrow no-break space (E2 80 AF), as Excel writes them. */
static size_t
group_blank(struct text t, size_t i)
{
	if (t.s[i] == ' ')
		return 1;
	if (t.n - i > 2 && memcmp(t.s + i, "\xC2\xA0", 2) == 0)
		return 2;
	if (t.n - i > 3 && memcmp(t.s + i, "\xE2\x80\xAF", 3) == 0)
		return 3;
	return 0;
}

static enum num_result
parse_grouped(struct text t, bool negative, char point, struct num *out)
{
	struct reading r = {0};
	char group = point == ',' ? '.' : ',';
	size_t run = 0, blank; /* digits since the last group mark */
	bool after = false, grouped = false;

	for (size_t i = 0; i < t.n; i++) {
		if (is_digit(t.s[i])) {
			read_digit(&r, t.s[i], after);
			run++;
			continue;
		}
		blank = group_blank(t, i);
		if (t.s[i] == point && !after && r.any && i + 1 < t.n) {
			if (grouped && run != 3)
				return NUM_BAD;
			after = true;
		} else if ((t.s[i] == group || blank) && !after && r.any &&
			   run <= 3 && (!grouped || run == 3) &&
			   group_at(t, i + (blank ? blank - 1 : 0))) {
			grouped = true;
			run = 0;
			i += blank ? blank - 1 : 0;
		} else {
			return NUM_BAD;
		}
	}
	return finish(&r, negative, 0, out);
}

/* Not declared: what both readings agree on, else whichever can read it,
 * else bad. "1.234" reads as 1234 and as 1.234: ambiguous. */
static enum num_result
parse_any(struct text t, bool negative, struct num *out)
{
	struct num nl, en;
	enum num_result as_nl = parse_grouped(t, negative, ',', &nl);
	enum num_result as_en = parse_grouped(t, negative, '.', &en);

	if (as_nl == NUM_OK && as_en == NUM_OK) {
		if (num_compare(nl, en) != 0)
			return NUM_AMBIGUOUS;
		*out = nl;
		return NUM_OK;
	}
	if (as_nl == NUM_OK)
		*out = nl;
	else if (as_en == NUM_OK)
		*out = en;
	else
		return as_nl == NUM_RANGE ? NUM_RANGE : as_en;
	return NUM_OK;
}

static enum num_result
parse(struct text t, enum num_form form, struct num *out)
{
	bool negative = false;

	if (t.s[0] == '-' || t.s[0] == '+') {
		negative = t.s[0] == '-';
		t.s++;
		t.n--;
	} else if (t.n > 3 && memcmp(t.s, "\xE2\x88\x92", 3) == 0) {
		negative = true; /* U+2212, the typographic minus */
		t.s += 3;
		t.n -= 3;
	}
	switch (form) {
	case NUM_PLAIN:
		if (parse_short(t, negative, out))
			return NUM_OK;
		return parse_plain(t, negative, out);
	case NUM_NL:
		return parse_grouped(t, negative, ',', out);
	case NUM_EN:
		return parse_grouped(t, negative, '.', out);
	default:
		return parse_any(t, negative, out);
	}
}

enum num_result
num_parse(struct text t, enum num_form form, struct num *out)
{
	/* A blank is no digit: what parse_word reads has none to trim. */
	if (form == NUM_PLAIN && t.n - 1 < WORD && parse_word(t, out))
		return NUM_OK;
	t = text_trim(t);
	if (t.n == 0)
		return NUM_EMPTY;
	return parse(t, form, out);
}

/* Puts so many of the lowest digits before p and takes them off. */
static char *
put_digits(char *p, wide *units, int n)
{
	uint64_t rest;

	for (; n > 0 && *units > INT64_MAX; n--, *units /= 10)
		*--p = (char)('0' + (int)(*units % 10));
	rest = (uint64_t)*units;
	for (; n > 0; n--, rest /= 10)
		*--p = (char)('0' + (int)(rest % 10));
	*units = rest;
	return p;
}

static int
count_digits(wide units)
{
	int n = 0;

	for (; units > LIMIT; units /= 10)
		n++;
	for (int64_t least = 1; least <= (int64_t)units; least *= 10)
		n++;
	return n;
}

/* format of what has at most eight digits, scale + 1 of them included. */
static inline struct text
format_word(uint64_t units, bool negative, size_t scale, char buf[NUM_TEXT])
{
	uint64_t x = word_digits(units);
	/* Zeros before, the last digit or those behind the point apart. */
	size_t most = WORD - 1 - scale;
	size_t zeros = (size_t)__builtin_ctzll(x | UINT64_C(1) << 8 * most) / 8;
	size_t whole = WORD - scale - zeros, n = negative + whole;

	x = (x | ALL('0')) >> 8 * zeros;
	buf[0] = '-';
	word_put(buf + negative, x);
	if (scale > 0) {
		buf[n] = '.';
		word_put(buf + n + 1, x >> 8 * whole);
		n += 1 + scale;
	}
	buf[n] = '\0';
	return (struct text){buf, n};
}

/* The digits of units with at least scale + 1 of them, point set in. At most
 * twenty digits come here (num_format_fixed), so that they fit. */
static struct text
format(wide units, int scale, char buf[NUM_TEXT])
{
	bool negative = units < 0;
	int digits;
	size_t n;
	char *p;

	if (negative)
		units = -units;
	digits = count_digits(units);
	if (digits <= scale)
		digits = scale + 1;
	n = (size_t)(negative + digits + (scale > 0));
	buf[n] = '\0';
	p = put_digits(buf + n, &units, scale);
	if (scale > 0)
		*--p = '.';
	put_digits(p, &units, digits - scale);
	if (negative)
		buf[0] = '-';
	return (struct text){buf, n};
}

struct text
num_format(struct num a, char buf[NUM_TEXT])
{
	settle(a.units, a.scale, &a);
	return format(a.units, a.scale, buf);
}

struct text
num_format_fixed(struct num a, int decimals, char buf[NUM_TEXT])
{
	struct num r = a;
	int shift = decimals - a.scale;
	wide units;
	uint64_t few;

	/* As it stands, or with zeros behind: most that is copied. */
	if (shift >= 0 && shift <= 2) {
		static const unsigned tens[] = {1, 10, 100};

		few = a.units < 0 ? -(uint64_t)a.units : (uint64_t)a.units;
		if (few < WORD_LIMIT && few * tens[shift] < WORD_LIMIT &&
		    decimals < WORD)
			return format_word(few * tens[shift], a.units < 0,
					   (size_t)decimals, buf);
		return format((wide)a.units * tens[shift], decimals, buf);
	}
	num_round(a, decimals, NUM_HALF_AWAY, &r);
	units = (wide)r.units * power(decimals - r.scale);
	/* More digits than a number of ours has: its shortest form then. */
	if (units > (wide)LIMIT * 100 || units < -(wide)LIMIT * 100)
		return num_format(r, buf);
	return format(units, decimals, buf);
}

struct num
num_of(int64_t whole)
{
	return (struct num){whole, 0};
}

int
num_compare(struct num a, struct num b)
{
	wide x = a.units, y = b.units;

	if (a.scale < b.scale)
		x *= power(b.scale - a.scale);
	else
		y *= power(a.scale - b.scale);
	return (x > y) - (x < y);
}

bool
num_is_whole(struct num a)
{
	return a.units % (int64_t)power(a.scale) == 0;
}

bool
num_add(struct num a, struct num b, struct num *out)
{
	int scale = a.scale > b.scale ? a.scale : b.scale;

	return settle((wide)a.units * power(scale - a.scale) +
			  (wide)b.units * power(scale - b.scale),
		      scale, out);
}

bool
num_subtract(struct num a, struct num b, struct num *out)
{
	b.units = -b.units;
	return num_add(a, b, out);
}

bool
num_multiply(struct num a, struct num b, struct num *out)
{
	return settle((wide)a.units * b.units, a.scale + b.scale, out);
}

/* top / bottom cut to whole by the rule; bottom > 0. */
static wide
cut(wide top, wide bottom, enum num_rounding rule)
{
	wide q = top / bottom, r = top % bottom;
	int away = top < 0 ? -1 : 1;

	if (r < 0)
		r = -r;
	if (rule == NUM_UP ? r > 0 : rule == NUM_HALF_AWAY && r >= bottom - r)
		q += away;
	return q;
}

bool
num_divide(struct num a, struct num b, int decimals, enum num_rounding r,
	   struct num *out)
{
	int shift = decimals + b.scale - a.scale;
	wide top = a.units, bottom = b.units;

	if (bottom == 0)
		return false;
	if (bottom < 0) {
		top = -top;
		bottom = -bottom;
	}
	/* 18 digits times 10^18 fits; beyond that it may not. */
	if (shift > NUM_DIGITS || shift < -NUM_DIGITS)
		return false;
	if (shift > 0)
		top *= power(shift);
	else
		bottom *= power(-shift);
	return settle(cut(top, bottom, r), decimals, out);
}

bool
num_round(struct num a, int decimals, enum num_rounding r, struct num *out)
{
	if (a.scale <= decimals)
		return settle(a.units, a.scale, out);
	return settle(cut(a.units, power(a.scale - decimals), r), decimals,
		      out);
}
