/* woondeal-diff: growth and plan capacity against the Woondeals' targets. */
#include <stdlib.h>
#include <unistd.h>

#include "diag.h"
#include "finding.h"
#include "mem.h"
#include "options.h"
#include "run.h"
#include "output.h"
#include "text.h"

/* By default on a terminal that can, unless NO_COLOR is set. */
static bool
colour_wanted(const char *output)
{
	struct text asked = text_of(options.color ? options.color : "auto");
	if (!text_is(asked, "auto"))
		return text_is(asked, "always");
	const char *no = getenv("NO_COLOR");
	const char *term = getenv("TERM");
	return !output && isatty(STDOUT_FILENO) && (!no || *no == '\0') &&
	       term && !text_is(text_of(term), "dumb");
}

/* All of it, or none. */
static int
commit(struct run *o, struct output *out, struct output *findings)
{
	struct output **list =
	    mem_array(options.tables.count + 2, sizeof(struct output *));
	size_t n = run_outputs(o, list);
	list[n++] = out;
	list[n++] = findings;
	int rc = output_commit(list, n);
	free(list);
	return rc;
}

int
main(int argc, char **argv)
{
	enum exit_status status = EXIT_FATAL;
	struct opt_result opt = opt_parse(&options_program, argc, argv);
	options_check();
	options.paint = colour_wanted(opt.output);
	struct findings *findings = NULL;
	struct run *o = NULL;
	struct output *out = NULL;

	if (!(findings = findings_open(options.findings)) ||
	    !(o = run_open(&options, opt.operands[0], findings)) ||
	    !(out = output_open(opt.output)) || run_open_tables(o) != 0)
		goto done;
	run_write(o, out);
	int rc = commit(o, out, findings_finish(findings));
	out = NULL;
	if (rc == 0)
		status = findings_status(findings,
					 findings_threshold(options.fail_on));
done:
	output_discard(out);
	run_close(o);
	form_list_free(&options.tables);
	findings_free(findings);
	return (int)status;
}
