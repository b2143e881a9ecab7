/* Texts of XML in the plain form that nearly all have, for who reads content
 * past the parser (xmlrun.h): characters that need no second look, letters
 * beyond ASCII in valid UTF-8, and the five entities that XML has of itself.
 * What is not exactly so is not plain, and left to the parser: references by
 * number, CDATA, comments, '>', a CR, and what XML does not allow.
 *
 * All functions read from p and none goes past a NUL, behind which stand at
 * least XMLPLAIN_SLACK more. */
#ifndef XMLPLAIN_H
#define XMLPLAIN_H

#include <stdbool.h>
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text.h"

#define XMLPLAIN_SLACK 32

/* What needs no second look. TEXT: in a text. QUOTED: in an attribute within
 * double quotes. NAME: in the name of one, its prefix included. */
enum {
	XMLPLAIN_TEXT = 1,
	XMLPLAIN_QUOTED = 2,
	XMLPLAIN_NAME = 4,
	XMLPLAIN_DIGIT = 8,
	XMLPLAIN_LETTER = 16,
	XMLPLAIN_BLANK = 32
};
extern const uint8_t xmlplain_kinds[256];

/* For texts that had entities: of a row or an entry. */
struct xmlplain {
	char *made;
	size_t n; /* set to 0 before each */
};

/* Room for such texts; what has more is left to the parser. */
#define XMLPLAIN_MADE (64u << 10)

static inline bool
xmlplain_is(char c, unsigned kind)
{
	return (xmlplain_kinds[(unsigned char)c] & kind) != 0;
}

static inline const char *
xmlplain_skip(const char *p, unsigned kind)
{
	while (xmlplain_is(*p, kind))
		p++;
	return p;
}

#ifdef __SSE2__
/* A bit for each of the sixteen bytes that is not of ' ' to '~', or is '<', '&'
 * or `more`. */
static inline unsigned
xmlplain_stops(__m128i v, char more)
{
	__m128i bad = _mm_cmplt_epi8(v, _mm_set1_epi8(' '));
	bad = _mm_or_si128(bad, _mm_cmpeq_epi8(v, _mm_set1_epi8(0x7f)));
	bad = _mm_or_si128(bad, _mm_cmpeq_epi8(v, _mm_set1_epi8('<')));
	bad = _mm_or_si128(bad, _mm_cmpeq_epi8(v, _mm_set1_epi8('&')));
	bad = _mm_or_si128(bad, _mm_cmpeq_epi8(v, _mm_set1_epi8(more)));
	return (unsigned)_mm_movemask_epi8(bad);
}

static inline __m128i
xmlplain_load(const char *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

static inline unsigned
xmlplain_equal(__m128i v, char c)
{
	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_set1_epi8(c)));
}
#endif

/* The same for XMLPLAIN_TEXT, sixteen bytes at a time where that can be: all of
 * them but a tab, for which the other goes on. */
static inline const char *
xmlplain_skip_text(const char *p)
{
#ifdef __SSE2__
	for (unsigned stop = 0; stop == 0;) {
		__m128i v = xmlplain_load(p);
		stop = xmlplain_stops(v, '>') & ~xmlplain_equal(v, '\n');
		p += stop == 0 ? 16 : __builtin_ctz(stop);
	}
#endif
	return xmlplain_skip(p, XMLPLAIN_TEXT);
}

/* The same for XMLPLAIN_QUOTED. */
static inline const char *
xmlplain_skip_quoted(const char *p)
{
#ifdef __SSE2__
	for (unsigned stop = 0; stop == 0;) {
		stop = xmlplain_stops(xmlplain_load(p), '"');
		p += stop == 0 ? 16 : __builtin_ctz(stop);
	}
	return p;
#else
	return xmlplain_skip(p, XMLPLAIN_QUOTED);
#endif
}

/* The same for XMLPLAIN_BLANK; nearly all are ' ' and line feed. */
static inline const char *
xmlplain_skip_blanks(const char *p)
{
#ifdef __SSE2__
	for (unsigned stop = 0; stop == 0;) {
		__m128i v = xmlplain_load(p);
		stop = 0xffff &
		       ~(xmlplain_equal(v, ' ') | xmlplain_equal(v, '\n'));
		p += stop == 0 ? 16 : __builtin_ctz(stop);
	}
#endif
	return xmlplain_skip(p, XMLPLAIN_BLANK);
}

/* See xmlplain_text: what has more in it than plain bytes. */
const char *xmlplain_odd_text(struct xmlplain *x, struct text *t);
/* The text at p, its entities undone, up to the '<' behind it: that place, or
 * NULL when it is not plain. A view of p or of x->made. */
static inline const char *
xmlplain_text(struct xmlplain *x, const char *p, struct text *t)
{
	t->s = p;
	p = xmlplain_skip_text(p);
	t->n = (size_t)(p - t->s);
	return *p == '<'		? p
	       : *p & 0x80 || *p == '&' ? xmlplain_odd_text(x, t)
					: NULL;
}
/* The same of a text that nobody reads. */
const char *xmlplain_pass_text(const char *p);
void xmlplain_free(struct xmlplain *x);

#endif
