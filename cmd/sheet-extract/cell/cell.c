#include "cell/cell.h"

void
cell_add(struct buffer *b, const char *s, size_t n)
{
	if (n > CELL_TEXT_MAX - b->n)
		n = CELL_TEXT_MAX - b->n;
	buffer_bytes(b, s, n);
}

bool
cell_is_full(const struct buffer *b)
{
	return b->n >= CELL_TEXT_MAX;
}
