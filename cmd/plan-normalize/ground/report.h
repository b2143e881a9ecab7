/* Findings about the record being read: where it stands is known here, so
 * that who judges a value says only what and in which column. */
#ifndef REPORT_H
#define REPORT_H

#include <stdbool.h>

#include "csvin.h"
#include "finding.h"
#include "ground/rule.h"

#define NO_COLUMN (-1L)

struct repeats;

struct report {
	struct findings *findings;
	const char *file; /* as the user named it */
	const struct csvin *in;
	const struct text *names; /* of the columns */
	size_t header;		  /* the record of the header */
	struct text price_year;	  /* by whose limits prices are judged */
	struct text owner;	  /* whose record it is, once that is known */
	struct repeats *repeats;  /* what was told of a column already */
	bool error; /* the current record has one: set here, cleared by who
		     * reads the next */
};

/* For what a whole column may cause: told once, then counted. */
struct repeats *repeats_new(void);
void repeats_free(struct repeats *r);
/* column from 0, or NO_COLUMN for the whole record. extra is {1}. */
void report_add(struct report *r, enum rule rule, long column,
		struct text value, struct text extra);
/* About the header: no record of its own. extra is {1}. */
void report_column(struct report *r, enum rule rule, size_t column,
		   struct text extra);
/* The same, with a value that is not the column's name. */
void report_header(struct report *r, enum rule rule, size_t column,
		   struct text value, struct text extra);
/* About the delivery as a whole; args are {0} and on. */
void report_whole(struct report *r, enum rule rule, const struct text *args,
		  size_t count);
/* After the last record: how often each of what was counted came again, and
 * in which records first. */
void report_repeats(struct report *r);
/* A warning about a record that is past; extra is {1} and {2}. */
void report_past(struct report *r, enum rule rule, size_t record,
		 struct text value, const struct text extra[2]);
/* The same about a column of it, from 0; extra is {1}. */
void report_past_cell(struct report *r, enum rule rule, const size_t cell[2],
		      struct text value, struct text extra);

#endif
