#include "xlsx/opc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "mem.h"
#include "xmlrun.h"

/* More than any part has. */
#define RELATIONS_MAX 20000

struct loader {
	struct xmlin *xml;
	struct arena *arena;
	const char *name; /* for messages */
	const char *base; /* the part whose relations these are */
	struct relations *out;
	size_t cap;
	const char *element, *id, *type, *target, *mode;
};

/* "a/b/../c/./d" as "a/c/d"; never above the root. */
static void
normalize(char *path)
{
	char *to = path;
	for (char *from = path; *from != '\0';) {
		size_t n = strcspn(from, "/");
		char *next = from[n] == '/' ? from + n + 1 : from + n;
		if (n == 2 && from[0] == '.' && from[1] == '.') {
			if (to > path)
				to--;
			while (to > path && to[-1] != '/')
				to--;
		} else if (n > 0 && !(n == 1 && from[0] == '.')) {
			memmove(to, from, n);
			to += n;
			if (*next != '\0' || from[n] == '/')
				*to++ = '/';
		}
		from = next;
	}
	*to = '\0';
}

/* A target as written, seen from the part `base`. */
static char *
resolve(struct arena *a, const char *base, struct text target)
{
	const char *slash = strrchr(base, '/');
	size_t dir = slash == NULL ? 0 : (size_t)(slash - base) + 1;
	if (target.n > 0 && (target.s[0] == '/' || target.s[0] == '\\'))
		dir = 0;
	char *path = arena_alloc(a, dir + target.n + 1, 1);
	memcpy(path, base, dir);
	memcpy(path + dir, target.s, target.n);
	for (char *p = path; *p != '\0'; p++)
		if (*p == '\\')
			*p = '/';
	normalize(path);
	return path;
}

static const char *
last_word(struct arena *a, struct text t)
{
	size_t from = t.n;
	while (from > 0 && t.s[from - 1] != '/')
		from--;
	return arena_string(a, t.s + from, t.n - from);
}

static void
on_start(void *ctx, const char *local, const char *ns,
	 const struct xml_attribute *attrs, size_t count)
{
	struct loader *l = ctx;
	(void)ns;
	if (local != l->element)
		return;
	const struct text *id = xmlin_attribute(attrs, count, l->id);
	const struct text *type = xmlin_attribute(attrs, count, l->type);
	const struct text *target = xmlin_attribute(attrs, count, l->target);
	const struct text *mode = xmlin_attribute(attrs, count, l->mode);
	if (id == NULL || type == NULL || target == NULL)
		return;
	if (l->out->count >= RELATIONS_MAX) {
		diag_fail_at(l->name, 0, "more than %d relations",
			     RELATIONS_MAX);
		xmlin_stop(l->xml);
		return;
	}
	l->out->list = mem_grow(l->out->list, &l->cap, l->out->count + 1,
				sizeof(*l->out->list));
	struct relation *r = &l->out->list[l->out->count++];
	r->id = arena_string(l->arena, id->s, id->n);
	r->type = last_word(l->arena, *type);
	r->target = mode != NULL && text_is(*mode, "External")
			? ""
			: resolve(l->arena, l->base, *target);
}

static char *
relations_name(const char *part)
{
	const char *slash = strrchr(part, '/');
	size_t dir = slash == NULL ? 0 : (size_t)(slash - part) + 1;
	size_t cap = strlen(part) + sizeof("_rels/.rels");
	char *name = mem_array(cap, 1);
	snprintf(name, cap, "%.*s_rels/%s.rels", (int)dir, part, part + dir);
	return name;
}

static int
load(struct loader *l, struct input *in)
{
	static const struct xml_handlers handlers = {on_start, NULL, NULL};
	if (in == NULL)
		return -1;
	l->name = input_name(in);
	l->xml = xmlin_new(l->name, &handlers, l);
	l->element = xmlin_intern(l->xml, "Relationship");
	l->id = xmlin_intern(l->xml, "Id");
	l->type = xmlin_intern(l->xml, "Type");
	l->target = xmlin_intern(l->xml, "Target");
	l->mode = xmlin_intern(l->xml, "TargetMode");
	int rc = xmlrun(l->xml, in, NULL);
	xmlin_free(l->xml);
	return input_close(in) < 0 ? -1 : rc;
}

int
opc_relations(struct zipin *zip, const char *part, struct arena *arena,
	      struct relations *out)
{
	struct relations found = {0};
	struct loader l = {.arena = arena, .base = part, .out = &found};
	char *name = relations_name(part);
	long i = zipin_find(zip, name);
	free(name);
	*out = found;
	int rc = i < 0 ? 0 : load(&l, zipin_input(zip, (size_t)i));
	if (found.count > 0) {
		out->list = arena_alloc(arena, found.count, sizeof(*out->list));
		memcpy(out->list, found.list,
		       found.count * sizeof(*found.list));
		out->count = found.count;
	}
	free(found.list);
	return rc;
}

const struct relation *
opc_by_type(const struct relations *r, const char *type)
{
	for (size_t i = 0; i < r->count; i++)
		if (strcmp(r->list[i].type, type) == 0)
			return &r->list[i];
	return NULL;
}

const struct relation *
opc_by_id(const struct relations *r, const char *id)
{
	for (size_t i = 0; i < r->count; i++)
		if (strcmp(r->list[i].id, id) == 0)
			return &r->list[i];
	return NULL;
}

static int
hex(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *p =
	    strchr(digits, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c);
	return c == '\0' || p == NULL ? -1 : (int)(p - digits);
}

long
opc_find(const struct zipin *zip, const char *part)
{
	long i = zipin_find(zip, part);
	if (i >= 0 || strchr(part, '%') == NULL)
		return i;
	char *name = mem_text(part, strlen(part)), *to = name;
	for (const char *p = name; *p != '\0'; p++) {
		int high = *p == '%' ? hex(p[1]) : -1;
		int low = high < 0 ? -1 : hex(p[2]);
		*to++ = low < 0 ? *p : (char)(high * 16 + low);
		p += low < 0 ? 0 : 2;
	}
	*to = '\0';
	i = zipin_find(zip, name);
	free(name);
	return i;
}
