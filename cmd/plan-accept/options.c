#include "options.h"

#include "text.h"

struct options accept_options;

static const struct opt options[] = {
    OPT_GEMEENTEN(&accept_options.gemeenten),
    {0, "grenzen", OPT_LIST, &accept_options.limits, "GRENZEN.csv",
     "how much may change (needed); a later one goes before"},
    {0, "aanvaard", OPT_TEXT, &accept_options.accepted, "AANVAARD.csv",
     "deliveries that were accepted by name"},
    {'P', "plannen", OPT_TEXT, &accept_options.before, "PLANNEN.csv",
     "a plan register (of the release before)"},
    {0, "vankracht", OPT_TEXT, &accept_options.in_force, "VANKRACHT.csv",
     "the deliveries in force (in that register)"},
    {0, "before-name", OPT_TEXT, &accept_options.before_name, "RELEASE",
     "what it is called, where --vankracht does not say"},
    {0, "waarnemingen", OPT_TEXT, &accept_options.stock, "WAARNEMINGEN.csv",
     "the dwellings that there are (topic eindstand)"},
    {0, "name", OPT_TEXT, &accept_options.name, "RELEASE",
     "what the release is called (that is made)"},
    {0, "kept", OPT_TEXT, &accept_options.kept, "FILE",
     "write the plans of before that stay in force"},
    OPT_FAIL_ON(&accept_options.fail_on),
    OPT_FINDINGS(&accept_options.findings),
};

static const struct opt_old OLD[] = {
    {'l', NULL, "grenzen"},	  {0, "limits", "grenzen"},
    {'a', NULL, "aanvaard"},	  {0, "accepted", "aanvaard"},
    {'b', NULL, "plannen"},	  {0, "before", "plannen"},
    {0, "in-force", "vankracht"}, {0, "stock", "waarnemingen"},
};

const struct opt_program accept_program = {
    .old = OLD,
    .old_count = sizeof(OLD) / sizeof(OLD[0]),
    .name = "plan-accept",
    .summary = "which deliveries are in force: new ones, or those before",
    .operands = "-g GEMEENTEN --grenzen GRENZEN [DELIVERED]",
    .options = options,
    .option_count = sizeof(options) / sizeof(options[0]),
    .brief = "gemeenten grenzen aanvaard plannen vankracht waarnemingen kept "
	     "findings",
    .examples = "  plan-accept -g g.csv --grenzen grenzen.csv geleverd.csv\n"
		"  plan-accept -g g.csv --grenzen g2.csv -P vorige/plannen.csv "
		"d.csv\n"
		"  plan-accept -g g.csv --grenzen g2.csv -P p.csv "
		"--kept b.csv d.csv\n",
    .max_operands = 1,
    .reads_stdin = true,
    .views = true,
};

void
options_check(void)
{
	const struct options *o = &accept_options;

	if (!o->gemeenten || o->limits.count == 0)
		opt_usage(&accept_program, "-g and --grenzen are needed");
	if (!o->before && (o->in_force || o->before_name || o->kept))
		opt_usage(&accept_program, "--vankracht, --before-name and "
					   "--kept are about --plannen");
	if (o->kept && text_is(text_of(o->before), "-"))
		opt_usage(&accept_program, "--kept reads --plannen twice: not "
					   "from standard input");
}
