/* plan-exchange: the provinces' two tables of plans as one list, and a
 * register as these tables. */
#include "diag.h"
#include "export.h"
#include "join.h"
#include "opt.h"
#include "output.h"

static struct export_options export;

static const struct opt OPTIONS[] = {
    {0, "export", OPT_TEXT, &export.dir, "FOLDER",
     "the other way: a register (PLANNEN.csv) as the tables, into FOLDER"},
    {'g', "gemeenten", OPT_TEXT, &export.gemeenten, "GEMEENTEN.csv",
     "municipalities, names, woondeals, province (with --export)"},
    {0, "woorden", OPT_TEXT, &export.words, "WOORDEN.csv",
     "the national words: veld,woord,waarde (with --export)"},
    {0, "closed", OPT_FLAG, &export.closed, NULL,
     "also plans that are confidential to their municipality (with "
     "--export)"},
};

static const struct opt_old OLD[] = {
    {'d', NULL, "export"},
    {'w', NULL, "woorden"},
    {'c', NULL, "closed"},
};

static const struct opt_program PROGRAM = {
    OPT_OLD(OLD),
    .name = "plan-exchange",
    .summary = "the provinces' exchange as one list, for plan-normalize",
    .operands = "PLANREGISTRATIE [DETAILPLANNING]",
    OPT_OPTIONS(OPTIONS),
    .brief = "export gemeenten woorden output table",
    .files = "csv json geojson gz",
    .examples =
	"  plan-exchange Planregistratie.csv DetailPlanning.csv >breed.csv\n"
	"  plan-exchange Planregistratie.geojson DetailPlanning.csv.gz -o "
	"b.csv\n"
	"  plan-exchange --export uit -g g.csv --woorden woorden.csv "
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

	if (!out)
		return EXIT_FATAL;
	if (join_files(r->operands[0],
		       r->operand_count > 1 ? r->operands[1] : NULL, out) < 0) {
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
		opt_usage(&PROGRAM,
			  "--export takes one register, -g and --woorden");
	rc = export_register(&export, r.operands[0]);
	return rc < 0 ? EXIT_FATAL : rc ? EXIT_FINDINGS : EXIT_FINE;
}
