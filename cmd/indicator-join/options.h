/* The options of indicator-join: one table, and what may not go together. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "grid/join.h"
#include "shape/layout.h"
#include "opt.h"

/* Filled by opt_parse. */
struct options {
	struct join_options join;
	struct layout_options layout;
	const char *fail_on;
};

extern struct options options;
extern const struct opt_program options_program;
/* Ends the program when an option is missing or two exclude each other.
 * output: of -o. */
void options_check(const char *output);

#endif
