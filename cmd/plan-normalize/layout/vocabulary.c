#include "layout/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "ground/folded.h"
#include "mem.h"
#include "layout/pattern.h"
#include "table.h"

static const char *const columns[] = {"veld", "kolom", "omzetting", "waarde"};

static void
split_path(const char *path, struct text *folder, struct text *file)
{
	const char *slash = strrchr(path, '/');
	size_t n = slash ? (size_t)(slash - path) + 1 : 0;

	*folder = (struct text){path, n};
	*file = text_of(path + n);
}

static void
add_row(struct vocabulary *v, const struct table *t, size_t i, struct text file)
{
	struct text kolom = table_cell(t, i, 1);
	struct named_column *c;
	size_t letters;

	if (text_starts(kolom, "?"))
		kolom = (struct text){kolom.s + 1, kolom.n - 1};
	if (!kolom.n || memchr(kolom.s, '*', kolom.n) ||
	    pattern_letters(kolom, &letters))
		return;
	v->list = mem_grow(v->list, &v->cap, v->count + 1, sizeof(*v->list));
	c = &v->list[v->count++];
	c->veld = arena_text(v->arena, table_cell(t, i, 0));
	c->omzetting = arena_text(v->arena, table_cell(t, i, 2));
	c->waarde = arena_text(v->arena, table_cell(t, i, 3));
	c->kolom = arena_text(v->arena, kolom);
	c->file = file;
	c->folded = folded_text(v->arena, kolom);
}

static void
keep_words(struct vocabulary *v, struct text folder, struct text words)
{
	char *path = arena_alloc(v->arena, folder.n + words.n + 1, 1);

	memcpy(path, folder.s, folder.n);
	memcpy(path + folder.n, words.s, words.n);
	path[folder.n + words.n] = '\0';
	v->woorden = (struct text){path, folder.n + words.n};
}

static int
load_file(struct vocabulary *v, const char *path)
{
	struct table *t = table_load(path, columns, 4);
	struct text folder, file;

	if (!t)
		return -1;
	split_path(path, &folder, &file);
	file = arena_text(v->arena, file);
	for (size_t i = 0; i < table_rows(t); i++) {
		if (text_is(table_cell(t, i, 0), "woorden") && !v->woorden.n)
			keep_words(v, folder, table_cell(t, i, 3));
		else if (!text_is(table_cell(t, i, 0), "totaalrij") &&
			 !text_is(table_cell(t, i, 0), "overslaan"))
			add_row(v, t, i, file);
	}
	table_free(t);
	return 0;
}

struct vocabulary *
vocabulary_load(const struct choices *layouts)
{
	struct vocabulary *v = mem_new(struct vocabulary);

	v->arena = arena_new();
	v->woorden = text_of("");
	for (size_t i = 0; i < layouts->count; i++)
		if (load_file(v, layouts->paths[i]) < 0) {
			vocabulary_free(v);
			return NULL;
		}
	return v;
}

void
vocabulary_free(struct vocabulary *v)
{
	if (!v)
		return;
	free(v->list);
	arena_free(v->arena);
	free(v);
}

const struct named_column *
vocabulary_find(const struct vocabulary *v, struct text name,
		struct years *years)
{
	for (size_t i = 0; name.n && i < v->count; i++)
		if (pattern_match(v->list[i].folded, name, years))
			return &v->list[i];
	return NULL;
}
