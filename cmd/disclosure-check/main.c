/* disclosure-check: what confidential can be computed from a release. */
#include "diag.h"
#include "options.h"
#include "run.h"

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&disclosure_program, argc, argv);
	struct options *o = &disclosure_options;
	enum exit_status status = EXIT_FATAL;
	struct run run = {.options = o};

	if (o->protect && r.operands[0][0] == '-' && !r.operands[0][1])
		opt_usage(&disclosure_program,
			  "with --protect the register is read twice: give a "
			  "file");
	if (!o->gemeenten || !o->tables || !o->release)
		opt_usage(&disclosure_program,
			  "-g, --uitgave and --release are needed");
	if (o->before.count > ROUNDS - BEFORE)
		opt_usage(&disclosure_program, "-b: at most %d releases",
			  ROUNDS - BEFORE);
	if (run_load(&run, r.operands[0]) == 0 &&
	    run_write(&run, r.output) == 0)
		status = findings_status(run.findings,
					 findings_threshold(o->fail_on));
	run_close(&run);
	return (int)status;
}
