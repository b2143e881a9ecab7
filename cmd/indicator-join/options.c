#include "options.h"

#include <stdint.h>

#include "outform.h"

#define LAYOUT(kind, word) "|" word
#define LAYOUT_WORDS LAYOUTS(LAYOUT)

struct options options = {.layout = {.delimiter = ','},
			  .join = {.trend_years = 8, .trend_least = 4}};

static const struct opt list[] = {
    {'i', "indicatoren", OPT_TEXT, &options.join.indicatoren, "INDICATOREN.csv",
     "the catalogue of indicators (needed)"},
    OPT_GEMEENTEN(&options.join.gemeenten),
    {0, "as-of", OPT_TEXT, &options.join.as_of, "DATE",
     "as it was agreed on that day (default: the last geldig_van)"},
    {0, "herindelingen", OPT_TEXT, &options.join.changes, "HERINDELINGEN.csv",
     "changes of the municipal division, to convert earlier periods by"},
    {0, "decimal", OPT_CHOICE, &options.layout.decimal, "point|comma",
     "decimal sign (of the shapes of Swing; default point)"},
    {'d', "delimiter", OPT_CHAR, &options.layout.delimiter, "C",
     "between fields (of the shapes of Swing; default ,)"},
    {0, "explain", OPT_TEXT, &options.join.explain, "REGIO:PERIODE:NAME",
     "where this figure comes from, instead of the table"},
    {'G', "geheim", OPT_TEXT, &options.join.geheim, "GEHEIM.csv",
     "what is too little to hide behind"},
    {0, "latest", OPT_FLAG, &options.join.latest, NULL,
     "only the newest period of each"},
    {0, "shape", OPT_CHOICE, &options.layout.name, &(LAYOUT_WORDS)[1],
     "shape of the output (default: long)"},
    {0, "plausibel", OPT_TEXT, &options.join.limits, "PLAUSIBEL.csv",
     "limits of what is plausible (toets,grens,...)"},
    {0, "min-count", OPT_COUNT, &options.join.min_count, "N",
     "withhold counts below N, and what would give them away"},
    {0, "sorted", OPT_FLAG, &options.join.sorted, NULL,
     "the inputs are sorted by onderwerp: check, hold one at a time"},
    {0, "trend-least", OPT_COUNT, &options.join.trend_least, "N",
     "values that a trend needs (default: 4)"},
    {0, "trend-years", OPT_COUNT, &options.join.trend_years, "N",
     "years that a trend looks back over, 4 to 12 (default: 8)"},
    {0, "eenheden", OPT_TEXT, &options.join.units, "EENHEDEN.csv",
     "units and their scale, to convert by"},
    {0, "unmatched", OPT_TEXT, &options.join.unmatched, "FILE",
     "write what found no partner to FILE"},
    OPT_FINDINGS(&options.join.findings),
    OPT_FAIL_ON(&options.fail_on),
};

static const struct opt_values VALUES[] = {
    {"explain",
     "case $cur in "
     "*:*:*) csvpick -HTq --trim -c code -- \"$opt_i\" | "
     "sed \"s|^|${cur%:*}:|\" ;; "
     "*:*) ;; "
     "*) csvpick -HTq --trim -c gemeente -- \"$opt_g\" | sed 's/$/:/' ;; "
     "esac"},
};

static const struct opt_old OLD[] = {
    {'u', NULL, "eenheden"},	     {0, "units", "eenheden"},
    {0, "changes", "herindelingen"}, {0, "limits", "plausibel"},
    {0, "layout", "shape"},
};

const struct opt_program options_program = {
    .old = OLD,
    .old_count = sizeof(OLD) / sizeof(OLD[0]),
    .name = "indicator-join",
    .summary = "Observations by region and period into indicator feeds.",
    .operands = "[WAARNEMINGEN...]",
    .options = list,
    .option_count = sizeof(list) / sizeof(*list),
    .brief = "indicatoren gemeenten shape latest min-count explain "
	     "unmatched findings table",
    .examples = "  indicator-join -i indicatoren.csv -g gemeenten.csv "
		"waarnemingen.csv\n"
		"  indicator-join -i I.csv -g G.csv --shape wide --latest "
		"W1.csv W2.csv\n"
		"  indicator-join -i I.csv -g G.csv --shape swing -o swing.csv "
		"W.csv.gz\n",
    .max_operands = SIZE_MAX,
    .reads_stdin = true,
    .views = true,
    .values = VALUES,
    .value_count = sizeof VALUES / sizeof VALUES[0],
};

/* Of other layouts the dialect is fixed: contracts.md. */
static void
check_dialect(bool swing)
{
	const struct layout_options *l = &options.layout;
	bool comma = text_is(text_of(l->decimal), "comma");

	if (!swing && (comma || l->delimiter != ','))
		opt_usage(&options_program, "--delimiter and --decimal are "
					    "for the shapes of Swing");
	if (comma && outform() == OUTFORM_JSON)
		opt_usage(&options_program,
			  "--decimal comma is not for --json, whose numbers "
			  "have a point");
	if (comma && l->delimiter == ',')
		opt_usage(&options_program,
			  "--decimal comma needs another delimiter, as -d ;");
}

static bool
same(const char *a, const char *b)
{
	return a && b && text_equal(text_of(a), text_of(b));
}

/* Two outputs under one name: the last would be all there is. */
static void
check_outputs(const char *output)
{
	const struct join_options *j = &options.join;

	if (same(output, j->findings) || same(output, j->unmatched) ||
	    same(j->findings, j->unmatched))
		opt_usage(&options_program, "two outputs have the same name");
}

void
options_check(const char *output)
{
	const struct join_options *j = &options.join;
	const char *layout = options.layout.name;
	bool swing = text_starts(text_of(layout), "swing");

	if (!j->indicatoren || !j->gemeenten)
		opt_usage(&options_program, "-i and -g are required");
	if (j->trend_least < 4 || j->trend_least > j->trend_years ||
	    j->trend_years > KENDALL_MOST)
		opt_usage(&options_program,
			  "--trend-years takes 4 to %d, and --trend-least 4 up "
			  "to that",
			  KENDALL_MOST);
	if (j->changes && j->sorted)
		opt_usage(&options_program,
			  "--herindelingen and --sorted exclude each other");
	if (j->explain && (layout || j->latest))
		opt_usage(&options_program, "--explain has its own shape");
	if (j->latest && swing)
		opt_usage(&options_program,
			  "--latest and %s exclude each other", layout);
	check_dialect(swing);
	check_outputs(output);
}
