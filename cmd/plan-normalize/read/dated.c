#include "read/dated.h"

#include "ground/day.h"
#include "diag.h"

/* Along the columns of one field, in the order of the layout. */
struct walk {
	const struct dated *d;
	const struct bound_date *last; /* the one with the latest day */
	int32_t day;
	const struct bound_date *now; /* of those that have come, the same */
	int32_t now_day;
	struct text first; /* a day, and its column, for what is to come */
	size_t first_column;
	bool told;
};

static void
judge(const struct walk *w, enum rule rule, size_t column, struct text cell,
      struct text extra)
{
	report_add(w->d->report, rule, (long)column, cell, extra);
}

/* The words come one after the other, and so should their days. */
static void
check_order(struct walk *w, const struct bound_date *b, struct text cell,
	    int32_t day)
{
	if (!w->last || w->told || day > w->day)
		return;
	judge(w, day == w->day ? RULE_SAME_DAY : RULE_DAY_ORDER, b->column,
	      cell, w->last->rule->word);
	w->told = true;
}

static void
take_cell(struct walk *w, const struct bound_date *b, struct text cell)
{
	int32_t day;

	if (!day_read(cell, &day)) {
		judge(w, RULE_NO_DAY, b->column, cell, text_of(""));
		return;
	}
	if (!w->first.n) {
		w->first = cell;
		w->first_column = b->column;
	}
	check_order(w, b, cell, day);
	if (!w->last || day >= w->day) {
		w->last = b;
		w->day = day;
	}
	if (day <= w->d->until && (!w->now || day >= w->now_day)) {
		w->now = b;
		w->now_day = day;
	}
}

int
dated_check(const struct layout *l, struct text peildatum)
{
	if (!l->date_count || peildatum.n)
		return 0;
	return diag_fail("%s has dates for planstatus or projectfase: "
			 "--peildatum is needed",
			 l->path);
}

struct text
dated_read(const struct dated *d, const struct csvin *in, enum field f)
{
	struct walk w = {.d = d, .first = {"", 0}};
	const struct binding *b = d->binding;
	long column = NO_COLUMN;
	struct text cell;

	for (size_t i = 0; i < b->date_count; i++) {
		if (b->dates[i].rule->field != f)
			continue;
		if (column < 0)
			column = (long)b->dates[i].column;
		cell = text_trim(csvin_field(in, b->dates[i].column));
		if (cell.n)
			take_cell(&w, &b->dates[i], cell);
	}
	if (w.now)
		return w.now->rule->word;
	if (w.first.n) {
		judge(&w, RULE_NOT_YET, w.first_column, w.first, d->peildatum);
		return text_of("onbekend");
	}
	if (f == FIELD_PLANSTATUS && !d->report->error)
		report_add(d->report, RULE_NO_STATUS, column, text_of(""),
			   text_of(""));
	return text_of("");
}
