/* plan-accept: which deliveries are in force, new ones or those before. */
#include "options.h"
#include "output.h"
#include "run.h"

static const struct options *const o = &accept_options;

/* What is read; all of it freed by close_all. */
struct files {
	struct gemeenten *gemeenten;
	struct limits *limits;
	struct delivered *delivered;
	struct accepted *accepted;
	struct before *before;
	struct stock *stock;
};

static int
open_all(struct files *f, const char *path)
{
	f->limits = limits_new();
	for (size_t i = 0; i < o->limits.count; i++)
		if (limits_load(f->limits, o->limits.items[i]) < 0)
			return -1;
	if (!(f->gemeenten = gemeenten_load(o->gemeenten)) ||
	    !(f->delivered = delivered_load(path)) ||
	    !(f->accepted = accepted_load(o->accepted)) ||
	    (o->before && !(f->before = before_load(o->before, o->in_force,
						    o->before_name))) ||
	    (o->stock && !(f->stock = stock_load(o->stock))))
		return -1;
	return 0;
}

static void
close_all(struct files *f)
{
	stock_free(f->stock);
	before_free(f->before);
	accepted_free(f->accepted);
	delivered_free(f->delivered);
	limits_free(f->limits);
	gemeenten_free(f->gemeenten);
}

int
main(int argc, char **argv)
{
	struct opt_result opt = opt_parse(&accept_program, argc, argv);
	enum exit_status status = EXIT_FATAL;
	struct files f = {0};
	struct findings *findings = NULL;

	options_check();
	if (open_all(&f, opt.operands[0]) == 0 &&
	    (findings = findings_open(o->findings))) {
		struct run r = {.gemeenten = f.gemeenten,
				.gemeenten_path = o->gemeenten,
				.limits = f.limits,
				.delivered = f.delivered,
				.accepted = f.accepted,
				.before = f.before,
				.stock = f.stock,
				.name = o->name,
				.findings = findings};

		if (run_write(&r, opt.output, o->kept) == 0)
			status = findings_status(
			    findings, findings_threshold(o->fail_on));
	}
	findings_free(findings);
	close_all(&f);
	return (int)status;
}
