#include "meta/odata.h"

#include <string.h>

static struct text
last_segment(struct text *path)
{
	struct text t = *path;

	while (t.n && t.s[t.n - 1] == '/')
		t.n--;
	for (size_t i = t.n; i > 0; i--) {
		if (t.s[i - 1] != '/')
			continue;
		*path = (struct text){t.s, i - 1};
		return (struct text){t.s + i, t.n - i};
	}
	*path = (struct text){t.s, 0};
	return t;
}

static struct text
without_query(struct text t)
{
	const char *q = t.n ? memchr(t.s, '?', t.n) : NULL;

	return q ? (struct text){t.s, (size_t)(q - t.s)} : t;
}

struct text
odata_resource(const struct odata_page *page)
{
	struct text id = without_query(page->id);

	return page->title.n ? page->title : last_segment(&id);
}

struct text
odata_table(const struct odata_page *page)
{
	struct text base = without_query(page->base);
	struct text id = without_query(page->id);

	if (base.n)
		return last_segment(&base);
	last_segment(&id);
	return last_segment(&id);
}
