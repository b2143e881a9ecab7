#include "tap.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arena.h"
#include "map.h"

static char values[40000];

/* Keys of which each sixteen bytes are one of two: those of one place in a
 * table whose hash is known, as ours was before it had a key of each run. */
#define HOSTILE 12

static struct text
hostile(unsigned which, char key[16 * HOSTILE])
{
	memset(key, 'a', 16 * HOSTILE);
	for (int i = 0; i < HOSTILE; i++) {
		if (!(which >> i & 1))
			continue;
		key[16 * i + 7] ^= (char)0x80;
		key[16 * i + 11] ^= (char)0x80;
		key[16 * i + 15] ^= (char)0x80;
	}
	return (struct text){key, 16 * HOSTILE};
}

static int
by_value(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static int
distinct_hashes(void)
{
	static uint64_t all[1 << HOSTILE];
	char key[16 * HOSTILE];
	int n = 0;

	for (unsigned i = 0; i < 1 << HOSTILE; i++)
		all[i] = map_hash(hostile(i, key));
	qsort(all, 1 << HOSTILE, sizeof(*all), by_value);
	for (int i = 0; i < 1 << HOSTILE; i++)
		n += i == 0 || all[i] != all[i - 1];
	return n;
}

/* That of another run: of a process that has drawn none yet. */
static uint64_t
hash_elsewhere(void)
{
	uint64_t h = 0;
	int fd[2];

	if (pipe(fd) != 0)
		return 0;
	if (fork() == 0) {
		h = map_hash(text_of("key"));
		_exit(write(fd[1], &h, sizeof(h)) == sizeof(h) ? 0 : 1);
	}
	if (read(fd[0], &h, sizeof(h)) != sizeof(h))
		h = 0;
	close(fd[0]);
	close(fd[1]);
	wait(NULL);
	return h;
}

int
main(void)
{
	struct map *m = map_new();
	struct arena *a = arena_new();
	char key[32];
	bool found = true, order = true, aligned = true;
	char *big;

	ok(hash_elsewhere() != hash_elsewhere(), "each run has its own hash");
	ok(map_hash(text_of("key")) == map_hash(text_of("key")),
	   "and keeps it");
	is_int(distinct_hashes(), 1 << HOSTILE,
	       "keys that are made to fall in one place do not");
	ok(map_get(m, text_of("x")) == NULL, "an empty map has nothing");
	for (int i = 0; i < 40000; i++) {
		snprintf(key, sizeof(key), "key %d", i);
		*map_slot(m, text_of(key)) = &values[i];
	}
	is_int(map_count(m), 40000, "40,000 keys");
	for (int i = 0; i < 40000; i++) {
		snprintf(key, sizeof(key), "key %d", i);
		found = found && map_get(m, text_of(key)) == &values[i];
		order = order && text_is(map_key(m, (size_t)i), key) &&
			map_value(m, (size_t)i) == &values[i];
	}
	ok(found, "each is found");
	ok(order, "in order of insertion");
	ok(*map_slot(m, text_of("key 7")) == &values[7], "no key twice");
	is_int(map_count(m), 40000, "still 40,000");
	ok(map_slot(m, text_of("")) != NULL, "the empty key is a key");
	map_free(m);
	for (int i = 1; i < 2000; i++)
		aligned =
		    aligned &&
		    (uintptr_t)arena_alloc(a, 1, (size_t)i % 37 + 1) % 16 == 0;
	ok(aligned, "an arena aligns");
	big = arena_alloc(a, 3, 100000);
	big[299999] = 'x';
	ok(big[0] == 0, "a piece larger than a block, zeroed");
	is_text(arena_text(a, text_of("kept")), "kept", "a copy");
	arena_free(a);
	arena_free(NULL);
	map_free(NULL);
	return done();
}
