#include "rules.h"

const struct finding_rule RULES[RULE_COUNT] = {
    [RULE_ORDER] =
	{"P001", SEVERITY_WARNING,
	 "the new register is of {0}, before the old one's {1}: are the two "
	 "in the right order?",
	 "Het nieuwe register is van {0}, eerder dan het oude van {1}: "
	 "controleer "
	 "de volgorde van de twee bestanden."},
    [RULE_BY_NAME] =
	{"P002", SEVERITY_INFO,
	 "plan {0} was matched by its name: plan_id was '{1}', is '{2}'",
	 "Plan {0} is op naam gekoppeld: plan_id was '{1}' en is nu '{2}'. "
	 "Controleer of het hetzelfde plan is en lever een vast plan_id."},
    [RULE_AMBIGUOUS] =
	{"P003", SEVERITY_WARNING,
	 "plans called {0}: {1} old and {2} new, and nothing says which is "
	 "which; they count as gone and new, expected one of each or fixed "
	 "plan_ids and fase_ids",
	 "Van plan {0} zijn er {1} oude en {2} nieuwe en niets zegt welke "
	 "dezelfde zijn; ze tellen als vervallen en nieuw. Lever een vast "
	 "plan_id en fase_id."},
    [RULE_SOFTER] =
	{"P004", SEVERITY_WARNING,
	 "plan {0} ({1} dwellings) was hard and is {2}",
	 "Plan {0} ({1} woningen) was hard en is nu {2}. Controleer de "
	 "planstatus."},
    [RULE_RULE_SET] =
	{"P005", SEVERITY_WARNING,
	 "plan {0} keeps planstatus {1}, but hardheid {2} became {3}: do both "
	 "registers follow the same rule set?",
	 "Plan {0} houdt planstatus {1}, maar hardheid {2} werd {3}. Maak "
	 "beide "
	 "registers met dezelfde regelset."},
    [RULE_RENUMBERED] =
	{"P006", SEVERITY_WARNING,
	 "plan_id '{0}' was {1} and is {2}, while {1} now has plan_id '{3}': "
	 "were the plans renumbered?",
	 "plan_id '{0}' was {1} en is nu {2}, terwijl {1} nu plan_id '{3}' "
	 "heeft: zijn de plannen hernummerd? Lever vaste plan_id's."},
};
