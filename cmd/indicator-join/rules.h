/* What indicator-join finds fault with: one table, I006 and on; what
 * is wrong with an observation by itself, lib/observations tells. */
#ifndef RULES_H
#define RULES_H

#include "finding.h"

enum rule {
	RULE_UNIT,	   /* I006 */
	RULE_PERIOD,	   /* I007 */
	RULE_WEIGHT,	   /* I008 */
	RULE_DIGITS,	   /* I009 */
	RULE_SWING_PERIOD, /* I010 */
	RULE_SWING_VALUE,  /* I011 */
	RULE_STRAY_PERIOD, /* I012 */
	RULE_REGION,	   /* I013 */
	RULE_UNOBSERVED,   /* I014 */
	RULES
};

extern const struct finding_rule rules[RULES];

#endif
