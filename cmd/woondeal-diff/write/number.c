#include "write/number.h"

#include <string.h>

/* Plain decimals to a comma, and points between thousands where asked. */
static struct text
dutch(struct text plain, bool points, char buf[NUMBER_TEXT])
{
	const char *point = memchr(plain.s, '.', plain.n);
	size_t whole = point ? (size_t)(point - plain.s) : plain.n;
	size_t sign = plain.n > 0 && plain.s[0] == '-';
	size_t n = 0;
	for (size_t i = 0; i < plain.n && n + 2 < NUMBER_TEXT; i++) {
		if (points && i > sign && i < whole && (whole - i) % 3 == 0)
			buf[n++] = '.';
		buf[n++] = plain.s[i] == '.' ? ',' : plain.s[i];
	}
	buf[n] = '\0';
	return (struct text){buf, n};
}

static struct text
append(struct text t, char unit, char buf[NUMBER_TEXT])
{
	if (t.n + 1 < NUMBER_TEXT) {
		buf[t.n++] = unit;
		buf[t.n] = '\0';
	}
	return (struct text){buf, t.n};
}

static struct text
fill(size_t room, struct tight *tight, char buf[NUMBER_TEXT])
{
	size_t n = room < NUMBER_TEXT ? room : NUMBER_TEXT - 1;
	tight->too_wide = true;
	memset(buf, '#', n);
	buf[n] = '\0';
	return (struct text){buf, n};
}

/* With points when they fit, else without. */
static bool
write_whole(struct num n, size_t room, char buf[NUMBER_TEXT], struct text *out)
{
	char plain[NUM_TEXT];
	*out = dutch(num_format_fixed(n, 0, plain), true, buf);
	if (out->n > room)
		*out = dutch(num_format_fixed(n, 0, plain), false, buf);
	return out->n <= room;
}

/* In units of so many: 1000 or 1000000. */
static bool
write_units(struct num n, int64_t unit, size_t room, char buf[NUMBER_TEXT],
	    struct text *out)
{
	struct num part;
	return num_divide(n, num_of(unit), 0, NUM_HALF_AWAY, &part) &&
	       write_whole(part, room - 1, buf, out);
}

struct text
number_fit(struct num n, size_t room, struct tight *tight,
	   char buf[NUMBER_TEXT])
{
	struct text t;
	if (write_whole(n, room, buf, &t)) {
		tight->rounded = tight->rounded || !num_is_whole(n);
		return t;
	}
	if (write_units(n, 1000, room, buf, &t)) {
		tight->thousands = true;
		return append(t, 'k', buf);
	}
	if (write_units(n, 1000000, room, buf, &t)) {
		tight->millions = true;
		return append(t, 'm', buf);
	}
	return fill(room, tight, buf);
}

struct text
number_percent(struct num n, size_t room, struct tight *tight,
	       char buf[NUMBER_TEXT])
{
	char plain[NUM_TEXT];
	struct text t = dutch(num_format_fixed(n, 1, plain), true, buf);
	if (t.n < room || write_whole(n, room - 1, buf, &t))
		return append(t, '%', buf);
	return fill(room, tight, buf);
}
