#include "options.h"

struct options letter_options;

static const struct opt options[] = {
    {'g', "gemeenten", OPT_TEXT, &letter_options.gemeenten, "GEMEENTEN.csv",
     "municipalities and their names (needed)"},
    {0, "notes", OPT_LIST, &letter_options.notes, "FINDINGS",
     "what sheet-extract and plan-normalize found in the delivery"},
    {0, "rejected", OPT_TEXT, &letter_options.rejected, "PLANNEN.csv",
     "the plans that were rejected (--rejected of plan-normalize)"},
    {0, "changes", OPT_TEXT, &letter_options.changes, "FILE",
     "plan-diff since the delivery before"},
    {0, "bridge", OPT_TEXT, &letter_options.bridge, "FILE",
     "plan-diff --bridge since the delivery before"},
    {0, "gemeente", OPT_TEXT, &letter_options.facts.gemeente, "CODE",
     "whom rows belong to that tell no municipality"},
    {0, "file", OPT_TEXT, &letter_options.facts.file, "NAME",
     "what was delivered (default: as the findings call it)"},
    {0, "levering", OPT_TEXT, &letter_options.facts.levering, "ID",
     "name of the delivery (default: as in the register)"},
    {0, "peildatum", OPT_TEXT, &letter_options.facts.peildatum, "DATE",
     "date it describes (default: as in the register)"},
    {'R', "ruleset", OPT_TEXT, &letter_options.facts.ruleset, "RULESET",
     "rule set for hardheid (default basisset)"},
    {0, "left-out", OPT_FLAG, &letter_options.left_out, NULL,
     "nothing counts: the operand is the findings that say why"},
    {0, "in-force", OPT_TEXT, &letter_options.in_force, "VANKRACHT.csv",
     "with --left-out: the deliveries that stay in force"},
};

static const struct opt_values VALUES[] = {
    {"gemeente", "csvpick -Ht --trim -c gemeente -- \"$opt_g\""},
};

const struct opt_program letter_program = {
    .values = VALUES,
    .value_count = sizeof VALUES / sizeof VALUES[0],
    .name = "plan-letter",
    .summary = "the letter to a municipality about its delivery",
    .operands = "-g GEMEENTEN [PLANNEN]",
    .options = options,
    .option_count = sizeof(options) / sizeof(options[0]),
    .examples =
	"  plan-letter -g g.csv --notes bevindingen.csv plannen.csv\n"
	"  plan-letter -g g.csv --changes w.csv --bridge b.csv plannen.csv\n"
	"  plan-letter -g g.csv --gemeente GM0184 --left-out f.csv\n",
    .max_operands = 1,
    .reads_stdin = true,
};
