/* libFuzzer target: a whole tool. Built with the main of the tool under the
 * name tool_main and with ARGUMENTS, its words, of which FUZZED is the file
 * that the fuzzer writes (the only one by default), in $TMPDIR. Any exit status
 * is fine; crashes, hangs and sanitizer reports are not. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "opt.h"
#include "tempfile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int tool_main(int argc, char **argv);
struct opt_result __real_opt_parse(const struct opt_program *p, int argc,
				   char **argv);
struct opt_result __wrap_opt_parse(const struct opt_program *p, int argc,
				   char **argv);

static char path[64];
#define FUZZED path
#ifndef ARGUMENTS
#define ARGUMENTS FUZZED
#endif

/* Options are parsed once: the same word twice is a usage error. */
struct opt_result
__wrap_opt_parse(const struct opt_program *p, int argc, char **argv)
{
	static struct opt_result result;
	static bool parsed;
	if (!parsed)
		result = __real_opt_parse(p, argc, argv);
	parsed = true;
	return result;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int fd = -1;
	static char *argv[] = {"fuzz",	    "-q",      "-o",
			       "/dev/null", ARGUMENTS, NULL};
	int argc = (int)(sizeof(argv) / sizeof(argv[0])) - 1;
	if (fd < 0) {
		fd = tempfile_open("fuzz");
		snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	}
	if (ftruncate(fd, 0) < 0 || pwrite(fd, data, size, 0) != (ssize_t)size)
		abort();
	(void)tool_main(argc, argv);
	return 0;
}
