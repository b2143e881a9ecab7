#include "list.h"

#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "mem.h"
#include "table.h"

enum column { PAD, SOORT, SCHEMA, NODIG, DIALECT, COLUMNS };

static const char *const names[COLUMNS] = {"pad", "soort", "schema", "nodig",
					   "dialect"};
static const char *const kinds[] = {"tabel", "vorm", "json", "tekst",
				    "manifest"};

struct list {
	struct table *table;
	struct list_row *rows;
	size_t count;
	char **beside; /* what must stand beside the tables met */
	size_t beside_count, beside_cap;
};

static int
find_kind(const struct table *t, size_t i, enum list_kind *out)
{
	struct text cell = table_cell(t, i, SOORT);

	for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
		if (text_is(cell, kinds[k])) {
			*out = (enum list_kind)k;
			return 0;
		}
	return table_fail(t, i, SOORT,
			  "\"%s\", expected tabel, vorm, json, tekst or "
			  "manifest",
			  cell.s);
}

static int
row(struct list_row *r, const struct table *t, size_t i)
{
	bool is_csv;

	if (find_kind(t, i, &r->kind) < 0)
		return -1;
	is_csv = r->kind == LIST_TABLE || r->kind == LIST_FORM;
	r->pattern = table_cell(t, i, PAD).s;
	r->schema = table_cell(t, i, SCHEMA);
	r->need = table_cell(t, i, NODIG);
	r->feed = text_is(table_cell(t, i, DIALECT), "doel");
	if (*r->pattern == '\0' || *r->pattern == '/')
		return table_fail(t, i, PAD,
				  "\"%s\", expected a path in the "
				  "release",
				  r->pattern);
	if (r->need.n == 0)
		return table_fail(t, i, NODIG,
				  "empty, expected ja, nee or a "
				  "path");
	if (is_csv != (r->schema.n > 0))
		return table_fail(t, i, SCHEMA,
				  "\"%s\", expected one for a CSV and none "
				  "for another file",
				  r->schema.s);
	return 0;
}

struct list *
list_load(const char *path)
{
	struct table *t = table_load(path, names, COLUMNS);
	static const size_t once[] = {PAD};
	struct list *l;

	if (!t || table_once(t, once, 1) < 0) {
		table_free(t);
		return NULL;
	}
	l = mem_new(struct list);
	l->table = t;
	l->count = table_rows(t);
	l->rows = mem_array(l->count + 1, sizeof(*l->rows));
	for (size_t i = 0; i < l->count; i++)
		if (row(&l->rows[i], t, i) < 0) {
			list_free(l);
			return NULL;
		}
	return l;
}

void
list_free(struct list *l)
{
	if (!l)
		return;
	table_free(l->table);
	for (size_t i = 0; i < l->beside_count; i++)
		free(l->beside[i]);
	free(l->beside);
	free(l->rows);
	free(l);
}

static void
need_beside(struct list *l, const char *name, size_t n, const char *suffix)
{
	size_t room = n + strlen(suffix) + 1;
	char *s = mem_array(room, 1);

	snprintf(s, room, "%.*s%s", (int)n, name, suffix);
	l->beside = mem_grow(l->beside, &l->beside_cap, l->beside_count + 1,
			     sizeof(*l->beside));
	l->beside[l->beside_count++] = s;
}

/* x.csv: x.csvt and x.csv-metadata.json. */
static void
met(struct list *l, struct list_row *r, const char *name)
{
	size_t n = strlen(name);

	r->met++;
	if (r->kind != LIST_TABLE)
		return;
	need_beside(l, name, n, "t");
	need_beside(l, name, n, "-metadata.json");
}

struct list_row *
list_find(struct list *l, const char *name)
{
	for (size_t i = 0; i < l->count; i++) {
		struct list_row *r = &l->rows[i];

		if (fnmatch(r->pattern, name, FNM_PATHNAME | FNM_PERIOD) != 0)
			continue;
		met(l, r, name);
		return r;
	}
	return NULL;
}

static bool
is_there(const struct files *f, const char *name)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->names[i], name) == 0)
			return true;
	return false;
}

int
list_complete(const struct list *l, const struct files *f)
{
	for (size_t i = 0; i < l->count; i++) {
		const struct list_row *r = &l->rows[i];
		bool need =
		    text_is(r->need, "ja") ||
		    (!text_is(r->need, "nee") && is_there(f, r->need.s));

		if (need && r->met == 0)
			return diag_fail("%s: %s is not there, and must be "
					 "(%s)",
					 f->root, r->pattern,
					 table_name(l->table));
	}
	for (size_t i = 0; i < l->beside_count; i++)
		if (!is_there(f, l->beside[i]))
			return diag_fail("%s: %s is not there, and must be "
					 "beside its table",
					 f->root, l->beside[i]);
	return 0;
}
