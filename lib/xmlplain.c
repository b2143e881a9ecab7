#include "xmlplain.h"

#include <stdlib.h>

#include "mem.h"

#define UP_TO(c, from, to) ((c) >= (from) && (c) <= (to))
#define ALPHA(c) (UP_TO(c, 'a', 'z') || UP_TO(c, 'A', 'Z'))
#define DIGIT(c) UP_TO(c, '0', '9')
#define BLANK(c) ((c) == ' ' || (c) == '\t' || (c) == '\n' || (c) == '\r')
#define SHOWN(c) (UP_TO(c, 0x20, 0x7e) && (c) != '<' && (c) != '&')
#define KIND(c)                                                               \
	((((SHOWN(c) && (c) != '>') || (c) == '\t' || (c) == '\n')            \
	      ? XMLPLAIN_TEXT                                                 \
	      : 0) |                                                          \
	 (SHOWN(c) && (c) != '"' ? XMLPLAIN_QUOTED : 0) |                     \
	 (ALPHA(c) || DIGIT(c) || (c) == ':' ? XMLPLAIN_NAME : 0) |           \
	 (DIGIT(c) ? XMLPLAIN_DIGIT : 0) | (ALPHA(c) ? XMLPLAIN_LETTER : 0) | \
	 (BLANK(c) ? XMLPLAIN_BLANK : 0))
#define KIND_4(c) KIND(c), KIND(c + 1), KIND(c + 2), KIND(c + 3)
#define KIND_16(c) KIND_4(c), KIND_4(c + 4), KIND_4(c + 8), KIND_4(c + 12)
#define KIND_64(c) KIND_16(c), KIND_16(c + 16), KIND_16(c + 32), KIND_16(c + 48)

const uint8_t xmlplain_kinds[256] = {KIND_64(0), KIND_64(64)};

/* An entity that XML has of itself: its bytes and what it stands for, 0 when
 * it is another or none. References by number are left to the parser. */
static size_t
read_entity(const char *p, char *c)
{
	static const struct {
		const char *text;
		char c;
	} entities[] = {{"&amp;", '&'},
			{"&lt;", '<'},
			{"&gt;", '>'},
			{"&quot;", '"'},
			{"&apos;", '\''}};
	for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++) {
		size_t n = strlen(entities[i].text);
		if (strncmp(p, entities[i].text, n) != 0)
			continue;
		*c = entities[i].c;
		return n;
	}
	return 0;
}

/* Over plain bytes and those of letters beyond ASCII. U+F000 and above are left
 * out, for two of them XML does not allow. */
static const char *
skip_wide(const char *p)
{
	while (xmlplain_is(*p, XMLPLAIN_TEXT) || (*p & 0x80 && *p != '\xef'))
		p++;
	return p;
}

/* Text with entities, made of its pieces. */
static const char *
read_entities(struct xmlplain *x, const char *p, struct text *t)
{
	if (x->made == NULL)
		x->made = mem_array(XMLPLAIN_MADE, 1);
	t->s = x->made + x->n;
	for (;;) {
		const char *to = skip_wide(p);
		size_t n = (size_t)(to - p);
		if (n + 1 > XMLPLAIN_MADE - x->n)
			return NULL;
		memcpy(x->made + x->n, p, n);
		x->n += n;
		p = to;
		if (*p != '&')
			break;
		n = read_entity(p, &x->made[x->n++]);
		if (n == 0)
			return NULL;
		p += n;
	}
	t->n = (size_t)(x->made + x->n - t->s);
	return *p == '<' && text_utf8_error(t->s, t->n) == t->n ? p : NULL;
}

const char *
xmlplain_odd_text(struct xmlplain *x, struct text *t)
{
	const char *p = skip_wide(t->s);
	t->n = (size_t)(p - t->s);
	if (*p == '&')
		return read_entities(x, t->s, t);
	return *p == '<' && text_utf8_error(t->s, t->n) == t->n ? p : NULL;
}

const char *
xmlplain_pass_text(const char *p)
{
	const char *from = p;
	char c;
	while (*(p = skip_wide(p)) == '&') {
		size_t n = read_entity(p, &c);
		if (n == 0)
			return NULL;
		p += n;
	}
	size_t n = (size_t)(p - from);
	return *p == '<' && text_utf8_error(from, n) == n ? p : NULL;
}

void
xmlplain_free(struct xmlplain *x)
{
	free(x->made);
	*x = (struct xmlplain){0};
}
