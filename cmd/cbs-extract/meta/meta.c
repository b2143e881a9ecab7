#include "meta/meta.h"

#include <stdlib.h>

#include "arena.h"
#include "mem.h"

struct meta *
meta_new(void)
{
	struct meta *m = mem_new(struct meta);

	m->table = m->title = text_of("");
	m->arena = arena_new();
	m->dimensions = map_new();
	m->measures = map_new();
	m->groups = map_new();
	return m;
}

void
meta_free(struct meta *m)
{
	if (!m)
		return;
	for (size_t i = 0; i < map_count(m->dimensions); i++) {
		struct meta_dimension *d = map_value(m->dimensions, i);

		map_free(d->codes);
		map_free(d->titles);
	}
	map_free(m->dimensions);
	map_free(m->measures);
	map_free(m->groups);
	arena_free(m->arena);
	free(m);
}

struct text
meta_keep(struct meta *m, struct text t)
{
	return arena_text(m->arena, t);
}

struct meta_dimension *
meta_add_dimension(struct meta *m, struct text key)
{
	void **slot = map_slot(m->dimensions, key);
	struct meta_dimension *d = *slot;

	if (d)
		return d;
	*slot = d = arena_alloc(m->arena, 1, sizeof(*d));
	d->key = meta_keep(m, key);
	d->title = text_of("");
	d->codes = map_new();
	d->titles = map_new();
	return d;
}

struct meta_code *
meta_add_code(struct meta *m, struct text dimension, struct text key)
{
	struct meta_dimension *d = meta_add_dimension(m, dimension);
	struct text trimmed = text_trim(key);
	void **slot = map_slot(d->codes, trimmed);
	struct meta_code *c = *slot;

	if (c)
		return c;
	*slot = c = arena_alloc(m->arena, 1, sizeof(*c));
	c->key = meta_keep(m, trimmed);
	c->title = c->status = text_of("");
	c->place = map_count(d->codes);
	return c;
}

struct meta_measure *
meta_add_measure(struct meta *m, struct text key)
{
	void **slot = map_slot(m->measures, key);
	struct meta_measure *x = *slot;

	if (x)
		return x;
	*slot = x = arena_alloc(m->arena, 1, sizeof(*x));
	x->key = meta_keep(m, key);
	x->title = x->unit = x->group = text_of("");
	return x;
}

struct meta_group *
meta_add_group(struct meta *m, struct text id)
{
	void **slot = map_slot(m->groups, id);
	struct meta_group *g = *slot;

	if (g)
		return g;
	*slot = g = arena_alloc(m->arena, 1, sizeof(*g));
	g->title = g->parent = text_of("");
	return g;
}

const struct meta_measure *
meta_measure(const struct meta_view *v, struct text key)
{
	for (size_t i = 0; i < META_SOURCES; i++) {
		const struct meta_measure *x =
		    v->of[i] ? map_get(v->of[i]->measures, key) : NULL;

		if (x)
			return x;
	}
	return NULL;
}

const struct meta_code *
meta_code(const struct meta_view *v, struct text dimension, struct text key)
{
	for (size_t i = 0; i < META_SOURCES; i++) {
		const struct meta_dimension *d =
		    v->of[i] ? map_get(v->of[i]->dimensions, dimension) : NULL;
		const struct meta_code *c = d ? map_get(d->codes, key) : NULL;

		if (c)
			return c;
	}
	return NULL;
}

enum axis_kind
meta_kind(const struct meta_view *v, struct text dimension)
{
	for (size_t i = 0; i < META_SOURCES; i++) {
		const struct meta_dimension *d =
		    v->of[i] ? map_get(v->of[i]->dimensions, dimension) : NULL;

		if (d && d->kind != AXIS_UNKNOWN)
			return d->kind;
	}
	return AXIS_UNKNOWN;
}

const struct meta_dimension *
meta_dimension(const struct meta_view *v, struct text key)
{
	for (size_t i = 0; i < META_SOURCES; i++) {
		const struct meta_dimension *d =
		    v->of[i] ? map_get(v->of[i]->dimensions, key) : NULL;

		if (d && d->title.n)
			return d;
	}
	return NULL;
}

bool
meta_has_measures(const struct meta_view *v)
{
	for (size_t i = 0; i < META_SOURCES; i++)
		if (v->of[i] && map_count(v->of[i]->measures) > 0)
			return true;
	return false;
}

/* The first source that lists codes of this dimension, or NULL. */
static const struct meta_dimension *
listed(const struct meta_view *v, struct text dimension)
{
	for (size_t i = 0; i < META_SOURCES; i++) {
		const struct meta_dimension *d =
		    v->of[i] ? map_get(v->of[i]->dimensions, dimension) : NULL;

		if (d && map_count(d->codes) > 0)
			return d;
	}
	return NULL;
}

const struct map *
meta_codes(const struct meta_view *v, struct text dimension)
{
	const struct meta_dimension *d = listed(v, dimension);

	return d ? d->codes : NULL;
}

/* From the last to the first, so that each points to the one after it. */
static void
fill_titles(const struct meta_dimension *d)
{
	for (size_t i = map_count(d->codes); i-- > 0;) {
		struct meta_code *c = map_value(d->codes, i);
		void **slot = map_slot(d->titles, c->title);

		c->alike = *slot;
		*slot = c;
	}
}

const struct meta_code *
meta_titled(const struct meta_view *v, struct text dimension, struct text title)
{
	const struct meta_dimension *d = listed(v, dimension);

	if (!d)
		return NULL;
	if (map_count(d->titles) == 0)
		fill_titles(d);
	return map_get(d->titles, title);
}

const struct meta *
meta_dimensions(const struct meta_view *v)
{
	for (size_t i = 0; i < META_SOURCES; i++)
		if (v->of[i] && map_count(v->of[i]->dimensions) > 0)
			return v->of[i];
	return NULL;
}
