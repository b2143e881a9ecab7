#include "options.h"

struct options normalize_options;

static const struct opt options[] = {
    {'g', "gemeenten", OPT_TEXT, &normalize_options.paths.gemeenten,
     "GEMEENTEN.csv", "municipalities and their aliases (needed)"},
    {'S', "planstatus", OPT_TEXT, &normalize_options.paths.planstatus,
     "PLANSTATUS.csv", "rule sets for hard and zacht (needed)"},
    {'l', "layout", OPT_LIST, &normalize_options.paths.layouts, "LAYOUT",
     "its layout, or a folder of layouts: the header chooses (default: the "
     "folders indeling beside GEMEENTEN.csv and above it)"},
    {'R', "ruleset", OPT_TEXT, &normalize_options.paths.ruleset, "RULESET",
     "rule set for hardheid (default basisset)"},
    {0, "prijsgrenzen", OPT_TEXT, &normalize_options.paths.prices,
     "PRIJSGRENZEN.csv", "price limits by year, for price classes"},
    {0, "gebieden", OPT_TEXT, &normalize_options.paths.gebieden, "GEBIEDEN.csv",
     "areas across municipalities, and their plans"},
    {0, "gemeente", OPT_TEXT, &normalize_options.delivery.gemeente, "CODE",
     "municipality of all records"},
    {0, "peildatum", OPT_TEXT, &normalize_options.delivery.peildatum, "DATE",
     "date the delivery describes, as 2024-01-01"},
    {0, "levering", OPT_TEXT, &normalize_options.delivery.levering, "ID",
     "name of the delivery in the register"},
    {'d', "delimiter", OPT_CHAR, &normalize_options.delivery.delimiter, "C",
     "delimiter (default: the layout's, else the header's)"},
    {'e', "encoding", OPT_TEXT, &normalize_options.delivery.encoding,
     "ENCODING", "encoding (default: the layout's, else UTF-8)"},
    {'n', "numbers", OPT_CHOICE, &normalize_options.delivery.numbers, "nl|en",
     "form of numbers: 1.234,5 or 1,234.5"},
    {0, "rejects", OPT_TEXT, &normalize_options.delivery.rejects, "FILE",
     "what was rejected"},
    {0, "rejected", OPT_TEXT, &normalize_options.delivery.rejected, "FILE",
     "the plans that were rejected, in rows of the register"},
    {0, "findings", OPT_TEXT, &normalize_options.findings, "FILE",
     "all findings as CSV"},
    {0, "fail-on", OPT_CHOICE, &normalize_options.fail_on, "error|warning",
     "exit 1 on findings of this severity (default error)"},
    {0, "propose", OPT_FLAG, &normalize_options.propose, NULL,
     "write a layout for this delivery, made of those there are"},
};

static const struct opt_values VALUES[] = {
    {"ruleset", "csvpick -Htu --trim -c regelset -- \"$opt_S\""},
    {"gemeente", "csvpick -Ht --trim -c gemeente -- \"$opt_g\""},
};

const struct opt_program normalize_program = {
    .values = VALUES,
    .value_count = sizeof VALUES / sizeof VALUES[0],
    .name = "plan-normalize",
    .summary = "a municipality's plan delivery to the plan register",
    .operands = "-g GEMEENTEN -S PLANSTATUS [FILE]",
    .options = options,
    .option_count = sizeof(options) / sizeof(options[0]),
    .examples =
	"  plan-normalize -v -g flevoland/gemeenten.csv -S s.csv almere.csv\n"
	"  plan-normalize -g g.csv -S s.csv -l a.csv -l b.csv <in.csv\n"
	"  plan-normalize -g g.csv -S s.csv -l a.csv --rejects r.csv d.csv\n",
    .max_operands = 1,
    .reads_stdin = true,
    .views = true,
};
