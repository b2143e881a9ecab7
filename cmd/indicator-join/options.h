/* The options of indicator-join: one table, and what may not go together. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#include "join.h"
#include "opt.h"

/* Filled by opt_parse. */
struct options {
	struct join_options join;
	const char *layout, *fail_on;
	bool table;
};

extern struct options options;
extern const struct opt_program options_program;
/* Ends the program when an option is missing or two exclude each other. */
void options_check(void);

#endif
