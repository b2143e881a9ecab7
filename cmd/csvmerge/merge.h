/* Files of one header, each in order, to one in order. */
#ifndef MERGE_H
#define MERGE_H

#include <stddef.h>

#include "csvout.h"

/* Writes the records of all files to out in the order of the key (see
 * order.h). -1 with the message given: a file cannot be read, has another
 * header than the first, is not in order, or a key comes twice. Held: the
 * current record of each file. */
int merge_files(const char *key, const char *const *files, size_t n,
		struct csvout *out);

#endif
