#include "meta/catalog.h"

#include <stdlib.h>

#include "arena.h"
#include "diag.h"
#include "mem.h"

struct table_entry {
	struct text id, title, status, records;
};

struct catalog {
	struct table_entry *entries;
	size_t count, cap;
};

void
catalog_free(struct catalog *c)
{
	if (!c)
		return;
	free(c->entries);
	free(c);
}

static struct text
get(struct run *run, const struct odata_column *columns, size_t count,
    const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (text_is(columns[i].name, name))
			return arena_text(run->arena,
					  text_trim(columns[i].value));
	return text_of("");
}

int
catalog_add(struct run *run, const struct odata_column *columns, size_t count)
{
	struct table_entry e = {
	    .id = get(run, columns, count, "Identifier"),
	    .title = get(run, columns, count, "Title"),
	    .status = get(run, columns, count, "OutputStatus"),
	    .records = get(run, columns, count, "RecordCount")};
	struct catalog *c = run->catalog;

	if (e.id.n == 0)
		return diag_fail_at(run->file, run->row,
				    "a table without Identifier");
	if (!c)
		c = run->catalog = mem_new(struct catalog);
	c->entries =
	    mem_grow(c->entries, &c->cap, c->count + 1, sizeof(*c->entries));
	c->entries[c->count++] = e;
	return 0;
}

void
catalog_write(const struct catalog *c, struct csvout *out)
{
	for (size_t i = 0; c && i < c->count; i++) {
		const struct table_entry *e = &c->entries[i];

		csvout_text(out, e->id);
		csvout_string(out, "tabel");
		csvout_empty(out);
		csvout_text(out, e->id);
		csvout_text(out, e->id);
		csvout_text(out, e->title);
		csvout_empty(out);
		csvout_text(out, e->status);
		csvout_text(out, e->records);
		csvout_end(out);
	}
}
