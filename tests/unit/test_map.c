#include "tap.h"

#include <stdint.h>

#include "arena.h"
#include "map.h"

static char values[40000];

int
main(void)
{
	struct map *m = map_new();
	struct arena *a = arena_new();
	char key[32];
	bool found = true, order = true, aligned = true;
	char *big;

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
