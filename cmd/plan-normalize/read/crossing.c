#include "read/crossing.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* What a sum is of: one partition of the column's kind, or none. */
static struct kind
kind_of(const struct kind *k, unsigned which)
{
	struct kind s = {.soort = k->soort,
			 .soorten = k->soorten,
			 .netto = k->netto,
			 .dimensie = text_of("totaal"),
			 .categorie = text_of(""),
			 .dimensie2 = text_of(""),
			 .categorie2 = text_of(""),
			 .hardheid = k->hardheid};

	if (which == 1) {
		s.part = k->part;
		s.dimensie = k->dimensie;
		s.categorie = k->categorie;
	} else if (which == 2) {
		s.part = k->part2;
		s.dimensie = k->dimensie2;
		s.categorie = k->categorie2;
	}
	return s;
}

static bool
same(const struct bound_column *c, const struct kind *k, struct years y)
{
	return c->kind->soort == k->soort && kind_same_part(c->kind, k) &&
	       text_equal(c->kind->hardheid, k->hardheid) &&
	       c->years.from == y.from && c->years.to == y.to;
}

/* The place of the sum, made when it is new. */
static size_t
sum_place(struct binding *b, size_t first, const struct bound_column *c,
	  unsigned which)
{
	struct kind k = kind_of(c->kind, which);
	struct bound_column *s;
	size_t i = first;

	while (i < b->column_count && !same(&b->columns[i], &k, c->years))
		i++;
	s = &b->columns[i];
	if (i == b->column_count) {
		b->column_count++;
		b->kinds[i - first] = k;
		*s = (struct bound_column){.column = c->column,
					   .kind = &b->kinds[i - first],
					   .years = c->years,
					   .told = c->told,
					   .sum = true};
	}
	s->told = s->told && c->told;
	s->last = c->column;
	return i;
}

/* Another column of the same sum. */
static bool
has_sibling(const struct binding *b, size_t n, const struct bound_column *c)
{
	for (size_t i = 0; i < n; i++) {
		const struct bound_column *o = &b->columns[i];

		if (o != c && !o->check && o->kind->som &&
		    same(o, c->kind, c->years))
			return true;
	}
	return false;
}

static bool
is_part(const struct binding *b, size_t n, const struct bound_column *c)
{
	if (c->check)
		return false;
	return c->told || c->kind->part2 || c->kind->price.given ||
	       (c->kind->som && has_sibling(b, n, c));
}

/* A column of dwellings to be built in known years. */
static bool
has_years(const struct binding *b)
{
	for (size_t i = 0; i < b->column_count; i++) {
		const struct bound_column *c = &b->columns[i];

		if (!c->check && c->kind->soort == SOORT_BOUW &&
		    c->kind->part == 0 && years_given(c->years))
			return true;
	}
	return false;
}

int
crossing_bind(struct binding *b)
{
	const struct field_rule *r = &b->layout->fields[FIELD_CATEGORIE];
	size_t n = b->column_count, parts = 0;
	bool dated;

	for (size_t i = 0; i < n; i++)
		parts += is_part(b, n, &b->columns[i]);
	if (!parts)
		return 0;
	if (r->given)
		return -1;
	dated = has_years(b);
	b->columns = mem_resize(b->columns, n + 3 * parts, sizeof(*b->columns));
	b->kinds = mem_array(3 * parts, sizeof(*b->kinds));
	for (size_t i = 0; i < n; i++) {
		struct bound_column *c = &b->columns[i];

		if (!is_part(b, n, c))
			continue;
		if (c->kind->part2)
			c->into[c->into_count++] = sum_place(b, n, c, 0);
		c->into[c->into_count++] =
		    sum_place(b, n, c, c->kind->part ? 1 : 0);
		if (c->kind->part2)
			c->into[c->into_count++] = sum_place(b, n, c, 2);
	}
	for (size_t i = n; i < b->column_count; i++)
		b->columns[i].quiet =
		    dated && !years_given(b->columns[i].years);
	return 0;
}

/* A sum with an estimate in it is one. */
static bool
add_bounds(struct amount *s, struct bounds *b, const struct amount *part)
{
	struct bounds exact = {part->value, part->value};
	const struct bounds *p = part->bounds ? part->bounds : &exact;

	if (!s->bounds && !part->bounds)
		return true;
	if (!s->bounds)
		*b = (struct bounds){s->value, s->value};
	s->bounds = b;
	if (part->bounds && s->herkomst != HERKOMST_BEREIK)
		s->herkomst = part->herkomst;
	return num_add(b->low, p->low, &b->low) &&
	       num_add(b->high, p->high, &b->high);
}

bool
crossing_tells(const struct bound_column *c, const struct kind *sum,
	       const unsigned told[SOORT_COUNT])
{
	return !c->kind->part2 || told[c->kind->soort] >> sum->part & 1;
}

bool
crossing_add(struct amount *list, struct bounds *bounds, size_t i,
	     const unsigned told[SOORT_COUNT])
{
	const struct bound_column *c = list[i].column;

	for (size_t k = 0; k < c->into_count; k++) {
		struct amount *s = &list[c->into[k]];

		if (!crossing_tells(c, s->column->kind, told))
			continue;
		if (!s->given)
			s->herkomst = HERKOMST_AFGELEID;
		if (!add_bounds(s, &bounds[c->into[k]], &list[i]) ||
		    !num_add(s->value, list[i].value, &s->value))
			return false;
		s->given = true;
	}
	return true;
}

void
crossing_say(struct amount *list, size_t i)
{
	const struct bound_column *c = list[i].column;
	enum herkomst how = list[i].herkomst;

	for (size_t k = 0; k < c->into_count; k++) {
		struct amount *s = &list[c->into[k]];

		if (s->given)
			continue;
		if (!s->said || how == HERKOMST_ONBEKEND)
			s->herkomst = how;
		else if (s->herkomst != HERKOMST_ONBEKEND && s->herkomst != how)
			s->herkomst = HERKOMST_LEEG;
		s->said = true;
	}
}
