#include "rules.h"

const struct finding_rule rules[RULES] = {
    {"I006", SEVERITY_ERROR,
     "eenheid changes within {0}, which began with \"{1}\"; the value is left "
     "out",
     "eenheid wisselt binnen {0}, dat begon met \"{1}\"; de waarde is "
     "weggelaten: gebruik een indicator per eenheid"},
    {"I007", SEVERITY_ERROR,
     "periode is empty or longer than 32 characters; the row is left out",
     "periode is leeg of langer dan 32 tekens; de rij is weggelaten: "
     "verbeter de bron"},
    {"I008", SEVERITY_ERROR,
     "{0} has a negative weight {1}; the mean is left out",
     "{0} heeft een negatief gewicht {1}; het gemiddelde is weggelaten: "
     "controleer weging"},
    {"I009", SEVERITY_ERROR,
     "{0} has more than 18 digits when computed; it is left out",
     "{0} heeft na berekening meer dan 18 cijfers; weggelaten"},
    {"I010", SEVERITY_WARNING,
     "{0}: only years have a code in Swing; the period is left out",
     "{0}: alleen jaren hebben een code in Swing; de periode is weggelaten"},
    {"I011", SEVERITY_ERROR,
     "{0} is one of Swing's codes for a missing value; written as -99999",
     "{0} is in Swing een code voor een ontbrekende waarde; geschreven als "
     "-99999"},
    {"I012", SEVERITY_WARNING,
     "periode is not one we know (2024, 2024-Q3, ...) and {0} has others "
     "that are; it is kept as text and never the newest",
     "periode is geen bekende (2024, 2024-Q3, ...) terwijl {0} die verder "
     "wel heeft; zij blijft als tekst staan en is nooit de laatste: "
     "verbeter de bron"},
    {"I013", SEVERITY_ERROR,
     "regio is no code of CBS or of a Woondeal; the row is left out",
     "regio is geen code van CBS of van een Woondeal; de rij is weggelaten: "
     "lever de code, geen naam of nummer"},
    {"I014", SEVERITY_WARNING, "{0} has no observations",
     "{0} heeft geen waarnemingen: controleer tabel, onderwerp en dimensies, "
     "of de levering"},
};
