#include "width.h"

#include <locale.h>
#include <wchar.h>

#include "diag.h"

static locale_t utf8, before;

bool
width_begin(void)
{
	if (!utf8)
		utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	if (!utf8) {
		diag_fail("--table: there is no locale C.UTF-8 here");
		return false;
	}
	before = uselocale(utf8);
	return true;
}

void
width_end(void)
{
	uselocale(before);
}

/* The character at t.s, t.n > 0, and its bytes; '?' for half a character. */
static wchar_t
character(struct text t, size_t *bytes)
{
	static const unsigned char lead[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
	const unsigned char *p = (const unsigned char *)t.s;
	size_t n = p[0] < 0x80 ? 1 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	unsigned c = p[0] & lead[n];

	if (n > t.n) {
		*bytes = t.n;
		return L'?';
	}
	for (size_t i = 1; i < n; i++)
		c = c << 6 | (p[i] & 0x3f);
	*bytes = n;
	return (wchar_t)c;
}

struct text
width_inert(struct text t, char *buf)
{
	size_t n = 0, k;

	t = text_inert(t, buf);
	for (size_t i = 0; i < t.n; i += k) {
		bool shown = wcwidth(character((struct text){t.s + i, t.n - i},
					       &k)) >= 0;

		if (!shown)
			buf[n++] = '?';
		else
			for (size_t j = 0; j < k; j++)
				buf[n++] = t.s[i + j];
	}
	return (struct text){buf, n};
}

/* The bytes that take at most room columns; *used of them. */
static size_t
measure(struct text t, size_t room, size_t *used)
{
	size_t i = 0, k;

	*used = 0;
	while (i < t.n) {
		int w = wcwidth(character((struct text){t.s + i, t.n - i}, &k));
		size_t width = w > 0 ? (size_t)w : 0;

		if (*used + width > room)
			break;
		*used += width;
		i += k;
	}
	return i;
}

size_t
width_of(struct text t)
{
	size_t used;

	measure(t, SIZE_MAX, &used);
	return used;
}

struct text
width_cut(struct text t, size_t room)
{
	size_t used;

	return (struct text){t.s, measure(t, room, &used)};
}
