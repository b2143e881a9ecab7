/* The options of csvpick, and what they set. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#include "opt.h"
#include "run.h"

struct options {
	struct run run;
	bool tab, nul, excel; /* the form; none is CSV */
};

extern struct options pick_options;
extern const struct opt_program pick_program;

/* After opt_parse: the form of the run. May end the program. */
void options_settle(void);

#endif
