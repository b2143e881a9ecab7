/* Streams in an OLE compound file (MS-CFB), as old Excel and encrypted
 * workbooks are kept in: a small file system of sectors. Its tables of sectors
 * and directory are held, at most a hundredth of the file; nothing in them is
 * believed without a look. */
#ifndef OLE_H
#define OLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ole;

/* True when these first bytes are those of an OLE file. */
bool ole_is(const unsigned char *p, size_t n);
/* Reads the file behind fd, which is ole's from now on, also on failure. name:
 * for messages, not copied. NULL on failure, message given. */
struct ole *ole_open(int fd, const char *name);
void ole_close(struct ole *o);

struct olestream;

bool ole_has(const struct ole *o, const char *name);
/* The stream of this name (case not counted), in whatever folder it is; NULL
 * with the message given when there is none, or its chain is broken. Close it
 * before o. */
struct olestream *olestream_open(struct ole *o, const char *name);
void olestream_close(struct olestream *s);
uint64_t olestream_size(const struct olestream *s);
/* All n bytes from `at`, which must be there; 0, or -1 with the message. */
int olestream_read(struct olestream *s, uint64_t at, void *p, size_t n);

#endif
