#include "out/listing.h"

#include "meta/catalog.h"
#include "table/edition.h"
#include "table/rows.h"

static const char *const columns[] = {"tabel",	 "soort",  "dimensie",
				      "sleutel", "naam",   "titel",
				      "eenheid", "status", "aantal"};

void
listing_count(struct edition *e, struct topic *t)
{
	t->count++;
	for (size_t i = 0; i < e->axis_count; i++)
		e->axes[i].last->count++;
}

static void
write_topics(const struct edition *e, struct csvout *out)
{
	for (size_t i = 0; i < map_count(e->topics); i++) {
		const struct topic *t = map_value(e->topics, i);

		if (!t->keep)
			continue;
		csvout_text(out, e->table);
		csvout_string(out, "onderwerp");
		csvout_empty(out);
		csvout_text(out, t->key);
		csvout_text(out, t->name);
		csvout_text(out, t->title);
		csvout_text(out, t->unit);
		csvout_empty(out);
		csvout_int(out, (int64_t)t->count);
		csvout_end(out);
	}
}

static void
write_axis(const struct edition *e, const struct axis *a, struct csvout *out)
{
	const struct meta_dimension *d = meta_dimension(&e->view, a->key);
	size_t keys = 0;

	for (size_t i = 0; i < map_count(a->codes); i++)
		keys +=
		    ((const struct code *)map_value(a->codes, i))->count > 0;
	csvout_text(out, e->table);
	csvout_string(out, "dimensie");
	csvout_empty(out);
	csvout_text(out, a->key);
	csvout_text(out, rows_name(e->run->rows, a->place));
	csvout_text(out, d ? d->title : text_of(""));
	csvout_empty(out);
	csvout_empty(out);
	csvout_int(out, (int64_t)keys);
	csvout_end(out);
}

static void
write_codes(const struct edition *e, const struct axis *a, struct csvout *out)
{
	for (size_t i = 0; i < map_count(a->codes); i++) {
		const struct code *c = map_value(a->codes, i);

		if (c->count == 0)
			continue;
		csvout_text(out, e->table);
		csvout_string(out, "sleutel");
		csvout_text(out, a->key);
		csvout_text(out, c->key);
		csvout_text(out, c->out);
		csvout_text(out, c->title);
		csvout_empty(out);
		csvout_text(out,
			    a->place == ROW_PERIODE ? c->status : text_of(""));
		csvout_int(out, (int64_t)c->count);
		csvout_end(out);
	}
}

void
listing_write(const struct run *run, struct csvout *out)
{
	csvout_numbers(out, "aantal");
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		csvout_string(out, columns[i]);
	csvout_end(out);
	catalog_write(run->catalog, out);
	for (size_t i = 0; i < run->edition_count; i++) {
		const struct edition *e = run->editions[i];

		write_topics(e, out);
		for (size_t k = 0; k < e->axis_count; k++) {
			write_axis(e, &e->axes[k], out);
			write_codes(e, &e->axes[k], out);
		}
	}
}
