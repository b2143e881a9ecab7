/* What plan-diff remarks beside the changes themselves. */
#ifndef RULES_H
#define RULES_H

#include "finding.h"

enum rule {
	RULE_ORDER,
	RULE_BY_NAME,
	RULE_AMBIGUOUS,
	RULE_SOFTER,
	RULE_RULE_SET,
	RULE_RENUMBERED,
	RULE_COUNT
};

extern const struct finding_rule RULES[RULE_COUNT];

#endif
