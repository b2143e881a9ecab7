/* The files of a folder and of those in it. */
#ifndef FILES_H
#define FILES_H

#include <stddef.h>

#include "sha256.h"
#include "text.h"

struct files {
	const char *root;
	char **names; /* relative to root, in order of bytes */
	size_t count;
	char **dirs; /* root itself is not among them */
	size_t dir_count;
	size_t cap, dir_cap;
};

/* Only regular files and folders may be there. -1 with the message given. In
 * both cases files_free. */
int files_find(struct files *f, const char *root);
void files_free(struct files *f);
/* "root/name"; the caller frees it. */
char *files_path(const char *root, const char *name);
/* A file whole and NUL-terminated, as a text that the caller frees (the s of
 * it); NULL with the message given. */
struct text files_read(const char *path);
/* The sha256 of a file, in lower-case hexadecimal. -1 with the message given.
 */
int files_sum(const char *path, char hex[SHA256_HEX]);
/* What is at the path, a file or a folder, is on the disk. -1 with the message
 * given. */
int files_sync(const char *path);

#endif
