/* Numbers that look like chance and are the same everywhere: xorshift64. For
 * the programs that make input. */
#ifndef ANY_H
#define ANY_H

#include <stdint.h>

static uint64_t any_state = UINT64_C(88172645463325252);

/* 0 to below - 1. */
static inline uint32_t
any(uint32_t below)
{
	any_state ^= any_state << 13;
	any_state ^= any_state >> 7;
	any_state ^= any_state << 17;
	return (uint32_t)(any_state >> 33) % below;
}

#endif
