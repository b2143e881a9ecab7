#include "text.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct text
text_of(const char *s)
{
	return (struct text){s ? s : "", s ? strlen(s) : 0};
}

bool
text_is(struct text a, const char *s)
{
	return text_equal(a, text_of(s));
}

bool
text_starts(struct text a, const char *prefix)
{
	size_t n = strlen(prefix);

	return a.n >= n && memcmp(a.s, prefix, n) == 0;
}

int
text_compare(struct text a, struct text b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.s, b.s, n) : 0;

	if (c)
		return c < 0 ? -1 : 1;
	return (a.n > b.n) - (a.n < b.n);
}

/* Bytes of blank at p: 1 for ASCII, 2 for U+00A0, 0 for none. */
static size_t
blank(const char *p, size_t n)
{
	if (n >= 1 && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n'))
		return 1;
	if (n >= 2 && memcmp(p, "\xC2\xA0", 2) == 0)
		return 2;
	return 0;
}

struct text
text_trim_ends(struct text a)
{
	size_t k;

	while ((k = blank(a.s, a.n)) > 0) {
		a.s += k;
		a.n -= k;
	}
	for (;;) {
		if (a.n >= 1 && blank(a.s + a.n - 1, 1))
			a.n -= 1;
		else if (a.n >= 2 && blank(a.s + a.n - 2, 2) == 2)
			a.n -= 2;
		else
			return a;
	}
}

bool
text_split(struct text *rest, char sep, struct text *part)
{
	const char *p;

	if (!rest->s)
		return false;
	p = rest->n ? memchr(rest->s, sep, rest->n) : NULL;
	part->s = rest->s;
	part->n = p ? (size_t)(p - rest->s) : rest->n;
	rest->n = p ? rest->n - part->n - 1 : 0;
	rest->s = p ? p + 1 : NULL;
	return true;
}

/* Length of the UTF-8 character at p, or 0 when it is not valid. */
static size_t
character(const unsigned char *p, size_t n)
{
	unsigned char low = 0x80, high = 0xBF;
	size_t k, i;

	if (p[0] < 0x80)
		return p[0] != 0;
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	k = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	if (n < k)
		return 0;
	if (p[0] == 0xE0)
		low = 0xA0; /* overlong */
	else if (p[0] == 0xED)
		high = 0x9F; /* surrogates */
	else if (p[0] == 0xF0)
		low = 0x90;
	else if (p[0] == 0xF4)
		high = 0x8F; /* beyond U+10FFFF */
	if (p[1] < low || p[1] > high)
		return 0;
	for (i = 2; i < k; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return k;
}

size_t
text_utf8_error(const char *s, size_t n)
{
	size_t i = 0, k;
	uint64_t w;

	while (i < n) {
		/* Eight ASCII bytes at a time, none of them NUL. */
		while (n - i >= 8) {
			memcpy(&w, s + i, 8);
			if ((w | (w - UINT64_C(0x0101010101010101))) &
			    UINT64_C(0x8080808080808080))
				break;
			i += 8;
		}
		if (i == n)
			break;
		k = character((const unsigned char *)s + i, n - i);
		if (k == 0)
			return i;
		i += k;
	}
	return n;
}

size_t
text_utf8(uint32_t c, char buf[TEXT_UTF8])
{
	static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (size_t i = n; i-- > 1; c >>= 6)
		buf[i] = (char)(0x80 | (c & 0x3f));
	buf[0] = (char)(lead[n] | c);
	return n;
}

/* Bytes of the character at p that steers a terminal; 0 for one that does
 * not. */
static size_t
steers(const unsigned char *p, size_t n)
{
	if (p[0] < 0x20 || p[0] == 0x7f)
		return 1;
	if (n > 1 && p[0] == 0xc2 && p[1] < 0xa0)
		return 2;
	if (n > 1 && p[0] == 0xd8 && p[1] == 0x9c)
		return 2;
	if (n > 2 && p[0] == 0xe2 && p[1] == 0x80 &&
	    ((p[2] >= 0xaa && p[2] <= 0xae) || p[2] == 0x8e || p[2] == 0x8f))
		return 3;
	if (n > 2 && p[0] == 0xe2 && p[1] == 0x81 && p[2] >= 0xa6 &&
	    p[2] <= 0xa9)
		return 3;
	return 0;
}

size_t
text_steers(struct text a)
{
	const unsigned char *p = (const unsigned char *)a.s;

	for (size_t i = 0; i < a.n; i++)
		/* Nearly all are plain ASCII. */
		if ((p[i] < 0x20 || p[i] >= 0x7f) && steers(p + i, a.n - i))
			return i;
	return a.n;
}

struct text
text_inert(struct text a, char *buf)
{
	size_t n = 0;

	for (size_t i = 0; i < a.n;) {
		size_t k = steers((const unsigned char *)a.s + i, a.n - i);

		buf[n++] = k ? '?' : a.s[i];
		i += k ? k : 1;
	}
	return (struct text){buf, n};
}

/* Lower case of a two-byte character: Latin-1 and Latin Extended-A. */
static void
lower_two(unsigned char *p)
{
	unsigned c = (unsigned)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);

	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		c += 0x20;
	else if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177))
		c |= 1;
	else if (c == 0x178)
		c = 0xFF;
	else if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		c += c & 1;
	else
		return;
	p[0] = (unsigned char)(0xC0 | c >> 6);
	p[1] = (unsigned char)(0x80 | (c & 0x3F));
}

struct text
text_fold(struct text a, char *buf, size_t cap)
{
	size_t n = 0, i, k;

	a = text_trim(a);
	for (i = 0; i < a.n && n + 4 < cap; i += k) {
		k = blank(a.s + i, a.n - i);
		if (k) {
			if (buf[n - 1] != ' ')
				buf[n++] = ' ';
			continue;
		}
		k = character((const unsigned char *)a.s + i, a.n - i);
		if (k == 0)
			k = 1;
		memcpy(buf + n, a.s + i, k);
		if (k == 1 && buf[n] >= 'A' && buf[n] <= 'Z')
			buf[n] = (char)(buf[n] + 32);
		else if (k == 2)
			lower_two((unsigned char *)buf + n);
		n += k;
	}
	buf[n] = '\0';
	return (struct text){buf, n};
}

#define NEAR_MAX 63

/* Edit distance of two folded texts, both at most NEAR_MAX bytes. */
static size_t
distance(struct text a, struct text b)
{
	size_t row[NEAR_MAX + 1];

	for (size_t j = 0; j <= b.n; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t best = corner + (a.s[i - 1] != b.s[j - 1]);

			corner = row[j];
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
		}
	}
	return row[b.n];
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* What two long names begin with alike, in whole characters: it makes no
 * distance, and what tells them apart lies behind it. 0 for short ones. */
static size_t
common(struct text a, struct text b)
{
	size_t n = 0;

	if (a.n < NEAR_MAX && b.n < NEAR_MAX)
		return 0;
	while (n < a.n && n < b.n && lower(a.s[n]) == lower(b.s[n]))
		n++;
	while (n > 0 && n < a.n && ((unsigned char)a.s[n] & 0xC0) == 0x80)
		n--;
	return n;
}

/* The view of a from byte i on, folded. */
static struct text
fold_from(struct text a, size_t i, char buf[NEAR_MAX + 1])
{
	return text_fold((struct text){a.s + i, a.n - i}, buf, NEAR_MAX + 1);
}

const char *
text_nearest(struct text a, const char *const *list, size_t n)
{
	char fold_a[NEAR_MAX + 1], fold_b[NEAR_MAX + 1];
	size_t best = fold_from(a, 0, fold_a).n / 2 + 1, d;
	const char *nearest = NULL;

	for (size_t i = 0; i < n; i++) {
		struct text b = text_of(list[i]), fb;
		size_t alike = common(a, b);

		fb = fold_from(b, alike, fold_b);
		d = distance(fold_from(a, alike, fold_a), fb);
		if (d < best && d < alike + fb.n) {
			best = d;
			nearest = list[i];
		}
	}
	return nearest;
}

const char *
text_show(struct text a, char buf[TEXT_SHOW])
{
	size_t n = 0, i, k;

	for (i = 0; i < a.n; i += k) {
		const unsigned char *p = (const unsigned char *)a.s + i;

		k = character(p, a.n - i);
		if (n + k > TEXT_SHOW - 5) {
			memcpy(buf + n, "...", 3);
			n += 3;
			break;
		}
		if (k == 0 || steers(p, a.n - i)) {
			buf[n++] = '?';
			k = k ? k : 1;
			continue;
		}
		memcpy(buf + n, a.s + i, k);
		n += k;
	}
	buf[n] = '\0';
	return buf;
}

const char *
text_letters(size_t column, char buf[TEXT_LETTERS])
{
	char rev[TEXT_LETTERS];
	size_t n = 0, i;

	do {
		rev[n++] = (char)('A' + column % 26);
		column = column / 26;
	} while (column-- > 0 && n < TEXT_LETTERS - 1);
	for (i = 0; i < n; i++)
		buf[i] = rev[n - 1 - i];
	buf[n] = '\0';
	return buf;
}

size_t
text_place(const struct text *list, size_t n, struct text word)
{
	size_t i = 0;

	while (i < n && !text_equal(list[i], word))
		i++;
	return i;
}
