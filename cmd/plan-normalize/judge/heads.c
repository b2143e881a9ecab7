#include "judge/heads.h"

#include <string.h>

#include "diag.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_word(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (signed char)c < 0;
}

static bool
contains(struct text t, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= t.n; i++)
		if (memcmp(t.s + i, word, n) == 0)
			return true;
	return false;
}

/* "1.000" at the start of t, and no more digits: a power of ten over one. */
static bool
is_power(struct text t)
{
	size_t zeros = 0, i = 1;

	if (!t.n || *t.s != '1')
		return false;
	for (; i < t.n; i++) {
		if (t.s[i] == '0')
			zeros++;
		else if ((t.s[i] != '.' && t.s[i] != ' ') || i + 1 == t.n ||
			 t.s[i + 1] != '0')
			break;
	}
	return zeros && (i == t.n || !is_digit(t.s[i]));
}

/* How long a sign of multiplication is that begins at i; 0 for none. */
static size_t
times(struct text t, size_t i)
{
	if (i > 0 && is_word(t.s[i - 1]))
		return 0;
	if (t.s[i] == 'x' || t.s[i] == '*')
		return 1;
	return i + 1 < t.n && memcmp(t.s + i, "\xC3\x97", 2) == 0 ? 2 : 0;
}

/* A folded text that says so, and not of money. */
static bool
is_multiple(struct text t)
{
	if (contains(t, "\xE2\x82\xAC") || contains(t, "euro"))
		return false;
	if (contains(t, "duizendtallen") || contains(t, "in duizenden") ||
	    contains(t, "honderdtallen"))
		return true;
	for (size_t i = 0; i < t.n; i++) {
		size_t at = i + times(t, i);

		if (at == i)
			continue;
		while (at < t.n && t.s[at] == ' ')
			at++;
		if (is_power((struct text){t.s + at, t.n - at}))
			return true;
	}
	return false;
}

static int
refuse(const struct csvin *in, size_t row, struct text t)
{
	char show[TEXT_SHOW];

	return diag_fail_at(csvin_name(in), row,
			    "E007 \"%s\": numbers that are multiples are not "
			    "read; have them delivered in dwellings, or say "
			    "eenheid,,,woningen in the layout when they are",
			    text_show(t, show));
}

int
heads_unit(const struct header *h, const struct binding *b,
	   const struct csvin *in)
{
	if (b->layout->in_dwellings)
		return 0;
	for (size_t i = 0; i < h->above_count; i++)
		for (size_t k = 0; k < h->above[i].count; k++)
			if (is_multiple(h->above[i].folded[k]))
				return refuse(in, i + 1, h->above[i].fields[k]);
	for (size_t i = 0; i < b->column_count; i++)
		if (is_multiple(h->folded[b->columns[i].column]))
			return refuse(in, csvin_row(in),
				      h->names[b->columns[i].column]);
	return 0;
}

/* Asked of the first cell of every record: by bytes. */
static bool
is_name(const struct header *h, struct text t)
{
	for (size_t i = 0; i < h->count; i++)
		if (text_equal(t, h->names[i]))
			return true;
	return false;
}

static bool
is_number(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (!is_digit(t.s[i]))
			return false;
	return true;
}

/* Names in other columns, most of what the record has, are another header. */
enum heads_again
heads_again(const struct header *h, const struct csvin *in)
{
	size_t n, filled = 0, same = 0, names = 0, words = 0;
	const struct text *f = csvin_fields(in, &n);

	for (size_t i = 0; i < n; i++) {
		struct text t = text_trim(f[i]);

		if (!t.n)
			continue;
		if (!filled++ && !is_name(h, t))
			return HEADS_NONE;
		same += i < h->count && text_equal(t, h->names[i]);
		if (is_name(h, t)) {
			names++;
			words += !is_number(t);
		}
	}
	if (same == filled && same > 1 && n == h->count)
		return HEADS_SAME;
	return words > 1 && names * 2 > filled ? HEADS_OTHER : HEADS_NONE;
}

int
heads_refuse(const struct csvin *in)
{
	return diag_fail_at(csvin_name(in), csvin_row(in),
			    "E008 another header: deliver each table as a file "
			    "of its own, or leave these records out in the "
			    "layout (overslaan)");
}
