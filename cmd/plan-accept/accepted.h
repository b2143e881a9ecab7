/* aanvaard.csv: deliveries that a person accepted by name, whatever they are
 * held against: gemeente,levering,sha256,door,datum,reden. Of exactly these
 * bytes. */
#ifndef ACCEPTED_H
#define ACCEPTED_H

#include <stdbool.h>

#include "delivered.h"
#include "finding.h"
#include "gemeenten.h"

struct accepted;

/* path NULL: nothing is. NULL on failure, message given. */
struct accepted *accepted_load(const char *path);
void accepted_free(struct accepted *a);
/* Row i of what was delivered is accepted. */
bool accepted_is(const struct accepted *a, const struct delivered *d, size_t i);
/* What the rows did: accepted (L012), or nothing, and why (L013, L014). */
void accepted_tell(const struct accepted *a, const struct delivered *d,
		   const struct gemeenten *g, struct findings *f);

#endif
