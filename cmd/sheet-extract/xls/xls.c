#include "xls/xls.h"

#include <stdio.h>
#include <stdlib.h>

#include "cell/strings.h"
#include "cell/styles.h"
#include "cell/value.h"
#include "diag.h"
#include "mem.h"
#include "tempfile.h"
#include "xls/biff.h"
#include "xls/package.h"

#define VERSION_8 0x600
#define VERSION_5 0x500
#define GLOBALS 5
/* IV is the last; rows are numbered in 16 bits. */
#define XLS_COLUMNS 256

struct xls {
	struct ole *ole;
	struct biff biff;
	struct buffer text; /* of the cell or name that is read */
};

static const char *
sheet_type(unsigned type)
{
	return type == 0   ? "worksheet"
	       : type == 2 ? "chartsheet"
			   : "macrosheet";
}

static int
read_sheet(struct book *b, struct xls *x)
{
	struct biff *r = &x->biff;
	uint32_t offset;
	unsigned state, type, n;
	if (biff_u32(r, &offset) < 0 || biff_u8(r, &state) < 0 ||
	    biff_u8(r, &type) < 0 || biff_u8(r, &n) < 0)
		return -1;
	buffer_clear(&x->text);
	if (biff_text(r, n, &x->text) < 0)
		return -1;
	struct sheet *s = sheets_add(b, buffer_view(&x->text));
	if (s == NULL)
		return -1;
	state &= 3;
	s->state = state == 1	? SHEET_HIDDEN
		   : state == 2 ? SHEET_VERY_HIDDEN
				: SHEET_VISIBLE;
	s->type = sheet_type(type);
	s->offset = offset;
	return 0;
}

/* Those that are there: the counts are not believed. */
static int
read_strings(struct book *b, struct xls *x)
{
	struct biff *r = &x->biff;
	uint32_t all, count;
	unsigned n;
	if (biff_u32(r, &all) < 0 || biff_u32(r, &count) < 0)
		return -1;
	for (uint32_t i = 0; i < count; i++) {
		if (r->pos == r->n && biff_peek(r) != BIFF_CONTINUE)
			break;
		buffer_clear(&x->text);
		if (biff_u16(r, &n) < 0 || biff_text(r, n, &x->text) < 0)
			return -1;
		strings_add(b->strings, buffer_view(&x->text));
	}
	return 0;
}

static int
read_format(struct book *b, struct xls *x)
{
	struct biff *r = &x->biff;
	unsigned id, n;
	buffer_clear(&x->text);
	if (biff_u16(r, &id) < 0 ||
	    (r->old ? biff_u8(r, &n) : biff_u16(r, &n)) < 0 ||
	    biff_text(r, n, &x->text) < 0)
		return -1;
	styles_add_format(b->styles, id, buffer_view(&x->text));
	return 0;
}

static int
read_style(struct book *b, struct biff *r)
{
	unsigned font, format;
	if (biff_u16(r, &font) < 0 || biff_u16(r, &format) < 0)
		return -1;
	styles_add(b->styles, format);
	return 0;
}

/* Of texts in BIFF5. */
static int
read_code_page(struct biff *r)
{
	char name[16];
	unsigned page;
	if (biff_u16(r, &page) < 0)
		return -1;
	if (!r->old)
		return 0;
	snprintf(name, sizeof(name), "CP%u", page == 32769 ? 1252 : page);
	recode_free(r->recode);
	r->recode =
	    recode_new(page == 10000 || page == 32768 ? "MACINTOSH" : name);
	return r->recode == NULL ? biff_fail(r, "a code page that nobody knows")
				 : 0;
}

static int
read_global(struct book *b, struct xls *x)
{
	unsigned v;
	switch (x->biff.type) {
	case BIFF_FILEPASS:
		x->biff.crypt = crypt_new(x->biff.data, x->biff.n);
		if (x->biff.crypt != NULL)
			return 0;
		return diag_fail_at(b->name, 0,
				    "an encrypted workbook: save it without a "
				    "password");
	case BIFF_DATE1904:
		if (biff_u16(&x->biff, &v) < 0)
			return -1;
		b->from_1904 = v == 1;
		return 0;
	case BIFF_CODEPAGE:
		return read_code_page(&x->biff);
	case BIFF_BOUNDSHEET:
		return read_sheet(b, x);
	case BIFF_SST:
		return read_strings(b, x);
	case BIFF_FORMAT:
		return read_format(b, x);
	case BIFF_XF:
		return read_style(b, &x->biff);
	}
	return 0;
}

/* The first record, which says what follows. */
static int
read_start(struct biff *r, unsigned *version, unsigned *what)
{
	int rc = biff_next(r);
	if (rc < 0)
		return -1;
	if (rc == 0 || r->type != BIFF_BOF)
		return biff_fail(r, "no start where there should be one");
	return biff_u16(r, version) < 0 || biff_u16(r, what) < 0 ? -1 : 0;
}

static int
read_globals(struct book *b, struct xls *x)
{
	struct biff *r = &x->biff;
	unsigned version, what;
	int rc = 0;
	if (read_start(r, &version, &what) < 0)
		return -1;
	if ((version != VERSION_8 && version != VERSION_5) || what != GLOBALS)
		return diag_fail_at(b->name, 0,
				    "an .xls of before Excel 5: open it in "
				    "Excel and save it as .xlsx");
	r->old = version == VERSION_5;
	if (r->old)
		r->recode = recode_new("CP1252");
	b->strings = strings_new();
	b->styles = styles_new();
	while (rc == 0 && (rc = biff_next(r)) == 1 && r->type != BIFF_EOF)
		rc = read_global(b, x);
	styles_settle(b->styles);
	if (rc == 0)
		return biff_fail(r, "cut off");
	return rc < 0 ? -1 : 0;
}

int
xls_load(struct book *b, struct input *in, int *package)
{
	int fd = tempfile_of(in);
	struct xls *x = mem_new(struct xls);
	*package = -1;
	b->xls = x;
	b->rows_apart = true;
	x->biff.name = b->name;
	x->ole = fd < 0 ? NULL : ole_open(fd, b->name);
	if (x->ole == NULL)
		return -1;
	if (ole_has(x->ole, "EncryptedPackage")) {
		*package = package_decrypt(x->ole, b->name);
		return *package < 0 ? -1 : 0;
	}
	const char *name = ole_has(x->ole, "Workbook") ? "Workbook" : "Book";
	if (!ole_has(x->ole, name))
		return diag_fail_at(b->name, 0,
				    "an Office document that is no workbook, "
				    "expected .xlsx, .xls or .ods");
	x->biff.stream = olestream_open(x->ole, name);
	return x->biff.stream == NULL ? -1 : read_globals(b, x);
}

void
xls_close(struct xls *x)
{
	if (x == NULL)
		return;
	olestream_close(x->biff.stream);
	ole_close(x->ole);
	recode_free(x->biff.recode);
	crypt_free(x->biff.crypt);
	buffer_free(&x->text);
	free(x);
}

struct reader {
	struct book *book;
	struct biff *biff;
	struct buffer *text;
	const struct sheet_handler *handler;
	void *ctx;
	struct cell cell;
	unsigned style;
	bool waits; /* a formula whose text is still to come */
	char number[NUMBER_TEXT], buf[VALUE_TEXT];
};

static int
hand(struct reader *r)
{
	if (r->cell.text.n == 0 && r->cell.kind != CELL_UNCACHED)
		return 0;
	return r->handler->cell(r->ctx, &r->cell);
}

/* A formula that should have a text, and none came. */
static int
settle(struct reader *r)
{
	if (!r->waits)
		return 0;
	r->waits = false;
	r->cell.kind = CELL_UNCACHED;
	r->cell.text = text_of("");
	return hand(r);
}

/* The head of each cell but MULRK's: row, column and style. */
static int
begin(struct reader *r)
{
	unsigned row, column;
	if (biff_u16(r->biff, &row) < 0 || biff_u16(r->biff, &column) < 0 ||
	    biff_u16(r->biff, &r->style) < 0)
		return -1;
	if (column >= XLS_COLUMNS)
		return biff_fail(r->biff, "a cell beyond the last column");
	r->cell = (struct cell){.row = row, .column = column};
	r->cell.text = text_of("");
	return 0;
}

/* The text of the number is in r->number. */
static int
hand_number(struct reader *r, struct text t)
{
	static const struct format_code general = {.fixed = true};
	const struct styles *s = r->book->styles;
	bool styled = r->style < styles_count(s);
	value_number(&r->cell, t,
		     styled ? styles_format(s, r->style) : &general,
		     r->book->from_1904, r->buf);
	if (!styled && r->cell.kind == CELL_NUMBER)
		r->cell.kind = CELL_NO_STYLE;
	return hand(r);
}

static int
read_number(struct reader *r)
{
	unsigned char p[8];
	if (begin(r) < 0 || biff_take(r->biff, p, sizeof(p)) < 0)
		return -1;
	return hand_number(r, number_of_double(p, r->number));
}

static int
read_rk(struct reader *r)
{
	uint32_t v;
	if (begin(r) < 0 || biff_u32(r->biff, &v) < 0)
		return -1;
	return hand_number(r, number_of_rk(v, r->number));
}

/* Numbers in one row: row and first column, a style and number for each, the
 * last column. */
static int
read_numbers(struct reader *r)
{
	unsigned row, column;
	uint32_t v;
	if (biff_u16(r->biff, &row) < 0 || biff_u16(r->biff, &column) < 0)
		return -1;
	while (r->biff->n - r->biff->pos >= 6) {
		if (column >= XLS_COLUMNS)
			return biff_fail(r->biff,
					 "a cell beyond the last column");
		r->cell = (struct cell){.row = row, .column = column};
		column++;
		if (biff_u16(r->biff, &r->style) < 0 ||
		    biff_u32(r->biff, &v) < 0 ||
		    hand_number(r, number_of_rk(v, r->number)) < 0)
			return -1;
	}
	return 0;
}

static int
read_shared(struct reader *r)
{
	uint32_t i;
	const struct strings *s = r->book->strings;
	if (begin(r) < 0 || biff_u32(r->biff, &i) < 0)
		return -1;
	if (i < strings_count(s)) {
		r->cell.text = strings_at(s, i);
		r->cell.lasting = true;
	} else {
		snprintf(r->number, sizeof(r->number), "%u", (unsigned)i);
		r->cell.kind = CELL_NO_STRING;
		r->cell.text = text_of(r->number);
	}
	return hand(r);
}

/* A text in its own record: of a cell, or of the formula before it. */
static int
read_text(struct reader *r)
{
	unsigned n;
	buffer_clear(r->text);
	if (biff_u16(r->biff, &n) < 0 || biff_text(r->biff, n, r->text) < 0)
		return -1;
	r->cell.text = buffer_view(r->text);
	return hand(r);
}

static const char *
error_text(unsigned code, char buf[NUMBER_TEXT])
{
	static const struct {
		unsigned code;
		const char *text;
	} errors[] = {{0x00, "#NULL!"},	 {0x07, "#DIV/0!"},
		      {0x0f, "#VALUE!"}, {0x17, "#REF!"},
		      {0x1d, "#NAME?"},	 {0x24, "#NUM!"},
		      {0x2a, "#N/A"},	 {0x2b, "#GETTING_DATA"}};
	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		if (errors[i].code == code)
			return errors[i].text;
	snprintf(buf, NUMBER_TEXT, "#ERROR%u", code);
	return buf;
}

static int
hand_boolean(struct reader *r, unsigned value, bool error)
{
	if (error) {
		r->cell.kind = CELL_ERROR;
		r->cell.text = text_of(error_text(value, r->number));
	} else {
		snprintf(r->number, sizeof(r->number), "%u", value);
		value_boolean(&r->cell, text_of(r->number));
	}
	return hand(r);
}

static int
read_boolean(struct reader *r)
{
	unsigned value, error;
	if (begin(r) < 0 || biff_u8(r->biff, &value) < 0 ||
	    biff_u8(r->biff, &error) < 0)
		return -1;
	return hand_boolean(r, value, error != 0);
}

/* The value it had when it was saved: a number, or in the form of one that is
 * none another kind. */
static int
read_formula(struct reader *r)
{
	enum { TEXT, BOOLEAN, ERROR, EMPTY };
	unsigned char p[8];
	if (begin(r) < 0 || biff_take(r->biff, p, sizeof(p)) < 0)
		return -1;
	if (p[6] != 0xff || p[7] != 0xff)
		return hand_number(r, number_of_double(p, r->number));
	r->waits = p[0] == TEXT;
	if (p[0] == BOOLEAN || p[0] == ERROR)
		return hand_boolean(r, p[2], p[0] == ERROR);
	return 0;
}

static int
read_row(struct reader *r)
{
	enum { HIDDEN = 0x20 };
	unsigned row, height, flags;
	if (biff_u16(r->biff, &row) < 0 || biff_skip(r->biff, 4) < 0 ||
	    biff_u16(r->biff, &height) < 0 || biff_skip(r->biff, 4) < 0 ||
	    biff_u16(r->biff, &flags) < 0)
		return -1;
	if (!(flags & HIDDEN) && (height & 0x7fff) != 0)
		return 0;
	return r->handler->hide(r->ctx, AXIS_ROWS, row, row);
}

static int
read_columns(struct reader *r)
{
	enum { HIDDEN = 1 };
	unsigned first, last, width, flags;
	if (biff_u16(r->biff, &first) < 0 || biff_u16(r->biff, &last) < 0 ||
	    biff_u16(r->biff, &width) < 0 || biff_skip(r->biff, 2) < 0 ||
	    biff_u16(r->biff, &flags) < 0)
		return -1;
	/* Many writers let the last range end one too far. */
	if (last >= XLS_COLUMNS)
		last = XLS_COLUMNS - 1;
	if ((!(flags & HIDDEN) && width != 0) || first > last)
		return 0;
	return r->handler->hide(r->ctx, AXIS_COLUMNS, first, last);
}

static int
read_merges(struct reader *r)
{
	unsigned count, top, bottom, left, right;
	if (biff_u16(r->biff, &count) < 0)
		return -1;
	while (count-- > 0) {
		if (biff_u16(r->biff, &top) < 0 ||
		    biff_u16(r->biff, &bottom) < 0 ||
		    biff_u16(r->biff, &left) < 0 ||
		    biff_u16(r->biff, &right) < 0)
			return -1;
		struct range range = {top, left, bottom, right};
		if (top > bottom || left > right || right >= XLS_COLUMNS)
			return biff_fail(r->biff, "no merged range");
		if (r->handler->merge(r->ctx, &range) < 0)
			return -1;
	}
	return 0;
}

static int
read_record(struct reader *r)
{
	switch (r->biff->type) {
	case BIFF_ROW:
		return read_row(r);
	case BIFF_COLINFO:
		return read_columns(r);
	case BIFF_MERGEDCELLS:
		return read_merges(r);
	case BIFF_STRING:
		if (!r->waits)
			return 0;
		r->waits = false;
		return read_text(r);
	}
	return 0;
}

static int
read_cell(struct reader *r)
{
	switch (r->biff->type) {
	case BIFF_NUMBER:
		return settle(r) < 0 ? -1 : read_number(r);
	case BIFF_RK:
		return settle(r) < 0 ? -1 : read_rk(r);
	case BIFF_MULRK:
		return settle(r) < 0 ? -1 : read_numbers(r);
	case BIFF_LABELSST:
		return settle(r) < 0 ? -1 : read_shared(r);
	case BIFF_LABEL:
	case BIFF_RSTRING:
		return settle(r) < 0 || begin(r) < 0 ? -1 : read_text(r);
	case BIFF_BOOLERR:
		return settle(r) < 0 ? -1 : read_boolean(r);
	case BIFF_FORMULA:
		return settle(r) < 0 ? -1 : read_formula(r);
	}
	return read_record(r);
}

int
xls_read(struct book *b, size_t i, const struct sheet_handler *h, void *ctx)
{
	struct xls *x = b->xls;
	struct reader r = {.book = b, .handler = h, .ctx = ctx};
	unsigned version, what;
	size_t deep = 1; /* charts in the sheet have their own start and end */
	int rc = 0;
	r.biff = &x->biff;
	r.text = &x->text;
	biff_seek(r.biff, b->sheets[i].offset);
	if (read_start(r.biff, &version, &what) < 0)
		return -1;
	while (rc == 0 && deep > 0) {
		rc = biff_next(r.biff);
		if (rc == 0)
			return biff_fail(r.biff, "cut off in a sheet");
		if (rc < 0)
			return -1;
		rc = 0;
		if (r.biff->type == BIFF_BOF)
			deep++;
		else if (r.biff->type == BIFF_EOF)
			deep--;
		else if (deep == 1)
			rc = read_cell(&r);
	}
	return rc < 0 ? -1 : settle(&r);
}
