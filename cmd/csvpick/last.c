#include "last.h"

#include <stdlib.h>

#include "buffer.h"
#include "map.h"
#include "mem.h"

struct kept {
	size_t count;
	struct text *fields;
	struct buffer bytes; /* of all of them */
};

struct last {
	size_t *at;
	size_t columns;
	struct map *kept;
	struct buffer key;
};

struct last *
last_new(const char *columns, const struct csvin *r)
{
	struct last *l = mem_new(struct last);
	struct text rest = text_of(columns), part;

	l->kept = map_new();
	while (text_split(&rest, ',', &part)) {
		long at = csvin_need_text(r, part);

		if (at < 0) {
			last_free(l);
			return NULL;
		}
		l->at = mem_resize(l->at, l->columns + 1, sizeof(*l->at));
		l->at[l->columns++] = (size_t)at;
	}
	return l;
}

void
last_free(struct last *l)
{
	if (!l)
		return;
	for (size_t i = 0; i < map_count(l->kept); i++) {
		struct kept *k = map_value(l->kept, i);

		buffer_free(&k->bytes);
		free(k->fields);
		free(k);
	}
	map_free(l->kept);
	buffer_free(&l->key);
	free(l->at);
	free(l);
}

void
last_keep(struct last *l, const struct csvin *r, const struct text *fields,
	  size_t count)
{
	size_t width, at = 0;
	const struct text *all = csvin_fields(r, &width);
	struct kept *k;
	void **slot;

	buffer_clear(&l->key);
	for (size_t i = 0; i < l->columns; i++)
		buffer_part(&l->key, all[l->at[i]]);
	slot = map_slot(l->kept, buffer_view(&l->key));
	if (!*slot)
		*slot = mem_new(struct kept);
	k = *slot;
	k->count = count;
	k->fields = mem_resize(k->fields, count, sizeof(*k->fields));
	buffer_clear(&k->bytes);
	for (size_t i = 0; i < count; i++)
		buffer_add(&k->bytes, fields[i]);
	for (size_t i = 0; i < count; at += fields[i++].n)
		k->fields[i] = (struct text){k->bytes.s + at, fields[i].n};
}

const struct text *
last_at(const struct last *l, size_t i, size_t *count)
{
	const struct kept *k;

	if (i >= map_count(l->kept))
		return NULL;
	k = map_value(l->kept, i);
	*count = k->count;
	return k->fields;
}
