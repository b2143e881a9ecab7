/* Why the total changed, per municipality and hardheid, in netto dwellings:
 * gemeente,hardheid,vorig,nieuw,vervallen,aantal,status,totaal,geweigerd,
 * with vorig + nieuw - vervallen - geweigerd + aantal + status = totaal,
 * exactly.
 */
#ifndef BRIDGE_H
#define BRIDGE_H

#include "csvout.h"
#include "plans.h"

/* After match_plans. What a plan gained or lost counts under its old
 * hardheid; then the plan moves to its new one with its new amount. 0, or -1
 * with the message given, also when it does not balance. */
int bridge_write(const struct plans *old, const struct plans *new,
		 struct csvout *w);

#endif
