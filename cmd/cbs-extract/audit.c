#include "audit.h"

#include <string.h>

#include "ask/choice.h"
#include "ask/names.h"
#include "buffer.h"
#include "meta/library.h"
#include "table/edition.h"
#include "table/rows.h"

/* Does the want speak of this edition? */
static bool
concerns(const struct want *w, const struct edition *e)
{
	return w->table.n == 0 || text_equal(w->table, e->table);
}

static void
add_codes(struct names *names, const struct map *codes)
{
	for (size_t i = 0; codes && i < map_count(codes); i++) {
		const struct code *c = map_value(codes, i);

		names_add(names, c->key);
		names_add(names, c->title);
	}
}

static bool
want_axis(const struct want *w, const struct axis *a)
{
	if (w->option && w->dimension.n == 0)
		return a->place == ROW_REGIO;
	return choice_names(w, a->key);
}

/* The metadata's codes of an axis: names them, true when one is wanted. */
static bool
look_in_codes(const struct want *w, const struct meta_dimension *d,
	      struct names *names)
{
	bool found = false;

	for (size_t i = 0; d && i < map_count(d->codes); i++) {
		const struct meta_code *c = map_value(d->codes, i);
		struct choice_key key = {c->key, c->key, c->title};

		found = found || choice_means(w, &key);
		names_add(names, c->key);
		names_add(names, c->title);
	}
	return found;
}

static bool
look_for_code(const struct want *w, const struct edition *e,
	      struct names *names)
{
	bool found = false;

	for (size_t i = 0; i < e->axis_count; i++) {
		const struct axis *a = &e->axes[i];

		if (!want_axis(w, a))
			continue;
		for (size_t k = 0; k < META_SOURCES; k++) {
			const struct meta *m = e->view.of[k];

			if (m && look_in_codes(
				     w, map_get(m->dimensions, a->key), names))
				found = true;
		}
		add_codes(names, a->codes);
	}
	return found;
}

static bool
look_for_measure(const struct want *w, const struct edition *e,
		 struct names *names)
{
	bool found = false;

	for (size_t i = 0; i < map_count(e->topics); i++) {
		const struct topic *t = map_value(e->topics, i);

		names_add(names, t->key);
		names_add(names, t->title);
	}
	for (size_t k = 0; k < META_SOURCES; k++) {
		const struct meta *m = e->view.of[k];

		for (size_t i = 0; m && i < map_count(m->measures); i++) {
			const struct meta_measure *x =
			    map_value(m->measures, i);
			struct choice_key key = {x->key, x->key, x->title};

			found = found || choice_means(w, &key);
			names_add(names, x->key);
			names_add(names, x->title);
		}
	}
	return found;
}

static void
tell_nothing(struct run *run, const struct want *w)
{
	run->file = "";
	run_finding(run, RULE_NOTHING,
		    &(struct spot){.name = w->dimension, .value = w->key},
		    &w->key, 1);
}

/* A wanted key that no observation had: an error, unless the metadata know it
 * or it stands for any key that begins so, and not for a measure of ours. */
static int
check_want(struct run *run, const struct want *w)
{
	bool measure =
	    w->dimension.n == 0 && (!w->option || w->option[1] == 'm');
	char advice[NAMES_ADVICE], show[TEXT_SHOW];
	struct buffer what = {0};
	struct names names = {0};
	bool known = w->prefix && !(measure && w->name.n);
	int rc = 0;

	for (size_t i = 0; i < run->edition_count; i++)
		if (concerns(w, run->editions[i]) &&
		    (measure ? look_for_measure(w, run->editions[i], &names)
			     : look_for_code(w, run->editions[i], &names)))
			known = true;
	if (known) {
		tell_nothing(run, w);
	} else {
		buffer_printf(&what, "no %s '%s' in the data%s%s; %s",
			      measure ? "measure" : "key",
			      text_show(w->key, show), w->table.n ? " of " : "",
			      w->table.n ? w->table.s : "",
			      names_advice(&names, w->key, advice));
		rc = choice_unfound(run->choice, w, buffer_view(&what).s);
	}
	buffer_free(&what);
	names_free(&names);
	return rc;
}

static int
refuse_title(struct run *run, const struct want *w, const struct topic *a,
	     const struct topic *b)
{
	struct buffer what = {0};
	int rc;

	buffer_printf(&what,
		      "'%s' is the title of %s and %s; give the identifier",
		      w->key.s, a->key.s, b->key.s);
	rc = choice_unfound(run->choice, w, buffer_view(&what).s);
	buffer_free(&what);
	return rc;
}

/* A title that several measures of a table have does not say which. */
static int
check_title(struct run *run, const struct want *w, const struct edition *e)
{
	const struct topic *first = NULL;

	for (size_t i = 0; i < map_count(e->topics); i++) {
		const struct topic *t = map_value(e->topics, i);

		if (!text_equal(t->title, w->key))
			continue;
		if (text_equal(t->key, w->key))
			return 0;
		if (first)
			return refuse_title(run, w, first, t);
		first = t;
	}
	return 0;
}

/* Of our own name there is one measure in a table: a beginning, or one of
 * several keys, must not be two. */
static int
check_single(struct run *run, const struct want *w, const struct edition *e)
{
	const struct topic *first = NULL;
	struct buffer what = {0};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < map_count(e->topics); i++) {
		const struct topic *t = map_value(e->topics, i);
		struct choice_key key = {t->key, t->key, t->title};

		if (!choice_means(w, &key))
			continue;
		if (first) {
			buffer_printf(&what,
				      "'%s' is %s and %s; give the identifier",
				      w->key.s, first->key.s, t->key.s);
			rc = choice_unfound(run->choice, w,
					    buffer_view(&what).s);
		}
		first = t;
	}
	buffer_free(&what);
	return rc;
}

/* A measure that is written so that it could be several. */
static int
check_measure(struct run *run, const struct want *w, const struct edition *e)
{
	bool many =
	    w->prefix || (!w->option && memchr(w->key.s, '|', w->key.n));

	if (w->dimension.n > 0 || !concerns(w, e))
		return 0;
	if (!many)
		return check_title(run, w, e);
	return w->name.n && w->use ? check_single(run, w, e) : 0;
}

static bool
is_in_play(const struct run *run, const struct want *w)
{
	for (size_t i = 0; i < run->edition_count; i++)
		if (concerns(w, run->editions[i]))
			return true;
	return w->table.n == 0;
}

int
audit_wants(struct run *run)
{
	for (size_t i = 0; i < choice_count(run->choice); i++) {
		const struct want *w = choice_at(run->choice, i);

		if (!is_in_play(run, w))
			continue;
		if (w->found == 0 && check_want(run, w) < 0)
			return -1;
		for (size_t k = 0; k < run->edition_count; k++)
			if (check_measure(run, w, run->editions[k]) < 0)
				return -1;
	}
	return 0;
}

void
audit_feeds(struct run *run)
{
	for (size_t i = 0; i < run->edition_count; i++) {
		const struct edition *e = run->editions[i];

		run->file = e->file ? e->file : "";
		if (e->feed && !e->feed_ends)
			run_finding(run, RULE_NEXT_PAGE, &(struct spot){0},
				    (struct text[]){e->table, e->next_page}, 2);
	}
}

static bool
sees(const struct edition *e, const struct meta *m)
{
	for (size_t k = 0; k < META_SOURCES; k++)
		if (e->view.of[k] == m)
			return true;
	return false;
}

static bool
has_axis(const struct edition *e, struct text key)
{
	for (size_t i = 0; i < e->axis_count; i++)
		if (text_equal(e->axes[i].key, key))
			return true;
	return false;
}

/* The dimensions of the tables read that see these metadata; false when none
 * does. */
static bool
add_axes(const struct run *run, const struct meta *m, struct names *names)
{
	bool seen = false;

	for (size_t i = 0; i < run->edition_count; i++) {
		const struct edition *e = run->editions[i];

		if (!sees(e, m))
			continue;
		seen = true;
		for (size_t k = 0; k < e->axis_count; k++)
			names_add(names, e->axes[k].key);
	}
	return seen;
}

static void
check_dimension(struct run *run, const struct meta *m,
		const struct meta_dimension *d)
{
	struct names names = {0};
	char list[NAMES_ADVICE];

	for (size_t i = 0; i < run->edition_count; i++)
		if (has_axis(run->editions[i], d->key))
			return;
	if (map_count(d->codes) > 0 && add_axes(run, m, &names))
		run_finding(
		    run, RULE_STRAY_CODES, &(struct spot){.name = d->key},
		    (struct text[]){d->key, text_of(names_list(&names, list))},
		    2);
	names_free(&names);
}

void
audit_metadata(struct run *run)
{
	const struct library *l = run->library;

	run->file = "";
	for (size_t i = 0; run->edition_count && i < library_count(l); i++) {
		const struct meta *m = library_at(l, i);
		size_t n = map_count(m->dimensions);
		struct names none = {0};

		if (n + map_count(m->measures) > 0 && !add_axes(run, m, &none))
			run_finding(
			    run, RULE_STRAY_TABLE,
			    &(struct spot){.value = m->table},
			    (struct text[]){m->table, run->editions[0]->table},
			    2);
		names_free(&none);
		for (size_t k = 0; k < n; k++)
			check_dimension(run, m, map_value(m->dimensions, k));
	}
}
