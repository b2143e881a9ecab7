#include "form/wide.h"

#include <stdlib.h>

#include "diag.h"
#include "mem.h"
#include "meta/label.h"

enum role { ROLE_NONE, ROLE_DIMENSION, ROLE_MEASURE };

struct wide_column {
	enum role role;
	bool typed;
	size_t axis;
	struct topic *topic;
	bool shares;  /* of labels: several codes have one title */
	size_t place; /* of the code before, in the metadata; from 1 */
};

/* Nieuwbouw_2: v3 numbers its measures. */
static bool
is_numbered(struct text name)
{
	size_t i = name.n;

	while (i > 0 && name.s[i - 1] >= '0' && name.s[i - 1] <= '9')
		i--;
	return i > 1 && i < name.n && name.s[i - 1] == '_';
}

static enum role
role_of(const struct edition *e, const struct wide_name *n)
{
	if (text_is(n->name, "ID"))
		return ROLE_NONE;
	if (meta_measure(&e->view, n->name))
		return ROLE_MEASURE;
	if (meta_kind(&e->view, n->name) != AXIS_UNKNOWN)
		return ROLE_DIMENSION;
	return is_numbered(n->name) || n->typed ? ROLE_MEASURE : ROLE_DIMENSION;
}

static void
add(struct wide *w, const struct wide_name *n, enum role role)
{
	struct wide_column *c;

	w->columns =
	    mem_grow(w->columns, &w->cap, w->count + 1, sizeof(*w->columns));
	c = &w->columns[w->count++];
	*c = (struct wide_column){.role = role, .typed = n->typed};
	if (text_is(n->name, "ID"))
		w->id = (long)w->count - 1;
	if (role == ROLE_MEASURE) {
		c->topic = edition_topic(w->edition, n->name);
		c->topic->is_number |= n->typed;
		w->cells++;
	}
}

/* Which dimensions have titles that several codes share. */
static void
note_shares(struct wide *w)
{
	for (size_t i = 0; i < w->count; i++) {
		struct wide_column *c = &w->columns[i];
		struct text key = w->edition->axes[c->axis].key;
		const struct map *codes =
		    c->role == ROLE_DIMENSION
			? meta_codes(&w->edition->view, key)
			: NULL;

		for (size_t k = 0; codes && k < map_count(codes); k++) {
			const struct meta_code *m = map_value(codes, k);

			if (label_shared(&w->edition->view, key, m->title))
				w->shares = c->shares = true;
		}
	}
}

static int
bind_axes(struct wide *w, const struct wide_name *names, size_t count)
{
	struct text *keys = mem_array(count + 1, sizeof(*keys));
	size_t *order = mem_array(count + 1, sizeof(*order));
	size_t n = 0, k = 0;
	int rc;

	for (size_t i = 0; i < count; i++)
		if (role_of(w->edition, &names[i]) == ROLE_DIMENSION)
			keys[n++] = names[i].name;
	rc = edition_bind(w->edition, keys, n, order);
	w->keys = mem_array(n + 1, sizeof(*w->keys));
	for (size_t i = 0; rc == 0 && i < count; i++) {
		add(w, &names[i], role_of(w->edition, &names[i]));
		if (w->columns[i].role == ROLE_DIMENSION)
			w->columns[i].axis = order[k++];
	}
	if (rc == 0 && w->edition->labels)
		note_shares(w);
	free(keys);
	free(order);
	return rc;
}

int
wide_bind(struct wide *w, struct edition *e, const struct wide_name *names,
	  size_t count)
{
	w->edition = e;
	w->id = -1;
	if (bind_axes(w, names, count) < 0)
		return -1;
	if (w->cells > 0)
		return 0;
	return diag_fail("%s: no measure among its columns; expected names as "
			 "Nieuwbouw_2, or DataProperties with -M",
			 e->run->file);
}

int
wide_extend(struct wide *w, const struct wide_name *names, size_t count)
{
	char show[TEXT_SHOW];

	for (size_t i = w->count; i < count; i++) {
		enum role role = role_of(w->edition, &names[i]);

		if (role == ROLE_DIMENSION)
			return diag_fail_at(
			    w->edition->run->file, w->edition->run->row,
			    "%s: a dimension that the records before did not "
			    "have",
			    text_show(names[i].name, show));
		add(w, &names[i], role);
	}
	return 0;
}

void
wide_typed(struct wide *w, size_t column)
{
	struct wide_column *c = &w->columns[column];

	c->typed = true;
	if (c->topic)
		c->topic->is_number = true;
}

/* The one of these codes that another cell of the record names. */
static const struct meta_code *
code_by_cell(const struct wide *w, const struct meta_code *first,
	     const struct text *values)
{
	for (const struct meta_code *c = first; c; c = c->alike)
		for (size_t i = 0; i < w->count; i++)
			if (w->columns[i].role == ROLE_MEASURE &&
			    text_equal(text_trim(values[i]), c->key))
				return c;
	return NULL;
}

/* The one that comes next in the metadata, as StatLine orders its rows: behind
 * the code of the record before, or that one when other labels changed, and
 * then also from the start again. */
static const struct meta_code *
code_by_order(const struct wide *w, const struct wide_column *column,
	      const struct meta_code *first)
{
	bool same = text_equal((struct text){w->others.s, w->others.n},
			       (struct text){w->others_now.s, w->others_now.n});

	for (const struct meta_code *c = first; c; c = c->alike)
		if (c->place > column->place ||
		    (c->place == column->place && !same))
			return c;
	return same ? NULL : first;
}

static void
settle_label(struct wide *w, struct wide_column *column,
	     const struct text *values)
{
	struct edition *e = w->edition;
	struct text *label = &w->keys[column->axis];
	struct text key = e->axes[column->axis].key;
	const struct meta_code *first = label_shared(&e->view, key, *label);
	const struct meta_code *c =
	    first ? code_by_cell(w, first, values)
		  : meta_titled(&e->view, key, text_trim(*label));

	if (!c && first && (c = code_by_order(w, column, first)) != NULL)
		run_finding(e->run, RULE_BY_ORDER,
			    &(struct spot){.name = key, .value = *label}, &key,
			    1);
	if (!c)
		return;
	column->place = c->place;
	if (first)
		*label = c->key;
}

/* Labels that say not which code they are. */
static void
settle_labels(struct wide *w, const struct text *values)
{
	struct buffer before = w->others;

	w->others = w->others_now;
	w->others_now = before;
	buffer_clear(&w->others_now);
	for (size_t i = 0; i < w->count; i++)
		if (w->columns[i].role == ROLE_DIMENSION &&
		    !w->columns[i].shares)
			buffer_part(&w->others_now, values[i]);
	for (size_t i = 0; i < w->count; i++)
		if (w->columns[i].shares)
			settle_label(w, &w->columns[i], values);
}

void
wide_record(struct wide *w, const struct text *values)
{
	struct edition *e = w->edition;

	e->run->records++;
	e->run->cells += w->cells;
	for (size_t i = 0; i < w->count; i++)
		if (w->columns[i].role == ROLE_DIMENSION)
			w->keys[w->columns[i].axis] = values[i];
	if (w->id >= 0)
		ids_note(&e->ids, values[w->id]);
	if (w->shares)
		settle_labels(w, values);
	if (!edition_keys(e, w->keys, w->cells))
		return;
	if (w->id < 0 && !e->feed)
		edition_once(e, NULL);
	for (size_t i = 0; i < w->count; i++) {
		const struct wide_column *c = &w->columns[i];

		if (c->role == ROLE_MEASURE)
			cell_read(e, c->topic, values[i],
				  w->text_topics && !c->typed, &w->form);
	}
}

void
wide_free(struct wide *w)
{
	free(w->columns);
	free(w->keys);
	buffer_free(&w->others);
	buffer_free(&w->others_now);
	w->columns = NULL;
	w->keys = NULL;
	w->count = w->cap = w->cells = 0;
	w->shares = false;
}
