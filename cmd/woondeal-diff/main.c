/* woondeal-diff: growth and plan capacity against the Woondeals' targets. */
#include <stdlib.h>
#include <unistd.h>

#include "diag.h"
#include "finding.h"
#include "options.h"
#include "run.h"
#include "output.h"
#include "text.h"

/* By default on a terminal that can, unless NO_COLOR is set. */
static bool
colour_wanted(const char *output)
{
	struct text asked =
	    text_of(keuzes.color == NULL ? "auto" : keuzes.color);
	if (!text_is(asked, "auto"))
		return text_is(asked, "always");
	const char *no = getenv("NO_COLOR");
	const char *term = getenv("TERM");
	return output == NULL && isatty(STDOUT_FILENO) &&
	       (no == NULL || *no == '\0') && term != NULL &&
	       !text_is(text_of(term), "dumb");
}

int
main(int argc, char **argv)
{
	enum exit_status status = EXIT_FATAL;
	struct opt_result opt = opt_parse(&keuzes_program, argc, argv);
	keuzes_check();
	keuzes.kleur = colour_wanted(opt.output);
	struct findings *findings = NULL;
	struct opdracht *o = NULL;
	struct output *out[2] = {0};

	if ((findings = findings_open(keuzes.findings)) == NULL ||
	    (o = opdracht_open(&keuzes, opt.operands[0], findings)) == NULL ||
	    (out[0] = output_open(opt.output)) == NULL)
		goto done;
	opdracht_write(o, out[0]);
	out[1] = findings_finish(findings);
	int rc = output_commit(out, 2);
	out[0] = NULL;
	if (rc == 0)
		status = findings_status(findings,
					 findings_threshold(keuzes.fail_on));
done:
	output_discard(out[0]);
	opdracht_close(o);
	findings_free(findings);
	return (int)status;
}
