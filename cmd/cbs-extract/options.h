/* The options of cbs-extract, for main. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "extract.h"
#include "opt.h"

/* What opt_parse fills. */
extern struct extract_options extract_options;
extern const char *extract_fail_on;
extern const struct opt_program extract_program;

#endif
