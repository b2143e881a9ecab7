#include "json.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

#define DEEPEST 64

struct reader {
	const char *s;
	size_t n, at;
	void (*hear)(void *ctx, const struct json_event *);
	void *ctx;
	char *key, *value; /* unescaped */
	size_t key_cap, value_cap, key_n;
};

static void
blanks(struct reader *r)
{
	while (r->at < r->n && strchr(" \t\r\n", r->s[r->at]) && r->s[r->at])
		r->at++;
}

/* True and past it when c is next. */
static bool
take(struct reader *r, char c)
{
	if (r->at >= r->n || r->s[r->at] != c)
		return false;
	r->at++;
	return true;
}

static bool
digits(struct reader *r)
{
	size_t from = r->at;

	while (r->at < r->n && r->s[r->at] >= '0' && r->s[r->at] <= '9')
		r->at++;
	return r->at > from;
}

static bool
number(struct reader *r)
{
	bool zero;

	take(r, '-');
	zero = r->at < r->n && r->s[r->at] == '0';
	if (zero ? !take(r, '0') : !digits(r))
		return false;
	if (take(r, '.') && !digits(r))
		return false;
	if (take(r, 'e') || take(r, 'E')) {
		if (!take(r, '+'))
			take(r, '-');
		return digits(r);
	}
	return true;
}

static bool
word(struct reader *r, const char *w)
{
	size_t n = strlen(w);

	if (r->n - r->at < n || memcmp(r->s + r->at, w, n) != 0)
		return false;
	r->at += n;
	return true;
}

/* Four hexadecimal digits; -1 when they are not there. */
static long
hex4(struct reader *r)
{
	long v = 0;

	if (r->n - r->at < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		static const char set[] = "0123456789abcdef";
		char c = r->s[r->at++];
		const char *p =
		    strchr(set, c >= 'A' && c <= 'F' ? c + ('a' - 'A') : c);

		if (c == '\0' || !p)
			return -1;
		v = v * 16 + (p - set);
	}
	return v;
}

/* A code point as UTF-8; a lone surrogate too, for what is compared only. */
static size_t
encode(long c, char *p)
{
	if (c < 0x80) {
		p[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		p[0] = (char)(0xc0 | c >> 6);
		p[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		p[0] = (char)(0xe0 | c >> 12);
		p[1] = (char)(0x80 | (c >> 6 & 0x3f));
		p[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	p[0] = (char)(0xf0 | c >> 18);
	p[1] = (char)(0x80 | (c >> 12 & 0x3f));
	p[2] = (char)(0x80 | (c >> 6 & 0x3f));
	p[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

/* Behind a backslash: the bytes it stands for at p; 0 for none. */
static size_t
escape(struct reader *r, char *p)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	char c = r->at < r->n ? r->s[r->at++] : '\0';
	const char *f = strchr(from, c);
	long v, low;
	size_t back;

	if (c && f) {
		*p = to[f - from];
		return 1;
	}
	if (c != 'u' || (v = hex4(r)) < 0)
		return 0;
	back = r->at;
	if (v >= 0xd800 && v < 0xdc00 && word(r, "\\u") &&
	    (low = hex4(r)) >= 0xdc00 && low < 0xe000)
		v = 0x10000 + (v - 0xd800) * 0x400 + (low - 0xdc00);
	else
		r->at = back;
	return encode(v, p);
}

/* A string, unescaped into *buf; its length, or -1. */
static long
string(struct reader *r, char **buf, size_t *cap)
{
	size_t n = 0;

	if (!take(r, '"'))
		return -1;
	while (r->at < r->n && r->s[r->at] != '"') {
		unsigned char c = (unsigned char)r->s[r->at++];
		size_t k = 1;

		*buf = mem_grow(*buf, cap, n + 8, 1);
		if (c < 0x20)
			return -1;
		if (c == '\\')
			k = escape(r, *buf + n);
		else
			(*buf)[n] = (char)c;
		if (k == 0)
			return -1;
		n += k;
	}
	return take(r, '"') ? (long)n : -1;
}

static void
tell(struct reader *r, enum json_kind kind, int depth, struct text t)
{
	struct json_event e = {
	    .kind = kind, .depth = depth, .key = {r->key, r->key_n}, .text = t};

	if (r->hear)
		r->hear(r->ctx, &e);
}

static bool value(struct reader *r, int depth);

/* The members of an object or the items of an array, from behind the bracket
 * on. */
static bool
inside(struct reader *r, int depth, char close)
{
	long n = 0;

	blanks(r);
	if (take(r, close))
		return true;
	do {
		blanks(r);
		if (close == '}') {
			n = string(r, &r->key, &r->key_cap);
			blanks(r);
			if (n < 0 || !take(r, ':'))
				return false;
		}
		r->key_n = (size_t)n;
		if (!value(r, depth + 1))
			return false;
		blanks(r);
	} while (take(r, ','));
	return take(r, close);
}

static bool
container(struct reader *r, int depth, char close)
{
	bool ok;

	tell(r, JSON_OPEN, depth, (struct text){NULL, 0});
	ok = depth < DEEPEST && inside(r, depth, close);
	r->key_n = 0;
	if (ok)
		tell(r, JSON_CLOSE, depth, (struct text){NULL, 0});
	return ok;
}

static bool
value(struct reader *r, int depth)
{
	size_t from;
	long n;

	blanks(r);
	from = r->at;
	if (take(r, '{'))
		return container(r, depth, '}');
	if (take(r, '['))
		return container(r, depth, ']');
	if (r->at < r->n && r->s[r->at] == '"') {
		n = string(r, &r->value, &r->value_cap);
		if (n >= 0)
			tell(r, JSON_STRING, depth,
			     (struct text){r->value, (size_t)n});
		return n >= 0;
	}
	if (!word(r, "true") && !word(r, "false") && !word(r, "null") &&
	    !number(r))
		return false;
	tell(r, JSON_OTHER, depth, (struct text){r->s + from, r->at - from});
	return true;
}

int
json_read(struct text t, void (*hear)(void *ctx, const struct json_event *),
	  void *ctx, size_t *at)
{
	struct reader r = {.s = t.s, .n = t.n, .hear = hear, .ctx = ctx};
	bool ok = value(&r, 0);

	blanks(&r);
	*at = r.at;
	free(r.key);
	free(r.value);
	return ok && r.at == r.n ? 0 : -1;
}
