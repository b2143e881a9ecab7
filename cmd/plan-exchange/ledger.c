#include "ledger.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "column.h"
#include "fold.h"
#include "mem.h"

#define NO_RUN UINT32_MAX

/* Rows of one plan that follow each other. */
struct run {
	uint64_t place;
	uint32_t rows, next;
};

struct plan {
	uint32_t first, last;
};

struct ledger {
	struct store *store;
	struct record *record;
	struct run *runs;
	size_t run_count, run_cap;
	struct plan *plans; /* by their number in the register */
	size_t plan_count, plan_cap;
	size_t *order; /* these, by their first row */
	size_t count, order_cap;
	size_t now;	     /* whose rows are being added */
	struct buffer facts; /* what it has once */
	struct buffer here;
	struct arena *arena; /* texts of the plan at hand */
	struct row *rows;
	size_t row_cap;
};

struct ledger *
ledger_open(const char *name)
{
	struct store *s = store_open(name);
	struct ledger *l;

	if (!s)
		return NULL;
	l = mem_new(struct ledger);
	l->store = s;
	l->record = record_new();
	l->now = SIZE_MAX;
	return l;
}

void
ledger_close(struct ledger *l)
{
	if (!l)
		return;
	store_close(l->store);
	record_free(l->record);
	arena_free(l->arena);
	buffer_free(&l->facts);
	buffer_free(&l->here);
	free(l->runs);
	free(l->plans);
	free(l->order);
	free(l->rows);
	free(l);
}

/* What a plan has once. */
static const enum register_column once[] = {
    REGISTER_GEMEENTE,	 REGISTER_PLAN_ID,	     REGISTER_PLAN_NAAM,
    REGISTER_FASE_ID,	 REGISTER_PLANSTATUS,	     REGISTER_PROJECTFASE,
    REGISTER_PLANTYPE,	 REGISTER_OPDRACHTGEVER,     REGISTER_GEBIED,
    REGISTER_KNELPUNTEN, REGISTER_VERTROUWELIJKHEID, REGISTER_SLEUTELPROJECT,
    REGISTER_BOS_HA};
#define ONCE (sizeof(once) / sizeof(once[0]))

/* Rows are to be added to this plan. */
static int
turn_to(struct ledger *l, size_t plan)
{
	size_t old = l->plan_count;

	if (plan >= old) {
		l->plans = mem_grow(l->plans, &l->plan_cap, plan + 1,
				    sizeof(*l->plans));
		l->plan_count = plan + 1;
		for (size_t i = old; i <= plan; i++)
			l->plans[i] = (struct plan){NO_RUN, NO_RUN};
	}
	if (plan == l->now)
		return 0;
	l->now = plan;
	l->facts.n = 0;
	if (l->plans[plan].first == NO_RUN)
		return 0;
	if (store_get(l->store, l->runs[l->plans[plan].first].place,
		      l->record) < 0)
		return -1;
	for (size_t i = 0; i < ONCE; i++)
		buffer_part(&l->facts, record_get(l->record, once[i]));
	return 0;
}

static void
extend(struct ledger *l, struct plan *p, uint64_t place, bool follows)
{
	if (follows) {
		l->runs[p->last].rows++;
		return;
	}
	l->runs =
	    mem_grow(l->runs, &l->run_cap, l->run_count + 1, sizeof(*l->runs));
	l->runs[l->run_count] = (struct run){place, 1, NO_RUN};
	if (p->first == NO_RUN) {
		p->first = (uint32_t)l->run_count;
		l->order = mem_grow(l->order, &l->order_cap, l->count + 1,
				    sizeof(*l->order));
		l->order[l->count++] = (size_t)(p - l->plans);
	} else {
		l->runs[p->last].next = (uint32_t)l->run_count;
	}
	p->last = (uint32_t)l->run_count++;
}

int
ledger_add(struct ledger *l, const struct registers *in, size_t plan)
{
	bool follows = plan == l->now && l->facts.n;
	uint64_t place;

	if (turn_to(l, plan) < 0)
		return -1;
	buffer_clear(&l->here);
	for (size_t i = 0; i < ONCE; i++)
		buffer_part(&l->here, registers_field(in, once[i]));
	if (l->facts.n &&
	    !text_equal(buffer_view(&l->facts), buffer_view(&l->here)))
		return 0;
	record_clear(l->record);
	for (size_t c = 0; c < REGISTER_WIDTH; c++) {
		struct text t = registers_field(in, (enum register_column)c);

		if (t.n)
			record_set(l->record, c, t);
	}
	if (store_add(l->store, l->record, &place) < 0)
		return -1;
	extend(l, &l->plans[plan], place, follows);
	l->facts.n = 0;
	buffer_add(&l->facts, buffer_view(&l->here));
	return 1;
}

size_t
ledger_plans(const struct ledger *l)
{
	return l->count;
}

/* The register has been read: its words are what they must be. */
static void
take(struct ledger *l, struct row *r)
{
	struct buffer b = {0};

	*r = (struct row){0};
	for (size_t c = 0; c < REGISTER_WIDTH; c++)
		r->field[c] = arena_text(l->arena, record_get(l->record, c));
	(void)soort_parse(r->field[REGISTER_SOORT], &r->soort);
	(void)dimensie_parse(r->field[REGISTER_DIMENSIE], &r->dimensie);
	(void)hardheid_parse(r->field[REGISTER_HARDHEID], &r->hardheid);
	r->given = num_parse(r->field[REGISTER_AANTAL], NUM_PLAIN,
			     &r->aantal) == NUM_OK;
	r->at = column_of(r->dimensie, fold(&b, r->field[REGISTER_CATEGORIE]));
	r->national =
	    (!r->given || (num_is_whole(r->aantal) && r->aantal.units >= 0)) &&
	    !r->field[REGISTER_AANTAL_LAAG].n &&
	    (r->dimensie == DIMENSIE_TOTAAL || r->at >= 0);
	buffer_free(&b);
}

long
ledger_rows(struct ledger *l, size_t i, struct row **rows)
{
	uint32_t at = l->plans[l->order[i]].first;
	size_t n = 0;

	arena_free(l->arena);
	l->arena = arena_new();
	for (; at != NO_RUN; at = l->runs[at].next) {
		uint64_t place = l->runs[at].place;

		for (uint32_t k = 0; k < l->runs[at].rows; k++) {
			l->rows = mem_grow(l->rows, &l->row_cap, n + 1,
					   sizeof(*l->rows));
			if (store_next(l->store, &place, l->record) < 0)
				return -1;
			take(l, &l->rows[n++]);
		}
	}
	*rows = l->rows;
	return (long)n;
}
