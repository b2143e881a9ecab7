/* Whether what the tools read is what the release was made from: every input
 * of every receipt (--receipt of our tools) must be, by name and sha256, one
 * of the inputs that were listed before the night began, an output of another
 * receipt, or a file of the release. A delivery that changed while the night
 * ran is none of these. */
#ifndef PROOF_H
#define PROOF_H

#include "text.h"

struct proof;

struct proof *proof_new(void);
void proof_free(struct proof *p);
/* The list of inputs as sha256sum -z has it: "HEX  NAME", a NUL behind each.
 * -1 with the message given. */
int proof_inputs(struct proof *p, const char *path);
/* -1 when it is no receipt, message given. */
int proof_receipt(struct proof *p, const char *path);
/* A file of the release, by the name that the tools knew it by. */
void proof_file(struct proof *p, const char *name, const char *sha256);
/* -1 with a message for the first input that is none of these. */
int proof_check(const struct proof *p);

#endif
