/* Numbers in little-endian bytes, as all of old Excel has them. */
#ifndef BYTES_H
#define BYTES_H

#include <stdint.h>

static inline uint16_t
bytes_u16(const unsigned char *p)
{
	return (uint16_t)(p[0] | p[1] << 8);
}

static inline uint32_t
bytes_u32(const unsigned char *p)
{
	return (uint32_t)bytes_u16(p) | (uint32_t)bytes_u16(p + 2) << 16;
}

#endif
