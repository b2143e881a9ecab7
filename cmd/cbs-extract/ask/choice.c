#include "ask/choice.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "arena.h"
#include "ask/names.h"
#include "diag.h"
#include "mem.h"
#include "name.h"
#include "table.h"

enum { TABEL, DIMENSIE, SLEUTEL, NAAM, GEBRUIK, VAN, TOT, COLUMNS };

static const char *const columns[COLUMNS] = {
    "tabel", "dimensie", "sleutel", "naam", "?gebruik", "?van", "?tot"};

struct choice {
	struct arena *arena;
	struct table *selection;
	struct want *wants;
	size_t count, cap;
	struct text region_dimension;
	bool has_regions, has_range;
	struct choice_range range; /* -p */
	enum grain grain;
	struct period first, last; /* that the data have, if any */
	unsigned grains;	   /* of these, a bit for each */
};

static struct want *
add(struct choice *c, const char *option, struct text key)
{
	struct want *w;

	c->wants = mem_grow(c->wants, &c->cap, c->count + 1, sizeof(*c->wants));
	w = &c->wants[c->count++];
	*w =
	    (struct want){.key = text_trim(key), .use = true, .option = option};
	w->table = w->dimension = w->name = text_of("");
	w->key = arena_text(c->arena, w->key);
	return w;
}

/* The next of the keys that a want may be, without its star. */
static bool
next_key(const struct want *w, struct text *rest, struct text *key, bool *star)
{
	*key = *rest;
	if (w->option)
		rest->s = key->s ? NULL : rest->s;
	else if (!text_split(rest, '|', key))
		return false;
	if (!key->s)
		return false;
	*key = text_trim(*key);
	*star = key->n > 0 && key->s[key->n - 1] == '*';
	key->n -= *star;
	return true;
}

/* Sets prefix; false when one of its keys is empty. */
static bool
check_keys(struct want *w)
{
	struct text rest = w->key, key;
	bool star;

	if (rest.n == 0)
		return false;
	while (next_key(w, &rest, &key, &star)) {
		w->prefix = w->prefix || star;
		if (key.n == 0 && !star)
			return false;
	}
	return true;
}

/* Keys joined by commas, each with =NAME when named. */
static int
add_keys(struct choice *c, const char *option, struct text dimension,
	 struct text list)
{
	struct text part;

	while (text_split(&list, ',', &part)) {
		struct text key, rest = part;
		struct want *w;

		if (strcmp(option, "-m") == 0)
			text_split(&rest, '=', &key);
		else
			key = part, rest.s = NULL;
		w = add(c, option, key);
		w->dimension = dimension;
		if (rest.s)
			w->name = arena_text(c->arena, text_trim(rest));
		if (!check_keys(w))
			return diag_fail("%s: an empty key in its list; give "
					 "keys joined by commas",
					 option);
	}
	return 0;
}

static int
add_where(struct choice *c, const char *arg)
{
	const char *equals = strchr(arg, '=');

	if (!equals || equals == arg)
		return diag_fail("-w: \"%s\" is not DIM=CODE[,CODE]", arg);
	return add_keys(c, "-w", (struct text){arg, (size_t)(equals - arg)},
			text_of(equals + 1));
}

static int
add_regions(struct choice *c, const char *arg)
{
	const char *equals = strchr(arg, '=');

	if (equals) {
		c->region_dimension =
		    (struct text){arg, (size_t)(equals - arg)};
		arg = equals + 1;
	}
	c->has_regions = true;
	return add_keys(c, "-r", text_of(""), text_of(arg));
}

/* In our form or as a CBS key. */
static bool
read_period(struct text t, struct period *out)
{
	return period_parse(t, out) || period_from_cbs(t, out);
}

/* One end of -p. */
static int
range_end(struct text t, struct period *out)
{
	char show[TEXT_SHOW];

	if (read_period(t, out))
		return 0;
	return diag_fail("-p: \"%s\" is not a period; expected as 2022, "
			 "2022-Q3, 2022-11 or 2022MM11",
			 text_show(t, show));
}

static int
set_range(struct choice *c, const char *arg)
{
	const char *dots = strstr(arg, "..");
	struct text from = text_of(arg), to = from;
	struct period p;

	c->has_range = true;
	c->range = (struct choice_range){INT32_MIN, INT32_MAX};
	if (dots) {
		from.n = (size_t)(dots - arg);
		to = text_of(dots + 2);
	}
	if (from.n) {
		if (range_end(from, &p) < 0)
			return -1;
		c->range.from = period_start(p);
	}
	if (to.n) {
		if (range_end(to, &p) < 0)
			return -1;
		c->range.to = period_end(p);
	}
	if (c->range.from >= c->range.to)
		return diag_fail("-p: %s ends before it begins", arg);
	return 0;
}

static bool
same_name(const struct want *a, const struct want *b)
{
	return a->name.n && a->use && b->use && text_equal(a->name, b->name);
}

/* Two rows for one key, or two keys under one name, would mix series; but for
 * the parts of a sum. */
static int
check_row(const struct choice *c, const struct want *w)
{
	size_t parts = 1;

	for (const struct want *o = c->wants; o < w; o++) {
		if (!text_equal(o->table, w->table) ||
		    !text_equal(o->dimension, w->dimension))
			continue;
		if (text_equal(o->key, w->key))
			return table_fail(c->selection, w->row, SLEUTEL,
					  "%s of %s stands here twice (also on "
					  "line %zu)",
					  w->key.s, w->table.s,
					  table_line(c->selection, o->row));
		parts += same_name(o, w);
		if (same_name(o, w) && (!o->sign || !w->sign))
			return table_fail(c->selection, w->row, NAAM,
					  "%s is the name of another key of %s "
					  "too (line %zu); the parts of a sum "
					  "all have + or - in gebruik",
					  w->name.s, w->table.s,
					  table_line(c->selection, o->row));
	}
	if (parts > CHOICE_PARTS)
		return table_fail(c->selection, w->row, NAAM,
				  "%s has more than %d parts", w->name.s,
				  CHOICE_PARTS);
	return 0;
}

static int
set_use(struct choice *c, struct want *w)
{
	struct text use = table_cell(c->selection, w->row, GEBRUIK);
	char show[TEXT_SHOW];

	w->use = !text_is(use, "nee");
	w->sign = text_is(use, "+") - text_is(use, "-");
	if (w->sign && (w->dimension.n || !w->name.n))
		return table_fail(c->selection, w->row, GEBRUIK,
				  "%s is for a measure of its own with a naam: "
				  "the sum",
				  text_show(use, show));
	if (w->use && !w->sign && use.n && !text_is(use, "ja"))
		return table_fail(c->selection, w->row, GEBRUIK,
				  "\"%s\" is none of ja, nee, + and -",
				  text_show(use, show));
	return 0;
}

/* van and tot: the periods for which a measure is taken from this table. */
static int
set_row_range(const struct choice *c, struct want *w)
{
	struct text from = table_cell(c->selection, w->row, VAN);
	struct text to = table_cell(c->selection, w->row, TOT);
	struct period p;

	w->range = (struct choice_range){INT32_MIN, INT32_MAX};
	w->ranged = from.n || to.n;
	if (w->ranged && (w->dimension.n || !w->use))
		return table_fail(
		    c->selection, w->row, from.n ? VAN : TOT,
		    "goes with a measure to keep; expected empty");
	for (size_t k = VAN; k <= TOT; k++) {
		struct text t = table_cell(c->selection, w->row, k);

		if (t.n == 0)
			continue;
		if (!read_period(t, &p))
			return table_fail(c->selection, w->row, k,
					  "\"%s\" is not a period; expected as "
					  "2025 or 2025-01",
					  t.s);
		*(k == VAN ? &w->range.from : &w->range.to) =
		    k == VAN ? period_start(p) : period_end(p);
	}
	if (w->range.from >= w->range.to)
		return table_fail(c->selection, w->row, TOT,
				  "\"%s\" is before van", to.s);
	return 0;
}

static int
add_row(struct choice *c, size_t i)
{
	struct want *w = add(c, NULL, table_cell(c->selection, i, SLEUTEL));

	w->row = i;
	w->table = table_cell(c->selection, i, TABEL);
	w->dimension = table_cell(c->selection, i, DIMENSIE);
	w->name = table_cell(c->selection, i, NAAM);
	if (w->table.n == 0 || !check_keys(w))
		return table_fail(c->selection, i, w->table.n ? SLEUTEL : TABEL,
				  "empty; every row names a table and a key");
	if (set_use(c, w) < 0 || set_row_range(c, w) < 0)
		return -1;
	return check_row(c, w);
}

static int
add_selection(struct choice *c, const char *path)
{
	c->selection = table_load(path, columns, COLUMNS);
	if (!c->selection)
		return -1;
	for (size_t i = 0; i < table_rows(c->selection); i++)
		if (add_row(c, i) < 0)
			return -1;
	return 0;
}

static int
fill(struct choice *c, const struct choice_options *o)
{
	/* The selection comes first: check_row looks at what is before. */
	if (o->selection && add_selection(c, o->selection) < 0)
		return -1;
	if (o->measures &&
	    add_keys(c, "-m", text_of(""), text_of(o->measures)) < 0)
		return -1;
	if (o->regions && add_regions(c, o->regions) < 0)
		return -1;
	for (size_t i = 0; i < o->where.count; i++)
		if (add_where(c, o->where.items[i]) < 0)
			return -1;
	if (o->grain)
		c->grain = grain_of(text_of(o->grain));
	return o->periods ? set_range(c, o->periods) : 0;
}

struct choice *
choice_new(const struct choice_options *o)
{
	struct choice *c = mem_new(struct choice);

	c->arena = arena_new();
	c->region_dimension = text_of("");
	if (fill(c, o) == 0)
		return c;
	choice_free(c);
	return NULL;
}

void
choice_tell(const struct choice *c, struct findings *f)
{
	struct name_judge *n;

	if (!c->selection)
		return;
	n = name_judge_new(f);
	name_judge_column(n, c->selection, NAAM);
	name_judge_tell(n);
	name_judge_free(n);
}

void
choice_free(struct choice *c)
{
	if (!c)
		return;
	table_free(c->selection);
	arena_free(c->arena);
	free(c->wants);
	free(c);
}

struct text
choice_region_dimension(const struct choice *c)
{
	return c->region_dimension;
}

bool
choice_has_regions(const struct choice *c)
{
	return c->has_regions;
}

size_t
choice_count(const struct choice *c)
{
	return c->count;
}

struct want *
choice_at(const struct choice *c, size_t i)
{
	return &c->wants[i];
}

int
choice_unfound(const struct choice *c, const struct want *w, const char *what)
{
	if (w->option)
		return diag_fail("%s: %s", w->option, what);
	return table_fail(
	    c->selection, w->row,
	    w->dimension.n && strstr(what, "no dimension") ? DIMENSIE : SLEUTEL,
	    "%s", what);
}

int
choice_covers(const struct choice *c, struct text table)
{
	char show[TEXT_SHOW], list[NAMES_ADVICE];
	struct names names = {0};
	bool covered = !c->selection;

	for (size_t i = 0; i < c->count && !covered; i++) {
		names_add(&names, c->wants[i].table);
		covered = c->wants[i].table.n > 0 &&
			  text_equal(c->wants[i].table, table);
	}
	names_list(&names, list);
	names_free(&names);
	if (covered)
		return 0;
	if (table.n == 0)
		return diag_fail("%s: the data do not say which table they "
				 "are; give --table-id (the selection has %s)",
				 table_name(c->selection), list);
	return diag_fail("%s: no rows for table %s; it has %s",
			 table_name(c->selection), text_show(table, show),
			 list);
}

bool
choice_has_period(const struct choice *c)
{
	return c->has_range || c->grain != GRAIN_NONE;
}

/* What there is, for who is left with nothing. */
static void
remember(struct choice *c, const struct period *p)
{
	if (p->grain == GRAIN_NONE)
		return;
	if (!c->grains || period_compare(*p, c->first) < 0)
		c->first = *p;
	if (!c->grains || period_compare(*p, c->last) > 0)
		c->last = *p;
	c->grains |= 1u << p->grain;
}

void
choice_periods_there(const struct choice *c, struct buffer *b)
{
	char first[PERIOD_TEXT], last[PERIOD_TEXT];
	const char *sep = " by ";

	if (!c->grains)
		return;
	buffer_printf(b, "; the data have %s to %s",
		      period_format(c->first, first).s,
		      period_format(c->last, last).s);
	for (unsigned g = GRAIN_YEAR; g <= GRAIN_DAY; g++)
		if (c->grains & 1u << g) {
			buffer_printf(b, "%s%s", sep,
				      grain_name((enum grain)g));
			sep = ", ";
		}
}

bool
choice_period(struct choice *c, const struct period *p)
{
	remember(c, p);
	if (c->grain != GRAIN_NONE && p->grain != c->grain)
		return false;
	return !c->has_range || choice_within(&c->range, p);
}

bool
choice_within(const struct choice_range *r, const struct period *p)
{
	return p->grain != GRAIN_NONE && period_start(*p) >= r->from &&
	       period_end(*p) <= r->to;
}

bool
choice_range(const struct choice *c, struct text table,
	     const struct choice_key *k, struct choice_range *out)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct want *w = &c->wants[i];

		if (!w->ranged || !text_equal(w->table, table) ||
		    !choice_means(w, k))
			continue;
		*out = w->range;
		return true;
	}
	return false;
}

bool
choice_names(const struct want *w, struct text dimension)
{
	return w->dimension.n == dimension.n &&
	       strncasecmp(w->dimension.s, dimension.s, dimension.n) == 0;
}

static bool
begins(struct text t, struct text with)
{
	return t.n >= with.n && memcmp(t.s, with.s, with.n) == 0;
}

bool
choice_means(const struct want *w, const struct choice_key *k)
{
	struct text rest = w->key, key;
	bool star;

	while (next_key(w, &rest, &key, &star)) {
		if (star && (begins(k->key, key) || begins(k->normal, key)))
			return true;
		if (!star &&
		    (text_equal(key, k->key) || text_equal(key, k->normal) ||
		     (k->title.n && text_equal(key, k->title))))
			return true;
	}
	return false;
}

/* The wants of one option, or of the selection for a table: a key passes when
 * it is wanted, or when none of them is a wish but only exclusions. */
struct group {
	const char *option;
	struct text table;
	struct text dimension;
};

static bool
in_group(const struct want *w, const struct group *g)
{
	if (!w->option != !g->option)
		return false;
	if (w->option && strcmp(w->option, g->option) != 0)
		return false;
	return text_equal(w->table, g->table) && choice_names(w, g->dimension);
}

static bool
passes(struct choice *c, const struct group *g, const struct choice_key *k,
       struct text *name)
{
	bool any = false, wanted = false, refused = false;

	for (size_t i = 0; i < choice_count(c); i++) {
		struct want *w = choice_at(c, i);

		if (!in_group(w, g))
			continue;
		any = any || w->use;
		if (!choice_means(w, k))
			continue;
		w->found++;
		if (!w->use)
			refused = true;
		else if (w->name.n)
			*name = w->name;
		wanted = wanted || w->use;
	}
	return !refused && (wanted || !any);
}

bool
choice_measure(struct choice *c, struct text table, const struct choice_key *k,
	       struct text *name)
{
	struct text none = text_of("");
	struct group of_table = {NULL, table, none};
	struct group of_option = {"-m", none, none};
	struct choice_key named = *k;
	bool kept = passes(c, &of_table, k, name);

	/* -m may use the name that the selection gives. */
	if (name->n)
		named.normal = *name;
	return passes(c, &of_option, &named, name) && kept;
}

bool
choice_code(struct choice *c, struct text table, struct text dimension,
	    bool is_region, const struct choice_key *k, struct text *name)
{
	struct text none = text_of("");
	struct group of_table = {NULL, table, dimension};
	struct group of_where = {"-w", none, dimension};
	struct group of_region = {"-r", none, none};
	bool kept = passes(c, &of_table, k, name);

	kept = passes(c, &of_where, k, name) && kept;
	if (is_region)
		kept = passes(c, &of_region, k, name) && kept;
	return kept;
}

/* A measure of the selection with this name, of another table than w's. */
static bool
is_elsewhere(const struct choice *c, const struct want *w)
{
	for (size_t i = 0; i < choice_count(c); i++) {
		const struct want *o = choice_at(c, i);

		if (!o->option && o->dimension.n == 0 && o->use &&
		    text_equal(o->name, w->name) &&
		    !text_equal(o->table, w->table))
			return true;
	}
	return false;
}

bool
choice_is_shared(const struct choice *c, struct text name)
{
	for (size_t i = 0; i < choice_count(c); i++) {
		const struct want *w = choice_at(c, i);

		if (!w->option && w->dimension.n == 0 && w->use && w->name.n &&
		    text_equal(w->name, name))
			return is_elsewhere(c, w);
	}
	return false;
}

bool
choice_shares(const struct choice *c)
{
	for (size_t i = 0; i < choice_count(c); i++)
		if (choice_is_shared(c, choice_at(c, i)->name))
			return true;
	return false;
}

size_t
choice_rank(const struct choice *c, struct text table)
{
	size_t i = 0;

	while (i < choice_count(c) &&
	       !text_equal(choice_at(c, i)->table, table))
		i++;
	return i;
}

struct choice_part
choice_part(const struct choice *c, struct text table,
	    const struct choice_key *k)
{
	struct choice_part part = {0};
	const struct want *mine = NULL;

	for (size_t i = 0; i < c->count && !mine; i++) {
		const struct want *w = &c->wants[i];

		if (!w->option && w->sign && text_equal(w->table, table) &&
		    choice_means(w, k))
			mine = w;
	}
	for (size_t i = 0; mine && i < c->count; i++) {
		const struct want *w = &c->wants[i];

		if (w->option || !w->sign || !text_equal(w->table, table) ||
		    !text_equal(w->name, mine->name))
			continue;
		part.index += w < mine;
		part.count++;
	}
	part.sign = mine ? mine->sign : 0;
	return part;
}
