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

/* ` name="value"`. */
static const char *
read_attribute(const char *p, struct text *name, struct text *value)
{
	if (*p != ' ')
		return NULL;
	const char *from = ++p;
	p = xmlplain_skip(p, XMLPLAIN_NAME);
	*name = (struct text){from, (size_t)(p - from)};
	if (!starts(p, "=\""))
		return NULL;
	from = p += 2;
	p = xmlplain_skip(p, XMLPLAIN_QUOTED);
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
	for (; xmlplain_is(*p, XMLPLAIN_DIGIT); p++)
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
	p = *p == '>' ? xmlplain_pass_text(p + 1) : NULL;
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
	p = *p == '>' ? xmlplain_text(&r->texts, p + 1, &c->text) : NULL;
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
		p = xmlplain_text(&r->texts, p + 3, &c->text);
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
	if (!starts(p, "<row"))
		return 0;
	p = read_row_tag(r, p + 4, next);
	r->count = r->column = r->texts.n = 0;
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
	xmlplain_free(&r->texts);
	*r = (struct plainrow){0};
}
