/* plan-diff: what changed between two plan registers. */
#include "diag.h"
#include "finding.h"
#include "opt.h"
#include "output.h"
#include "plans.h"
#include "report.h"

static bool bridge, reconcile, fail_if_diff;
static const char *findings_path, *fail_on, *rejected;

static const struct opt OPTIONS[] = {
    {0, "bridge", OPT_FLAG, &bridge, NULL,
     "why the totals changed, per gemeente and hardheid"},
    {0, "reconcile", OPT_FLAG, &reconcile, NULL,
     "OLD and NEW are two sources: both values, and which counts"},
    {0, "fail-if-diff", OPT_FLAG, &fail_if_diff, NULL,
     "exit 1 when anything changed"},
    {0, "afgewezen", OPT_TEXT, &rejected, "AFGEWEZEN.csv",
     "the plans that were rejected (in the delivery of NEW: not gone)"},
    OPT_FAIL_ON(&fail_on),
    OPT_FINDINGS(&findings_path),
};

static const struct opt_old OLD[] = {
    {0, "rejected", "afgewezen"},
};

static const struct opt_program PROGRAM = {
    OPT_OLD(OLD),
    .name = "plan-diff",
    .summary = "what changed between two plan registers",
    .operands = "OLD NEW",
    OPT_OPTIONS(OPTIONS),
    .brief = "bridge reconcile fail-if-diff afgewezen findings",
    .examples =
	"  plan-diff 2023/plannen.csv 2024/plannen.csv\n"
	"  plan-diff --bridge -o brug.csv 2023/plannen.csv 2024/plannen.csv\n"
	"  plan-diff --fail-if-diff old.csv.gz - <new.csv >/dev/null\n",
    .min_operands = 2,
    .max_operands = 2,
    .views = true,
};

int
main(int argc, char **argv)
{
	enum exit_status status = EXIT_FATAL;
	struct opt_result opt = opt_parse(&PROGRAM, argc, argv);
	struct report report = {.bridge = bridge, .reconcile = reconcile};
	struct findings *findings = NULL;
	struct output *out[2] = {0};

	if (reconcile && (bridge || rejected))
		opt_usage(&PROGRAM, "--reconcile excludes --bridge and "
				    "--afgewezen");
	if (!(report.old = plans_load(opt.operands[0], NULL)) ||
	    !(report.new = plans_load(opt.operands[1], report.old)) ||
	    (rejected && !(report.rejected = plans_rejected(rejected))) ||
	    !(findings = findings_open(findings_path)) ||
	    !(out[0] = output_open(opt.output)) ||
	    report_write(&report, out[0], findings) != 0)
		goto done;
	out[1] = findings_finish(findings);
	report_note(&report);
	int rc = output_commit(out, 2);
	out[0] = NULL;
	if (rc != 0)
		goto done;
	status = findings_status(findings, findings_threshold(fail_on));
	if (fail_if_diff && report.changes > 0)
		status = EXIT_FINDINGS;
done:
	output_discard(out[0]);
	findings_free(findings);
	plans_free(report.rejected);
	plans_free(report.new);
	plans_free(report.old);
	return (int)status;
}
