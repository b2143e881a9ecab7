#include "book.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cell/strings.h"
#include "cell/styles.h"
#include "diag.h"
#include "filekind.h"
#include "mem.h"
#include "ods/ods.h"
#include "xls/ole.h"
#include "xls/xls.h"
#include "xlsx/xlsx.h"

#define WORKBOOKS ".xlsx, .xls or .ods"

/* What it is that is neither zip nor OLE, and what to do. Returns -1. */
static int
refuse(const char *name, const unsigned char *p, size_t n)
{
	if (n == 0)
		return diag_fail_at(name, 0,
				    "an empty file, expected " WORKBOOKS);
	/* The start of a worksheet of Excel 2, 3 and 4, and of a stream of
	 * later ones outside its OLE file. */
	if (n > 1 && p[0] == 9 && (p[1] & ~0xeu) == 0)
		return diag_fail_at(name, 0,
				    "an .xls of before Excel 5: open it in "
				    "Excel and save it as .xlsx");
	return filekind_refuse_text(name, WORKBOOKS, p, n);
}

static int
load_zip(struct book *b, struct input *in)
{
	b->zip = zipin_open(in);
	if (b->zip == NULL)
		return -1;
	b->is_ods = ods_is(b->zip);
	return b->is_ods ? ods_load(b) : xlsx_load(b);
}

static ssize_t
read_file(void *ctx, void *buf, size_t n)
{
	return read(*(int *)ctx, buf, n);
}

static int
close_file(void *ctx)
{
	return close(*(int *)ctx);
}

/* An encrypted .xlsx is a zip in an OLE file. */
static int
load_ole(struct book *b, struct input *in)
{
	int package, rc = xls_load(b, in, &package);
	if (input_close(in) < 0)
		rc = -1;
	if (package < 0)
		return rc;
	xls_close(b->xls);
	b->xls = NULL;
	b->rows_apart = false;
	return load_zip(b, input_new(b->name, &package, read_file, close_file));
}

/* By its first bytes; takes over `in`. */
static int
load(struct book *b, struct input *in)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	int rc = -1;
	if (n >= 0 && zipin_is_zip(p, (size_t)n))
		return load_zip(b, in);
	if (n >= 0 && ole_is(p, (size_t)n))
		return load_ole(b, in);
	if (n >= 0)
		rc = refuse(b->name, p, (size_t)n);
	input_close(in);
	return rc;
}

/* Programs that tests compare with are built so (Makefile). */
#ifdef PARSE_ALL
#define PARSES_ALL true
#else
#define PARSES_ALL false
#endif

struct book *
book_open(struct input *in)
{
	struct book *b = mem_new(struct book);
	b->name = mem_text(input_name(in), strlen(input_name(in)));
	b->arena = arena_new();
	b->parse_all = PARSES_ALL;
	if (load(b, in) == 0) {
		if (b->count > 0)
			return b;
		diag_fail_at(b->name, 0, "a workbook without sheets");
	}
	book_close(b);
	return NULL;
}

void
book_close(struct book *b)
{
	if (b == NULL)
		return;
	strings_free(b->strings);
	styles_free(b->styles);
	zipin_close(b->zip);
	xls_close(b->xls);
	arena_free(b->arena);
	free(b->sheets);
	free(b->name);
	free(b);
}

int
book_read(struct book *b, size_t i, const struct sheet_handler *h, void *ctx)
{
	if (b->xls != NULL)
		return xls_read(b, i, h, ctx);
	return b->is_ods ? ods_read(b, i, h, ctx) : xlsx_read(b, i, h, ctx);
}
