#include "ods/odscell.h"

#include <string.h>

#define NS "urn:oasis:names:tc:opendocument:xmlns:"

static void
intern_names(struct odsnames *n, struct xmlin *x)
{
	const struct {
		const char **to;
		const char *name;
	} list[] = {
	    {&n->value_type, "value-type"},
	    {&n->value, "value"},
	    {&n->date, "date-value"},
	    {&n->time, "time-value"},
	    {&n->boolean, "boolean-value"},
	    {&n->string, "string-value"},
	    {&n->formula, "formula"},
	    {&n->p, "p"},
	    {&n->h, "h"},
	    {&n->s, "s"},
	    {&n->c, "c"},
	    {&n->tab, "tab"},
	    {&n->line_break, "line-break"},
	    {&n->note, "note"},
	    {&n->ruby, "ruby-text"},
	    {&n->sheet, "table"},
	    {&n->table_row, "table-row"},
	    {&n->table_cell, "table-cell"},
	    {&n->covered, "covered-table-cell"},
	    {&n->table_column, "table-column"},
	    {&n->row_group, "table-row-group"},
	    {&n->header_rows, "table-header-rows"},
	    {&n->rows, "table-rows"},
	    {&n->header_columns, "table-header-columns"},
	    {&n->columns, "table-columns"},
	    {&n->column_group, "table-column-group"},
	    {&n->tracked, "tracked-changes"},
	    {&n->dde, "dde-links"},
	    {&n->style_style, "style"},
	    {&n->properties, "table-properties"},
	    {&n->name, "name"},
	    {&n->style_name, "style-name"},
	    {&n->family, "family"},
	    {&n->display, "display"},
	    {&n->visibility, "visibility"},
	    {&n->rows_repeated, "number-rows-repeated"},
	    {&n->columns_repeated, "number-columns-repeated"},
	    {&n->rows_spanned, "number-rows-spanned"},
	    {&n->columns_spanned, "number-columns-spanned"},
	};
	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		*list[i].to = xmlin_intern(x, list[i].name);
}

void
odsnames_init(struct odsnames *n, struct xmlin *x)
{
	n->office = xmlin_intern(x, NS "office:1.0");
	n->table = xmlin_intern(x, NS "table:1.0");
	n->text = xmlin_intern(x, NS "text:1.0");
	n->style = xmlin_intern(x, NS "style:1.0");
	n->calcext = xmlin_intern(x, "urn:org:documentfoundation:names:"
				     "experimental:calc:xmlns:calcext:1.0");
	intern_names(n, x);
}

const struct text *
odsnames_attribute(const struct xml_attribute *attrs, size_t count,
		   const char *ns, const char *local)
{
	for (size_t i = 0; i < count; i++)
		if (attrs[i].local == local && attrs[i].ns == ns)
			return &attrs[i].value;
	return NULL;
}

static void
set(struct odscell *c, enum cell_kind kind, struct text t)
{
	c->kind = kind;
	c->typed = true;
	cell_add(&c->text, t.s, t.n);
}

static bool
set_number(struct odscell *c, struct text t)
{
	struct text out;
	if (!number_text(t, c->number, &out))
		return false;
	set(c, CELL_NUMBER, out);
	return true;
}

static bool
set_boolean(struct odscell *c, struct text t)
{
	bool yes = text_is(t, "true");
	if (!yes && !text_is(t, "false"))
		return false;
	set(c, CELL_BOOLEAN, text_of(yes ? "TRUE" : "FALSE"));
	return true;
}

/* ISO 8601 already: 2024-01-31, 2024-01-31T13:30:00, PT13H30M00S. */
static bool
set_date(struct odscell *c, struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (strchr("0123456789-+:.,TPYMWDHSZ", t.s[i]) == NULL)
			return false;
	set(c, CELL_DATE, t);
	return t.n > 0;
}

/* The value in the attribute that goes with the type. */
static bool
set_typed(struct odscell *c, struct text type, const struct xml_attribute *a,
	  size_t count, struct text *bad)
{
	const struct odsnames *n = c->names;
	bool is_date = text_is(type, "date"), is_time = text_is(type, "time");
	bool is_boolean = text_is(type, "boolean");
	const char *local = is_date	 ? n->date
			    : is_time	 ? n->time
			    : is_boolean ? n->boolean
					 : n->value;
	const struct text *v = odsnames_attribute(a, count, n->office, local);
	if (v == NULL)
		return true; /* a formula without a value, or paragraphs */
	*bad = *v;
	if (is_boolean)
		return set_boolean(c, *v);
	return is_date || is_time ? set_date(c, *v) : set_number(c, *v);
}

bool
odscell_begin(struct odscell *c, const struct xml_attribute *attrs,
	      size_t count, struct text *bad)
{
	const struct odsnames *n = c->names;
	const struct text *type =
	    odsnames_attribute(attrs, count, n->office, n->value_type);
	const struct text *other =
	    odsnames_attribute(attrs, count, n->calcext, n->value_type);
	c->kind = CELL_TEXT;
	c->typed = false;
	c->text.n = c->paragraphs = c->deep = c->skip = 0;
	c->formula =
	    odsnames_attribute(attrs, count, n->table, n->formula) != NULL;
	if (other != NULL && text_is(*other, "error")) {
		c->kind = CELL_ERROR;
		return true;
	}
	if (type == NULL)
		return true;
	if (!text_is(*type, "string"))
		return set_typed(c, *type, attrs, count, bad);
	const struct text *v =
	    odsnames_attribute(attrs, count, n->office, n->string);
	if (v != NULL)
		set(c, CELL_TEXT, *v);
	c->formula = false; /* an empty string is a value */
	return true;
}

static void
put_blanks(struct odscell *c, char mark, size_t n)
{
	if (c->blank && c->text.n > c->start)
		cell_add(&c->text, " ", 1);
	c->blank = false;
	for (size_t i = 0; i < n && !cell_is_full(&c->text); i++)
		cell_add(&c->text, &mark, 1);
}

static size_t
blank_count(const struct odscell *c, const struct xml_attribute *attrs,
	    size_t count)
{
	const struct text *t =
	    odsnames_attribute(attrs, count, c->names->text, c->names->c);
	size_t n = 0;
	if (t == NULL)
		return 1;
	for (size_t i = 0; i < t->n && n < CELL_TEXT_MAX; i++)
		if (t->s[i] >= '0' && t->s[i] <= '9')
			n = n * 10 + (size_t)(t->s[i] - '0');
	return n;
}

/* An element of text inside a paragraph. */
static void
start_inline(struct odscell *c, const char *local,
	     const struct xml_attribute *attrs, size_t count)
{
	const struct odsnames *n = c->names;
	c->deep++;
	if (local == n->s)
		put_blanks(c, ' ', blank_count(c, attrs, count));
	else if (local == n->tab)
		put_blanks(c, '\t', 1);
	else if (local == n->line_break)
		put_blanks(c, '\n', 1);
}

void
odscell_start(struct odscell *c, const char *local, const char *ns,
	      const struct xml_attribute *attrs, size_t count)
{
	const struct odsnames *n = c->names;
	bool text = ns == n->text && local != n->note && local != n->ruby;
	if (c->skip > 0 || c->typed || !text) {
		c->skip++;
	} else if (c->deep > 0) {
		start_inline(c, local, attrs, count);
	} else if (local == n->p || local == n->h) {
		if (c->paragraphs++ > 0)
			cell_add(&c->text, "\n", 1);
		c->deep = 1;
		c->start = c->text.n;
		c->blank = false;
	} else {
		c->skip++;
	}
}

void
odscell_end(struct odscell *c)
{
	if (c->skip > 0)
		c->skip--;
	else if (c->deep > 0)
		c->deep--;
}

/* Runs of white space count as one blank, none at either end (ODF 1.2 part
 * 1, 6.1.2). */
void
odscell_text(struct odscell *c, const char *s, size_t n)
{
	if (c->skip > 0 || c->deep == 0)
		return;
	for (size_t i = 0; i < n;) {
		size_t from = i;
		while (i < n && strchr(" \t\r\n", s[i]) == NULL)
			i++;
		if (i > from) {
			put_blanks(c, ' ', 0);
			cell_add(&c->text, s + from, i - from);
		} else {
			c->blank = true;
			i++;
		}
	}
}

enum cell_kind
odscell_kind(const struct odscell *c)
{
	if (c->formula && c->text.n == 0)
		return CELL_UNCACHED;
	return c->kind;
}
