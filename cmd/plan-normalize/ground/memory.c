#include "ground/memory.h"

#include <string.h>

static ssize_t
memory_read(void *ctx, void *buf, size_t n)
{
	struct memory *m = ctx;

	if (n > m->rest.n)
		n = m->rest.n;
	if (n)
		memcpy(buf, m->rest.s, n);
	m->rest.s += n;
	m->rest.n -= n;
	return (ssize_t)n;
}

static int
memory_close(void *ctx)
{
	(void)ctx;
	return 0;
}

struct input *
memory_input(struct memory *m, const char *name, struct text bytes)
{
	m->rest = bytes;
	return input_new(name, m, memory_read, memory_close);
}

struct text
memory_whole_lines(struct text t)
{
	size_t n = t.n;

	if (n < INPUT_PEEK)
		return t;
	while (n && t.s[n - 1] != '\n')
		n--;
	return (struct text){t.s, n ? n : t.n};
}
