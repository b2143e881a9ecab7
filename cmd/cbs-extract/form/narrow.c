#include "form/narrow.h"

#include <stdlib.h>

#include "csvin.h"
#include "diag.h"
#include "form/form.h"
#include "mem.h"
#include "meta/resource.h"
#include "table/cell.h"
#include "table/ready.h"
#include "table/same.h"

static const struct cell_form v4 = {.comma = true};
/* v3 leaves such a cell blank (cbs-today.md). */
static const struct cell_form impossible = {.untyped = true, .comma = true};

struct narrow {
	struct run *run;
	struct edition *edition;
	size_t measure, value, string, attribute;
	long id;		/* -1: none */
	size_t *column, *order; /* of each dimension: its field, its axis */
	size_t count;
	struct text *keys;
	struct ready *ready; /* NULL: all rows go the general way */
};

static int
find(const struct narrow *r, const struct text *names, size_t count,
     const char *name, size_t *out)
{
	for (*out = 0; *out < count; ++*out)
		if (text_is(names[*out], name))
			return 0;
	return diag_fail("%s: observations without %s", r->run->file, name);
}

static int
find_columns(struct narrow *r, const struct text *names, size_t count)
{
	if (find(r, names, count, "Measure", &r->measure) < 0 ||
	    find(r, names, count, "Value", &r->value) < 0 ||
	    find(r, names, count, "StringValue", &r->string) < 0 ||
	    find(r, names, count, "ValueAttribute", &r->attribute) < 0)
		return -1;
	r->id = -1;
	for (size_t i = 0; i < count; i++) {
		if (text_is(names[i], "Id"))
			r->id = (long)i;
		else if (i != r->measure && i != r->value && i != r->string &&
			 i != r->attribute)
			r->column[r->count++] = i;
	}
	return 0;
}

static int
bind(struct narrow *r, const struct text *names, size_t count)
{
	r->column = mem_array(count, sizeof(*r->column));
	r->order = mem_array(count, sizeof(*r->order));
	r->keys = mem_array(count, sizeof(*r->keys));
	if (!r->edition || find_columns(r, names, count) < 0)
		return -1;
	for (size_t i = 0; i < r->count; i++)
		r->keys[i] = names[r->column[i]];
	r->edition->narrow = true;
	if (r->run->know)
		edition_all_topics(r->edition);
	if (edition_bind(r->edition, r->keys, r->count, r->order) < 0)
		return -1;
	return 0;
}

struct narrow *
narrow_new(struct run *run, const struct text *names, size_t count,
	   struct text table, const struct meta *own)
{
	struct narrow *r = mem_new(struct narrow);

	r->run = run;
	r->edition = edition_of(run, table, own);
	if (bind(r, names, count) == 0)
		return r;
	narrow_free(r);
	return NULL;
}

void
narrow_free(struct narrow *r)
{
	if (!r)
		return;
	ready_free(r->ready);
	free(r->column);
	free(r->order);
	free(r->keys);
	free(r);
}

struct edition *
narrow_edition(const struct narrow *r)
{
	return r->edition;
}

/* How the cell is to be read, by its mark. */
static const struct cell_form *
form_of(struct narrow *r, const struct text *fields)
{
	static const struct text none = {"None", 4};
	struct text mark = fields[r->attribute];
	struct spot spot = {r->attribute + 1, {"ValueAttribute", 14}, mark};

	if (mark.n == 0 || same_key(mark, none))
		return &v4;
	if (text_is(mark, "Impossible") && fields[r->value].n == 0)
		return &impossible;
	run_finding(r->run, RULE_ATTRIBUTE, &spot, &mark, 1);
	return &v4;
}

static void
read_cell(struct narrow *r, const struct text *fields)
{
	struct topic *t = edition_topic(r->edition, fields[r->measure]);
	bool text = fields[r->string].n > 0;
	const struct cell_form *form = &v4;

	r->run->records++;
	r->run->cells++;
	for (size_t i = 0; i < r->count; i++)
		r->keys[r->order[i]] = fields[r->column[i]];
	if (!edition_keys(r->edition, r->keys, 1))
		return;
	if (t->keep)
		form = form_of(r, fields);
	cell_read(r->edition, t, fields[text ? r->string : r->value], text,
		  form);
}

static inline void
note_id(struct narrow *r, const struct text *fields)
{
	if (r->id >= 0)
		ids_note(&r->edition->ids, fields[r->id]);
}

void
narrow_take(struct narrow *r, const struct text *fields)
{
	note_id(r, fields);
	read_cell(r, fields);
}

void
narrow_end(struct narrow *r)
{
	r->run->record = r->run->row = 0;
	edition_end(r->edition);
}

/* A row that is not put together from pieces. */
static void
take_row(struct narrow *r, const struct csvin *csv, const struct text *fields)
{
	if (r->ready)
		ready_flush(r->ready);
	r->run->record = csvin_record(csv);
	r->run->row = csvin_row(csv);
	read_cell(r, fields);
	if (r->ready)
		ready_learn(r->ready, fields);
}

static int
read_rows(struct narrow *r, struct csvin *csv)
{
	size_t n;
	int rc;

	while ((rc = csvin_next_row(csv)) == 1) {
		const struct text *fields = csvin_fields(csv, &n);

		note_id(r, fields);
		if (r->ready && ready_row(r->ready, fields))
			continue;
		take_row(r, csv, fields);
	}
	narrow_end(r);
	return rc;
}

static struct narrow *
read_header(struct run *run, struct csvin *csv, const struct meta *own)
{
	struct narrow *r;
	struct text *names;
	size_t n;

	if (csvin_header(csv) < 0 || csvin_need(csv, "Measure") < 0 ||
	    csvin_need(csv, "Value") < 0 ||
	    csvin_need(csv, "StringValue") < 0 ||
	    csvin_need(csv, "ValueAttribute") < 0)
		return NULL;
	n = csvin_columns(csv);
	names = mem_array(n, sizeof(*names));
	for (size_t i = 0; i < n; i++)
		names[i] = csvin_column_name(csv, i);
	r = narrow_new(run, names, n, text_of(""), own);
	free(names);
	if (r)
		r->ready =
		    ready_new(r->edition,
			      &(struct ready_columns){
				  r->measure, r->value, r->string, r->attribute,
				  r->column, r->order, r->count});
	return r;
}

int
narrow_read(struct run *run, struct input *in, const struct form_head *h)
{
	struct csvin *csv = csvin_new(
	    in, resource_delimiter((const unsigned char *)h->p, h->n));
	struct narrow *r = read_header(run, csv, h->own);
	int rc = r ? read_rows(r, csv) : -1;

	narrow_free(r);
	csvin_free(csv);
	return rc;
}
