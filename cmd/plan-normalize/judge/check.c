#include "judge/check.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "sum.h"

struct part {
	struct text dimensie;
	struct span sum;
	bool given;
};

/* The amounts of one plan by year and partition: do the parts of each year add
 * up to the totaal of that year? */
struct yearly_sum {
	unsigned part; /* 0: totaal */
	struct years years;
	struct text dimensie;
	struct span sum;
};

struct yearly {
	struct yearly_sum *list;
	size_t count, cap;
};

/* A controle of all records of a plan together. */
struct whole {
	enum rule rule;
	size_t column;
	struct num said;
	struct span own, sum;
	bool given;
};

struct checker {
	struct whole *whole; /* by column of the binding */
	size_t whole_count;
	struct report *report;
	struct part parts[DIMENSIE_COUNT];
	struct yearly yearly;  /* the same by year */
	size_t record;	       /* the last of the plan */
	bool hurt;	       /* a record of it has an error */
	struct buffer key;     /* of the plan: gemeente, id, fase, name */
	struct buffer bos;     /* its hectares of wood */
	bool two_bos;	       /* told of this plan */
	struct buffer project; /* gemeente and id, then what phases share */
	size_t project_id;     /* how much of it is gemeente and id */
};

struct checker *
checker_new(const struct binding *b, struct report *report)
{
	struct checker *c = mem_new(struct checker);

	c->whole_count = b->column_count;
	c->whole = mem_array(b->column_count + 1, sizeof(*c->whole));

	c->report = report;
	return c;
}

void
checker_free(struct checker *c)
{
	if (!c)
		return;
	free(c->whole);
	free(c->key.s);
	free(c->bos.s);
	free(c->project.s);
	free(c->yearly.list);
	free(c);
}

/* Cells of a crossing are parts of sums, and only count themselves for a
 * controle of columns by their names. */
static bool
is_place(const struct amount *a, const struct amount *check)
{
	const struct bound_column *c = a->column;
	const bool *of = check->column->of;

	if (of)
		return !c->sum && of[c->column] &&
		       (!a->aside || a->gone || c->into_count);
	return c->into_count == 0 && (!a->aside || a->gone) &&
	       kind_covers(check->kind, a->kind);
}

static bool
belongs(const struct amount *a, const struct amount *check)
{
	const struct kind *k = check->kind;

	if (a->column->check || !a->given || !is_place(a, check))
		return false;
	if (a->gone ? !k->gone : !(k->soorten >> a->kind->soort & 1))
		return false;
	if (k->hardheid.n && !text_equal(k->hardheid, a->kind->hardheid))
		return false;
	return !years_given(check->column->years) ||
	       years_within(a->years, check->column->years);
}

static enum rule
rule_of(const struct amount *check, bool hardheden)
{
	if (hardheden && !check->kind->hardheid.n)
		return RULE_HARDHEID;
	if (check->kind->part || check->kind->netto || check->kind->gone)
		return RULE_SUM;
	return check->kind->soorten & (check->kind->soorten - 1) ? RULE_REST
								 : RULE_SUM;
}

/* One of the numbers that a controle is the sum of. */
static int
add_part(struct span *sum, const struct amount *check, const struct amount *a)
{
	struct num v = a->value;
	struct bounds turned;

	if (!check->kind->netto || a->kind->soort != SOORT_SLOOP)
		return span_add(sum, v, a->bounds);
	v.units = -v.units;
	if (!a->bounds)
		return span_add(sum, v, NULL);
	turned = (struct bounds){a->bounds->high, a->bounds->low};
	turned.low.units = -turned.low.units;
	turned.high.units = -turned.high.units;
	return span_add(sum, v, &turned);
}

static int
check_sum(struct checker *c, const struct amount *check,
	  const struct amount *amounts, size_t count)
{
	struct span sum = {0}, own = {0};
	bool hardheden = false;
	char want[SUM_TEXT], found[NUM_TEXT];

	for (size_t i = 0; i < count; i++) {
		if (!belongs(&amounts[i], check))
			continue;
		hardheden = hardheden || amounts[i].kind->hardheid.n;
		if (add_part(&sum, check, &amounts[i]) < 0)
			return -1;
	}
	if (span_add(&own, check->value, check->bounds) < 0)
		return -1;
	if (!span_meets(&sum, &own))
		report_add(c->report, rule_of(check, hardheden),
			   (long)check->column->column,
			   num_format(check->value, found),
			   sum_format(sum.sum, want));
	return 0;
}

static bool
same_years(struct years a, struct years b)
{
	return a.from == b.from && a.to == b.to;
}

static struct yearly_sum *
find(const struct yearly *y, unsigned part, struct years years)
{
	for (size_t i = 0; i < y->count; i++)
		if (y->list[i].part == part &&
		    same_years(y->list[i].years, years))
			return &y->list[i];
	return NULL;
}

/* What has no years is passed by. -1 as span_add. */
static int
yearly_add(struct yearly *y, const struct amount *a)
{
	struct yearly_sum *s;

	if (!years_given(a->years))
		return 0;
	s = find(y, a->kind->part, a->years);
	if (!s) {
		y->list =
		    mem_grow(y->list, &y->cap, y->count + 1, sizeof(*y->list));
		s = &y->list[y->count++];
		*s = (struct yearly_sum){.part = a->kind->part,
					 .years = a->years,
					 .dimensie = a->kind->dimensie};
	}
	return span_add(&s->sum, a->value, a->bounds);
}

/* The first sum of this partition that is not the totaal of its years, and
 * that totaal; NULL when all are, or no totaal is given for the same years. */
static const struct yearly_sum *
yearly_differs(const struct yearly *y, unsigned part,
	       const struct yearly_sum **total)
{
	for (size_t i = 0; i < y->count; i++) {
		const struct yearly_sum *s = &y->list[i];

		if (s->part != part)
			continue;
		*total = find(y, 0, s->years);
		if (*total && !span_meets(&s->sum, &(*total)->sum))
			return s;
	}
	return NULL;
}

/* What a record adds to the controles of its plan. */
static int
add_whole(struct checker *c, const struct amount *amounts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct amount *check = &amounts[i];
		struct whole *w = &c->whole[i];

		if (!check->column->check || !check->kind->plan)
			continue;
		if (check->given && !w->given) {
			w->given = true;
			w->said = check->value;
			w->rule = rule_of(check, false);
			w->column = check->column->column;
			if (span_add(&w->own, check->value, check->bounds) < 0)
				return -1;
		}
		for (size_t k = 0; k < count; k++)
			if (belongs(&amounts[k], check) &&
			    add_part(&w->sum, check, &amounts[k]) < 0)
				return -1;
	}
	return 0;
}

static void
finish_whole(struct checker *c)
{
	char found[NUM_TEXT], want[SUM_TEXT];

	for (size_t i = 0; i < c->whole_count; i++) {
		const struct whole *w = &c->whole[i];
		size_t cell[2] = {c->record, w->column};

		if (w->given && !c->hurt && !span_meets(&w->sum, &w->own))
			report_past_cell(c->report, w->rule, cell,
					 num_format(w->said, found),
					 sum_format(w->sum.sum, want));
	}
	memset(c->whole, 0, c->whole_count * sizeof(*c->whole));
}

/* The partition adds up to the whole, but not in each year. */
static void
check_years(struct checker *c, unsigned part)
{
	const struct yearly_sum *total;
	const struct yearly_sum *s = yearly_differs(&c->yearly, part, &total);
	char sum[SUM_TEXT], all[SUM_TEXT];
	struct buffer name = {0};
	struct text extra[2];

	if (!s)
		return;
	buffer_add(&name, s->dimensie);
	buffer_char(&name, ' ');
	buffer_uint(&name, (uint64_t)s->years.from);
	if (s->years.to != s->years.from)
		buffer_char(&name, '-');
	if (s->years.to > s->years.from)
		buffer_uint(&name, (uint64_t)s->years.to);
	extra[0] = sum_format(s->sum.sum, sum);
	extra[1] = sum_format(total->sum.sum, all);
	report_past(c->report, RULE_GROUP_YEAR, c->record, buffer_view(&name),
		    extra);
	free(name.s);
}

void
checker_finish(struct checker *c)
{
	const struct part *total = &c->parts[0];
	char sum[SUM_TEXT], all[SUM_TEXT];
	struct text extra[2];

	if (total->given && !c->hurt && total->sum.sum.units > 0 &&
	    sum_compare(total->sum.sum, sum_of(num_of(3))) < 0) {
		extra[0] = extra[1] = text_of("");
		report_past(c->report, RULE_SMALL, c->record,
			    sum_format(total->sum.sum, all), extra);
	}
	for (size_t i = 1; total->given && !c->hurt && i < DIMENSIE_COUNT;
	     i++) {
		const struct part *p = &c->parts[i];

		if (!p->given)
			continue;
		if (span_meets(&p->sum, &total->sum)) {
			check_years(c, (unsigned)i);
			continue;
		}
		extra[0] = sum_format(p->sum.sum, sum);
		extra[1] = sum_format(total->sum.sum, all);
		report_past(c->report, RULE_GROUP, c->record, p->dimensie,
			    extra);
	}
	finish_whole(c);
	memset(c->parts, 0, sizeof(c->parts));
	c->yearly.count = 0;
	c->hurt = false;
}

static void
append(struct buffer *b, struct text t)
{
	buffer_add(b, t);
	buffer_char(b, '\x1f');
}

/* b holds an old key of n bytes and a new one: leaves the new one. True when
 * they are the same. */
static bool
replace(struct buffer *b, size_t n)
{
	bool same = b->n == 2 * n && memcmp(b->s, b->s + n, n) == 0;

	memmove(b->s, b->s + n, b->n - n);
	b->n -= n;
	return same;
}

/* Phases of one project that follow each other. */
static void
compare_project(struct checker *c, const struct plan *plan)
{
	static const enum field shared[] = {
	    FIELD_PLAN_NAAM, FIELD_PLANTYPE,	      FIELD_OPDRACHTGEVER,
	    FIELD_GEBIED,    FIELD_VERTROUWELIJKHEID, FIELD_SLEUTELPROJECT};
	struct buffer *b = &c->project;
	size_t old = b->n, id;
	bool same_id;

	append(b, plan->gemeente ? plan->gemeente->code : text_of(""));
	append(b, plan->field[FIELD_PLAN_ID]);
	id = b->n - old;
	same_id = plan->field[FIELD_PLAN_ID].n && id == c->project_id &&
		  memcmp(b->s, b->s + old, id) == 0;
	for (size_t i = 0; i < sizeof(shared) / sizeof(shared[0]); i++)
		append(b, plan->field[shared[i]]);
	c->project_id = id;
	if (!replace(b, old) && same_id)
		report_add(c->report, RULE_PHASES, NO_COLUMN,
			   plan->field[FIELD_PLAN_ID], text_of(""));
}

/* Records of one plan that follow each other. */
static void
compare_bos(struct checker *c, const struct plan *plan)
{
	struct text bos = plan->field[FIELD_BOS_HA];
	struct text id = plan->field[FIELD_PLAN_ID];

	if (c->two_bos || text_equal(bos, buffer_view(&c->bos)))
		return;
	c->two_bos = true;
	report_add(c->report, RULE_TWO_BOS, NO_COLUMN,
		   id.n ? id : plan->field[FIELD_PLAN_NAAM], text_of(""));
}

/* Starts a new plan when this record is not of the last one. */
static void
turn_to(struct checker *c, const struct plan *plan)
{
	static const enum field fields[] = {FIELD_PLAN_ID, FIELD_FASE_ID,
					    FIELD_PLAN_NAAM};
	struct text open = plan->field[FIELD_VERTROUWELIJKHEID];
	size_t old = c->key.n;

	append(&c->key, plan->gemeente ? plan->gemeente->code : text_of(""));
	for (size_t i = 0; i < 3; i++)
		append(&c->key, plan->field[fields[i]]);
	if (replace(&c->key, old)) {
		compare_bos(c, plan);
		return;
	}
	c->two_bos = false;
	c->bos.n = 0;
	buffer_add(&c->bos, plan->field[FIELD_BOS_HA]);
	checker_finish(c);
	compare_project(c, plan);
	if (open.n && !text_is(open, "Openbaar"))
		report_add(c->report, RULE_CLOSED, NO_COLUMN, open,
			   text_of(""));
}

static int
add_parts(struct checker *c, const struct amount *amounts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct amount *a = &amounts[i];
		struct part *p;

		if (a->column->check || a->aside || !a->given ||
		    a->kind->soort != SOORT_BOUW)
			continue;
		p = &c->parts[a->kind->part];
		p->dimensie = a->kind->dimensie;
		p->given = true;
		if (span_add(&p->sum, a->value, a->bounds) < 0 ||
		    yearly_add(&c->yearly, a) < 0)
			return -1;
	}
	return 0;
}

int
checker_record(struct checker *c, const struct plan *plan,
	       const struct amount *amounts, size_t count)
{
	turn_to(c, plan);
	c->record = plan->record;
	c->hurt = c->hurt || c->report->error;
	for (size_t i = 0; i < count; i++)
		if (!c->report->error && amounts[i].column->check &&
		    amounts[i].given && !amounts[i].aside &&
		    !amounts[i].kind->plan &&
		    check_sum(c, &amounts[i], amounts, count) < 0)
			return -1;
	if (add_whole(c, amounts, count) < 0)
		return -1;
	return add_parts(c, amounts, count);
}

/* Periods, which stay what they are. */
static void
tell_buckets(const struct binding *b, struct report *r)
{
	for (size_t i = 0; i < b->column_count; i++) {
		const struct bound_column *c = &b->columns[i];

		if (!c->check && c->years.from && c->years.to > c->years.from)
			report_column(r, RULE_BUCKET, c->column, text_of(""));
	}
}

/* Price classes that have no name by the limits of the year. */
static void
tell_prices(const struct binding *b, struct report *r)
{
	for (size_t i = 0; i < b->column_count; i++) {
		const struct bound_column *c = &b->columns[i];

		if (!c->check && c->kind->price_fault != PRICE_FITS)
			report_column(r, rule_of_price(c->kind), c->column,
				      r->price_year);
	}
}

void
check_header(const struct binding *b, struct report *r)
{
	tell_buckets(b, r);
	tell_prices(b, r);
}
