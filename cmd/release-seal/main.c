/* release-seal: the gate that a release passes to become current. */
#include "diag.h"
#include "options.h"

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&seal_program, argc, argv);

	return seal_run(options_seal(&r), r.output) == 0 ? EXIT_FINE
							 : EXIT_FATAL;
}
