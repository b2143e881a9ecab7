#include "where.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "diag.h"
#include "fold.h"
#include "map.h"
#include "mem.h"
#include "num.h"

enum relation { EQUAL, DIFFERENT, LESS, AT_MOST, MORE, AT_LEAST, HAS };

/* How many of what there is are named when nothing is near. */
#define NAMED 12

struct test {
	size_t at;
	enum relation relation;
	struct text value;
	bool numeric; /* the value is a number */
	struct num number;
	struct buffer folded; /* of HAS */
	const char *word;     /* as it was given */
	/* Until a record is picked: */
	bool held;	   /* for some record */
	struct map *there; /* values that there are, NAMED + 1 at most */
};

struct tests {
	struct test *items;
	size_t count;
};

struct where {
	const struct where_ask *ask;
	struct tests all, any;
	size_t *match; /* columns */
	size_t match_count;
	struct text word;
	struct buffer folded, cell; /* the word; what it is compared with */
	struct map *seen;	    /* what there is, until the word is found */
	bool found;
	bool some; /* a record was picked */
};

/* What stands between a column and a value: its length, or 0. */
static size_t
relation_of(const char *s, enum relation *out)
{
	bool same = s[0] != '\0' && s[1] == '=';

	switch (s[0]) {
	case '=':
		*out = EQUAL;
		return 1;
	case '~':
		*out = HAS;
		return 1;
	case '!':
		*out = DIFFERENT;
		return same ? 2 : 0;
	case '<':
		*out = same ? AT_MOST : LESS;
		return same ? 2 : 1;
	case '>':
		*out = same ? AT_LEAST : MORE;
		return same ? 2 : 1;
	default:
		return 0;
	}
}

static int
find_test(struct test *t, const struct csvin *r, const char *option,
	  const char *word)
{
	struct text name = {word, strcspn(word, "=!<>~")};
	size_t n = relation_of(word + name.n, &t->relation);
	long at;

	if (n == 0)
		return diag_fail("%s takes COLUMN=VALUE or COLUMN!=VALUE, or "
				 "one of < <= > >= ~, not \"%s\"",
				 option, word);
	t->value = text_of(word + name.n + n);
	t->numeric = num_parse(t->value, NUM_PLAIN, &t->number) == NUM_OK;
	if (t->relation == HAS)
		fold(&t->folded, t->value);
	if ((at = csvin_need_text(r, name)) < 0)
		return -1;
	t->at = (size_t)at;
	t->word = word;
	t->there = map_new();
	return 0;
}

static int
find_tests(struct tests *t, const struct csvin *r, const char *option,
	   const struct opt_list *list)
{
	t->items = mem_array(list->count + 1, sizeof(*t->items));
	for (; t->count < list->count; t->count++)
		if (find_test(&t->items[t->count], r, option,
			      list->items[t->count]) < 0)
			return -1;
	return 0;
}

static int
find_match(struct where *w, const struct csvin *r)
{
	struct text rest = text_of(w->ask->match), names, name;

	if (!w->ask->match)
		return 0;
	text_split(&rest, '=', &names);
	if (names.n == 0 || !rest.s || text_trim(rest).n == 0)
		return diag_fail("--match takes COLUMN,...=WORD, not \"%s\"",
				 w->ask->match);
	w->word = rest;
	fold(&w->folded, rest);
	w->seen = map_new();
	while (text_split(&names, ',', &name)) {
		long at = csvin_need_text(r, name);

		if (at < 0)
			return -1;
		w->match =
		    mem_resize(w->match, w->match_count + 1, sizeof(*w->match));
		w->match[w->match_count++] = (size_t)at;
	}
	return 0;
}

struct where *
where_new(const struct where_ask *ask, const struct csvin *r)
{
	struct where *w = mem_new(struct where);

	w->ask = ask;
	if (find_tests(&w->all, r, "--where", &ask->all) == 0 &&
	    find_tests(&w->any, r, "--any", &ask->any) == 0 &&
	    find_match(w, r) == 0)
		return w;
	where_free(w);
	return NULL;
}

static void
free_tests(struct tests *t, size_t count)
{
	for (size_t i = 0; t->items && i < count; i++) {
		buffer_free(&t->items[i].folded);
		map_free(t->items[i].there);
	}
	free(t->items);
}

void
where_free(struct where *w)
{
	if (!w)
		return;
	free_tests(&w->all, w->ask->all.count);
	free_tests(&w->any, w->ask->any.count);
	free(w->match);
	buffer_free(&w->folded);
	buffer_free(&w->cell);
	map_free(w->seen);
	free(w);
}

static struct text
value(const struct where *w, const struct text *fields, size_t at)
{
	return w->ask->trim ? text_trim(fields[at]) : fields[at];
}

/* Two numbers as numbers; what else has an order in its bytes, as days and
 * periods. An empty cell is neither more nor less. */
static bool
in_order(const struct test *t, struct text cell)
{
	struct num n;
	int order = text_compare(cell, t->value);

	if (cell.n == 0)
		return false;
	if (t->numeric && num_parse(cell, NUM_PLAIN, &n) == NUM_OK)
		order = num_compare(n, t->number);
	switch (t->relation) {
	case LESS:
		return order < 0;
	case AT_MOST:
		return order <= 0;
	case MORE:
		return order > 0;
	default:
		return order >= 0;
	}
}

static bool
has(struct text all, struct text part)
{
	for (size_t i = 0; part.n <= all.n && i <= all.n - part.n; i++)
		if (text_equal((struct text){all.s + i, part.n}, part))
			return true;
	return false;
}

static bool
test_holds(struct where *w, const struct test *t, const struct text *fields)
{
	struct text cell = value(w, fields, t->at);

	switch (t->relation) {
	case EQUAL:
		return text_equal(cell, t->value);
	case DIFFERENT:
		return !text_equal(cell, t->value);
	case HAS:
		return has(fold(&w->cell, cell), buffer_view(&t->folded));
	default:
		return in_order(t, cell);
	}
}

/* Whether a name is the word; what is not is remembered until one is, those of
 * the first column as what there is. */
static bool
is_word(struct where *w, struct text name, bool first)
{
	if (text_equal(fold(&w->cell, name), buffer_view(&w->folded)))
		return true;
	if (!w->found && text_trim(name).n > 0)
		*map_slot(w->seen, text_trim(name)) = first ? w : NULL;
	return false;
}

static bool
matches(struct where *w, const struct text *fields)
{
	bool is = false;

	for (size_t i = 0; i < w->match_count; i++) {
		struct text rest = fields[w->match[i]], part;

		while (text_split(&rest, '|', &part))
			is = is_word(w, part, i == 0) || is;
	}
	w->found = w->found || is;
	return is;
}

/* What there is, as long as there is nothing else to show. */
static void
look(struct where *w, const struct tests *tests, const struct text *fields)
{
	for (size_t i = 0; i < tests->count; i++) {
		struct test *t = &tests->items[i];
		struct text cell = value(w, fields, t->at);

		t->held = t->held || test_holds(w, t, fields);
		if (map_count(t->there) <= NAMED && cell.n > 0)
			*map_slot(t->there, cell) = w;
	}
}

static bool
holds(struct where *w, const struct text *fields)
{
	bool one = w->any.count == 0;

	for (size_t i = 0; i < w->all.count; i++)
		if (!test_holds(w, &w->all.items[i], fields))
			return false;
	for (size_t i = 0; !one && i < w->any.count; i++)
		one = test_holds(w, &w->any.items[i], fields);
	return one && (w->match_count == 0 || matches(w, fields));
}

bool
where_holds(struct where *w, const struct text *fields)
{
	if (w->some)
		return holds(w, fields);
	look(w, &w->all, fields);
	look(w, &w->any, fields);
	w->some = holds(w, fields);
	return w->some;
}

/* ": regio=GM1 holds for none, there are GM0034, GM0050". */
static void
tell_test(const struct test *t, struct buffer *b)
{
	buffer_printf(b, ": %s holds for none", t->word);
	for (size_t i = 0; i < map_count(t->there) && i < NAMED; i++) {
		char shown[TEXT_SHOW];

		buffer_printf(b, "%s%s", i == 0 ? "; there are " : ", ",
			      text_show(map_key(t->there, i), shown));
	}
	if (map_count(t->there) > NAMED)
		buffer_string(b, " and more");
}

/* The first that never held, when at least so many did not; or NULL. */
static const struct test *
never(const struct tests *tests, size_t least)
{
	const struct test *first = NULL;
	size_t n = 0;

	for (size_t i = 0; i < tests->count; i++)
		if (!tests->items[i].held && n++ == 0)
			first = &tests->items[i];
	return n >= least ? first : NULL;
}

void
where_tell_nothing(const struct where *w, size_t read)
{
	struct buffer b = {0};
	const struct test *t;

	if (read == 0 || w->some || w->all.count + w->any.count == 0)
		return;
	buffer_printf(&b, "0 of %zu records", read);
	t = never(&w->all, 1);
	if (!t)
		t = never(&w->any, w->any.count);
	if (t)
		tell_test(t, &b);
	else
		buffer_string(&b, ": each condition holds for some, but not "
				  "all of them together");
	diag_warn("%s", buffer_view(&b).s);
	buffer_free(&b);
}

/* The nearest name, else the first that has the word in it; or NULL. */
static const char *
near(const struct where *w)
{
	size_t n = map_count(w->seen);
	const char **names = mem_array(n + 1, sizeof(*names));
	struct buffer b = {0};
	const char *found;

	for (size_t i = 0; i < n; i++)
		names[i] = map_key(w->seen, i).s;
	found = text_nearest(w->word, names, n);
	for (size_t i = 0; !found && w->folded.n > 0 && i < n; i++)
		if (has(fold(&b, text_of(names[i])), buffer_view(&w->folded)))
			found = names[i];
	buffer_free(&b);
	free(names);
	return found;
}

/* "; there are Almere, Urk and 4 more" */
static void
list_all(const struct where *w, struct buffer *b)
{
	size_t named = 0, more = 0;

	for (size_t i = 0; i < map_count(w->seen); i++) {
		if (!map_value(w->seen, i))
			continue;
		if (named == NAMED) {
			more++;
			continue;
		}
		buffer_string(b, named++ == 0 ? "; there are " : ", ");
		buffer_add(b, map_key(w->seen, i));
	}
	if (more > 0)
		buffer_printf(b, " and %zu more", more);
}

int
where_settle(const struct where *w, const char *file)
{
	char shown[TEXT_SHOW];
	struct text name = text_of(w->ask->match);
	struct buffer hint = {0};
	const char *found;

	if (w->match_count == 0 || w->found)
		return 0;
	name.n = strcspn(name.s, ",=");
	if ((found = near(w)) != NULL)
		buffer_printf(&hint, "; did you mean \"%s\"?", found);
	else
		list_all(w, &hint);
	diag_fail("%s: no %.*s \"%s\"%.*s", file, (int)name.n, name.s,
		  text_show(w->word, shown), (int)hint.n, buffer_view(&hint).s);
	buffer_free(&hint);
	return -1;
}
