/* One run: what is read, judged or mended, and written. */
#ifndef RUN_H
#define RUN_H

#include "cells.h"
#include "facts.h"
#include "finding.h"
#include "geheim.h"
#include "gemeenten.h"
#include "options.h"
#include "world.h"

struct run {
	const struct options *options;
	const char *register_path;
	struct gemeenten *gemeenten;
	struct geheim limits;
	struct tables *tables;
	struct world *world;
	struct cells *cells;
	struct facts *facts; /* of the public plan table; NULL: not asked for */
	struct findings *findings;
};

/* 0, or -1 with the message given; run_close in any case. */
int run_load(struct run *r, const char *register_path);
/* Writes to output (NULL: standard output) and commits. */
int run_write(struct run *r, const char *output);
void run_close(struct run *r);

#endif
