/* The command line of release-seal. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "opt.h"
#include "seal.h"

extern const struct opt_program seal_program;

/* What was asked; a usage error ends the program. After opt_parse. */
const struct seal *options_seal(const struct opt_result *r);

#endif
