/* The receipt of a run (--receipt FILE): tool, version, options, and of every
 * input and output its name, bytes, sha256 and rows, as JSON, with the
 * last summary of diag_note. input and output report here; output_commit writes
 * it beside the outputs. No time in it: same run, same bytes. */
#ifndef RECEIPT_H
#define RECEIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Before anything is opened; the words of the command line are not copied. */
void receipt_start(const char *path, const char *program, const char *version,
		   int count, char **words);
/* Where it is wanted; NULL when it is not. */
const char *receipt_path(void);

struct receipt_file;
/* A file that takes part. The entry lives as long as the program. NULL when
 * no receipt is wanted: the other functions take that in silence. */
struct receipt_file *receipt_input(const char *name);
struct receipt_file *receipt_output(const char *name);
void receipt_bytes(struct receipt_file *f, const void *p, size_t n);
/* Instead: the bytes of a descriptor from its start, for what was read by
 * seeking or in part. How many rows that was is not known. */
void receipt_descriptor(struct receipt_file *f, int fd);
/* Records, the header included. */
void receipt_rows(struct receipt_file *f, uint64_t rows);
/* -1 with the message given when a file could not be read for its sum: then
 * there is no receipt to write. */
int receipt_check(void);
/* The JSON text, NUL-terminated; the caller frees it. Bytes of a name that are
 * no UTF-8 are \udcXX in it. */
char *receipt_text(void);

#endif
