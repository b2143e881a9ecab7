#include "xlsx/xlsxcell.h"

#include <stdint.h>
#include <string.h>

#include "cell/strings.h"
#include "cell/styles.h"
#include "xlsx/rich.h"
#include "xlsx/xsd.h"

int
xlsxcell_fail(const struct xlsxcell *x, const char *what, struct text value)
{
	char show[TEXT_SHOW];
	return sheets_fail(x->book, x->sheet, x->row, x->column, "%s \"%s\"",
			   what, text_show(value, show));
}

void
xlsxcell_clear(struct xlsxcell *x)
{
	x->formula = x->has_value = x->has_string = false;
	x->value = x->string = (struct text){"", 0};
	x->style = 0;
	x->type = XLSX_NUMBER;
}

void
xlsxcell_set_type(struct xlsxcell *x, struct text t)
{
	static const char *const names[] = {
	    [XLSX_NUMBER] = "n",	 [XLSX_SHARED] = "s",
	    [XLSX_FORMULA_TEXT] = "str", [XLSX_BOOLEAN] = "b",
	    [XLSX_ERROR] = "e",		 [XLSX_DATE] = "d",
	    [XLSX_INLINE] = "inlineStr"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		/* One letter is what nearly all have. */
		if (t.n == 0 || t.s[0] != names[i][0] ||
		    (t.n == 1 ? names[i][1] != '\0' : !text_is(t, names[i])))
			continue;
		x->type = (enum xlsxtype)i;
		return;
	}
	x->type = XLSX_UNKNOWN;
}

/* Its number format; false when it has a style that is not there. */
static bool
find_format(const struct xlsxcell *x, const struct format_code **out)
{
	static const struct format_code general = {.fixed = true};
	const struct styles *s = x->book->styles;
	*out = &general;
	if (x->style < styles_count(s))
		*out = styles_format(s, x->style);
	return x->style < styles_count(s) || styles_count(s) == 0;
}

/* From a <v> of a number or a date. */
static void
make_styled(struct xlsxcell *x, struct cell *c)
{
	const struct format_code *f;
	bool styled = find_format(x, &f);
	if (x->type == XLSX_DATE)
		value_date(c, x->value, f->sections[0].format, x->buf);
	else
		value_number(c, x->value, f, x->book->from_1904, x->buf);
	if (!styled && (c->kind == CELL_NUMBER || c->kind == CELL_DATE))
		c->kind = CELL_NO_STYLE;
}

static void
make_shared(struct xlsxcell *x, struct cell *c)
{
	struct text t = text_trim(x->value);
	size_t i = xsd_whole(&t, SIZE_MAX);
	if (i >= strings_count(x->book->strings)) {
		c->kind = CELL_NO_STRING;
		c->text = x->value;
		return;
	}
	c->text = strings_at(x->book->strings, i);
	c->lasting = true;
}

/* As rich_end_string; a text that has nothing to it stays where it is. */
static struct text
unescape(struct xlsxcell *x, struct text t, bool preserve)
{
	if (t.n == 0 || (preserve && memchr(t.s, '_', t.n) == NULL))
		return t;
	x->escaped.n = 0;
	cell_add(&x->escaped, t.s, t.n);
	rich_end_string(&x->escaped, 0, preserve);
	return buffer_view(&x->escaped);
}

void
xlsxcell_end_string(struct xlsxcell *x, bool preserve)
{
	x->string = unescape(x, x->string, preserve);
}

/* From a <v> that is not empty. */
static void
make_value(struct xlsxcell *x, struct cell *c)
{
	c->text = x->value;
	switch (x->type) {
	case XLSX_NUMBER:
	case XLSX_DATE:
		make_styled(x, c);
		break;
	case XLSX_SHARED:
		make_shared(x, c);
		break;
	case XLSX_BOOLEAN:
		value_boolean(c, x->value);
		break;
	case XLSX_FORMULA_TEXT:
		c->text = unescape(x, x->value, true);
		break;
	case XLSX_ERROR:
		c->kind = CELL_ERROR;
		break;
	case XLSX_INLINE:
		c->kind = CELL_UNSHOWN; /* Excel looks for an <is> only */
		break;
	case XLSX_UNKNOWN:
		c->kind = CELL_NO_TYPE;
		break;
	}
}

int
xlsxcell_make(struct xlsxcell *x, struct cell *c)
{
	*c = (struct cell){
	    .row = x->row, .column = x->column, .kind = CELL_TEXT};
	c->text = text_of("");
	if (x->value.n >= CELL_TEXT_MAX || x->string.n >= CELL_TEXT_MAX)
		return sheets_fail(x->book, x->sheet, x->row, x->column,
				   "a text of more than 1 MiB");
	if (x->has_string) {
		c->text = x->string;
		if (x->type == XLSX_UNKNOWN && c->text.n > 0)
			c->kind = CELL_NO_TYPE;
	} else if (x->value.n > 0) {
		make_value(x, c);
	} else if (x->formula &&
		   !(x->has_value && x->type == XLSX_FORMULA_TEXT)) {
		c->kind = CELL_UNCACHED;
	}
	return 0;
}
