#include "words.h"

#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"

struct words {
	struct arena *arena;
	struct map *texts, *states, *kinds;
	const struct state *state; /* the one before */
	const struct kind *kind;
	struct buffer key;
};

struct words *
words_new(void)
{
	struct words *w = mem_new(struct words);

	w->arena = arena_new();
	w->texts = map_new();
	w->states = map_new();
	w->kinds = map_new();
	return w;
}

void
words_free(struct words *w)
{
	if (!w)
		return;
	map_free(w->texts);
	map_free(w->states);
	map_free(w->kinds);
	buffer_free(&w->key);
	arena_free(w->arena);
	free(w);
}

const struct text *
words_text(struct words *w, struct text t)
{
	static const struct text none = {"", 0};
	void **slot;

	if (t.n == 0)
		return &none;
	slot = map_slot(w->texts, t);
	if (!*slot) {
		struct text *copy = arena_alloc(w->arena, 1, sizeof(*copy));
		*copy = arena_text(w->arena, t);
		*slot = copy;
	}
	return *slot;
}

static bool
same_state(const struct state *a, const struct state *b)
{
	return a->gemeente == b->gemeente && a->fase == b->fase &&
	       a->planstatus == b->planstatus &&
	       a->projectfase == b->projectfase && a->bos == b->bos &&
	       a->hardheid == b->hardheid;
}

const struct state *
words_state(struct words *w, const struct state *s)
{
	const struct text *const texts[] = {s->gemeente, s->fase, s->planstatus,
					    s->projectfase, s->bos};
	void **slot;

	if (w->state && same_state(w->state, s))
		return w->state;
	buffer_clear(&w->key);
	buffer_bytes(&w->key, (const char *)texts, sizeof(texts));
	buffer_char(&w->key, (char)s->hardheid);
	slot = map_slot(w->states, buffer_view(&w->key));
	if (!*slot) {
		struct state *copy = arena_alloc(w->arena, 1, sizeof(*copy));
		*copy = *s;
		*slot = copy;
	}
	return w->state = *slot;
}

/* Mostly that of the row before. */
static bool
is_kind(const struct kind *k, enum soort soort, enum dimensie dimensie,
	struct text categorie)
{
	return k && !k->estimate && k->soort == (uint8_t)soort &&
	       k->dimensie == (uint8_t)dimensie &&
	       text_equal(k->categorie, categorie);
}

static void
add_num(struct buffer *b, struct num v)
{
	buffer_char(b, v.units < 0 ? '-' : '+');
	buffer_uint(b, (uint64_t)v.units);
	buffer_char(b, '/');
	buffer_uint(b, (uint64_t)v.scale);
}

const struct kind *
words_kind(struct words *w, enum soort soort, enum dimensie dimensie,
	   struct text categorie, const struct bounds *bounds)
{
	struct kind *k;
	void **slot;

	if (!bounds && is_kind(w->kind, soort, dimensie, categorie))
		return w->kind;
	buffer_clear(&w->key);
	buffer_char(&w->key, (char)soort);
	buffer_char(&w->key, (char)dimensie);
	buffer_part(&w->key, categorie);
	if (bounds) {
		add_num(&w->key, bounds->least);
		add_num(&w->key, bounds->most);
	}
	slot = map_slot(w->kinds, buffer_view(&w->key));
	if (!*slot) {
		if (map_count(w->kinds) >= UINT32_MAX)
			mem_fail();
		*slot = k = arena_alloc(w->arena, 1, sizeof(*k));
		k->categorie = *words_text(w, categorie);
		k->number = (uint32_t)(map_count(w->kinds) - 1);
		k->soort = (uint8_t)soort;
		k->dimensie = (uint8_t)dimensie;
		k->estimate = bounds;
		if (bounds)
			k->bounds = *bounds;
	}
	return w->kind = *slot;
}

const struct kind *
words_numbered(const struct words *w, uint32_t number)
{
	return map_value(w->kinds, number);
}
