#include "options.h"

#include "outform.h"

struct options pick_options;

static const struct opt OPTIONS[] = {
    {'c', "columns", OPT_TEXT, &pick_options.run.ask.columns, "COLUMN,...",
     "these columns, in this order"},
    {'w', "where", OPT_LIST, &pick_options.run.ask.where.all, "COLUMN=VALUE",
     "only records where it holds (or != < <= > >= ~; all when given more "
     "often)"},
    {0, "any", OPT_LIST, &pick_options.run.ask.where.any, "COLUMN=VALUE",
     "only records where one of these holds"},
    {0, "match", OPT_TEXT, &pick_options.run.ask.where.match, "COLUMN,...=WORD",
     "only records that are called so; names what is near"},
    {'j', "join", OPT_TEXT, &pick_options.run.ask.join, "NAME=COLUMN,...",
     "a column more: these, joined by a bar"},
    {0, "file", OPT_TEXT, &pick_options.run.ask.file, "NAME",
     "a column more: the file that a record is of"},
    {0, "lookup", OPT_TEXT, &pick_options.run.ask.lookup, "NAME=COLUMN:FILE",
     "a column more: NAME of the record of FILE with this COLUMN"},
    {0, "last", OPT_TEXT, &pick_options.run.last, "COLUMN,...",
     "of records alike in these columns the last"},
    {'u', "unique", OPT_FLAG, &pick_options.run.ask.unique, NULL,
     "leave out what was written before"},
    {'n', "count", OPT_FLAG, &pick_options.run.count, NULL,
     "write only the number of records"},
    {'H', "no-header", OPT_FLAG, &pick_options.run.no_header, NULL,
     "without the header"},
    {'T', "tab", OPT_FLAG, &pick_options.tab, NULL,
     "cells without quotes, a tab between them"},
    {'0', "nul", OPT_FLAG, &pick_options.nul, NULL,
     "cells without quotes, a NUL after each"},
    {0, "schema", OPT_TEXT, &pick_options.run.schema, "FOLDER/NAME",
     "the tables that say what columns are (with --json: which are numbers)"},
    {0, "excel-safe", OPT_FLAG, &pick_options.run.ask.excel_safe, NULL,
     "a ' before what a spreadsheet would take for a formula"},
    {0, "excel", OPT_FLAG, &pick_options.excel, NULL,
     "as Excel opens it in Dutch: UTF-8 with its mark, ;, --excel-safe"},
    {0, "comma", OPT_TEXT, &pick_options.run.ask.comma, "COLUMN,...",
     "numbers of these columns with a decimal comma"},
    {0, "trim", OPT_FLAG, &pick_options.run.ask.where.trim, NULL,
     "values without blanks at their ends"},
};

/* A column; behind = what it has. */
#define CONDITION                                                \
	"case $cur in *=*) csvpick -HTuq -c \"${cur%%=*}\" -- "  \
	"\"$file\" | head -n 500 | sed \"s|^|${cur%%=*}=|\" ;; " \
	"*) " OPT_COLUMNS " ;; esac"

static const struct opt_values VALUES[] = {
    {"columns", OPT_COLUMNS}, {"where", CONDITION},  {"any", CONDITION},
    {"match", OPT_COLUMNS},   {"join", OPT_COLUMNS}, {"last", OPT_COLUMNS},
};

static const struct opt_old OLD[] = {
    {'t', NULL, "tab"},
    {'m', NULL, "match"},
};

const struct opt_program pick_program = {
    .old = OLD,
    .old_count = sizeof(OLD) / sizeof(OLD[0]),
    .values = VALUES,
    .value_count = sizeof VALUES / sizeof VALUES[0],
    .name = "csvpick",
    .summary = "columns and records of CSV files with one header",
    .operands = "[FILE...]",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof OPTIONS[0],
    .brief =
	"columns where join unique count no-header tab nul table excel comma",
    .examples =
	"  csvpick -c regio,naam -w niveau=gemeente -u stand.csv\n"
	"  csvpick -n -w ernst=fout bevindingen.csv\n"
	"  csvpick --excel --comma waarde -o in-excel.csv indicatoren.csv\n"
	"  csvpick --table -c gemeente,stand rooster.csv\n"
	"  csvpick -H0 -c gemeente,bestand leveringen.csv | xargs -0 "
	"-n 2 echo\n",
    .min_operands = 1,
    .max_operands = (size_t)-1,
    .reads_stdin = true,
    .views = true,
};

void
options_settle(void)
{
	struct options *o = &pick_options;

	bool view = outform() != OUTFORM_CSV;

	if (o->tab + o->nul + view + o->excel + o->run.count > 1)
		opt_usage(&pick_program,
			  "--count, --excel, --json, --nul, --tab and --table "
			  "exclude each other");
	if (o->run.last && o->run.count)
		opt_usage(&pick_program, "--last is not for --count");
	if (view && o->run.no_header)
		opt_usage(&pick_program,
			  "--no-header is not for --table and --json");
	if (o->run.schema && outform() != OUTFORM_JSON)
		opt_usage(&pick_program, "--schema is for --json");
	o->run.ask.excel_safe = o->run.ask.excel_safe || o->excel;
	o->run.form = o->excel ? EMIT_EXCEL
		      : o->tab ? EMIT_TAB
		      : o->nul ? EMIT_NUL
			       : EMIT_CSV;
}
