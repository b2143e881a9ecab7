/* Unlinked temporary files in $TMPDIR (default /tmp), for what must be read
 * from any place: streams, and cells that wait. Names are for messages. */
#ifndef TEMPFILE_H
#define TEMPFILE_H

#include <stddef.h>
#include <stdint.h>

#include "input.h"

/* A new one: its descriptor, or -1 with the message given. */
int tempfile_open(const char *name);
/* All n bytes at the end of it; 0, or -1 with the message given. */
int tempfile_write(int fd, const char *p, size_t n, const char *name);
/* All n bytes from `at`; 0, or -1 with the message given. */
int tempfile_read(int fd, void *p, size_t n, uint64_t at, const char *name);
/* A descriptor of what `in`, of which nothing was read, will give: the file
 * itself, or a copy of a stream of at most 2 GiB. The caller closes it. -1
 * with the message given. */
int tempfile_of(struct input *in);

#endif
