#include "ask/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

void
names_add(struct names *n, struct text name)
{
	if (name.n == 0)
		return;
	for (size_t i = 0; i < n->count; i++)
		if (strcmp(n->items[i], name.s) == 0)
			return;
	n->items = mem_grow(n->items, &n->cap, n->count + 1, sizeof(*n->items));
	n->items[n->count++] = name.s;
}

void
names_free(struct names *n)
{
	free(n->items);
	*n = (struct names){0};
}

/* Room kept free for ", ... and N more". */
#define NAMES_TAIL 48

const char *
names_list(const struct names *n, char buf[NAMES_ADVICE])
{
	size_t used = 0, i;

	buf[0] = '\0';
	for (i = 0; i < n->count; i++) {
		size_t len = strlen(n->items[i]);

		if (used + len + 2 >= NAMES_ADVICE - NAMES_TAIL)
			break;
		used += (size_t)snprintf(buf + used, NAMES_ADVICE - used,
					 "%s%s", i ? ", " : "", n->items[i]);
	}
	if (i < n->count)
		snprintf(buf + used, NAMES_ADVICE - used, "%s%zu more",
			 i ? " and " : "", n->count - i);
	return buf;
}

const char *
names_advice(const struct names *n, struct text wrong, char buf[NAMES_ADVICE])
{
	const char *near = text_nearest(wrong, n->items, n->count);
	char list[NAMES_ADVICE], show[TEXT_SHOW];

	if (near)
		snprintf(buf, NAMES_ADVICE, "did you mean '%s'?",
			 text_show(text_of(near), show));
	else if (n->count == 0)
		snprintf(buf, NAMES_ADVICE, "there are none");
	else
		snprintf(buf, NAMES_ADVICE, "there are: %.*s",
			 NAMES_ADVICE - 16, names_list(n, list));
	return buf;
}
