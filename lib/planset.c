#include "planset.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "fold.h"
#include "map.h"
#include "mem.h"
#include "planrows.h"

/* The deliveries and years that a soort and dimensie of a plan has. */
struct piece {
	struct piece *next;
	uint32_t levering;
	uint32_t again; /* the delivery that was found to repeat it, + 1 */
	int16_t van, tot;
	uint8_t soort, dimensie;
};

/* A run has very many of these: words by their number. */
struct seen {
	struct piece *pieces; /* only when it has rows of two deliveries */
	struct planrows rows;
	uint32_t number, row;
	uint32_t levering, planstatus; /* the first, and with it the file */
	uint8_t hardheid;
	bool told[2];
};

/* Why a row does not count. */
enum twice { ELSEWHERE, REPEATED, TWICE };

/* What stood twice in a municipality, and the first of it. */
struct tally {
	size_t plans[TWICE];
	struct finding_place place[TWICE];
	struct text naam[TWICE];
	const char *file[TWICE]; /* where it stood before */
	size_t row[TWICE];
};

/* The parts of a row that seldom change from one to the next. */
enum part { GEMEENTE, ID, NAAM, FASE, LEVERING, PEILDATUM, PARTS };

struct planset {
	struct arena *arena;	/* of plans */
	struct arena *told;	/* of tallies */
	struct map *plans;	/* key -> struct seen */
	struct map *deliveries; /* parts -> number + 1 */
	struct map *categories; /* text -> number + 1 */
	struct map *statuses;	/* likewise */
	struct map *tallies;	/* gemeente -> struct tally */
	struct buffer key, folded;
	struct rowbook *book;
	const char **files; /* of the deliveries */
	size_t files_cap;
	/* Of the row before. */
	struct buffer kept;
	struct text last[PARTS];
	const char *last_file;
	struct seen *last_plan;
	size_t last_levering;
};

struct planset *
planset_new(void)
{
	struct planset *s = mem_new(struct planset);

	s->arena = arena_new();
	s->told = arena_new();
	s->plans = map_new();
	s->deliveries = map_new();
	s->categories = map_new();
	s->statuses = map_new();
	s->tallies = map_new();
	s->book = rowbook_new(s->arena);
	return s;
}

void
planset_free(struct planset *s)
{
	if (!s)
		return;
	planset_forget(s);
	map_free(s->tallies);
	arena_free(s->told);
	free(s);
}

void
planset_forget(struct planset *s)
{
	map_free(s->plans);
	map_free(s->deliveries);
	map_free(s->categories);
	map_free(s->statuses);
	free(s->files);
	arena_free(s->arena);
	buffer_free(&s->key);
	buffer_free(&s->folded);
	buffer_free(&s->kept);
	rowbook_free(s->book);
	s->book = NULL;
	s->plans = s->deliveries = s->categories = s->statuses = NULL;
	s->files = NULL;
	s->arena = NULL;
}

/* The number of a key, made when it is new. */
static size_t
number_of(struct map *m, struct text key)
{
	void **slot = map_slot(m, key);

	if (!*slot)
		*slot = (void *)(uintptr_t)map_count(m);
	return (size_t)(uintptr_t)*slot - 1;
}

struct text
plan_key(struct buffer *key, struct buffer *folded, const struct plan_row *r)
{
	struct text id;
	bool named;

	buffer_clear(key);
	buffer_part(key, fold(folded, r->gemeente));
	id = fold(folded, r->plan_id);
	named = id.n == 0;
	buffer_part(key, id);
	buffer_part(key, fold(folded, r->fase_id));
	if (named)
		buffer_part(key, fold(folded, r->plan_naam));
	return buffer_view(key);
}

static struct seen *
find_plan(struct planset *s, const struct plan_row *r)
{
	struct text key = plan_key(&s->key, &s->folded, r);
	struct seen **slot = (struct seen **)map_slot(s->plans, key);
	struct seen *p = *slot;

	if (p)
		return p;
	if (r->row >= UINT32_MAX || map_count(s->plans) >= UINT32_MAX)
		mem_fail();
	p = *slot = arena_alloc(s->arena, 1, sizeof(*p));
	p->number = (uint32_t)(map_count(s->plans) - 1);
	p->row = (uint32_t)r->row;
	p->levering = (uint32_t)s->last_levering;
	p->planstatus = (uint32_t)number_of(s->statuses, r->planstatus);
	p->hardheid = (uint8_t)r->hardheid;
	return p;
}

static size_t
find_delivery(struct planset *s, const struct plan_row *r)
{
	size_t n;

	buffer_clear(&s->key);
	buffer_uint(&s->key, (uintptr_t)r->file);
	buffer_part(&s->key, r->gemeente);
	buffer_part(&s->key, r->delivery);
	buffer_part(&s->key, r->peildatum);
	n = number_of(s->deliveries, buffer_view(&s->key));
	s->files = mem_grow(s->files, &s->files_cap, n + 1, sizeof(*s->files));
	s->files[n] = r->file;
	return n;
}

/* Of the row before: whose delivery it is, and which plan. */
static bool
same_delivery(const struct planset *s, const struct text part[PARTS],
	      const char *file)
{
	return s->last_file == file &&
	       text_equal(s->last[GEMEENTE], part[GEMEENTE]) &&
	       text_equal(s->last[LEVERING], part[LEVERING]) &&
	       text_equal(s->last[PEILDATUM], part[PEILDATUM]);
}

static bool
same_plan(const struct planset *s, const struct text part[PARTS])
{
	return text_equal(s->last[ID], part[ID]) &&
	       text_equal(s->last[NAAM], part[NAAM]) &&
	       text_equal(s->last[FASE], part[FASE]);
}

static void
keep_last(struct planset *s, const struct text part[PARTS], const char *file)
{
	const char *p;

	buffer_clear(&s->kept);
	for (int i = 0; i < PARTS; i++)
		buffer_add(&s->kept, part[i]);
	p = buffer_view(&s->kept).s;
	for (int i = 0; i < PARTS; p += part[i++].n)
		s->last[i] = (struct text){p, part[i].n};
	s->last_file = file;
}

/* Fills plan and levering. Mostly they are those of the row before. */
static struct seen *
place(struct planset *s, struct plan_row *r)
{
	const struct text part[PARTS] = {r->gemeente,  r->plan_id,
					 r->plan_naam, r->fase_id,
					 r->delivery,  r->peildatum};

	bool delivery = same_delivery(s, part, r->file);

	if (!delivery)
		s->last_levering = find_delivery(s, r);
	if (!delivery || !same_plan(s, part)) {
		s->last_plan = find_plan(s, r);
		keep_last(s, part, r->file);
	}
	r->plan = s->last_plan->number;
	r->levering = s->last_levering;
	return s->last_plan;
}

static struct tally *
tally_of(struct planset *s, struct text gemeente)
{
	struct tally **slot = (struct tally **)map_slot(s->tallies, gemeente);

	if (!*slot)
		*slot = arena_alloc(s->told, 1, sizeof(**slot));
	return *slot;
}

static enum planset_verdict
again(struct planset *s, struct seen *p, const struct plan_row *r,
      enum twice why)
{
	struct tally *t = tally_of(s, r->gemeente);

	if (p->told[why])
		return PLANSET_AGAIN;
	p->told[why] = true;
	if (t->plans[why]++ > 0)
		return PLANSET_AGAIN;
	t->place[why] =
	    (struct finding_place){.file = r->file,
				   .record = r->record,
				   .row = r->row,
				   .name = text_of("levering"),
				   .value = arena_text(s->told, r->delivery)};
	t->naam[why] =
	    arena_text(s->told, r->plan_naam.n ? r->plan_naam : r->plan_id);
	t->file[why] = s->files[p->levering];
	t->row[why] = p->row;
	return PLANSET_AGAIN;
}

/* An open end is far away. */
static int
end_of(int tot)
{
	return tot ? tot : 9999;
}

static struct piece *
piece_of(struct planset *s, struct seen *p, const struct planrow *r)
{
	uint8_t soort = r->what / HARDHEID_COUNT / DIMENSIE_COUNT;
	uint8_t dimensie = r->what / HARDHEID_COUNT % DIMENSIE_COUNT;
	struct piece *x = p->pieces;

	while (x && (x->soort != soort || x->dimensie != dimensie))
		x = x->next;
	if (x)
		return x;
	x = arena_alloc(s->arena, 1, sizeof(*x));
	*x = (struct piece){.next = p->pieces,
			    .levering = r->levering,
			    .van = 9999,
			    .soort = soort,
			    .dimensie = dimensie};
	return p->pieces = x;
}

/* What says nothing neither takes nor repeats years. */
static bool
is_empty(const struct planrow *r)
{
	return r->units == 0 && !r->estimate;
}

static void
widen(struct piece *x, const struct planrow *r)
{
	if (is_empty(r))
		return;
	if (r->van < x->van)
		x->van = (int16_t)r->van;
	if (end_of(r->tot) > x->tot)
		x->tot = (int16_t)end_of(r->tot);
}

/* Of the rows that a plan has, all of one delivery. */
static void
make_pieces(struct planset *s, struct seen *p)
{
	const struct planrow *rows;
	size_t count;

	rowbook_turn(s->book, &p->rows);
	rows = rowbook_rows(s->book, &count);
	for (size_t i = 0; i < count; i++)
		widen(piece_of(s, p, &rows[i]), &rows[i]);
}

/* The row is of another delivery than the rest of its piece, and these years
 * it has already. */
static bool
is_double(struct piece *x, const struct planrow *r)
{
	if (x->again == r->levering + 1 || is_empty(r))
		return true;
	if (r->van > x->tot || end_of(r->tot) < x->van)
		return false;
	x->again = r->levering + 1;
	return true;
}

static enum planset_verdict
take_piece(struct planset *s, struct seen *p, const struct plan_row *row,
	   const struct planrow *r)
{
	struct piece *x;

	if (!p->pieces && p->levering == r->levering)
		return PLANSET_COUNTS;
	if (!p->pieces)
		make_pieces(s, p);
	x = piece_of(s, p, r);
	if (x->levering != r->levering) {
		if (!is_double(x, r))
			return PLANSET_COUNTS;
		return is_empty(r) ? PLANSET_AGAIN
				   : again(s, p, row, ELSEWHERE);
	}
	widen(x, r);
	return PLANSET_COUNTS;
}

/* One plan or phase has one status. */
static int
check_status(const struct planset *s, const struct seen *p,
	     const struct plan_row *r)
{
	char id[TEXT_SHOW], naam[TEXT_SHOW];
	bool same =
	    text_equal(map_key(s->statuses, p->planstatus), r->planstatus);

	if (same && (p->hardheid == (uint8_t)r->hardheid ||
		     text_is(r->planstatus, PLANSTATUS_UNKNOWN)))
		return 0;
	return diag_fail_at(
	    r->file, r->row,
	    "column %s: plan_id '%s' (%s) has another value in line %u; a "
	    "plan or phase has one status: give its parts their own fase_id",
	    same ? "hardheid" : "planstatus", text_show(r->plan_id, id),
	    text_show(r->plan_naam, naam), (unsigned)p->row);
}

static const char *
year_text(int year, char buf[12])
{
	if (year)
		snprintf(buf, 12, "%d", year);
	return buf;
}

static int
contradicts(const struct plan_row *r, const struct planrow *before)
{
	char id[TEXT_SHOW], naam[TEXT_SHOW], fase[TEXT_SHOW];
	char van[12] = "", tot[12] = "", categorie[TEXT_SHOW];

	return diag_fail_at(
	    r->file, r->row,
	    "the same key as in line %u: gemeente %s, plan_id '%s' (%s), "
	    "fase_id '%s', years '%s'-'%s', %s, %s, categorie '%s'; a key may "
	    "come again with the same number only: the register is damaged or "
	    "was joined from two",
	    (unsigned)before->row, r->gemeente.s, text_show(r->plan_id, id),
	    text_show(r->plan_naam, naam), text_show(r->fase_id, fase),
	    year_text(r->van, van), year_text(r->tot, tot),
	    soort_name(r->soort).s, dimensie_name(r->dimensie).s,
	    text_show(r->categorie, categorie));
}

static struct planrow
entry_of(struct planset *s, const struct plan_row *r)
{
	size_t c =
	    r->categorie.n ? number_of(s->categories, r->categorie) + 1 : 0;

	return (struct planrow){
	    .levering = (uint32_t)r->levering,
	    .categorie = (uint32_t)c,
	    .van = (uint16_t)r->van,
	    .tot = (uint16_t)r->tot,
	    .what = (uint8_t)((r->soort * DIMENSIE_COUNT + r->dimensie) *
				  HARDHEID_COUNT +
			      r->hardheid),
	    .given = r->given,
	    .estimate = r->estimate,
	    .scale = (uint8_t)r->aantal.scale,
	    .row = (uint32_t)r->row,
	    .units = r->aantal.units};
}

static enum planset_verdict
take_entry(struct planset *s, struct seen *p, const struct plan_row *r,
	   const struct planrow *e)
{
	const struct planrow *before;

	rowbook_turn(s->book, &p->rows);
	before = rowbook_enter(s->book, e);
	if (!before)
		return PLANSET_COUNTS;
	if (before->given == e->given && before->units == e->units &&
	    before->scale == e->scale)
		return again(s, p, r, REPEATED);
	return contradicts(r, before);
}

void
planset_number(struct planset *s, struct plan_row *row)
{
	place(s, row);
}

enum planset_verdict
planset_take(struct planset *s, struct plan_row *r)
{
	struct seen *p = place(s, r);
	const struct planrow e = entry_of(s, r);
	enum planset_verdict v = take_piece(s, p, r, &e);

	if (v != PLANSET_COUNTS)
		return v;
	if (check_status(s, p, r) < 0)
		return PLANSET_FAIL;
	return take_entry(s, p, r, &e);
}

size_t
planset_count(const struct planset *s)
{
	return map_count(s->plans);
}

struct text
planset_key(const struct planset *s, size_t plan)
{
	return map_key(s->plans, plan);
}

/* Codes of their own: every tool that reads registers gives them. */
static const struct finding_rule rules[TWICE] = {
    [ELSEWHERE] =
	{"R001", SEVERITY_ERROR,
	 "{0}: plans that stand in two deliveries: {1}; the first is {2}, in "
	 "{3}:{4} too: only what was read first counts, leave one delivery out",
	 "{0}: plannen die in twee leveringen staan: {1}. De eerste is {2}, "
	 "ook in {3}, regel {4}. Alleen wat het eerst is gelezen telt. Laat "
	 "een van beide leveringen weg."},
    [REPEATED] =
	{"R002", SEVERITY_ERROR,
	 "{0}: plans with rows that come again, with the same number: {1}; the "
	 "first is {2}, in {3}:{4}: they count once, expected each row once",
	 "{0}: plannen met regels die nog eens voorkomen, met hetzelfde "
	 "aantal: {1}. De eerste is {2}, in {3}, regel {4}. Ze tellen een "
	 "keer. Maak het register opnieuw."},
};

void
planset_tell(const struct planset *s, struct findings *f)
{
	for (size_t i = 0; i < map_count(s->tallies); i++) {
		const struct tally *t = map_value(s->tallies, i);

		for (int w = 0; w < TWICE; w++) {
			char plans[NUM_TEXT], row[NUM_TEXT];
			const struct text args[] = {
			    map_key(s->tallies, i),
			    num_format(num_of((int64_t)t->plans[w]), plans),
			    t->naam[w], text_of(t->file[w]),
			    num_format(num_of((int64_t)t->row[w]), row)};

			if (t->plans[w] > 0)
				finding_add(f, &rules[w], &t->place[w], args,
					    5);
		}
	}
}
