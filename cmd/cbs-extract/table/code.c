#include "table/code.h"

#include <string.h>

#include "arena.h"
#include "ask/choice.h"
#include "meta/label.h"
#include "period.h"
#include "region.h"
#include "table/rows.h"

bool
code_is_plain(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (strchr(",\"\r\n", t.s[i]))
			return false;
	return t.n == 0 || (t.s[0] != ' ' && t.s[t.n - 1] != ' ');
}

static const struct {
	const char *cbs, *ours;
} statuses[] = {
    {"Definitief", "definitief"},
    {"NaderVoorlopig", "nader_voorlopig"},
    {"Voorlopig", "voorlopig"},
};

/* Older tables and StatLine mark the label: 2016* or 2016**. NULL: no mark. */
static const char *
status_mark(struct text title)
{
	struct text t = text_trim(title);

	if (t.n == 0 || t.s[t.n - 1] != '*')
		return NULL;
	return t.n > 1 && t.s[t.n - 2] == '*' ? "nader_voorlopig" : "voorlopig";
}

static const char *
status_of(struct edition *e, const struct axis *a, const struct code *c,
	  const struct meta_code *m)
{
	struct spot spot = {.name = a->key};

	if (e->labels && status_mark(c->raw))
		return status_mark(c->raw);
	if (!m)
		return "onbekend";
	for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++)
		if (text_is(m->status, statuses[i].cbs))
			return statuses[i].ours;
	if (m->status.n == 0)
		return status_mark(m->title) ? status_mark(m->title)
					     : "onbekend";
	spot.value = m->status;
	run_finding(e->run, RULE_STATUS, &spot,
		    (struct text[]){m->status, c->key}, 2);
	return "onbekend";
}

/* A period as we write it; true when -p and -g let it through. */
static bool
settle_period(struct edition *e, const struct axis *a, struct code *c)
{
	struct spot spot = {.name = a->key, .value = c->key};
	char buf[PERIOD_TEXT];
	struct period p;

	if (period_from_cbs(c->key, &p)) {
		c->period = p;
		c->out = arena_text(e->run->arena, period_format(p, buf));
		c->begin = arena_text(e->run->arena,
				      date_format(period_start(p), buf));
		return choice_period(e->run->choice, &p);
	}
	run_finding(e->run, RULE_PERIOD, &spot, &c->key, 1);
	return !choice_has_period(e->run->choice);
}

static void
check_listed(struct edition *e, const struct axis *a, const struct code *c,
	     const struct meta_code *m)
{
	struct spot spot = {.name = a->key, .value = c->key};

	if (!m && c->key.n && meta_codes(&e->view, a->key))
		run_finding(e->run, RULE_UNLISTED, &spot,
			    (struct text[]){c->key, a->key}, 2);
}

static struct code *
decide(struct edition *e, const struct axis *a, struct code *c)
{
	const struct meta_code *m = meta_code(&e->view, a->key, c->key);
	struct choice_key key = {c->key, c->key, text_of("")};
	struct text name = text_of("");
	bool in_time = true;

	c->title = key.title = m ? m->title : text_of("");
	c->out = c->key;
	if (a->kind == AXIS_GEO)
		c->out = key.normal = region_normalize(c->key);
	c->keep = choice_code(e->run->choice, e->table, a->key,
			      a->place == ROW_REGIO, &key, &name);
	if (a->kind == AXIS_TIME && c->key.n && c->keep)
		in_time = settle_period(e, a, c);
	if (a->place == ROW_PERIODE && c->keep)
		c->status = text_of(status_of(e, a, c, m));
	c->keep = c->keep && in_time;
	if (c->keep)
		check_listed(e, a, c, m);
	if (name.n)
		c->out = name;
	c->plain = code_is_plain(c->out);
	if (rows_labels(e->run->rows))
		c->plain = c->plain && code_is_plain(c->title);
	return c;
}

/* The key, that labels stand for; empty when no code has this label. */
static struct text
key_of(const struct edition *e, const struct axis *a, struct text raw)
{
	struct text key = text_of("");

	if (!e->labels)
		return text_trim(raw);
	if (!label_code(&e->view, a->key, a->kind == AXIS_TIME, raw, &key))
		return text_of("");
	return key;
}

static struct code *
code_new(struct edition *e, const struct axis *a, struct text raw,
	 struct text key)
{
	struct code *c = arena_alloc(e->run->arena, 1, sizeof(*c));

	c->raw = arena_text(e->run->arena, raw);
	c->key = arena_text(e->run->arena, key);
	if (!e->labels && c->key.n < c->raw.n && e->run->trimmed++ == 0)
		e->run->trimmed_first = c->raw;
	c->status = text_of("onbekend");
	c->begin = text_of("");
	return decide(e, a, c);
}

struct code *
code_of(struct edition *e, struct axis *a, struct text raw)
{
	struct code *c = map_get(a->raws, raw);
	struct text key;

	if (c)
		return c;
	/* Another padding, or another label, may be a key we have. */
	key = key_of(e, a, raw);
	c = key.n ? map_get(a->codes, key) : NULL;
	if (!c)
		c = code_new(e, a, raw, key);
	if (key.n)
		*map_slot(a->codes, key) = c;
	*map_slot(a->raws, raw) = c;
	return c;
}

struct topic *
code_topic(struct edition *e, struct text key)
{
	const struct meta_measure *m = meta_measure(&e->view, key);
	struct text name = text_of("");
	struct choice_key as = {key, key, m ? m->title : name};
	struct topic *t = arena_alloc(e->run->arena, 1, sizeof(*t));

	t->key = arena_text(e->run->arena, key);
	t->title = as.title;
	t->unit = m ? m->unit : text_of("");
	t->is_text = m && m->is_text;
	t->is_number = (m && m->is_number) || e->narrow;
	t->blank = m ? m->blank : BLANK_UNKNOWN;
	t->place = map_count(e->topics);
	t->keep = choice_measure(e->run->choice, e->table, &as, &name);
	t->name = name.n ? name : t->key;
	if (!m && t->keep && meta_has_measures(&e->view))
		run_finding(e->run, RULE_UNLISTED,
			    &(struct spot){.value = t->key},
			    (struct text[]){t->key, text_of("Measure")}, 2);
	t->part_of = choice_part(e->run->choice, e->table, &as);
	t->ranged = choice_range(e->run->choice, e->table, &as, &t->range);
	t->shared = choice_is_shared(e->run->choice, t->name);
	t->plain = code_is_plain(t->name) && code_is_plain(t->unit);
	if (rows_labels(e->run->rows))
		t->plain = t->plain && code_is_plain(t->title);
	*map_slot(e->topics, key) = t;
	return t;
}
