/* gzip undone by our own inflate loop: the only module that knows zlib, whose
 * gzread gives 0 at the end and on a cut-off stream alike. Members chain;
 * after the last only zero padding may follow. */
#ifndef GZIP_H
#define GZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct gzip;

/* True when these first bytes are those of a gzip stream. */
bool gzip_is_gzip(const unsigned char *p, size_t n);
/* source gives the compressed bytes: more than 0, 0 at the end, -1 on an error
 * with the message given. name: for messages, not copied. */
struct gzip *gzip_new(const char *name,
		      ssize_t (*source)(void *ctx, void *buf, size_t n),
		      void *ctx);
/* Bytes taken from the source already; once, before the first read. */
void gzip_start(struct gzip *g, const unsigned char *first, size_t n);
void gzip_free(struct gzip *g);
/* Plain bytes: more than 0, 0 at the whole end, -1 with the message given
 * (byte offset in the compressed stream). */
ssize_t gzip_read(struct gzip *g, void *buf, size_t n);

#endif
