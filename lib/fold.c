#include "fold.h"

#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>

#include "mem.h"

/* Bytes of blank at p: ASCII, or U+00A0, U+2000 to U+200A, U+202F. */
static size_t
blank(const char *p, size_t n)
{
	const unsigned char *u = (const unsigned char *)p;

	if (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n')
		return 1;
	if (n >= 2 && u[0] == 0xC2 && u[1] == 0xA0)
		return 2;
	if (n >= 3 && u[0] == 0xE2 && u[1] == 0x80 &&
	    (u[2] <= 0x8A || u[2] == 0xAF))
		return 3;
	return 0;
}

/* Adds t with its runs of blanks as one; of ASCII alone in lower case. */
static void
add_squeezed(struct buffer *b, struct text t)
{
	size_t begin = b->n, k;
	bool owed = false;

	for (size_t i = 0; i < t.n; i += k ? k : 1) {
		char c = t.s[i];

		k = blank(t.s + i, t.n - i);
		if (k) {
			owed = b->n > begin;
			continue;
		}
		if (owed)
			buffer_char(b, ' ');
		owed = false;
		buffer_char(b, c >= 'A' && c <= 'Z' ? (char)(c + 32) : c);
	}
}

static bool
is_ascii(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if ((signed char)t.s[i] < 0)
			return false;
	return true;
}

/* The same of most texts: ASCII with no blanks but single ones within. False
 * where it is another; nothing is added then. */
static bool
add_plain(struct buffer *b, struct text t)
{
	size_t begin = b->n;
	bool blank = true; /* the one before; at the beginning none may be */

	buffer_bytes(b, t.s, t.n);
	for (char *p = b->s + begin, *end = b->s + b->n; p < end; p++) {
		unsigned char c = (unsigned char)*p;

		if (c >= 0x80 || (c <= ' ' && (c != ' ' || blank))) {
			b->n = begin;
			return false;
		}
		blank = c == ' ';
		*p = (char)(c + (c >= 'A' && c <= 'Z' ? 32 : 0));
	}
	if (t.n && blank)
		b->n = begin;
	return !(t.n && blank);
}

struct text
fold_add(struct buffer *b, struct text t)
{
	size_t begin = b->n, n = 0;
	uint8_t *folded = NULL;

	if (add_plain(b, t))
		return (struct text){buffer_view(b).s + begin, b->n - begin};
	if (!is_ascii(t) && text_utf8_error(t.s, t.n) == t.n) {
		folded = u8_casefold((const uint8_t *)t.s, t.n, NULL,
				     UNINORM_NFC, NULL, &n);
		if (!folded)
			mem_fail();
		t = (struct text){(const char *)folded, n};
	}
	add_squeezed(b, t);
	free(folded);
	struct text all = buffer_view(b);
	return (struct text){all.s + begin, all.n - begin};
}

struct text
fold(struct buffer *b, struct text t)
{
	buffer_clear(b);
	return fold_add(b, t);
}
