#include "map.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

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

/* Drawn anew in each run: nobody can make keys that all fall in one place. */
static uint64_t secret[3];
static bool drawn;

static void
draw(void)
{
	size_t n = 0;
	ssize_t got;

	while (n < sizeof(secret)) {
		got = getrandom((char *)secret + n, sizeof(secret) - n, 0);
		if (got < 0 && errno != EINTR)
			break;
		n += got > 0 ? (size_t)got : 0;
	}
	/* Without: what nobody knows who makes a delivery. */
	if (n < sizeof(secret)) {
		secret[0] = (uint64_t)time(NULL) ^ (uint64_t)(uintptr_t)&n;
		secret[1] = (uint64_t)getpid() << 32 ^ secret[0] << 7;
		secret[2] = (uint64_t)clock() ^ (uint64_t)(uintptr_t)&draw;
	}
	drawn = true;
}

__extension__ typedef unsigned __int128 product;

/* Both halves of the product: one that is secret hides the other. */
static uint64_t
mix(uint64_t a, uint64_t b)
{
	product p = (product)a * b;

	return (uint64_t)p ^ (uint64_t)(p >> 64);
}

static uint64_t
load(const char *s, size_t n)
{
	uint64_t w = 0;

	memcpy(&w, s, n);
	return w;
}

/* Sixteen bytes at a step, the last of them once more where fewer are left:
 * keys are short. After wyhash (Wang Yi). */
uint64_t
map_hash(struct text t)
{
	const char *p = t.s;
	size_t n = t.n;
	uint64_t h, a = 0, b = 0;

	if (!drawn)
		draw();
	for (h = secret[0]; n > 16; p += 16, n -= 16)
		h = mix(load(p, 8) ^ secret[1], load(p + 8, 8) ^ h);
	if (n >= 8) {
		a = load(p, 8);
		b = load(p + n - 8, 8);
	} else if (n >= 4) {
		a = load(p, 4);
		b = load(p + n - 4, 4);
	} else if (n > 0) {
		a = load(p, n);
	}
	return mix(secret[2] ^ t.n, mix(a ^ secret[1], b ^ h));
}

uint64_t
map_hash_numbers(uint64_t a, uint64_t b)
{
	if (!drawn)
		draw();
	return mix(secret[2], mix(a ^ secret[1], b ^ secret[0]));
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
