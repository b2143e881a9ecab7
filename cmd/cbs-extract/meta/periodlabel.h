/* A period's key from its Dutch or English label, as StatLine writes it:
 * "2020", "2020 maart", "2020 1e kwartaal". */
#ifndef PERIODLABEL_H
#define PERIODLABEL_H

#include <stdbool.h>

#include "text.h"

#define PERIOD_KEY 12
/* False when the label is of no year, half-year, quarter or month. */
bool period_label(struct text label, char key[PERIOD_KEY]);

#endif
