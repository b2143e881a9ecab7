#include "sheets.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "mem.h"

struct sheet *
sheets_add(struct book *b, struct text name)
{
	if (b->count >= SHEETS_MAX) {
		diag_fail_at(b->name, 0, "more than %d sheets", SHEETS_MAX);
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
sheets_find(const struct book *b, const char *word)
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

const char *
sheets_place(const struct book *b, size_t sheet, char buf[SHEETS_PLACE])
{
	char show[TEXT_SHOW];
	snprintf(buf, SHEETS_PLACE, "%s:%s", b->name,
		 text_show(text_of(b->sheets[sheet].name), show));
	return buf;
}

int
sheets_fail(const struct book *b, size_t sheet, size_t row, size_t column,
	    const char *fmt, ...)
{
	char place[SHEETS_PLACE], cell[PLACE_TEXT],
	    all[SHEETS_PLACE + PLACE_TEXT];
	char text[512];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	snprintf(all, sizeof(all), "%s!%s", sheets_place(b, sheet, place),
		 place_text(row, column, cell));
	diag_at(all, SEVERITY_ERROR, text);
	return -1;
}
