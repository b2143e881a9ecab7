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
/* Opens the files of --also. 0, or -1 with the message given. */
int run_open_tables(struct run *o);
/* Writes what was asked for, to out and to those files; errors of writing
 * stick in the outputs. */
void run_write(struct run *o, struct output *out);
/* Those files, to be committed by the caller, whose they are then; how many:
 * no more than there are tables. */
size_t run_outputs(struct run *o, struct output **list);

#endif
