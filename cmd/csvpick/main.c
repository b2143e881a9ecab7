/* csvpick: columns and records of CSV files of ours, for people and shells. */
#include "diag.h"
#include "options.h"
#include "output.h"

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&pick_program, argc, argv);
	struct output *out;

	options_settle();
	if ((out = output_open(r.output)) == NULL)
		return EXIT_FATAL;
	if (run_files(&pick_options.run, r.operands, r.operand_count, out) <
	    0) {
		output_discard(out);
		return EXIT_FATAL;
	}
	return output_commit(&out, 1) == 0 ? EXIT_FINE : EXIT_FATAL;
}
