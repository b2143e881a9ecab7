#include "table/value.h"

#include <stddef.h>
#include <string.h>

#include "num.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static struct text
trim(struct text t)
{
	while (t.n && is_blank(*t.s)) {
		t.s++;
		t.n--;
	}
	while (t.n && is_blank(t.s[t.n - 1]))
		t.n--;
	return t;
}

static size_t
digits(struct text t, size_t i)
{
	size_t from = i;

	while (i < t.n && t.s[i] >= '0' && t.s[i] <= '9')
		i++;
	return i - from;
}

/* The length of a plain decimal at the start of t, 0 when there is none;
 * *point is where its decimal sign stands, else t.n. */
static size_t
decimal(struct text t, bool comma, size_t *point)
{
	size_t i = t.n && t.s[0] == '-', whole = digits(t, i), part;

	*point = t.n;
	i += whole;
	if (i < t.n && (t.s[i] == '.' || (comma && t.s[i] == ','))) {
		*point = i;
		part = digits(t, i + 1);
		if (whole + part == 0 || part == 0)
			return 0;
		return i + 1 + part;
	}
	return whole ? i : 0;
}

/* 1E-05, as Edm.Double may write it, in full. */
static bool
expand(struct text t, struct text *out, char buf[VALUE_TEXT_MAX])
{
	struct num v;

	if (!memchr(t.s, 'e', t.n) && !memchr(t.s, 'E', t.n))
		return false;
	if (num_parse(t, NUM_PLAIN, &v) != NUM_OK)
		return false;
	*out = num_format(v, buf);
	return true;
}

/* A point for a comma, a zero before a bare point: ",5" is 0.5. */
static struct value
number(struct text t, size_t point, char buf[VALUE_TEXT_MAX])
{
	bool bare = point < t.n && (point == 0 || t.s[point - 1] == '-');
	char *end = buf;

	if (!bare && (point == t.n || t.s[point] == '.'))
		return (struct value){VALUE_NUMBER, t};
	if (t.n + 2 > VALUE_TEXT_MAX)
		return (struct value){VALUE_TEXT, t};
	for (size_t i = 0; i < t.n; i++) {
		if (i == point && bare)
			*end++ = '0';
		*end++ = i == point ? '.' : t.s[i];
	}
	*end = '\0';
	return (struct value){VALUE_NUMBER, {buf, (size_t)(end - buf)}};
}

struct value
value_read(struct text cell, bool comma, char buf[VALUE_TEXT_MAX])
{
	struct text t = trim(cell);
	struct value v = {VALUE_TEXT, t};
	size_t point;

	if (t.n == 0)
		v.kind = VALUE_BLANK;
	else if (decimal(t, comma, &point) == t.n)
		v = number(t, point, buf);
	else if (text_is(t, "."))
		v.kind = VALUE_MISSING;
	else if (text_is(t, "x") || text_is(t, "X"))
		v.kind = VALUE_SECRET;
	else if (expand(t, &v.text, buf))
		v.kind = VALUE_NUMBER;
	return v;
}

bool
value_same(struct text a, struct text b)
{
	struct num x, y;

	if (text_equal(a, b))
		return true;
	return num_parse(a, NUM_PLAIN, &x) == NUM_OK &&
	       num_parse(b, NUM_PLAIN, &y) == NUM_OK && num_compare(x, y) == 0;
}
