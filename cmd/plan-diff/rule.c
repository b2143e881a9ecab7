#include "rule.h"

const struct finding_rule rules[RULE_COUNT] = {
#define RULE(name, code, severity, english, dutch) \
	{code, SEVERITY_##severity, english, dutch},
#include "rules.def"
#undef RULE
};
