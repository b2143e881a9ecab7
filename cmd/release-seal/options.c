#include "options.h"

#include <unistd.h>

static struct seal seal = {.feed = {',', '.'}};
static const char *decimal;
static bool verify, back, lift;

static const struct opt OPTIONS[] = {
    {'r', "release", OPT_TEXT, &seal.folder, "FOLDER",
     "the release that is looked at"},
    {'S', "schemas", OPT_TEXT, &seal.schemas, "FOLDER",
     "the tables that say what columns are"},
    {'d', "delimiter", OPT_CHAR, &seal.feed.delimiter, "C",
     "of the files for another system (default ,)"},
    {0, "decimal", OPT_CHOICE, &decimal, "point|comma",
     "of the files for another system (default point)"},
    {'P', "publish", OPT_TEXT, &seal.out, "FOLDER",
     "seal it, and make it FOLDER/current"},
    {'n', "name", OPT_TEXT, &seal.name, "NAME",
     "with --publish: what the release is called"},
    {'i', "inputs", OPT_TEXT, &seal.inputs, "FILE",
     "with --publish: what there was to read, from sha256sum -z"},
    {'p', "proof", OPT_LIST, &seal.receipts, "FILE",
     "with --publish: a receipt of a tool that took part"},
    {0, "seen", OPT_TEXT, &seal.seen, "FILE",
     "with --publish: what a look at it said (-o), to look once"},
    {0, "verify", OPT_FLAG, &verify, NULL, "hold it against its own manifest"},
    {0, "back", OPT_FLAG, &back, NULL,
     "make the kept release of --name current again"},
    {0, "lift", OPT_FLAG, &lift, NULL, "let the nights go forward from there"},
    {0, "who", OPT_TEXT, &seal.who, "TEXT", "turns back, or lifts that"},
    {0, "why", OPT_TEXT, &seal.why, "TEXT", "the reason"},
    {0, "when", OPT_TEXT, &seal.moment, "TIME",
     "as 2026-11-30T12:00:00Z (default: the clock)"},
};

const struct opt_program seal_program = {
    .name = "release-seal",
    .summary = "looks at every file of a release; seals and publishes it",
    .operands = "[LIST]",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof OPTIONS[0],
    .examples =
	"  release-seal -r out/current -S pipelines/schema "
	"pipelines/uitgave.csv\n"
	"  release-seal -r release -S schema -o files.json uitgave.csv\n"
	"  release-seal -r new -S schema -P out -n 0a1b2c -i inputs "
	"uitgave.csv\n"
	"  release-seal --verify -r out/0a1b2c\n"
	"  release-seal --back -P out -n 0a1b2c --who me --why 'a wrong "
	"file'\n",
    .max_operands = 1,
};

/* Of --verify, --back and --lift: what they need, and nothing of a list. */
static void
check_kept(const struct opt_result *r)
{
	if (verify + back + lift > 1)
		opt_usage(&seal_program,
			  "--verify, --back and --lift exclude each "
			  "other");
	if (verify ? !seal.folder : !seal.out || !seal.who || !seal.why)
		opt_usage(&seal_program,
			  verify ? "--verify needs --release"
				 : "--back and --lift need --publish, "
				   "--who and --why");
	if (back != (seal.name != NULL))
		opt_usage(&seal_program, "--name goes with --back");
	if (r->operand_count || r->output || seal.inputs || seal.schemas ||
	    seal.seen)
		opt_usage(&seal_program,
			  "--verify, --back and --lift take no list");
	seal.act = verify ? SEAL_VERIFY : back ? SEAL_BACK : SEAL_LIFT;
}

static void
check_list(const struct opt_result *r)
{
	if (!seal.folder || !seal.schemas)
		opt_usage(&seal_program, "--release and --schemas are needed");
	if (!seal.out != !seal.name || !seal.out != !seal.inputs)
		opt_usage(&seal_program, "--publish, --name and --inputs go "
					 "together");
	if (seal.out && r->output)
		opt_usage(&seal_program, "--publish writes no output");
	if (!seal.out && seal.receipts.count)
		opt_usage(&seal_program, "--proof is for --publish");
	if (!seal.out && seal.seen)
		opt_usage(&seal_program, "--seen is for --publish");
	if (seal.who || seal.why || (seal.moment && !seal.out))
		opt_usage(&seal_program, "--who and --why are for --back and "
					 "--lift");
	seal.act = seal.out ? SEAL_PUBLISH : SEAL_LOOK;
	if (decimal && *decimal == 'c')
		seal.feed.decimal = ',';
	seal.list = r->operand_count ? r->operands[0] : "-";
	if (!r->operand_count && isatty(STDIN_FILENO))
		opt_usage(&seal_program,
			  "no file given and standard input is a "
			  "terminal");
}

const struct seal *
options_seal(const struct opt_result *r)
{
	if (verify || back || lift)
		check_kept(r);
	else
		check_list(r);
	return &seal;
}
