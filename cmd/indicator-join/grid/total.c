#include "tables/key.h"
#include "grid/total.h"

#include "tables/rule.h"

static void
find_fault(struct join *j, enum rule rule, const struct total *t, struct num v)
{
	struct finding_place p = {0};
	char buf[NUM_TEXT];
	struct text args[2] = {join_key(j, t->series, t->place, t->period),
			       num_format(v, buf)};

	p.name = text_of("waarde");
	finding_add(j->findings, &rules[rule], &p, args, 2);
}

size_t
total_tables(struct join *j, size_t a, size_t b)
{
	struct text parts[2] = {join_table_name(j, a), join_table_name(j, b)};
	struct text rest = parts[0], part;

	while (text_split(&rest, '|', &part))
		if (text_equal(part, parts[1]))
			return a;
	return join_table(j, key_join(&j->table_key, parts, 2));
}

/* "A|B" when municipalities come from different tables. */
static void
add_table(struct join *j, struct total *t, size_t tabel)
{
	t->tabel = t->any ? total_tables(j, t->tabel, tabel) : tabel;
	t->any = true;
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
	     const struct cell *w, struct num share)
{
	struct num product, weight;

	if (cell_num(w).units < 0) {
		t->reden = REDEN_ONBEKEND;
		find_fault(j, RULE_WEIGHT, t, cell_num(w));
		return true;
	}
	return num_multiply(cell_num(w), share, &weight) &&
	       num_multiply(cell_num(c), weight, &product) &&
	       num_add(t->top, product, &t->top) &&
	       num_add(t->bottom, weight, &t->bottom);
}

void
total_add(struct join *j, struct total *t, const struct cell *c,
	  const struct cell *w, struct num share)
{
	bool weighted = t->weging == WEGING_GEWICHT;
	bool has = meet(t, c), weighs = !weighted || meet(t, w), fits;
	struct num part;

	if (!has || !weighs || t->over)
		return;
	add_table(j, t, c->tabel);
	if (c->decimals > t->decimals)
		t->decimals = c->decimals;
	if (num_compare(share, num_of(1)) != 0)
		t->shared = true;
	if (weighted)
		fits = add_weighted(j, t, c, w, share);
	else
		fits = num_multiply(cell_num(c), share, &part) &&
		       num_add(t->top, part, &t->top);
	t->over = !fits;
}

void
total_refuse(struct join *j, struct total *t, const struct cell *c)
{
	if (c && meet(t, c))
		add_table(j, t, c->tabel);
	if (t->reden < REDEN_NVT)
		t->reden = REDEN_NVT;
}

/* What the sums come to; false when it does not fit its digits. */
static bool
divide(struct total *t, struct num *v)
{
	*v = t->top;
	if (t->over)
		return false;
	if (t->weging == WEGING_GEWICHT) {
		t->decimals = t->decimalen;
		return num_divide(t->top, t->bottom, t->decimalen,
				  NUM_HALF_AWAY, v);
	}
	if (!t->shared)
		return true;
	t->decimals = t->decimalen;
	return num_round(t->top, t->decimalen, NUM_HALF_AWAY, v);
}

struct cell
total_cell(struct join *j, struct total *t)
{
	struct cell out = {0};
	struct num v = {0};

	if (t->reden == REDEN_NONE && !t->over && t->weging == WEGING_GEWICHT &&
	    t->bottom.units == 0)
		t->reden = REDEN_ONMOGELIJK;
	if (t->reden == REDEN_NONE && !divide(t, &v)) {
		find_fault(j, RULE_DIGITS, t, t->top);
		t->reden = REDEN_ONBEKEND;
	}
	if (!t->any) /* nothing was added: no table to name */
		t->tabel = join_table(
		    j, catalogue_selection(j->catalogue, t->series)->tabel);
	cell_set(&out, v, t->decimals);
	out.kind = CELL_COMPUTED;
	out.status = (uint8_t)t->status;
	out.reden = (uint8_t)t->reden;
	out.tabel = (uint16_t)t->tabel;
	return out;
}
