#include "cell/strings.h"

#include <stdlib.h>

#include "buffer.h"
#include "mem.h"

struct strings {
	struct buffer bytes;
	size_t *ends; /* of each string in bytes */
	size_t count, ends_cap;
};

struct strings *
strings_new(void)
{
	return mem_new(struct strings);
}

void
strings_free(struct strings *s)
{
	if (s == NULL)
		return;
	buffer_free(&s->bytes);
	free(s->ends);
	free(s);
}

void
strings_add(struct strings *s, struct text t)
{
	buffer_add(&s->bytes, t);
	s->ends =
	    mem_grow(s->ends, &s->ends_cap, s->count + 1, sizeof(*s->ends));
	s->ends[s->count++] = s->bytes.n;
}

size_t
strings_count(const struct strings *s)
{
	return s == NULL ? 0 : s->count;
}

struct text
strings_at(const struct strings *s, size_t i)
{
	size_t from = i > 0 ? s->ends[i - 1] : 0;
	return (struct text){s->bytes.s + from, s->ends[i] - from};
}
