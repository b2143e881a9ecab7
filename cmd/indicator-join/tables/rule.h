/* What indicator-join finds fault with: rules.def, of which a line without its
 * texts does not compile. What is wrong with an observation by itself,
 * lib/observations tells. */
#ifndef RULE_H
#define RULE_H

#include "finding.h"

enum rule {
#define RULE(name, code, severity, english, dutch) RULE_##name,
#include "tables/rules.def"
#undef RULE
	RULE_COUNT
};

extern const struct finding_rule rules[RULE_COUNT];

#endif
