#include "xlsx/plainrow.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* All functions that read: from p, the place behind what they took, or NULL
 * when it is not plain. None goes past a NUL; a literal may be compared with
 * the NULs behind the text. */
#define starts(p, literal) (memcmp((p), (literal), sizeof(literal) - 1) == 0)

#define NAMED(literal)                       \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

/* What needs no second look. PLAIN: in a text. QUOTED: in an attribute. NAME:
 * in the name of one, prefix included. */
enum { PLAIN = 1, QUOTED = 2, NAME = 4, DIGIT = 8 };
static uint8_t kinds[256];

static void
set_up(void)
{
	if (kinds['0'] != 0)
		return;
	for (int c = 0x20; c < 0x7f; c++) {
		if (c != '<' && c != '>' && c != '&')
			kinds[c] |= PLAIN;
		if (c != '<' && c != '&' && c != '"')
			kinds[c] |= QUOTED;
		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || c == ':')
			kinds[c] |= NAME;
		if (c >= '0' && c <= '9')
			kinds[c] |= DIGIT;
	}
	kinds['\t'] |= PLAIN;
	kinds['\n'] |= PLAIN;
}

static inline bool
is(char c, unsigned kind)
{
	return (kinds[(unsigned char)c] & kind) != 0;
}

static inline const char *
skip(const char *p, unsigned kind)
{
	while (is(*p, kind))
		p++;
	return p;
}

/* ` name="value"`. */
static const char *
read_attribute(const char *p, struct text *name, struct text *value)
{
	if (*p != ' ')
		return NULL;
	const char *from = ++p;
	p = skip(p, NAME);
	*name = (struct text){from, (size_t)(p - from)};
	if (!starts(p, "=\""))
		return NULL;
	from = p += 2;
	p = skip(p, QUOTED);
	*value = (struct text){from, (size_t)(p - from)};
	return *p == '"' ? p + 1 : NULL;
}

/* Which of the names it is, met for the first time; -1 when none, or again. */
static int
find_name(struct text name, const struct text *names, unsigned *seen)
{
	for (int i = 0; names[i].n > 0; i++) {
		if (!text_equal(name, names[i]))
			continue;
		if (*seen & 1u << i)
			return -1;
		*seen |= 1u << i;
		return i;
	}
	return -1;
}

/* A whole number of one to nine digits up to the closing quote. */
static inline const char *
read_number(const char *p, size_t *out)
{
	const char *from = p;
	size_t v = 0;
	for (; is(*p, DIGIT); p++)
		v = v * 10 + (size_t)(*p - '0');
	*out = v;
	return p > from && p - from <= 9 && *p == '"' ? p + 1 : NULL;
}

/* Up to the '>' or "/>" of <row>. */
static const char *
read_row_tag(struct plainrow *r, const char *p, size_t next)
{
	enum { NUMBER, HIDDEN, HEIGHT, PREFIXED };
	static const struct text names[] = {NAMED("r"),
					    NAMED("hidden"),
					    NAMED("ht"),
					    NAMED(PLAINROW_PREFIX ":dyDescent"),
					    NAMED("spans"),
					    NAMED("s"),
					    NAMED("customFormat"),
					    NAMED("customHeight"),
					    NAMED("outlineLevel"),
					    NAMED("collapsed"),
					    NAMED("thickTop"),
					    NAMED("thickBot"),
					    NAMED("ph"),
					    {NULL, 0}};
	struct text name, value;
	unsigned seen = 0;
	r->row = next;
	r->number = r->hidden = r->height = (struct text){NULL, 0};
	while (p[0] == ' ' && p[1] != '/') {
		p = read_attribute(p, &name, &value);
		int i = p == NULL ? -1 : find_name(name, names, &seen);
		if (i < 0 || (i == PREFIXED && !r->prefixed))
			return NULL;
		if (i == NUMBER) {
			r->number = value;
			if (read_number(value.s, &r->row) == NULL)
				return NULL;
			r->row--; /* of 0: beyond the last */
		} else if (i == HIDDEN) {
			r->hidden = value;
		} else if (i == HEIGHT) {
			r->height = value;
		}
	}
	p += *p == ' ';
	return r->row < ROWS_MAX ? p : NULL;
}

/* "B12", of this row, and the closing quote. */
static inline const char *
read_place(const struct plainrow *r, struct plaincell *c, const char *p)
{
	size_t column = 0;
	const char *from = p;
	for (; *p >= 'A' && *p <= 'Z' && p - from < 3; p++)
		column = column * 26 + (size_t)(*p - 'A' + 1);
	if (p == from || column > COLUMNS_MAX || r->number.n == 0)
		return NULL;
	for (size_t i = 0; i < r->number.n; i++)
		if (p[i] != r->number.s[i])
			return NULL;
	p += r->number.n;
	c->column = (uint16_t)(column - 1);
	return *p == '"' ? p + 1 : NULL;
}

static inline const char *
read_type(struct plaincell *c, const char *p)
{
	static const struct {
		char letter;
		uint8_t type;
	} types[] = {{'s', XLSX_SHARED},
		     {'n', XLSX_NUMBER},
		     {'b', XLSX_BOOLEAN},
		     {'e', XLSX_ERROR},
		     {'d', XLSX_DATE}};
	for (size_t i = 0; p[1] == '"' && i < sizeof(types) / sizeof(*types);
	     i++) {
		if (p[0] != types[i].letter)
			continue;
		c->type = types[i].type;
		return p + 2;
	}
	if (starts(p, "str\"")) {
		c->type = XLSX_FORMULA_TEXT;
		return p + 4;
	}
	if (starts(p, "inlineStr\"")) {
		c->type = XLSX_INLINE;
		return p + 10;
	}
	return NULL;
}

/* Up to the '>' or "/>" of <c>. */
static inline const char *
read_cell_tag(const struct plainrow *r, struct plaincell *c, const char *p)
{
	enum { PLACE = 1, STYLE = 2, TYPE = 4 };
	unsigned seen = 0, bit;
	while (p[0] == ' ' && p[1] != '/') {
		char letter = p[1];
		if (p[2] != '=' || p[3] != '"')
			return NULL;
		if (letter == 'r') {
			bit = PLACE;
			p = read_place(r, c, p + 4);
		} else if (letter == 's') {
			bit = STYLE;
			p = read_number(p + 4, &c->style);
		} else if (letter == 't') {
			bit = TYPE;
			p = read_type(c, p + 4);
		} else {
			return NULL;
		}
		if (p == NULL || (seen & bit))
			return NULL;
		seen |= bit;
	}
	return p;
}

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
	while (is(*p, PLAIN) || (*p & 0x80 && *p != '\xef'))
		p++;
	return p;
}

/* Text with entities, made of its pieces, in the room that the row has for
 * such. */
static const char *
read_entities(struct plainrow *r, const char *p, struct text *t)
{
	if (r->made == NULL)
		r->made = mem_array(PLAINROW_MADE, 1);
	t->s = r->made + r->made_n;
	for (;;) {
		const char *to = skip_wide(p);
		size_t n = (size_t)(to - p);
		if (n + 1 > PLAINROW_MADE - r->made_n)
			return NULL;
		memcpy(r->made + r->made_n, p, n);
		r->made_n += n;
		p = to;
		if (*p != '&')
			break;
		n = read_entity(p, &r->made[r->made_n++]);
		if (n == 0)
			return NULL;
		p += n;
	}
	t->n = (size_t)(r->made + r->made_n - t->s);
	return *p == '<' && text_utf8_error(t->s, t->n) == t->n ? p : NULL;
}

/* Text with more in it than plain bytes. */
static const char *
read_odd_text(struct plainrow *r, struct text *t)
{
	const char *p = skip_wide(t->s);
	t->n = (size_t)(p - t->s);
	if (*p == '&')
		return read_entities(r, t->s, t);
	return *p == '<' && text_utf8_error(t->s, t->n) == t->n ? p : NULL;
}

/* Up to the '<' behind it. */
static inline const char *
read_text(struct plainrow *r, const char *p, struct text *t)
{
	t->s = p;
	p = skip(p, PLAIN);
	t->n = (size_t)(p - t->s);
	return *p == '<'		? p
	       : *p & 0x80 || *p == '&' ? read_odd_text(r, t)
					: NULL;
}

/* The text of a formula, which nobody reads. */
static const char *
read_formula_text(const char *p)
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

/* Behind "<f". */
static const char *
read_formula(const char *p)
{
	static const struct text names[] = {
	    NAMED("t"),	   NAMED("ref"),  NAMED("si"),	NAMED("ca"),
	    NAMED("aca"),  NAMED("dt2D"), NAMED("dtr"), NAMED("del1"),
	    NAMED("del2"), NAMED("r1"),	  NAMED("r2"),	NAMED("bx"),
	    {NULL, 0}};
	struct text name, value;
	unsigned seen = 0;
	while (*p == ' ' && p[1] != '/') {
		p = read_attribute(p, &name, &value);
		if (p == NULL || find_name(name, names, &seen) < 0)
			return NULL;
	}
	p += *p == ' ';
	if (starts(p, "/>"))
		return p + 2;
	p = *p == '>' ? read_formula_text(p + 1) : NULL;
	return p != NULL && starts(p, "</f>") ? p + 4 : NULL;
}

/* <is> with one <t>, behind "<is>". */
static const char *
read_string(struct plainrow *r, struct plaincell *c, const char *p)
{
	static const char preserve[] = " xml:space=\"preserve\"";
	if (!starts(p, "<t"))
		return NULL;
	p += 2;
	c->preserve = starts(p, preserve);
	if (c->preserve)
		p += sizeof(preserve) - 1;
	p = *p == '>' ? read_text(r, p + 1, &c->text) : NULL;
	c->has_string = true;
	return p != NULL && starts(p, "</t></is>") ? p + 9 : NULL;
}

/* What is in a <c>, and its end. */
static inline const char *
read_content(struct plainrow *r, struct plaincell *c, const char *p)
{
	if (starts(p, "<f")) {
		p = read_formula(p + 2);
		if (p == NULL)
			return NULL;
		c->formula = true;
	}
	if (starts(p, "<v>")) {
		p = read_text(r, p + 3, &c->text);
		if (p == NULL || !starts(p, "</v>"))
			return NULL;
		c->has_value = true;
		p += 4;
	} else if (starts(p, "<v/>")) {
		c->has_value = true;
		p += 4;
	} else if (starts(p, "<is>")) {
		p = read_string(r, c, p + 4);
	}
	return p != NULL && starts(p, "</c>") ? p + 4 : NULL;
}

/* Behind "<c". */
static inline const char *
read_cell(struct plainrow *r, const char *p)
{
	if (r->count == r->cap)
		r->cells = mem_grow(r->cells, &r->cap, r->count + 1,
				    sizeof(*r->cells));
	struct plaincell *c = &r->cells[r->count++];
	*c = (struct plaincell){.column = (uint16_t)r->column};
	p = read_cell_tag(r, c, p);
	if (p == NULL || r->column >= COLUMNS_MAX)
		return NULL;
	r->column = c->column + 1u;
	if (*p == '>')
		return read_content(r, c, p + 1);
	p += *p == ' ';
	return starts(p, "/>") ? p + 2 : NULL;
}

size_t
plainrow_read(struct plainrow *r, const char *p, size_t next)
{
	const char *from = p;
	set_up();
	if (!starts(p, "<row"))
		return 0;
	p = read_row_tag(r, p + 4, next);
	r->count = r->column = r->made_n = 0;
	if (p == NULL || *p != '>')
		return p != NULL && starts(p, "/>") ? (size_t)(p - from) + 2
						    : 0;
	for (p++; starts(p, "<c");) {
		p = read_cell(r, p + 2);
		if (p == NULL)
			return 0;
	}
	return starts(p, "</row>") ? (size_t)(p - from) + 6 : 0;
}

void
plainrow_free(struct plainrow *r)
{
	free(r->cells);
	free(r->made);
	*r = (struct plainrow){0};
}
