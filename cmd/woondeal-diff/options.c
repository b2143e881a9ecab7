#include "options.h"

#include <stddef.h>

#include "stand/segment.h"

struct keuzes keuzes;

static const struct opt options[] = {
    {'g', "gemeenten", OPT_TEXT, &keuzes.gemeenten, "FILE",
     "municipalities, woondeal and province (required)"},
    {'t', "opgave", OPT_TEXT, &keuzes.opgave, "FILE",
     "the targets as agreed (required)"},
    {'P', "plannen", OPT_LIST, &keuzes.plannen, "FILE",
     "a plan register; may be repeated"},
    {'y', "years", OPT_TEXT, &keuzes.jaren, "2022..2030",
     "years of the stand (default: of the targets)"},
    {0, "peildatum", OPT_TEXT, &keuzes.peildatum, "DATE",
     "growth before it, plans from its year; or laatste"},
    {0, "as-of", OPT_TEXT, &keuzes.as_of, "DATE",
     "the targets as they were agreed on that day"},
    {0, "phasing", OPT_TEXT, &keuzes.fasering, "FILE",
     "spread targets over years by weights; or: even"},
    {0, "scenario", OPT_TEXT, &keuzes.scenario, "FILE",
     "what if: shares, delays and other targets"},
    {0, "break-even", OPT_FLAG, &keuzes.evenwicht, NULL,
     "the share of zacht needed, instead of the stand"},
    {0, "groep", OPT_CHOICE, &keuzes.groep, "woondeal|gebied",
     "rows for regions (default), or for named areas"},
    {0, "gebieden", OPT_TEXT, &keuzes.gebieden, "FILE",
     "with --groep gebied: the CBS regions of areas"},
    {0, "segment", OPT_TEXT, &keuzes.segment, "TRAIT",
     "capacity by this trait, instead of the stand"},
    {0, "norm", OPT_TEXT, &keuzes.norm, "FILE",
     "which part of the segment should be what"},
    {0, "explain", OPT_TEXT, &keuzes.uitleg, "REGIO:JAAR:KOLOM",
     "where one cell comes from, instead of the stand"},
    {0, "planstatus", OPT_TEXT, &keuzes.planstatus, "FILE",
     "with --explain: the rule sets that call it hard"},
    {0, "capacity-norm", OPT_TEXT, &keuzes.capnorm, "PERCENT",
     "capacity there should be, as in 130, as columns"},
    {0, "band", OPT_FLAG, &keuzes.band, NULL,
     "capacity at least and at most, as more columns"},
    {0, "roster", OPT_TEXT, &keuzes.rooster, "FILE",
     "who was to deliver, and whether all came"},
    {0, "claims", OPT_TEXT, &keuzes.beweringen, "FILE",
     "published statements, to be checked: findings"},
    {0, "table", OPT_FLAG, &keuzes.table, NULL,
     "a view for people instead of the CSV"},
    {0, "color", OPT_CHOICE, &keuzes.color, "auto|always|never",
     "colour in the view (default auto: on a terminal)"},
    {0, "findings", OPT_TEXT, &keuzes.findings, "FILE",
     "write all findings to FILE"},
    {0, "fail-on", OPT_CHOICE, &keuzes.fail_on, "error|warning",
     "exit 1 on findings of this severity (default error)"},
};

const struct opt_program keuzes_program = {
    .name = "woondeal-diff",
    .summary = "realised growth and plan capacity against Woondeal targets",
    .operands = "[WAARNEMINGEN]",
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .examples =
	"  woondeal-diff -g gemeenten.csv -t opgave.csv waarnemingen.csv\n"
	"  woondeal-diff -g g.csv -t o.csv -P plannen.csv -o stand.csv w.csv\n"
	"  woondeal-diff -g g.csv -t o.csv --peildatum laatste --table w.csv\n",
    .max_operands = 1,
    .reads_stdin = true,
};

/* One form of output at a time; scenarios, areas and bands are of the stand,
 * the latter two only of its CSV. */
static void
check_forms(void)
{
	bool gebied =
	    keuzes.groep != NULL && text_is(text_of(keuzes.groep), "gebied");
	int forms = keuzes.evenwicht + (keuzes.segment != NULL) +
		    (keuzes.uitleg != NULL);
	if (forms > 1 || (forms > 0 && keuzes.scenario != NULL))
		opt_usage(&keuzes_program,
			  "--break-even, --segment, --explain and --scenario "
			  "exclude each other");
	if (gebied + keuzes.band > 1 ||
	    ((gebied || keuzes.band) && (forms > 0 || keuzes.table)))
		opt_usage(&keuzes_program,
			  "--band and --groep gebied are for the CSV of the "
			  "stand, one at a time: not with --break-even, "
			  "--segment, --explain or --table");
	if (keuzes.gebieden != NULL && !gebied)
		opt_usage(&keuzes_program, "--gebieden needs --groep gebied");
	if (keuzes.capnorm != NULL && (gebied || forms > 0 || keuzes.table))
		opt_usage(&keuzes_program,
			  "--capacity-norm is for the CSV of the stand: not "
			  "with --groep gebied, --break-even, --segment, "
			  "--explain or --table");
	if (keuzes.uitleg != NULL && keuzes.fasering != NULL)
		opt_usage(&keuzes_program, "--explain tells targets as agreed: "
					   "not with --phasing");
}

void
keuzes_check(void)
{
	if (keuzes.gemeenten == NULL || keuzes.opgave == NULL)
		opt_usage(&keuzes_program, "-g and -t are required");
	check_forms();
	if (keuzes.segment != NULL && !segment_known(keuzes.segment))
		opt_usage(&keuzes_program,
			  "--segment '%s', expected one of %s, or two columns "
			  "as in knelpunten+projectfase",
			  keuzes.segment, SEGMENTEN);
	if (keuzes.color != NULL && !keuzes.table)
		opt_usage(&keuzes_program, "--color needs --table");
	if (keuzes.norm != NULL && keuzes.segment == NULL)
		opt_usage(&keuzes_program, "--norm needs --segment");
	if (keuzes.planstatus != NULL && keuzes.uitleg == NULL)
		opt_usage(&keuzes_program, "--planstatus needs --explain");
}
