/* Pieces of text as pointer and length, and what is said about them in
 * messages. Nothing here allocates. Texts are UTF-8. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A view: it owns nothing and lives as long as what it points into. */
struct text {
	const char *s;
	size_t n;
};

/* A literal or C string as a text; NULL gives the empty text. */
struct text text_of(const char *s);
/* In the header: the compiler sees through it where it is asked for every
 * field of every row. Codes are short: two words that overlap cover up to
 * sixteen bytes, in a third of the time of a call. */
static inline bool
text_equal(struct text a, struct text b)
{
	uint64_t x, y, v, w;
	uint32_t s, t, q, r;

	if (a.n != b.n)
		return false;
	if (a.n > 16)
		return memcmp(a.s, b.s, a.n) == 0;
	if (a.n >= 8) {
		memcpy(&x, a.s, 8);
		memcpy(&y, b.s, 8);
		memcpy(&v, a.s + a.n - 8, 8);
		memcpy(&w, b.s + a.n - 8, 8);
		return ((x ^ y) | (v ^ w)) == 0;
	}
	if (a.n >= 4) {
		memcpy(&s, a.s, 4);
		memcpy(&t, b.s, 4);
		memcpy(&q, a.s + a.n - 4, 4);
		memcpy(&r, b.s + a.n - 4, 4);
		return ((s ^ t) | (q ^ r)) == 0;
	}
	return a.n == 0 || (a.s[0] == b.s[0] && a.s[a.n / 2] == b.s[a.n / 2] &&
			    a.s[a.n - 1] == b.s[a.n - 1]);
}
bool text_is(struct text a, const char *s);
bool text_starts(struct text a, const char *prefix);
/* Order by bytes, shorter first: the same in every locale. */
int text_compare(struct text a, struct text b);
/* Without blanks, tabs, CR, LF and no-break spaces (U+00A0) at both ends. */
struct text text_trim_ends(struct text a);
/* The same; mostly there is nothing to trim. */
static inline struct text
text_trim(struct text a)
{
	/* As signed bytes, those of a no-break space are under a blank. */
	if (a.n && (signed char)a.s[0] > ' ' && (signed char)a.s[a.n - 1] > ' ')
		return a;
	return text_trim_ends(a);
}
/* Takes the part before the first `sep` off *rest into *part.
 * False when *rest was NULL: "a|" gives "a" and "". */
bool text_split(struct text *rest, char sep, struct text *part);

/* Offset of the first byte that is not valid UTF-8 (overlong forms and
 * surrogates included) or is NUL; n when there is none. */
size_t text_utf8_error(const char *s, size_t n);
/* Writes a character (no half of a pair) as UTF-8: bytes put into buf. */
#define TEXT_UTF8 4
size_t text_utf8(uint32_t c, char buf[TEXT_UTF8]);
/* Offset of the first character that steers a terminal (C0, DEL and C1) or
 * turns text about (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to
 * U+2069); a.n when there is none. */
size_t text_steers(struct text a);
/* For who shows text on a terminal: such a character becomes '?'. Into buf, of
 * a.n bytes, which may be a.s itself; returns the view of it. */
struct text text_inert(struct text a, char *buf);
/* Writes `a` folded for comparing it with a word that fits into buf (cap bytes,
 * with NUL): lower case for ASCII and Latin-1/Latin Extended-A letters, runs
 * of blanks as one blank, trimmed. Returns the view of buf; cut at the last
 * character that leaves room for another, so give it more than that word
 * needs. Names, of any length: fold.h. */
struct text text_fold(struct text a, char *buf, size_t cap);

/* The nearest of n candidates by edit distance, case not counted, or NULL
 * when none is near enough to be worth suggesting. Of any length: of two long
 * ones what they begin with alike is passed over. */
const char *text_nearest(struct text a, const char *const *list, size_t n);

/* For messages: what steers a terminal or turns text about becomes '?',
 * anything over max bytes is cut at a character with "...". Returns buf (cap >=
 * max + 4). */
#define TEXT_SHOW 128
const char *text_show(struct text a, char buf[TEXT_SHOW]);

/* Spreadsheet letters of a column counted from 0: A, Z, AA. Returns buf. */
#define TEXT_LETTERS 16
const char *text_letters(size_t column, char buf[TEXT_LETTERS]);

/* A word of a static list, and its place there; n when it is none of them. */
#define TEXT_WORD(s)             \
	{                        \
		s, sizeof(s) - 1 \
	}
size_t text_place(const struct text *list, size_t n, struct text word);

#endif
