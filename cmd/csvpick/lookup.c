#include "lookup.h"

#include <stdlib.h>

#include "diag.h"
#include "map.h"
#include "mem.h"
#include "table.h"

enum column { KEY, VALUE, COLUMNS };

struct lookup {
	char *name, *key;
	size_t at;
	struct table *table;
	struct map *rows; /* to the number of the row, from 1 */
	size_t *numbers;
};

static int
load(struct lookup *l, const char *path)
{
	const char *columns[COLUMNS] = {l->key, l->name};

	if ((l->table = table_load(path, columns, COLUMNS)) == NULL)
		return -1;
	l->rows = map_new();
	l->numbers = mem_array(table_rows(l->table) + 1, sizeof(*l->numbers));
	for (size_t i = 0; i < table_rows(l->table); i++) {
		void **slot = map_slot(l->rows, table_cell(l->table, i, KEY));

		l->numbers[i] = i;
		if (!*slot)
			*slot = &l->numbers[i];
	}
	return 0;
}

static int
parse(struct lookup *l, const char *ask, const struct csvin *r)
{
	struct text rest = text_of(ask), name, key;
	long at;

	text_split(&rest, '=', &name);
	if (name.n == 0 || !rest.s)
		goto wrong;
	text_split(&rest, ':', &key);
	if (key.n == 0 || !rest.s || rest.n == 0)
		goto wrong;
	l->name = mem_text(name.s, name.n);
	l->key = mem_text(key.s, key.n);
	if ((at = csvin_need(r, l->key)) < 0)
		return -1;
	l->at = (size_t)at;
	return load(l, rest.s);
wrong:
	return diag_fail("--lookup takes NAME=COLUMN:FILE, not \"%s\"", ask);
}

struct lookup *
lookup_new(const char *ask, const struct csvin *r)
{
	struct lookup *l = mem_new(struct lookup);

	if (parse(l, ask, r) == 0)
		return l;
	lookup_free(l);
	return NULL;
}

void
lookup_free(struct lookup *l)
{
	if (!l)
		return;
	table_free(l->table);
	map_free(l->rows);
	free(l->numbers);
	free(l->name);
	free(l->key);
	free(l);
}

struct text
lookup_name(const struct lookup *l)
{
	return text_of(l->name);
}

struct text
lookup_value(const struct lookup *l, const struct text *fields)
{
	const size_t *i = map_get(l->rows, text_trim(fields[l->at]));

	return i ? table_cell(l->table, *i, VALUE) : text_of("");
}
