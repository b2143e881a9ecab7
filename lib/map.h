/* A hash map from text to pointer, kept in order of insertion, so that
 * results never depend on the order of hashes. */
#ifndef MAP_H
#define MAP_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

struct map;

struct map *map_new(void);
void map_free(struct map *m);
size_t map_count(const struct map *m);
/* The value under key, or NULL. */
void *map_get(const struct map *m, struct text key);
/* Where the value of key is kept, made with NULL when it is new. The key is
 * copied. The place is valid until the next map_slot. */
void **map_slot(struct map *m, struct text key);
/* The i-th pair in order of insertion; the key is NUL-terminated and lives
 * as long as the map. */
struct text map_key(const struct map *m, size_t i);
void *map_value(const struct map *m, size_t i);
/* The hash that maps go by, for who has keys of its own; of two numbers, too.
 * Another one in each run: nothing may depend on it but time. */
uint64_t map_hash(struct text key);
uint64_t map_hash_numbers(uint64_t a, uint64_t b);

#endif
