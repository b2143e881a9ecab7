#include "options.h"

#include <stddef.h>

#include "stand/segment.h"
#include "text.h"
#include "outform.h"

struct options options;

static const struct opt table[] = {
    OPT_GEMEENTEN(&options.gemeenten),
    {'t', "opgave", OPT_TEXT, &options.opgave, "OPGAVE.csv",
     "the targets as agreed (needed)"},
    {'P', "plannen", OPT_LIST, &options.plans, "PLANNEN.csv",
     "a plan register (may be repeated)"},
    {'y', "years", OPT_TEXT, &options.years, "2022..2030",
     "years of the stand (default: of the targets)"},
    {0, "peildatum", OPT_TEXT, &options.peildatum, "DATE",
     "the day that is described (growth before it, plans from its year; or "
     "laatste)"},
    {0, "as-of", OPT_TEXT, &options.as_of, "DATE",
     "as it was agreed on that day (the targets)"},
    {0, "phasing", OPT_TEXT, &options.phasing, "FILE",
     "spread targets over years by weights; or: even"},
    {0, "scenario", OPT_TEXT, &options.scenario, "SCENARIO.csv",
     "what if: shares, delays and other targets"},
    {0, "break-even", OPT_FLAG, &options.balance, NULL,
     "the share of zacht needed, instead of the stand"},
    {0, "figures", OPT_FLAG, &options.figures, NULL,
     "sums, shares and surpluses, instead of the stand"},
    {0, "also", OPT_LIST, &options.forms, "WORD=FILE",
     "another table beside it (or to -; may be repeated)"},
    {0, "groep", OPT_CHOICE, &options.groep, "woondeal|gebied",
     "rows for regions (default), or for named areas"},
    {0, "gebieden", OPT_TEXT, &options.areas, "GEBIEDEN.csv",
     "areas across municipalities (for --groep gebied)"},
    {0, "segment", OPT_TEXT, &options.segment, "TRAIT",
     "capacity by this trait, instead of the stand"},
    {0, "norm", OPT_TEXT, &options.norm, "NORM.csv",
     "which part of the segment should be what"},
    {0, "explain", OPT_TEXT, &options.explain, "REGIO:PERIODE:NAME",
     "where this figure comes from, instead of the table (or each "
     "cell that is this number)"},
    {0, "leveringen", OPT_LIST, &options.deliveries, "LEVERINGEN.csv",
     "the files and sheets of deliveries (with --explain)"},
    {'S', "planstatus", OPT_TEXT, &options.planstatus, "PLANSTATUS.csv",
     "the rule sets that say what is hard"},
    {0, "capacity-norm", OPT_TEXT, &options.capacity_norm, "PCT",
     "capacity there should be, as in 130, as columns"},
    {0, "band", OPT_FLAG, &options.band, NULL,
     "capacity at least and at most, as more columns"},
    {0, "rooster", OPT_TEXT, &options.roster, "ROOSTER.csv",
     "who was to deliver, and whether all came"},
    {0, "stand", OPT_TEXT, &options.stand, "STAND.csv",
     "the stand of all plans, where not all are shown"},
    {0, "beweringen", OPT_TEXT, &options.claims, "BEWERINGEN.csv",
     "published statements, to be checked: findings"},
    {0, "color", OPT_CHOICE, &options.color, "auto|always|never",
     "colour in the view (default auto: on a terminal)"},
    OPT_FINDINGS(&options.findings),
    OPT_FAIL_ON(&options.fail_on),
};

static const struct opt_values VALUES[] = {
    {"explain", "csvpick -HT --trim -c gemeente -- \"$opt_g\" | sed 's/$/:/'"},
};

static const struct opt_old OLD[] = {
    {0, "form", "also"},
    {0, "roster", "rooster"},
    {0, "deliveries", "leveringen"},
    {0, "claims", "beweringen"},
};

const struct opt_program options_program = {
    .old = OLD,
    .old_count = sizeof(OLD) / sizeof(OLD[0]),
    .values = VALUES,
    .value_count = sizeof VALUES / sizeof VALUES[0],
    .name = "woondeal-diff",
    .summary = "realised growth and plan capacity against Woondeal targets",
    .operands = "[WAARNEMINGEN]",
    .options = table,
    .option_count = sizeof(table) / sizeof(table[0]),
    .brief = "gemeenten opgave plannen years peildatum scenario also explain "
	     "rooster table findings",
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
		opt_usage(&options_program, "--leveringen needs --explain");
	if (options.explain && options.phasing)
		opt_usage(&options_program,
			  "--explain tells targets as agreed: "
			  "not with --phasing");
}

/* One table to the output, and those of --also. */
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
			opt_usage(&options_program, "--also '%s': %s",
				  options.forms.items[i], why);
	for (size_t i = 0; i < options.tables.count; i++)
		shown += form_to_output(&options.tables.items[i]);
	if (shown == 0)
		form_add(&options.tables, FORM_STAND, NULL);
	else if (shown > 1)
		opt_usage(&options_program,
			  "one table goes to the output, not --also "
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
			  "--also scenarios needs --scenario");
	if (options.color && outform() != OUTFORM_TABLE)
		opt_usage(&options_program, "--color needs --table");
	size_t norms = form_count(&options.tables, FORM_NORMS);
	if (options.norm &&
	    form_count(&options.tables, FORM_SEGMENT) + norms == 0)
		opt_usage(&options_program, "--norm needs --segment");
	if (!options.norm && norms > 0)
		opt_usage(&options_program, "--also norms needs --norm");
	size_t rulesets = form_count(&options.tables, FORM_RULESETS);
	if (options.planstatus && !options.explain && !options.claims &&
	    rulesets == 0 &&
	    form_count(&options.tables, FORM_CLAIMS_PLANS) == 0)
		opt_usage(
		    &options_program,
		    "--planstatus needs --explain, --beweringen or --also "
		    "rulesets");
	if (!options.planstatus && rulesets > 0)
		opt_usage(&options_program,
			  "--also rulesets needs --planstatus");
}
