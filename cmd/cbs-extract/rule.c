#include "rule.h"

static const struct {
	struct finding_rule rule;
	enum rule_scope scope;
} rules[] = {
#define RULE_ROW(name, code, severity, scope, english, dutch) \
	{{code, SEVERITY_##severity, english, dutch}, SCOPE_##scope},
    RULES(RULE_ROW)
#undef RULE_ROW
};

const struct finding_rule *
rule_of(enum rule r)
{
	return &rules[r].rule;
}

enum rule_scope
rule_scope(enum rule r)
{
	return rules[r].scope;
}
