/* What is decided about a key when it is first seen: how we write it, whether
 * it is wanted, the status of a period; and about a measure likewise. */
#ifndef CODE_H
#define CODE_H

#include "table/edition.h"

/* The code of a raw key of this axis; decided and kept when it is new. */
struct code *code_of(struct edition *e, struct axis *a, struct text raw);
/* The same for a measure. */
struct topic *code_topic(struct edition *e, struct text key);
/* True when the text goes out without quotes. */
bool code_is_plain(struct text t);

#endif
