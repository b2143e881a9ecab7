/* How many columns of a terminal a text takes: wide characters two, combining
 * marks none, in every locale. By the C library in C.UTF-8, as libsmartcols
 * counts too, so that the two agree. */
#ifndef WIDTH_H
#define WIDTH_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/* The mark of what is cut: one column. */
#define WIDTH_MARK "\xE2\x80\xA6"

/* From here to width_end the thread is in C.UTF-8. False, with the message
 * given, where there is no such locale. The calls below are made in between. */
bool width_begin(void);
void width_end(void);
/* As text_inert, and what has no width becomes '?' too. Into buf of t.n bytes,
 * which may be t.s itself. t is UTF-8. */
struct text width_inert(struct text t, char *buf);
/* Columns of an inert text. */
size_t width_of(struct text t);
/* The longest beginning of t that takes at most `room` columns, with the marks
 * that combine with its last character. */
struct text width_cut(struct text t, size_t room);

#endif
