#include "stand/recount.h"

#include <stdlib.h>

#include "mem.h"
#include "stand/whole.h"

struct recount {
	struct frame *frame;
	const struct rulesets *sets;
	size_t count;
	struct capacity **capacity; /* by set */
	int64_t *silent; /* by municipality: dwellings without planstatus */
};

struct recount *
recount_new(struct frame *k, const struct rulesets *sets)
{
	struct recount *r = mem_new(struct recount);
	size_t m = regios_gemeenten(k->regios);
	r->frame = k;
	r->sets = sets;
	r->count = rulesets_count(sets);
	r->silent = mem_array(m + 1, sizeof(*r->silent));
	r->capacity = mem_array(r->count + 1, sizeof(*r->capacity));
	for (size_t i = 0; i < r->count; i++)
		r->capacity[i] = capacity_new(k, m);
	return r;
}

void
recount_free(struct recount *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->count; i++)
		capacity_free(r->capacity[i]);
	free(r->capacity);
	free(r->silent);
	free(r);
}

static bool
uses(enum trait t)
{
	return t == TRAIT_PLANSTATUS;
}

static void
amount(void *ctx, const struct plan_amount *a, const struct placed *where)
{
	struct recount *r = ctx;
	struct text status = a->trait[TRAIT_PLANSTATUS];
	bool silent = status.n == 0 || text_is(status, PLANSTATUS_UNKNOWN);
	if (where->variant != 0 || where->basis == LOT_INDIVISIBLE)
		return;
	if (silent)
		r->silent[a->gemeente] += a->amount;
	for (size_t i = 0; i < r->count; i++) {
		struct plan_amount b = *a;
		if (!silent)
			b.hardheid = rulesets_call(r->sets, i, status);
		if (b.hardheid != HARDHEID_TELT_NIET)
			capacity_add(r->capacity[i], b.gemeente, &b);
	}
}

struct taker
recount_taker(struct recount *r)
{
	return (struct taker){.ctx = r, .uses = uses, .amount = amount};
}

const struct capacity *
recount_of(const struct recount *r, struct text set)
{
	for (size_t i = 0; i < r->count; i++)
		if (text_equal(rulesets_name(r->sets, i), set))
			return r->capacity[i];
	return NULL;
}

static void
header(struct csvout *w)
{
	static const char *const names[] = {
	    "niveau",	"regio",	 "naam",     "regelset",
	    "hard",	"zacht",	 "onbekend", "zonder_planstatus",
	    "volledig", "alleen_getoond"};
	csvout_numbers(w, "hard zacht onbekend zonder_planstatus");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(w, names[i]);
	csvout_end(w);
}

/* Beside what a set makes of the plans that are shown, what the others have as
 * the register calls them. */
static int64_t
add_rest(const struct stand *s, const struct stand *other, size_t regio,
	 struct stand_row *row, struct buffer *hidden)
{
	struct stand_row own = {0};
	struct maybe all[HARDHEDEN];
	int64_t more;
	stand_row(s, regio, s->frame->years, &own);
	for (int h = 0; h < HARDHEDEN; h++)
		all[h] = own.capacity[h];
	more = whole_put(s->whole, own.regio, own.span, all, hidden);
	stand_row(other, regio, s->frame->years, row);
	for (int h = 0; h < HARDHEDEN; h++)
		row->capacity[h].n += all[h].n - own.capacity[h].n;
	stand_row_free(&own);
	return more;
}

/* As the stand would be by a set: other; s is as the register has it. */
static void
write_row(const struct recount *r, struct csvout *w, const struct stand *s,
	  const struct stand *other, size_t regio, struct text set)
{
	struct stand_row row = {0};
	struct buffer cell = {0}, hidden = {0};
	int64_t silent = add_rest(s, other, regio, &row, &hidden);
	csvout_string(w, row.niveau);
	csvout_text(w, row.regio->code);
	csvout_text(w, row.regio->name);
	csvout_text(w, set);
	for (int h = 0; h < HARDHEDEN; h++)
		if (row.capacity[h].known)
			csvout_num(w, amount_num(row.capacity[h].n));
		else
			csvout_empty(w);
	for (size_t j = 0; j < row.regio->members_count; j++)
		silent += r->silent[row.regio->members[j]];
	if (row.capacity[0].known)
		csvout_num(w, amount_num(silent));
	else
		csvout_empty(w);
	stand_complete(s, &row, &cell);
	csvout_text(w, buffer_view(&cell));
	csvout_text(w, buffer_view(&hidden));
	csvout_end(w);
	buffer_free(&cell);
	buffer_free(&hidden);
	stand_row_free(&row);
}

void
recount_write(const struct recount *r, struct csvout *w, const struct stand *s)
{
	header(w);
	for (size_t i = 0; i < regios_count(s->frame->regios); i++) {
		write_row(r, w, s, s, i, text_of("register"));
		for (size_t j = 0; j < r->count; j++) {
			struct stand other = *s;
			other.capacity = r->capacity[j];
			write_row(r, w, s, &other, i,
				  rulesets_name(r->sets, j));
		}
	}
}
