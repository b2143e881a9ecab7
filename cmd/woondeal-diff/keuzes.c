#include "keuzes.h"

#include <stddef.h>

#include "segment.h"

struct keuzes keuzes;

static const struct opt options[] = {
    {'g', "gemeenten", OPT_TEXT, &keuzes.gemeenten, "FILE",
     "municipalities, their woondeal and province (required)"},
    {'t', "opgave", OPT_TEXT, &keuzes.opgave, "FILE",
     "the targets as agreed (required)"},
    {'P', "plannen", OPT_LIST, &keuzes.plannen, "FILE",
     "a plan register; may be repeated"},
    {'y', "years", OPT_TEXT, &keuzes.jaren, "2022..2030",
     "years of the stand (default: of the targets)"},
    {0, "peildatum", OPT_TEXT, &keuzes.peildatum, "DATE",
     "growth before it, plans from its year on; or: laatste"},
    {0, "as-of", OPT_TEXT, &keuzes.as_of, "DATE",
     "the targets as they were agreed on that day"},
    {0, "phasing", OPT_TEXT, &keuzes.fasering, "FILE",
     "spread targets over years by weights; or: even"},
    {0, "scenario", OPT_TEXT, &keuzes.scenario, "FILE",
     "what if: shares, delays and other targets"},
    {0, "break-even", OPT_FLAG, &keuzes.evenwicht, NULL,
     "the share of zacht that is needed, instead of the stand"},
    {0, "groep", OPT_CHOICE, &keuzes.groep, "woondeal|gebied",
     "rows for regions (default), or for named areas"},
    {0, "segment", OPT_TEXT, &keuzes.segment, "TRAIT",
     "capacity by this trait, instead of the stand"},
    {0, "norm", OPT_TEXT, &keuzes.norm, "FILE",
     "which part of the segment should be what"},
    {0, "band", OPT_FLAG, &keuzes.band, NULL,
     "capacity at least and at most, as more columns"},
    {0, "roster", OPT_TEXT, &keuzes.rooster, "FILE",
     "who was to deliver, and whether all came"},
    {0, "table", OPT_FLAG, &keuzes.table, NULL,
     "a view for people instead of the CSV"},
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

void
keuzes_check(void)
{
	if (keuzes.gemeenten == NULL || keuzes.opgave == NULL)
		opt_usage(&keuzes_program, "-g and -t are required");
	int other = keuzes.evenwicht + (keuzes.segment != NULL);
	if (other > 1 || (other > 0 && keuzes.scenario != NULL))
		opt_usage(&keuzes_program, "--break-even, --segment and "
					   "--scenario exclude each other");
	if (keuzes.band && (other > 0 || keuzes.table))
		opt_usage(&keuzes_program,
			  "--band is for the CSV of the stand: not with "
			  "--break-even, --segment or --table");
	if (keuzes.groep != NULL && text_is(text_of(keuzes.groep), "gebied") &&
	    (other > 0 || keuzes.table || keuzes.band))
		opt_usage(&keuzes_program,
			  "--groep gebied is for the CSV of the stand: not "
			  "with --band, --break-even, --segment or --table");
	if (keuzes.segment != NULL && !segment_known(keuzes.segment))
		opt_usage(&keuzes_program, "--segment '%s', expected one of %s",
			  keuzes.segment, SEGMENTEN);
	if (keuzes.norm != NULL && keuzes.segment == NULL)
		opt_usage(&keuzes_program, "--norm needs --segment");
}
