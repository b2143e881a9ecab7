/* The columns of the stand, each one line {name, unit, put, formula}: header,
 * rows, --explain and --beweringen follow from it, and tests hold the schemas
 * and the manual against it. Behind them numbers that only --beweringen knows:
 * they have no put. */
#ifndef COLUMNS_H
#define COLUMNS_H

#include <stdbool.h>

#include "buffer.h"
#include "csvout.h"
#include "stand/band.h"
#include "stand/stand.h"

/* How often each counts: 1, -1 or 0. */
struct terms {
	int opgave;
	int growth; /* or that part of growth which the formula is about */
	int capacity[HARDHEDEN];
};

/* What a cell is made of. */
enum formula_kind {
	FORMULA_NONE, /* a key, or a number that --explain does not know */
	FORMULA_REASON,
	FORMULA_GROWTH,	  /* a word about growth */
	FORMULA_TARGETS,  /* a word about targets */
	FORMULA_COMPLETE, /* who is not complete */
	FORMULA_NUMBERS,  /* from here on: numbers */
	FORMULA_AMOUNT = FORMULA_NUMBERS,
	FORMULA_CUM,	      /* from the first year of the stand on */
	FORMULA_PERCENT,      /* of another sum */
	FORMULA_SHARE,	      /* in percent of the same sum of the province */
	FORMULA_PER_YEAR,     /* divided by the years */
	FORMULA_PROPORTIONAL, /* all years' sum, divided evenly */
	FORMULA_YEARS,	  /* how many years it is about, in the stand or not */
	FORMULA_GEMEENTE, /* no number: which municipality lies in it */
	/* Numbers that --figures has not. */
	FORMULA_BESIDE,	  /* plans of these years less their target */
	FORMULA_SEGMENT,  /* a category of plans, of all of them */
	FORMULA_OBSERVED, /* of the observations */
	FORMULA_DATES	  /* no number: when the plans were delivered */
};

struct formula {
	enum formula_kind kind;
	enum subject part;
	struct terms numerator;
	struct terms denominator;
};

/* A row, with its band where that was asked for. */
struct standing {
	const struct stand *stand;
	const struct stand_row *row;
	const struct band_range *band;
};

struct column {
	const char *name;
	const char *unit; /* of a number; empty for a word */
	/* Appends the cell; nothing where it is empty. */
	void (*put)(struct buffer *out, const struct standing *s,
		    const struct column *self);
	struct formula formula;
	size_t place; /* of its number in a stand_row, for put */
	enum { ALWAYS, WITH_NORM, WITH_BAND } when;
};

/* All of them, in the order of the output. */
size_t columns_count(void);
const struct column *columns_at(size_t i);
/* Names that --explain knows, or those that --beweringen does. */
enum column_use { FOR_EXPLAIN, FOR_CLAIMS };
/* NULL when there is none. */
const struct column *column_find(struct text name, enum column_use use);
/* The one of this name, whatever it is for; NULL when there is none. */
const struct column *column_named(struct text name);
/* The one that is just this sum, or NULL. */
const struct column *column_of(const struct terms *s);
/* All names, joined by ", ". */
void column_names(struct buffer *out, enum column_use use);
/* The nearest name, or NULL. */
const char *column_nearest(struct text name, enum column_use use);

/* The header, and all rows; s: with its norm and band, if any. */
void columns_header(struct csvout *w, const struct stand *s);
void columns_write(struct csvout *w, const struct stand *s);

bool formula_capacity(const struct formula *f);
bool formula_growth(const struct formula *f);
/* The sum for a row; not known when any part of it is not. Before anything
 * could grow, growth beside a target of all years is 0. */
struct maybe formula_sum(const struct formula *f, const struct terms *s,
			 const struct frame *k, const struct stand_row *r);

#endif
