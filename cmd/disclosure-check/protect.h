/* What is hidden so that nothing tells: public plans that join the
 * confidential ones, and where a municipality has too few of those, cells of
 * totals with others beside them. What the release before did not show by
 * itself, this one does not: so a release without any cell tells nothing more
 * than those before it, and there is always one that can be published. In the
 * end nothing is hidden that need not be: each is shown again where that tells
 * nothing, and where the province rounds, rounded. */
#ifndef PROTECT_H
#define PROTECT_H

#include "judge.h"

/* Sets shown of the entries and cells of this release; all confidential plans
 * are hidden. Cells of what is hidden together, for the public plan table, are
 * added: cells_merged. 0, or -1 with a message when something tells whatever
 * is hidden. */
int protect(struct judge *j);

#endif
