/* plan-normalize: a delivery of housing plans to the plan register. */
#include <stdlib.h>

#include "delivery.h"
#include "diag.h"
#include "mem.h"
#include "opt.h"

static const char *gemeenten_path, *planstatus_path, *ruleset;
static const char *findings_path, *fail_on;
static struct opt_list layout_paths;
static struct delivery_options options;

static const struct opt OPTIONS[] = {
    {'g', "gemeenten", OPT_TEXT, &gemeenten_path, "GEMEENTEN.csv",
     "municipalities and their aliases (needed)"},
    {'S', "planstatus", OPT_TEXT, &planstatus_path, "PLANSTATUS.csv",
     "rule sets for hard and zacht (needed)"},
    {'l', "layout", OPT_LIST, &layout_paths, "LAYOUT.csv",
     "layout of the delivery (needed); several: the header chooses"},
    {'R', "ruleset", OPT_TEXT, &ruleset, "RULESET",
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
    {0, "rejects", OPT_TEXT, &options.rejects, "FILE",
     "write rejected records to FILE, as delivered"},
    {0, "findings", OPT_TEXT, &findings_path, "FILE",
     "write all findings to FILE"},
    {0, "fail-on", OPT_CHOICE, &fail_on, "error|warning",
     "exit 1 on findings of this severity (default error)"},
};

static const struct opt_program PROGRAM = {
    .name = "plan-normalize",
    .summary = "a municipality's plan delivery to the plan register",
    .operands = "[FILE]",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof OPTIONS[0],
    .examples =
	"  plan-normalize -g gemeenten.csv -S planstatus.csv -l breed.csv "
	"a.csv\n"
	"  plan-normalize -g g.csv -S s.csv -l a.csv -l b.csv <delivery.csv\n"
	"  plan-normalize -g g.csv -S s.csv -l a.csv --rejects r.csv a.csv\n",
    .max_operands = 1,
    .reads_stdin = true,
};

static int
load_layouts(struct delivery *d)
{
	d->layouts = mem_array(layout_paths.count, sizeof(*d->layouts));
	for (size_t i = 0; i < layout_paths.count; i++)
		if (!(d->layouts[d->layout_count++] =
			  layout_load(layout_paths.items[i])))
			return -1;
	return 0;
}

int
main(int argc, char **argv)
{
	enum exit_status status = EXIT_FATAL;
	struct opt_result opt = opt_parse(&PROGRAM, argc, argv);
	struct delivery d = {0};
	struct gemeenten *g = NULL;
	struct status *s = NULL;
	struct output *outs[3] = {0};

	if (!gemeenten_path || !planstatus_path || !layout_paths.count)
		opt_usage(&PROGRAM, "-g, -S and -l are needed");
	d.options = options;
	if (!(d.in = input_open(opt.operands[0])) ||
	    !(d.gemeenten = g = gemeenten_load(gemeenten_path)) ||
	    !(d.status = s = status_load(planstatus_path,
					 ruleset ? ruleset : "basisset")) ||
	    load_layouts(&d) < 0 ||
	    !(d.findings = findings_open(findings_path)) ||
	    !(outs[0] = d.out = output_open(opt.output)) ||
	    delivery_read(&d) < 0)
		goto done;
	outs[1] = d.rejects;
	outs[2] = findings_finish(d.findings);
	d.out = NULL;
	if (output_commit(outs, 3) == 0)
		status =
		    findings_status(d.findings, findings_threshold(fail_on));
done:
	output_discard(d.out);
	findings_free(d.findings);
	for (size_t i = 0; i < d.layout_count; i++)
		layout_free(d.layouts[i]);
	free(d.layouts);
	status_free(s);
	gemeenten_free(g);
	if (input_close(d.in) < 0)
		status = EXIT_FATAL;
	return (int)status;
}
