#include "form/form.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "csvin.h"
#include "diag.h"
#include "mem.h"
#include "meta/label.h"
#include "table/cell.h"

/* A table as StatWeb laid it out:
 *   "Title"
 *   "";"";"Sex";"Men";"Women"                 a row for each dimension above
 *   "Subjects_1";"Subjects_2";"Periods";"2015";"2016*"
 *   "1 Infections";"1.1 Flu";"number";"3";"4" topic, unit, values
 *   "(c) Statistics Netherlands"
 * Stub columns that are not Subjects are dimensions too. */
#define HEADS_MAX 8

struct stub {
	bool is_topic;
	size_t axis; /* of a dimension */
};

struct statweb {
	struct run *run;
	struct csvin *csv;
	struct edition *edition;
	struct text *heads[HEADS_MAX]; /* labels by column */
	size_t head_axis[HEADS_MAX];
	size_t head_count;
	size_t width; /* columns of the table */
	size_t first; /* the first column of values; the unit is before it */
	struct stub *stubs;
	struct text *keys;
	struct buffer label; /* of a topic */
};

static const struct cell_form blank_is_impossible = {.untyped = true,
						     .comma = true};

static bool
is_topic(struct text name)
{
	return text_starts(name, "Subjects") || text_starts(name, "Onderwerp");
}

static int
fail(const struct statweb *w, const char *what)
{
	return diag_fail_at(w->run->file, csvin_row(w->csv), "%s", what);
}

/* The rows above the values; the last is the first that does not begin with
 * an empty field. */
static int
read_heads(struct statweb *w)
{
	const struct text *f;
	size_t n;
	int rc = csvin_next(w->csv);

	while (rc == 1 && (rc = csvin_next(w->csv)) == 1) {
		struct text *row;

		f = csvin_fields(w->csv, &n);
		if (w->head_count == HEADS_MAX)
			return fail(w, "more than 8 rows of heads");
		if (w->head_count && n != w->width)
			return fail(w, "heads of different widths");
		w->width = n;
		row = arena_alloc(w->run->arena, n, sizeof(*row));
		w->heads[w->head_count++] = row;
		for (size_t i = 0; i < n; i++)
			row[i] = arena_text(w->run->arena, text_trim(f[i]));
		if (row[0].n)
			return 0;
	}
	return rc < 0 ? -1 : fail(w, "no row of heads that names all columns");
}

/* The values begin behind the last head that is the title of a dimension. */
static int
find_first(struct statweb *w)
{
	const struct text *last = w->heads[w->head_count - 1];
	struct text key;

	for (size_t i = w->width; i > 0 && w->first == 0; i--)
		if (label_dimension(&w->edition->view, last[i - 1], &key))
			w->first = i;
	if (w->first == 0 || w->first == w->width)
		return fail(w, "none of its heads is the title of a dimension "
			       "in the metadata; give DataProperties with -M");
	return 0;
}

/* The dimensions: one a row of heads, and stub columns that are no topic. */
static int
bind(struct statweb *w)
{
	struct text *names = mem_array(w->width + HEADS_MAX, sizeof(*names));
	size_t *order = mem_array(w->width + HEADS_MAX, sizeof(*order));
	const struct text *last = w->heads[w->head_count - 1];
	const struct meta_view *v = &w->edition->view;
	size_t n = 0, k = 0;
	int rc = 0;

	for (size_t r = 0; r < w->head_count; r++)
		if (!label_dimension(v, w->heads[r][w->first - 1], &names[n++]))
			rc = fail(w, "a row of heads is not of a dimension in "
				     "the metadata");
	for (size_t i = 0; i + 1 < w->first; i++) {
		w->stubs[i].is_topic = is_topic(last[i]);
		if (!w->stubs[i].is_topic &&
		    !label_dimension(v, last[i], &names[n++]))
			rc = fail(w, "a column before the values is neither "
				     "Subjects nor a dimension");
	}
	w->keys = mem_array(n, sizeof(*w->keys));
	if (rc == 0)
		rc = edition_bind(w->edition, names, n, order);
	for (size_t r = 0; r < w->head_count; r++)
		w->head_axis[r] = order[k++];
	for (size_t i = 0; i + 1 < w->first; i++)
		if (!w->stubs[i].is_topic)
			w->stubs[i].axis = order[k++];
	free(names);
	free(order);
	return rc;
}

/* "1 Infections/1.1 Flu (number)" -> its measure. */
static struct topic *
topic_of(struct statweb *w, const struct text *f)
{
	char show[TEXT_SHOW];
	struct text key = text_of("");
	struct topic *t = NULL;

	buffer_clear(&w->label);
	for (size_t i = 0; i + 1 < w->first; i++) {
		struct text part = text_trim(f[i]);

		if (!w->stubs[i].is_topic || part.n == 0)
			continue;
		if (w->label.n)
			buffer_char(&w->label, '/');
		buffer_add(&w->label, part);
	}
	buffer_printf(&w->label, " (%s)", f[w->first - 1].s);
	if (label_measure(&w->edition->view, buffer_view(&w->label), &key) == 1)
		t = edition_topic(w->edition, key);
	else
		diag_fail_at(w->run->file, w->run->row,
			     "'%s' is not the label of one measure in the "
			     "metadata",
			     text_show(buffer_view(&w->label), show));
	return t;
}

static int
take(struct statweb *w, const struct text *f)
{
	struct topic *t = topic_of(w, f);

	if (!t)
		return -1;
	for (size_t i = 0; i + 1 < w->first; i++)
		if (!w->stubs[i].is_topic)
			w->keys[w->stubs[i].axis] = f[i];
	for (size_t i = w->first; i < w->width; i++) {
		bool nil = text_is(text_trim(f[i]), "-");

		w->run->records++;
		w->run->cells++;
		for (size_t r = 0; r < w->head_count; r++)
			w->keys[w->head_axis[r]] = w->heads[r][i];
		if (!edition_keys(w->edition, w->keys, 1))
			continue;
		edition_once(w->edition, t);
		cell_read(w->edition, t, nil ? text_of("0") : f[i], false,
			  &blank_is_impossible);
	}
	return 0;
}

static int
read_rows(struct statweb *w)
{
	size_t n;
	int rc;

	while ((rc = csvin_next(w->csv)) == 1) {
		const struct text *f = csvin_fields(w->csv, &n);

		w->run->record = csvin_record(w->csv);
		w->run->row = csvin_row(w->csv);
		if (csvin_blank(w->csv) || text_starts(f[0], "\xC2\xA9"))
			continue;
		if (n != w->width)
			return diag_fail_at(w->run->file, w->run->row,
					    "expected %zu fields, found %zu",
					    w->width, n);
		csvin_tell_header(w->csv, w->heads[w->head_count - 1], n);
		if (take(w, f) < 0)
			return -1;
	}
	return rc;
}

static int
read_table(struct statweb *w)
{
	w->edition = edition_of(w->run, text_of(""), NULL);
	if (!w->edition || read_heads(w) < 0 || find_first(w) < 0)
		return -1;
	w->edition->labels = true;
	w->stubs = mem_array(w->width, sizeof(*w->stubs));
	return bind(w) < 0 ? -1 : read_rows(w);
}

int
statweb_read(struct run *run, struct input *in, const struct form_head *h)
{
	struct statweb w = {.run = run};
	int rc;

	if (text_utf8_error(h->p, h->n) + 4 < h->n &&
	    input_encoding(in, "windows-1252") < 0)
		return -1;
	w.csv = csvin_new(in, ';');
	rc = read_table(&w);
	csvin_free(w.csv);
	free(w.stubs);
	free(w.keys);
	buffer_free(&w.label);
	return rc;
}
