#include "form/form.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "diag.h"
#include "form/narrow.h"
#include "form/wide.h"
#include "mem.h"
#include "meta/atom.h"
#include "meta/catalog.h"
#include "meta/json.h"

struct feed {
	struct run *run;
	struct wide wide;
	struct narrow *narrow;	 /* of this page, when it is of observations */
	struct edition *edition; /* of this page; NULL: not known yet */
	struct wide_name *names;
	struct text *values;
	size_t cap, values_cap, narrow_count;
};

/* A page is of a data set, or it is metadata that belongs to -M. */
static int
check_resource(const struct feed *f, const struct odata_page *page)
{
	static const char end[] = "DataSet";
	struct text r = odata_resource(page), table = odata_table(page);
	size_t k = sizeof(end) - 1;
	char a[TEXT_SHOW], b[TEXT_SHOW];

	if (r.n == 0 || text_is(r, "Observations") ||
	    (r.n >= k && text_is((struct text){r.s + r.n - k, k}, end)))
		return 0;
	return diag_fail(
	    "%s: this is %s of %s, expected TypedDataSet, "
	    "UntypedDataSet or Observations; metadata are given with -M",
	    f->run->file, text_show(r, a), text_show(table, b));
}

/* The catalog's list of tables, for --list. */
static bool
is_catalog(const struct feed *f, const struct odata_page *page)
{
	return f->run->list && !f->edition &&
	       text_is(odata_resource(page), "Tables");
}

static int
settle_edition(struct feed *f, const struct odata_page *page)
{
	if (check_resource(f, page) < 0)
		return -1;
	f->edition = edition_of(f->run, odata_table(page), NULL);
	if (!f->edition)
		return -1;
	if (f->edition != f->wide.edition)
		wide_free(&f->wide);
	f->edition->feed = true;
	f->wide.form.untyped = text_starts(odata_resource(page), "Untyped");
	/* Without a name it may be either. */
	f->wide.text_topics = text_starts(odata_resource(page), "Typed");
	return 0;
}

static bool
has(const struct odata_column *columns, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (text_is(columns[i].name, name))
			return true;
	return false;
}

/* v4: an observation an entry. */
static int
settle_narrow(struct feed *f, const struct odata_page *page,
	      const struct odata_column *columns, size_t count)
{
	struct text *names = mem_array(count, sizeof(*names));

	for (size_t i = 0; i < count; i++)
		names[i] = columns[i].name;
	f->narrow = narrow_new(f->run, names, count, odata_table(page), NULL);
	free(names);
	if (!f->narrow)
		return -1;
	f->narrow_count = count;
	f->values =
	    mem_grow(f->values, &f->values_cap, count + 1, sizeof(*f->values));
	f->edition = narrow_edition(f->narrow);
	f->edition->feed = true;
	return 0;
}

static int
take_observation(struct feed *f, const struct odata_column *columns,
		 size_t count)
{
	char show[TEXT_SHOW];

	if (count > f->narrow_count)
		return diag_fail(
		    "%s: record %zu: %s, which the records before did not have",
		    f->run->file, f->run->record,
		    text_show(columns[f->narrow_count].name, show));
	for (size_t i = 0; i < count; i++)
		f->values[i] = columns[i].value;
	narrow_take(f->narrow, f->values);
	return 0;
}

static int
bind(struct feed *f, const struct odata_column *columns, size_t count)
{
	int rc;

	f->names = mem_grow(f->names, &f->cap, count + 1, sizeof(*f->names));
	f->values =
	    mem_grow(f->values, &f->values_cap, count + 1, sizeof(*f->values));
	for (size_t i = 0; i < count; i++)
		f->names[i] =
		    (struct wide_name){columns[i].name, columns[i].typed};
	if (f->wide.count == 0)
		rc = wide_bind(&f->wide, f->edition, f->names, count);
	else
		rc = wide_extend(&f->wide, f->names, count);
	return rc;
}

static int
settle(struct feed *f, const struct odata_page *page,
       const struct odata_column *columns, size_t count)
{
	if (has(columns, count, "Measure") &&
	    has(columns, count, "ValueAttribute"))
		return settle_narrow(f, page, columns, count);
	return settle_edition(f, page);
}

static int
take_entry(void *ctx, const struct odata_page *page,
	   const struct odata_column *columns, size_t count, size_t line)
{
	struct feed *f = ctx;

	f->run->record++;
	f->run->row = line;
	if (is_catalog(f, page))
		return catalog_add(f->run, columns, count);
	if (!f->edition && settle(f, page, columns, count) < 0)
		return -1;
	if (f->narrow)
		return take_observation(f, columns, count);
	if (f->wide.count != count && bind(f, columns, count) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		f->values[i] = columns[i].value;
		if (columns[i].typed)
			wide_typed(&f->wide, i);
	}
	wide_record(&f->wide, f->values);
	return 0;
}

static int
take_page(void *ctx, const struct odata_page *page, size_t entries)
{
	struct feed *f = ctx;

	(void)entries;
	if (is_catalog(f, page))
		return 0;
	if (!f->edition && settle_edition(f, page) < 0)
		return -1;
	if (page->next.n == 0)
		f->edition->feed_ends = true;
	else
		f->edition->next_page = arena_text(f->run->arena, page->next);
	edition_end(f->edition);
	narrow_free(f->narrow);
	f->narrow = NULL;
	f->edition = NULL;
	return 0;
}

/* A reader of pages: atom_read or json_read. */
typedef int read_pages(struct input *in, const struct odata_handlers *h,
		       void *ctx);

static int
read_with(struct run *run, struct input *in, read_pages *read)
{
	static const struct odata_handlers handlers = {take_entry, take_page};
	struct feed f = {.run = run};
	int rc = read(in, &handlers, &f);

	narrow_free(f.narrow);
	wide_free(&f.wide);
	free(f.names);
	free(f.values);
	return rc;
}

int
feed_atom(struct run *run, struct input *in, const struct form_head *h)
{
	(void)h;
	return read_with(run, in, atom_read);
}

int
feed_json(struct run *run, struct input *in, const struct form_head *h)
{
	(void)h;
	return read_with(run, in, json_read);
}
