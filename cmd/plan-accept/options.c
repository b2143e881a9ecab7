#include "options.h"

#include "text.h"

struct options accept_options;

static const struct opt options[] = {
    {'g', "gemeenten", OPT_TEXT, &accept_options.gemeenten, "GEMEENTEN.csv",
     "municipalities and their names (needed)"},
    {'l', "limits", OPT_LIST, &accept_options.limits, "GRENZEN.csv",
     "how much may change (needed; a later one goes before)"},
    {'a', "accepted", OPT_TEXT, &accept_options.accepted, "AANVAARD.csv",
     "deliveries that were accepted by name"},
    {'b', "before", OPT_TEXT, &accept_options.before, "PLANNEN.csv",
     "the register of the release before"},
    {0, "in-force", OPT_TEXT, &accept_options.in_force, "VANKRACHT.csv",
     "the deliveries that are in force in it"},
    {0, "before-name", OPT_TEXT, &accept_options.before_name, "RELEASE",
     "what it is called, where --in-force does not say"},
    {0, "stock", OPT_TEXT, &accept_options.stock, "WAARNEMINGEN.csv",
     "the dwellings that there are (topic eindstand)"},
    {0, "name", OPT_TEXT, &accept_options.name, "RELEASE",
     "what the release is called that is made"},
    {0, "kept", OPT_TEXT, &accept_options.kept, "FILE",
     "write the plans of before that stay in force"},
    {0, "fail-on", OPT_CHOICE, &accept_options.fail_on, "error|warning",
     "exit 1 on findings of this severity (default error)"},
    {0, "findings", OPT_TEXT, &accept_options.findings, "FILE",
     "write all findings to FILE"},
};

const struct opt_program accept_program = {
    .name = "plan-accept",
    .summary = "which deliveries are in force: new ones, or those before",
    .operands = "-g GEMEENTEN -l GRENZEN [DELIVERED]",
    .options = options,
    .option_count = sizeof(options) / sizeof(options[0]),
    .examples = "  plan-accept -g g.csv -l grenzen.csv geleverd.csv\n"
		"  plan-accept -g g.csv -l grenzen.csv -b vorige/plannen.csv "
		"geleverd.csv\n"
		"  plan-accept -g g.csv -l grenzen.csv -b vorige/plannen.csv "
		"--kept p.csv d.csv\n",
    .max_operands = 1,
    .reads_stdin = true,
    .views = true,
};

void
options_check(void)
{
	const struct options *o = &accept_options;

	if (!o->gemeenten || o->limits.count == 0)
		opt_usage(&accept_program, "-g and -l are needed");
	if (!o->before && (o->in_force || o->before_name || o->kept))
		opt_usage(&accept_program, "--in-force, --before-name and "
					   "--kept are about --before");
	if (o->kept && text_is(text_of(o->before), "-"))
		opt_usage(&accept_program, "--kept reads --before twice: not "
					   "from standard input");
}
