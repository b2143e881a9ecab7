#include "table/edition.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "ask/choice.h"
#include "ask/names.h"
#include "buffer.h"
#include "diag.h"
#include "mem.h"
#include "num.h"
#include "region.h"
#include "meta/library.h"
#include "table/code.h"
#include "table/rows.h"
#include "table/same.h"
#include "table/value.h"

static struct edition *
edition_new(struct run *run, struct text table, const struct meta *own)
{
	struct edition *e = mem_new(struct edition);

	e->run = run;
	e->table = arena_text(run->arena, table);
	e->table_plain = code_is_plain(table);
	library_view(run->library, table, own, &e->view);
	e->topics = map_new();
	e->next_page = text_of("");
	run->editions = mem_resize(run->editions, run->edition_count + 1,
				   sizeof(*run->editions));
	run->editions[run->edition_count++] = e;
	return e;
}

struct edition *
edition_of(struct run *run, struct text table, const struct meta *own)
{
	if (run->table_id.n)
		table = run->table_id;
	else if (table.n == 0 && own)
		table = own->table;
	if (table.n == 0)
		table = library_table(run->library);
	for (size_t i = 0; i < run->edition_count; i++)
		if (text_equal(run->editions[i]->table, table)) {
			run->editions[i]->labels = false;
			return run->editions[i];
		}
	if (choice_covers(run->choice, table) < 0)
		return NULL;
	return edition_new(run, table, own);
}

void
edition_free(struct edition *e)
{
	if (!e)
		return;
	for (size_t i = 0; i < e->axis_count; i++) {
		map_free(e->axes[i].codes);
		map_free(e->axes[i].raws);
	}
	map_free(e->topics);
	free(e->axes);
	ids_free(&e->ids);
	map_free(e->cells);
	free(e);
}

/* By name, when no metadata says what kind of dimension it is. */
static enum axis_kind
guess_kind(struct text key)
{
	static const char *const places[] = {"Regio", "Region", "WijkenEnBuurt",
					     "Gemeente", "Provincie"};

	if (text_starts(key, "Period"))
		return AXIS_TIME;
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (text_starts(key, places[i]))
			return AXIS_GEO;
	return AXIS_PLAIN;
}

/* Are the codes that the metadata list, if any, those of regions? */
static bool
has_regions(const struct meta_view *v, struct text key)
{
	const struct map *codes = meta_codes(v, key);

	return !codes || region_is_code(map_key(codes, 0));
}

static void
axis_init(struct edition *e, struct axis *a, struct text key)
{
	a->key = arena_text(e->run->arena, key);
	a->codes = map_new();
	a->raws = map_new();
	a->kind = meta_kind(&e->view, key);
	/* v4 calls RegioS an ordinary dimension in some tables (85792NED). */
	if (a->kind == AXIS_UNKNOWN ||
	    (a->kind == AXIS_PLAIN && guess_kind(key) == AXIS_GEO &&
	     has_regions(&e->view, key)))
		a->kind = guess_kind(key);
	a->place = ROW_FIXED;
}

static int
refuse_region(const struct edition *e, struct text wanted)
{
	struct names names = {0};
	char advice[NAMES_ADVICE];

	for (size_t i = 0; i < e->axis_count; i++)
		names_add(&names, e->axes[i].key);
	diag_fail("-r: %s has no dimension %.*s; %s", e->file,
		  wanted.n ? (int)wanted.n : 10,
		  wanted.n ? wanted.s : "of regions",
		  names_advice(&names, wanted, advice));
	names_free(&names);
	return -1;
}

/* The dimension of -r DIM=, or the first of its kind. */
static int
settle_region(struct edition *e)
{
	struct text wanted = choice_region_dimension(e->run->choice);
	struct want as = {.dimension = wanted};

	for (size_t i = 0; i < e->axis_count; i++) {
		struct axis *a = &e->axes[i];

		if (wanted.n ? choice_names(&as, a->key)
			     : a->kind == AXIS_GEO) {
			a->kind = AXIS_GEO;
			a->place = ROW_REGIO;
			return 0;
		}
	}
	return choice_has_regions(e->run->choice) ? refuse_region(e, wanted)
						  : 0;
}

static void
settle_period(struct edition *e)
{
	for (size_t i = 0; i < e->axis_count; i++) {
		if (e->axes[i].kind != AXIS_TIME ||
		    e->axes[i].place != ROW_FIXED)
			continue;
		e->axes[i].place = ROW_PERIODE;
		return;
	}
}

/* Every dimension that -w or the selection speaks of must be there. */
static int
check_wants(const struct edition *e)
{
	struct names names = {0};
	struct buffer what = {0};
	char advice[NAMES_ADVICE];
	int rc = 0;

	for (size_t i = 0; i < e->axis_count; i++)
		names_add(&names, e->axes[i].key);
	for (size_t i = 0; rc == 0 && i < choice_count(e->run->choice); i++) {
		const struct want *w = choice_at(e->run->choice, i);
		size_t j = 0;

		if (w->dimension.n == 0 ||
		    (w->table.n && !text_equal(w->table, e->table)))
			continue;
		while (j < e->axis_count && !choice_names(w, e->axes[j].key))
			j++;
		if (j < e->axis_count)
			continue;
		buffer_clear(&what);
		buffer_printf(&what, "no dimension '%.*s' in %s; %s",
			      (int)w->dimension.n, w->dimension.s, e->file,
			      names_advice(&names, w->dimension, advice));
		rc = choice_unfound(e->run->choice, w, buffer_view(&what).s);
	}
	buffer_free(&what);
	names_free(&names);
	return rc;
}

/* The further dimensions get columns of their own. */
static int
bind_rows(struct edition *e)
{
	struct text *names =
	    arena_alloc(e->run->arena, e->axis_count + 1, sizeof(*names));
	size_t *places = mem_array(e->axis_count + 1, sizeof(*places));
	char buf[ROWS_NAME + 1];
	size_t n = 0, k = 0;
	int rc;

	for (size_t i = 0; i < e->axis_count; i++) {
		struct axis *a = &e->axes[i];
		bool renamed = rows_column(a->key, "dim_", buf);

		if (a->place != ROW_FIXED)
			continue;
		names[n++] = arena_text(e->run->arena, text_of(buf));
		if (renamed)
			run_finding(e->run, RULE_RENAMED,
				    &(struct spot){.name = a->key},
				    (struct text[]){a->key, names[n - 1]}, 2);
	}
	rc = rows_bind(e->run->rows, e->file, names, n, places);
	for (size_t i = 0; rc == 0 && i < e->axis_count; i++)
		if (e->axes[i].place == ROW_FIXED)
			e->axes[i].place = places[k++];
	free(places);
	return rc;
}

static int
bind_first(struct edition *e, const struct text *keys, size_t count)
{
	e->axes = mem_array(count + 1, sizeof(*e->axes));
	e->axis_count = count;
	for (size_t i = 0; i < count; i++)
		axis_init(e, &e->axes[i], keys[i]);
	if (settle_region(e) < 0)
		return -1;
	settle_period(e);
	if (check_wants(e) < 0 || bind_rows(e) < 0)
		return -1;
	e->bound = true;
	return 0;
}

static int
refuse_axes(const struct edition *e, const struct text *keys, size_t count)
{
	struct names now = {0}, before = {0};
	char a[NAMES_ADVICE], b[NAMES_ADVICE];

	for (size_t i = 0; i < count; i++)
		names_add(&now, arena_text(e->run->arena, keys[i]));
	for (size_t i = 0; i < e->axis_count; i++)
		names_add(&before, e->axes[i].key);
	diag_fail("%s: its dimensions (%s) are not those of %s (%s), though "
		  "both are table '%s'",
		  e->run->file, names_list(&now, a), e->file,
		  names_list(&before, b), e->table.s);
	names_free(&now);
	names_free(&before);
	return -1;
}

int
edition_bind(struct edition *e, const struct text *keys, size_t count,
	     size_t *order)
{
	if (!e->bound) {
		e->file = e->run->file;
		if (bind_first(e, keys, count) < 0)
			return -1;
	}
	if (count != e->axis_count)
		return refuse_axes(e, keys, count);
	for (size_t i = 0; i < count; i++) {
		size_t j = 0;

		while (j < count && !text_equal(e->axes[j].key, keys[i]))
			j++;
		if (j == count)
			return refuse_axes(e, keys, count);
		order[i] = j;
	}
	return 0;
}

/* The key is most often the last one, or the one that followed it before. */
static struct code *
code_near(struct edition *e, struct axis *a, struct text raw)
{
	struct code *last = a->last, *c;

	if (last && same_key(last->raw, raw))
		return last;
	if (last && last->next && same_key(last->next->raw, raw))
		return a->last = last->next;
	c = code_of(e, a, raw);
	if (last)
		last->next = c;
	return a->last = c;
}

static void
refuse_record(struct edition *e, const struct axis *a, size_t cells)
{
	struct spot spot = {.name = a->key, .value = a->last->raw};

	if (e->labels && spot.value.n)
		run_finding(e->run, RULE_LABEL, &spot, &a->key, 1);
	else
		run_finding(e->run, RULE_NO_KEY, &spot, &a->key, 1);
	e->run->refused += cells;
}

/* The titles beside the codes: --labels. */
static void
put_labels(struct edition *e, struct text *fields)
{
	size_t at = rows_labels(e->run->rows);

	fields[at + LABEL_REGIO] = fields[at + LABEL_PERIODE] =
	    fields[at + LABEL_BEGIN] = text_of("");
	for (size_t i = 0; i < e->axis_count; i++) {
		const struct axis *a = &e->axes[i];

		fields[rows_label(e->run->rows, a->place)] = a->last->title;
		if (a->place == ROW_PERIODE)
			fields[at + LABEL_BEGIN] = a->last->begin;
	}
}

/* The keys of the record before, as in long forms most are. */
static bool
same_keys(const struct edition *e, const struct text *keys)
{
	if (e->run->keyed != e)
		return false;
	for (size_t i = 0; i < e->axis_count; i++)
		if (!same_key(e->axes[i].last->raw, keys[i]))
			return false;
	return true;
}

/* Puts the codes in the fields of the row; decides whether it is wanted. */
static void
settle_keys(struct edition *e, const struct text *keys)
{
	struct text *fields = rows_fields(e->run->rows);

	e->run->keyed = e;
	e->wanted = true;
	e->keyless = NULL;
	e->plain = e->table_plain;
	fields[ROW_TABEL] = e->table;
	fields[ROW_STATUS] = (struct text){"onbekend", 8};
	fields[ROW_REGIO] = fields[ROW_PERIODE] = (struct text){"", 0};
	for (size_t i = 0; i < e->axis_count; i++) {
		struct axis *a = &e->axes[i];
		struct code *c = code_near(e, a, keys[i]);

		/* All are looked up: a wanted key then counts as seen. */
		e->wanted = e->wanted && c->keep;
		if (c->key.n == 0)
			e->keyless = a;
		fields[a->place] = c->out;
		if (a->place == ROW_PERIODE)
			fields[ROW_STATUS] = c->status;
		e->plain = e->plain && c->plain;
	}
	if (rows_labels(e->run->rows))
		put_labels(e, fields);
}

bool
edition_keys(struct edition *e, const struct text *keys, size_t cells)
{
	if (!same_keys(e, keys))
		settle_keys(e, keys);
	if (!e->wanted)
		e->run->left_out += cells;
	else if (e->keyless)
		refuse_record(e, e->keyless, cells);
	return e->wanted && !e->keyless;
}

void
edition_again(struct edition *e, const struct code *const *codes)
{
	struct text *keys = mem_array(e->axis_count + 1, sizeof(*keys));

	for (size_t i = 0; i < e->axis_count; i++)
		keys[i] = codes[i]->raw;
	settle_keys(e, keys);
	free(keys);
}

void
edition_end(struct edition *e)
{
	uint64_t first, last;
	char a[NUM_TEXT], b[NUM_TEXT];

	if (ids_close(&e->ids, &first, &last))
		run_finding(e->run, RULE_PAGE_TWICE, &(struct spot){0},
			    (struct text[]){
				e->table, num_format(num_of((int64_t)first), a),
				num_format(num_of((int64_t)last), b)},
			    3);
}

void
edition_once(struct edition *e, const struct topic *t)
{
	struct buffer key = {0};
	void **slot;

	if (!e->cells)
		e->cells = map_new();
	for (size_t i = 0; i < e->axis_count; i++)
		buffer_bytes(&key, (const char *)&e->axes[i].last->key.s,
			     sizeof(char *));
	buffer_bytes(&key, (const char *)&t, sizeof(t));
	slot = map_slot(e->cells, buffer_view(&key));
	if (*slot)
		run_finding(e->run, RULE_CELL_TWICE,
			    &(struct spot){.name = e->table}, &e->table, 1);
	*slot = e;
	buffer_free(&key);
}

struct topic *
edition_topic(struct edition *e, struct text key)
{
	struct topic *last = e->last, *t;

	if (last && same_key(last->key, key))
		return last;
	if (last && last->next && same_key(last->next->key, key))
		return e->last = last->next;
	t = map_get(e->topics, key);
	if (!t)
		t = code_topic(e, key);
	if (last)
		last->next = t;
	return e->last = t;
}

/* The period of the current record lies where the selection wants it. */
static bool
in_range(const struct edition *e, const struct topic *t)
{
	for (size_t i = 0; i < e->axis_count; i++)
		if (e->axes[i].place == ROW_PERIODE)
			return choice_within(&t->range,
					     &e->axes[i].last->period);
	return false;
}

bool
edition_keeps(const struct edition *e, const struct topic *t)
{
	return t->keep && (!t->ranged || in_range(e, t));
}

void
edition_all_topics(struct edition *e)
{
	for (size_t k = 0; k < META_SOURCES; k++) {
		const struct meta *m = e->view.of[k];

		for (size_t i = 0; m && i < map_count(m->measures); i++)
			edition_topic(e, map_key(m->measures, i));
	}
}
