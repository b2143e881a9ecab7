/* The rules a delivery is held against. An error keeps the record out of the
 * register, a warning does not. Where each comes from: section 2 of the
 * domain document, and QUIRKS.md. */
#ifndef RULE_H
#define RULE_H

#include "finding.h"
#include "ground/kind.h"

enum rule {
#define RULE(name, code, severity, english, dutch) RULE_##name,
#include "ground/rules.def"
#undef RULE
	RULE_COUNT
};

extern const struct finding_rule rules[RULE_COUNT];

/* That of a price class without a name. */
enum rule rule_of_price(const struct kind *k);

#endif
