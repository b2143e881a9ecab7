/* indicator-join: observations by region and period into indicator feeds. */
#include "diag.h"
#include "finding.h"
#include "shape/feed.h"
#include "options.h"
#include "output.h"

/* Reads, writes and publishes all outputs together, or none. */
static int
run(struct join *j, const char *path)
{
	struct output *out[3] = {output_open(path)};

	if (!out[0] || feed_write(j, &options.layout, out[0]) < 0) {
		output_discard(out[0]);
		return -1;
	}
	join_summary(j);
	out[1] = findings_finish(j->findings);
	out[2] = unmatched_finish(j->unmatched);
	return output_commit(out, 3);
}

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&options_program, argc, argv);
	enum exit_status status = EXIT_FATAL;
	struct join *j;

	options_check(r.output);
	j = join_open(&options.join, r.operands, r.operand_count);
	if (j && run(j, r.output) == 0)
		status = findings_status(j->findings,
					 findings_threshold(options.fail_on));
	join_free(j);
	return (int)status;
}
