/* Names as they are compared: Unicode NFC, case folded, each run of blanks as
 * one, none at the ends. A name typed on a Mac (NFD) is the same name. Of any
 * length. The boundary to libunistring. */
#ifndef FOLD_H
#define FOLD_H

#include <stdbool.h>

#include "buffer.h"
#include "text.h"

/* `t` folded, at the end of `b`; returns that part, valid until b changes. t
 * is UTF-8 (what is not stays as it is) and must not lie in b. */
struct text fold_add(struct buffer *b, struct text t);
/* Emptied before: `t` folded alone. */
struct text fold(struct buffer *b, struct text t);

#endif
