/* The central directory of a zip file, read by ourselves: libzip does not
 * tell where entries lie, and a directory that two readers understand
 * differently is one to refuse. Layout: PKWARE APPNOTE 4.3. For zipin only. */
#ifndef ZIPDIR_H
#define ZIPDIR_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

/* More entries than any workbook or bulk zip has (robustness.md 1.3). */
#define ZIPDIR_MAX 10000

struct zipdir_entry {
	struct text name; /* bytes as they stand in the file */
	uint64_t offset;  /* of its local header */
	uint64_t packed;
	uint64_t size;
};

struct zipdir {
	struct zipdir_entry *entries;
	size_t count;
	unsigned char *bytes; /* what the names point into */
};

/* Reads the directory of the file behind fd (with pread) and checks that no
 * two entries share bytes and none reaches into the directory. 0, or -1 with
 * the message given under `name`. zipdir_free in both cases. */
int zipdir_read(struct zipdir *d, int fd, const char *name);
void zipdir_free(struct zipdir *d);

#endif
