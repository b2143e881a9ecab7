/* For fuzz targets: bytes in memory as an input. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stdint.h>
#include <string.h>

#include "input.h"

struct memory {
	const uint8_t *p;
	size_t n;
};

static inline ssize_t
memory_read(void *ctx, void *buf, size_t n)
{
	struct memory *m = ctx;
	if (n > m->n)
		n = m->n;
	memcpy(buf, m->p, n);
	m->p += n;
	m->n -= n;
	return (ssize_t)n;
}

static inline int
memory_close(void *ctx)
{
	(void)ctx;
	return 0;
}

static inline struct input *
memory_input(struct memory *m)
{
	return input_new("fuzz", m, memory_read, memory_close);
}

#endif
