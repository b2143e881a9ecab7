/* Bytes in: a file, standard input, or another source (a part of a zip), gzip
 * undone, other encodings made UTF-8. A cut-off stream is an error and never
 * an early end. */
#ifndef INPUT_H
#define INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

struct input;

/* NULL or "-" is standard input. Refuses directories. gzip is known by its
 * magic bytes. NULL on failure, with the message given. */
struct input *input_open(const char *path);
/* Another source under a name for messages. read and close as read(2): close
 * may find the last error and returns -1 with the message given. */
struct input *input_new(const char *name, void *ctx,
			ssize_t (*read)(void *ctx, void *buf, size_t n),
			int (*close)(void *ctx));
/* More than 0 bytes, 0 at the end, -1 on an error with the message given
 * (file and byte offset). Never returns fewer than n but at the end, unless
 * built with INPUT_CHUNK (tests), which caps each read, or with INPUT_CHUNKS,
 * when the environment's INPUT_CHUNK does. */
ssize_t input_read(struct input *in, void *buf, size_t n);
/* The first bytes without taking them, at most INPUT_PEEK: how many there
 * are (fewer only at the end), -1 on error. */
#define INPUT_PEEK 65536
ssize_t input_peek(struct input *in, const unsigned char **p);
/* Have what follows converted to UTF-8 from `encoding` (a name iconv knows:
 * "windows-1252", "latin1", "utf-16"). Before the first read. -1 when the
 * name is unknown; bytes that are not of the encoding fail on reading. */
int input_encoding(struct input *in, const char *encoding);
/* How it is called in messages: the path, or "stdin". */
const char *input_name(const struct input *in);
/* Bytes given out so far. */
uint64_t input_offset(const struct input *in);
/* Records read from it, for the receipt. */
void input_rows(struct input *in, uint64_t rows);
/* -1 when closing found an error (message given). NULL is fine. */
int input_close(struct input *in);
/* The descriptor behind an uncompressed regular file at its start, for who
 * needs to seek (zipin); -1 when there is none. */
int input_seekable(const struct input *in);

/* True when the file was opened as an input by this program at any time:
 * output refuses to write there. */
bool input_was_opened(const struct stat *st);

#endif
