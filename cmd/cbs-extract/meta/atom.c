#include "meta/atom.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "mem.h"
#include "meta/plainentry.h"
#include "xmlin.h"
#include "xmlrun.h"

#define NS_DATA "http://schemas.microsoft.com/ado/2007/08/dataservices"
#define NS_META NS_DATA "/metadata"

struct atom {
	const struct odata_handlers *handlers;
	void *ctx;
	struct input *in;
	struct arena *arena;
	struct xmlin *xml;
	struct buffer name; /* of the page, for messages */
	/* Interned by this page's parser. */
	const char *feed, *entry, *properties, *null, *type, *data, *meta;
	const char *id, *title, *link;
	struct odata_page page;
	struct odata_column *columns;
	size_t count, cap;
	char *buf;
	size_t used, buf_cap;
	size_t depth, properties_depth, pages;
	size_t started, entries; /* entries begun; those with properties */
	size_t column, next;	 /* the property we are in; the one expected */
	struct text *capture;
	bool in_property, closed, failed;
	struct plainentry plain;
};

static void
stop(struct atom *a)
{
	a->failed = true;
	xmlin_stop(a->xml);
}

static void
refuse(struct atom *a, const char *what)
{
	diag_fail_at(buffer_view(&a->name).s, 0, "XML line %zu: %s",
		     xmlin_line(a->xml), what);
	stop(a);
}

static void
put(struct atom *a, const char *s, size_t n)
{
	if (a->used + n + 1 > a->buf_cap)
		a->buf = mem_grow(a->buf, &a->buf_cap, a->used + n + 1, 1);
	memcpy(a->buf + a->used, s, n);
	a->used += n;
}

/* Most entries have the same properties in the same order. */
static size_t
find_column(struct atom *a, const char *local)
{
	struct odata_column *c;

	if (a->next < a->count && a->columns[a->next].local == local)
		return a->next;
	for (size_t i = 0; i < a->count; i++)
		if (a->columns[i].local == local)
			return i;
	a->columns =
	    mem_grow(a->columns, &a->cap, a->count + 1, sizeof(*a->columns));
	c = &a->columns[a->count];
	*c = (struct odata_column){.local = local};
	c->name = arena_text(a->arena, text_of(local));
	return a->count++;
}

static bool
is_true(struct text t)
{
	return text_is(t, "true") || text_is(t, "1");
}

static void
start_property(struct atom *a, const char *local,
	       const struct xml_attribute *attrs, size_t count)
{
	size_t i = find_column(a, local);
	struct odata_column *c = &a->columns[i];

	a->column = i;
	a->next = i + 1;
	a->in_property = true;
	c->start = a->used;
	c->length = 0;
	c->seen = true;
	for (size_t k = 0; k < count; k++) {
		if (attrs[k].ns != a->meta)
			continue;
		if (attrs[k].local == a->type)
			c->typed = !text_is(attrs[k].value, "Edm.String");
		else if (attrs[k].local == a->null && is_true(attrs[k].value))
			a->in_property = false;
	}
}

static void
end_property(struct atom *a)
{
	struct odata_column *c = &a->columns[a->column];

	if (!a->in_property)
		return;
	c->length = a->used - c->start;
	put(a, "", 1);
	a->in_property = false;
}

static void
start_properties(struct atom *a)
{
	a->properties_depth = a->depth;
	a->used = a->next = 0;
	for (size_t i = 0; i < a->count; i++) {
		a->columns[i].seen = false;
		a->columns[i].length = 0;
	}
}

static void
end_properties(struct atom *a)
{
	a->properties_depth = 0;
	a->entries++;
	if (a->count == 0) {
		refuse(a, "an entry without properties");
		return;
	}
	for (size_t i = 0; i < a->count; i++) {
		struct odata_column *c = &a->columns[i];

		c->value = c->length
			       ? (struct text){a->buf + c->start, c->length}
			       : text_of("");
	}
	if (a->handlers->entry(a->ctx, &a->page, a->columns, a->count,
			       xmlin_line(a->xml)) < 0)
		stop(a);
}

static void
end_entry(struct atom *a)
{
	if (a->entries != a->started)
		refuse(a, "an entry without m:properties, or with two");
}

static struct text
attribute(const struct xml_attribute *attrs, size_t count, const char *local)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(attrs[i].local, local) == 0)
			return attrs[i].value;
	return text_of("");
}

static void
start_root(struct atom *a, const char *local, const struct xml_attribute *attrs,
	   size_t count)
{
	if (local == a->feed) {
		a->page.base =
		    arena_text(a->arena, attribute(attrs, count, "base"));
		if (xmlin_declares(a->xml, "d", NS_DATA) &&
		    xmlin_declares(a->xml, "m", NS_META))
			xmlin_open_shortcut(a->xml);
		else
			xmlin_shortcut(a->xml, NULL);
		return;
	}
	diag_fail_at(buffer_view(&a->name).s, 0,
		     "the root element is <%s>; expected an Atom "
		     "<feed> of a data set",
		     local);
	stop(a);
}

/* A child of the feed. */
static void
start_child(struct atom *a, const char *local,
	    const struct xml_attribute *attrs, size_t count)
{
	if (local == a->entry)
		a->started++;
	else if (local == a->id)
		a->capture = &a->page.id;
	else if (local == a->title)
		a->capture = &a->page.title;
	else if (local == a->link &&
		 text_is(attribute(attrs, count, "rel"), "next"))
		a->page.next =
		    arena_text(a->arena, attribute(attrs, count, "href"));
	if (a->capture)
		a->used = 0;
}

static void
on_start(void *ctx, const char *local, const char *ns,
	 const struct xml_attribute *attrs, size_t count)
{
	struct atom *a = ctx;

	a->depth++;
	if (a->properties_depth) {
		if (a->depth == a->properties_depth + 1 && ns == a->data)
			start_property(a, local, attrs, count);
		else
			refuse(a, "a property that is not in OData's namespace "
				  "for data, or not flat");
	} else if (local == a->properties && ns == a->meta) {
		start_properties(a);
	} else if (a->depth == 1) {
		start_root(a, local, attrs, count);
	} else if (a->depth == 2) {
		start_child(a, local, attrs, count);
	}
}

static void
on_end(void *ctx, const char *local, const char *ns)
{
	struct atom *a = ctx;

	(void)ns;
	if (a->properties_depth) {
		if (a->depth == a->properties_depth + 1)
			end_property(a);
		else if (a->depth == a->properties_depth)
			end_properties(a);
	} else if (a->capture && a->depth == 2) {
		*a->capture = arena_text(
		    a->arena, text_trim((struct text){a->buf, a->used}));
		a->capture = NULL;
	} else if (a->depth == 2 && local == a->entry) {
		end_entry(a);
	}
	if (--a->depth == 0)
		a->closed = true;
}

static void
on_text(void *ctx, const char *s, size_t n)
{
	struct atom *a = ctx;

	if (a->in_property || a->capture)
		put(a, s, n);
}

static void
take_property(struct atom *a, const struct plainproperty *p)
{
	struct odata_column *c = &a->columns[p->column];

	c->start = a->used;
	c->length = 0;
	c->seen = true;
	if (p->type != PLAINTYPE_UNSAID)
		c->typed = p->type != PLAINTYPE_STRING;
	if (p->null || p->value.n == 0)
		return;
	put(a, p->value.s, p->value.n);
	c->length = p->value.n;
	put(a, "", 1);
}

/* What the handlers would do with the entry of n bytes at p. */
static void
take_entry(struct atom *a, const char *p, size_t n)
{
	const struct plainentry *e = &a->plain;

	a->started++;
	start_properties(a);
	for (size_t i = 0; i < e->count; i++)
		take_property(a, &e->properties[i]);
	xmlin_pass(a->xml, p, e->head);
	end_properties(a);
	xmlin_pass(a->xml, p + e->head, n - e->head);
	if (!a->failed)
		end_entry(a);
}

/* The shortcut: entries that need no parser. */
static size_t
take_entries(void *ctx, const char *p, size_t n)
{
	struct atom *a = ctx;
	const char *from = p, *end = p + n;

	while (!a->failed) {
		const char *to = xmlplain_skip_blanks(p);
		size_t k;

		xmlin_pass(a->xml, p, (size_t)(to - p));
		p = to;
		k = plainentry_read(&a->plain, a->columns, a->count, p,
				    (size_t)(end - p));
		if (k == 0)
			break;
		take_entry(a, p, k);
		p += k;
	}
	return (size_t)(p - from);
}

static const struct xml_handlers handlers = {on_start, on_end, on_text};

static void
intern_names(struct atom *a)
{
	struct {
		const char **to, *name;
	} all[] = {{&a->feed, "feed"},	{&a->entry, "entry"},
		   {&a->id, "id"},	{&a->title, "title"},
		   {&a->link, "link"},	{&a->null, "null"},
		   {&a->type, "type"},	{&a->properties, "properties"},
		   {&a->data, NS_DATA}, {&a->meta, NS_META}};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		*all[i].to = xmlin_intern(a->xml, all[i].name);
	for (size_t i = 0; i < a->count; i++)
		a->columns[i].local =
		    xmlin_intern(a->xml, a->columns[i].name.s);
}

static void
start_page(struct atom *a)
{
	const char *file = input_name(a->in);

	a->pages++;
	buffer_clear(&a->name);
	buffer_string(&a->name, file);
	if (a->pages > 1)
		buffer_printf(&a->name, " (page %zu)", a->pages);
	a->page.base = a->page.id = a->page.title = a->page.next = text_of("");
	a->depth = a->properties_depth = a->started = a->entries = 0;
	a->closed = false;
	a->xml = xmlin_new(buffer_view(&a->name).s, &handlers, a);
	intern_names(a);
}

/* rc: how reading it went. */
static int
end_page(struct atom *a, int rc)
{
	xmlin_free(a->xml);
	a->xml = NULL;
	if (rc < 0 || a->failed)
		return -1;
	return a->handlers->page(a->ctx, &a->page, a->entries);
}

/* Pages may stand behind each other, each a whole document. */
static int
next_page(void *ctx, struct xmlin **x)
{
	struct atom *a = ctx;

	if (!a->closed)
		return 0;
	if (end_page(a, xmlin_finish(a->xml)) < 0)
		return -1;
	start_page(a);
	*x = a->xml;
	return 1;
}

int
atom_read(struct input *in, const struct odata_handlers *h, void *ctx)
{
	struct atom a = {.handlers = h, .ctx = ctx, .in = in};
	const struct xmlrun run = {take_entries, &a, "</entry>", "", next_page};
	int rc;

	a.arena = arena_new();
	start_page(&a);
	rc = xmlrun(a.xml, in, &run);
	if (a.xml)
		rc = end_page(&a, rc);
	arena_free(a.arena);
	buffer_free(&a.name);
	plainentry_free(&a.plain);
	free(a.columns);
	free(a.buf);
	return rc;
}
