#include "arena.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

#define BLOCK 65536

struct block {
	struct block *next;
	size_t used, cap;
	alignas(max_align_t) char data[];
};

struct arena {
	struct block *head;
};

struct arena *
arena_new(void)
{
	return mem_new(struct arena);
}

void
arena_free(struct arena *a)
{
	struct block *b, *next;

	if (!a)
		return;
	for (b = a->head; b; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

/* n bytes, zeroed, aligned to `align`. */
static void *
take(struct arena *a, size_t n, size_t align)
{
	struct block *b = a->head;
	size_t at = b ? (b->used + align - 1) / align * align : 0;
	size_t cap = n > BLOCK ? n : BLOCK;

	if (!b || at > b->cap || n > b->cap - at) {
		if (n > SIZE_MAX - sizeof(*b) - BLOCK)
			mem_fail();
		b = mem_array(1, sizeof(*b) + cap);
		b->cap = cap;
		b->next = a->head;
		a->head = b;
		at = 0;
	}
	b->used = at + n;
	return b->data + at;
}

void *
arena_alloc(struct arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		mem_fail();
	return take(a, n * size, alignof(max_align_t));
}

void *
arena_bytes(struct arena *a, size_t n)
{
	return take(a, n, 1);
}

char *
arena_string(struct arena *a, const char *s, size_t n)
{
	char *p = take(a, n + 1, 1);

	if (n)
		memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

struct text
arena_text(struct arena *a, struct text t)
{
	return (struct text){arena_string(a, t.s, t.n), t.n};
}
