/* The findings about a delivery, each as the line of a letter. */
#ifndef NOTES_H
#define NOTES_H

#include <stddef.h>

#include "diag.h"
#include "text.h"

struct note {
	size_t record; /* 0: about the delivery as a whole */
	struct text code;
	enum severity severity;
	struct text line; /* "rij 5, cel C5 (2024): ..." */
	size_t place;	  /* in the order they were read */
};

struct notes;

struct notes *notes_new(void);
void notes_free(struct notes *n);
/* Adds a findings file. -1 with the message given. */
int notes_load(struct notes *n, const char *path);
/* The first file's name of what was delivered; empty without findings. */
struct text notes_file(const struct notes *n);
/* By code, and within a code in the order they were read. */
size_t notes_count(const struct notes *n);
const struct note *notes_at(struct notes *n, size_t i);

#endif
