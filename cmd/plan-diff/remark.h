/* What is worth a second look in a change, as findings. */
#ifndef REMARK_H
#define REMARK_H

#include "finding.h"
#include "map.h"
#include "plans.h"

struct remark {
	struct findings *findings;
	const char *file; /* the new register */
	const struct plans *new;
	struct map *names; /* municipality and folded name -> new plan; NULL:
			    * not needed yet */
};

/* f and new outlive it. */
void remark_init(struct remark *m, struct findings *f, const struct plans *new);
void remark_end(struct remark *m);
/* The new register is of an earlier peildatum than the old one. */
void remark_order(struct remark *m, const struct plans *old,
		  const struct plans *new);
/* A plan and its peer. */
void remark_pair(struct remark *m, const struct plan *old,
		 const struct plan *new);

#endif
