/* Bytes out: complete or absent. A named output is a temporary file beside it
 * that becomes the file in one rename at commit; until then the old file is
 * untouched. SIGINT, SIGTERM, SIGHUP and SIGPIPE remove the temporary files.
 * Errors stick and are told once, at commit. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stddef.h>
#include <stdint.h>

struct output;

/* NULL or "-" is standard output. Refuses a path that was opened as input.
 * NULL on failure, message given. */
struct output *output_open(const char *path);
void output_write(struct output *o, const void *p, size_t n);
/* Room for n more bytes to fill in place; output_advance says how many were
 * used. Always valid memory, even after an error. */
char *output_reserve(struct output *o, size_t n);
void output_advance(struct output *o, size_t n);
/* Sends out what is buffered (standard output only; for who streams). */
int output_flush(struct output *o);
/* The same, of any output; an error is told at commit. */
void output_send(struct output *o);
/* Columns of a line for people: COLUMNS, else of the terminal that it is, else
 * 80; from 20 to 10000. */
size_t output_columns(const struct output *o);
/* What is in it must not be used, which was said: the commit fails. */
void output_spoil(struct output *o);
const char *output_name(const struct output *o);
uint64_t output_bytes(const struct output *o);

/* Records written to it, for the receipt. */
void output_rows(struct output *o, uint64_t rows);

/* Flush, check, sync, close and rename all of them; NULLs are passed over.
 * First all are made safe, then all are renamed, so that a full disk leaves
 * none. Writes the receipt where one is wanted. Called once. 0, or -1 with the
 * message given. Frees them in both cases. */
int output_commit(struct output *const *list, size_t n);
/* Removes the temporary file, keeps the old one. NULL is fine. */
void output_discard(struct output *o);

#endif
