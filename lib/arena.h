/* An arena: many small pieces with one lifetime and one free. For lookup
 * tables that live as long as a load does. */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

#include "text.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a);
/* Zeroed and aligned for any type; lives until arena_free. Never NULL. */
void *arena_alloc(struct arena *a, size_t n, size_t size);
/* A NUL-terminated copy. */
struct text arena_text(struct arena *a, struct text t);
/* n bytes of any alignment, zeroed. */
void *arena_bytes(struct arena *a, size_t n);
char *arena_string(struct arena *a, const char *s, size_t n);

#endif
