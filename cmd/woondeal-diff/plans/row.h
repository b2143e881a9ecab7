/* One record of a plan register: its fields, and what they mean. */
#ifndef PLAN_ROW_H
#define PLAN_ROW_H

#include <stdbool.h>

#include "plans/capacity.h"
#include "csvin.h"
#include "ground/frame.h"
#include "ground/rule.h"

enum plan_column {
	PLAN_GEMEENTE,
	PLAN_HARDHEID,
	PLAN_FROM,
	PLAN_TO,
	PLAN_KIND,
	PLAN_DIMENSION,
	PLAN_AMOUNT,
	PLAN_PEILDATUM,
	PLAN_DELIVERY,
	/* The others may be absent. */
	PLAN_COUNTING, /* rest */
	PLAN_ORIGIN,
	PLAN_LOW,
	PLAN_HIGH,
	PLAN_COLUMNS
};

/* The current record of r. */
struct plan_row {
	struct frame *frame;
	const struct csvin *r;
	const char *file; /* as the user named it; lives on */
	long column[PLAN_COLUMNS];
	long trait[TRAITS]; /* -1: not asked for */
};

/* Reads the header and finds the columns, those of traits in use too. 0,
 * or -1 with the message given. */
int plan_row_header(struct plan_row *l, struct csvin *r,
		    const bool uses[TRAITS]);
/* A view into the record. */
struct text plan_row_field(const struct plan_row *l, enum plan_column k);
/* A finding about a field. */
void plan_row_report(const struct plan_row *l, enum rule rule,
		     enum plan_column k, const struct text *args, size_t count);

enum plan_verdict {
	PLAN_COUNTS,	 /* *a is filled, but for its municipality */
	PLAN_COUNTS_NOT, /* realised, nvt, or a status that does not count */
	PLAN_EMPTY,	 /* would count, but its amount is empty or onbekend */
	PLAN_WRONG	 /* refused, with a finding */
};

/* What a record of dimensie totaal says. */
enum plan_verdict plan_row_parse(const struct plan_row *l,
				 struct plan_amount *a);

#endif
