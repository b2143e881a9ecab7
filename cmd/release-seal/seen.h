/* What an earlier look at a release said of its files (account_write): a file
 * that still has those bytes is what it was found to be. */
#ifndef SEEN_H
#define SEEN_H

#include <stdint.h>

#include "sha256.h"
#include "text.h"

struct seen_file {
	uint64_t bytes, rows;
	char sha256[SHA256_HEX];
};

struct seen;

/* NULL with the message given: no account. */
struct seen *seen_load(const char *path);
void seen_free(struct seen *s);
/* Of a file by its name in the release; NULL when it was not looked at. */
const struct seen_file *seen_find(const struct seen *s, const char *name);

#endif
