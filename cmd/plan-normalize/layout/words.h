/* Files of words (veld,woord,waarde) that layouts share. */
#ifndef WORDS_H
#define WORDS_H

#include "layout/layout.h"

/* Adds the words of a file to the layout. -1 with the message given. */
int words_load(struct layout *l, const char *path);

#endif
