#include "layout/setting.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "mem.h"
#include "period.h"
#include "layout/words.h"

static int
set_count(const struct layout_line *r, size_t *out)
{
	struct num n;

	if (num_parse(r->waarde, NUM_PLAIN, &n) != NUM_OK || n.scale ||
	    n.units < 1 || n.units > 99)
		return table_fail(r->table, r->i, WAARDE,
				  "expected a number from 1 to 99, not \"%s\"",
				  r->waarde.s);
	*out = (size_t)n.units;
	return 0;
}

static int
set_delimiter(struct layout *l, const struct layout_line *r)
{
	if (text_is(r->waarde, "tab"))
		l->delimiter = '\t';
	else if (r->waarde.n == 1 && !strchr("\"\r\n", r->waarde.s[0]))
		l->delimiter = r->waarde.s[0];
	else
		return table_fail(r->table, r->i, WAARDE,
				  "expected one character or tab, not \"%s\"",
				  r->waarde.s);
	return 0;
}

static int
set_form(struct layout *l, const struct layout_line *r)
{
	if (text_is(r->waarde, "nl"))
		l->form = NUM_NL;
	else if (text_is(r->waarde, "en"))
		l->form = NUM_EN;
	else
		return table_fail(r->table, r->i, WAARDE,
				  "expected nl or en, not \"%s\"", r->waarde.s);
	return 0;
}

static int
set_telling(struct layout *l, const struct layout_line *r)
{
	enum telling telling;

	if (!telling_parse(r->waarde, &telling))
		return table_fail(r->table, r->i, WAARDE,
				  "expected rest or jaar, not \"%s\"",
				  r->waarde.s);
	l->telling = arena_text(l->arena, r->waarde);
	return 0;
}

/* Rows that look like totals rows and are not declared as such. */
static int
set_sums(struct layout *l, const struct layout_line *r)
{
	l->sums_are_plans = text_is(r->waarde, "plan");
	if (l->sums_are_plans)
		return 0;
	return table_fail(r->table, r->i, WAARDE, "expected plan, not \"%s\"",
			  r->waarde.s);
}

/* Shares of dwellings that are not exact: interpolated figures. */
static int
set_decimals(struct layout *l, const struct layout_line *r)
{
	l->rounds = text_is(r->waarde, "6");
	if (l->rounds)
		return 0;
	return table_fail(r->table, r->i, WAARDE, "expected 6, not \"%s\"",
			  r->waarde.s);
}

/* That numbers are of dwellings, though the header speaks of multiples. */
static int
set_unit(struct layout *l, const struct layout_line *r)
{
	l->in_dwellings = text_is(r->waarde, "woningen");
	if (l->in_dwellings)
		return 0;
	return table_fail(r->table, r->i, WAARDE,
			  "expected woningen, not \"%s\"", r->waarde.s);
}

static int
set_peildatum(struct layout *l, const struct layout_line *r)
{
	int32_t days;

	if (!date_parse(r->waarde, &days))
		return table_fail(r->table, r->i, WAARDE,
				  "expected a date as 2024-01-01, not \"%s\"",
				  r->waarde.s);
	l->peildatum = arena_text(l->arena, r->waarde);
	return 0;
}

static int
set_price_year(struct layout *l, const struct layout_line *r)
{
	struct years y;
	bool limit;

	if (!years_parse(r->waarde, &y, &limit) || limit || y.from != y.to)
		return table_fail(r->table, r->i, WAARDE,
				  "expected a year, not \"%s\"", r->waarde.s);
	l->price_year = y.from;
	return 0;
}

/* The margin of "circa", in percent. */
static int
set_circa(struct layout *l, const struct layout_line *r)
{
	struct num n;

	if (num_parse(r->waarde, NUM_PLAIN, &n) != NUM_OK || n.units <= 0 ||
	    num_compare(n, num_of(100)) > 0)
		return table_fail(r->table, r->i, WAARDE,
				  "expected a margin in percent over 0 and at "
				  "most 100, as 10, not \"%s\"",
				  r->waarde.s);
	l->estimates.circa = true;
	l->estimates.margin = n;
	return 0;
}

/* Which number of a range counts. */
static int
set_bereik(struct layout *l, const struct layout_line *r)
{
	if (text_is(r->waarde, "laag"))
		l->estimates.pick = PICK_LAAG;
	else if (text_is(r->waarde, "midden"))
		l->estimates.pick = PICK_MIDDEN;
	else if (text_is(r->waarde, "hoog"))
		l->estimates.pick = PICK_HOOG;
	else
		return table_fail(r->table, r->i, WAARDE,
				  "expected laag, midden or hoog, not \"%s\"",
				  r->waarde.s);
	return 0;
}

/* A file of words, its path relative to the layout's. */
static int
set_words(struct layout *l, const struct layout_line *r)
{
	const char *slash = strrchr(l->path, '/');
	size_t n = slash && r->waarde.n && r->waarde.s[0] != '/'
		       ? (size_t)(slash - l->path) + 1
		       : 0;
	char *path = mem_array(n + r->waarde.n + 1, 1);
	int rc;

	memcpy(path, l->path, n);
	memcpy(path + n, r->waarde.s, r->waarde.n);
	if (access(path, R_OK) == 0)
		rc = words_load(l, path);
	else
		rc = table_fail(r->table, r->i, WAARDE,
				"%s, relative to this layout: %s", r->waarde.s,
				strerror(errno));
	free(path);
	return rc;
}

int
setting_take(struct layout *l, const struct layout_line *r)
{
	int rc = 0;

	if (r->kolom.n || r->omzetting.n)
		return 0;
	if (text_is(r->veld, "namen"))
		rc = table_fail(r->table, r->i, VELD,
				"these are names for --propose, not a layout");
	else if (text_is(r->veld, "kop"))
		rc = set_count(r, &l->kop);
	else if (text_is(r->veld, "kopregels"))
		rc = set_count(r, &l->kopregels);
	else if (text_is(r->veld, "scheiding"))
		rc = set_delimiter(l, r);
	else if (text_is(r->veld, "codering"))
		l->encoding = arena_string(l->arena, r->waarde.s, r->waarde.n);
	else if (text_is(r->veld, "getal"))
		rc = set_form(l, r);
	else if (text_is(r->veld, "telling"))
		rc = set_telling(l, r);
	else if (text_is(r->veld, "decimalen"))
		rc = set_decimals(l, r);
	else if (text_is(r->veld, "eenheid"))
		rc = set_unit(l, r);
	else if (text_is(r->veld, "somrij"))
		rc = set_sums(l, r);
	else if (text_is(r->veld, "peildatum"))
		rc = set_peildatum(l, r);
	else if (text_is(r->veld, "levering"))
		l->levering = arena_text(l->arena, r->waarde);
	else if (text_is(r->veld, "eerst"))
		l->first = arena_text(l->arena, r->waarde);
	else if (text_is(r->veld, "prijspeil"))
		rc = set_price_year(l, r);
	else if (text_is(r->veld, "circa"))
		rc = set_circa(l, r);
	else if (text_is(r->veld, "bereik"))
		rc = set_bereik(l, r);
	else if (text_is(r->veld, "woorden"))
		rc = set_words(l, r);
	else
		return 0;
	return rc < 0 ? -1 : 1;
}
