#include "join.h"
#include "num.h"
#include "rules.h"

/* What is being added up for one deal or province. */
struct total {
	size_t indicator, place, period;
	struct num top, bottom; /* sum of values (times weight); of weights */
	int decimals;
	enum status status;
	enum reden reden;
	size_t tabel;
	bool any;
};

static void
find_fault(struct join *j, enum rule rule, const struct total *t, struct num v)
{
	struct finding_place p = {0};
	char buf[NUM_TEXT];
	struct text args[2] = {join_key(j, t->indicator, t->place, t->period),
			       num_format(v, buf)};

	p.name = text_of("waarde");
	finding_add(j->findings, &rules[rule], &p, args, 2);
}

/* "A|B" when municipalities come from different tables. */
static void
add_table(struct join *j, struct total *t, size_t tabel)
{
	struct text parts[2], rest, part;

	if (!t->any || t->tabel == tabel) {
		t->tabel = t->any ? t->tabel : tabel;
		t->any = true;
		return;
	}
	parts[0] = join_table_name(j, t->tabel);
	parts[1] = join_table_name(j, tabel);
	rest = parts[0];
	while (text_split(&rest, '|', &part))
		if (text_equal(part, parts[1]))
			return;
	t->tabel = join_table(j, buffer_join(&j->table_key, parts, 2));
}

/* Counts a cell in; false when it has no value. */
static bool
meet(struct total *t, const struct cell *c)
{
	enum reden reden = c ? (enum reden)c->reden : REDEN_NIET_GELEVERD;

	if (reden > t->reden)
		t->reden = reden;
	if (c && c->status > t->status)
		t->status = (enum status)c->status;
	return cell_has(c);
}

static bool
add_weighted(struct join *j, struct total *t, const struct cell *c,
	     const struct cell *w)
{
	struct num product;

	if (cell_num(w).units < 0) {
		t->reden = REDEN_ONBEKEND;
		find_fault(j, RULE_WEIGHT, t, cell_num(w));
		return true;
	}
	return num_multiply(cell_num(c), cell_num(w), &product) &&
	       num_add(t->top, product, &t->top) &&
	       num_add(t->bottom, cell_num(w), &t->bottom);
}

/* Adds one municipality; false when the digits run out. */
static bool
add_member(struct join *j, struct total *t, const struct indicator *x,
	   const struct cell *c, const struct cell *w)
{
	bool weighted = x->weging == WEGING_GEWICHT;
	bool has = meet(t, c);

	if (weighted && !meet(t, w))
		return true;
	if (!has)
		return true;
	add_table(j, t, c->tabel);
	if (c->decimals > t->decimals)
		t->decimals = c->decimals;
	if (weighted)
		return add_weighted(j, t, c, w);
	return num_add(t->top, cell_num(c), &t->top);
}

/* The value of the total, or why it has none. */
static void
conclude(struct join *j, struct total *t, const struct indicator *x,
	 struct cell *out)
{
	struct num v = t->top;

	if (t->reden == REDEN_NONE && x->weging == WEGING_GEWICHT) {
		t->decimals = x->decimalen;
		if (t->bottom.units == 0)
			t->reden = REDEN_ONMOGELIJK;
		else if (!num_divide(t->top, t->bottom, x->decimalen,
				     NUM_HALF_AWAY, &v)) {
			find_fault(j, RULE_DIGITS, t, t->top);
			t->reden = REDEN_ONBEKEND;
		}
	}
	cell_set(out, v, t->decimals);
	out->kind = CELL_COMPUTED;
	out->status = (uint8_t)t->status;
	out->reden = (uint8_t)t->reden;
	out->tabel = (uint16_t)t->tabel;
}

static void
compute(struct join *j, struct total *t)
{
	const struct place *p = places_at(j->places, t->place);
	const struct indicator *x = catalogue_at(j->catalogue, t->indicator);
	const struct cell *c, *w = NULL;

	for (size_t i = 0; i < p->member_count; i++) {
		c = store_get(j->store, t->indicator, t->period, p->members[i]);
		if (x->weging == WEGING_GEWICHT)
			w = store_get(j->store, x->weight, t->period,
				      p->members[i]);
		if (!add_member(j, t, x, c, w)) {
			find_fault(j, RULE_DIGITS, t, t->top);
			t->reden = REDEN_ONBEKEND;
			break;
		}
	}
	if (!t->any) /* nothing was added: no table to name */
		t->tabel = join_table(
		    j, catalogue_selection(j->catalogue, t->indicator)->tabel);
	conclude(j, t, x,
		 store_cell(j->store, t->indicator, t->period, t->place));
}

void
join_aggregate(struct join *j, size_t indicator)
{
	const struct indicator *x = catalogue_at(j->catalogue, indicator);
	size_t grid = places_grid(j->places);

	if (x->weging == WEGING_GEEN)
		return;
	for (size_t i = 0; i < grid * periods_count(j->periods); i++) {
		struct total t = {0};

		t.indicator = indicator;
		t.place = i % grid;
		t.period = i / grid;
		if (places_at(j->places, t.place)->member_count == 0 ||
		    !store_has(j->store, indicator, t.period) ||
		    store_get(j->store, indicator, t.period, t.place))
			continue;
		compute(j, &t);
	}
}
