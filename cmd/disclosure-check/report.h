/* The verdict on each confidential number: a row of CSV and, where it can be
 * told, a finding that names the plan, the files and the sum. */
#ifndef REPORT_H
#define REPORT_H

#include "finding.h"
#include "judge.h"
#include "output.h"

/* The register's name is for the findings. */
void report_write(const struct judge *j, const char *name, struct output *o,
		  struct findings *f);
/* Of a release that is protected: by municipality and hardheid what that cost,
 * in plans and cells; never in dwellings, which would tell. */
void report_cost(const struct judge *j, const char *name, struct findings *f);

#endif
