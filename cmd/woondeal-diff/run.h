/* One run: what was asked, the tables it needs, and the stand from them. */
#ifndef RUN_H
#define RUN_H

#include "finding.h"
#include "options.h"
#include "output.h"

struct run;

/* Loads everything and checks it. NULL on failure, message given. */
struct run *run_open(const struct options *chosen, const char *path,
		     struct findings *f);
void run_close(struct run *o);
/* Writes what was asked for; errors of writing stick in out. */
void run_write(struct run *o, struct output *out);

#endif
