#include "before.h"

#include <stdlib.h>

#include "mem.h"
#include "table.h"

enum {
	GEMEENTE,
	LEVERING,
	PEILDATUM,
	BESTAND,
	BYTES,
	SHA256,
	UITGAVE,
	COLUMNS
};

static const char *const columns[COLUMNS] = {
    "gemeente", "levering", "peildatum", "bestand",
    "bytes",	"sha256",   "uitgave"};

struct before {
	struct arena *arena;
	struct map *of; /* gemeente -> struct was */
	const char *path;
	struct table *forces; /* NULL: not kept */
};

static struct was *
was_of(struct before *b, struct text gemeente)
{
	void **slot = map_slot(b->of, gemeente);
	struct was *w = *slot;

	if (!w) {
		*slot = w = arena_alloc(b->arena, 1, sizeof(*w));
		w->gemeente = map_key(b->of, map_count(b->of) - 1);
		w->tally = tally_new();
	}
	return w;
}

static void
add_force(struct was *w, const struct force *f)
{
	w->list = mem_grow(w->list, &w->cap, w->count + 1, sizeof(*w->list));
	w->list[w->count++] = *f;
}

/* What a row says of its delivery, once. */
static void
note_force(struct before *b, struct was *w, const struct plan_row *row,
	   const char *name)
{
	struct force f = {.uitgave = text_of(name)};

	for (size_t i = 0; i < w->count; i++)
		if (text_equal(w->list[i].levering, row->delivery) &&
		    text_equal(w->list[i].peildatum, row->peildatum))
			return;
	f.levering = arena_text(b->arena, row->delivery);
	f.peildatum = arena_text(b->arena, row->peildatum);
	add_force(w, &f);
}

static int
read_register(struct before *b, const char *name)
{
	struct registers *r = registers_new();
	struct plan_row row;
	int rc = registers_open(r, b->path);

	while (rc == 0 && (rc = registers_next(r, &row)) == 1) {
		struct was *w = was_of(b, row.gemeente);

		note_force(b, w, &row, name);
		rc = tally_take(w->tally, r, &row);
	}
	if (rc == 0)
		rc = registers_close(r);
	registers_free(r);
	return rc;
}

/* What was kept of the deliveries goes before what the rows say. */
static int
read_forces(struct before *b, const char *path)
{
	struct map *seen;

	if (!path)
		return 0;
	b->forces = table_load(path, columns, COLUMNS);
	if (!b->forces)
		return -1;
	seen = map_new();
	for (size_t i = 0; i < table_rows(b->forces); i++) {
		const struct table *t = b->forces;
		struct text gemeente = table_cell(t, i, GEMEENTE);
		struct was *w = map_get(b->of, gemeente);
		struct force f = {
		    table_cell(t, i, LEVERING), table_cell(t, i, PEILDATUM),
		    table_cell(t, i, BESTAND),	table_cell(t, i, BYTES),
		    table_cell(t, i, SHA256),	table_cell(t, i, UITGAVE)};

		if (!w)
			continue;
		if (!map_get(seen, gemeente))
			w->count = 0;
		*map_slot(seen, gemeente) = w;
		add_force(w, &f);
	}
	map_free(seen);
	return 0;
}

struct before *
before_load(const char *path, const char *forces, const char *name)
{
	struct before *b = mem_new(struct before);

	b->arena = arena_new();
	b->of = map_new();
	b->path = path;
	if (read_register(b, name) == 0 && read_forces(b, forces) == 0)
		return b;
	before_free(b);
	return NULL;
}

void
before_free(struct before *b)
{
	if (!b)
		return;
	for (size_t i = 0; i < map_count(b->of); i++) {
		struct was *w = map_value(b->of, i);

		tally_free(w->tally);
		free(w->list);
	}
	map_free(b->of);
	table_free(b->forces);
	arena_free(b->arena);
	free(b);
}

size_t
before_count(const struct before *b)
{
	return b ? map_count(b->of) : 0;
}

const struct was *
before_at(const struct before *b, size_t i)
{
	return map_value(b->of, i);
}

const struct was *
before_of(const struct before *b, struct text gemeente)
{
	return b ? map_get(b->of, gemeente) : NULL;
}

static void
write_row(const struct registers *r, struct csvout *w)
{
	for (int c = 0; c < REGISTER_WIDTH; c++)
		csvout_text(w, registers_field(r, (enum register_column)c));
	csvout_end(w);
}

int
before_write(const struct before *b, const struct map *kept, struct csvout *w)
{
	struct registers *r = registers_new();
	struct plan_row row;
	int rc;

	for (int c = 0; c < REGISTER_WIDTH; c++)
		csvout_string(w, register_column_name((enum register_column)c));
	csvout_end(w);
	rc = map_count(kept) > 0 ? registers_open(r, b->path) : 0;
	if (rc == 0 && map_count(kept) > 0) {
		registers_loose(r);
		while ((rc = registers_next(r, &row)) == 1)
			if (map_get(kept, row.gemeente))
				write_row(r, w);
		rc = rc == 0 ? registers_close(r) : rc;
	}
	registers_free(r);
	return rc;
}
