#include "agree/delivered.h"

#include <stdlib.h>

#include "mem.h"
#include "table.h"

enum column { GEMEENTE, DELIVERY, FILE_NAME, SHEET, COLUMNS };

static const char *const columns[COLUMNS] = {"gemeente", "levering", "bestand",
					     "?blad"};

struct delivered {
	struct table **tables;
	size_t count;
};

struct delivered *
delivered_load(const struct opt_list *paths)
{
	struct delivered *d = mem_new(struct delivered);
	d->tables = mem_array(paths->count + 1, sizeof(struct table *));
	for (; d->count < paths->count; d->count++) {
		d->tables[d->count] =
		    table_load(paths->items[d->count], columns, COLUMNS);
		if (!d->tables[d->count]) {
			delivered_free(d);
			return NULL;
		}
	}
	return d;
}

void
delivered_free(struct delivered *d)
{
	if (!d)
		return;
	for (size_t i = 0; i < d->count; i++)
		table_free(d->tables[i]);
	free(d->tables);
	free(d);
}

static void
add_part(const struct table *t, size_t i, const struct delivered_cell *c,
	 struct buffer *out)
{
	struct text sheet = table_cell(t, i, SHEET);
	buffer_add(out, table_cell(t, i, FILE_NAME));
	buffer_char(out, ':');
	buffer_add(out, sheet);
	if (sheet.n > 0)
		buffer_char(out, '!');
	buffer_add(out, c->column);
	buffer_add(out, c->row);
}

void
delivered_add(const struct delivered *d, const struct delivered_cell *c,
	      struct buffer *out)
{
	bool found = false;
	for (size_t k = 0; !found && k < d->count; k++) {
		const struct table *t = d->tables[k];
		for (size_t i = 0; i < table_rows(t); i++) {
			if (!text_equal(table_cell(t, i, GEMEENTE),
					c->gemeente) ||
			    !text_equal(table_cell(t, i, DELIVERY),
					c->delivery))
				continue;
			if (found)
				buffer_char(out, '|');
			found = true;
			add_part(t, i, c, out);
		}
	}
}
