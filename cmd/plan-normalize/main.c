/* plan-normalize: a delivery of housing plans to the plan register. */
#include "diag.h"
#include "options.h"
#include "propose/known.h"
#include "propose/proposal.h"

static const struct options *const o = &normalize_options;

/* Before anything is published: an error may show at the last. */
static int
close_input(struct input **in)
{
	struct input *last = *in;

	*in = NULL;
	return input_close(last);
}

static int
normalize(struct delivery *d, const struct opt_result *r)
{
	if (tables_load(&d->tables, &o->paths) < 0)
		return -1;
	d->findings = findings_open(o->findings);
	if (!d->findings)
		return -1;
	d->out = output_open(r->output);
	if (!d->out || delivery_read(d) < 0 || close_input(&d->in) < 0)
		return -1;
	return delivery_commit(d);
}

static int
propose(struct input **in, const struct opt_result *r)
{
	struct output *out = output_open(r->output);
	struct choices layouts = {0};
	int rc = out ? choices_find(&layouts, &o->paths.layouts,
				    o->paths.gemeenten, true)
		     : -1;

	if (rc == 0)
		rc = known_write(*in, &layouts, o->delivery.encoding,
				 o->delivery.delimiter, out);
	if (rc == 0)
		rc = proposal_write(*in, &layouts, o->delivery.encoding,
				    o->delivery.delimiter, out);
	choices_free(&layouts);
	if (rc >= 0 && close_input(in) == 0)
		return output_commit(&out, 1);
	output_discard(out);
	return -1;
}

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&normalize_program, argc, argv);
	enum exit_status status = EXIT_FATAL;
	struct delivery d = {.options = &o->delivery};

	if (o->propose && !o->paths.layouts.count && !o->paths.gemeenten)
		opt_usage(&normalize_program, "--propose takes -l, or -g");
	if (!o->propose && (!o->paths.gemeenten || !o->paths.planstatus))
		opt_usage(&normalize_program, "-g and -S are needed");
	d.in = input_open(r.operands[0]);
	if (d.in && o->propose)
		status = propose(&d.in, &r) == 0 ? EXIT_FINE : EXIT_FATAL;
	else if (d.in && normalize(&d, &r) == 0)
		status =
		    findings_status(d.findings, findings_threshold(o->fail_on));
	delivery_discard(&d);
	input_close(d.in);
	return (int)status;
}
