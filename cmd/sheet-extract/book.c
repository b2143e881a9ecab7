#include "book.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "guess.h"
#include "mem.h"
#include "ods/ods.h"
#include "xlsx/xlsx.h"

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

struct sheet *
book_add(struct book *b, struct text name)
{
	if (b->count >= BOOK_SHEETS_MAX) {
		diag_fail_at(b->name, 0, "more than %d sheets",
			     BOOK_SHEETS_MAX);
		return NULL;
	}
	b->sheets =
	    mem_grow(b->sheets, &b->cap, b->count + 1, sizeof(*b->sheets));
	struct sheet *s = &b->sheets[b->count++];
	*s = (struct sheet){.name = arena_string(b->arena, name.s, name.n),
			    .type = "worksheet"};
	return s;
}

/* The number from 1 that word is, or 0. */
static size_t
sheet_number(const char *word)
{
	size_t v = 0;
	for (const char *p = word; *p != '\0'; p++) {
		if (*p < '0' || *p > '9' || v > COLUMNS_MAX)
			return 0;
		v = v * 10 + (size_t)(*p - '0');
	}
	return v;
}

static int
fail_no_sheet(const struct book *b, const char *word)
{
	char list[512] = "", show[TEXT_SHOW];
	const char **names = mem_array(b->count, sizeof(*names));
	size_t n = 0;
	for (size_t i = 0; i < b->count; i++) {
		names[i] = b->sheets[i].name;
		if (n + TEXT_SHOW + 16 < sizeof(list))
			n += (size_t)snprintf(
			    list + n, sizeof(list) - n, "%s%zu \"%s\"",
			    i > 0 ? ", " : "", i + 1,
			    text_show(text_of(names[i]), show));
		else if (list[n - 1] != '.')
			n += (size_t)snprintf(list + n, sizeof(list) - n,
					      " ...");
	}
	const char *near = text_nearest(text_of(word), names, b->count);
	free(names);
	if (near != NULL)
		return diag_fail_at(b->name, 0,
				    "no sheet \"%s\", did you mean \"%s\"? "
				    "There are: %s",
				    word, near, list);
	return diag_fail_at(b->name, 0, "no sheet \"%s\", there are: %s", word,
			    list);
}

long
book_find(const struct book *b, const char *word)
{
	char want[256], have[256];
	struct text folded = text_fold(text_of(word), want, sizeof(want));
	for (size_t i = 0; i < b->count; i++)
		if (strcmp(b->sheets[i].name, word) == 0)
			return (long)i;
	for (size_t i = 0; i < b->count; i++)
		if (text_equal(text_fold(text_of(b->sheets[i].name), have,
					 sizeof(have)),
			       folded))
			return (long)i;
	size_t n = sheet_number(word);
	if (n >= 1 && n <= b->count)
		return (long)n - 1;
	return fail_no_sheet(b, word);
}

int
book_read(struct book *b, size_t i, const struct sheet_handler *h, void *ctx)
{
	return b->is_ods ? ods_read(b, i, h, ctx) : xlsx_read(b, i, h, ctx);
}

const char *
book_place(const struct book *b, size_t sheet, char buf[BOOK_PLACE])
{
	char show[TEXT_SHOW];
	snprintf(buf, BOOK_PLACE, "%s:%s", b->name,
		 text_show(text_of(b->sheets[sheet].name), show));
	return buf;
}

int
book_fail(const struct book *b, size_t sheet, size_t row, size_t column,
	  const char *fmt, ...)
{
	char place[BOOK_PLACE], cell[PLACE_TEXT], all[BOOK_PLACE + PLACE_TEXT];
	char text[512];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	snprintf(all, sizeof(all), "%s!%s", book_place(b, sheet, place),
		 place_text(row, column, cell));
	diag_at(all, SEVERITY_ERROR, text);
	return -1;
}
