#include "grid/measure.h"

#include <stdlib.h>

#include "mem.h"
#include "tables/rule.h"

/* A unit that came for a series. */
struct other {
	struct other *next;
	struct text unit;
	enum units_fit fit;
	struct units_scale scale;
	size_t converted, left_out;
	struct finding_place first; /* that was left out, or else converted */
};

struct series {
	struct text unit; /* s NULL: none yet */
	struct other *others, *last;
};

struct measures {
	struct arena *arena;
	const struct catalogue *catalogue;
	const struct units *units;
	struct series *list;
	size_t count;
};

struct measures *
measures_new(const struct catalogue *c, const struct units *units)
{
	struct measures *m = mem_new(struct measures);

	m->arena = arena_new();
	m->catalogue = c;
	m->units = units;
	m->count = catalogue_series(c);
	m->list = mem_array(m->count + 1, sizeof(*m->list));
	for (size_t i = 0; i < catalogue_count(c); i++)
		if (catalogue_at(c, i)->eenheid.n)
			m->list[i].unit = catalogue_at(c, i)->eenheid;
	return m;
}

void
measures_free(struct measures *m)
{
	if (!m)
		return;
	arena_free(m->arena);
	free(m->list);
	free(m);
}

void
measures_like(struct measures *m, size_t series, size_t as)
{
	m->list[series].unit = m->list[as].unit;
}

struct text
measures_unit(const struct measures *m, size_t series)
{
	struct text unit = m->list[series].unit;

	return unit.s ? unit : text_of("");
}

static struct other *
find(struct measures *m, struct series *s, struct text unit)
{
	struct other **end = &s->others, *x;

	for (x = *end; x; x = *end) {
		if (text_equal(x->unit, unit))
			return x;
		end = &x->next;
	}
	x = arena_alloc(m->arena, 1, sizeof(*x));
	x->unit = arena_text(m->arena, unit);
	x->fit =
	    unit.n ? units_fit(m->units, unit, s->unit, &x->scale) : UNITS_SAME;
	*end = x;
	return x;
}

static void
count(struct measures *m, struct other *x, size_t *n,
      const struct observations *o, const char *file)
{
	if ((*n)++ > 0)
		return;
	x->first = observations_place(o, OBSERVATION_EENHEID);
	x->first.file = file;
	x->first.value = arena_text(m->arena, x->first.value);
}

bool
measures_take(struct measures *m, size_t series, const struct observations *o,
	      const char *file, struct observation *v)
{
	struct text unit = observations_field(o, OBSERVATION_EENHEID);
	struct series *s = &m->list[series];

	if (!s->unit.s)
		s->unit = arena_text(m->arena, unit);
	if (!s->last || !text_equal(s->last->unit, unit))
		s->last = find(m, s, unit);
	if (s->last->fit == UNITS_SAME || v->reden != REDEN_NONE)
		return s->last->fit == UNITS_SAME;
	if (s->last->fit == UNITS_SCALED &&
	    units_convert(&s->last->scale, &v->value, &v->decimals)) {
		count(m, s->last, &s->last->converted, o, file);
		return false;
	}
	v->reden = REDEN_ONBEKEND;
	count(m, s->last, &s->last->left_out, o, file);
	return false;
}

static void
tell(const struct measures *m, struct findings *f, size_t series,
     const struct other *x)
{
	size_t n = x->left_out ? x->left_out : x->converted;
	char buf[NUM_TEXT];
	const struct text args[] = {
	    catalogue_selection(m->catalogue, series)->onderwerp,
	    m->list[series].unit, x->unit, num_format(num_of((int64_t)n), buf)};

	if (n > 0)
		finding_add(f, &rules[x->left_out ? RULE_UNIT : RULE_CONVERTED],
			    &x->first, args, 4);
}

void
measures_tell(const struct measures *m, struct findings *f)
{
	for (size_t i = 0; i < m->count; i++)
		for (const struct other *x = m->list[i].others; x; x = x->next)
			tell(m, f, i, x);
}
