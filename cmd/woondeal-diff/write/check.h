/* Published statements beside the stand: a finding for each that its figures
 * contradict, with what would make it true: another rounding, period or date.
 */
#ifndef CHECK_H
#define CHECK_H

#include "write/claim.h"

void claims_check(const struct stand *s, const struct claims *b);

#endif
