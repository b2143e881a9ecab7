/* A statement held against the figures: whether it holds, what these give, and
 * what would make it true. */
#ifndef VERDICT_H
#define VERDICT_H

#include "buffer.h"
#include "ground/rule.h"
#include "period.h"
#include "stand/figure.h"
#include "stand/recount.h"
#include "stand/segment.h"
#include "write/claim.h"

/* What the observations say of a statement about one of their subjects. */
struct observed {
	bool own;	/* the region itself has a row */
	int64_t value;	/* of it, or of its municipalities together */
	size_t members; /* so many of these */
};

/* The first and last delivery of a municipality, by its day. */
struct days {
	bool known;
	int32_t first, last;
};

/* The statements, and what of their own they are held against. */
struct claim_facts {
	struct frame *frame;
	struct claim_list list;
	struct segment **segments; /* one for each statement; NULL: none */
	struct recount *recount;
	struct observed *observed; /* by statement */
	struct days *days;	   /* by municipality */
};

enum verdict { HOLDS, CONTRADICTED, UNCHECKABLE, VERDICTS };

struct check {
	struct stand s; /* with the scenario or rule set that it is about */
	const struct claim_facts *all;
	const struct claim *b;
	size_t number; /* among all */
	bool known;    /* there is such a stand */
	struct query v;
	struct figure c;
	char tip_buf[SPAN_TEXT]; /* what would make it true */
	struct text tip;
	enum verdict verdict;
	enum rule rule; /* when it does not hold */
	char figure_buf[2 * PERIOD_TEXT + NUM_TEXT];
	struct text figure; /* what the figures say, in words or as a number */
	struct buffer more; /* how they come to it */
};

/* Statement i of all, with the stand as it is and in each scenario. The caller
 * frees t->more. */
void check_claim(struct check *t, const struct claim_facts *all,
		 const struct stand *stands, size_t i);
/* An earlier statement that lays the same municipality elsewhere, or NULL. */
const struct claim *check_elsewhere(const struct check *t);
bool check_member(const struct regio *r, long m);

#endif
