#include "mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"

void
mem_fail(void)
{
	diag_hold(NULL);
	diag_fail("out of memory");
	/* exit() and not _exit(): output.c removes its temporary files. */
	exit(EXIT_FATAL);
}

void *
mem_array(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (!p)
		mem_fail();
	return p;
}

void *
mem_resize(void *p, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		mem_fail();
	n *= size;
	p = realloc(p, n ? n : 1);
	if (!p)
		mem_fail();
	return p;
}

void *
mem_grow(void *p, size_t *cap, size_t need, size_t size)
{
	size_t n = *cap ? *cap : 16;

	if (need <= *cap)
		return p;
	while (n < need) {
		if (n > SIZE_MAX / 2)
			mem_fail();
		n *= 2;
	}
	*cap = n;
	return mem_resize(p, n, size);
}

char *
mem_text(const char *s, size_t n)
{
	char *p = mem_array(n + 1, 1);

	if (n)
		memcpy(p, s, n);
	return p;
}
