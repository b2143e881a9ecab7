/* What plan-diff remarks beside the changes themselves: rules.def, of which a
 * line without its texts does not compile. */
#ifndef RULE_H
#define RULE_H

#include "finding.h"

enum rule {
#define RULE(name, code, severity, english, dutch) RULE_##name,
#include "rules.def"
#undef RULE
	RULE_COUNT
};

extern const struct finding_rule rules[RULE_COUNT];

#endif
