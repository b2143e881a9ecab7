/* What the user wants out of a table: the keys of -m, -r, -w and of the
 * selection file, the periods of -p and --grain. Each wanted key
 * remembers whether the data had it, so that a typing error is an error and
 * not an empty result. */
#ifndef CHOICE_H
#define CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "finding.h"
#include "opt.h"
#include "period.h"
#include "text.h"

/* The options as given; NULL or empty when absent. */
struct choice_options {
	const char *measures;  /* -m */
	const char *regions;   /* -r */
	const char *periods;   /* -p */
	const char *grain;     /* --grain */
	struct opt_list where; /* -w */
	const char *selection; /* --selecties */
};

/* Days; to is the one after the last. */
struct choice_range {
	int32_t from, to;
};

/* A wanted key. table is only set in rows of the selection; dimension is
 * empty for measures. */
struct want {
	struct text table;
	struct text dimension;
	struct text key;  /* identifier or exact title; of the selection
			     several joined by |, whatever it has */
	struct text name; /* ours; empty: keep */
	bool prefix;	  /* key*, or one of several */
	bool use;	  /* gebruik */
	int sign;    /* 1, -1: a part of a sum, + or - in gebruik; else 0 */
	bool ranged; /* van, tot: only periods that lie within */
	struct choice_range range;
	size_t found;	    /* how many keys of the data it was */
	const char *option; /* "-m"; NULL: from the selection */
	size_t row;	    /* in the selection */
};

struct choice;

/* NULL on failure, message given. */
struct choice *choice_new(const struct choice_options *o);
void choice_free(struct choice *c);
/* What is wrong with the names in the selection (name.h). */
void choice_tell(const struct choice *c, struct findings *f);

/* The dimension named in -r DIM=..., empty when none is. */
struct text choice_region_dimension(const struct choice *c);
bool choice_has_regions(const struct choice *c); /* -r was given */
/* -1 with a message when there is a selection without rows for the table. */
int choice_covers(const struct choice *c, struct text table);
/* The wants, in the order of the selection and then of the options. */
size_t choice_count(const struct choice *c);
struct want *choice_at(const struct choice *c, size_t i);
/* Does the want speak of this dimension? Case is not counted. */
bool choice_names(const struct want *w, struct text dimension);
/* Says `what` about a want where it was written; returns -1. */
int choice_unfound(const struct choice *c, const struct want *w,
		   const char *what);

/* Does the selection give measures of two tables one name? */
bool choice_shares(const struct choice *c);
/* Is this such a name? */
bool choice_is_shared(const struct choice *c, struct text name);
/* The place of a table in the selection: a later one is newer. */
size_t choice_rank(const struct choice *c, struct text table);

/* A key of the data as seen by the matcher. */
struct choice_key {
	struct text key;    /* as CBS has it, trimmed */
	struct text normal; /* as we write it: NL01 for NL00 */
	struct text title;  /* from the metadata, or empty */
};
/* Does this want mean that key? Does not count it. */
bool choice_means(const struct want *w, const struct choice_key *k);
/* Is the measure wanted, and under which name? *name is left alone when the
 * user gave none. */
bool choice_measure(struct choice *c, struct text table,
		    const struct choice_key *k, struct text *name);
/* The same for a key of a dimension; is_region: -r counts too. */
bool choice_code(struct choice *c, struct text table, struct text dimension,
		 bool is_region, const struct choice_key *k, struct text *name);
/* What a measure is in a sum of the selection: the names of one table that
 * have a sign. */
#define CHOICE_PARTS 64
struct choice_part {
	int sign;     /* 0: it is in none */
	size_t index; /* which part, in the order of the selection */
	size_t count; /* of the sum */
};
struct choice_part choice_part(const struct choice *c, struct text table,
			       const struct choice_key *k);
/* The periods for which the selection takes this measure; false: all. */
bool choice_range(const struct choice *c, struct text table,
		  const struct choice_key *k, struct choice_range *out);
/* Does it lie wholly within? Not when it is none of ours. */
bool choice_within(const struct choice_range *r, const struct period *p);
/* A period that -p and --grain let through. */
bool choice_period(struct choice *c, const struct period *p);
/* "; the data have 2012 to 2023-Q4 by year, quarter": of those that were asked
 * about. Nothing when there were none. */
void choice_periods_there(const struct choice *c, struct buffer *b);
/* True when -p or --grain was given: periods not of ours are then left out. */
bool choice_has_period(const struct choice *c);

#endif
