#include "csvhead.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "map.h"
#include "mem.h"
#include "tablekind.h"

struct csvhead {
	const char *file;
	size_t row;
	struct map *columns; /* name to number, from 1 */
};

/* Keeps the name of column i; -1 when it is empty or taken. */
static int
add(struct csvhead *h, struct text name, size_t i)
{
	char show[TEXT_SHOW];
	void **slot;

	if (name.n == 0)
		return diag_fail_at(h->file, h->row,
				    "column %zu has no name in the header: "
				    "expected names joined by ','",
				    i + 1);
	slot = map_slot(h->columns, name);
	if (*slot)
		return diag_fail_at(h->file, h->row,
				    "column name '%s' comes twice: columns "
				    "%zu and %zu",
				    text_show(name, show),
				    (size_t)((uintptr_t)*slot), i + 1);
	*slot = (void *)(uintptr_t)(i + 1);
	return 0;
}

struct csvhead *
csvhead_new(const char *file, size_t row, const struct text *fields,
	    size_t count)
{
	struct csvhead *h = mem_new(struct csvhead);

	*h = (struct csvhead){file, row, map_new()};
	for (size_t i = 0; i < count; i++)
		if (add(h, text_trim(fields[i]), i) < 0) {
			csvhead_free(h);
			return NULL;
		}
	return h;
}

void
csvhead_free(struct csvhead *h)
{
	if (!h)
		return;
	map_free(h->columns);
	free(h);
}

size_t
csvhead_count(const struct csvhead *h)
{
	return map_count(h->columns);
}

bool
csvhead_is(const struct csvhead *h, const struct text *fields, size_t count)
{
	if (count != csvhead_count(h))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!text_equal(text_trim(fields[i]), csvhead_name(h, i)))
			return false;
	return true;
}

struct text
csvhead_name(const struct csvhead *h, size_t i)
{
	return map_key(h->columns, i);
}

long
csvhead_find(const struct csvhead *h, const char *name)
{
	return (long)(uintptr_t)map_get(h->columns, text_of(name)) - 1;
}

/* All names, "a, b, c", and in `list`; the caller frees. */
static char *
names(const struct csvhead *h, const char **list)
{
	size_t n = 0, at = 0, count = csvhead_count(h);
	char *all;

	for (size_t i = 0; i < count; i++)
		n += csvhead_name(h, i).n + 2;
	all = mem_array(n + 1, 1);
	for (size_t i = 0; i < count; i++) {
		struct text t = csvhead_name(h, i);

		list[i] = t.s;
		if (i > 0) {
			memcpy(all + at, ", ", 2);
			at += 2;
		}
		memcpy(all + at, t.s, t.n);
		at += t.n;
	}
	return all;
}

/* One column, whose name is a whole header: says so. */
static bool
wrong_delimiter(const struct csvhead *h)
{
	struct text only = csvhead_name(h, 0);
	char show[TEXT_SHOW];

	if (memchr(only.s, ',', only.n))
		diag_fail_at(h->file, h->row,
			     "each line stands in quotes as a whole ('%s'): "
			     "expected fields joined by ','; save it as CSV "
			     "anew",
			     text_show(only, show));
	else if (memchr(only.s, ';', only.n) || memchr(only.s, '\t', only.n))
		diag_fail_at(h->file, h->row,
			     "separated by %s, expected ','; only "
			     "cbs-extract and plan-normalize take other "
			     "dialects",
			     memchr(only.s, ';', only.n) ? "';'" : "tabs");
	else
		return false;
	return true;
}

/* Which of our tables it is, or NULL. */
static const char *
kind_of(const struct csvhead *h)
{
	size_t n = csvhead_count(h);
	struct text *names = mem_array(n, sizeof(*names));
	const char *kind;

	for (size_t i = 0; i < n; i++)
		names[i] = csvhead_name(h, i);
	kind = tablekind_of(names, n);
	free(names);
	return kind;
}

long
csvhead_need(const struct csvhead *h, const char *name)
{
	long i = csvhead_find(h, name);
	const char **list, *near, *kind;
	char *all;

	if (i >= 0)
		return i;
	if (csvhead_count(h) == 1 && wrong_delimiter(h))
		return -1;
	list = mem_array(csvhead_count(h), sizeof(*list));
	all = names(h, list);
	near = text_nearest(text_of(name), list, csvhead_count(h));
	kind = kind_of(h);
	diag_fail_at(h->file, h->row, "no column '%s';%s%s%s%s%s%s columns: %s",
		     name, kind ? " this is " : "", kind ? kind : "",
		     kind ? ";" : "", near ? " did you mean '" : "",
		     near ? near : "", near ? "'?" : "", all);
	free(all);
	free(list);
	return -1;
}
