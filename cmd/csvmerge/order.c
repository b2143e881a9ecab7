#include "order.h"

#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "mem.h"

struct part {
	size_t at;	   /* the column */
	struct text words; /* "x|y|z"; s is NULL: by its bytes */
};

struct order {
	char *columns; /* what the words are views of */
	struct part *parts;
	size_t count;
};

static int
add(struct order *o, struct text column, const struct csvin *r)
{
	const char *is = memchr(column.s, '=', column.n);
	struct part part = {0};
	char *name;
	long at;

	if (is) {
		part.words.s = is + 1;
		part.words.n = column.n - (size_t)(is + 1 - column.s);
		column.n = (size_t)(is - column.s);
	}
	name = mem_text(column.s, column.n);
	at = csvin_need(r, name);
	free(name);
	if (at < 0)
		return -1;
	part.at = (size_t)at;
	o->parts = mem_resize(o->parts, o->count + 1, sizeof(*o->parts));
	o->parts[o->count++] = part;
	return 0;
}

struct order *
order_new(const char *columns, const struct csvin *r)
{
	struct order *o = mem_new(struct order);
	struct text rest, part;

	o->columns = mem_text(columns, strlen(columns));
	rest = text_of(o->columns);
	while (text_split(&rest, ',', &part))
		if (add(o, part, r) < 0) {
			order_free(o);
			return NULL;
		}
	return o;
}

void
order_free(struct order *o)
{
	if (!o)
		return;
	free(o->columns);
	free(o->parts);
	free(o);
}

/* The place of a value among the words, as a byte that is no NUL; 0 when it
 * is none of them. */
static char
rank(struct text words, struct text value)
{
	struct text word;

	for (char n = 1; n < 127 && text_split(&words, '|', &word); n++)
		if (text_equal(word, value))
			return n;
	return '\0';
}

int
order_key(const struct order *o, const struct csvin *r, struct buffer *buf)
{
	char show[TEXT_SHOW], list[TEXT_SHOW];

	buffer_clear(buf);
	for (size_t i = 0; i < o->count; i++) {
		const struct part *p = &o->parts[i];
		struct text value = text_trim(csvin_field(r, p->at));
		char n;

		if (!p->words.s) {
			buffer_add(buf, value);
			buffer_char(buf, '\0');
			continue;
		}
		if ((n = rank(p->words, value)) == '\0') {
			diag_fail_at(csvin_name(r), csvin_row(r),
				     "'%s' found, expected %s",
				     text_show(value, show),
				     text_show(p->words, list));
			return -1;
		}
		buffer_char(buf, n);
	}
	return 0;
}

void
order_show(const struct order *o, const struct csvin *r, struct buffer *buf)
{
	buffer_clear(buf);
	for (size_t i = 0; i < o->count; i++) {
		if (i > 0)
			buffer_char(buf, '|');
		buffer_add(buf, text_trim(csvin_field(r, o->parts[i].at)));
	}
}
