/* plan-exchange: the provinces' two tables of plans as one list, and a
 * register as these tables. */
#include "csvout.h"
#include "diag.h"
#include "export.h"
#include "join.h"
#include "opt.h"
#include "output.h"

static struct export_options export;

static const struct opt OPTIONS[] = {
    {'d', "export", OPT_TEXT, &export.dir, "DIR",
     "the other way: a register (PLANNEN.csv) as the tables, into DIR"},
    {'g', "gemeenten", OPT_TEXT, &export.gemeenten, "GEMEENTEN.csv",
     "with -d: the municipalities"},
    {'w', "woorden", OPT_TEXT, &export.words, "WOORDEN.csv",
     "with -d: the national words (veld,woord,waarde)"},
    {'c', "closed", OPT_FLAG, &export.closed, NULL,
     "with -d: also plans that are confidential to their municipality"},
};

static const struct opt_program PROGRAM = {
    .name = "plan-exchange",
    .summary = "the provinces' exchange as one list, for plan-normalize",
    .operands = "PLANREGISTRATIE [DETAILPLANNING]",
    .options = OPTIONS,
    .option_count = sizeof(OPTIONS) / sizeof(OPTIONS[0]),
    .brief = "export gemeenten woorden output table",
    .files = "csv json geojson gz",
    .examples =
	"  plan-exchange Planregistratie.csv DetailPlanning.csv >breed.csv\n"
	"  plan-exchange Planregistratie.geojson DetailPlanning.csv.gz -o "
	"b.csv\n"
	"  plan-exchange -d landelijk -g gemeenten.csv -w woorden.csv "
	"plannen.csv\n",
    .min_operands = 1,
    .max_operands = 2,
    .reads_stdin = true,
    .views = true,
};

static int
join(const struct opt_result *r)
{
	struct output *out = output_open(r->output);
	struct csvout *w;
	int rc;

	if (!out)
		return EXIT_FATAL;
	w = csvout_new(out, CSVOUT_ASKED);
	rc = join_files(r->operands[0],
			r->operand_count > 1 ? r->operands[1] : NULL, w);
	csvout_finish(w);
	if (rc < 0) {
		output_discard(out);
		return EXIT_FATAL;
	}
	return output_commit(&out, 1) == 0 ? EXIT_FINE : EXIT_FATAL;
}

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&PROGRAM, argc, argv);
	int rc;

	if (!export.dir)
		return join(&r);
	if (!export.gemeenten || !export.words || r.operand_count > 1)
		opt_usage(&PROGRAM, "-d takes one register, -g and -w");
	rc = export_register(&export, r.operands[0]);
	return rc < 0 ? EXIT_FATAL : rc ? EXIT_FINDINGS : EXIT_FINE;
}
