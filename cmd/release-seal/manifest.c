#include "manifest.h"

#include <stdlib.h>

#include "arena.h"
#include "diag.h"
#include "files.h"
#include "json.h"
#include "map.h"
#include "mem.h"
#include "sha256.h"

#define NAME "manifest.json"

struct reading {
	struct manifest *m;
	bool files; /* within "bestanden" */
	struct manifest_file file;
};

static void
file_read(struct reading *g)
{
	struct manifest *m = g->m;

	m->files = mem_grow(m->files, &m->cap, m->count + 1, sizeof(*m->files));
	m->files[m->count++] = g->file;
}

/* {"run": ..., "bestanden": [{"pad": ..., "sha256": ...}]} */
static void
hear(void *ctx, const struct json_event *e)
{
	struct reading *g = ctx;
	struct arena *a = g->m->arena;

	if (e->depth == 1 && e->kind == JSON_STRING && text_is(e->key, "run"))
		g->m->run = arena_text(a, e->text);
	else if (e->depth == 1)
		g->files = e->kind == JSON_OPEN && text_is(e->key, "bestanden");
	if (!g->files)
		return;
	if (e->depth == 2 && e->kind == JSON_OPEN)
		g->file = (struct manifest_file){0};
	else if (e->depth == 3 && e->kind == JSON_STRING &&
		 text_is(e->key, "pad"))
		g->file.name = arena_text(a, e->text);
	else if (e->depth == 3 && e->kind == JSON_STRING &&
		 text_is(e->key, "sha256"))
		g->file.sha256 = arena_text(a, e->text);
	else if (e->depth == 2 && e->kind == JSON_CLOSE)
		file_read(g);
}

int
manifest_load(struct manifest *m, const char *folder)
{
	struct reading g = {.m = m};
	char *path = files_path(folder, NAME);
	struct text all = files_read(path);
	size_t at;
	int rc = all.s ? 0 : -1;

	*m = (struct manifest){.arena = arena_new()};
	if (rc == 0 && json_read(all, hear, &g, &at) < 0)
		rc = diag_fail("%s: no JSON at byte %zu; is it whole?", path,
			       at);
	else if (rc == 0 && (m->run.n == 0 || m->count == 0))
		rc = diag_fail("%s: is of no sealed release", path);
	free((char *)all.s);
	free(path);
	return rc;
}

void
manifest_free(struct manifest *m)
{
	arena_free(m->arena);
	free(m->files);
	*m = (struct manifest){0};
}

/* The files that are there, by name; but the manifest. */
static int
list_there(struct map *there, struct files *f, const char *folder)
{
	if (files_find(f, folder) < 0)
		return -1;
	for (size_t i = 0; i < f->count; i++)
		if (!text_is(text_of(f->names[i]), NAME))
			*map_slot(there, text_of(f->names[i])) = f->names[i];
	return 0;
}

/* The name that is looked up is one that was found, so none leads elsewhere. */
static int
check_file(const struct manifest_file *file, struct map *there,
	   const char *folder)
{
	const char *name = map_get(there, file->name);
	char hex[SHA256_HEX], *path, show[TEXT_SHOW];
	int rc;

	if (!name)
		return diag_fail("%s/%s: is not there, and the manifest has it",
				 folder, text_show(file->name, show));
	*map_slot(there, file->name) = NULL;
	path = files_path(folder, name);
	rc = files_sum(path, hex);
	if (rc == 0 && !text_is(file->sha256, hex))
		rc = diag_fail("%s: damaged: its sha256 is %s, that of the "
			       "manifest %s",
			       path, hex, text_show(file->sha256, show));
	free(path);
	return rc;
}

int
manifest_check(const struct manifest *m, const char *folder)
{
	struct map *there = map_new();
	struct files f;
	int rc = list_there(there, &f, folder);

	for (size_t i = 0; i < m->count && rc == 0; i++)
		rc = check_file(&m->files[i], there, folder);
	for (size_t i = 0; i < map_count(there) && rc == 0; i++)
		if (map_value(there, i))
			rc = diag_fail("%s/%s: is not in the manifest", folder,
				       map_key(there, i).s);
	map_free(there);
	files_free(&f);
	return rc;
}
