#include "out/sum.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "map.h"
#include "mem.h"
#include "num.h"
#include "table/rows.h"

/* A sum in one cell. */
struct partial {
	struct sum *sum;
	const struct code **codes;
	uint64_t have; /* a bit for each part that came */
	struct num value;
	struct text reason; /* of the first part without a value */
	bool done;
};

/* A name of a table. */
struct sum {
	struct topic topic; /* what goes out */
	struct edition *edition;
	struct partial now; /* of forms with all parts in one record */
	size_t record;	    /* that record */
};

struct sums {
	struct run *run;
	struct map *sums;  /* table and name -> struct sum */
	struct map *cells; /* sum and codes -> struct partial */
	struct buffer key;
	size_t next; /* of sums_next */
	bool failed;
	char text[NUM_TEXT];
};

struct sums *
sums_new(struct run *run)
{
	struct sums *s = mem_new(struct sums);

	s->run = run;
	s->sums = map_new();
	s->cells = map_new();
	return s;
}

void
sums_free(struct sums *s)
{
	if (!s)
		return;
	map_free(s->sums);
	map_free(s->cells);
	buffer_free(&s->key);
	free(s);
}

bool
sums_failed(const struct sums *s)
{
	return s->failed;
}

static struct sum *
sum_of(struct sums *s, struct edition *e, const struct topic *t)
{
	struct sum **slot, *sum;

	buffer_clear(&s->key);
	buffer_part(&s->key, e->table);
	buffer_part(&s->key, t->name);
	slot = (struct sum **)map_slot(s->sums, buffer_view(&s->key));
	sum = *slot;
	if (sum)
		return sum;
	*slot = sum = arena_alloc(s->run->arena, 1, sizeof(*sum));
	sum->edition = e;
	sum->topic = *t;
	sum->topic.key = sum->topic.title = t->name;
	sum->topic.slot = NULL;
	sum->topic.part = 0;
	sum->now.codes = arena_alloc(s->run->arena, e->axis_count + 1,
				     sizeof(*sum->now.codes));
	return sum;
}

static void
copy_codes(const struct edition *e, const struct code **codes)
{
	for (size_t i = 0; i < e->axis_count; i++)
		codes[i] = e->axes[i].last;
}

/* The place of a cell among those kept. */
static struct partial *
keep(struct sums *s, struct sum *sum, const struct code *const *codes)
{
	struct partial **slot, *p;
	size_t n = sum->edition->axis_count;

	buffer_clear(&s->key);
	buffer_bytes(&s->key, (const char *)&sum, sizeof(sum));
	buffer_bytes(&s->key, (const char *)codes, n * sizeof(*codes));
	slot = (struct partial **)map_slot(s->cells, buffer_view(&s->key));
	p = *slot;
	if (p)
		return p;
	*slot = p = arena_alloc(s->run->arena, 1, sizeof(*p));
	p->sum = sum;
	p->codes = arena_alloc(s->run->arena, n + 1, sizeof(*codes));
	memcpy(p->codes, codes, n * sizeof(*codes));
	return p;
}

/* The cell that the current record is of. Where the parts stand in one record
 * one place is enough; a record of which a part was refused is kept. */
static struct partial *
partial_of(struct sums *s, const struct edition *e, struct sum *sum)
{
	struct partial *now = &sum->now, *old;

	if (e->narrow) {
		copy_codes(e, now->codes);
		return keep(s, sum, now->codes);
	}
	if (now->have && sum->record != s->run->records) {
		old = keep(s, sum, now->codes);
		old->have = now->have;
		old->reason = now->reason.n ? now->reason : text_of("onbekend");
		*now = (struct partial){.sum = sum, .codes = now->codes};
	}
	copy_codes(e, now->codes);
	sum->record = s->run->records;
	return now;
}

static void
check_unit(struct sums *s, const struct edition *e, const struct sum *sum,
	   const struct topic *t)
{
	if (s->failed || text_equal(sum->topic.unit, t->unit))
		return;
	diag_fail("%s of %s: a part is in '%s', another in '%s': they have no "
		  "sum",
		  t->name.s, e->table.s, sum->topic.unit.s, t->unit.s);
	s->failed = true;
}

static void
tell_missing(struct sums *s, const struct topic *t, struct text part,
	     struct text reason)
{
	struct text args[] = {t->name, part, reason};

	run_finding(s->run, RULE_PART, &(struct spot){.name = t->name}, args,
		    3);
}

static void
add_value(struct sums *s, struct partial *p, const struct topic *t,
	  const struct cell *c)
{
	struct text reason = c->reason.n ? c->reason : text_of("onbekend");
	struct num v;
	bool fits =
	    num_parse(c->value, NUM_PLAIN, &v) == NUM_OK &&
	    (t->part_of.sign > 0 ? num_add(p->value, v, &p->value)
				 : num_subtract(p->value, v, &p->value));

	if (fits)
		return;
	tell_missing(s, t, t->key, reason);
	if (p->reason.n == 0)
		p->reason = reason;
}

/* What a cell comes to. */
static void
settle(struct sums *s, struct partial *p, struct cell *out)
{
	bool known = p->reason.n == 0;

	*out = (struct cell){.reason = p->reason, .plain = true};
	out->value = known ? num_format(p->value, s->text) : text_of("");
	*p = (struct partial){.sum = p->sum, .codes = p->codes, .done = true};
}

bool
sums_add(struct sums *s, struct edition *e, struct topic **t, struct cell *c)
{
	struct sum *sum = sum_of(s, e, *t);
	struct partial *p = partial_of(s, e, sum);
	uint64_t bit = UINT64_C(1) << (*t)->part_of.index;

	/* What comes twice is finding C017. */
	if ((p->have & bit) || (p->done && e->narrow))
		return false;
	check_unit(s, e, sum, *t);
	add_value(s, p, *t, c);
	p->have |= bit;
	if (p->have != UINT64_MAX >> (64 - (*t)->part_of.count))
		return false;
	*t = &sum->topic;
	settle(s, p, c);
	return true;
}

/* The key of a part that did not come. */
static struct text
missing_part(const struct partial *p)
{
	const struct map *topics = p->sum->edition->topics;

	for (size_t i = 0; i < map_count(topics); i++) {
		const struct topic *t = map_value(topics, i);

		if (t->part_of.sign && !(p->have >> t->part_of.index & 1) &&
		    text_equal(t->name, p->sum->topic.name))
			return t->key;
	}
	return p->sum->topic.name;
}

bool
sums_next(struct sums *s, struct edition **e, struct topic **t, struct cell *c)
{
	while (s->next < map_count(s->cells)) {
		struct partial *p = map_value(s->cells, s->next++);

		if (p->done)
			continue;
		*e = p->sum->edition;
		*t = &p->sum->topic;
		edition_again(*e, p->codes);
		if (p->reason.n == 0)
			p->reason = text_of("ontbreekt");
		tell_missing(s, *t, missing_part(p), p->reason);
		settle(s, p, c);
		return true;
	}
	return false;
}
