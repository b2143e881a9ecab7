/* release-seal: the gate that a release passes to become current. */
#include "diag.h"
#include "opt.h"
#include "seal.h"

static struct seal seal = {.feed = {',', '.'}};
static const char *decimal;

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
};

static const struct opt_program PROGRAM = {
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
	"uitgave.csv\n",
    .min_operands = 1,
    .max_operands = 1,
    .reads_stdin = true,
};

static void
check(const char *output)
{
	if (!seal.folder || !seal.schemas)
		opt_usage(&PROGRAM, "--release and --schemas are needed");
	if (!seal.out != !seal.name || !seal.out != !seal.inputs)
		opt_usage(&PROGRAM, "--publish, --name and --inputs go "
				    "together");
	if (seal.out && output)
		opt_usage(&PROGRAM, "--publish writes no output");
	if (!seal.out && seal.receipts.count)
		opt_usage(&PROGRAM, "--proof is for --publish");
	if (decimal && *decimal == 'c')
		seal.feed.decimal = ',';
}

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&PROGRAM, argc, argv);

	check(r.output);
	seal.list = r.operands[0];
	return seal_run(&seal, r.output) == 0 ? EXIT_FINE : EXIT_FATAL;
}
