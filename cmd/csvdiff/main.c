/* csvdiff: what changed between two CSVs with a key. */
#include "csvout.h"
#include "diag.h"
#include "diff.h"
#include "opt.h"
#include "output.h"

static struct diff diff;
static bool fail_if_diff;

static const struct opt OPTIONS[] = {
    {'k', "key", OPT_TEXT, &diff.key, "COLUMN,...",
     "the columns that order and tell records apart (default sleutel)"},
    {0, "numeric", OPT_TEXT, &diff.numeric, "COLUMN,...",
     "columns compared as numbers: 1.0 is 1"},
    {0, "tolerance", OPT_TEXT, &diff.tolerance, "N",
     "no more apart is the same (in these columns; default 0)"},
    {0, "difference", OPT_FLAG, &diff.difference, NULL,
     "a column more: new less old, of these columns"},
    {0, "ignore", OPT_TEXT, &diff.ignore, "COLUMN,...", "not compared"},
    {0, "fail-if-diff", OPT_FLAG, &fail_if_diff, NULL,
     "exit 1 when anything changed"},
};

static const struct opt_values VALUES[] = {
    {"key", OPT_COLUMNS}, {"numeric", OPT_COLUMNS}, {"ignore", OPT_COLUMNS}};

static const struct opt_program PROGRAM = {
    OPT_VALUES(VALUES),
    .name = "csvdiff",
    .summary = "what changed between two CSVs with a key, cell by cell",
    .operands = "OLD NEW [OLD NEW]...",
    OPT_OPTIONS(OPTIONS),
    .brief = "key numeric tolerance difference ignore fail-if-diff table",
    .examples = "  csvdiff old/stand.csv new/stand.csv\n"
		"  csvdiff -k gemeente,jaar --numeric waarde old.csv new.csv\n"
		"  csvdiff --fail-if-diff old.csv.gz - <new.csv >/dev/null\n",
    .min_operands = 2,
    .max_operands = (size_t)-1,
    .views = true,
};

static void
check(const struct opt_result *r)
{
	if (r->operand_count % 2 != 0)
		opt_usage(&PROGRAM, "files come in pairs, not %zu of them",
			  r->operand_count);
	if (!diff_settle(&diff))
		opt_usage(&PROGRAM, "--tolerance takes a number, not \"%s\"",
			  diff.tolerance);
	if ((diff.tolerance || diff.difference) && !diff.numeric)
		opt_usage(&PROGRAM, "--tolerance, --difference need --numeric");
}

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&PROGRAM, argc, argv);
	struct output *out = NULL;
	int rc = 0;

	check(&r);
	if (!(out = output_open(r.output)))
		return EXIT_FATAL;
	diff.out = csvout_new(out, CSVOUT_ASKED);
	diff_header(&diff);
	for (size_t i = 0; i < r.operand_count && rc == 0; i += 2)
		rc = diff_pair(&diff, r.operands[i], r.operands[i + 1]);
	csvout_finish(diff.out);
	if (rc < 0) {
		output_discard(out);
		return EXIT_FATAL;
	}
	diff_note(&diff);
	if (output_commit(&out, 1) != 0)
		return EXIT_FATAL;
	return fail_if_diff && diff_found(&diff) ? EXIT_FINDINGS : EXIT_FINE;
}
