#include "meta/json.h"

#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "mem.h"

#define CHUNK (64u << 10)
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
	yajl_handle yajl;
	struct odata_page page;
	struct odata_column *columns;
	size_t count, cap;
	struct buffer buf; /* the values of a record */
	size_t depth, entries, pages;
	size_t column, next; /* the property we are in; the one expected */
	enum key key;	     /* of the page, that we are in */
	bool listed;	     /* the page has its list */
	bool failed;
};

/* Callbacks return this to go on, and 0 to stop. */
#define GO_ON 1

static int
refuse(struct json *j, const char *what)
{
	diag_fail("%s: record %zu: %s", input_name(j->in), j->entries + 1,
		  what);
	j->failed = true;
	return 0;
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

static int
end_record(struct json *j, struct text all)
{
	j->entries++;
	for (size_t i = 0; i < j->count; i++) {
		struct odata_column *c = &j->columns[i];

		c->value = (struct text){all.s + c->start, c->length};
	}
	if (j->count == 0)
		return refuse(j, "no properties");
	if (j->handlers->entry(j->ctx, &j->page, j->columns, j->count, 0) == 0)
		return GO_ON;
	j->failed = true;
	return 0;
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

static int
put(struct json *j, const char *s, size_t n, bool typed)
{
	struct odata_column *c;

	if (j->column == NO_COLUMN)
		return GO_ON;
	c = &j->columns[j->column];
	c->start = j->buf.n;
	c->length = n;
	c->seen = true;
	c->typed |= typed;
	buffer_bytes(&j->buf, s, n);
	buffer_char(&j->buf, '\0');
	return GO_ON;
}

/* A value of the page itself. */
static int
put_top(struct json *j, const char *s, size_t n, bool typed)
{
	struct text t = {s, n};

	if (j->key == KEY_CONTEXT)
		set_context(j, t);
	else if (j->key == KEY_NEXT)
		j->page.next = arena_text(j->arena, t);
	else if (j->key == KEY_COLUMN)
		return put(j, s, n, typed);
	return GO_ON;
}

static int
on_scalar(struct json *j, const char *s, size_t n, bool typed)
{
	char show[TEXT_SHOW];

	if (in_record(j))
		return put(j, s, n, typed);
	if (j->key == KEY_ERROR && j->depth > 1 && j->column == 0) {
		diag_fail("%s: the error \"%s\" instead of data",
			  input_name(j->in),
			  text_show((struct text){s, n}, show));
		j->failed = true;
		return 0;
	}
	if (j->depth == 1)
		return put_top(j, s, n, typed);
	return j->depth == 0 || j->key == KEY_LIST
		   ? refuse(j, "a value where an object was expected")
		   : GO_ON;
}

static int
on_null(void *ctx)
{
	return on_scalar(ctx, "", 0, false);
}

static int
on_boolean(void *ctx, int value)
{
	return on_scalar(ctx, value ? "true" : "false", value ? 4 : 5, false);
}

static int
on_number(void *ctx, const char *s, size_t n)
{
	return on_scalar(ctx, s, n, true);
}

static int
on_string(void *ctx, const unsigned char *s, size_t n)
{
	struct json *j = ctx;

	if (memchr(s, '\0', n))
		return refuse(j, "a NUL in a text");
	return on_scalar(j, (const char *)s, n, false);
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

static int
enter(struct json *j)
{
	if (in_record(j))
		return refuse(j, "a property that is not flat");
	return ++j->depth > DEPTH_MAX ? refuse(j, "nested too deeply") : GO_ON;
}

static int
on_start_map(void *ctx)
{
	struct json *j = ctx;

	if (!enter(j))
		return 0;
	j->column = NO_COLUMN;
	if (j->depth == 1)
		start_page(j);
	else if (in_record(j))
		start_record(j);
	return GO_ON;
}

/* Of an error, which may be nested, column 0 is its message. */
static int
on_key(void *ctx, const unsigned char *s, size_t n)
{
	struct json *j = ctx;
	struct text name = {(const char *)s, n};

	if (in_record(j)) {
		j->column = find_column(j, name);
		j->next = j->column + 1;
		return GO_ON;
	}
	if (j->depth > 1) {
		j->column = text_is(name, "value") || text_is(name, "message")
				? 0
				: NO_COLUMN;
		return GO_ON;
	}
	j->key = KEY_OTHER;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (text_is(name, keys[i].name))
			j->key = keys[i].key;
	if (j->key == KEY_OTHER && !j->listed) {
		j->key = KEY_COLUMN;
		j->column = find_column(j, name);
	}
	return GO_ON;
}

static int
on_end_map(void *ctx)
{
	struct json *j = ctx;
	bool record = in_record(j);
	struct text all = buffer_view(&j->buf);

	j->depth--;
	if (record)
		return end_record(j, all);
	if (j->depth > 0)
		return GO_ON;
	if (!j->listed && j->count > 0 && !end_record(j, all))
		return 0;
	if (!j->listed && j->entries == 0)
		return refuse(j, "neither a list \"value\" nor properties");
	j->failed = j->handlers->page(j->ctx, &j->page, j->entries) < 0;
	return !j->failed;
}

static int
on_start_array(void *ctx)
{
	struct json *j = ctx;

	if (j->depth == 0)
		return refuse(j, "a list; expected a page of OData");
	if (!enter(j))
		return 0;
	if (j->depth == 2 && j->key == KEY_LIST) {
		j->listed = true;
		if (j->pages == 1)
			j->count = 0;
	}
	return GO_ON;
}

static int
on_end_array(void *ctx)
{
	struct json *j = ctx;

	j->depth--;
	return GO_ON;
}

static void *
take_memory(void *ctx, size_t n)
{
	(void)ctx;
	return mem_array(n, 1);
}

static void *
resize_memory(void *ctx, void *p, size_t n)
{
	(void)ctx;
	return mem_resize(p, n, 1);
}

static void
free_memory(void *ctx, void *p)
{
	(void)ctx;
	free(p);
}

/* Says why the parser stopped, at this byte of the input. */
static int
fail(struct json *j, size_t at)
{
	unsigned char *why;

	if (j->failed)
		return -1;
	why = yajl_get_error(j->yajl, 0, NULL, 0);
	diag_fail("%s: no JSON at byte %zu: %.*s", input_name(j->in), at,
		  (int)strcspn((char *)why, "\n"), (char *)why);
	yajl_free_error(j->yajl, why);
	return -1;
}

static int
skip_bom(struct input *in)
{
	const unsigned char *p;
	unsigned char bom;
	ssize_t n = input_peek(in, &p);
	bool has = n >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0;

	for (int i = 0; has && i < 3; i++)
		n = input_read(in, &bom, 1);
	return n < 0 ? -1 : 0;
}

static int
read_all(struct json *j, unsigned char *block)
{
	size_t before;
	ssize_t n;

	if (skip_bom(j->in) < 0)
		return -1;
	before = input_offset(j->in);
	while ((n = input_read(j->in, block, CHUNK)) > 0) {
		if (yajl_parse(j->yajl, block, (size_t)n) != yajl_status_ok)
			return fail(j,
				    before + yajl_get_bytes_consumed(j->yajl));
		before = input_offset(j->in);
	}
	if (n == 0 && yajl_complete_parse(j->yajl) != yajl_status_ok)
		return fail(j, before);
	return n < 0 ? -1 : 0;
}

int
json_read(struct input *in, const struct odata_handlers *h, void *ctx)
{
	static const yajl_callbacks callbacks = {
	    on_null,	on_boolean,	NULL,	      NULL,
	    on_number,	on_string,	on_start_map, on_key,
	    on_end_map, on_start_array, on_end_array};
	yajl_alloc_funcs memory = {take_memory, resize_memory, free_memory,
				   NULL};
	struct json j = {.handlers = h, .ctx = ctx, .in = in};
	unsigned char *block = mem_array(CHUNK, 1);
	int rc;

	j.arena = arena_new();
	j.yajl = yajl_alloc(&callbacks, &memory, &j);
	yajl_config(j.yajl, yajl_allow_multiple_values, 1);
	rc = read_all(&j, block);
	yajl_free(j.yajl);
	arena_free(j.arena);
	buffer_free(&j.buf);
	free(j.columns);
	free(block);
	return rc;
}
