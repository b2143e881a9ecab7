#include "smartcols.h"

#include <libsmartcols/libsmartcols.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "library.h"
#include "mem.h"

_Static_assert(sizeof(SMARTCOLS_SONAME) > 1,
	       "the library is not where this is built");
static struct library libsmartcols = {SMARTCOLS_SONAME, "libsmartcols1", NULL};

/* What is used of it, each by its own type. */
#define CALLS(X)                            \
	X(scols_new_table)                  \
	X(scols_unref_table)                \
	X(scols_table_new_column)           \
	X(scols_table_new_line)             \
	X(scols_line_set_data)              \
	X(scols_table_set_column_separator) \
	X(scols_table_enable_noheadings)    \
	X(scols_table_set_termforce)        \
	X(scols_table_enable_noencoding)    \
	X(scols_table_set_stream)           \
	X(scols_print_table)

static struct {
	CALLS(LIBRARY_MEMBER)
} lib;

struct smartcols {
	struct libscols_table *table;
	size_t columns;
};

static void
load(void)
{
	if (!library_load(&libsmartcols))
		return;
#define FIND(name) library_find(&libsmartcols, #name, &lib.name);
	CALLS(FIND)
}

/* Whatever fails in the library is memory. */
static void
check(int rc)
{
	if (rc != 0)
		mem_fail();
}

struct smartcols *
smartcols_new(const char *separator)
{
	struct smartcols *t;

	load();
	t = mem_new(struct smartcols);
	t->table = lib.scols_new_table();
	if (!t->table)
		mem_fail();
	check(lib.scols_table_set_column_separator(t->table, separator));
	check(lib.scols_table_enable_noheadings(t->table, 1));
	/* The caller has made the cells inert and fits them. */
	check(lib.scols_table_enable_noencoding(t->table, 1));
	check(lib.scols_table_set_termforce(t->table, SCOLS_TERMFORCE_NEVER));
	return t;
}

void
smartcols_free(struct smartcols *t)
{
	if (!t)
		return;
	lib.scols_unref_table(t->table);
	free(t);
}

void
smartcols_column(struct smartcols *t, bool right)
{
	if (!lib.scols_table_new_column(t->table, "", 0,
					right ? SCOLS_FL_RIGHT : 0))
		mem_fail();
	t->columns++;
}

void
smartcols_row(struct smartcols *t, const char *const *cells)
{
	struct libscols_line *line = lib.scols_table_new_line(t->table, NULL);

	if (!line)
		mem_fail();
	for (size_t i = 0; i < t->columns; i++)
		check(lib.scols_line_set_data(line, i, cells[i]));
}

/* Text from p on, up to a line end and without the blanks before it: the
 * library fills cells that stand left of others, and some that do not. */
static struct text
line_at(const char *p)
{
	struct text line = {p, strcspn(p, "\n")};

	while (line.n > 0 && p[line.n - 1] == ' ')
		line.n--;
	return line;
}

void
smartcols_lines(struct smartcols *t,
		void (*take)(void *ctx, size_t line, struct text text),
		void *ctx)
{
	char *text = NULL, *p;
	size_t n, line = 0;
	FILE *to = open_memstream(&text, &n);

	if (!to)
		mem_fail();
	/* The library does not look whether its writes succeed. */
	check(lib.scols_table_set_stream(t->table, to));
	check(lib.scols_print_table(t->table));
	check(ferror(to));
	check(fclose(to));
	check(text == NULL);
	for (p = text; *p; p += *p == '\n') {
		take(ctx, line++, line_at(p));
		p += strcspn(p, "\n");
	}
	free(text);
}
