#include "secrets/families.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

struct families {
	size_t *from;  /* by place, and one more: its first part in `parts` */
	size_t *parts; /* of all, by family */
	size_t grid;
};

#define NONE ((size_t)-1)

/* The wijk or municipality in which a place of the grid lies, or NONE. */
static size_t
parent_of(const struct places *ps, size_t place)
{
	const struct place *p = places_at(ps, place);
	char wijk[] = "WK000000", gemeente[] = "GM0000";
	long at = -1;

	if (p->level == REGION_BUURT) {
		memcpy(wijk + 2, p->code.s + 2, 6);
		at = places_known(ps, text_of(wijk));
	}
	if (at < 0 && region_is_part(p->code)) {
		memcpy(gemeente + 2, p->code.s + 2, 4);
		at = places_known(ps, text_of(gemeente));
	}
	return at < 0 ? NONE : (size_t)at;
}

struct families *
families_new(const struct places *ps)
{
	struct families *f = mem_new(struct families);
	size_t *parents, *next;

	f->grid = places_grid(ps);
	f->from = mem_array(f->grid + 2, sizeof(*f->from));
	f->parts = mem_array(f->grid + 1, sizeof(*f->parts));
	parents = mem_array(f->grid + 1, sizeof(*parents));
	for (size_t i = 0; i < f->grid; i++) {
		parents[i] = parent_of(ps, i);
		if (parents[i] != NONE)
			f->from[parents[i] + 2]++;
	}
	for (size_t i = 2; i < f->grid + 2; i++)
		f->from[i] += f->from[i - 1];
	/* Each part put moves the beginning of the next family to its own. */
	next = f->from + 1;
	for (size_t i = 0; i < f->grid; i++)
		if (parents[i] != NONE)
			f->parts[next[parents[i]]++] = i;
	free(parents);
	return f;
}

void
families_free(struct families *f)
{
	if (!f)
		return;
	free(f->from);
	free(f->parts);
	free(f);
}

struct family
families_of(const struct families *f, size_t place)
{
	size_t from = f->from[place], to = f->from[place + 1];

	return (struct family){f->parts + from, to - from};
}
