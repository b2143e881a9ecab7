#include "ground/rule.h"

#define ERROR SEVERITY_ERROR
#define WARN SEVERITY_WARNING
#define INFO SEVERITY_INFO

const struct finding_rule rules[RULE_COUNT] = {
#define RULE(name, code, severity, english, dutch) \
	[RULE_##name] = {code, severity, english, dutch},
#include "ground/rules.def"
#undef RULE
};

enum rule
rule_of_price(const struct kind *k)
{
	return k->price_fault == PRICE_NO_YEAR ? RULE_PRICE_YEAR
					       : RULE_PRICE_LIMIT;
}
