#include "xlsx/styles.h"

#include <stdint.h>
#include <stdlib.h>

#include "mem.h"
#include "xmlrun.h"
#include "xlsx/xsd.h"

struct custom {
	size_t id, order;
	enum format format;
};

struct styles {
	size_t *ids; /* of the number format of each style */
	enum format *formats;
	size_t count, cap;
	struct custom *customs;
	size_t custom_count, custom_cap;
};

struct loader {
	struct styles *styles;
	const char *format, *list, *style, *id, *code;
	bool inside; /* <cellXfs> */
};

static void
add_custom(struct loader *l, const struct text *id, const struct text *code)
{
	struct styles *s = l->styles;
	if (id == NULL || code == NULL)
		return;
	s->customs = mem_grow(s->customs, &s->custom_cap, s->custom_count + 1,
			      sizeof(*s->customs));
	s->customs[s->custom_count] = (struct custom){
	    xsd_whole(id, 0), s->custom_count, format_of_code(*code)};
	s->custom_count++;
}

static void
on_start(void *ctx, const char *local, const char *ns,
	 const struct xml_attribute *attrs, size_t count)
{
	struct loader *l = ctx;
	struct styles *s = l->styles;
	const struct text *id = xmlin_attribute(attrs, count, l->id);
	(void)ns;
	if (local == l->list) {
		l->inside = true;
	} else if (local == l->format) {
		add_custom(l, id, xmlin_attribute(attrs, count, l->code));
	} else if (l->inside && local == l->style) {
		s->ids =
		    mem_grow(s->ids, &s->cap, s->count + 1, sizeof(*s->ids));
		s->ids[s->count++] = xsd_whole(id, 0);
	}
}

static void
on_end(void *ctx, const char *local, const char *ns)
{
	struct loader *l = ctx;
	(void)ns;
	if (local == l->list)
		l->inside = false;
}

static int
by_id(const void *a, const void *b)
{
	const struct custom *x = a, *y = b;
	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* A custom code wins over the built-in format of its number, and the last
 * over those before. */
static enum format
look_up(const struct styles *s, size_t id)
{
	size_t low = 0, high = s->custom_count;
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (s->customs[mid].id <= id)
			low = mid + 1;
		else
			high = mid;
	}
	if (low > 0 && s->customs[low - 1].id == id)
		return s->customs[low - 1].format;
	return format_of_id(id);
}

static void
settle(struct styles *s)
{
	if (s->custom_count > 0)
		qsort(s->customs, s->custom_count, sizeof(*s->customs), by_id);
	s->formats = mem_array(s->count, sizeof(*s->formats));
	for (size_t i = 0; i < s->count; i++)
		s->formats[i] = i > 0 && s->ids[i] == s->ids[i - 1]
				    ? s->formats[i - 1]
				    : look_up(s, s->ids[i]);
}

struct styles *
styles_load(struct input *in)
{
	static const struct xml_handlers handlers = {on_start, on_end, NULL};
	if (in == NULL)
		return NULL;
	struct loader l = {.styles = mem_new(struct styles)};
	struct xmlin *x = xmlin_new(input_name(in), &handlers, &l);
	l.format = xmlin_intern(x, "numFmt");
	l.list = xmlin_intern(x, "cellXfs");
	l.style = xmlin_intern(x, "xf");
	l.id = xmlin_intern(x, "numFmtId");
	l.code = xmlin_intern(x, "formatCode");
	int rc = xmlrun(x, in, NULL);
	xmlin_free(x);
	settle(l.styles);
	if (input_close(in) == 0 && rc == 0)
		return l.styles;
	styles_free(l.styles);
	return NULL;
}

void
styles_free(struct styles *s)
{
	if (s == NULL)
		return;
	free(s->ids);
	free(s->formats);
	free(s->customs);
	free(s);
}

size_t
styles_count(const struct styles *s)
{
	return s == NULL ? 0 : s->count;
}

enum format
styles_format(const struct styles *s, size_t i)
{
	return s->formats[i];
}
