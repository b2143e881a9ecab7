/* The verdict on each confidential number: a row of CSV and, where it can be
 * told, a finding that names the plan, the files and the sum. */
#ifndef REPORT_H
#define REPORT_H

#include "counts.h"
#include "finding.h"
#include "judge.h"
#include "output.h"

struct report {
	const struct judge *judge;
	const struct counts *counts;
	const char *name;	   /* of the register, for the findings */
	const char *const *before; /* folders of the releases before */
	struct findings *findings;
};

void report_write(const struct report *r, struct output *o);
/* Of a release that is protected: by region and hardheid what that cost, in
 * plans, dwellings and cells: as secret as the register. */
void report_cost(const struct judge *j, const char *name, struct findings *f);

#endif
