#include "meta/library.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "buffer.h"
#include "diag.h"
#include "filekind.h"
#include "input.h"
#include "mem.h"
#include "meta/atom.h"
#include "meta/json.h"
#include "meta/resource.h"

#define METADATA                                                          \
	"metadata of CBS (TableInfos, DataProperties, Perioden, another " \
	"dimension, _metadata.csv, a bulk zip or a folder)"

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
	struct text name; /* of the file: of a page that says none */
	struct text *names, *values;
	size_t cap, values_cap, used;
};

static int
take_entry(void *ctx, const struct odata_page *page,
	   const struct odata_column *columns, size_t count, size_t line)
{
	struct reading *r = ctx;
	struct resource_row row = {.resource = odata_resource(page)};
	struct meta *m = meta_of(r->library, odata_table(page));
	struct text table = m->table;

	(void)line;
	if (row.resource.n == 0)
		row.resource = r->name;
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
	if (table.n)
		m->table = table;
	return 0;
}

static int
take_page(void *ctx, const struct odata_page *page, size_t entries)
{
	(void)ctx;
	(void)page;
	(void)entries;
	return 0;
}

/* A reader of pages: atom_read or json_read. */
typedef int read_pages(struct input *in, const struct odata_handlers *h,
		       void *ctx);

static int
add_feed(struct library *l, struct input *in, read_pages *read, size_t *used)
{
	static const struct odata_handlers handlers = {take_entry, take_page};
	struct reading r = {.library = l,
			    .name = resource_name(input_name(in))};
	int rc = read(in, &handlers, &r);

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

static struct meta *
add_meta(struct library *l)
{
	l->metas = mem_resize(l->metas, l->count + 1, sizeof(*l->metas));
	return l->metas[l->count++] = meta_new();
}

static int
add_zip(struct library *l, struct input *in, size_t *used)
{
	struct zipin *z = zipin_open(in);
	struct meta *m;
	int rc;

	if (!z)
		return -1;
	m = add_meta(l);
	rc = library_zip(m, z);
	*used += map_count(m->measures) + map_count(m->dimensions);
	zipin_close(z);
	return rc;
}

static int
add_csv(struct meta *m, struct input *in, const char *path, size_t *used)
{
	struct text before = m->table;

	if (resource_csv(m, in, path, used) < 0)
		return -1;
	if (before.n && !text_equal(before, m->table))
		return diag_fail("%s: names table %s, another -M file %s; CSV "
				 "resources of two tables cannot be told "
				 "apart, give them as Atom or each in a folder",
				 path, m->table.s, before.s);
	return 0;
}

/* The first byte that is no BOM and no blank; 0 when there is none. */
static unsigned char
first_of(const unsigned char *p, size_t n)
{
	size_t i = n >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	while (i < n && strchr(" \t\r\n", p[i]))
		i++;
	return i < n ? p[i] : 0;
}

/* csv: whose the CSV resources are. */
static int
add_file(struct library *l, struct meta *csv, const char *path, size_t *used)
{
	struct input *in = input_open(path);
	const unsigned char *p;
	ssize_t n;

	if (!in)
		return -1;
	n = input_peek(in, &p);
	if (n < 0) {
		input_close(in);
		return -1;
	}
	if (filekind_refuse_foreign(path, METADATA, p, (size_t)n) < 0) {
		input_close(in);
		return -1;
	}
	if (zipin_is_zip(p, (size_t)n))
		return add_zip(l, in, used);
	if (first_of(p, (size_t)n) == '<')
		return add_feed(l, in, atom_read, used);
	if (first_of(p, (size_t)n) == '{')
		return add_feed(l, in, json_read, used);
	if (resource_has_sections(p, (size_t)n))
		csv = add_meta(l);
	return add_csv(csv, in, path, used);
}

/* Data, and what is not of CBS, are passed over. */
static int
is_resource(const struct dirent *d)
{
	static const char *const ends[] = {".xml",    ".xml.gz", ".csv",
					   ".csv.gz", ".json",	 ".json.gz"};
	bool fits = false;

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		fits = fits || ends_in(d->d_name, ends[i]);
	/* The states that cbs-fetch keeps are no resources. */
	return fits && d->d_name[0] != '.' &&
	       !ends_in(d->d_name, "fetched.json") &&
	       !ends_in(d->d_name, ".zip.json") &&
	       !strstr(d->d_name, "DataSet") &&
	       !strstr(d->d_name, "Observations");
}

static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static int
add_folder(struct library *l, const char *path, size_t *used)
{
	struct meta *m = add_meta(l);
	struct buffer name = {0};
	struct dirent **list;
	int rc = 0, n = scandir(path, &list, is_resource, by_bytes);

	if (n < 0)
		return diag_fail_errno(path);
	for (int i = 0; i < n; i++) {
		buffer_clear(&name);
		buffer_printf(&name, "%s/%s", path, list[i]->d_name);
		if (rc == 0)
			rc = add_file(l, m, meta_keep(m, buffer_view(&name)).s,
				      used);
		free(list[i]);
	}
	buffer_free(&name);
	free(list);
	return rc;
}

/* It was read, and has nothing for us. Returns -1. */
static int
refuse_file(const char *path)
{
	struct input *in = input_open(path);
	const unsigned char *p;
	ssize_t n = in ? input_peek(in, &p) : -1;

	if (n >= 0)
		filekind_refuse_text(path, METADATA, p, (size_t)n);
	input_close(in);
	return -1;
}

int
library_add(struct library *l, const char *path)
{
	struct stat st;
	size_t used = 0;
	bool folder = stat(path, &st) == 0 && S_ISDIR(st.st_mode);
	int rc = folder ? add_folder(l, path, &used)
			: add_file(l, l->metas[0], path, &used);

	if (rc == 0 && used == 0 && folder)
		return diag_fail(
		    "%s: no metadata of a table in it; expected " METADATA,
		    path);
	return rc == 0 && used == 0 ? refuse_file(path) : rc;
}

void
library_view(const struct library *l, struct text table, const struct meta *own,
	     struct meta_view *view)
{
	size_t n = 1;

	*view = (struct meta_view){{own}};
	for (size_t i = l->count; i-- > 0 && n < META_SOURCES;) {
		const struct meta *m = l->metas[i];

		/* Loose CSV resources of no table are of any. */
		if (text_equal(m->table, table) || m->table.n == 0 ||
		    (i == 0 && table.n == 0))
			view->of[n++] = m;
	}
}

size_t
library_count(const struct library *l)
{
	return l->count;
}

const struct meta *
library_at(const struct library *l, size_t i)
{
	return l->metas[i];
}

struct text
library_table(const struct library *l)
{
	struct text table = text_of("");

	for (size_t i = 0; i < l->count; i++) {
		struct text t = l->metas[i]->table;

		if (t.n && table.n && !text_equal(table, t))
			return text_of("");
		if (t.n)
			table = t;
	}
	return table;
}
