#include "xlsx/xlsxcell.h"

#include <stdint.h>
#include <string.h>

#include "xlsx/rich.h"
#include "xlsx/strings.h"
#include "xlsx/styles.h"

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

int
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
		return 0;
	}
	return xlsxcell_fail(x, "unknown type of a cell:", t);
}

static int
find_format(const struct xlsxcell *x, enum format *out)
{
	const struct styles *s = x->book->styles;
	*out = FORMAT_NUMBER;
	if (x->style < styles_count(s))
		*out = styles_format(s, x->style);
	else if (s != NULL && styles_count(s) > 0)
		return sheets_fail(x->book, x->sheet, x->row, x->column,
				   "a style beyond the %zu there are",
				   styles_count(s));
	return 0;
}

static int
make_serial(struct xlsxcell *x, struct cell *c, struct text t, enum format f)
{
	struct number v;
	if (!number_scan(t, &v))
		return xlsxcell_fail(x, "not a number:", t);
	c->kind = CELL_DATE;
	if (serial_is_leap_bug(&v, x->book->from_1904))
		c->kind = CELL_LEAP_BUG;
	if (!serial_text(&v, f, x->book->from_1904, x->serial, &c->text)) {
		c->kind = CELL_BAD_DATE;
		number_parse(t, &v);
		c->text = number_format(&v, x->number);
	}
	return 0;
}

static int
make_number(struct xlsxcell *x, struct cell *c, struct text t)
{
	enum format format;
	if (find_format(x, &format) < 0)
		return -1;
	if (format != FORMAT_NUMBER)
		return make_serial(x, c, t, format);
	c->kind = CELL_NUMBER;
	if (!number_text(t, x->number, &c->text))
		return xlsxcell_fail(x, "not a number:", t);
	return 0;
}

static int
make_shared(struct xlsxcell *x, struct cell *c, struct text t)
{
	size_t i = 0;
	t = text_trim(t);
	for (size_t k = 0; k < t.n; k++) {
		if (t.s[k] < '0' || t.s[k] > '9' || i > SIZE_MAX / 100)
			return xlsxcell_fail(x, "no shared string:", t);
		i = i * 10 + (size_t)(t.s[k] - '0');
	}
	if (t.n == 0 || i >= strings_count(x->book->strings))
		return xlsxcell_fail(x, "no such shared string:", t);
	c->text = strings_at(x->book->strings, i);
	c->lasting = true;
	return 0;
}

static bool
take_end(struct text *t, const char *end)
{
	size_t n = strlen(end);
	if (t->n < n || memcmp(t->s + t->n - n, end, n) != 0)
		return false;
	t->n -= n;
	return true;
}

/* ISO 8601 already; under a date format midnight is not written. */
static int
make_date(struct xlsxcell *x, struct cell *c, struct text t)
{
	enum format format;
	if (find_format(x, &format) < 0)
		return -1;
	c->kind = CELL_DATE;
	t = text_trim(t);
	take_end(&t, "Z");
	take_end(&t, ".000");
	if (format != FORMAT_DATETIME && t.n == 19)
		take_end(&t, "T00:00:00");
	for (size_t i = 0; i < t.n; i++)
		if (strchr("0123456789-+:.TPYMWDHS", t.s[i]) == NULL)
			return xlsxcell_fail(x, "not a date:", t);
	c->text = t;
	return 0;
}

static int
make_boolean(struct xlsxcell *x, struct cell *c, struct text t)
{
	c->kind = CELL_BOOLEAN;
	t = text_trim(t);
	if (text_is(t, "1") || text_is(t, "true"))
		c->text = text_of("TRUE");
	else if (text_is(t, "0") || text_is(t, "false"))
		c->text = text_of("FALSE");
	else
		return xlsxcell_fail(x, "neither true nor false:", t);
	return 0;
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
static int
make_value(struct xlsxcell *x, struct cell *c)
{
	struct text t = x->value;
	switch (x->type) {
	case XLSX_NUMBER:
		return make_number(x, c, t);
	case XLSX_SHARED:
		return make_shared(x, c, t);
	case XLSX_BOOLEAN:
		return make_boolean(x, c, t);
	case XLSX_DATE:
		return make_date(x, c, t);
	case XLSX_FORMULA_TEXT:
		t = unescape(x, t, true);
		break;
	case XLSX_ERROR:
		c->kind = CELL_ERROR;
		break;
	case XLSX_INLINE:
		c->kind = CELL_UNSHOWN; /* Excel looks for an <is> only */
		break;
	}
	c->text = t;
	return 0;
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
	if (x->has_string)
		c->text = x->string;
	else if (x->value.n > 0)
		return make_value(x, c);
	else if (x->formula && !(x->has_value && x->type == XLSX_FORMULA_TEXT))
		c->kind = CELL_UNCACHED;
	return 0;
}
