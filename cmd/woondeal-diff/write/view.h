/* The stand for people: the total rows, in 80 columns or, on a wider line, with
 * longer names, with a bar of what is realised and planned against the target.
 */
#ifndef VIEW_H
#define VIEW_H

#include <stdbool.h>

#include "output.h"
#include "stand/stand.h"

/* The fewest columns of a line that it fits in. */
#define VIEW_COLUMNS 80
/* colour beside the letters of the bars, never instead of them. */
void view_write(struct output *out, const struct stand *s, bool colour);

#endif
