/* --help: a screen of 24 lines with what people need, or all there is. */
#ifndef OPTHELP_H
#define OPTHELP_H

#include <stdbool.h>

#include "optrow.h"

/* To standard output. */
void opthelp_print(const struct opt_program *p, bool all);

#endif
