#include "pieces.h"

#include <stdlib.h>

#include "mem.h"

#define FIRST_BITS 6

static void
resize(struct pieces *t, unsigned bits)
{
	t->shift = 64 - bits;
	t->slots = mem_array((size_t)1 << bits, sizeof(*t->slots));
}

void
pieces_init(struct pieces *t)
{
	t->count = 0;
	resize(t, FIRST_BITS);
}

void
pieces_free(struct pieces *t)
{
	free(t->slots);
}

static struct piece *
vacant(const struct pieces *t, uint64_t head, uint64_t tail)
{
	size_t most = ((size_t)1 << (64 - t->shift)) - 1;
	size_t i = piece_hash(t, head, tail);

	while (t->slots[i].key_n)
		i = (i + 1) & most;
	return &t->slots[i];
}

static void
grow(struct pieces *t)
{
	struct piece *old = t->slots;
	size_t n = (size_t)1 << (64 - t->shift);

	resize(t, 64 - t->shift + 1);
	for (size_t i = 0; i < n; i++)
		if (old[i].key_n)
			*vacant(t, old[i].head, old[i].tail) = old[i];
	free(old);
}

void
pieces_add(struct pieces *t, struct text key, const struct piece *p)
{
	struct piece *slot;
	uint64_t head, tail;

	if (!piece_key(key, &head, &tail))
		return;
	/* A third full at most: hardly a key has another in its place. */
	if (3 * t->count >= (size_t)1 << (64 - t->shift))
		grow(t);
	t->count++;
	slot = vacant(t, head, tail);
	*slot = *p;
	slot->head = head;
	slot->tail = tail;
	slot->key_n = (uint8_t)key.n;
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
