/* Options: one table per tool gives getopt_long's arrays, --help, the usage
 * line, nearest-name advice and completion, so that they cannot disagree.
 * May end the program: 0 for --help and --version, 2 for bad usage. */
#ifndef OPT_H
#define OPT_H

#include <stdbool.h>
#include <stddef.h>

#include "optrow.h"

/* What opt_parse found. Operands point into argv, reordered; with
 * reads_stdin and none given there is one, "-". */
struct opt_result {
	const char *output; /* -o; NULL or "-" is standard output */
	const char **operands;
	size_t operand_count;
};

/* Also makes sure that descriptors 0 to 2 are open (a closed standard output
 * then fails on write, not silently into another file). "-" twice, an operand
 * too many, and no operand with a terminal on standard input are usage errors.
 */
struct opt_result opt_parse(const struct opt_program *p, int argc, char **argv);
/* The tool that runs has this long option: for messages that would name one.
 * False before opt_parse. */
bool opt_has(const char *name);
/* A usage error found by the tool itself, e.g. options that exclude each
 * other: one line, exit 2. */
_Noreturn void opt_usage(const struct opt_program *p, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif
