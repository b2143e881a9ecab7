/* Are two short keys equal? Inline, for the path of each record: keys of CBS
 * have up to some ten bytes, and a call of memcmp costs more than the rest. */
#ifndef SAME_H
#define SAME_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "text.h"

static inline bool
same_ends8(const char *a, const char *b, size_t n)
{
	uint64_t a1, a2, b1, b2;

	memcpy(&a1, a, 8);
	memcpy(&b1, b, 8);
	memcpy(&a2, a + n - 8, 8);
	memcpy(&b2, b + n - 8, 8);
	return ((a1 ^ b1) | (a2 ^ b2)) == 0;
}

static inline bool
same_ends4(const char *a, const char *b, size_t n)
{
	uint32_t a1, a2, b1, b2;

	memcpy(&a1, a, 4);
	memcpy(&b1, b, 4);
	memcpy(&a2, a + n - 4, 4);
	memcpy(&b2, b + n - 4, 4);
	return ((a1 ^ b1) | (a2 ^ b2)) == 0;
}

/* Always inline: with a constant it is a comparison of a word. */
__attribute__((always_inline)) static inline bool
same_key(struct text a, struct text b)
{
	if (a.n != b.n)
		return false;
	if (a.n > 16)
		return memcmp(a.s, b.s, a.n) == 0;
	if (a.n >= 8)
		return same_ends8(a.s, b.s, a.n);
	if (a.n >= 4)
		return same_ends4(a.s, b.s, a.n);
	for (size_t i = 0; i < a.n; i++)
		if (a.s[i] != b.s[i])
			return false;
	return true;
}

#endif
