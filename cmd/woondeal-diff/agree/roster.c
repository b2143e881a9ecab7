#include "agree/roster.h"

#include <stdlib.h>

#include "mem.h"
#include "ground/rule.h"
#include "period.h"
#include "table.h"

enum column { GEMEENTE, DELIVERY, EXPECTED, STATE, COLUMNS };

static const char *const columns[COLUMNS] = {"gemeente", "levering", "verwacht",
					     "stand"};

struct roster {
	struct table *table;
	size_t *last; /* per municipality: its row + 1; 0 is none */
	size_t gemeenten;
};

static int
check_row(const struct table *t, size_t i)
{
	/* vorige: of a delivery before the one that was expected. */
	static const char *const states[] = {"volledig", "gedeeltelijk",
					     "vorige", "niet"};
	const size_t n = sizeof(states) / sizeof(states[0]);
	int32_t day;
	size_t state;
	int date = table_date(t, i, EXPECTED, &day);
	int word = date < 0 ? -1 : table_word(t, i, STATE, states, n, &state);
	if (word < 0)
		return -1;
	if (date == 0)
		return table_fail(t, i, EXPECTED,
				  "'' found, expected a date as 2024-01-01");
	if (word == 0)
		return table_fail(t, i, STATE,
				  "'' found, expected volledig, gedeeltelijk, "
				  "vorige or niet");
	return 0;
}

static int
keep(struct roster *r, const struct frame *k, size_t i)
{
	struct text code = table_cell(r->table, i, GEMEENTE);
	long m = regios_gemeente(k->regios, code);
	if (check_row(r->table, i) != 0)
		return -1;
	if (m < 0)
		return table_fail(r->table, i, GEMEENTE,
				  "'%s' is not in the municipalities file",
				  code.s);
	size_t old = r->last[m];
	if (old == 0) {
		r->last[m] = i + 1;
		return 0;
	}
	int order = text_compare(table_cell(r->table, i, EXPECTED),
				 table_cell(r->table, old - 1, EXPECTED));
	if (order == 0)
		return table_fail(r->table, i, EXPECTED,
				  "the same municipality and date as line %zu",
				  table_line(r->table, old - 1));
	if (order > 0)
		r->last[m] = i + 1;
	return 0;
}

static void
report(const struct roster *r, const struct frame *k)
{
	for (size_t m = 0; m < r->gemeenten; m++) {
		const struct regio *g = regios_gemeente_at(k->regios, m);
		struct finding_place p = {.file = table_name(r->table)};
		if (r->last[m] == 0) {
			rule_add(k->findings, RULE_NOT_IN_ROSTER, &p,
				 TEXTS(g->code, g->name));
			continue;
		}
		size_t i = r->last[m] - 1;
		struct text state = table_cell(r->table, i, STATE);
		p.row = table_line(r->table, i);
		if (!text_is(state, "volledig"))
			rule_add(k->findings, RULE_ROSTER, &p,
				 TEXTS(g->code,
				       table_cell(r->table, i, DELIVERY),
				       state));
	}
}

struct roster *
roster_load(struct frame *k, const char *path)
{
	struct roster *r = mem_new(struct roster);
	r->gemeenten = regios_gemeenten(k->regios);
	r->last = mem_array(r->gemeenten + 1, sizeof(*r->last));
	r->table = table_load(path, columns, COLUMNS);
	bool fine = r->table;
	for (size_t i = 0; fine && i < table_rows(r->table); i++)
		fine = keep(r, k, i) == 0;
	if (!fine) {
		roster_free(r);
		return NULL;
	}
	report(r, k);
	return r;
}

void
roster_free(struct roster *r)
{
	if (!r)
		return;
	table_free(r->table);
	free(r->last);
	free(r);
}

bool
roster_complete(const struct roster *r, size_t m)
{
	if (!r || r->last[m] == 0)
		return true;
	return text_is(table_cell(r->table, r->last[m] - 1, STATE), "volledig");
}
