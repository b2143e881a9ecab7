/* planstatus.csv: which rule set calls which planstatus hard: regelset,
 * planstatus,hardheid. The register does not carry the name of its rule set:
 * it is told by which sets would have given the same. */
#ifndef RULESET_H
#define RULESET_H

#include "buffer.h"
#include "planword.h"

struct rulesets;

/* NULL on failure, message given. */
struct rulesets *rulesets_load(const char *path);
void rulesets_free(struct rulesets *r);
/* "hard volgens basisset en onherroepelijk", or that no set says so; nothing
 * when r is NULL. */
void rulesets_tell(const struct rulesets *r, struct text planstatus,
		   const char *hardheid, struct buffer *out);

/* The sets, in order of first appearance, and their names. */
size_t rulesets_count(const struct rulesets *r);
struct text rulesets_name(const struct rulesets *r, size_t i);
/* What set i calls a planstatus; one that it does not name is onbekend. */
enum hardheid rulesets_call(const struct rulesets *r, size_t i,
			    struct text planstatus);

#endif
