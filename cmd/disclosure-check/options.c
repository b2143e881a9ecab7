#include "options.h"

struct options disclosure_options = {.delimiter = ','};

#define O disclosure_options

static const struct opt OPTIONS[] = {
    OPT_GEMEENTEN(&O.gemeenten),
    {0, "release", OPT_TEXT, &O.release, "FOLDER",
     "the release that is looked at (needed)"},
    {0, "uitgave", OPT_TEXT, &O.tables, "UITGAVE.csv",
     "what is published, and how each is read (needed)"},
    {'b', "before", OPT_LIST, &O.before, "FOLDER",
     "a release before, with its plannen.csv; the last first"},
    {'G', "geheim", OPT_TEXT, &O.limits, "GEHEIM.csv",
     "what is too little to hide behind"},
    {0, "protect", OPT_TEXT, &O.protect, "FOLDER",
     "write the tables without what tells, there"},
    {'d', "delimiter", OPT_CHAR, &O.delimiter, "C",
     "between fields (of the files for another system; default ,)"},
    OPT_FAIL_ON(&O.fail_on),
    OPT_FINDINGS(&O.findings),
};

static const struct opt_old OLD[] = {
    {'r', NULL, "release"},
    {'t', NULL, "uitgave"},
    {0, "tables", "uitgave"},
};

const struct opt_program disclosure_program = {
    .old = OLD,
    .old_count = sizeof(OLD) / sizeof(OLD[0]),
    .name = "disclosure-check",
    .summary = "what confidential can be computed from a release",
    .operands = "[PLANNEN]",
    .options = OPTIONS,
    .option_count = sizeof(OPTIONS) / sizeof(OPTIONS[0]),
    .brief = "gemeenten release uitgave before geheim protect findings verbose",
    .examples =
	"  disclosure-check -g g.csv --uitgave u.csv --release r plannen.csv\n"
	"  disclosure-check -g g.csv --uitgave u.csv --release new -b old "
	"p.csv\n"
	"  disclosure-check -g g.csv --uitgave u.csv --release raw "
	"--protect safe p.csv\n",
    .min_operands = 0,
    .max_operands = 1,
    .reads_stdin = true,
    .views = true,
};
