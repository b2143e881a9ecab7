/* A set of rows or columns, kept as runs. */
#ifndef SPANS_H
#define SPANS_H

#include <stdbool.h>
#include <stddef.h>

struct span {
	size_t from, to; /* both included */
};

struct spans {
	struct span *list;
	size_t count, cap;
};

void spans_add(struct spans *s, size_t from, size_t to);
/* Sorts and joins; before the first question. */
void spans_settle(struct spans *s);
bool spans_has(const struct spans *s, size_t i);
void spans_free(struct spans *s);

#endif
