/* A run of csvpick: files of one header, one behind the other. */
#ifndef RUN_H
#define RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "emit.h"
#include "output.h"
#include "pick.h"

struct run {
	struct pick_ask ask;
	enum emit_form form;
	bool no_header;
	const char
	    *last;  /* "a,b": of records alike in these the last; or NULL */
	bool count; /* write how many records are picked, and nothing else */
	const char *schema; /* NULL: nothing says what columns hold */
};

/* Picks from the files into `out`. -1 with the message given: a file cannot
 * be read or has another header than the first. */
int run_files(const struct run *run, const char *const *files, size_t n,
	      struct output *out);

#endif
