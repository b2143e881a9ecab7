/* sheet-extract: one sheet of a workbook as CSV. */
#include "diag.h"
#include "extract.h"
#include "finding.h"
#include "opt.h"
#include "output.h"

static struct extract task;
static const char *findings_path, *fail_on;

static const struct opt OPTIONS[] = {
    {'L', "list", OPT_FLAG, &task.list, NULL,
     "list what is in the file, as CSV (sheets)"},
    {'s', "sheet", OPT_TEXT, &task.sheet, "NAME|NUMBER",
     "the sheet, by name or by number from 1 (default: the first)"},
    {0, "range", OPT_TEXT, &task.range, "A1:Z99",
     "only these cells; A:Z or A5: goes on to the last row"},
    {0, "fill-merged", OPT_FLAG, &task.fill_merged, NULL,
     "repeat the value of a merged cell all over it"},
    {0, "visible", OPT_FLAG, &task.visible, NULL,
     "leave out hidden rows, columns and sheets"},
    OPT_FINDINGS(&findings_path),
    OPT_FAIL_ON(&fail_on),
};

static const struct opt_values VALUES[] = {
    {"sheet", "sheet-extract -qL -- \"$file\" | csvpick -HT -c naam"},
};

static const struct opt_old OLD[] = {
    {'l', NULL, "list"},
};

static const struct opt_program PROGRAM = {
    OPT_OLD(OLD),
    .files = "xlsx xlsm ods xls",
    OPT_VALUES(VALUES),
    .name = "sheet-extract",
    .summary = "one sheet of an .xlsx, .xls or .ods workbook as CSV",
    .operands = "[FILE]",
    OPT_OPTIONS(OPTIONS),
    .brief = "list sheet range fill-merged visible findings",
    .examples = "  sheet-extract -L plannen.xlsx\n"
		"  sheet-extract -s Plannen --findings f.csv plannen.xlsx\n"
		"  sheet-extract -s 2 --range A18: - <plannen.ods\n",
    .max_operands = 1,
    .reads_stdin = true,
    .views = true,
};

int
main(int argc, char **argv)
{
	enum exit_status status = EXIT_FATAL;
	struct opt_result opt = opt_parse(&PROGRAM, argc, argv);
	struct book *book = NULL;
	struct findings *findings = NULL;
	struct output *out[2] = {0};
	const char *wrong = extract_check(&task);
	task.info = findings_path != NULL || diag_is_verbose();
	if (wrong != NULL)
		opt_usage(&PROGRAM, "%s", wrong);

	struct input *in = input_open(opt.operands[0]);
	if (in == NULL || (book = book_open(in)) == NULL ||
	    (findings = findings_open(findings_path)) == NULL ||
	    (out[0] = output_open(opt.output)) == NULL ||
	    extract_run(&task, book, out[0], findings) < 0)
		goto done;
	out[1] = findings_finish(findings);
	int rc = output_commit(out, 2);
	out[0] = NULL;
	if (rc == 0)
		status = findings_status(findings, findings_threshold(fail_on));
done:
	output_discard(out[0]);
	findings_free(findings);
	book_close(book);
	return (int)status;
}
