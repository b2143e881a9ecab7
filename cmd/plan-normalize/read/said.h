/* What a record says of its own numbers: whether they are realised, which
 * partitions they tell, and how, when and by whom they were counted. */
#ifndef SAID_H
#define SAID_H

#include "read/plan.h"

/* Sets realised, told, to_come and peildatum of the plan, whose fields and
 * years are read; what is wrong goes to the report. */
void said_read(const struct plan_context *c, struct plan *out);

#endif
