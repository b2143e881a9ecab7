#include "book.h"

#include <stdlib.h>
#include <string.h>

#include "cell/strings.h"
#include "cell/styles.h"
#include "diag.h"
#include "mem.h"
#include "ods/ods.h"
#include "xlsx/xlsx.h"

static bool
starts(const unsigned char *p, size_t n, const char *magic, size_t len)
{
	return n >= len && memcmp(p, magic, len) == 0;
}

/* ASCII word w anywhere in p, in UTF-16 when wide. Case not counted. */
static bool
has_word(const unsigned char *p, size_t n, const char *w, bool wide)
{
	size_t len = strlen(w), step = wide ? 2 : 1;
	for (size_t i = 0; i + len * step <= n; i++) {
		size_t k = 0;
		while (k < len) {
			unsigned char c = p[i + k * step];
			if (c >= 'A' && c <= 'Z')
				c = (unsigned char)(c - 'A' + 'a');
			if (c != (unsigned char)w[k] ||
			    (wide && p[i + k * step + 1] != 0))
				break;
			k++;
		}
		if (k == len)
			return true;
	}
	return false;
}

static const char *
guess_ole(const unsigned char *p, size_t n)
{
	if (has_word(p, n, "encryptedpackage", true))
		return "an encrypted workbook";
	if (has_word(p, n, "workbook", true) || has_word(p, n, "book", true))
		return "an old .xls workbook";
	return "an encrypted workbook or .xls (an OLE container)";
}

static const char *
guess_markup(const unsigned char *p, size_t n)
{
	size_t head = n < 1024 ? n : 1024;
	if (has_word(p, head, "<html", false) ||
	    has_word(p, head, "<!doctype html", false))
		return "an HTML page";
	if (has_word(p, head, "office:spreadsheet", false) ||
	    has_word(p, head, "urn:schemas-microsoft-com:office:spreadsheet",
		     false))
		return "an XML spreadsheet outside a zip";
	return "an XML file";
}

/* What no zip is; NULL for a zip. */
static const char *
guess_kind(const unsigned char *p, size_t n)
{
	if (n == 0)
		return "an empty file";
	if (zipin_is_zip(p, n))
		return NULL;
	if (starts(p, n, "\xd0\xcf\x11\xe0", 4))
		return guess_ole(p, n);
	if (starts(p, n, "\x09\x08", 2) || starts(p, n, "\x09\x04", 2))
		return "an old .xls workbook";
	if (starts(p, n, "%PDF", 4))
		return "a PDF";
	if (starts(p, n, "\xff\xfe", 2) || starts(p, n, "\xfe\xff", 2))
		return "a text file in UTF-16";
	size_t i = starts(p, n, "\xef\xbb\xbf", 3) ? 3 : 0;
	while (i < n && (p[i] == ' ' || p[i] == '\r' || p[i] == '\n'))
		i++;
	if (i < n && p[i] == '<')
		return guess_markup(p, n);
	if (memchr(p, 0, n) == NULL)
		return "a CSV or other text file";
	return "a file of an unknown kind";
}

/* Says what the file is when it is no zip. */
static int
check_kind(struct input *in)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	if (n < 0)
		return -1;
	const char *kind = guess_kind(p, (size_t)n);
	if (kind == NULL)
		return 0;
	return diag_fail_at(input_name(in), 0, "%s, expected .xlsx or .ods",
			    kind);
}

static int
load(struct book *b)
{
	b->is_ods = ods_is(b->zip);
	int rc = b->is_ods ? ods_load(b) : xlsx_load(b);
	if (rc == 0 && b->count == 0)
		return diag_fail_at(b->name, 0, "a workbook without sheets");
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
	if (check_kind(in) < 0) {
		input_close(in);
		return NULL;
	}
	struct book *b = mem_new(struct book);
	b->name = mem_text(input_name(in), strlen(input_name(in)));
	b->arena = arena_new();
	b->parse_all = PARSES_ALL;
	b->zip = zipin_open(in);
	if (b->zip != NULL && load(b) == 0)
		return b;
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
	arena_free(b->arena);
	free(b->sheets);
	free(b->name);
	free(b);
}

int
book_read(struct book *b, size_t i, const struct sheet_handler *h, void *ctx)
{
	return b->is_ods ? ods_read(b, i, h, ctx) : xlsx_read(b, i, h, ctx);
}
