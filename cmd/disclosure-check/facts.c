#include "facts.h"

#include <stdlib.h>

#include "arena.h"
#include "map.h"
#include "mem.h"
#include "world.h"

struct facts *
facts_new(const struct gemeenten *g)
{
	struct facts *all = mem_new(struct facts);

	all->arena = arena_new();
	all->gemeenten = g;
	all->words = map_new();
	return all;
}

void
facts_free(struct facts *all)
{
	if (!all)
		return;
	map_free(all->words);
	free(all->at);
	free(all->wood);
	arena_free(all->arena);
	free(all);
}

static struct text
field_at(const struct registers *in, size_t i)
{
	return registers_field(in,
			       (enum register_column)(REGISTER_PLANSTATUS + i));
}

static struct text
name_of(const struct plan_row *row)
{
	return row->plan_id.n ? row->plan_id : row->plan_naam;
}

static bool
says_same(const struct said *s, const struct registers *in,
	  const struct plan_row *row)
{
	if (!s || !text_equal(s->code, row->gemeente) ||
	    !text_equal(s->name, name_of(row)))
		return false;
	for (size_t i = 0; i < SAID_FIELDS; i++)
		if (!text_equal(s->fields[i], field_at(in, i)))
			return false;
	return true;
}

static const struct said *
said_of(struct facts *all, const struct registers *in,
	const struct plan_row *row)
{
	struct said *s = all->said;

	if (says_same(s, in, row))
		return s;
	s = all->said = arena_alloc(all->arena, 1, sizeof(*s));
	s->gemeente = gemeenten_by_code(all->gemeenten, row->gemeente);
	s->code = arena_text(all->arena, row->gemeente);
	s->name = arena_text(all->arena, name_of(row));
	for (size_t i = 0; i < SAID_FIELDS; i++)
		s->fields[i] = arena_text(all->arena, field_at(in, i));
	return s;
}

struct text
facts_word(struct facts *all, struct text word)
{
	struct text *own;
	void **slot;

	if (word.n == 0)
		return text_of("");
	slot = map_slot(all->words, word);
	own = *slot;
	if (!own) {
		own = *slot = arena_alloc(all->arena, 1, sizeof(*own));
		*own = arena_text(all->arena, word);
	}
	return *own;
}

/* What a plan says of wood: one amount in all its rows, or nothing. */
static void
hear_wood(struct facts *all, const struct said *said, bool closed,
	  const struct plan_row *row)
{
	struct wood *w;

	all->wood = mem_grow(all->wood, &all->wood_cap, row->plan + 1,
			     sizeof(*all->wood));
	for (; all->plans <= row->plan; all->plans++)
		all->wood[all->plans] = (struct wood){.said = NULL};
	w = &all->wood[row->plan];
	if (!w->said) {
		w->said = said;
		w->closed = closed;
		w->says = row->bos_given;
		w->ha = row->bos;
	} else if (w->says != row->bos_given ||
		   num_compare(w->ha, row->bos) != 0) {
		w->disputed = true;
	}
}

void
facts_take(struct facts *all, const struct registers *in,
	   const struct plan_row *row)
{
	const struct said *said = said_of(all, in, row);
	bool closed = !registers_public(in);
	struct fact *f;

	hear_wood(all, said, closed, row);
	if (!said->gemeente || !row->given || row->aantal.units == 0 ||
	    row->soort == SOORT_GEREALISEERD ||
	    row->hardheid == HARDHEID_TELT_NIET)
		return;
	all->scattered =
	    all->scattered ||
	    (all->count && all->at[all->count - 1].plan > row->plan);
	all->at =
	    mem_grow(all->at, &all->cap, all->count + 1, sizeof(*all->at));
	f = &all->at[all->count++];
	*f = (struct fact){.said = said,
			   .plan = row->plan,
			   .dimensie = (uint8_t)row->dimensie,
			   .hardheid = (uint8_t)row->hardheid,
			   .van = row->van ? row->van : NO_YEAR,
			   .tot = row->tot ? row->tot : NEVER,
			   .whole = row->telling == TELLING_JAAR,
			   .closed = closed,
			   .net = row->aantal};
	f->categorie = facts_word(all, row->categorie);
	if (row->soort == SOORT_SLOOP)
		f->net.units = -f->net.units;
}

struct facts *
facts_load(const struct gemeenten *g, const char *path)
{
	struct facts *all = facts_new(g);
	struct registers *in = registers_new();
	struct plan_row row;
	int rc = registers_open(in, path);

	if (rc == 0)
		while ((rc = registers_next(in, &row)) == 1)
			facts_take(all, in, &row);
	if (registers_close(in) != 0 || rc < 0) {
		facts_free(all);
		all = NULL;
	}
	registers_free(in);
	return all;
}

static int
by_plan(const void *x, const void *y)
{
	const struct fact *a = x, *b = y;

	return a->plan < b->plan ? -1 : a->plan > b->plan;
}

void
facts_gather(struct facts *all)
{
	if (all->scattered)
		qsort(all->at, all->count, sizeof(*all->at), by_plan);
	all->scattered = false;
}

struct text
fact_field(const struct fact *f, long column)
{
	return f->said->fields[column - REGISTER_PLANSTATUS];
}
