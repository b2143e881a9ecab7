#include "map.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "mem.h"

struct pair {
	struct text key;
	uint64_t hash;
	void *value;
};

/* Open addressing over indices into an array in order of insertion. */
struct map {
	struct arena *keys;
	struct pair *pairs;
	size_t count, cap;
	uint32_t *slots; /* index + 1; 0 is free */
	size_t mask;
};

struct map *
map_new(void)
{
	struct map *m = mem_new(struct map);

	m->keys = arena_new();
	m->mask = 63;
	m->slots = mem_array(m->mask + 1, sizeof(*m->slots));
	return m;
}

void
map_free(struct map *m)
{
	if (!m)
		return;
	arena_free(m->keys);
	free(m->pairs);
	free(m->slots);
	free(m);
}

/* Eight bytes at a step, mixed by multiplication: keys are short. */
uint64_t
map_hash(struct text t)
{
	uint64_t h = UINT64_C(0x9E3779B97F4A7C15) ^ t.n, w;
	size_t i = 0;

	for (; i + 8 <= t.n; i += 8) {
		memcpy(&w, t.s + i, 8);
		h = (h ^ w) * UINT64_C(0xFF51AFD7ED558CCD);
		h ^= h >> 32;
	}
	w = 0;
	if (i < t.n)
		memcpy(&w, t.s + i, t.n - i);
	h = (h ^ w) * UINT64_C(0xC4CEB9FE1A85EC53);
	return h ^ h >> 29;
}

/* The slot that holds key, or the free one where it would go. */
static size_t
probe(const struct map *m, struct text key, uint64_t hash)
{
	size_t i = (size_t)hash & m->mask;

	for (; m->slots[i]; i = (i + 1) & m->mask) {
		const struct pair *p = &m->pairs[m->slots[i] - 1];

		if (p->hash == hash && text_equal(p->key, key))
			break;
	}
	return i;
}

static void
rehash(struct map *m)
{
	size_t size = (m->mask + 1) * 2;

	if (m->count >= UINT32_MAX / 2)
		mem_fail();
	free(m->slots);
	m->slots = mem_array(size, sizeof(*m->slots));
	m->mask = size - 1;
	for (size_t k = 0; k < m->count; k++) {
		size_t i = (size_t)m->pairs[k].hash & m->mask;

		while (m->slots[i])
			i = (i + 1) & m->mask;
		m->slots[i] = (uint32_t)k + 1;
	}
}

size_t
map_count(const struct map *m)
{
	return m->count;
}

void *
map_get(const struct map *m, struct text key)
{
	size_t i = probe(m, key, map_hash(key));

	return m->slots[i] ? m->pairs[m->slots[i] - 1].value : NULL;
}

void **
map_slot(struct map *m, struct text key)
{
	uint64_t hash = map_hash(key);
	size_t i = probe(m, key, hash);

	if (m->slots[i])
		return &m->pairs[m->slots[i] - 1].value;
	if ((m->count + 1) * 3 > (m->mask + 1) * 2) {
		rehash(m);
		i = probe(m, key, hash);
	}
	m->pairs = mem_grow(m->pairs, &m->cap, m->count + 1, sizeof(*m->pairs));
	m->pairs[m->count] =
	    (struct pair){arena_text(m->keys, key), hash, NULL};
	m->slots[i] = (uint32_t)++m->count;
	return &m->pairs[m->count - 1].value;
}

struct text
map_key(const struct map *m, size_t i)
{
	return m->pairs[i].key;
}

void *
map_value(const struct map *m, size_t i)
{
	return m->pairs[i].value;
}
