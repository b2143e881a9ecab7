#include "meta/json.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "jsonin.h"
#include "mem.h"

/* {"value":[{"Key": ...: what lies deeper is not looked at. */
#define DEPTH_RECORD 3
#define DEPTH_MAX 32

/* What a key of the page is about. */
enum key { KEY_OTHER, KEY_LIST, KEY_CONTEXT, KEY_NEXT, KEY_ERROR, KEY_COLUMN };

static const struct {
	const char *name;
	enum key key;
} keys[] = {{"value", KEY_LIST},
	    {"odata.metadata", KEY_CONTEXT},
	    {"@odata.context", KEY_CONTEXT},
	    {"odata.nextLink", KEY_NEXT},
	    {"@odata.nextLink", KEY_NEXT},
	    {"odata.error", KEY_ERROR},
	    {"error", KEY_ERROR}};

#define NO_COLUMN ((size_t)-1)

struct json {
	const struct odata_handlers *handlers;
	void *ctx;
	struct input *in;
	struct arena *arena;
	struct odata_page page;
	struct odata_column *columns;
	size_t count, cap;
	struct buffer buf; /* the values of a record */
	size_t depth, entries, pages;
	size_t column, next; /* the property we are in; the one expected */
	enum key key;	     /* of the page, that we are in */
	bool listed;	     /* the page has its list */
};

static bool
refuse(struct json *j, const char *what)
{
	diag_fail("%s: record %zu: %s", input_name(j->in), j->entries + 1,
		  what);
	return false;
}

static bool
in_record(const struct json *j)
{
	return j->depth == DEPTH_RECORD && j->key == KEY_LIST;
}

static void
start_record(struct json *j)
{
	buffer_clear(&j->buf);
	j->next = 0;
	for (size_t i = 0; i < j->count; i++) {
		j->columns[i].seen = false;
		j->columns[i].length = 0;
	}
}

/* Most records have the same properties in the same order. */
static size_t
find_column(struct json *j, struct text name)
{
	struct odata_column *c;

	if (j->next < j->count && text_equal(j->columns[j->next].name, name))
		return j->next;
	for (size_t i = 0; i < j->count; i++)
		if (text_equal(j->columns[i].name, name))
			return i;
	/* Annotations, as odata.type. */
	if (memchr(name.s, '@', name.n) || text_starts(name, "odata."))
		return NO_COLUMN;
	j->columns =
	    mem_grow(j->columns, &j->cap, j->count + 1, sizeof(*j->columns));
	c = &j->columns[j->count];
	*c = (struct odata_column){.name = arena_text(j->arena, name)};
	return j->count++;
}

static bool
end_record(struct json *j, struct text all)
{
	j->entries++;
	for (size_t i = 0; i < j->count; i++) {
		struct odata_column *c = &j->columns[i];

		c->value = (struct text){all.s + c->start, c->length};
	}
	if (j->count == 0)
		return refuse(j, "no properties");
	return j->handlers->entry(j->ctx, &j->page, j->columns, j->count, 0) ==
	       0;
}

/* ".../81955NED/$metadata#Cbs.OData.WebAPI.TypedDataSet" */
static void
set_context(struct json *j, struct text t)
{
	const char *hash = memchr(t.s, '#', t.n);
	struct text base = t, title = text_of("");

	if (hash) {
		base.n = (size_t)(hash - t.s);
		title = (struct text){hash + 1, t.n - base.n - 1};
	}
	for (size_t i = title.n; i > 0; i--)
		if (title.s[i - 1] == '.' || title.s[i - 1] == '/') {
			title.s += i;
			title.n -= i;
			break;
		}
	if (base.n >= 10 && memcmp(base.s + base.n - 10, "/$metadata", 10) == 0)
		base.n -= 10;
	j->page.base = arena_text(j->arena, base);
	j->page.title = arena_text(j->arena, title);
}

static bool
put(struct json *j, struct text t, bool typed)
{
	struct odata_column *c;

	if (j->column == NO_COLUMN)
		return true;
	c = &j->columns[j->column];
	c->start = j->buf.n;
	c->length = t.n;
	c->seen = true;
	c->typed |= typed;
	buffer_bytes(&j->buf, t.s, t.n);
	buffer_char(&j->buf, '\0');
	return true;
}

/* A value of the page itself. */
static bool
put_top(struct json *j, struct text t, bool typed)
{
	if (j->key == KEY_CONTEXT)
		set_context(j, t);
	else if (j->key == KEY_NEXT)
		j->page.next = arena_text(j->arena, t);
	else if (j->key == KEY_COLUMN)
		return put(j, t, typed);
	return true;
}

static bool
on_value(void *ctx, enum jsonin_kind kind, struct text t)
{
	struct json *j = ctx;
	char show[TEXT_SHOW];

	if (in_record(j))
		return put(j, t, kind == JSONIN_NUMBER);
	if (j->key == KEY_ERROR && j->depth > 1 && j->column == 0) {
		diag_fail("%s: the error \"%s\" instead of data",
			  input_name(j->in), text_show(t, show));
		return false;
	}
	if (j->depth == 1)
		return put_top(j, t, kind == JSONIN_NUMBER);
	return j->depth == 0 || j->key == KEY_LIST
		   ? refuse(j, "a value where an object was expected")
		   : true;
}

static void
start_page(struct json *j)
{
	j->pages++;
	j->page.base = j->page.id = j->page.title = j->page.next = text_of("");
	j->entries = 0;
	j->listed = false;
	j->key = KEY_OTHER;
	start_record(j);
}

static bool
enter(struct json *j)
{
	if (in_record(j))
		return refuse(j, "a property that is not flat");
	return ++j->depth <= DEPTH_MAX || refuse(j, "nested too deeply");
}

static bool
open_map(struct json *j)
{
	if (!enter(j))
		return false;
	j->column = NO_COLUMN;
	if (j->depth == 1)
		start_page(j);
	else if (in_record(j))
		start_record(j);
	return true;
}

/* Of an error, which may be nested, column 0 is its message. */
static bool
on_key(void *ctx, struct text name)
{
	struct json *j = ctx;

	if (in_record(j)) {
		j->column = find_column(j, name);
		j->next = j->column + 1;
		return true;
	}
	if (j->depth > 1) {
		j->column = text_is(name, "value") || text_is(name, "message")
				? 0
				: NO_COLUMN;
		return true;
	}
	j->key = KEY_OTHER;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (text_is(name, keys[i].name))
			j->key = keys[i].key;
	if (j->key == KEY_OTHER && !j->listed) {
		j->key = KEY_COLUMN;
		j->column = find_column(j, name);
	}
	return true;
}

static bool
close_map(struct json *j)
{
	bool record = in_record(j);
	struct text all = buffer_view(&j->buf);

	j->depth--;
	if (record)
		return end_record(j, all);
	if (j->depth > 0)
		return true;
	if (!j->listed && j->count > 0 && !end_record(j, all))
		return false;
	if (!j->listed && j->entries == 0)
		return refuse(j, "neither a list \"value\" nor properties");
	return j->handlers->page(j->ctx, &j->page, j->entries) == 0;
}

static bool
open_list(struct json *j)
{
	if (j->depth == 0)
		return refuse(j, "a list; expected a page of OData");
	if (!enter(j))
		return false;
	if (j->depth == 2 && j->key == KEY_LIST) {
		j->listed = true;
		if (j->pages == 1)
			j->count = 0;
	}
	return true;
}

static bool
on_open(void *ctx, bool list)
{
	return list ? open_list(ctx) : open_map(ctx);
}

static bool
on_close(void *ctx, bool list)
{
	struct json *j = ctx;

	if (!list)
		return close_map(j);
	j->depth--;
	return true;
}

int
json_read(struct input *in, const struct odata_handlers *h, void *ctx)
{
	static const struct jsonin_handler handler = {on_value, on_key, on_open,
						      on_close};
	struct json j = {.handlers = h, .ctx = ctx, .in = in};
	int rc;

	j.arena = arena_new();
	rc = jsonin_read(in, true, &handler, &j);
	arena_free(j.arena);
	buffer_free(&j.buf);
	free(j.columns);
	return rc;
}
