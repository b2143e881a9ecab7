#include "notes.h"

#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "mem.h"
#include "num.h"
#include "table.h"

enum { BESTAND, RIJ, KOLOM, KOLOMNAAM, CODE, ERNST, MELDING, COLUMNS };

static const char *const columns[COLUMNS] = {
    "bestand", "rij", "kolom", "kolomnaam", "code", "ernst", "melding"};

struct notes {
	struct arena *arena;
	struct text file;
	struct note *list;
	size_t count, cap;
	bool sorted;
};

struct notes *
notes_new(void)
{
	struct notes *n = mem_new(struct notes);

	n->arena = arena_new();
	n->file = text_of("");
	return n;
}

void
notes_free(struct notes *n)
{
	if (!n)
		return;
	free(n->list);
	arena_free(n->arena);
	free(n);
}

/* Where, in the terms of a spreadsheet. */
static void
put_place(struct buffer *b, const struct table *t, size_t i)
{
	struct text rij = table_cell(t, i, RIJ),
		    kolom = table_cell(t, i, KOLOM);
	struct text naam = table_cell(t, i, KOLOMNAAM);

	if (!rij.n)
		return;
	buffer_printf(b, "rij %s", rij.s);
	if (kolom.n)
		buffer_printf(b, ", cel %s%s", kolom.s, rij.s);
	if (naam.n)
		buffer_printf(b, " (%s)", naam.s);
	buffer_string(b, ": ");
}

/* One line, whatever was delivered. */
static void
tame(struct buffer *b)
{
	b->n = text_inert(buffer_view(b), b->s).n;
}

static int
severity_of(const struct table *t, size_t i, enum severity *out)
{
	static const char *const words[] = {"info", "waarschuwing", "fout"};
	struct text word = table_cell(t, i, ERNST);

	for (int s = SEVERITY_INFO; s <= SEVERITY_ERROR; s++) {
		*out = (enum severity)s;
		if (text_is(word, words[s]))
			return 0;
	}
	return table_fail(t, i, ERNST,
			  "expected info, waarschuwing or fout, not \"%s\"",
			  word.s);
}

static int
take(struct notes *n, const struct table *t, size_t i)
{
	struct text rij = table_cell(t, i, RIJ);
	struct buffer line = {0};
	struct note *note;
	struct num record = {0};
	enum num_result rc = num_parse(rij, NUM_PLAIN, &record);

	if ((rc != NUM_OK && rc != NUM_EMPTY) || !num_is_whole(record) ||
	    record.units < 0)
		return table_fail(
		    t, i, RIJ, "\"%s\" is not the number of a record", rij.s);
	n->list = mem_grow(n->list, &n->cap, n->count + 1, sizeof(*n->list));
	note = &n->list[n->count];
	if (severity_of(t, i, &note->severity) < 0)
		return -1;
	/* That cells are merged is no news to who merged them. */
	if (note->severity == SEVERITY_INFO &&
	    text_starts(table_cell(t, i, CODE), "S"))
		return 0;
	if (!n->file.n)
		n->file = arena_text(n->arena, table_cell(t, i, BESTAND));
	put_place(&line, t, i);
	buffer_add(&line, table_cell(t, i, MELDING));
	tame(&line);
	note->record = (size_t)record.units;
	note->code = arena_text(n->arena, table_cell(t, i, CODE));
	note->line = arena_text(n->arena, buffer_view(&line));
	note->place = n->count++;
	buffer_free(&line);
	return 0;
}

int
notes_load(struct notes *n, const char *path)
{
	struct table *t = table_load(path, columns, COLUMNS);
	int rc = t ? 0 : -1;

	for (size_t i = 0; rc == 0 && i < table_rows(t); i++)
		rc = take(n, t, i);
	table_free(t);
	n->sorted = false;
	return rc;
}

struct text
notes_file(const struct notes *n)
{
	return n->file;
}

size_t
notes_count(const struct notes *n)
{
	return n->count;
}

static int
by_code(const void *a, const void *b)
{
	const struct note *x = a, *y = b;
	int c = text_compare(x->code, y->code);

	return c ? c : x->place < y->place ? -1 : x->place > y->place;
}

const struct note *
notes_at(struct notes *n, size_t i)
{
	if (!n->sorted && n->count)
		qsort(n->list, n->count, sizeof(*n->list), by_code);
	n->sorted = true;
	return &n->list[i];
}
