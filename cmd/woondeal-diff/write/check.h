/* Published statements beside the stand: a finding for each that its figures
 * contradict, with what would make it true: another rounding, period or date.
 */
#ifndef TOETS_H
#define TOETS_H

#include "write/claim.h"

void toets_alle(const struct stand *s, const struct beweringen *b);

#endif
