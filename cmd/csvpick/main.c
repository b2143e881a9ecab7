/* csvpick: columns and records of CSV files of ours, for people and shells. */
#include "diag.h"
#include "opt.h"
#include "output.h"
#include "run.h"

static struct run run;
static bool table, tab, nul;

static const struct opt OPTIONS[] = {
    {'c', "columns", OPT_TEXT, &run.ask.columns, "COLUMN,...",
     "these columns, in this order"},
    {'w', "where", OPT_LIST, &run.ask.where, "COLUMN=VALUE",
     "records where it holds (or COLUMN!=VALUE), all when given more often"},
    {'j', "join", OPT_TEXT, &run.ask.join, "NAME=COLUMN,...",
     "a column more: these, joined by a bar"},
    {'u', "unique", OPT_FLAG, &run.ask.unique, NULL,
     "leave out what was written before"},
    {'n', "count", OPT_FLAG, &run.count, NULL,
     "write only the number of records"},
    {'H', "no-header", OPT_FLAG, &run.no_header, NULL, "without the header"},
    {'t', "tab", OPT_FLAG, &tab, NULL,
     "cells without quotes, a tab between them"},
    {'0', "nul", OPT_FLAG, &nul, NULL,
     "cells without quotes, a NUL after each"},
    {0, "table", OPT_FLAG, &table, NULL, "an aligned table, for people"},
    {0, "excel-safe", OPT_FLAG, &run.ask.excel_safe, NULL,
     "a ' before what a spreadsheet would take for a formula"},
    {0, "trim", OPT_FLAG, &run.ask.trim, NULL,
     "values without blanks at their ends"},
};

static const struct opt_values VALUES[] = {
    {"columns", OPT_COLUMNS},
    {"where", OPT_COLUMNS},
    {"join", OPT_COLUMNS},
};

static const struct opt_program PROGRAM = {
    .values = VALUES,
    .value_count = sizeof VALUES / sizeof VALUES[0],
    .name = "csvpick",
    .summary = "columns and records of CSV files with one header",
    .operands = "[FILE...]",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof OPTIONS[0],
    .examples = "  csvpick -c regio,naam -w niveau=gemeente -u stand.csv\n"
		"  csvpick -n -w ernst=fout bevindingen.csv\n"
		"  csvpick --table -c gemeente,stand rooster.csv\n"
		"  csvpick -H0 -c gemeente,bestand leveringen.csv | xargs -0 "
		"-n 2 echo\n",
    .min_operands = 1,
    .max_operands = (size_t)-1,
    .reads_stdin = true,
};

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&PROGRAM, argc, argv);
	struct output *out;

	if (tab + nul + table + run.count > 1)
		opt_usage(&PROGRAM, "--count, --nul, --tab and --table "
				    "exclude each other");
	run.form = table ? EMIT_TABLE
		   : tab ? EMIT_TAB
		   : nul ? EMIT_NUL
			 : EMIT_CSV;
	if ((out = output_open(r.output)) == NULL)
		return EXIT_FATAL;
	if (run_files(&run, r.operands, r.operand_count, out) < 0) {
		output_discard(out);
		return EXIT_FATAL;
	}
	return output_commit(&out, 1) == 0 ? EXIT_FINE : EXIT_FATAL;
}
