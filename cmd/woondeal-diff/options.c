#include "options.h"

#include <stddef.h>

#include "stand/segment.h"
#include "text.h"
#include "outform.h"

struct options options;

static const struct opt table[] = {
    {'g', "gemeenten", OPT_TEXT, &options.gemeenten, "FILE",
     "municipalities, woondeal and province (required)"},
    {'t', "opgave", OPT_TEXT, &options.opgave, "FILE",
     "the targets as agreed (required)"},
    {'P', "plannen", OPT_LIST, &options.plans, "FILE",
     "a plan register; may be repeated"},
    {'y', "years", OPT_TEXT, &options.years, "2022..2030",
     "years of the stand (default: of the targets)"},
    {0, "peildatum", OPT_TEXT, &options.peildatum, "DATE",
     "growth before it, plans from its year; or laatste"},
    {0, "as-of", OPT_TEXT, &options.as_of, "DATE",
     "the targets as they were agreed on that day"},
    {0, "phasing", OPT_TEXT, &options.phasing, "FILE",
     "spread targets over years by weights; or: even"},
    {0, "scenario", OPT_TEXT, &options.scenario, "FILE",
     "what if: shares, delays and other targets"},
    {0, "break-even", OPT_FLAG, &options.balance, NULL,
     "the share of zacht needed, instead of the stand"},
    {0, "figures", OPT_FLAG, &options.figures, NULL,
     "sums, shares and surpluses, instead of the stand"},
    {0, "form", OPT_LIST, &options.forms, "WORD=FILE",
     "another table beside it, or to -; may be repeated"},
    {0, "groep", OPT_CHOICE, &options.groep, "woondeal|gebied",
     "rows for regions (default), or for named areas"},
    {0, "gebieden", OPT_TEXT, &options.areas, "FILE",
     "with --groep gebied: the CBS regions of areas"},
    {0, "segment", OPT_TEXT, &options.segment, "TRAIT",
     "capacity by this trait, instead of the stand"},
    {0, "norm", OPT_TEXT, &options.norm, "FILE",
     "which part of the segment should be what"},
    {0, "explain", OPT_TEXT, &options.explain, "CELL",
     "where REGIO:JAAR:KOLOM, or a number, comes from"},
    {0, "deliveries", OPT_LIST, &options.deliveries, "FILE",
     "with --explain: the files and sheets of deliveries"},
    {0, "planstatus", OPT_TEXT, &options.planstatus, "FILE",
     "the rule sets that say what is hard"},
    {0, "capacity-norm", OPT_TEXT, &options.capacity_norm, "PCT",
     "capacity there should be, as in 130, as columns"},
    {0, "band", OPT_FLAG, &options.band, NULL,
     "capacity at least and at most, as more columns"},
    {0, "roster", OPT_TEXT, &options.roster, "FILE",
     "who was to deliver, and whether all came"},
    {0, "claims", OPT_TEXT, &options.claims, "FILE",
     "published statements, to be checked: findings"},
    {0, "color", OPT_CHOICE, &options.color, "auto|always|never",
     "colour in the view (default auto: on a terminal)"},
    {0, "findings", OPT_TEXT, &options.findings, "FILE",
     "write all findings to FILE"},
    {0, "fail-on", OPT_CHOICE, &options.fail_on, "error|warning",
     "exit 1 on findings of this severity (default error)"},
};

static const struct opt_values VALUES[] = {
    {"explain", "csvpick -Ht --trim -c gemeente -- \"$opt_g\" | sed 's/$/:/'"},
};

const struct opt_program options_program = {
    .values = VALUES,
    .value_count = sizeof VALUES / sizeof VALUES[0],
    .name = "woondeal-diff",
    .summary = "realised growth and plan capacity against Woondeal targets",
    .operands = "[WAARNEMINGEN]",
    .options = table,
    .option_count = sizeof(table) / sizeof(table[0]),
    .examples =
	"  woondeal-diff -g gemeenten.csv -t opgave.csv waarnemingen.csv\n"
	"  woondeal-diff -g g.csv -t o.csv -P plannen.csv -o stand.csv w.csv\n"
	"  woondeal-diff -g g.csv -t o.csv --peildatum laatste --table w.csv\n",
    .max_operands = 1,
    .reads_stdin = true,
    .views = true,
};

/* One form of output at a time; scenarios, areas and bands are of the stand,
 * the latter two only of its CSV. */
static void
check_forms(void)
{
	bool area = options.groep && text_is(text_of(options.groep), "gebied");
	int forms = options.balance + options.figures + !!options.segment +
		    !!options.explain;
	if (forms > 1 || (forms > 0 && options.scenario))
		opt_usage(&options_program,
			  "--break-even, --figures, --segment, --explain and "
			  "--scenario exclude each other");
	if (area + options.band > 1 || ((area || options.band) && forms > 0))
		opt_usage(&options_program,
			  "--band and --groep gebied are for the CSV of the "
			  "stand, one at a time: not with --break-even, "
			  "--figures, --segment or --explain");
	if (options.areas && !area)
		opt_usage(&options_program, "--gebieden needs --groep gebied");
	if (options.capacity_norm && (area || forms > options.figures))
		opt_usage(&options_program,
			  "--capacity-norm is for --figures and the CSV of the "
			  "stand: not with --groep gebied, --break-even, "
			  "--segment or --explain");
	if (options.deliveries.count > 0 && !options.explain)
		opt_usage(&options_program, "--deliveries needs --explain");
	if (options.explain && options.phasing)
		opt_usage(&options_program,
			  "--explain tells targets as agreed: "
			  "not with --phasing");
}

/* One table to the output, and those of --form. */
static void
list_tables(void)
{
	const char *why;
	size_t shown = 0;
	if (options.balance)
		form_add(&options.tables, FORM_BALANCE, NULL);
	else if (options.figures)
		form_add(&options.tables, FORM_FIGURES, NULL);
	else if (options.segment)
		form_add(&options.tables, FORM_SEGMENT, options.segment);
	else if (options.explain)
		form_add(&options.tables, FORM_EXPLAIN, options.explain);
	for (size_t i = 0; i < options.forms.count; i++)
		if (!form_parse(&options.tables, options.forms.items[i], &why))
			opt_usage(&options_program, "--form '%s': %s",
				  options.forms.items[i], why);
	for (size_t i = 0; i < options.tables.count; i++)
		shown += form_to_output(&options.tables.items[i]);
	if (shown == 0)
		form_add(&options.tables, FORM_STAND, NULL);
	else if (shown > 1)
		opt_usage(&options_program,
			  "one table goes to the output, not --form "
			  "...=- with another");
}

void
options_check(void)
{
	if (!options.gemeenten || !options.opgave)
		opt_usage(&options_program, "-g and -t are required");
	check_forms();
	if (options.segment && !segment_known(options.segment))
		opt_usage(&options_program,
			  "--segment '%s', expected one of %s, or two columns "
			  "as in knelpunten+projectfase",
			  options.segment, SEGMENT_WORDS);
	list_tables();
	if (form_count(&options.tables, FORM_SCENARIOS) > 0 &&
	    !options.scenario)
		opt_usage(&options_program,
			  "--form scenarios needs --scenario");
	if (options.color && outform() != OUTFORM_TABLE)
		opt_usage(&options_program, "--color needs --table");
	size_t norms = form_count(&options.tables, FORM_NORMS);
	if (options.norm &&
	    form_count(&options.tables, FORM_SEGMENT) + norms == 0)
		opt_usage(&options_program, "--norm needs --segment");
	if (!options.norm && norms > 0)
		opt_usage(&options_program, "--form norms needs --norm");
	size_t rulesets = form_count(&options.tables, FORM_RULESETS);
	if (options.planstatus && !options.explain && !options.claims &&
	    rulesets == 0 &&
	    form_count(&options.tables, FORM_CLAIMS_PLANS) == 0)
		opt_usage(&options_program,
			  "--planstatus needs --explain, --claims or --form "
			  "rulesets");
	if (!options.planstatus && rulesets > 0)
		opt_usage(&options_program,
			  "--form rulesets needs --planstatus");
}
