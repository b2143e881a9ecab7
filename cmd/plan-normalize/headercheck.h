/* What is to be said about the columns of a delivery, once. */
#ifndef HEADERCHECK_H
#define HEADERCHECK_H

#include "binding.h"
#include "report.h"

/* The header is the record just read. */
void headercheck(const struct binding *b, struct report *r);

#endif
