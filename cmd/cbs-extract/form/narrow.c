#include "form/form.h"

#include <stdlib.h>

#include "csvin.h"
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
	struct csvin *csv;
	struct edition *edition;
	size_t measure, value, string, attribute;
	long id;		/* -1: none */
	size_t *column, *order; /* of each dimension: its field, its axis */
	size_t count;
	struct text *keys;
	struct ready *ready; /* NULL: all rows go the general way */
};

static int
need(const struct csvin *csv, const char *name, size_t *out)
{
	long i = csvin_need(csv, name);

	*out = (size_t)i;
	return i < 0 ? -1 : 0;
}

static int
find_columns(struct narrow *r)
{
	r->id = csvin_find(r->csv, "Id");
	if (need(r->csv, "Measure", &r->measure) < 0 ||
	    need(r->csv, "Value", &r->value) < 0 ||
	    need(r->csv, "StringValue", &r->string) < 0 ||
	    need(r->csv, "ValueAttribute", &r->attribute) < 0)
		return -1;
	for (size_t i = 0; i < csvin_columns(r->csv); i++)
		if (i != (size_t)r->id && i != r->measure && i != r->value &&
		    i != r->string && i != r->attribute)
			r->column[r->count++] = i;
	return 0;
}

static int
bind(struct narrow *r, const struct meta *own)
{
	size_t n = csvin_columns(r->csv);

	r->column = mem_array(n, sizeof(*r->column));
	r->order = mem_array(n, sizeof(*r->order));
	r->keys = mem_array(n, sizeof(*r->keys));
	r->edition = edition_of(r->run, text_of(""), own);
	if (!r->edition || find_columns(r) < 0)
		return -1;
	for (size_t i = 0; i < r->count; i++)
		r->keys[i] = csvin_column_name(r->csv, r->column[i]);
	r->edition->narrow = true;
	if (r->run->know)
		edition_all_topics(r->edition);
	if (edition_bind(r->edition, r->keys, r->count, r->order) < 0)
		return -1;
	r->ready = ready_new(
	    r->edition, &(struct ready_columns){r->measure, r->value, r->string,
						r->attribute, r->column,
						r->order, r->count});
	return 0;
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
take(struct narrow *r, const struct text *fields)
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

static void
take_record(struct narrow *r)
{
	size_t n;
	const struct text *fields = csvin_fields(r->csv, &n);

	if (r->id >= 0)
		ids_note(&r->edition->ids, fields[r->id]);
	if (r->ready && ready_row(r->ready, fields))
		return;
	if (r->ready)
		ready_flush(r->ready);
	r->run->record = csvin_record(r->csv);
	r->run->row = csvin_row(r->csv);
	take(r, fields);
	if (r->ready)
		ready_learn(r->ready, fields);
}

static int
read_rows(struct narrow *r, const struct meta *own)
{
	int rc;

	if (csvin_header(r->csv) < 0 || bind(r, own) < 0)
		return -1;
	while ((rc = csvin_next_row(r->csv)) == 1)
		take_record(r);
	r->run->record = r->run->row = 0;
	edition_end(r->edition);
	return rc;
}

int
narrow_read(struct run *run, struct input *in, const struct form_head *h)
{
	struct narrow r = {.run = run};
	int rc;

	r.csv = csvin_new(
	    in, resource_delimiter((const unsigned char *)h->p, h->n));
	rc = read_rows(&r, h->own);
	ready_free(r.ready);
	csvin_free(r.csv);
	free(r.column);
	free(r.order);
	free(r.keys);
	return rc;
}
