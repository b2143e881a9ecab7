#include "agree/norm.h"

#include <stdlib.h>

#include "mem.h"
#include "table.h"

enum column { REGIO, SEGMENT, CATEGORY, SHARE, FROM, TO, UNIT, COLUMNS };

static const char *const columns[COLUMNS] = {
    "regio", "segment", "categorie", "aandeel", "van", "tot", "?eenheid"};

struct norms {
	struct table *table;
	struct norm *list;
	size_t count;
	size_t cap;
};

/* At most one decimal is asked of no one: two are held. */
static int
percent(const struct table *t, size_t i, enum column k, struct num *out)
{
	struct text word = table_cell(t, i, k);
	if (num_parse(word, NUM_PLAIN, out) == NUM_OK && out->units >= 0 &&
	    out->scale <= 2 && num_compare(*out, num_of(100)) <= 0)
		return 0;
	return table_fail(t, i, k,
			  "'%s' is not a percentage from 0 to 100 with at most "
			  "two decimals",
			  word.s);
}

/* Whole dwellings, as all targets are. */
static int
dwellings(const struct table *t, size_t i, enum column k, struct num *out)
{
	int rc = table_whole(t, i, k, out);
	if (rc != 1)
		return rc;
	if (out->units >= 0 && num_compare(*out, num_of(10000000)) <= 0)
		return 0;
	return table_fail(t, i, k,
			  "'%s' is not a number of dwellings of 0 or "
			  "more",
			  table_cell(t, i, k).s);
}

/* Hectares, as many decimals as amounts have. */
static int
hectares(const struct table *t, size_t i, enum column k, struct num *out)
{
	struct amount_guard guard = {0};
	struct text word = table_cell(t, i, k);
	int64_t n;
	if (!amount_parse(&guard, word, &n) || n < 0)
		return table_fail(t, i, k,
				  "'%s' is not a number of hectares of 0 or "
				  "more",
				  word.s);
	*out = amount_num(n);
	return 0;
}

/* The unit must be what the segment is measured in. */
static int
check_unit(const struct table *t, size_t i, bool bos)
{
	struct text unit = table_cell(t, i, UNIT);
	bool dwellings = text_is(unit, "woningen");
	if (bos && !text_is(unit, "ha"))
		return table_fail(t, i, UNIT,
				  "'%s', expected ha: the norm for bos is in "
				  "hectares",
				  unit.s);
	if (!bos && unit.n > 0 && !text_is(unit, "pct") && !dwellings)
		return table_fail(t, i, UNIT,
				  "'%s', expected pct or nothing, or woningen: "
				  "norms for dwellings are in percent or in "
				  "dwellings",
				  unit.s);
	if ((bos || dwellings) && table_cell(t, i, SHARE).n > 0)
		return table_fail(t, i, SHARE,
				  "%s have no share: expected van, tot or "
				  "both",
				  bos ? "hectares" : "dwellings");
	if (bos && !text_is(table_cell(t, i, CATEGORY), "bos"))
		return table_fail(t, i, CATEGORY, "'%s', expected bos",
				  table_cell(t, i, CATEGORY).s);
	return 0;
}

static int
parse(struct norms *n, const struct frame *k, size_t i, struct norm *out)
{
	const struct table *t = n->table;
	struct text regio = table_cell(t, i, REGIO);
	bool bos = text_is(table_cell(t, i, SEGMENT), "bos");
	bool homes = text_is(table_cell(t, i, UNIT), "woningen");
	int (*const number)(const struct table *, size_t, enum column,
			    struct num *) = bos	    ? hectares
					    : homes ? dwellings
						    : percent;
	bool share = table_cell(t, i, SHARE).n > 0;
	bool from = table_cell(t, i, FROM).n > 0;
	*out = (struct norm){.regio = -1,
			     .category = table_cell(t, i, CATEGORY),
			     .dwellings = homes,
			     .has_to = table_cell(t, i, TO).n > 0};
	if (regio.n > 0) {
		out->regio = regios_find(k->regios, regio);
		if (out->regio < 0)
			return table_fail(t, i, REGIO,
					  "'%s' is not in the municipalities "
					  "file",
					  regio.s);
	}
	if (check_unit(t, i, bos) != 0)
		return -1;
	if (share == (from || out->has_to))
		return table_fail(t, i, SHARE,
				  "expected either aandeel, or van and tot");
	if ((share && percent(t, i, SHARE, &out->from) != 0) ||
	    (from && number(t, i, FROM, &out->from) != 0) ||
	    (out->has_to && number(t, i, TO, &out->to) != 0))
		return -1;
	return 0;
}

static int
keep(struct norms *n, const struct frame *k, const char *segment, size_t i)
{
	struct norm new;
	if (!text_is(table_cell(n->table, i, SEGMENT), segment))
		return 0;
	if (parse(n, k, i, &new) != 0)
		return -1;
	n->list = mem_grow(n->list, &n->cap, n->count + 1, sizeof(*n->list));
	n->list[n->count++] = new;
	return 0;
}

struct norms *
norms_load(const struct frame *k, const char *path, const char *segment)
{
	struct norms *n = mem_new(struct norms);
	if (!path)
		return n;
	n->table = table_load(path, columns, COLUMNS);
	bool fine = n->table;
	for (size_t i = 0; fine && i < table_rows(n->table); i++)
		fine = keep(n, k, segment, i) == 0;
	if (!fine) {
		norms_free(n);
		return NULL;
	}
	return n;
}

static bool
listed(const struct text *list, size_t n, struct text word)
{
	for (size_t i = 0; i < n; i++)
		if (text_equal(list[i], word))
			return true;
	return false;
}

int
norms_segments(const char *path, bool (*known)(const char *name),
	       struct table **t, struct text **list, size_t *n)
{
	*n = 0;
	*t = table_load(path, columns, COLUMNS);
	size_t rows = *t ? table_rows(*t) : 0;
	*list = mem_array(rows + 1, sizeof(**list));
	for (size_t i = 0; i < rows; i++) {
		struct text word = table_cell(*t, i, SEGMENT);
		if (!known(word.s))
			return table_fail(*t, i, SEGMENT, "'%s' is no segment",
					  word.s);
		if (!text_is(word, "bos") && !listed(*list, *n, word))
			(*list)[(*n)++] = word;
	}
	return *t ? 0 : -1;
}

void
norms_free(struct norms *n)
{
	if (!n)
		return;
	table_free(n->table);
	free(n->list);
	free(n);
}

size_t
norms_count(const struct norms *n)
{
	return n->count;
}

const struct norm *
norms_at(const struct norms *n, size_t i)
{
	return &n->list[i];
}
