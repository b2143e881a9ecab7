#include "options.h"

#include <stdint.h>

#include "form/form.h"

struct extract_options extract_options = {.tolerance = 25};
const char *extract_fail_on;

static const struct opt options[] = {
    {'m', "measures", OPT_TEXT, &extract_options.choice.measures,
     "KEY[=NAME],...", "only these measures, by key or title"},
    {'r', "regions", OPT_TEXT, &extract_options.choice.regions,
     "[DIM=]CODE,...", "only these regions; PV* is every code that begins so"},
    {'p', "periods", OPT_TEXT, &extract_options.choice.periods, "FROM..TO",
     "only periods within, as 2022..2024-11"},
    {0, "grain", OPT_CHOICE, &extract_options.choice.grain,
     "year|half|quarter|month|week|day", "only periods of this length"},
    {'w', "where", OPT_LIST, &extract_options.choice.where, "DIM=CODE,...",
     "only records where it holds"},
    {0, "selecties", OPT_TEXT, &extract_options.choice.selection,
     "SELECTIES.csv", "keys and our names for them, by table"},
    {'M', "metadata", OPT_LIST, &extract_options.metadata, "FILE",
     "metadata of the table: Perioden, DataProperties ..."},
    {'f', "form", OPT_CHOICE, &extract_options.form, FORM_WORDS,
     "form of the input (default: seen from its content)"},
    {0, "labels", OPT_FLAG, &extract_options.labels, NULL,
     "titles beside the codes, first days beside the periods"},
    {'L', "list", OPT_FLAG, &extract_options.list, NULL,
     "list what is in the file, as CSV (measures, dimensions, keys, counts)"},
    {0, "wide", OPT_WORD, &extract_options.wide, "perioden",
     "measures side by side, or periods"},
    {0, "since", OPT_TEXT, &extract_options.since, "OLD",
     "what changed since this earlier output"},
    {0, "complete", OPT_FLAG, &extract_options.complete, NULL,
     "v4: also the cells that v3 has as \".\""},
    {0, "explain", OPT_TEXT, &extract_options.explain, "REGIO:PERIODE:NAME",
     "where this figure comes from, instead of the table"},
    {0, "check", OPT_FLAG, &extract_options.check, NULL,
     "does the growth of the stock add up? findings where not"},
    {0, "tolerance", OPT_COUNT, &extract_options.tolerance, "N",
     "no more apart is the same (for --check; default 25)"},
    {0, "table-id", OPT_TEXT, &extract_options.table_id, "ID",
     "the table, when the data do not say"},
    OPT_FINDINGS(&extract_options.findings),
    OPT_FAIL_ON(&extract_fail_on),
};

/* What --list says is in the data. */
#define LIST "cbs-extract -q --list -- \"$file\" | csvpick -HT -w soort="

static const struct opt_values VALUES[] = {
    {"measures", LIST "onderwerp -c sleutel"},
    {"regions", LIST "sleutel -w dimensie=RegioS -c sleutel"},
    {"where", LIST "sleutel -c dimensie,sleutel | tr '\\t' '='"},
};

static const struct opt_old OLD[] = {
    {'g', NULL, "grain"},
    {'s', NULL, "selecties"},
    {0, "selection", "selecties"},
};

const struct opt_program extract_program = {
    .old = OLD,
    .old_count = sizeof(OLD) / sizeof(OLD[0]),
    .files = "zip xml atom json csv gz",
    .values = VALUES,
    .value_count = sizeof VALUES / sizeof VALUES[0],
    .name = "cbs-extract",
    .summary = "CBS open data as one table of observations",
    .operands = "[FILE...]",
    .options = options,
    .option_count = sizeof(options) / sizeof(options[0]),
    .brief = "measures regions periods grain selecties list wide since explain "
	     "findings",
    .examples =
	"  cbs-extract 86098NED.zip\n"
	"  cbs-extract -M Perioden.xml -r PV24,GM* --grain month F.xml.gz\n"
	"  cbs-extract --selecties selecties.csv 81955NED.xml.gz "
	"86098NED.zip\n",
    .max_operands = SIZE_MAX,
    .reads_stdin = true,
    .views = true,
};
