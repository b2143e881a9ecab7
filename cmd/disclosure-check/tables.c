#include "tables.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <unistd.h>

#include "diag.h"
#include "files.h"
#include "mem.h"
#include "table.h"

enum { PAD, SOMMEN, DIALECT, COLUMNS };
static const char *const NAMES[COLUMNS] = {"pad", "sommen", "?dialect"};

static const struct {
	const char *word;
	bool based; /* another table says which years it has */
} FORMS[] = {
    [FORM_PLANS] = {"plannen", false},	[FORM_STAND] = {"stand", false},
    [FORM_TOTAL] = {"totaal", true},	[FORM_FIGURES] = {"cijfers", true},
    [FORM_SEGMENT] = {"segment", true}, [FORM_COUNTS] = {"tellingen", false},
    [FORM_WIDE] = {"breed", false},	[FORM_SWING] = {"swing", false}};

struct tables {
	struct table *list;
	struct table_row at[TABLES_MOST];
	size_t count;
};

void
tables_free(struct tables *t)
{
	if (!t)
		return;
	table_free(t->list);
	free(t);
}

/* "geen: groei": a reason there must be. */
static bool
is_reason(struct text cell)
{
	struct text word;

	return text_split(&cell, ':', &word) && cell.s &&
	       text_trim(cell).n > 0 &&
	       (text_is(word, "geen") || text_is(word, "besloten"));
}

static int
refuse(const struct tables *t, size_t i)
{
	return table_fail(t->list, i, SOMMEN,
			  "\"%s\": how its numbers are sums of plans is not "
			  "known; expected plannen, stand, totaal STAND, "
			  "cijfers STAND, segment STAND, tellingen, breed, "
			  "swing, geen: REASON or besloten: REASON",
			  table_cell(t->list, i, SOMMEN).s);
}

static size_t
find(const struct tables *t, struct text path)
{
	for (size_t i = 0; i < t->count; i++)
		if (text_is(path, t->at[i].path))
			return i;
	return t->count;
}

/* The base is a stand that stands before it in the list. */
static int
take(struct tables *t, size_t i, enum form form, struct text base)
{
	struct table_row *row = &t->at[t->count];

	if (t->count == TABLES_MOST)
		return table_fail(t->list, i, SOMMEN,
				  "more than %d tables to be read",
				  TABLES_MOST);
	*row = (struct table_row){
	    .path = table_cell(t->list, i, PAD).s,
	    .form = form,
	    .base = t->count,
	    .foreign = text_is(table_cell(t->list, i, DIALECT), "doel")};
	if (FORMS[form].based)
		row->base = find(t, text_trim(base));
	if (FORMS[form].based &&
	    (row->base == t->count || t->at[row->base].form != FORM_STAND))
		return table_fail(t->list, i, SOMMEN,
				  "\"%s\" is no stand in a row before it",
				  base.s ? base.s : "");
	t->count++;
	return 0;
}

static int
row(struct tables *t, size_t i)
{
	struct text rest = table_cell(t->list, i, SOMMEN), word;

	if (is_reason(rest))
		return 0;
	text_split(&rest, ' ', &word);
	for (size_t f = 0; f < sizeof(FORMS) / sizeof(FORMS[0]); f++)
		if (text_is(word, FORMS[f].word) &&
		    FORMS[f].based == (rest.s != NULL))
			return take(t, i, (enum form)f, rest);
	return refuse(t, i);
}

struct tables *
tables_load(const char *path)
{
	struct table *list = table_load(path, NAMES, COLUMNS);
	static const size_t once[] = {PAD};
	struct tables *t;

	if (!list || table_once(list, once, 1) < 0) {
		table_free(list);
		return NULL;
	}
	t = mem_new(struct tables);
	t->list = list;
	for (size_t i = 0; i < table_rows(list); i++)
		if (row(t, i) != 0) {
			tables_free(t);
			return NULL;
		}
	return t;
}

size_t
tables_count(const struct tables *t)
{
	return t->count;
}

const struct table_row *
tables_at(const struct tables *t, size_t i)
{
	return &t->at[i];
}

static bool
is_listed(const struct tables *t, const char *name)
{
	for (size_t i = 0; i < table_rows(t->list); i++)
		if (fnmatch(table_cell(t->list, i, PAD).s, name,
			    FNM_PATHNAME | FNM_PERIOD) == 0)
			return true;
	return false;
}

int
tables_cover(const struct tables *t, const char *folder)
{
	struct files f;
	int rc = files_find(&f, folder);

	for (size_t i = 0; rc == 0 && i < f.count; i++)
		if (!is_listed(t, f.names[i]))
			rc = diag_fail("%s/%s: in no row of %s: how its "
				       "numbers are sums of plans is not known",
				       folder, f.names[i], table_name(t->list));
	files_free(&f);
	return rc;
}

char *
tables_find(const struct tables *t, size_t i, const char *folder)
{
	char *path = files_path(folder, t->at[i].path);

	if (access(path, F_OK) == 0)
		return path;
	free(path);
	return NULL;
}
