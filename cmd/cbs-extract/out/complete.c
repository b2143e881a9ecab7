#include "out/complete.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"

struct held {
	struct edition *edition;
	const struct code **codes;
	uint64_t *have; /* a bit for each topic */
	size_t words;
};

struct complete {
	struct run *run;
	struct map *cells;
	struct buffer key;
	size_t cell, topic; /* of complete_next */
};

struct complete *
complete_new(struct run *run)
{
	struct complete *c = mem_new(struct complete);

	c->run = run;
	c->cells = map_new();
	return c;
}

void
complete_free(struct complete *c)
{
	if (!c)
		return;
	map_free(c->cells);
	buffer_free(&c->key);
	free(c);
}

static struct held *
hold(struct complete *c, struct edition *e)
{
	struct arena *a = c->run->arena;
	struct held *h = arena_alloc(a, 1, sizeof(*h));

	h->edition = e;
	h->codes = arena_alloc(a, e->axis_count + 1, sizeof(*h->codes));
	for (size_t i = 0; i < e->axis_count; i++)
		h->codes[i] = e->axes[i].last;
	return h;
}

static void
widen(struct complete *c, struct held *h, size_t words)
{
	uint64_t *have = arena_alloc(c->run->arena, words, sizeof(*have));

	if (h->words)
		memcpy(have, h->have, h->words * sizeof(*have));
	h->have = have;
	h->words = words;
}

void
complete_note(struct complete *c, struct edition *e, const struct topic *t)
{
	struct held **slot, *h;

	if (!e->narrow)
		return;
	buffer_clear(&c->key);
	buffer_bytes(&c->key, (const char *)&e, sizeof(e));
	for (size_t i = 0; i < e->axis_count; i++)
		buffer_bytes(&c->key, (const char *)&e->axes[i].last,
			     sizeof(e->axes[i].last));
	slot = (struct held **)map_slot(c->cells, buffer_view(&c->key));
	if (!*slot)
		*slot = hold(c, e);
	h = *slot;
	if (t->place / 64 >= h->words)
		widen(c, h, map_count(e->topics) / 64 + 1);
	h->have[t->place / 64] |= UINT64_C(1) << (t->place % 64);
}

static bool
has(const struct held *h, size_t place)
{
	return place / 64 < h->words &&
	       (h->have[place / 64] >> (place % 64) & 1);
}

bool
complete_next(struct complete *c, struct edition **e, struct topic **t)
{
	for (; c->cell < map_count(c->cells); c->cell++, c->topic = 0) {
		const struct held *h = map_value(c->cells, c->cell);

		while (c->topic < map_count(h->edition->topics)) {
			*t = map_value(h->edition->topics, c->topic++);
			if (!(*t)->keep || has(h, (*t)->place))
				continue;
			*e = h->edition;
			edition_again(*e, h->codes);
			return true;
		}
	}
	return false;
}
