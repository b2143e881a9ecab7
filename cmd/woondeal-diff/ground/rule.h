/* What may be remarkable, and in which words: rules.def, of which a line
 * without its texts does not compile. */
#ifndef RULE_H
#define RULE_H

#include "finding.h"

enum rule {
#define RULE(name, code, severity, english, dutch) RULE_##name,
#include "ground/rules.def"
#undef RULE
	RULE_COUNT
};

/* "W040". */
const char *rule_code(enum rule rule);
/* place may be NULL. args: what {0}.. stand for. */
void rule_add(struct findings *f, enum rule rule,
	      const struct finding_place *place, const struct text *args,
	      size_t count);

#define TEXTS(...)                          \
	(const struct text[]){__VA_ARGS__}, \
	    sizeof((const struct text[]){__VA_ARGS__}) / sizeof(struct text)

#endif
