#include "options.h"

struct options normalize_options;

static const struct opt options[] = {
    OPT_GEMEENTEN(&normalize_options.paths.gemeenten),
    {'S', "planstatus", OPT_TEXT, &normalize_options.paths.planstatus,
     "PLANSTATUS.csv", "the rule sets that say what is hard (needed)"},
    {'l', "layout", OPT_LIST, &normalize_options.paths.layouts, "LAYOUT",
     "its layout, or a folder of layouts: the header chooses (default: the "
     "folders indeling beside GEMEENTEN.csv and above it)"},
    {'R', "ruleset", OPT_TEXT, &normalize_options.paths.ruleset, "RULESET",
     "rule set for hardheid (default basisset)"},
    {0, "prijsgrenzen", OPT_TEXT, &normalize_options.paths.prices,
     "PRIJSGRENZEN.csv", "price limits by year, for price classes"},
    {0, "gebieden", OPT_TEXT, &normalize_options.paths.gebieden, "GEBIEDEN.csv",
     "areas across municipalities"},
    {0, "gemeente", OPT_TEXT, &normalize_options.delivery.gemeente, "CODE",
     "municipality of all records that tell none"},
    {0, "peildatum", OPT_TEXT, &normalize_options.delivery.peildatum, "DATE",
     "the day that is described (of the delivery, as 2024-01-01)"},
    {0, "levering", OPT_TEXT, &normalize_options.delivery.levering, "ID",
     "name of the delivery (in the register)"},
    {'d', "delimiter", OPT_CHAR, &normalize_options.delivery.delimiter, "C",
     "between fields (default: the layout's, else the header's)"},
    {'e', "encoding", OPT_TEXT, &normalize_options.delivery.encoding,
     "ENCODING", "encoding (default: the layout's, else UTF-8)"},
    {0, "numbers", OPT_CHOICE, &normalize_options.delivery.numbers, "nl|en",
     "form of numbers: 1.234,5 or 1,234.5"},
    {0, "rejects", OPT_TEXT, &normalize_options.delivery.rejects, "FILE",
     "write what was rejected to FILE, as it came"},
    {0, "rejected", OPT_TEXT, &normalize_options.delivery.rejected, "FILE",
     "write the plans that were rejected to FILE, as a register"},
    OPT_FINDINGS(&normalize_options.findings),
    OPT_FAIL_ON(&normalize_options.fail_on),
    {0, "propose", OPT_FLAG, &normalize_options.propose, NULL,
     "write a layout for this delivery, made of those there are"},
};

static const struct opt_values VALUES[] = {
    {"ruleset", "csvpick -HTu --trim -c regelset -- \"$opt_S\""},
    {"gemeente", "csvpick -HT --trim -c gemeente -- \"$opt_g\""},
};

static const struct opt_old OLD[] = {
    {'n', NULL, "numbers"},
};

const struct opt_program normalize_program = {
    .old = OLD,
    .old_count = sizeof(OLD) / sizeof(OLD[0]),
    .values = VALUES,
    .value_count = sizeof VALUES / sizeof VALUES[0],
    .name = "plan-normalize",
    .summary = "a municipality's plan delivery to the plan register",
    .operands = "-g GEMEENTEN -S PLANSTATUS [FILE]",
    .options = options,
    .option_count = sizeof(options) / sizeof(options[0]),
    .brief = "gemeenten planstatus layout gemeente peildatum rejects findings "
	     "propose",
    .examples =
	"  plan-normalize -v -g flevoland/gemeenten.csv -S s.csv almere.csv\n"
	"  plan-normalize -g g.csv -S s.csv -l a.csv -l b.csv <in.csv\n"
	"  plan-normalize -g g.csv -S s.csv -l a.csv --rejects r.csv d.csv\n",
    .max_operands = 1,
    .reads_stdin = true,
    .views = true,
};
