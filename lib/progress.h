/* One line of progress on stderr, only where a person looks at it: stderr is
 * a terminal and the work takes over two seconds (--progress=auto). */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdint.h>

/* "auto", "always" or "never"; NULL is auto. */
void progress_mode(const char *word);
/* name at so many bytes of size (0: not known). Cheap: asks the clock once
 * in a while. */
void progress_tick(const char *name, uint64_t bytes, uint64_t size);
/* Takes the line off the terminal, before a message and at the end. */
void progress_clear(void);

#endif
