#include "held.h"

#include <stdlib.h>

#include "arena.h"
#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "key.h"
#include "map.h"
#include "mem.h"

struct held {
	struct arena *arena;
	const char *name;
	struct text *columns;
	size_t width;
	struct map *rows;
};

static void
keep_header(struct held *h, const struct csvin *r)
{
	h->width = csvin_columns(r);
	h->columns = arena_alloc(h->arena, h->width, sizeof(*h->columns));
	for (size_t i = 0; i < h->width; i++)
		h->columns[i] = arena_text(h->arena, csvin_column_name(r, i));
}

static int
keep(struct held *h, const struct csvin *r, struct text key)
{
	void **slot = map_slot(h->rows, key);
	struct held_row *row = *slot;
	struct text *cells;

	if (row)
		return key_twice(r, key, row->line);
	row = *slot = arena_alloc(h->arena, 1, sizeof(*row));
	cells = arena_alloc(h->arena, h->width, sizeof(*cells));
	for (size_t i = 0; i < h->width; i++)
		cells[i] = arena_text(h->arena, csvin_field(r, i));
	*row = (struct held_row){.cells = cells,
				 .key = arena_text(h->arena, key),
				 .line = csvin_row(r)};
	return 0;
}

static int
read_rows(struct held *h, struct csvin *r, const char *columns)
{
	struct key key = {0};
	int rc = csvin_header(r);

	if (rc == 0)
		rc = key_find(&key, columns, r);
	if (rc == 0) {
		keep_header(h, r);
		while ((rc = csvin_next_row(r)) == 1)
			if (keep(h, r, key_of(&key, r)) < 0) {
				rc = -1;
				break;
			}
	}
	key_free(&key);
	return rc;
}

struct held *
held_load(const char *path, const char *key)
{
	struct input *in = input_open(path);
	struct held *h;
	struct csvin *r;
	int rc;

	if (!in)
		return NULL;
	h = mem_new(struct held);
	h->arena = arena_new();
	h->rows = map_new();
	h->name = path;
	r = csvin_new(in, ',');
	rc = read_rows(h, r, key);
	csvin_free(r);
	if (input_close(in) != 0 || rc < 0) {
		held_free(h);
		return NULL;
	}
	return h;
}

void
held_free(struct held *h)
{
	if (!h)
		return;
	map_free(h->rows);
	arena_free(h->arena);
	free(h);
}

const char *
held_name(const struct held *h)
{
	return h->name;
}

long
held_column(const struct held *h, struct text name)
{
	for (size_t i = 0; i < h->width; i++)
		if (text_equal(h->columns[i], name))
			return (long)i;
	return -1;
}

size_t
held_count(const struct held *h)
{
	return map_count(h->rows);
}

struct held_row *
held_row(struct held *h, size_t i)
{
	return map_value(h->rows, i);
}

struct held_row *
held_find(struct held *h, struct text key)
{
	return map_get(h->rows, key);
}
