#include "ask/choice.h"

#include <string.h>
#include <strings.h>

bool
choice_names(const struct want *w, struct text dimension)
{
	return w->dimension.n == dimension.n &&
	       strncasecmp(w->dimension.s, dimension.s, dimension.n) == 0;
}

bool
want_is(const struct want *w, const struct choice_key *k)
{
	if (w->prefix)
		return text_starts(k->key, w->key.s) ||
		       text_starts(k->normal, w->key.s);
	return text_equal(w->key, k->key) || text_equal(w->key, k->normal) ||
	       (k->title.n && text_equal(w->key, k->title));
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
		if (!want_is(w, k))
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
