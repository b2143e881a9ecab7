#include "smartcols.h"

#include <dlfcn.h>
#include <libsmartcols/libsmartcols.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "mem.h"

#define LIBRARY "libsmartcols.so.1"

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
	X(scols_table_set_termwidth)        \
	X(scols_print_table_to_string)

#define MEMBER(name) __typeof__(name) *name;
static struct {
	void *library;
	CALLS(MEMBER)
} lib;

struct smartcols {
	struct libscols_table *table;
	size_t columns;
};

/* A function comes as a pointer to data: C has no cast for it. */
static bool
find(const char *name, void *to)
{
	void *p = dlsym(lib.library, name);

	memcpy(to, &p, sizeof(p));
	if (!p)
		diag_fail("--table: " LIBRARY ": has no %s", name);
	return p != NULL;
}

static bool
load(void)
{
	if (lib.library)
		return true;
	lib.library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
	if (!lib.library) {
		diag_fail("--table: %s (package libsmartcols1)", dlerror());
		return false;
	}
#define FIND(name) find(#name, &lib.name) &&
	return CALLS(FIND) true;
}

/* Whatever fails in the library is memory. */
static void
check(int rc)
{
	if (rc != 0)
		mem_fail();
}

struct smartcols *
smartcols_new(void)
{
	struct smartcols *t;

	if (!load())
		return NULL;
	t = mem_new(struct smartcols);
	t->table = lib.scols_new_table();
	if (!t->table)
		mem_fail();
	check(lib.scols_table_set_column_separator(t->table, "  "));
	check(lib.scols_table_enable_noheadings(t->table, 1));
	/* The caller has fitted the cells: nothing is cut here. */
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

/* The library fills cells that stand left of others with blanks, and some
 * that do not. */
static void
write_line(struct output *o, const char *line, size_t n)
{
	while (n > 0 && line[n - 1] == ' ')
		n--;
	output_write(o, line, n);
	output_write(o, "\n", 1);
}

void
smartcols_write(struct smartcols *t, struct output *o)
{
	char *text = NULL;

	check(lib.scols_print_table_to_string(t->table, &text));
	for (const char *p = text, *end; p && *p; p = *end ? end + 1 : end) {
		end = strchr(p, '\n');
		if (!end)
			end = p + strlen(p);
		write_line(o, p, (size_t)(end - p));
	}
	free(text);
}
