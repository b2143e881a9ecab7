/* What a sealed release says of itself: its run, and each of its files with
 * its sha256. */
#ifndef MANIFEST_H
#define MANIFEST_H

#include <stddef.h>

#include "text.h"

struct arena;

struct manifest_file {
	struct text name, sha256;
};

struct manifest {
	struct arena *arena;
	struct text run;
	struct manifest_file *files; /* as the manifest has them */
	size_t count, cap;
};

/* That of the release in `folder`. -1 with the message given when it cannot be
 * read, is cut off or is of no sealed release. In both cases manifest_free. */
int manifest_load(struct manifest *m, const char *folder);
void manifest_free(struct manifest *m);
/* Holds every file of the folder against it: none more, none less, and each the
 * bytes that it says. -1 with a message that names the first that is not so. */
int manifest_check(const struct manifest *m, const char *folder);

#endif
