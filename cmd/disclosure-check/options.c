#include "options.h"

struct options disclosure_options = {.delimiter = ','};

#define O disclosure_options

static const struct opt OPTIONS[] = {
    {'g', "gemeenten", OPT_TEXT, &O.gemeenten, "FILE",
     "municipalities, deals, province (needed)"},
    {'r', "release", OPT_TEXT, &O.release, "FOLDER",
     "the tables that are published (needed)"},
    {'t', "tables", OPT_TEXT, &O.tables, "LIST",
     "what is published, and how each is read (needed)"},
    {'b', "before", OPT_LIST, &O.before, "FOLDER",
     "a release before, with its plannen.csv; the last first"},
    {'G', "geheim", OPT_TEXT, &O.limits, "FILE",
     "limits: toepassing,grens,waarde"},
    {0, "protect", OPT_TEXT, &O.protect, "FOLDER",
     "write the tables without what tells, there"},
    {'d', "delimiter", OPT_CHAR, &O.delimiter, "C",
     "of the files for another system (default ,)"},
    {0, "fail-on", OPT_CHOICE, &O.fail_on, "error|warning",
     "exit 1 on findings of this severity (default error)"},
    {0, "findings", OPT_TEXT, &O.findings, "FILE",
     "write all findings to FILE"},
};

const struct opt_program disclosure_program = {
    .name = "disclosure-check",
    .summary = "what confidential can be computed from a release",
    .operands = "[PLANNEN]",
    .options = OPTIONS,
    .option_count = sizeof(OPTIONS) / sizeof(OPTIONS[0]),
    .examples =
	"  disclosure-check -g g.csv -t uitgave.csv -r release plannen.csv\n"
	"  disclosure-check -g g.csv -t uitgave.csv -r new -b old "
	"<plannen.csv\n"
	"  disclosure-check -g g.csv -t uitgave.csv -r raw --protect safe "
	"plannen.csv\n",
    .min_operands = 0,
    .max_operands = 1,
    .reads_stdin = true,
    .views = true,
};
