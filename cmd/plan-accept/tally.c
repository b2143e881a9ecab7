#include "tally.h"

#include <stdlib.h>

#include "fold.h"
#include "mem.h"

struct tally *
tally_new(void)
{
	struct tally *t = mem_new(struct tally);

	t->arena = arena_new();
	t->years = map_new();
	t->status = map_new();
	t->plans = map_new();
	t->cells = map_new();
	t->names = map_new();
	t->records = map_new();
	return t;
}

void
tally_free(struct tally *t)
{
	if (!t)
		return;
	map_free(t->years);
	map_free(t->status);
	map_free(t->plans);
	map_free(t->cells);
	map_free(t->names);
	map_free(t->records);
	arena_free(t->arena);
	buffer_free(&t->key);
	buffer_free(&t->folded);
	free(t);
}

static int
add_word(struct tally *t, struct map *m, struct text word, struct num v)
{
	void **slot = map_slot(m, word);

	if (!*slot)
		*slot = arena_alloc(t->arena, 1, sizeof(struct sum));
	return sum_add(*slot, v);
}

/* Under the key in t->key. NULL with the message given. */
static struct part *
add_part(struct tally *t, struct map *m, const struct plan_row *row,
	 struct text years, struct num v)
{
	void **slot = map_slot(m, buffer_view(&t->key));
	struct part *p = *slot;

	if (!p) {
		*slot = p = arena_alloc(t->arena, 1, sizeof(*p));
		p->naam =
		    arena_text(t->arena, row->plan_naam.n > 0 ? row->plan_naam
							      : row->plan_id);
		p->years = arena_text(t->arena, years);
	}
	return sum_add(&p->sum, v) < 0 ? NULL : p;
}

static struct text
years_of(struct buffer *b, const struct plan_row *row)
{
	buffer_clear(b);
	if (row->van > 0)
		buffer_printf(b, "%d", row->van);
	if (row->tot != row->van)
		buffer_char(b, '-');
	if (row->tot != row->van && row->tot > 0)
		buffer_printf(b, "%d", row->tot);
	return buffer_view(b);
}

/* A plan that has a name may be known again by it. */
static void
add_name(struct tally *t, struct part *plan)
{
	struct text folded;

	if (plan->folded.s)
		return;
	folded = fold(&t->folded, plan->naam);
	plan->folded = arena_text(t->arena, folded);
	if (folded.n > 0)
		*map_slot(t->names, folded) = plan;
}

/* netto: what the row adds to the plan's dwellings. */
static int
add_plan(struct tally *t, const struct registers *r, const struct plan_row *row,
	 struct text years, struct num netto)
{
	struct part *whole = NULL, *cell;

	buffer_clear(&t->key);
	buffer_part(&t->key, planset_key(registers_plans(r), row->plan));
	if (row->soort != SOORT_GEREALISEERD &&
	    !(whole = add_part(t, t->plans, row, text_of(""), netto)))
		return -1;
	if (whole)
		add_name(t, whole);
	buffer_part(&t->key, soort_name(row->soort));
	buffer_part(&t->key, years);
	cell = add_part(t, t->cells, row, years, row->aantal);
	if (cell)
		cell->of = whole;
	return cell ? 0 : -1;
}

/* All dwellings of a plan that counts. */
static int
add_total(struct tally *t, const struct registers *r,
	  const struct plan_row *row, struct text years)
{
	static const enum measure hardheden[] = {MEASURE_HARD, MEASURE_ZACHT,
						 MEASURE_ONBEKEND};
	struct num netto = row->aantal;

	if (row->soort == SOORT_SLOOP)
		netto.units = -netto.units;
	if (add_plan(t, r, row, years, netto) < 0)
		return -1;
	if (row->soort == SOORT_GEREALISEERD)
		return sum_add(&t->sums[MEASURE_GEREALISEERD], row->aantal);
	if (row->soort == SOORT_SLOOP &&
	    sum_add(&t->sums[MEASURE_SLOOP], row->aantal) < 0)
		return -1;
	if (row->hardheid == HARDHEID_TELT_NIET)
		return 0;
	if (sum_add(&t->sums[MEASURE_WONINGEN], netto) < 0 ||
	    sum_add(&t->sums[hardheden[row->hardheid]], netto) < 0 ||
	    add_word(t, t->years, years, netto) < 0)
		return -1;
	return add_word(t, t->status, row->planstatus, netto);
}

static int
add_dwellings(struct tally *t, const struct registers *r,
	      const struct plan_row *row)
{
	static const enum measure dimensies[DIMENSIE_COUNT] = {
	    [DIMENSIE_WONINGTYPE] = MEASURE_WONINGTYPE,
	    [DIMENSIE_BETAALBAARHEID] = MEASURE_BETAALBAARHEID,
	    [DIMENSIE_WONEN_ZORG] = MEASURE_WONEN_ZORG,
	    [DIMENSIE_FLEX] = MEASURE_FLEX,
	    [DIMENSIE_OPDRACHTGEVER] = MEASURE_OPDRACHTGEVER};
	struct buffer years = {0};
	int rc = 0;

	if (row->dimensie == DIMENSIE_TOTAAL)
		rc = add_total(t, r, row, years_of(&years, row));
	else if (row->soort == SOORT_BOUW)
		rc = sum_add(&t->sums[dimensies[row->dimensie]], row->aantal);
	buffer_free(&years);
	return rc;
}

int
tally_take(struct tally *t, const struct registers *r,
	   const struct plan_row *row)
{
	buffer_clear(&t->key);
	buffer_part(&t->key, row->delivery);
	buffer_part(&t->key, registers_field(r, REGISTER_BRON_RIJ));
	map_slot(t->records, buffer_view(&t->key));
	if (add_dwellings(t, r, row) < 0)
		return -1;
	t->sums[MEASURE_RIJEN] = sum_of(num_of((int64_t)map_count(t->records)));
	t->sums[MEASURE_PLANNEN] = sum_of(num_of((int64_t)map_count(t->plans)));
	return 0;
}
