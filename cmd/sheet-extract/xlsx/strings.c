#include "xlsx/strings.h"

#include <stdlib.h>

#include "buffer.h"
#include "cell/cell.h"
#include "diag.h"
#include "mem.h"
#include "xlsx/rich.h"
#include "xmlrun.h"

struct strings {
	struct buffer bytes;
	size_t *ends; /* of each string in bytes */
	size_t count, ends_cap;
};

struct loader {
	struct strings *strings;
	struct xmlin *xml;
	const char *name;
	const char *item;
	struct rich rich;
	bool inside;
};

static void
on_start(void *ctx, const char *local, const char *ns,
	 const struct xml_attribute *attrs, size_t count)
{
	struct loader *l = ctx;
	(void)ns;
	if (l->inside) {
		rich_start(&l->rich, local, attrs, count);
	} else if (local == l->item) {
		l->inside = true;
		rich_clear(&l->rich);
	}
}

static void
on_end(void *ctx, const char *local, const char *ns)
{
	struct loader *l = ctx;
	struct strings *s = l->strings;
	(void)ns;
	if (!l->inside)
		return;
	if (local != l->item || l->rich.skip > 0) {
		rich_end(&l->rich, local);
		return;
	}
	struct text t = buffer_view(&l->rich.text);
	l->inside = false;
	if (cell_is_full(&l->rich.text)) {
		diag_fail_at(l->name, 0, "a string of more than 1 MiB");
		xmlin_stop(l->xml);
		return;
	}
	buffer_add(&s->bytes, t);
	s->ends =
	    mem_grow(s->ends, &s->ends_cap, s->count + 1, sizeof(*s->ends));
	s->ends[s->count++] = s->bytes.n;
}

static void
on_text(void *ctx, const char *p, size_t n)
{
	struct loader *l = ctx;
	if (l->inside)
		rich_text(&l->rich, p, n);
}

struct strings *
strings_load(struct input *in)
{
	static const struct xml_handlers handlers = {on_start, on_end, on_text};
	if (in == NULL)
		return NULL;
	struct loader l = {.strings = mem_new(struct strings)};
	l.name = input_name(in);
	l.xml = xmlin_new(l.name, &handlers, &l);
	l.item = xmlin_intern(l.xml, "si");
	rich_init(&l.rich, l.xml);
	int rc = xmlrun(l.xml, in, NULL);
	rich_free(&l.rich);
	xmlin_free(l.xml);
	if (input_close(in) == 0 && rc == 0)
		return l.strings;
	strings_free(l.strings);
	return NULL;
}

void
strings_free(struct strings *s)
{
	if (s == NULL)
		return;
	buffer_free(&s->bytes);
	free(s->ends);
	free(s);
}

size_t
strings_count(const struct strings *s)
{
	return s == NULL ? 0 : s->count;
}

struct text
strings_at(const struct strings *s, size_t i)
{
	size_t from = i > 0 ? s->ends[i - 1] : 0;
	return (struct text){s->bytes.s + from, s->ends[i] - from};
}
