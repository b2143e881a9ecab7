/* plan-exchange: the provinces' two tables of plans as one list. */
#include "csvout.h"
#include "diag.h"
#include "join.h"
#include "opt.h"
#include "output.h"

static const struct opt_program PROGRAM = {
    .name = "plan-exchange",
    .summary = "the provinces' exchange as one list, for plan-normalize",
    .operands = "PLANREGISTRATIE [DETAILPLANNING]",
    .files = "csv json geojson gz",
    .examples =
	"  plan-exchange Planregistratie.csv DetailPlanning.csv >breed.csv\n"
	"  plan-exchange Planregistratie.geojson DetailPlanning.csv.gz -o "
	"b.csv\n"
	"  plan-exchange zuid-holland.geojson | plan-normalize -g "
	"gemeenten.csv \\\n"
	"      -S planstatus.csv -l indeling/uitwisseling-zh.csv\n",
    .min_operands = 1,
    .max_operands = 2,
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
	rc = join_files(r.operands[0],
			r.operand_count > 1 ? r.operands[1] : NULL, w);
	csvout_finish(w);
	if (rc < 0) {
		output_discard(out);
		return EXIT_FATAL;
	}
	return output_commit(&out, 1) == 0 ? EXIT_FINE : EXIT_FATAL;
}
