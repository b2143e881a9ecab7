#include "seen.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "diag.h"
#include "files.h"
#include "json.h"
#include "map.h"
#include "mem.h"

struct seen {
	struct arena *arena;
	struct map *files; /* by name */
};

/* An account while it is read. */
struct reading {
	struct seen *s;
	struct text name;
	struct seen_file file;
};

static void
file_read(struct reading *g)
{
	struct seen_file *f = arena_alloc(g->s->arena, 1, sizeof(*f));

	*f = g->file;
	*map_slot(g->s->files, g->name) = f;
}

static void
member(struct reading *g, const struct json_event *e)
{
	if (e->kind == JSON_STRING && text_is(e->key, "pad"))
		g->name = arena_text(g->s->arena, e->text);
	else if (e->kind == JSON_STRING && text_is(e->key, "sha256") &&
		 e->text.n == SHA256_HEX - 1)
		memcpy(g->file.sha256, e->text.s, e->text.n);
	else if (e->kind == JSON_OTHER && text_is(e->key, "bytes"))
		g->file.bytes = strtoull(e->text.s, NULL, 10);
	else if (e->kind == JSON_OTHER && text_is(e->key, "rijen"))
		g->file.rows = strtoull(e->text.s, NULL, 10);
}

/* [{"pad": ..., "bytes": ..., "rijen": ..., "sha256": ...}, ...] */
static void
hear(void *ctx, const struct json_event *e)
{
	struct reading *g = ctx;

	if (e->depth == 1 && e->kind == JSON_OPEN)
		*g = (struct reading){.s = g->s};
	else if (e->depth == 2)
		member(g, e);
	else if (e->depth == 1 && e->kind == JSON_CLOSE && g->name.s &&
		 g->file.sha256[0])
		file_read(g);
}

struct seen *
seen_load(const char *path)
{
	struct seen *s = mem_new(struct seen);
	struct reading g = {.s = s};
	struct text all = files_read(path);
	size_t at;
	int rc = all.s ? 0 : -1;

	s->arena = arena_new();
	s->files = map_new();
	if (rc == 0 &&
	    (json_read(all, hear, &g, &at) < 0 || map_count(s->files) == 0))
		rc = diag_fail("%s: no account of a release", path);
	free((char *)all.s);
	if (rc == 0)
		return s;
	seen_free(s);
	return NULL;
}

void
seen_free(struct seen *s)
{
	if (!s)
		return;
	map_free(s->files);
	arena_free(s->arena);
	free(s);
}

const struct seen_file *
seen_find(const struct seen *s, const char *name)
{
	return map_get(s->files, text_of(name));
}
