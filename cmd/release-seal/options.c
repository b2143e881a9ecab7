#include "options.h"

#include <unistd.h>

#include "outform.h"

static struct seal seal = {.feed = {',', '.'}};
static const char *decimal;
static bool verify, back, lift;

static const struct opt OPTIONS[] = {
    {0, "release", OPT_TEXT, &seal.folder, "FOLDER",
     "the release that is looked at"},
    {0, "schema", OPT_TEXT, &seal.schemas, "FOLDER",
     "the tables that say what columns are"},
    {'d', "delimiter", OPT_CHAR, &seal.feed.delimiter, "C",
     "between fields (of the files for another system; default ,)"},
    {0, "decimal", OPT_CHOICE, &decimal, "point|comma",
     "decimal sign (of the files for another system; default point)"},
    {0, "publish", OPT_TEXT, &seal.out, "FOLDER",
     "seal it, and make it FOLDER/current"},
    {0, "name", OPT_TEXT, &seal.name, "RELEASE",
     "what the release is called (with --publish)"},
    {0, "inputs", OPT_LIST, &seal.inputs, "FILE",
     "what there was to read (with --publish; from sha256sum -z)"},
    {0, "proof", OPT_LIST, &seal.receipts, "FILE",
     "a receipt of a tool that took part (with --publish)"},
    {0, "seen", OPT_TEXT, &seal.seen, "FILE",
     "what an earlier look at it said (-o), to look once"},
    {0, "verify", OPT_FLAG, &verify, NULL, "hold it against its own manifest"},
    {0, "back", OPT_FLAG, &back, NULL,
     "make the kept release of --name current again"},
    {0, "lift", OPT_FLAG, &lift, NULL, "let the nights go forward from there"},
    {0, "who", OPT_TEXT, &seal.who, "TEXT", "turns back, or lifts that"},
    {0, "why", OPT_TEXT, &seal.why, "TEXT", "the reason"},
    {0, "when", OPT_TEXT, &seal.moment, "TIME",
     "as 2026-11-30T12:00:00Z (default: the clock)"},
};

static const struct opt_old OLD[] = {
    {'r', NULL, "release"}, {'S', NULL, "schema"}, {0, "schemas", "schema"},
    {'P', NULL, "publish"}, {'n', NULL, "name"},   {'i', NULL, "inputs"},
    {'p', NULL, "proof"},
};

const struct opt_program seal_program = {
    .old = OLD,
    .old_count = sizeof(OLD) / sizeof(OLD[0]),
    .name = "release-seal",
    .summary = "looks at every file of a release; seals and publishes it",
    .operands = "[UITGAVE]",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof OPTIONS[0],
    .brief = "release schema publish name inputs proof verify back who why",
    .examples =
	"  release-seal --release out/current --schema s "
	"uitgave.csv\n"
	"  release-seal --release r --schema schema -o files.json uitgave.csv\n"
	"  release-seal --release new --schema s --publish out "
	"--name a --inputs i u.csv\n"
	"  release-seal --verify --release out/0a1b2c\n"
	"  release-seal --back --publish out --name 0a1b2c --who me "
	"--why 'a wrong file'\n",
    .max_operands = 1,
    .views = true,
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
	if (r->operand_count || r->output || seal.inputs.count ||
	    seal.schemas || seal.seen)
		opt_usage(&seal_program,
			  "--verify, --back and --lift take no list");
	seal.act = verify ? SEAL_VERIFY : back ? SEAL_BACK : SEAL_LIFT;
}

static void
check_list(const struct opt_result *r)
{
	if (!seal.folder || !seal.schemas)
		opt_usage(&seal_program, "--release and --schema are needed");
	if (!seal.out != !seal.name || !seal.out != !seal.inputs.count)
		opt_usage(&seal_program, "--publish, --name and --inputs go "
					 "together");
	if (seal.out && r->output)
		opt_usage(&seal_program, "--publish writes no output");
	if (!seal.out && seal.receipts.count)
		opt_usage(&seal_program, "--proof is for --publish");
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
	if (seal.act != SEAL_LOOK && outform() != OUTFORM_CSV)
		opt_usage(&seal_program, "--table and --json are for the list "
					 "of files, when nothing is sealed");
	return &seal;
}
