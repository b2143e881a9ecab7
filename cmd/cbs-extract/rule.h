/* The rules behind the findings of cbs-extract. */
#ifndef RULE_H
#define RULE_H

#include "finding.h"

enum rule {
	RULE_PERIOD,
	RULE_STATUS,
	RULE_NUMBER,
	RULE_ATTRIBUTE,
	RULE_RENAMED,
	RULE_NEXT_PAGE,
	RULE_ZERO,
	RULE_NO_KEY,
	RULE_UNLISTED,
	RULE_NOTHING,
	RULE_SALDO,
	RULE_END,
	RULE_CHAIN,
	RULE_UNCHECKED,
	RULE_LABEL,
	RULE_EDITION,
	RULE_PAGE_TWICE,
	RULE_COUNT
};

const struct finding_rule *rule_of(enum rule r);

#endif
