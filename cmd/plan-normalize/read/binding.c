#include "read/binding.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "arena.h"
#include "buffer.h"
#include "read/crossing.h"
#include "mem.h"
#include "layout/pattern.h"

#define NOWHERE ((size_t)-1)

/* While binding: the binding, the header, and which columns are taken. */
struct binder {
	struct binding *b;
	const struct layout *l;
	const struct header *h;
	bool *taken;
	char **why;
};

/* Keeps the reason; returns -1. */
static int refuse(struct binder *x, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static int
refuse(struct binder *x, const char *fmt, ...)
{
	struct buffer why = {0};
	va_list ap;

	va_start(ap, fmt);
	buffer_vprintf(&why, fmt, ap);
	va_end(ap);
	buffer_char(&why, '\0');
	*x->why = why.s;
	return -1;
}

static bool
matches(const struct header *h, size_t i, struct text kolom, struct years *y)
{
	size_t letters;

	*y = (struct years){0, 0};
	if (pattern_letters(kolom, &letters))
		return letters == i;
	return pattern_match(kolom, h->folded[i], y);
}

/* A column that must be there is not; names the nearest that is. */
static int
refuse_missing(struct binder *x, struct text kolom)
{
	const char **names = mem_array(x->h->count + 1, sizeof(*names));
	const char *near;
	char shown[TEXT_SHOW], other[TEXT_SHOW];

	for (size_t i = 0; i < x->h->count; i++)
		names[i] = x->h->names[i].n ? x->h->names[i].s : "";
	near = text_nearest(kolom, names, x->h->count);
	free(names);
	return refuse(x, "column \"%s\" is not in the header%s%s%s",
		      text_show(kolom, shown), near ? "; did you mean \"" : "",
		      near ? text_show(text_of(near), other) : "",
		      near ? "\"" : "");
}

/* The one column of that name: its index, NOWHERE when an optional one is not
 * there, or -1 through *rc. */
static int
find_one(struct binder *x, struct text kolom, bool optional, size_t *at)
{
	char one[TEXT_LETTERS], two[TEXT_LETTERS], shown[TEXT_SHOW];
	struct years y;

	*at = NOWHERE;
	for (size_t i = 0; i < x->h->count; i++) {
		if (!matches(x->h, i, kolom, &y))
			continue;
		if (*at != NOWHERE)
			return refuse(
			    x,
			    "columns %s and %s are both \"%s\": name "
			    "one by its letter in the layout, as "
			    "[%s]",
			    text_letters(*at, one), text_letters(i, two),
			    text_show(kolom, shown), text_letters(*at, one));
		*at = i;
	}
	if (*at == NOWHERE && !optional)
		return refuse_missing(x, kolom);
	if (*at != NOWHERE)
		x->taken[*at] = true;
	return 0;
}

static int
bind_field(struct binder *x, enum field f)
{
	const struct field_rule *r = &x->l->fields[f];
	size_t at, row;

	x->b->field[f] = -1;
	x->b->fixed[f] = r->constant.s ? r->constant : text_of("");
	if (!r->kolom.n)
		return 0;
	if (pattern_cell(r->kolom, &at, &row)) {
		if (row + 1 >= x->l->kop)
			return refuse(x,
				      "the cell for %s is not above the header "
				      "in row %zu",
				      field_name(f), x->l->kop);
		x->b->fixed[f] = header_above(x->h, at, row);
		return 0;
	}
	if (find_one(x, r->kolom, r->optional, &at) < 0)
		return -1;
	x->b->field[f] = at == NOWHERE ? -1 : (long)at;
	return 0;
}

static int
bind_fields(struct binder *x)
{
	for (enum field f = 0; f < FIELD_COUNT; f++)
		if (bind_field(x, f) < 0)
			return -1;
	return 0;
}

static int
bind_rules(struct binder *x, const struct skip_rule *list, size_t n,
	   struct bound_skip *out, size_t *count)
{
	size_t at;

	for (size_t i = 0; i < n; i++) {
		if (find_one(x, list[i].kolom, list[i].optional, &at) < 0)
			return -1;
		if (at == NOWHERE)
			continue;
		out[(*count)++] = (struct bound_skip){at, &list[i]};
	}
	return 0;
}

static int
bind_skips(struct binder *x)
{
	const struct layout *l = x->l;
	struct binding *b = x->b;

	b->skips = mem_array(l->skip_count + 1, sizeof(*b->skips));
	b->marks = mem_array(l->mark_count + 1, sizeof(*b->marks));
	if (bind_rules(x, l->skips, l->skip_count, b->skips, &b->skip_count) <
	    0)
		return -1;
	return bind_rules(x, l->marks, l->mark_count, b->marks, &b->mark_count);
}

static int
bind_dates(struct binder *x)
{
	struct bound_date *d;
	size_t at;

	x->b->dates = mem_array(x->l->date_count + 1, sizeof(*d));
	for (size_t i = 0; i < x->l->date_count; i++) {
		const struct dated_rule *r = &x->l->dates[i];

		if (find_one(x, r->kolom, r->optional, &at) < 0)
			return -1;
		if (at == NOWHERE)
			continue;
		d = &x->b->dates[x->b->date_count++];
		d->column = at;
		d->rule = r;
	}
	return 0;
}

/* The column's name begins as the rule says; case does not count. */
static bool
begins(const struct header *h, size_t i, struct text prefix)
{
	return h->names[i].n > prefix.n &&
	       strncasecmp(h->names[i].s, prefix.s, prefix.n) == 0;
}

/* The first rule that takes column i, with its years; NULL for none. */
static const struct column_rule *
rule_of(const struct binder *x, size_t i, struct years *y)
{
	for (size_t k = 0; k < x->l->column_count; k++) {
		const struct column_rule *r = &x->l->columns[k];

		if (r->told && begins(x->h, i, r->kolom))
			return r;
		if (r->told || !matches(x->h, i, r->kolom, y))
			continue;
		if (!years_given(r->limit) || years_within(*y, r->limit))
			return r;
	}
	return NULL;
}

/* Two columns of the same numbers must not cover one year twice. */
static int
check_overlap(struct binder *x, const struct bound_column *c)
{
	char one[TEXT_LETTERS], two[TEXT_LETTERS];

	for (size_t i = 0; !c->check && i + 1 < x->b->column_count; i++) {
		const struct bound_column *o = &x->b->columns[i];

		if (o->check || o->kind->soort != c->kind->soort ||
		    !kind_same_part(o->kind, c->kind) ||
		    !text_equal(o->kind->hardheid, c->kind->hardheid) ||
		    years_given(o->years) != years_given(c->years) ||
		    !years_overlap(o->years, c->years) ||
		    (o->kind->som && c->kind->som &&
		     o->years.from == c->years.from &&
		     o->years.to == c->years.to))
			continue;
		return refuse(
		    x,
		    "columns %s and %s would count the same dwellings "
		    "in the same years: take one as controle or "
		    "negeer, or both as som",
		    text_letters(o->column, one), text_letters(c->column, two));
	}
	return 0;
}

/* What the rest of the column's name says its numbers are; NULL when that is
 * nothing, with the reason given. */
static const struct kind *
told_kind(struct binder *x, size_t i, const struct column_rule *r)
{
	struct text name = x->h->names[i], bad;
	struct text rest = {name.s + r->kolom.n, name.n - r->kolom.n};
	struct kind *k = arena_alloc(x->b->arena, 1, sizeof(*k));
	char letters[TEXT_LETTERS], shown[TEXT_SHOW];

	if (kind_parse(x->b->arena, rest, k, &bad) && !k->part2 &&
	    !kind_only_checks(k) && !k->price.given && !kind_is_open(k)) {
		k->som = true;
		return k;
	}
	(void)refuse(x, "column %s: \"%s\" does not say what its numbers are",
		     text_letters(i, letters), text_show(name, shown));
	return NULL;
}

/* Which columns a controle by their names is of. */
static const bool *
named_so(struct binder *x, struct text kolom)
{
	bool *so = arena_alloc(x->b->arena, x->h->count, sizeof(*so));
	struct years y;

	for (size_t i = 0; i < x->h->count; i++)
		so[i] = pattern_match(kolom, x->h->folded[i], &y);
	return so;
}

static int
bind_column(struct binder *x, size_t i, bool *used)
{
	struct years y;
	const struct column_rule *r = rule_of(x, i, &y);
	struct bound_column *c;

	if (!r)
		return 0;
	x->taken[i] = true;
	used[r - x->l->columns] = true;
	if (r->use == USE_NEGEER)
		return 0;
	c = &x->b->columns[x->b->column_count++];
	c->column = c->last = i;
	c->told = r->told;
	c->kind = r->told ? told_kind(x, i, r) : &r->kind;
	if (!c->kind)
		return -1;
	c->years = years_given(r->years) ? r->years : y;
	c->check = r->use == USE_CONTROLE;
	if (c->kind->kolom.n)
		c->of = named_so(x, c->kind->kolom);
	return check_overlap(x, c);
}

/* Every column of numbers that must be there took at least one column, and
 * there is one at all: without it any list with a gemeente would fit. */
static int
check_used(struct binder *x, const bool *used)
{
	for (size_t k = 0; k < x->l->column_count; k++) {
		const struct column_rule *r = &x->l->columns[k];

		if (!used[k] && !r->optional && r->use != USE_NEGEER)
			return refuse_missing(x, r->kolom);
	}
	for (size_t i = 0; i < x->b->column_count; i++)
		if (!x->b->columns[i].check)
			return 0;
	return refuse(x, "it finds no column of dwellings");
}

static int
bind_columns(struct binder *x)
{
	bool *used = mem_array(x->l->column_count + 1, sizeof(*used));
	int rc = 0;

	x->b->columns = mem_array(x->h->count + 1, sizeof(*x->b->columns));
	for (size_t i = 0; rc == 0 && i < x->h->count; i++)
		rc = bind_column(x, i, used);
	if (rc == 0)
		rc = check_used(x, used);
	free(used);
	return rc;
}

static void
list_unread(struct binder *x)
{
	x->b->unread = mem_array(x->h->count + 1, sizeof(*x->b->unread));
	x->b->unread_named = mem_array(x->h->count + 1, sizeof(bool));
	for (size_t i = 0; i < x->h->count; i++) {
		x->b->named += x->taken[i];
		if (x->taken[i])
			continue;
		x->b->unread_named[x->b->unread_count] = x->h->names[i].n > 0;
		x->b->unread[x->b->unread_count++] = i;
	}
}

struct binding *
binding_new(const struct layout *l, const struct header *h, char **why)
{
	struct binding *b = mem_new(struct binding);
	struct binder x = {.b = b, .l = l, .h = h, .why = why};
	int rc;

	*why = NULL;
	b->layout = l;
	b->arena = arena_new();
	x.taken = mem_array(h->count + 1, sizeof(*x.taken));
	rc = bind_fields(&x);
	if (rc == 0)
		rc = bind_dates(&x);
	if (rc == 0)
		rc = bind_skips(&x);
	if (rc == 0)
		rc = bind_columns(&x);
	if (rc == 0 && crossing_bind(b) < 0)
		rc = refuse(&x, "a layout with a categorie cannot have columns "
				"of price classes, of two partitions or of a "
				"som");
	if (rc == 0)
		list_unread(&x);
	free(x.taken);
	if (rc == 0)
		return b;
	binding_free(b);
	return NULL;
}

void
binding_free(struct binding *b)
{
	if (!b)
		return;
	free(b->columns);
	free(b->kinds);
	arena_free(b->arena);
	free(b->skips);
	free(b->marks);
	free(b->dates);
	free(b->unread);
	free(b->unread_named);
	free(b);
}
