#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "layout/choices.h"

#include "buffer.h"
#include "diag.h"
#include "mem.h"
#include "table.h"

enum sort { SORT_LAYOUT, SORT_NAMES, SORT_OTHER };

/* A layout names columns; a list of names says so (`namen`); what names none,
 * as a file of words, is something else. */
static int
sort_of(const char *path, enum sort *sort)
{
	static const char *const columns[] = {"?veld", "?kolom"};
	struct table *t = table_load(path, columns, 2);

	if (!t)
		return -1;
	*sort = SORT_OTHER;
	for (size_t i = 0; i < table_rows(t) && *sort != SORT_NAMES; i++) {
		if (text_is(table_cell(t, i, 0), "namen"))
			*sort = SORT_NAMES;
		else if (table_cell(t, i, 1).n)
			*sort = SORT_LAYOUT;
	}
	table_free(t);
	return 0;
}

static void
add(struct choices *c, struct text path)
{
	c->paths = mem_grow(c->paths, &c->cap, c->count + 1, sizeof(*c->paths));
	c->paths[c->count++] = mem_text(path.s, path.n);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
is_csv(const char *name)
{
	size_t n = strlen(name);

	return *name != '.' && n > 4 && strcmp(name + n - 4, ".csv") == 0;
}

/* Takes away what is in the folder, but no layout. */
static int
keep_layouts(struct choices *c, size_t from, bool names)
{
	size_t kept = from;
	int rc = 0;

	for (size_t i = from; i < c->count; i++) {
		enum sort sort = SORT_OTHER;

		if (rc == 0)
			rc = sort_of(c->paths[i], &sort);
		if (sort == SORT_LAYOUT || (names && sort == SORT_NAMES))
			c->paths[kept++] = c->paths[i];
		else
			free(c->paths[i]);
	}
	c->count = kept;
	return rc;
}

/* Sorted by name, for the order of a folder is nobody's choice. */
static int
add_folder(struct choices *c, const char *folder, bool names)
{
	DIR *d = opendir(folder);
	size_t from = c->count;
	struct buffer path = {0};
	struct dirent *e;

	if (!d)
		return diag_fail_errno(folder);
	while ((e = readdir(d))) {
		if (!is_csv(e->d_name))
			continue;
		path.n = 0;
		buffer_string(&path, folder);
		buffer_string(&path, "/");
		buffer_string(&path, e->d_name);
		add(c, buffer_view(&path));
	}
	closedir(d);
	free(path.s);
	if (c->count > from)
		qsort(c->paths + from, c->count - from, sizeof(*c->paths),
		      compare);
	return keep_layouts(c, from, names);
}

static bool
is_folder(const char *path)
{
	struct stat s;

	return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

static int
add_given(struct choices *c, const char *path, bool names)
{
	size_t before = c->count;

	if (!is_folder(path)) {
		add(c, text_of(path));
		return 0;
	}
	if (add_folder(c, path, names) < 0)
		return -1;
	if (c->count == before)
		return diag_fail(
		    "%s: no layout is in this folder; expected *.csv with the "
		    "columns veld,kolom,omzetting,waarde",
		    path);
	return 0;
}

/* The folder `indeling` beside the file, or with `above` one higher. */
static int
add_beside(struct choices *c, const char *file, const char *above, bool names)
{
	const char *slash = strrchr(file, '/');
	struct buffer path = {0};
	int rc = 0;

	if (slash)
		buffer_add(&path,
			   (struct text){file, (size_t)(slash - file) + 1});
	buffer_string(&path, above);
	buffer_string(&path, "indeling");
	if (is_folder(buffer_view(&path).s))
		rc = add_folder(c, buffer_view(&path).s, names);
	free(path.s);
	return rc;
}

int
choices_find(struct choices *c, const struct opt_list *given,
	     const char *gemeenten, bool names)
{
	for (size_t i = 0; i < given->count; i++)
		if (add_given(c, given->items[i], names) < 0)
			return -1;
	c->nearest = c->count;
	if (given->count)
		return 0;
	if (gemeenten && add_beside(c, gemeenten, "", names) < 0)
		return -1;
	c->nearest = c->count;
	if (gemeenten && add_beside(c, gemeenten, "../", names) < 0)
		return -1;
	if (c->count)
		return 0;
	return diag_fail("no layout: give one with -l, or a folder of them; "
			 "there is no folder indeling beside %s, nor above it",
			 gemeenten ? gemeenten : "-g");
}

int
choices_is_names(const char *path, bool *names)
{
	enum sort sort = SORT_OTHER;
	int rc = sort_of(path, &sort);

	*names = sort == SORT_NAMES;
	return rc;
}

void
choices_free(struct choices *c)
{
	for (size_t i = 0; i < c->count; i++)
		free(c->paths[i]);
	free(c->paths);
}
