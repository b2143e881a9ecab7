#include "cell/place.h"

#include <stdio.h>

/* Takes letters off *t: the column from 1, 0 when there are none, -1 beyond
 * XFD. */
static long
take_letters(struct text *t)
{
	long v = 0;
	for (; t->n > 0; t->s++, t->n--) {
		char c = *t->s;
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (c < 'A' || c > 'Z')
			break;
		v = v * 26 + (c - 'A' + 1);
		if (v > COLUMNS_MAX)
			return -1;
	}
	return v;
}

/* The same for the row's digits. */
static long
take_digits(struct text *t)
{
	long v = 0;
	for (; t->n > 0 && *t->s >= '0' && *t->s <= '9'; t->s++, t->n--) {
		v = v * 10 + (*t->s - '0');
		if (v > ROWS_MAX)
			return -1;
	}
	return v;
}

bool
place_parse(struct text t, size_t *row, size_t *column)
{
	long c = take_letters(&t);
	long r = take_digits(&t);
	if (c <= 0 || r <= 0 || t.n > 0)
		return false;
	*row = (size_t)r - 1;
	*column = (size_t)c - 1;
	return true;
}

static void
take_dollar(struct text *t)
{
	if (t->n > 0 && *t->s == '$') {
		t->s++;
		t->n--;
	}
}

/* One end of a range: 0 for the part that is not there. */
static bool
parse_end(struct text t, long *row, long *column)
{
	take_dollar(&t);
	*column = take_letters(&t);
	take_dollar(&t);
	*row = take_digits(&t);
	return t.n == 0 && *row >= 0 && *column >= 0;
}

static void
order(size_t *low, size_t *high, long a, long b)
{
	*low = (size_t)(a < b ? a : b) - 1;
	*high = (size_t)(a < b ? b : a) - 1;
}

bool
range_parse(struct text t, struct range *out)
{
	struct text first;
	long r1, c1, r2, c2;
	text_split(&t, ':', &first);
	if (!parse_end(first, &r1, &c1) || (r1 == 0 && c1 == 0))
		return false;
	if (t.s == NULL) {
		if (r1 == 0 || c1 == 0)
			return false;
		r2 = r1;
		c2 = c1;
	} else if (!parse_end(t, &r2, &c2)) {
		return false;
	}
	order(&out->top, &out->bottom, r1 == 0 ? 1 : r1,
	      r2 == 0 ? ROWS_MAX : r2);
	order(&out->left, &out->right, c1 == 0 ? 1 : c1,
	      c2 == 0 ? COLUMNS_MAX : c2);
	return true;
}

bool
range_has(const struct range *r, size_t row, size_t column)
{
	return row >= r->top && row <= r->bottom && column >= r->left &&
	       column <= r->right;
}

const char *
place_text(size_t row, size_t column, char buf[PLACE_TEXT])
{
	char letters[TEXT_LETTERS];
	snprintf(buf, PLACE_TEXT, "%s%zu", text_letters(column, letters),
		 row + 1);
	return buf;
}

const char *
range_text(const struct range *r, char buf[2 * PLACE_TEXT])
{
	char a[PLACE_TEXT], b[PLACE_TEXT];
	snprintf(buf, 2 * PLACE_TEXT, "%s:%s", place_text(r->top, r->left, a),
		 place_text(r->bottom, r->right, b));
	return buf;
}
