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
	out[1] = findings_finish(extract_findings(x));
	return output_commit(out, 2);
}

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&extract_program, argc, argv);
	enum exit_status status = EXIT_FATAL;
	const struct extract_options *o = &extract_options;
	struct extract *x;

	if (o->list + (o->wide != NULL) + (o->since != NULL) + o->labels +
		(o->explain != NULL) >
	    1)
		opt_usage(&extract_program,
			  "--list, --labels, --wide, --since and --explain "
			  "exclude each other");
	x = extract_open(o);

	if (x && run(x, &r) == 0)
		status = findings_status(extract_findings(x),
					 findings_threshold(extract_fail_on));
	extract_free(x);
	return (int)status;
}
