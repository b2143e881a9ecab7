#include "proof.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "diag.h"
#include "filekind.h"
#include "files.h"
#include "json.h"
#include "map.h"
#include "mem.h"

#define HEX 64

/* An input that a receipt names. */
struct claim {
	struct text name, sha256;
	const char *receipt;
	struct claim *next;
};

struct proof {
	struct arena *arena;
	struct map *known;  /* "HEX  NAME" of what may be read */
	struct map *listed; /* NAME of the inputs */
	struct claim *first, **last;
};

struct proof *
proof_new(void)
{
	struct proof *p = mem_new(struct proof);

	p->arena = arena_new();
	p->known = map_new();
	p->listed = map_new();
	p->last = &p->first;
	return p;
}

void
proof_free(struct proof *p)
{
	if (!p)
		return;
	map_free(p->known);
	map_free(p->listed);
	arena_free(p->arena);
	free(p);
}

/* A path without "." and "x/..", as layouts name their words: into buf, of
 * name.n + 1 bytes. */
static struct text
plain(struct text name, char *buf)
{
	bool absolute = name.n && name.s[0] == '/';
	struct text part;
	size_t n = 0;

	while (text_split(&name, '/', &part)) {
		char *slash;

		buf[n] = '\0';
		slash = strrchr(buf, '/');
		if (text_is(part, "..") && n > 0 &&
		    strcmp(slash ? slash + 1 : buf, "..") != 0) {
			n = slash ? (size_t)(slash - buf) : 0;
			continue;
		}
		if (part.n == 0 || text_is(part, "."))
			continue;
		if (n > 0 || absolute)
			buf[n++] = '/';
		memcpy(buf + n, part.s, part.n);
		n += part.n;
	}
	return (struct text){buf, n};
}

/* "HEX  NAME", the name plain; lives as long as p. */
static struct text
pair(const struct proof *p, struct text sha256, struct text name)
{
	char *buf = arena_alloc(p->arena, sha256.n + name.n + 4, 1);
	struct text rest;

	memcpy(buf, sha256.s, sha256.n);
	memcpy(buf + sha256.n, "  ", 2);
	rest = plain(name, buf + sha256.n + 2);
	return (struct text){buf, sha256.n + 2 + rest.n};
}

static void
know(struct proof *p, struct text sha256, struct text name)
{
	*map_slot(p->known, pair(p, sha256, name)) = p;
}

/* A line of sha256sum -z: the sum, a blank, a blank or *, the name. */
static bool
is_listed(struct text line)
{
	return line.n >= HEX + 3 && strspn(line.s, "0123456789abcdef") >= HEX &&
	       line.s[HEX] == ' ' &&
	       (line.s[HEX + 1] == ' ' || line.s[HEX + 1] == '*');
}

int
proof_inputs(struct proof *p, const char *path)
{
	struct text all = files_read(path), rest = all, line;
	int rc = all.s ? 0 : -1;

	while (rc == 0 && rest.s && rest.n > 0 &&
	       text_split(&rest, '\0', &line)) {
		struct text name = {line.s + HEX + 2, line.n - HEX - 2};

		if (!is_listed(line)) {
			rc = filekind_refuse_text(
			    path, "a list of sha256sum -z", all.s, all.n);
			break;
		}
		know(p, (struct text){line.s, HEX}, name);
		*map_slot(p->listed, name) = p;
	}
	free((char *)all.s);
	return rc;
}

/* A receipt while it is read. */
struct receipt {
	struct proof *p;
	const char *path;
	bool inputs, outputs; /* in which list we are */
	struct text name, sha256;
	size_t files;
};

static void
file_read(struct receipt *r)
{
	r->files++;
	if (r->outputs) {
		know(r->p, r->sha256, r->name);
		return;
	}
	struct claim *c = arena_alloc(r->p->arena, 1, sizeof(*c));

	*c = (struct claim){r->name, r->sha256, r->path, NULL};
	*r->p->last = c;
	r->p->last = &c->next;
}

/* {"inputs": [{"name": ..., "sha256": ...}], "outputs": [...]} */
static void
hear(void *ctx, const struct json_event *e)
{
	struct receipt *r = ctx;

	if (e->depth == 1 && e->kind == JSON_OPEN) {
		r->inputs = text_is(e->key, "inputs");
		r->outputs = text_is(e->key, "outputs");
	}
	if (!r->inputs && !r->outputs)
		return;
	if (e->depth == 1 && e->kind == JSON_CLOSE)
		r->inputs = r->outputs = false;
	else if (e->depth == 2 && e->kind == JSON_OPEN)
		r->name = r->sha256 = (struct text){NULL, 0};
	else if (e->depth == 3 && e->kind == JSON_STRING &&
		 text_is(e->key, "name"))
		r->name = arena_text(r->p->arena, e->text);
	else if (e->depth == 3 && e->kind == JSON_STRING &&
		 text_is(e->key, "sha256"))
		r->sha256 = arena_text(r->p->arena, e->text);
	else if (e->depth == 2 && e->kind == JSON_CLOSE && r->name.s &&
		 r->sha256.n == HEX)
		file_read(r);
}

int
proof_receipt(struct proof *p, const char *path)
{
	struct receipt r = {.p = p, .path = path};
	struct text all = files_read(path);
	size_t at;
	int rc = all.s ? 0 : -1;
	bool json = rc == 0 && json_read(all, hear, &r, &at) == 0;

	if (json && r.files == 0)
		rc = diag_fail("%s: expected what a tool wrote with "
			       "--receipt; this is other JSON",
			       path);
	else if (rc == 0 && !json)
		rc = filekind_refuse_text(
		    path, "what a tool wrote with --receipt", all.s, all.n);
	free((char *)all.s);
	return rc;
}

void
proof_file(struct proof *p, const char *name, const char *sha256)
{
	know(p, text_of(sha256), text_of(name));
}

int
proof_check(const struct proof *p)
{
	for (const struct claim *c = p->first; c; c = c->next) {
		char show[TEXT_SHOW];
		struct text both = pair(p, c->sha256, c->name);
		struct text name = {both.s + HEX + 2, both.n - HEX - 2};

		if (map_get(p->known, both))
			continue;
		return diag_fail(
		    "%s: %s (%s)", text_show(name, show),
		    map_get(p->listed, name)
			? "was other bytes when the night began than when it "
			  "was read: begin again"
			: "was read, and is no input, output or file of the "
			  "release with these bytes",
		    c->receipt);
	}
	return 0;
}
