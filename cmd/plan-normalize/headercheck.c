#include "headercheck.h"

#include "pattern.h"

/* Periods, which stay what they are. */
static void
tell_buckets(const struct binding *b, struct report *r)
{
	for (size_t i = 0; i < b->column_count; i++) {
		const struct bound_column *c = &b->columns[i];

		if (!c->check && c->years.from && c->years.to > c->years.from)
			report_column(r, RULE_BUCKET, c->column, text_of(""));
	}
}

/* Columns that nobody reads; worse when one may hold dwellings of a year. */
static void
tell_unread(const struct binding *b, struct report *r)
{
	struct years y;

	for (size_t i = 0; i < b->unread_count; i++) {
		size_t at = b->unread[i];
		bool year = pattern_match(text_of("*{jaar}*"),
					  r->header->folded[at], &y);

		report_column(r, year ? RULE_YEAR_COLUMN : RULE_COLUMN, at,
			      text_of(""));
	}
}

/* Price classes that have no name by the limits of the year. */
static void
tell_prices(const struct binding *b, struct report *r)
{
	for (size_t i = 0; i < b->column_count; i++) {
		const struct bound_column *c = &b->columns[i];

		if (c->kind->price_fault != PRICE_FITS)
			report_column(r, rule_of_price(c->kind), c->column,
				      r->price_year);
	}
}

void
headercheck(const struct binding *b, struct report *r)
{
	tell_buckets(b, r);
	tell_unread(b, r);
	tell_prices(b, r);
}
