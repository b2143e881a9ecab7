/* A table that was asked for: what it needs to see of the plans, and its
 * writing. run makes one for each, and hands it the stand. */
#ifndef WANTED_H
#define WANTED_H

#include "csvout.h"
#include "options.h"
#include "plans/plan.h"
#include "stand/stand.h"

struct wanted;

/* NULL on failure, message given. asked, k and scenarios, which may be NULL,
 * outlive it. */
struct wanted *wanted_new(const struct form_asked *asked, struct frame *k,
			  const struct options *chosen,
			  const struct scenarios *scenarios);
void wanted_free(struct wanted *w);
/* Opens its file, if it has one: 0, or -1 with the message given. It is
 * discarded with the table, unless it was taken. */
int wanted_open(struct wanted *w);
struct output *wanted_output(const struct wanted *w);
struct output *wanted_take(struct wanted *w);
/* True when this form is made of series too. */
bool wanted_series(enum form form);
/* How many look at the plans for it, and each of them. */
size_t wanted_takers(const struct wanted *w);
struct taker wanted_taker(const struct wanted *w, size_t i);
/* What tables are made of: the stand as it is, then one for each scenario,
 * without what only options of the stand add to it. */
struct wanted_from {
	struct stand *stands;
	const struct scenarios *scenarios; /* may be NULL */
	const struct series *series;	   /* when any form uses them */
};

void wanted_write(const struct wanted *w, const struct wanted_from *from,
		  struct csvout *out);

#endif
