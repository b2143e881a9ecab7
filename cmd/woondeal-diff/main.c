#include <stdlib.h>
#include <unistd.h>

#include "diag.h"
#include "opdracht.h"

static struct keuzes keuzes;
static const char *bevindingen;
static const char *fail_on;

static const struct opt options[] = {
    {'g', "gemeenten", OPT_TEXT, &keuzes.gemeenten, "FILE",
     "municipalities, their woondeal and province (required)"},
    {'t', "targets", OPT_TEXT, &keuzes.opgave, "FILE",
     "the targets as agreed, opgave.csv (required)"},
    {'P', "plannen", OPT_LIST, &keuzes.plannen, "FILE",
     "a plan register from plan-normalize; may be repeated"},
    {'y', "years", OPT_TEXT, &keuzes.jaren, "2022..2030",
     "years of the stand; default: those of the targets"},
    {0, "peildatum", OPT_TEXT, &keuzes.peildatum, "DATE|laatste",
     "growth counts before it, plans from its year on"},
    {0, "as-of", OPT_TEXT, &keuzes.as_of, "DATE",
     "the targets as they were agreed on that day"},
    {0, "roster", OPT_TEXT, &keuzes.rooster, "FILE",
     "who was to deliver, and whether all came"},
    {0, "table", OPT_FLAG, &keuzes.table, NULL,
     "a view for people in 80 columns instead of the CSV"},
    {0, "findings", OPT_TEXT, &bevindingen, "FILE",
     "write all findings there as CSV"},
    {0, "fail-on", OPT_CHOICE, &fail_on, "error|warning",
     "findings that make the status 1 (default error)"},
};

static const struct opt_program program = {
    .name = "woondeal-diff",
    .summary = "realised growth and plan capacity against Woondeal targets",
    .operands = "[WAARNEMINGEN]",
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .examples =
	"woondeal-diff -g gemeenten.csv -t opgave.csv waarnemingen.csv\n"
	"woondeal-diff -g g.csv -t o.csv -P plannen.csv -o stand.csv w.csv\n"
	"woondeal-diff -g g.csv -t o.csv --peildatum laatste --table w.csv\n",
    .max_operands = 1,
    .reads_stdin = true,
};

static bool
colour_wanted(const char *output)
{
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
	struct opt_result r = opt_parse(&program, argc, argv);
	if (keuzes.gemeenten == NULL || keuzes.opgave == NULL)
		opt_usage(&program, "-g and -t are required");
	keuzes.kleur = colour_wanted(r.output);
	struct output *outs[2] = {NULL, NULL};
	struct findings *f = findings_open(bevindingen);
	struct opdracht *o = NULL;
	if (f != NULL)
		o = opdracht_open(&keuzes, r.operands[0], f);
	if (o != NULL)
		outs[0] = output_open(r.output);
	if (outs[0] == NULL || opdracht_write(o, outs[0]) != 0) {
		output_discard(outs[0]);
		goto done;
	}
	outs[1] = findings_finish(f);
	if (output_commit(outs, 2) == 0)
		status = findings_status(f, findings_threshold(fail_on));
done:
	opdracht_close(o);
	findings_free(f);
	return status;
}
