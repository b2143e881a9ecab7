/* A text that grows: keys, joined words and cells are put together in it, and
 * it is emptied and filled again without letting its memory go. */
#ifndef BUFFER_H
#define BUFFER_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

/* {0} is empty. n may be set back to any earlier length. */
struct buffer {
	char *s;
	size_t n, cap;
};

void buffer_free(struct buffer *b);
void buffer_clear(struct buffer *b);
/* At the end of it. What is added must not lie in the buffer itself. */
void buffer_add(struct buffer *b, struct text t);
/* As buffer_add, with the separator before all but the first: a|b|c. */
void buffer_list(struct buffer *b, const char *separator, struct text t);
void buffer_bytes(struct buffer *b, const char *s, size_t n);
void buffer_char(struct buffer *b, char c);
void buffer_string(struct buffer *b, const char *s);
/* A character, as UTF-8. */
void buffer_utf8(struct buffer *b, uint32_t c);
void buffer_uint(struct buffer *b, uint64_t v);
void buffer_printf(struct buffer *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void buffer_vprintf(struct buffer *b, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));
/* A part of a key, its length before it: no two lists of parts give the same
 * key, whatever bytes are in them. */
void buffer_part(struct buffer *b, struct text t);
/* What is in it, NUL-terminated; valid until the next change. */
struct text buffer_view(const struct buffer *b);

#endif
