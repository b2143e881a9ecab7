#include "table/pieces.h"

#include <stdlib.h>

#include "mem.h"

#define FIRST_BITS 8

static size_t
slot_count(const struct pieces *t)
{
	return (size_t)1 << (64 - t->shift);
}

void
pieces_init(struct pieces *t)
{
	*t = (struct pieces){.count = 1, .shift = 64 - FIRST_BITS};
	t->list = mem_grow(NULL, &t->cap, 1, sizeof(*t->list));
	t->list[0] = (struct piece){.key_n = 0};
	t->slots = mem_array(slot_count(t), sizeof(*t->slots));
}

void
pieces_free(struct pieces *t)
{
	free(t->slots);
	free(t->list);
}

static void
settle(struct pieces *t, size_t n)
{
	size_t most = slot_count(t) - 1;
	size_t i = piece_hash(t, t->list[n].head, t->list[n].tail);

	while (t->slots[i])
		i = (i + 1) & most;
	t->slots[i] = (uint32_t)n;
}

static void
grow(struct pieces *t)
{
	free(t->slots);
	t->shift--;
	t->slots = mem_array(slot_count(t), sizeof(*t->slots));
	for (size_t i = 1; i < t->count; i++)
		settle(t, i);
}

void
pieces_add(struct pieces *t, struct text key, const struct piece *p)
{
	struct piece made = *p;

	if (!piece_key(key, &made.head, &made.tail) || t->count == UINT32_MAX)
		return;
	made.key_n = (uint8_t)key.n;
	t->list = mem_grow(t->list, &t->cap, t->count + 1, sizeof(*t->list));
	t->list[t->count++] = made;
	/* A quarter full at most: hardly a key has another in its place. */
	if (4 * t->count > slot_count(t))
		grow(t);
	else
		settle(t, t->count - 1);
}

struct piece *
pieces_seek(const struct pieces *t, size_t slot, struct text key)
{
	size_t most = slot_count(t) - 1;
	uint64_t head, tail;

	if (!piece_key(key, &head, &tail))
		return NULL;
	for (size_t i = slot; t->slots[i]; i = (i + 1) & most) {
		struct piece *p = &t->list[t->slots[i]];

		if (p->head == head && p->tail == tail && p->key_n == key.n)
			return p;
	}
	return NULL;
}

bool
piece_add(struct piece *p, struct text part)
{
	size_t from = p->parts ? p->ends[p->parts - 1] : 0;

	if (part.n > PIECE_TEXT - from)
		return false;
	memcpy(p->text + from, part.s, part.n);
	p->ends[p->parts++] = (uint8_t)(from + part.n);
	return true;
}
