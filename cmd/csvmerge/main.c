/* csvmerge: CSV files of one header, each in order, to one in order. */
#include "csvout.h"
#include "diag.h"
#include "merge.h"
#include "opt.h"
#include "output.h"

static const char *key;

static const struct opt OPTIONS[] = {
    {'k', "key", OPT_TEXT, &key, "COLUMN[=WORD|...],...",
     "the columns that order and tell records apart (as bytes, or as the "
     "words stand; default sleutel)"},
};

static const struct opt_values VALUES[] = {{"key", OPT_COLUMNS}};

static const struct opt_program PROGRAM = {
    .values = VALUES,
    .value_count = 1,
    .name = "csvmerge",
    .summary = "CSV files of one header, each in order, to one in order",
    .operands = "[FILE...]",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof OPTIONS[0],
    .brief = "key verbose receipt",
    .examples = "  csvmerge -o indicatoren.csv deel/*.csv\n"
		"  csvmerge -k regio,periode deel-1.csv deel-2.csv.gz\n"
		"  csvmerge -k 'niveau=provincie|gemeente,regio' */stand.csv\n"
		"  ssh host csvpick deel-2.csv | csvmerge deel-1.csv -\n",
    .min_operands = 1,
    .max_operands = (size_t)-1,
    .reads_stdin = true,
    .views = true,
};

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&PROGRAM, argc, argv);
	struct output *out = output_open(r.output);
	struct csvout *w;
	int rc;

	if (!out)
		return EXIT_FATAL;
	w = csvout_new(out, CSVOUT_ASKED);
	rc = merge_files(key ? key : "sleutel", r.operands, r.operand_count, w);
	csvout_finish(w);
	if (rc < 0) {
		output_discard(out);
		return EXIT_FATAL;
	}
	return output_commit(&out, 1) == 0 ? EXIT_FINE : EXIT_FATAL;
}
