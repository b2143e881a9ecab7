#include "ground/rule.h"

static const struct finding_rule rules[RULE_COUNT] = {
#define RULE(name, code, severity, english, dutch) \
	[RULE_##name] = {code, SEVERITY_##severity, english, dutch},
#include "ground/rules.def"
#undef RULE
};

const char *
rule_code(enum rule rule)
{
	return rules[rule].code;
}

void
rule_add(struct findings *f, enum rule rule, const struct finding_place *place,
	 const struct text *args, size_t count)
{
	static const struct finding_place nowhere;
	finding_add(f, &rules[rule], place ? place : &nowhere, args, count);
}
