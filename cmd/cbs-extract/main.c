/* cbs-extract: CBS open data, in the forms they arrive in, as one table of
 * observations. */
#include "diag.h"
#include "extract.h"
#include "options.h"

/* Publishes all outputs together, or none. */
static int
run(struct extract *x, const struct opt_result *r)
{
	struct output *out[2] = {output_open(r->output)};

	if (!out[0])
		return -1;
	if (extract_run(x, out[0], r->operands, r->operand_count) < 0) {
		output_discard(out[0]);
		return -1;
	}
	out[1] = findings_finish(x->findings);
	return output_commit(out, 2);
}

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&extract_program, argc, argv);
	struct extract *x = extract_open(&extract_options);
	enum exit_status status = EXIT_FATAL;

	if (x && run(x, &r) == 0)
		status = findings_status(x->findings,
					 findings_threshold(extract_fail_on));
	extract_free(x);
	return (int)status;
}
