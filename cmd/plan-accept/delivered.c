#include "delivered.h"

#include <stdlib.h>

#include "mem.h"
#include "table.h"

static const char *const columns[DELIVERED_COLUMNS] = {
    "gemeente", "levering", "peildatum", "bestand", "bytes",
    "sha256",	"plaats",   "register",	 "code"};

struct delivered {
	struct table *table;
};

static int
check(const struct table *t, size_t i)
{
	struct text code = table_cell(t, i, DELIVERED_CODE);

	if (table_cell(t, i, DELIVERED_GEMEENTE).n == 0)
		return table_fail(t, i, DELIVERED_GEMEENTE,
				  "'' found, expected the code of a gemeente");
	if ((table_cell(t, i, DELIVERED_REGISTER).n == 0) == (code.n == 0))
		return table_fail(t, i, DELIVERED_CODE,
				  "'%s' found, expected a register or a code "
				  "that says why there is none",
				  code.s);
	return 0;
}

struct delivered *
delivered_load(const char *path)
{
	struct delivered *d = mem_new(struct delivered);
	int rc = 0;

	d->table = table_load(path, columns, DELIVERED_COLUMNS);
	for (size_t i = 0; d->table && rc == 0 && i < table_rows(d->table); i++)
		rc = check(d->table, i);
	if (d->table && rc == 0)
		return d;
	delivered_free(d);
	return NULL;
}

void
delivered_free(struct delivered *d)
{
	if (!d)
		return;
	table_free(d->table);
	free(d);
}

size_t
delivered_count(const struct delivered *d)
{
	return table_rows(d->table);
}

struct text
delivered_cell(const struct delivered *d, size_t i, enum delivered_column c)
{
	return table_cell(d->table, i, c);
}

size_t
delivered_next(const struct delivered *d, struct text gemeente, size_t from)
{
	while (
	    from < delivered_count(d) &&
	    !text_equal(delivered_cell(d, from, DELIVERED_GEMEENTE), gemeente))
		from++;
	return from;
}

bool
delivered_first(const struct delivered *d, size_t i)
{
	return delivered_next(d, delivered_cell(d, i, DELIVERED_GEMEENTE), 0) ==
	       i;
}
