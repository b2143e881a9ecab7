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

/* The same for XMLPLAIN_TEXT, sixteen bytes at a time where that can be: those
 * from ' ' to '~', which are all but tab and line feed, for which the other
 * goes on. */
static inline const char *
xmlplain_skip_text(const char *p)
{
#ifdef __SSE2__
	const __m128i blank = _mm_set1_epi8(' '), less = _mm_set1_epi8('<');
	const __m128i more = _mm_set1_epi8('>'), and = _mm_set1_epi8('&');
	const __m128i del = _mm_set1_epi8(0x7f);
	for (int stop = 0; stop == 0;) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
		__m128i bad = _mm_cmplt_epi8(v, blank);
		bad = _mm_or_si128(bad, _mm_cmpeq_epi8(v, less));
		bad = _mm_or_si128(bad, _mm_cmpeq_epi8(v, more));
		bad = _mm_or_si128(bad, _mm_cmpeq_epi8(v, and));
		bad = _mm_or_si128(bad, _mm_cmpeq_epi8(v, del));
		stop = _mm_movemask_epi8(bad);
		p += stop == 0 ? 16 : __builtin_ctz((unsigned)stop);
	}
#endif
	return xmlplain_skip(p, XMLPLAIN_TEXT);
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
