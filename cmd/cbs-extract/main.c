/* cbs-extract: CBS open data, in the forms they arrive in, as one table of
 * observations. */
#include <stdint.h>

#include "diag.h"
#include "extract.h"
#include "form.h"
#include "opt.h"

static struct extract_options o;
static const char *fail_on;

static const struct opt options[] = {
    {'m', "measures", OPT_TEXT, &o.choice.measures, "KEY[=NAME],...",
     "only these measures, by key or title"},
    {'r', "regions", OPT_TEXT, &o.choice.regions, "[DIM=]CODE,...",
     "only these regions; PV* is every code that begins so"},
    {'p', "periods", OPT_TEXT, &o.choice.periods, "FROM..TO",
     "only periods within, as 2022..2024-11"},
    {'g', "grain", OPT_CHOICE, &o.choice.grain,
     "year|half|quarter|month|week|day", "only periods of this length"},
    {'w', "where", OPT_LIST, &o.choice.where, "DIM=CODE,...",
     "only these codes of a dimension"},
    {'s', "selection", OPT_TEXT, &o.choice.selection, "FILE",
     "keys and our names for them, by table"},
    {'M', "metadata", OPT_LIST, &o.metadata, "FILE",
     "metadata of the table: Perioden, DataProperties ..."},
    {'f', "form", OPT_CHOICE, &o.form, FORM_WORDS,
     "form of the input (default: seen from its content)"},
    {0, "table-id", OPT_TEXT, &o.table_id, "ID",
     "the table, when the data do not say"},
    {0, "findings", OPT_TEXT, &o.findings, "FILE", "write findings to FILE"},
    {0, "fail-on", OPT_CHOICE, &fail_on, "error|warning",
     "exit 1 on findings of this severity (default error)"},
};

static const struct opt_program program = {
    .name = "cbs-extract",
    .summary = "CBS open data as one table of observations",
    .operands = "[FILE...]",
    .options = options,
    .option_count = sizeof(options) / sizeof(options[0]),
    .examples = "  cbs-extract 86098NED.zip\n"
		"  cbs-extract -M Perioden.xml -r PV24,GM* -g month F.xml.gz\n"
		"  cbs-extract -s selecties.csv 81955NED.xml.gz 86098NED.zip\n",
    .max_operands = SIZE_MAX,
    .reads_stdin = true,
};

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
	struct opt_result r = opt_parse(&program, argc, argv);
	struct extract *x = extract_open(&o);
	enum exit_status status = EXIT_FATAL;

	if (x && run(x, &r) == 0)
		status =
		    findings_status(x->findings, findings_threshold(fail_on));
	extract_free(x);
	return (int)status;
}
