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

/* What type a value has, in which attribute it stands. */
enum type {
	TYPE_NUMBER,
	TYPE_PERCENT,
	TYPE_DATE,
	TYPE_TIME,
	TYPE_BOOLEAN,
	TYPE_STRING,
	TYPE_NONE,
	TYPE_UNKNOWN
};

static enum type
type_of(struct text t)
{
	static const struct {
		const char *word;
		enum type type;
	} types[] = {{"float", TYPE_NUMBER},	   {"string", TYPE_STRING},
		     {"percentage", TYPE_PERCENT}, {"currency", TYPE_NUMBER},
		     {"date", TYPE_DATE},	   {"time", TYPE_TIME},
		     {"boolean", TYPE_BOOLEAN},	   {"void", TYPE_NONE}};
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (text_is(t, types[i].word))
			return types[i].type;
	return TYPE_UNKNOWN;
}

/* The value in the attribute that goes with the type. Without it, or when it
 * is empty, there is a formula without a value, or paragraphs. */
static void
set_typed(struct odscell *c, enum type type, const struct xml_attribute *a,
	  size_t count)
{
	static const struct format_code general = {.fixed = true};
	static const struct format_code percent = {
	    .fixed = true, .sections = {{.format = FORMAT_PERCENT}}};
	const struct odsnames *n = c->names;
	const char *const locals[] = {
	    [TYPE_NUMBER] = n->value,	 [TYPE_PERCENT] = n->value,
	    [TYPE_DATE] = n->date,	 [TYPE_TIME] = n->time,
	    [TYPE_BOOLEAN] = n->boolean, [TYPE_STRING] = n->string,
	    [TYPE_NONE] = n->value,	 [TYPE_UNKNOWN] = n->value};
	const struct text *v =
	    odsnames_attribute(a, count, n->office, locals[type]);
	struct cell made = {.kind = CELL_TEXT};
	if (v == NULL)
		return;
	made.text = *v;
	if (type == TYPE_NUMBER || type == TYPE_PERCENT)
		value_number(&made, *v,
			     type == TYPE_PERCENT ? &percent : &general, false,
			     c->buf);
	else if (type == TYPE_DATE)
		value_date(&made, *v, FORMAT_NUMBER, c->buf);
	else if (type == TYPE_TIME)
		value_duration(&made, *v, c->buf);
	else if (type == TYPE_BOOLEAN)
		value_boolean(&made, *v);
	else if (type == TYPE_UNKNOWN)
		made.kind = CELL_NO_TYPE;
	c->kind = made.kind;
	c->typed = v->n > 0 || type == TYPE_STRING;
	if (c->typed)
		cell_add(&c->text, made.text.s, made.text.n);
}

void
odscell_begin(struct odscell *c, const struct xml_attribute *attrs,
	      size_t count)
{
	const struct odsnames *n = c->names;
	const struct text *word =
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
		return;
	}
	if (word == NULL)
		return;
	enum type type = type_of(*word);
	c->kind = type == TYPE_UNKNOWN ? CELL_NO_TYPE : CELL_TEXT;
	if (type != TYPE_NONE)
		set_typed(c, type, attrs, count);
	if (type == TYPE_STRING)
		c->formula = false; /* an empty string is a value */
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
