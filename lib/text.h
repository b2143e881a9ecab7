/* Pieces of text as pointer and length, and what is said about them in
 * messages. Nothing here allocates. Texts are UTF-8. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* A view: it owns nothing and lives as long as what it points into. */
struct text {
	const char *s;
	size_t n;
};

/* A literal or C string as a text; NULL gives the empty text. */
struct text text_of(const char *s);
/* In the header: the compiler sees through it where it is asked for every
 * field of every row. */
static inline bool
text_equal(struct text a, struct text b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}
bool text_is(struct text a, const char *s);
bool text_starts(struct text a, const char *prefix);
/* Order by bytes, shorter first: the same in every locale. */
int text_compare(struct text a, struct text b);
/* Without blanks, tabs, CR, LF and no-break spaces (U+00A0) at both ends. */
struct text text_trim(struct text a);
/* Takes the part before the first `sep` off *rest into *part.
 * False when *rest was NULL: "a|" gives "a" and "". */
bool text_split(struct text *rest, char sep, struct text *part);

/* Offset of the first byte that is not valid UTF-8 (overlong forms and
 * surrogates included) or is NUL; n when there is none. */
size_t text_utf8_error(const char *s, size_t n);
/* Columns on a terminal: code points without combining marks. */
size_t text_width(struct text a);

/* Writes `a` folded for comparing names into buf (cap bytes, with NUL): lower
 * case for ASCII and Latin-1/Latin Extended-A letters, runs of blanks as one
 * blank, trimmed. Returns the view of buf; cut at cap - 1. */
struct text text_fold(struct text a, char *buf, size_t cap);

/* The nearest of n candidates by edit distance, case not counted, or NULL
 * when none is near enough to be worth suggesting. */
const char *text_nearest(struct text a, const char *const *list, size_t n);

/* For messages: control characters become '?', anything over max bytes is
 * cut at a character with "...". Returns buf (cap >= max + 4). */
#define TEXT_SHOW 128
const char *text_show(struct text a, char buf[TEXT_SHOW]);

/* Spreadsheet letters of a column counted from 0: A, Z, AA. Returns buf. */
#define TEXT_LETTERS 16
const char *text_letters(size_t column, char buf[TEXT_LETTERS]);

#endif
