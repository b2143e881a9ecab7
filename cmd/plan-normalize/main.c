/* plan-normalize: a delivery of housing plans to the plan register. */
#include "delivery.h"
#include "diag.h"
#include "opt.h"

static struct table_paths paths;
static struct delivery_options options;
static const char *findings_path, *fail_on;

static const struct opt OPTIONS[] = {
    {'g', "gemeenten", OPT_TEXT, &paths.gemeenten, "GEMEENTEN.csv",
     "municipalities and their aliases (needed)"},
    {'S', "planstatus", OPT_TEXT, &paths.planstatus, "PLANSTATUS.csv",
     "rule sets for hard and zacht (needed)"},
    {'l', "layout", OPT_LIST, &paths.layouts, "LAYOUT.csv",
     "layout of the delivery (needed); several: the header chooses"},
    {'R', "ruleset", OPT_TEXT, &paths.ruleset, "RULESET",
     "rule set for hardheid (default basisset)"},
    {0, "gemeente", OPT_TEXT, &options.gemeente, "CODE",
     "municipality of all records"},
    {0, "peildatum", OPT_TEXT, &options.peildatum, "DATE",
     "date the delivery describes, as 2024-01-01"},
    {0, "levering", OPT_TEXT, &options.levering, "ID",
     "name of the delivery in the register"},
    {'d', "delimiter", OPT_CHAR, &options.delimiter, "C",
     "delimiter (default: the layout's, else the header's)"},
    {'e', "encoding", OPT_TEXT, &options.encoding, "ENCODING",
     "encoding (default: the layout's, else UTF-8)"},
    {'n', "numbers", OPT_CHOICE, &options.numbers, "nl|en",
     "form of numbers: 1.234,5 or 1,234.5"},
    {0, "rejects", OPT_TEXT, &options.rejects, "FILE", "what was rejected"},
    {0, "findings", OPT_TEXT, &findings_path, "FILE", "all findings as CSV"},
    {0, "fail-on", OPT_CHOICE, &fail_on, "error|warning",
     "exit 1 on findings of this severity (default error)"},
};

static const struct opt_program PROGRAM = {
    .name = "plan-normalize",
    .summary = "a municipality's plan delivery to the plan register",
    .operands = "-g GEMEENTEN -S PLANSTATUS -l LAYOUT [FILE]",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof OPTIONS[0],
    .examples =
	"  plan-normalize -g g.csv -S s.csv -l breed.csv almere.csv\n"
	"  plan-normalize -g g.csv -S s.csv -l a.csv -l b.csv <in.csv\n"
	"  plan-normalize -g g.csv -S s.csv -l a.csv --rejects r.csv d.csv\n",
    .max_operands = 1,
    .reads_stdin = true,
};

int
main(int argc, char **argv)
{
	enum exit_status status = EXIT_FATAL;
	struct opt_result opt = opt_parse(&PROGRAM, argc, argv);
	struct delivery d = {.options = &options};

	if (!paths.gemeenten || !paths.planstatus || !paths.layouts.count)
		opt_usage(&PROGRAM, "-g, -S and -l are needed");
	if (!(d.in = input_open(opt.operands[0])) ||
	    tables_load(&d.tables, &paths) < 0 ||
	    !(d.findings = findings_open(findings_path)) ||
	    !(d.out = output_open(opt.output)) || delivery_read(&d) < 0 ||
	    delivery_close(&d) < 0) /* nothing may fail after the commit */
		goto done;
	struct output *outs[] = {d.out, d.rejects, findings_finish(d.findings)};
	d.out = d.rejects = NULL;
	if (output_commit(outs, 3) == 0)
		status =
		    findings_status(d.findings, findings_threshold(fail_on));
done:
	output_discard(d.out);
	output_discard(d.rejects);
	findings_free(d.findings);
	tables_free(&d.tables);
	delivery_close(&d);
	return (int)status;
}
