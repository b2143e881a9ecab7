/* The options of plan-normalize, for main. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#include "delivery.h"
#include "opt.h"
#include "layout/tables.h"

struct options {
	struct table_paths paths;
	struct delivery_options delivery;
	const char *findings, *fail_on;
	bool propose;
};

/* What opt_parse fills. */
extern struct options normalize_options;
extern const struct opt_program normalize_program;

#endif
