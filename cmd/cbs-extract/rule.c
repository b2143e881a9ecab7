#include "rule.h"

static const struct finding_rule rules[] = {
#define RULE_ROW(name, code, severity, english, dutch) \
	{code, SEVERITY_##severity, english, dutch},
    RULES(RULE_ROW)
#undef RULE_ROW
};

const struct finding_rule *
rule_of(enum rule r)
{
	return &rules[r];
}
