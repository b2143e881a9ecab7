/* planstatus.csv: which rule set calls which planstatus hard: regelset,
 * planstatus,hardheid. The register does not carry the name of its rule set:
 * it is told by which sets would have given the same. */
#ifndef REGELSET_H
#define REGELSET_H

#include "ground/words.h"

struct regelsets;

/* NULL on failure, message given. */
struct regelsets *regelsets_load(const char *path);
void regelsets_free(struct regelsets *r);
/* "hard volgens basisset en onherroepelijk", or that no set says so; nothing
 * when r is NULL. */
void regelsets_tell(const struct regelsets *r, struct text planstatus,
		    const char *hardheid, struct woorden *out);

#endif
