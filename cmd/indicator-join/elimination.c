#include <stdint.h>
#include <stdlib.h>

#include "mem.h"
#include "secrets.h"

/* Deals and provinces that overlap say together what none of them says
 * alone: their equations over the hidden values, solved by elimination. In
 * numbers modulo a prime: which values follow is asked for, not what they are,
 * and where they are counts these are small. */
#define PRIME UINT64_C(2147483647)

struct system {
	uint64_t *cells; /* row by row; the last of each what it comes to */
	size_t rows, columns;
	size_t *places; /* the hidden place of a column */
};

static uint64_t *
row_of(const struct system *m, size_t row)
{
	return m->cells + row * (m->columns + 1);
}

static uint64_t
inverse(uint64_t a)
{
	uint64_t result = 1;

	for (uint64_t n = PRIME - 2; n; n >>= 1) {
		if (n & 1)
			result = result * a % PRIME;
		a = a * a % PRIME;
	}
	return result;
}

static void
swap_rows(struct system *m, size_t a, size_t b)
{
	for (size_t k = 0; k <= m->columns; k++) {
		uint64_t x = row_of(m, a)[k];

		row_of(m, a)[k] = row_of(m, b)[k];
		row_of(m, b)[k] = x;
	}
}

/* Takes `row` off all others, so often that they have 0 in this column. */
static void
clear_column(struct system *m, size_t row, size_t column)
{
	uint64_t *pivot = row_of(m, row), by = inverse(pivot[column]);

	for (size_t k = 0; k <= m->columns; k++)
		pivot[k] = pivot[k] * by % PRIME;
	for (size_t i = 0; i < m->rows; i++) {
		uint64_t *other = row_of(m, i), times = other[column];

		if (i == row || times == 0)
			continue;
		for (size_t k = 0; k <= m->columns; k++)
			other[k] =
			    (other[k] + (PRIME - times) * pivot[k]) % PRIME;
	}
}

static void
reduce(struct system *m)
{
	size_t row = 0;

	for (size_t c = 0; c < m->columns && row < m->rows; c++) {
		size_t at = row;

		while (at < m->rows && row_of(m, at)[c] == 0)
			at++;
		if (at == m->rows)
			continue;
		swap_rows(m, row, at);
		clear_column(m, row++, c);
	}
}

/* A row that is about one value alone gives it away; one that adds up so many
 * counts to no more than their number, all of them. */
static bool
gives_away(const struct system *m, size_t row, bool counts, size_t *which)
{
	const uint64_t *cells = row_of(m, row);
	size_t n = 0, ones = 0;

	for (size_t k = 0; k < m->columns; k++) {
		if (cells[k] == 0)
			continue;
		n++;
		ones += cells[k] == 1;
		*which = m->places[k];
	}
	return n == 1 ||
	       (n > 0 && counts && ones == n && cells[m->columns] <= n);
}

static uint64_t
modulo(const struct num *v)
{
	int64_t rest = v->units % (int64_t)PRIME;

	return (uint64_t)(rest < 0 ? rest + (int64_t)PRIME : rest);
}

static void
fill(const struct secrets *s, struct system *m)
{
	size_t *column = mem_array(s->count + 1, sizeof(*column));

	for (size_t k = 0; k < m->columns; k++)
		column[m->places[k]] = k + 1;
	for (size_t i = 0; i < s->count; i++) {
		const struct place *p = places_at(s->places, i);
		uint64_t *row = row_of(m, m->rows);

		if (p->member_count == 0 || !s->at[i].has)
			continue;
		if (column[i])
			row[column[i] - 1] = PRIME - 1;
		else
			row[m->columns] = modulo(&s->at[i].value);
		for (size_t k = 0; k < p->member_count; k++) {
			size_t member = p->members[k];

			if (column[member])
				row[column[member] - 1] = 1;
			else
				row[m->columns] =
				    (row[m->columns] + PRIME -
				     modulo(&s->at[member].value)) %
				    PRIME;
		}
		m->rows++;
	}
	free(column);
}

bool
secrets_eliminate(const struct secrets *s, size_t *which)
{
	struct system m = {0};
	size_t totals = 0;
	bool found = false;

	m.places = mem_array(s->count + 1, sizeof(*m.places));
	/* Totals are after the municipalities and are to go first, so that
	 * what remains adds up municipalities. */
	for (size_t i = s->count; i-- > 0;) {
		totals += secrets_is_total(s, i);
		if (s->at[i].hidden)
			m.places[m.columns++] = i;
	}
	m.cells = mem_array(totals * (m.columns + 1) + 1, sizeof(*m.cells));
	fill(s, &m);
	reduce(&m);
	for (size_t i = 0; i < m.rows && !found; i++)
		found = gives_away(&m, i, s->bounded, which);
	free(m.places);
	free(m.cells);
	return found;
}
