#include "varint.h"

unsigned char *
varint_put(unsigned char *p, uint64_t v)
{
	for (; v > 0x7F; v >>= 7)
		*p++ = (unsigned char)(v | 0x80);
	*p++ = (unsigned char)v;
	return p;
}

unsigned char *
varint_put_signed(unsigned char *p, int64_t v)
{
	return varint_put(p, (uint64_t)v << 1 ^ (v < 0 ? UINT64_MAX : 0));
}

uint64_t
varint_take(const unsigned char **p)
{
	uint64_t v = 0;
	unsigned shift = 0;

	for (; **p & 0x80; (*p)++, shift += 7)
		v |= (uint64_t)(**p & 0x7F) << shift;
	return v | (uint64_t) * (*p)++ << shift;
}

int64_t
varint_take_signed(const unsigned char **p)
{
	uint64_t v = varint_take(p);

	return (int64_t)(v >> 1 ^ (v & 1 ? UINT64_MAX : 0));
}
