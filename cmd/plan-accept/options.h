/* The command line of plan-accept. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "opt.h"

struct options {
	const char *gemeenten, *accepted, *stock, *name, *kept;
	const char *before, *in_force, *before_name;
	const char *findings, *fail_on;
	struct opt_list limits;
};

extern struct options accept_options;
extern const struct opt_program accept_program;

/* After opt_parse: what must be there and what excludes each other. May end
 * the program. */
void options_check(void);

#endif
