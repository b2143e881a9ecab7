#include "ods/ods.h"

#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "map.h"
#include "mem.h"
#include "ods/odscell.h"
#include "xmlrun.h"

/* Groups of rows may be nested this deep at most (xmlin's own cap). */
#define DEPTH 256

/* A cell of the current row, kept until it is known how often the row comes.
 */
struct held {
	size_t column, repeat;
	enum cell_kind kind;
	size_t from, n; /* its text in bytes */
};

struct reader {
	struct book *book;
	size_t sheet; /* the one to read; SIZE_MAX: list them */
	const struct sheet_handler *handler;
	void *ctx;
	struct xmlin *xml;
	struct odsnames names;
	struct odscell cell;
	struct map *hidden; /* styles of hidden tables */
	char *style;	    /* the table style being defined */
	size_t tables;
	size_t skip;
	bool in_table, in_row, in_cell;
	bool group_hidden[DEPTH];
	size_t groups;
	size_t row, rows_repeat, column, repeat;
	struct held *held;
	size_t held_count, held_cap;
	struct buffer bytes;
};

static const struct text *
attribute(const struct xml_attribute *attrs, size_t count, const char *ns,
	  const char *local)
{
	return odsnames_attribute(attrs, count, ns, local);
}

/* A count of repeats or spans: 1 without one, at most `max`. */
static size_t
count_of(const struct text *t, size_t max)
{
	size_t v = 0;
	if (t == NULL)
		return 1;
	for (size_t i = 0; i < t->n && v < max; i++) {
		if (t->s[i] < '0' || t->s[i] > '9')
			return 1;
		v = v * 10 + (size_t)(t->s[i] - '0');
	}
	return v < 1 ? 1 : v > max ? max : v;
}

static bool
is_hidden(const struct reader *r, const struct xml_attribute *attrs,
	  size_t count)
{
	const struct text *t =
	    attribute(attrs, count, r->names.table, r->names.visibility);
	return t != NULL && !text_is(*t, "visible");
}

static void
read_style(struct reader *r, const char *local,
	   const struct xml_attribute *attrs, size_t count)
{
	if (local == r->names.style_style) {
		const struct text *family =
		    attribute(attrs, count, r->names.style, r->names.family);
		const struct text *name =
		    attribute(attrs, count, r->names.style, r->names.name);
		free(r->style);
		r->style = NULL;
		if (family != NULL && name != NULL && text_is(*family, "table"))
			r->style = mem_text(name->s, name->n);
	} else if (local == r->names.properties && r->style != NULL) {
		const struct text *t =
		    attribute(attrs, count, r->names.table, r->names.display);
		if (t != NULL && text_is(*t, "false"))
			*map_slot(r->hidden, text_of(r->style)) = r;
	}
}

static void
start_table(struct reader *r, const struct xml_attribute *attrs, size_t count)
{
	const struct text *name =
	    attribute(attrs, count, r->names.table, r->names.name);
	const struct text *style =
	    attribute(attrs, count, r->names.table, r->names.style_name);
	if (style != NULL && text_is(*style, "ta_extref")) {
		r->skip = 1; /* LibreOffice's copy of another file's cells */
		return;
	}
	size_t i = r->tables++;
	if (i == r->sheet) {
		r->in_table = true;
		return;
	}
	r->skip = 1;
	if (r->sheet != SIZE_MAX)
		return;
	struct sheet *s =
	    sheets_add(r->book, name != NULL ? *name : text_of(""));
	if (s == NULL)
		xmlin_stop(r->xml);
	else if (style != NULL && map_get(r->hidden, *style) != NULL)
		s->state = SHEET_HIDDEN;
}

static void
start_row(struct reader *r, const struct xml_attribute *attrs, size_t count)
{
	bool hidden = is_hidden(r, attrs, count);
	r->in_row = true;
	r->column = r->held_count = r->bytes.n = 0;
	r->rows_repeat = count_of(
	    attribute(attrs, count, r->names.table, r->names.rows_repeated),
	    ROWS_MAX);
	for (size_t i = 0; i < r->groups; i++)
		hidden = hidden || r->group_hidden[i];
	if (hidden && r->row < ROWS_MAX &&
	    r->handler->hide(r->ctx, AXIS_ROWS, r->row,
			     r->row + r->rows_repeat - 1) < 0)
		xmlin_stop(r->xml);
}

static int
emit_row(struct reader *r)
{
	for (size_t i = 0; i < r->held_count; i++) {
		const struct held *h = &r->held[i];
		struct cell c = {.row = r->row, .kind = h->kind};
		c.text = (struct text){r->bytes.s + h->from, h->n};
		for (size_t k = 0; k < h->repeat; k++) {
			c.column = h->column + k;
			if (r->handler->cell(r->ctx, &c) < 0)
				return -1;
		}
	}
	return 0;
}

static void
end_row(struct reader *r)
{
	r->in_row = false;
	if (r->held_count == 0) {
		r->row += r->rows_repeat;
		return;
	}
	size_t cells = 0;
	for (size_t i = 0; i < r->held_count; i++)
		cells += r->held[i].repeat;
	if (cells * r->rows_repeat > CELLS_MAX) {
		diag_fail_at(r->book->name, 0,
			     "sheet \"%s\": more than %zu cells by repeats",
			     r->book->sheets[r->sheet].name, (size_t)CELLS_MAX);
		xmlin_stop(r->xml);
		return;
	}
	for (size_t i = 0; i < r->rows_repeat; i++, r->row++) {
		if (r->row >= ROWS_MAX) {
			diag_fail_at(r->book->name, 0,
				     "sheet \"%s\": more than 1,048,576 rows",
				     r->book->sheets[r->sheet].name);
			xmlin_stop(r->xml);
			return;
		}
		if (emit_row(r) < 0) {
			xmlin_stop(r->xml);
			return;
		}
	}
}

static void
start_columns(struct reader *r, const struct xml_attribute *attrs, size_t count)
{
	size_t n = count_of(
	    attribute(attrs, count, r->names.table, r->names.columns_repeated),
	    COLUMNS_MAX);
	if (is_hidden(r, attrs, count) && r->column < COLUMNS_MAX &&
	    r->handler->hide(r->ctx, AXIS_COLUMNS, r->column,
			     r->column + n - 1) < 0)
		xmlin_stop(r->xml);
	r->column += n;
}

static void
start_merge(struct reader *r, const struct xml_attribute *attrs, size_t count)
{
	size_t down = count_of(
	    attribute(attrs, count, r->names.table, r->names.rows_spanned),
	    ROWS_MAX);
	size_t across = count_of(
	    attribute(attrs, count, r->names.table, r->names.columns_spanned),
	    COLUMNS_MAX);
	struct range range = {r->row, r->column, r->row + down - 1,
			      r->column + across - 1};
	if ((down > 1 || across > 1) && range.bottom < ROWS_MAX &&
	    range.right < COLUMNS_MAX && r->handler->merge(r->ctx, &range) < 0)
		xmlin_stop(r->xml);
}

static void
start_cell(struct reader *r, const struct xml_attribute *attrs, size_t count)
{
	r->in_cell = true;
	r->repeat = count_of(
	    attribute(attrs, count, r->names.table, r->names.columns_repeated),
	    COLUMNS_MAX);
	start_merge(r, attrs, count);
	odscell_begin(&r->cell, attrs, count);
}

static void
end_cell(struct reader *r)
{
	struct text t = buffer_view(&r->cell.text);
	struct held h = {r->column, r->repeat, odscell_kind(&r->cell),
			 r->bytes.n, t.n};
	r->in_cell = false;
	r->column += r->repeat;
	if (t.n == 0 && h.kind != CELL_UNCACHED)
		return;
	if (r->column > COLUMNS_MAX || cell_is_full(&r->cell.text)) {
		sheets_fail(r->book, r->sheet, r->row, h.column,
			    r->column > COLUMNS_MAX
				? "more than 16,384 columns"
				: "a text of more than 1 MiB");
		xmlin_stop(r->xml);
		return;
	}
	buffer_add(&r->bytes, t);
	r->held = mem_grow(r->held, &r->held_cap, r->held_count + 1,
			   sizeof(*r->held));
	r->held[r->held_count++] = h;
}

static void
start_group(struct reader *r, const struct xml_attribute *attrs, size_t count)
{
	const struct text *t =
	    attribute(attrs, count, r->names.table, r->names.display);
	if (r->groups < DEPTH)
		r->group_hidden[r->groups++] =
		    t != NULL && text_is(*t, "false");
}

/* Inside the table, outside its rows. */
static void
start_in_table(struct reader *r, const char *local,
	       const struct xml_attribute *attrs, size_t count)
{
	if (local == r->names.table_row)
		start_row(r, attrs, count);
	else if (local == r->names.table_column)
		start_columns(r, attrs, count);
	else if (local == r->names.row_group)
		start_group(r, attrs, count);
	else if (local != r->names.header_rows && local != r->names.rows &&
		 local != r->names.header_columns &&
		 local != r->names.columns && local != r->names.column_group)
		r->skip = 1;
}

static void
start_outside(struct reader *r, const char *local, const char *ns,
	      const struct xml_attribute *attrs, size_t count)
{
	if (ns == r->names.style)
		read_style(r, local, attrs, count);
	else if (ns != r->names.table)
		return;
	else if (local == r->names.sheet)
		start_table(r, attrs, count);
	else if (local == r->names.tracked || local == r->names.dde)
		r->skip = 1;
}

static void
on_start(void *ctx, const char *local, const char *ns,
	 const struct xml_attribute *attrs, size_t count)
{
	struct reader *r = ctx;
	bool cell = local == r->names.table_cell || local == r->names.covered;
	if (r->skip > 0)
		r->skip++;
	else if (r->in_cell)
		odscell_start(&r->cell, local, ns, attrs, count);
	else if (!r->in_table)
		start_outside(r, local, ns, attrs, count);
	else if (ns != r->names.table || (r->in_row && !cell))
		r->skip = 1;
	else if (r->in_row)
		start_cell(r, attrs, count);
	else
		start_in_table(r, local, attrs, count);
}

static void
on_end(void *ctx, const char *local, const char *ns)
{
	struct reader *r = ctx;
	(void)ns;
	if (r->skip > 0)
		r->skip--;
	else if (r->in_cell && (r->cell.skip > 0 || r->cell.deep > 0))
		odscell_end(&r->cell);
	else if (r->in_cell)
		end_cell(r);
	else if (r->in_row)
		end_row(r);
	else if (r->in_table && local == r->names.row_group && r->groups > 0)
		r->groups--;
	else if (r->in_table && local == r->names.sheet)
		r->in_table = false;
}

static void
on_text(void *ctx, const char *s, size_t n)
{
	struct reader *r = ctx;
	if (r->in_cell && r->skip == 0)
		odscell_text(&r->cell, s, n);
}

static int
parse(struct reader *r)
{
	static const struct xml_handlers handlers = {on_start, on_end, on_text};
	struct input *in = zipin_input(r->book->zip, (size_t)r->book->content);
	if (in == NULL)
		return -1;
	r->xml = xmlin_new(input_name(in), &handlers, r);
	r->hidden = map_new();
	r->cell.names = &r->names;
	odsnames_init(&r->names, r->xml);
	int rc = xmlrun(r->xml, in, NULL);
	xmlin_free(r->xml);
	map_free(r->hidden);
	buffer_free(&r->cell.text);
	free(r->style);
	free(r->held);
	buffer_free(&r->bytes);
	return input_close(in) < 0 ? -1 : rc;
}

#define MIME "application/vnd.oasis.opendocument."

/* The mimetype entry, "" when there is none. */
static int
read_mime(struct zipin *zip, char *buf, size_t cap)
{
	long i = zipin_find(zip, "mimetype");
	buf[0] = '\0';
	if (i < 0)
		return 0;
	struct input *in = zipin_input(zip, (size_t)i);
	if (in == NULL)
		return -1;
	size_t got = 0;
	ssize_t n = 1;
	while (got < cap - 1 &&
	       (n = input_read(in, buf + got, cap - 1 - got)) > 0)
		got += (size_t)n;
	buf[got] = '\0';
	return input_close(in) < 0 || n < 0 ? -1 : 0;
}

bool
ods_is(const struct zipin *zip)
{
	return zipin_find(zip, "[Content_Types].xml") < 0 &&
	       zipin_find(zip, "content.xml") >= 0;
}

static void
on_manifest(void *ctx, const char *local, const char *ns,
	    const struct xml_attribute *attrs, size_t count)
{
	(void)ns;
	(void)attrs;
	(void)count;
	if (strcmp(local, "encryption-data") == 0)
		*(bool *)ctx = true;
}

/* OpenDocument encrypts parts by itself; the manifest says so, not the zip. */
static int
check_encryption(const struct book *b)
{
	static const struct xml_handlers handlers = {on_manifest, NULL, NULL};
	bool encrypted = false;
	long i = zipin_find(b->zip, "META-INF/manifest.xml");
	if (i < 0)
		return 0;
	struct input *in = zipin_input(b->zip, (size_t)i);
	if (in == NULL)
		return -1;
	struct xmlin *x = xmlin_new(input_name(in), &handlers, &encrypted);
	int rc = xmlrun(x, in, NULL);
	xmlin_free(x);
	if (input_close(in) < 0 || rc < 0)
		return -1;
	if (encrypted)
		return diag_fail_at(b->name, 0,
				    "an encrypted workbook, save it without a "
				    "password");
	return 0;
}

int
ods_load(struct book *b)
{
	static const struct sheet_handler none = {0};
	struct reader r = {.book = b, .sheet = SIZE_MAX, .handler = &none};
	char mime[80];
	if (read_mime(b->zip, mime, sizeof(mime)) < 0)
		return -1;
	if (mime[0] != '\0' && strncmp(mime, MIME "spreadsheet",
				       sizeof(MIME "spreadsheet") - 1) != 0)
		return diag_fail_at(b->name, 0,
				    "an OpenDocument file that is no "
				    "spreadsheet");
	if (check_encryption(b) < 0)
		return -1;
	b->content = zipin_find(b->zip, "content.xml");
	return parse(&r);
}

int
ods_read(struct book *b, size_t i, const struct sheet_handler *h, void *ctx)
{
	struct reader r = {.book = b, .sheet = i, .handler = h, .ctx = ctx};
	return parse(&r);
}
