#include "options.h"

struct options letter_options;

static const struct opt options[] = {
    OPT_GEMEENTEN(&letter_options.gemeenten),
    {0, "bevindingen", OPT_LIST, &letter_options.notes, "BEVINDINGEN.csv",
     "what sheet-extract and plan-normalize found in the delivery"},
    {0, "afgewezen", OPT_TEXT, &letter_options.rejected, "AFGEWEZEN.csv",
     "the plans that were rejected (by plan-normalize --rejected)"},
    {0, "planwijzigingen", OPT_TEXT, &letter_options.changes,
     "PLANWIJZIGINGEN.csv", "plan-diff since the delivery before"},
    {0, "planbrug", OPT_TEXT, &letter_options.bridge, "PLANBRUG.csv",
     "plan-diff --bridge since the delivery before"},
    {0, "gemeente", OPT_TEXT, &letter_options.facts.gemeente, "CODE",
     "municipality of all records that tell none"},
    {0, "delivered", OPT_TEXT, &letter_options.facts.file, "NAME",
     "what was delivered (default: as the findings call it)"},
    {0, "levering", OPT_TEXT, &letter_options.facts.levering, "ID",
     "name of the delivery (default: as in the register)"},
    {0, "peildatum", OPT_TEXT, &letter_options.facts.peildatum, "DATE",
     "the day that is described (default: as in the register)"},
    {'R', "ruleset", OPT_TEXT, &letter_options.facts.ruleset, "RULESET",
     "rule set for hardheid (default basisset)"},
    {0, "left-out", OPT_FLAG, &letter_options.left_out, NULL,
     "nothing counts: the operand is the findings that say why"},
    {0, "vankracht", OPT_TEXT, &letter_options.in_force, "VANKRACHT.csv",
     "the deliveries in force (for --left-out)"},
};

static const struct opt_values VALUES[] = {
    {"gemeente", "csvpick -HT --trim -c gemeente -- \"$opt_g\""},
};

static const struct opt_old OLD[] = {
    {0, "file", "delivered"},	  {0, "notes", "bevindingen"},
    {0, "rejected", "afgewezen"}, {0, "changes", "planwijzigingen"},
    {0, "bridge", "planbrug"},	  {0, "in-force", "vankracht"},
};

const struct opt_program letter_program = {
    .old = OLD,
    .old_count = sizeof(OLD) / sizeof(OLD[0]),
    .values = VALUES,
    .value_count = sizeof VALUES / sizeof VALUES[0],
    .name = "plan-letter",
    .summary = "the letter to a municipality about its delivery",
    .operands = "-g GEMEENTEN [PLANNEN]",
    .options = options,
    .option_count = sizeof(options) / sizeof(options[0]),
    .brief = "gemeenten bevindingen planwijzigingen planbrug gemeente left-out",
    .examples =
	"  plan-letter -g g.csv --bevindingen bevindingen.csv plannen.csv\n"
	"  plan-letter -g g.csv --planwijzigingen w.csv --planbrug b.csv "
	"p.csv\n"
	"  plan-letter -g g.csv --gemeente GM0184 --left-out f.csv\n",
    .max_operands = 1,
    .reads_stdin = true,
};
