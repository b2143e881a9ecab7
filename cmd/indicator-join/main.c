#include <stdint.h>

#include "layout.h"
#include "opt.h"

static struct join_options o;
static const char *layout, *fail_on;
static bool table;
static const struct opt options[] = {
    {'i', "indicatoren", OPT_TEXT, &o.indicatoren, "FILE",
     "the catalogue of indicators (required)"},
    {'g', "gemeenten", OPT_TEXT, &o.gemeenten, "FILE",
     "the municipalities of the grid and their deals (required)"},
    {0, "as-of", OPT_TEXT, &o.as_of, "DATE",
     "the catalogue as in force then (default: its last geldig_van)"},
    {0, "latest", OPT_FLAG, &o.latest, NULL,
     "of each indicator only the newest period"},
    {0, "layout", OPT_CHOICE, &layout, "long|wide|arcgis|swing|swing-meta",
     "shape of the output (default: long)"},
    {0, "min-count", OPT_COUNT, &o.min_count, "N",
     "withhold counts below N, and what would give them away"},
    {0, "sorted", OPT_FLAG, &o.sorted, NULL,
     "the inputs are sorted by onderwerp: check, hold one at a time"},
    {0, "unmatched", OPT_TEXT, &o.unmatched, "FILE",
     "write what found no partner to FILE"},
    {0, "findings", OPT_TEXT, &o.findings, "FILE", "write findings to FILE"},
    {0, "fail-on", OPT_CHOICE, &fail_on, "error|warning",
     "exit 1 from findings of this severity (default: error)"},
    {0, "table", OPT_FLAG, &table, NULL, "an aligned table, for people"},
};

static const struct opt_program program = {
    "indicator-join",
    "Observations by region and period into indicator feeds.",
    "[WAARNEMINGEN...]",
    options,
    sizeof(options) / sizeof(*options),
    "  indicator-join -i indicatoren.csv -g gemeenten.csv waarnemingen.csv\n"
    "  indicator-join -i I.csv -g G.csv --layout wide --latest W1.csv W2.csv\n"
    "  indicator-join -i I.csv -g G.csv --layout swing -o swing.csv W.csv.gz\n",
    0,
    SIZE_MAX,
    true};

/* Reads, writes and publishes all outputs together, or none. */
static int
run(struct join *j, const char *path)
{
	struct output *out[3] = {output_open(path)};

	if (!out[0] || layout_write(j, layout, out[0], table) < 0) {
		output_discard(out[0]);
		return -1;
	}
	join_summary(j);
	out[1] = findings_finish(j->findings);
	out[2] = unmatched_finish(j->unmatched);
	return output_commit(out, 3);
}

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&program, argc, argv);
	enum exit_status status = EXIT_FATAL;
	struct join *j;

	if (!o.indicatoren || !o.gemeenten)
		opt_usage(&program, "-i and -g are required");
	if (o.latest && layout && layout[0] == 's')
		opt_usage(&program, "--latest and %s exclude each other",
			  layout);
	j = join_open(&o, r.operands, r.operand_count);
	if (j && run(j, r.output) == 0)
		status =
		    findings_status(j->findings, findings_threshold(fail_on));
	join_free(j);
	return (int)status;
}
