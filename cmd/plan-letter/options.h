/* The options of plan-letter, and what they set. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#include "letter.h"
#include "opt.h"

struct options {
	const char *gemeenten, *rejected, *changes, *bridge, *in_force;
	struct opt_list notes;
	struct letter_facts facts;
	bool left_out;
};

extern struct options letter_options;
extern const struct opt_program letter_program;

#endif
