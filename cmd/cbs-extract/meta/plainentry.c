#include "meta/plainentry.h"

#include <stdlib.h>

#include "mem.h"

/* Deeper, and with more attributes, is left to the parser. */
#define DEPTH_MAX 8
#define ATTRIBUTES_MAX 8

/* All functions that read: from p, the place behind what they took, or NULL
 * when it is not plain. None goes past a NUL; a literal may be compared with
 * the NULs behind the text. */
#define starts(p, literal) (memcmp((p), (literal), sizeof(literal) - 1) == 0)
#define behind(p, literal) ((p) + sizeof(literal) - 1)

struct reader {
	struct plainentry *entry;
	const struct odata_column *columns;
	size_t count, next; /* the column expected */
	const char *end;
	/* Elements that are open within <entry>. */
	struct text open[DEPTH_MAX];
	size_t depth;
	bool done; /* its properties were met */
};

/* Whether this name stands at p, and no longer one. */
static inline bool
is_name(const struct reader *r, const char *p, struct text name)
{
	return (size_t)(r->end - p) > name.n &&
	       memcmp(p, name.s, name.n) == 0 &&
	       (p[name.n] == '>' || p[name.n] == ' ' || p[name.n] == '/');
}

/* Most entries have the same properties in the same order. r->count when it is
 * none of them. */
static size_t
find_column(const struct reader *r, const char *p)
{
	size_t i = r->next;
	if (i < r->count && is_name(r, p, r->columns[i].name))
		return i;
	for (i = 0; i < r->count; i++)
		if (is_name(r, p, r->columns[i].name))
			break;
	return i;
}

/* Behind ` m:type="`. */
static const char *
read_type(struct plainproperty *a, const char *p)
{
	static const char string[] = "Edm.String\"";
	a->type = starts(p, string) ? PLAINTYPE_STRING : PLAINTYPE_OTHER;
	p = xmlplain_skip_quoted(p);
	return *p == '"' ? p + 1 : NULL;
}

/* Up to the '>' or "/>". */
static const char *
read_property_tag(struct plainproperty *a, const char *p)
{
	static const char type[] = " m:type=\"", null[] = " m:null=\"true\"";
	static const char space[] = " xml:space=\"preserve\"";
	bool spaced = false;
	while (p != NULL && p[0] == ' ' && p[1] != '/') {
		if (starts(p, type) && a->type == PLAINTYPE_UNSAID) {
			p = read_type(a, behind(p, type));
		} else if (starts(p, null) && !a->null) {
			a->null = true;
			p = behind(p, null);
		} else if (starts(p, space) && !spaced) {
			spaced = true;
			p = behind(p, space);
		} else {
			return NULL;
		}
	}
	return p;
}

/* Behind "<d:". */
static inline const char *
read_property(struct reader *r, const char *p)
{
	struct plainentry *e = r->entry;
	size_t i = find_column(r, p);
	if (i == r->count)
		return NULL;
	if (e->count == e->cap)
		e->properties = mem_grow(e->properties, &e->cap, e->count + 1,
					 sizeof(*e->properties));
	struct plainproperty *a = &e->properties[e->count++];
	struct text name = r->columns[i].name;
	*a = (struct plainproperty){.column = i};
	r->next = i + 1;
	p = read_property_tag(a, p + name.n);
	if (p == NULL)
		return NULL;
	if (*p != '>') {
		p += *p == ' ';
		return starts(p, "/>") ? p + 2 : NULL;
	}
	p = xmlplain_text(&e->texts, p + 1, &a->value);
	if (p == NULL || !starts(p, "</d:") || !is_name(r, p + 4, name))
		return NULL;
	p += 4 + name.n;
	return *p == '>' ? p + 1 : NULL;
}

/* Behind "<m:properties>". */
static const char *
read_properties(struct reader *r, const char *p)
{
	static const char end[] = "</m:properties>";
	while (p != NULL) {
		p = xmlplain_skip_blanks(p);
		if (starts(p, end))
			return behind(p, end);
		p = starts(p, "<d:") ? read_property(r, p + 3) : NULL;
	}
	return NULL;
}

/* Letters only: no prefix, and no declaration of one. */
static const char *
read_word(const char *p, struct text *word)
{
	word->s = p;
	p = xmlplain_skip(p, XMLPLAIN_LETTER);
	word->n = (size_t)(p - word->s);
	return word->n > 0 ? p : NULL;
}

/* Of an element that nobody reads: up to the '>' or "/>". */
static const char *
pass_attributes(const char *p)
{
	static const struct text declaration = {"xmlns", 5};
	struct text names[ATTRIBUTES_MAX];
	for (size_t n = 0; p[0] == ' ' && p[1] != '/'; n++) {
		if (n == ATTRIBUTES_MAX)
			return NULL;
		p = read_word(p + 1, &names[n]);
		if (p == NULL || !starts(p, "=\"") ||
		    text_equal(names[n], declaration))
			return NULL;
		for (size_t i = 0; i < n; i++)
			if (text_equal(names[i], names[n]))
				return NULL;
		p = xmlplain_skip_quoted(p + 2);
		if (*p++ != '"')
			return NULL;
	}
	return p;
}

/* Behind '<'. */
static const char *
pass_start(struct reader *r, const char *p)
{
	struct text name;
	p = read_word(p, &name);
	if (p != NULL)
		p = pass_attributes(p);
	if (p == NULL)
		return NULL;
	if (*p == '>') {
		if (r->depth == DEPTH_MAX)
			return NULL;
		r->open[r->depth++] = name;
		return p + 1;
	}
	p += *p == ' ';
	return starts(p, "/>") ? p + 2 : NULL;
}

/* Behind "</", of one that is open. */
static const char *
pass_end(struct reader *r, const char *p)
{
	struct text name;
	p = read_word(p, &name);
	if (p == NULL || *p != '>' || !text_equal(name, r->open[r->depth - 1]))
		return NULL;
	r->depth--;
	return p + 1;
}

/* A text that nobody reads, with a CR where it is of Windows. */
static const char *
pass_text(const char *p)
{
	for (;;) {
		p = xmlplain_skip_text(p);
		if (*p != '\r')
			break;
		p++;
	}
	return *p == '<' ? p : xmlplain_pass_text(p);
}

/* Behind <entry>, up to and with its end. */
static const char *
read_content(struct reader *r, const char *p, const char *from)
{
	static const char properties[] = "<m:properties>", end[] = "</entry>";
	while ((p = pass_text(p)) != NULL) {
		if (starts(p, properties) && !r->done) {
			p = read_properties(r, behind(p, properties));
			r->done = true;
			if (p != NULL)
				r->entry->head = (size_t)(p - from);
		} else if (r->depth == 0 && starts(p, end)) {
			return r->done ? behind(p, end) : NULL;
		} else if (p[1] != '/') {
			p = pass_start(r, p + 1);
		} else {
			p = r->depth > 0 ? pass_end(r, p + 2) : NULL;
		}
		if (p == NULL)
			break;
	}
	return NULL;
}

size_t
plainentry_read(struct plainentry *e, const struct odata_column *columns,
		size_t count, const char *p, size_t n)
{
	static const char start[] = "<entry>";
	struct reader r = {
	    .entry = e, .columns = columns, .count = count, .end = p + n};
	e->count = e->texts.n = 0;
	if (!starts(p, start))
		return 0;
	const char *to = read_content(&r, behind(p, start), p);
	return to != NULL ? (size_t)(to - p) : 0;
}

void
plainentry_free(struct plainentry *e)
{
	free(e->properties);
	xmlplain_free(&e->texts);
	*e = (struct plainentry){0};
}
