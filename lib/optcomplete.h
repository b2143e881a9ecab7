/* --completion: a function for bash that completes options, their values and
 * operands. */
#ifndef OPTCOMPLETE_H
#define OPTCOMPLETE_H

#include "optrow.h"

/* To standard output. */
void optcomplete_print(const struct opt_program *p);

#endif
