#include "form/wide.h"

#include <stdlib.h>

#include "diag.h"
#include "mem.h"

enum role { ROLE_NONE, ROLE_DIMENSION, ROLE_MEASURE };

struct wide_column {
	enum role role;
	bool typed;
	size_t axis;
	struct topic *topic;
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
	if (role == ROLE_MEASURE) {
		c->topic = edition_topic(w->edition, n->name);
		w->cells++;
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
	free(keys);
	free(order);
	return rc;
}

int
wide_bind(struct wide *w, struct edition *e, const struct wide_name *names,
	  size_t count)
{
	w->edition = e;
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
	w->columns[column].typed = true;
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
	if (!edition_keys(e, w->keys, w->cells))
		return;
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
	w->columns = NULL;
	w->keys = NULL;
	w->count = w->cap = w->cells = 0;
}
