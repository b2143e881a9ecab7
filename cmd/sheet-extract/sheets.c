#include "sheets.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "fold.h"
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

static long
find_folded(const struct book *b, struct text word)
{
	struct buffer want = {0}, have = {0};
	size_t i = 0;
	fold(&want, word);
	while (i < b->count &&
	       !text_equal(fold(&have, text_of(b->sheets[i].name)),
			   buffer_view(&want)))
		i++;
	buffer_free(&want);
	buffer_free(&have);
	return i < b->count ? (long)i : -1;
}

long
sheets_find(const struct book *b, const char *word)
{
	for (size_t i = 0; i < b->count; i++)
		if (strcmp(b->sheets[i].name, word) == 0)
			return (long)i;
	long folded = find_folded(b, text_of(word));
	if (folded >= 0)
		return folded;
	size_t n = sheet_number(word);
	if (n >= 1 && n <= b->count)
		return (long)n - 1;
	return fail_no_sheet(b, word);
}

const char *
sheets_place(const struct book *b, size_t sheet, struct buffer *to)
{
	char show[TEXT_SHOW];
	buffer_clear(to);
	buffer_printf(to, "%s:%s", b->name,
		      text_show(text_of(b->sheets[sheet].name), show));
	return buffer_view(to).s;
}

int
sheets_fail(const struct book *b, size_t sheet, size_t row, size_t column,
	    const char *fmt, ...)
{
	struct buffer place = {0}, text = {0};
	char cell[PLACE_TEXT];
	va_list ap;
	va_start(ap, fmt);
	buffer_vprintf(&text, fmt, ap);
	va_end(ap);
	sheets_place(b, sheet, &place);
	buffer_printf(&place, "!%s", place_text(row, column, cell));
	diag_at(buffer_view(&place).s, SEVERITY_ERROR, buffer_view(&text).s);
	buffer_free(&place);
	buffer_free(&text);
	return -1;
}
