#include "place.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "column.h"
#include "mem.h"

void
rows_add(struct rows *r, struct row *row)
{
	enum dimensie d = row->dimensie;

	r->list[d] = mem_grow(r->list[d], &r->cap[d], r->count[d] + 1,
			      sizeof(struct row *));
	r->list[d][r->count[d]++] = row;
}

void
rows_clear(struct rows *r)
{
	memset(r->count, 0, sizeof(r->count));
}

void
rows_free(struct rows *r)
{
	for (size_t d = 0; d < DIMENSIE_COUNT; d++)
		free(r->list[d]);
}

/* The words of a layout for what a row's number is. */
static void
add_kind(struct buffer *b, const struct row *r)
{
	buffer_string(b, "eigen_aantal:");
	buffer_string(b, r->soort == SOORT_SLOOP	   ? "sloop"
			 : r->given && r->aantal.units < 0 ? "netto"
							   : "bouw");
	if (r->dimensie != DIMENSIE_TOTAAL) {
		buffer_char(b, '|');
		buffer_add(b, r->field[REGISTER_DIMENSIE]);
		buffer_char(b, ':');
		buffer_add(b, r->field[REGISTER_CATEGORIE]);
	}
	if (r->own_hardheid) {
		buffer_string(b, "|hardheid:");
		buffer_add(b, r->field[REGISTER_HARDHEID]);
	}
}

/* Into a column of our own: "ca. 40 (36 tot 44)". */
static int
place_own(struct place *p, const struct row *r)
{
	struct buffer kind = {0}, says = {0};
	bool circa = text_is(r->field[REGISTER_HERKOMST], "circa");

	add_kind(&kind, r);
	if (r->field[REGISTER_AANTAL_LAAG].n && circa)
		buffer_string(&says, "ca. ");
	buffer_add(&says, r->field[REGISTER_AANTAL]);
	if (r->field[REGISTER_AANTAL_LAAG].n)
		buffer_printf(&says, " (%s tot %s)",
			      r->field[REGISTER_AANTAL_LAAG].s,
			      r->field[REGISTER_AANTAL_HOOG].s);
	record_set(p->record, columns_place(p->columns, buffer_view(&kind)),
		   buffer_view(&says));
	buffer_free(&kind);
	buffer_free(&says);
	p->own++;
	p->own_all |= r->dimensie == DIMENSIE_TOTAAL;
	p->own_type |= r->dimensie == DIMENSIE_WONINGTYPE;
	p->own_price |= r->dimensie == DIMENSIE_BETAALBAARHEID;
	if (r->soort == SOORT_BOUW && r->dimensie == DIMENSIE_TOTAAL &&
	    r->given)
		return sum_add(&p->own_dwellings, r->aantal);
	return 0;
}

static int
place_all(struct place *p, const struct rows *rows, enum dimensie d)
{
	for (size_t i = 0; i < rows->count[d]; i++)
		if (place_own(p, rows->list[d][i]) < 0)
			return -1;
	return 0;
}

static bool
is_national(const struct row *r)
{
	return r->national && !r->own_hardheid;
}

/* The partition can stand in national cells: all of it, and it adds up. */
static bool
adds_up(const struct rows *rows, enum dimensie d, const struct row *total)
{
	struct sum sum = {0};

	if (!total || !total->given || !rows->count[d] ||
	    (d != DIMENSIE_WONINGTYPE && d != DIMENSIE_BETAALBAARHEID))
		return false;
	for (size_t i = 0; i < rows->count[d]; i++)
		if (!is_national(rows->list[d][i]) ||
		    sum_add(&sum, rows->list[d][i]->aantal) < 0)
			return false;
	return sum_compare(sum, sum_of(total->aantal)) == 0;
}

/* How many of a partition are not nil, and the first of these, or of all, by
 * its name: that of the cells of the other partition. */
static size_t
count_of(const struct rows *rows, enum dimensie d, const char *const *names,
	 int *first)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->count[d]; i++)
		n += rows->list[d][i]->aantal.units > 0;
	*first = -1;
	for (size_t i = 0; i < rows->count[d]; i++) {
		const struct row *r = rows->list[d][i];

		if (n && r->aantal.units <= 0)
			continue;
		if (*first < 0 || strcmp(names[r->at], names[*first]) < 0)
			*first = r->at;
	}
	return n;
}

static void
set_cell(struct place *p, int type, int price, const struct row *r, bool over)
{
	size_t at = p->base + (size_t)(type * PRICES + price);

	if (over || !record_get(p->record, at).n)
		record_set(p->record, at, r->field[REGISTER_AANTAL]);
}

/* The tables cross types with prices, the register does not: where a plan has
 * several of both, the types go into our own columns. */
static int
cross(struct place *p, const struct rows *rows, const struct row *total,
      bool types, bool prices)
{
	const enum dimensie t = DIMENSIE_WONINGTYPE;
	const enum dimensie b = DIMENSIE_BETAALBAARHEID;
	int type = -1, price = -1;
	size_t nt = types ? count_of(rows, t, column_types, &type) : 0;
	size_t nb = prices ? count_of(rows, b, column_prices, &price) : 0;

	if (types && prices && nt > 1 && nb > 1) {
		if (place_all(p, rows, t) < 0)
			return -1;
		types = false;
		type = -1;
		nt = 0;
	}
	type = type < 0 ? TYPE_ONBEKEND : type;
	price = price < 0 ? PRICE_ONBEKEND : price;
	if (!types && !prices)
		set_cell(p, type, price, total, true);
	for (size_t i = 0; types && i < rows->count[t]; i++)
		set_cell(p, rows->list[t][i]->at, price, rows->list[t][i],
			 true);
	for (size_t i = 0; prices && i < rows->count[b]; i++)
		set_cell(p, type, rows->list[b][i]->at, rows->list[b][i],
			 nt < 2);
	p->told[t] = types;
	p->told[b] = prices;
	return 0;
}

static int
place_national(struct place *p, const struct rows *rows)
{
	const struct row *total = rows->count[DIMENSIE_TOTAAL]
				      ? rows->list[DIMENSIE_TOTAAL][0]
				      : NULL;
	bool fits[DIMENSIE_COUNT] = {false};

	if (total &&
	    (rows->count[DIMENSIE_TOTAAL] > 1 || !is_national(total))) {
		if (place_all(p, rows, DIMENSIE_TOTAAL) < 0)
			return -1;
		total = NULL;
	}
	for (int d = DIMENSIE_TOTAAL + 1; d < DIMENSIE_COUNT; d++) {
		fits[d] = adds_up(rows, (enum dimensie)d, total);
		if (!fits[d] && place_all(p, rows, (enum dimensie)d) < 0)
			return -1;
	}
	p->told[DIMENSIE_TOTAAL] = total != NULL;
	if (!total || !total->given)
		return 0;
	return cross(p, rows, total, fits[DIMENSIE_WONINGTYPE],
		     fits[DIMENSIE_BETAALBAARHEID]);
}

/* A record that no national cell is for: only that there is no number. */
static int
place_beside(struct place *p, const struct rows *rows)
{
	for (int d = 0; d < DIMENSIE_COUNT; d++)
		for (size_t i = 0; i < rows->count[d]; i++) {
			if (!rows->list[d][i]->given) {
				p->told[d] = true;
				p->national++;
			} else if (place_own(p, rows->list[d][i]) < 0) {
				return -1;
			}
		}
	return 0;
}

int
place_rows(struct place *p, const struct rows *rows, bool open)
{
	memset(p->told, 0, sizeof(p->told));
	if (!open)
		return place_beside(p, rows);
	if (place_national(p, rows) < 0)
		return -1;
	for (int d = 0; d < DIMENSIE_COUNT; d++)
		if (p->told[d])
			p->national += rows->count[d];
	return 0;
}
