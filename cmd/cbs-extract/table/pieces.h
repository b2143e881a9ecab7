/* Ready-made text of keys, found by the bytes of the key. All that a row needs
 * of a key lies in one or two lines of cache, those of all keys side by side;
 * the hash table beside it has but their numbers. For ready.c; inline, being
 * the path of each record. */
#ifndef PIECES_H
#define PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "text.h"

/* The longest key that is kept; those of CBS have up to some ten bytes. */
#define PIECE_KEY 16
#define PIECE_PARTS 4
/* What is copied at once, whether it counts or not. */
#define PIECE_STEP 16
#define PIECE_TEXT 88 /* of all parts */

struct piece {
	uint64_t head, tail; /* of the key; as piece_key says */
	uint8_t key_n;
	uint8_t parts;
	uint8_t ends[PIECE_PARTS]; /* of each part in text */
	bool keep;		   /* false: rows with this key are left out */
	char text[PIECE_TEXT + PIECE_STEP + 1];
};

struct pieces {
	struct piece *list; /* the first is of no key: key_n is 0 */
	size_t count, cap;
	uint32_t *slots; /* places in list; 0: free */
	unsigned shift;	 /* 64 - log2 of the slots */
};

void pieces_init(struct pieces *t);
void pieces_free(struct pieces *t);
/* Keeps the parts of p under this key, which must not be there; passed over
 * when the key is empty or too long. */
void pieces_add(struct pieces *t, struct text key, const struct piece *p);

/* The first and the last bytes of a key, overlapping or not: with its length
 * they say all of it. */
static inline bool
piece_key(struct text key, uint64_t *head, uint64_t *tail)
{
	uint32_t a, b;

	if (key.n - 1 >= PIECE_KEY)
		return false;
	if (key.n >= 8) {
		memcpy(head, key.s, 8);
		memcpy(tail, key.s + key.n - 8, 8);
	} else if (key.n >= 4) {
		memcpy(&a, key.s, 4);
		memcpy(&b, key.s + key.n - 4, 4);
		*head = a;
		*tail = b;
	} else {
		*head = (unsigned char)key.s[0];
		*tail = (uint64_t)(unsigned char)key.s[key.n / 2] << 8 |
			(unsigned char)key.s[key.n - 1];
	}
	return true;
}

static inline size_t
piece_hash(const struct pieces *t, uint64_t head, uint64_t tail)
{
	uint64_t h = head * UINT64_C(0x9E3779B97F4A7C15) + tail;

	return (h * UINT64_C(0xD6E8FEB86659FD93)) >> t->shift;
}

/* Further on than where it should be; NULL: not known. */
struct piece *pieces_seek(const struct pieces *t, size_t slot, struct text key);

/* NULL when it is not known. */
static inline struct piece *
pieces_find(const struct pieces *t, struct text key)
{
	uint64_t head, tail;
	struct piece *p;
	size_t slot;

	if (!piece_key(key, &head, &tail))
		return NULL;
	slot = piece_hash(t, head, tail);
	p = &t->list[t->slots[slot]];
	if (((p->head ^ head) | (p->tail ^ tail) | (p->key_n ^ key.n)) == 0)
		return p;
	return pieces_seek(t, slot, key);
}

/* Adds a part; false when there is no room. */
bool piece_add(struct piece *p, struct text part);

/* Puts part i at `to`, which has room for PIECE_TEXT + PIECE_STEP bytes;
 * returns the place behind. */
static inline char *
piece_put(const struct piece *p, size_t i, char *to)
{
	size_t from = i ? p->ends[i - 1] : 0, n = p->ends[i] - from;

	memcpy(to, p->text + from, PIECE_STEP);
	if (n > PIECE_STEP)
		memcpy(to, p->text + from, n);
	return to + n;
}

#endif
