/* The command line of disclosure-check. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "opt.h"

struct options {
	const char *gemeenten, *limits, *release, *protect;
	struct opt_list before;
	const char *tables, *fail_on, *findings;
	char delimiter;
};

extern struct options disclosure_options;
extern const struct opt_program disclosure_program;

#endif
