#include "tables/key.h"

#include <stdbool.h>

struct text
key_join(struct buffer *b, const struct text *parts, size_t n)
{
	buffer_clear(b);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buffer_char(b, '|');
		buffer_add(b, parts[i]);
	}
	return buffer_view(b);
}

struct text
key_clean(struct buffer *b, struct text t)
{
	bool before = false;

	buffer_clear(b);
	for (size_t i = 0; i < t.n; i++) {
		bool control = (unsigned char)t.s[i] < 0x20 || t.s[i] == 0x7f;

		if (!control)
			buffer_char(b, t.s[i]);
		else if (!before)
			buffer_char(b, ' ');
		before = control;
	}
	return buffer_view(b);
}
