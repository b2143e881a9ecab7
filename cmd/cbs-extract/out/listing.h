/* --list: what is in the data, instead of the data: the measures, the
 * dimensions and their keys, each with how many observations it has. */
#ifndef LISTING_H
#define LISTING_H

#include "csvout.h"
#include "run.h"

/* Counts an observation that would have been written. */
struct edition;
struct topic;
void listing_count(struct edition *e, struct topic *t);
/* Writes the list of all tables read. */
void listing_write(const struct run *run, struct csvout *out);

#endif
