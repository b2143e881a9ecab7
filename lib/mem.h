/* Memory that is there or ends the program with one message and exit 2, so
 * that callers need no check. Sizes are checked for overflow. */
#ifndef MEM_H
#define MEM_H

#include <stddef.h>

/* Zeroed memory of n times size bytes; the caller frees with free(). */
void *mem_array(size_t n, size_t size);
#define mem_new(type) ((type *)mem_array(1, sizeof(type)))
/* p grown or shrunk to n times size bytes; new bytes are not zeroed. */
void *mem_resize(void *p, size_t n, size_t size);
/* Makes room for at least `need` items: doubles *cap. Returns the new p. */
void *mem_grow(void *p, size_t *cap, size_t need, size_t size);
/* A NUL-terminated copy; the caller frees with free(). */
char *mem_text(const char *s, size_t n);
/* Ends the program: out of memory, for libraries that hand us NULL. */
_Noreturn void mem_fail(void);

#endif
