#include "meta/library.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "input.h"
#include "mem.h"
#include "meta/atom.h"
#include "meta/resource.h"

struct library {
	struct meta **metas; /* the first holds the CSV resources */
	size_t count;
	struct meta **own; /* those of the zips */
	size_t own_count;
};

struct library *
library_new(void)
{
	struct library *l = mem_new(struct library);

	l->metas = mem_array(1, sizeof(*l->metas));
	l->metas[l->count++] = meta_new();
	return l;
}

void
library_free(struct library *l)
{
	if (!l)
		return;
	for (size_t i = 0; i < l->count; i++)
		meta_free(l->metas[i]);
	for (size_t i = 0; i < l->own_count; i++)
		meta_free(l->own[i]);
	free(l->metas);
	free(l->own);
	free(l);
}

struct meta *
library_own(struct library *l)
{
	l->own = mem_resize(l->own, l->own_count + 1, sizeof(*l->own));
	return l->own[l->own_count++] = meta_new();
}

static struct meta *
meta_of(struct library *l, struct text table)
{
	struct meta *m;

	for (size_t i = 1; i < l->count; i++)
		if (text_equal(l->metas[i]->table, table))
			return l->metas[i];
	l->metas = mem_resize(l->metas, l->count + 1, sizeof(*l->metas));
	m = l->metas[l->count++] = meta_new();
	m->table = meta_keep(m, table);
	return m;
}

/* An entry of a feed as a row of a resource. */
struct reading {
	struct library *library;
	struct text *names, *values;
	size_t cap, values_cap, used;
};

static int
take_entry(void *ctx, const struct atom_page *page,
	   const struct atom_column *columns, size_t count, size_t line)
{
	struct reading *r = ctx;
	struct resource_row row = {.resource = atom_resource(page)};
	struct meta *m = meta_of(r->library, atom_table(page));
	struct text table = m->table;

	(void)line;
	r->names = mem_grow(r->names, &r->cap, count + 1, sizeof(*r->names));
	r->values =
	    mem_grow(r->values, &r->values_cap, count + 1, sizeof(*r->values));
	for (size_t i = 0; i < count; i++) {
		if (!columns[i].seen)
			continue;
		r->names[row.count] = columns[i].name;
		r->values[row.count++] = columns[i].value;
	}
	row.names = r->names;
	row.values = r->values;
	r->used += (size_t)resource_row(m, &row);
	m->table = table;
	return 0;
}

static int
take_page(void *ctx, const struct atom_page *page, size_t entries)
{
	(void)ctx;
	(void)page;
	(void)entries;
	return 0;
}

static int
add_feed(struct library *l, struct input *in, size_t *used)
{
	static const struct atom_handlers handlers = {take_entry, take_page};
	struct reading r = {.library = l};
	int rc = atom_read(in, &handlers, &r);

	*used += r.used;
	free(r.names);
	free(r.values);
	return input_close(in) < 0 ? -1 : rc;
}

static bool
ends_in(const char *name, const char *end)
{
	size_t n = strlen(name), k = strlen(end);

	return n >= k && strcmp(name + n - k, end) == 0;
}

int
library_zip(struct meta *m, struct zipin *z)
{
	static const char *const wanted[] = {"Properties.csv", "Dimensions.csv",
					     "Codes.csv", "MeasureGroups.csv"};
	size_t used = 0;

	for (size_t i = 0; i < zipin_count(z); i++) {
		const char *name = zipin_entry_name(z, i);
		struct input *in;
		const char *slash = strrchr(name, '/');
		bool want = false;

		for (size_t k = 0; k < 4; k++)
			want = want || ends_in(name, wanted[k]);
		/* __MACOSX/._PeriodenCodes.csv is no CSV. */
		if (!want || (slash ? slash[1] : name[0]) == '.')
			continue;
		in = zipin_input(z, i);
		if (!in || resource_csv(m, in, name, &used) < 0)
			return -1;
	}
	return 0;
}

static int
add_zip(struct library *l, struct input *in, size_t *used)
{
	struct zipin *z = zipin_open(in);
	struct meta *m;
	int rc;

	if (!z)
		return -1;
	m = meta_of(l, text_of(""));
	rc = library_zip(m, z);
	*used += map_count(m->measures) + map_count(m->dimensions);
	zipin_close(z);
	return rc;
}

static int
add_csv(struct library *l, struct input *in, const char *path, size_t *used)
{
	struct meta *m = l->metas[0];
	struct text before = m->table;

	if (resource_csv(m, in, path, used) < 0)
		return -1;
	if (before.n && !text_equal(before, m->table))
		return diag_fail("%s: names table %s, another -M file %s; CSV "
				 "resources of two tables cannot be told "
				 "apart, give them as Atom",
				 path, m->table.s, before.s);
	return 0;
}

static bool
is_xml(const unsigned char *p, size_t n)
{
	size_t i = n >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	while (i < n && strchr(" \t\r\n", p[i]))
		i++;
	return i < n && p[i] == '<';
}

int
library_add(struct library *l, const char *path)
{
	struct input *in = input_open(path);
	const unsigned char *p;
	size_t used = 0;
	ssize_t n;
	int rc;

	if (!in)
		return -1;
	n = input_peek(in, &p);
	if (n < 0)
		rc = input_close(in), rc = -1;
	else if (zipin_is_zip(p, (size_t)n))
		rc = add_zip(l, in, &used);
	else if (is_xml(p, (size_t)n))
		rc = add_feed(l, in, &used);
	else
		rc = add_csv(l, in, path, &used);
	if (rc == 0 && used == 0)
		return diag_fail("%s: no metadata of a table in it; -M takes "
				 "TableInfos, DataProperties, Perioden and "
				 "other dimensions (Atom or CSV) or a bulk zip",
				 path);
	return rc;
}

void
library_view(const struct library *l, struct text table, const struct meta *own,
	     struct meta_view *view)
{
	struct text csv = l->metas[0]->table;

	*view = (struct meta_view){{own}};
	for (size_t i = 1; i < l->count; i++)
		if (text_equal(l->metas[i]->table, table))
			view->of[1] = l->metas[i];
	if (csv.n == 0 || table.n == 0 || text_equal(csv, table))
		view->of[2] = l->metas[0];
}

struct text
library_table(const struct library *l)
{
	struct text table = l->metas[0]->table;

	for (size_t i = 1; i < l->count; i++) {
		if (table.n && !text_equal(table, l->metas[i]->table))
			return text_of("");
		table = l->metas[i]->table;
	}
	return table;
}
