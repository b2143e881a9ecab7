#include "rule.h"

static const struct finding_rule rules[RULE_COUNT] = {
#define RULE(name, code, severity, english, dutch) \
	{code, SEVERITY_##severity, english, dutch},
#include "rules.def"
#undef RULE
};

void
rule_add(struct findings *f, enum rule which, const struct finding_place *place,
	 const struct text *args, size_t count)
{
	static const struct finding_place nowhere = {0};

	finding_add(f, &rules[which], place ? place : &nowhere, args, count);
}
