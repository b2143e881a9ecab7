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

/* Without its folders. */
static struct text
base_name(struct text path)
{
	for (size_t i = path.n; i > 0; i--)
		if (path.s[i - 1] == '/')
			return (struct text){path.s + i, path.n - i};
	return path;
}

/* Another file is called so, in another folder. */
static bool
is_shared(const struct delivered *d, struct text path)
{
	struct text name = base_name(path);
	for (size_t k = 0; k < d->count; k++)
		for (size_t i = 0; i < table_rows(d->tables[k]); i++) {
			struct text other =
			    table_cell(d->tables[k], i, FILE_NAME);
			if (text_equal(base_name(other), name) &&
			    !text_equal(other, path))
				return true;
		}
	return false;
}

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
add_part(const struct delivered *d, const struct table *t, size_t i,
	 const struct delivered_cell *c, struct buffer *out)
{
	struct text sheet = table_cell(t, i, SHEET);
	struct text file = table_cell(t, i, FILE_NAME);
	buffer_add(out, is_shared(d, file) ? file : base_name(file));
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
			add_part(d, t, i, c, out);
		}
	}
}
