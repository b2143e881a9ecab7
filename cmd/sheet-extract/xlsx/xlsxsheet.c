#include "xlsx/xlsx.h"

#include <stdint.h>

#include "diag.h"
#include "cell/number.h"
#include "xlsx/opc.h"
#include "xlsx/plainrow.h"
#include "xlsx/rich.h"
#include "xlsx/xlsxcell.h"
#include "xmlrun.h"
#include "xlsx/xsd.h"

/* Names of elements and attributes, interned once. */
struct names {
	const char *ns, *ns_strict;
	const char *worksheet, *data, *row, *c, *v, *f, *is, *cols, *col,
	    *merge;
	const char *choice;
	const char *r, *s, *t, *hidden, *height, *min, *max, *width, *ref;
};

struct reader {
	const struct sheet_handler *handler;
	void *ctx;
	struct xmlin *xml;
	struct names n;
	size_t skip; /* elements deep in an alternative we do not take */
	bool known;  /* the root is a <worksheet> */
	bool in_data, in_row, in_cell, in_value, in_string;
	/* Its row and column are the current ones; between rows and cells, the
	 * next. */
	struct xlsxcell cell;
	struct buffer value; /* of the <v> that is being read */
	struct rich string;  /* of the <is> */
	struct plainrow plain;
};

static void
refuse(struct reader *r, const char *what, struct text value)
{
	xlsxcell_fail(&r->cell, what, value);
	xmlin_stop(r->xml);
}

/* "0", "0.0": a row or column without height or width. */
static bool
is_zero(const struct text *t)
{
	struct number v;
	return t != NULL && number_parse(*t, &v) && v.count == 0;
}

/* By its attributes, if they say so. 0, or -1 with the message given. */
static int
hide_row(struct reader *r, const struct text *hidden, const struct text *height)
{
	if (!xsd_is_true(hidden) && !is_zero(height))
		return 0;
	return r->handler->hide(r->ctx, AXIS_ROWS, r->cell.row, r->cell.row);
}

static void
start_row(struct reader *r, const struct xml_attribute *attrs, size_t count)
{
	const struct text *number = xmlin_attribute(attrs, count, r->n.r);
	size_t row = number == NULL ? r->cell.row + 1 : xsd_whole(number, 0);
	r->cell.column = 0;
	if (row == 0 || row > ROWS_MAX) {
		refuse(r, "row number out of range after this row:",
		       number == NULL ? text_of("") : *number);
		return;
	}
	r->cell.row = row - 1;
	r->in_row = true;
	if (hide_row(r, xmlin_attribute(attrs, count, r->n.hidden),
		     xmlin_attribute(attrs, count, r->n.height)) < 0)
		xmlin_stop(r->xml);
}

static void
end_row(struct reader *r)
{
	r->in_row = false;
	r->cell.row++; /* rows without a number follow the last */
}

static int
read_place(struct reader *r, struct text t)
{
	size_t row;
	if (!place_parse(t, &row, &r->cell.column))
		return xlsxcell_fail(&r->cell, "no place in the sheet:", t);
	if (row != r->cell.row)
		return xlsxcell_fail(&r->cell, "a cell of another row:", t);
	return 0;
}

static int
read_attribute(struct reader *r, const struct xml_attribute *a)
{
	if (a->ns[0] != '\0')
		return 0;
	if (a->local == r->n.s)
		r->cell.style = xsd_whole(&a->value, SIZE_MAX);
	else if (a->local == r->n.t)
		xlsxcell_set_type(&r->cell, a->value);
	else if (a->local == r->n.r)
		return read_place(r, a->value);
	return 0;
}

static void
start_cell(struct reader *r, const struct xml_attribute *attrs, size_t count)
{
	r->in_cell = true;
	xlsxcell_clear(&r->cell);
	r->value.n = 0;
	for (size_t i = 0; i < count; i++) {
		if (read_attribute(r, &attrs[i]) < 0) {
			xmlin_stop(r->xml);
			return;
		}
	}
	if (r->cell.column >= COLUMNS_MAX)
		refuse(r, "beyond the last column", text_of("XFD"));
}

/* A cell whose text is there. 0, or -1 with the message given. */
static int
hand_cell(struct reader *r)
{
	struct cell c;
	if (xlsxcell_make(&r->cell, &c) < 0 ||
	    ((c.text.n > 0 || c.kind == CELL_UNCACHED) &&
	     r->handler->cell(r->ctx, &c) < 0))
		return -1;
	r->cell.column++;
	return 0;
}

static void
end_cell(struct reader *r)
{
	r->in_cell = r->in_value = r->in_string = false;
	r->cell.value = buffer_view(&r->value);
	if (r->cell.has_string)
		r->cell.string = buffer_view(&r->string.text);
	if (hand_cell(r) < 0)
		xmlin_stop(r->xml);
}

static void
start_in_cell(struct reader *r, const char *local,
	      const struct xml_attribute *attrs, size_t count)
{
	if (r->in_string) {
		rich_start(&r->string, local, attrs, count);
	} else if (local == r->n.v) {
		r->in_value = r->cell.has_value = true;
	} else if (local == r->n.f) {
		r->cell.formula = true;
	} else if (local == r->n.is) {
		r->in_string = r->cell.has_string = true;
		rich_clear(&r->string);
	}
}

static void
read_columns(struct reader *r, const struct xml_attribute *attrs, size_t count)
{
	size_t min = xsd_whole(xmlin_attribute(attrs, count, r->n.min), 0);
	size_t max = xsd_whole(xmlin_attribute(attrs, count, r->n.max), 0);
	bool hidden = xsd_is_true(xmlin_attribute(attrs, count, r->n.hidden)) ||
		      is_zero(xmlin_attribute(attrs, count, r->n.width));
	if (max > COLUMNS_MAX)
		max = COLUMNS_MAX;
	if (hidden && min >= 1 && min <= max &&
	    r->handler->hide(r->ctx, AXIS_COLUMNS, min - 1, max - 1) < 0)
		xmlin_stop(r->xml);
}

static void
read_merge(struct reader *r, const struct xml_attribute *attrs, size_t count)
{
	const struct text *ref = xmlin_attribute(attrs, count, r->n.ref);
	struct range range;
	if (ref == NULL || !range_parse(*ref, &range))
		refuse(r,
		       "not a merged range:", ref == NULL ? text_of("") : *ref);
	else if (r->handler->merge(r->ctx, &range) < 0)
		xmlin_stop(r->xml);
}

static void
start_data(struct reader *r)
{
	r->in_data = true;
	if (!r->in_row && !r->in_cell)
		xmlin_open_shortcut(r->xml);
}

static void
on_start(void *ctx, const char *local, const char *ns,
	 const struct xml_attribute *attrs, size_t count)
{
	struct reader *r = ctx;
	if (r->skip > 0 || local == r->n.choice) {
		r->skip++;
		return;
	}
	if (ns != r->n.ns && ns != r->n.ns_strict)
		return;
	if (r->in_cell)
		start_in_cell(r, local, attrs, count);
	else if (r->in_row && local == r->n.c)
		start_cell(r, attrs, count);
	else if (r->in_data && local == r->n.row)
		start_row(r, attrs, count);
	else if (local == r->n.data)
		start_data(r);
	else if (local == r->n.col)
		read_columns(r, attrs, count);
	else if (local == r->n.merge)
		read_merge(r, attrs, count);
	else if (local == r->n.worksheet)
		r->known = true;
}

static void
on_end(void *ctx, const char *local, const char *ns)
{
	struct reader *r = ctx;
	if (r->skip > 0) {
		r->skip--;
		return;
	}
	if (ns != r->n.ns && ns != r->n.ns_strict)
		return;
	if (r->in_value && local == r->n.v)
		r->in_value = false;
	else if (r->in_string && local != r->n.is)
		rich_end(&r->string, local);
	else if (r->in_string)
		r->in_string = false;
	else if (r->in_cell && local == r->n.c)
		end_cell(r);
	else if (r->in_row && !r->in_cell && local == r->n.row)
		end_row(r);
	else if (local == r->n.data)
		r->in_data = false;
}

static void
on_text(void *ctx, const char *s, size_t n)
{
	struct reader *r = ctx;
	if (r->skip > 0)
		return;
	if (r->in_value)
		cell_add(&r->value, s, n);
	else if (r->in_string)
		rich_text(&r->string, s, n);
}

static int
hand_plain_cell(struct reader *r, const struct plaincell *p)
{
	struct xlsxcell *x = &r->cell;
	if (p->text.n == 0 && !p->formula)
		return 0;
	xlsxcell_clear(x);
	x->column = p->column;
	x->style = p->style;
	x->type = (enum xlsxtype)p->type;
	x->formula = p->formula;
	x->has_value = p->has_value;
	x->has_string = p->has_string;
	if (p->has_string) {
		x->string = p->text;
		xlsxcell_end_string(x, p->preserve);
	} else {
		x->value = p->text;
	}
	return hand_cell(r);
}

static int
hand_plain_row(struct reader *r)
{
	const struct plainrow *p = &r->plain;
	r->cell.row = p->row;
	if (hide_row(r, p->hidden.s == NULL ? NULL : &p->hidden,
		     p->height.s == NULL ? NULL : &p->height) < 0)
		return -1;
	for (size_t i = 0; i < p->count; i++)
		if (hand_plain_cell(r, &p->cells[i]) < 0)
			return -1;
	end_row(r);
	return 0;
}

/* The shortcut: rows that need no parser. Does what the handlers would. */
static size_t
take_rows(void *ctx, const char *p, size_t n)
{
	struct reader *r = ctx;
	const char *from = p;
	(void)n;
	if (!r->in_data || r->in_row || r->in_cell || r->skip > 0)
		return 0;
	r->plain.prefixed = xmlin_is_declared(r->xml);
	for (;;) {
		while (*p == ' ' || *p == '\t' || *p == '\n')
			p++;
		size_t k = r->cell.book->parse_all
			       ? 0
			       : plainrow_read(&r->plain, p, r->cell.row);
		if (k == 0)
			break;
		p += k;
		if (hand_plain_row(r) < 0) {
			xmlin_stop(r->xml);
			break;
		}
	}
	xmlin_pass(r->xml, from, (size_t)(p - from));
	return (size_t)(p - from);
}

static void
intern(struct names *n, struct xmlin *x)
{
	n->ns = xmlin_intern(x, XLSX_NS);
	n->ns_strict = xmlin_intern(x, XLSX_NS_STRICT);
	n->worksheet = xmlin_intern(x, "worksheet");
	n->data = xmlin_intern(x, "sheetData");
	n->row = xmlin_intern(x, "row");
	n->c = xmlin_intern(x, "c");
	n->v = xmlin_intern(x, "v");
	n->f = xmlin_intern(x, "f");
	n->is = xmlin_intern(x, "is");
	n->col = xmlin_intern(x, "col");
	n->merge = xmlin_intern(x, "mergeCell");
	n->choice = xmlin_intern(x, "Choice");
	n->r = xmlin_intern(x, "r");
	n->s = xmlin_intern(x, "s");
	n->t = xmlin_intern(x, "t");
	n->hidden = xmlin_intern(x, "hidden");
	n->height = xmlin_intern(x, "ht");
	n->min = xmlin_intern(x, "min");
	n->max = xmlin_intern(x, "max");
	n->width = xmlin_intern(x, "width");
	n->ref = xmlin_intern(x, "ref");
}

static int
read_part(struct reader *r, struct input *in)
{
	static const struct xml_handlers handlers = {on_start, on_end, on_text};
	if (in == NULL)
		return -1;
	const struct xmlrun shortcut = {take_rows, r, "</row>", PLAINROW_PREFIX,
					NULL};
	r->xml = xmlin_new(input_name(in), &handlers, r);
	intern(&r->n, r->xml);
	rich_init(&r->string, r->xml);
	int rc = xmlrun(r->xml, in, &shortcut);
	if (rc == 0 && !r->known)
		rc = diag_fail_at(input_name(in), 0, "not a worksheet");
	rich_free(&r->string);
	buffer_free(&r->value);
	buffer_free(&r->cell.escaped);
	plainrow_free(&r->plain);
	xmlin_free(r->xml);
	return input_close(in) < 0 ? -1 : rc;
}

int
xlsx_read(struct book *b, size_t i, const struct sheet_handler *h, void *ctx)
{
	struct reader r = {
	    .handler = h, .ctx = ctx, .cell = {.book = b, .sheet = i}};
	const struct sheet *s = &b->sheets[i];
	long entry = s->part[0] == '\0' ? -1 : opc_find(b->zip, s->part);
	if (entry < 0)
		return diag_fail_at(b->name, 0,
				    "sheet \"%s\": its part \"%s\" is not in "
				    "the file",
				    s->name, s->part);
	return read_part(&r, zipin_input(b->zip, (size_t)entry));
}
