#include "run.h"

#include <stdlib.h>

#include "counts.h"
#include "diag.h"
#include "feed.h"
#include "files.h"
#include "judge.h"
#include "output.h"
#include "protect.h"
#include "report.h"
#include "safe.h"
#include "segments.h"

/* The newest first, as they were given. */
static int
load_before(struct run *r)
{
	const struct opt_list *list = &r->options->before;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < list->count; i++) {
		char *path = files_path(list->items[i], "plannen.csv");

		rc = world_read(r->world, BEFORE + (int)i, path);
		free(path);
	}
	return rc;
}

static int
load_tables(struct run *r, int round, const char *folder)
{
	struct feed feed = {r->world, r->cells, round, NULL};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < tables_count(r->tables); i++) {
		char *path = tables_at(r->tables, i)->form == FORM_PLANS
				 ? tables_find(r->tables, i, folder)
				 : NULL;

		if (path && round == NOW && !r->options->protect) {
			facts_free(r->facts);
			feed.facts = r->facts = facts_new(r->gemeenten);
		}
		if (path)
			rc = feed_read(&feed, path);
		free(path);
	}
	return rc == 0 ? cells_load(r->cells, round, folder) : rc;
}

int
run_load(struct run *r, const char *register_path)
{
	const struct options *o = r->options;
	int rc;

	r->register_path = register_path;
	if ((r->gemeenten = gemeenten_load(o->gemeenten)) == NULL ||
	    geheim_load(&r->limits, o->limits) != 0 ||
	    (r->tables = tables_load(o->tables)) == NULL ||
	    tables_cover(r->tables, o->release) != 0 ||
	    (r->findings = findings_open(o->findings)) == NULL)
		return -1;
	r->world = world_new(r->gemeenten);
	r->cells = cells_new(r->world, r->tables);
	if (world_read(r->world, NOW, register_path) != 0 ||
	    load_before(r) != 0 || world_settle(r->world) != 0)
		return -1;
	rc = load_tables(r, NOW, o->release);
	for (size_t i = 0; rc == 0 && i < o->before.count; i++)
		rc = load_tables(r, BEFORE + (int)i, o->before.items[i]);
	return rc;
}

static int
load_counts(const struct run *r, struct counts *c, const char *folder, bool now)
{
	return counts_load(c, r->tables, folder, now, r->options->delimiter);
}

static int
run_judge(struct run *r, struct judge *j, struct output *o)
{
	struct counts *counts = counts_new(r->gemeenten);
	struct report report = {j, counts, r->register_path,
				r->options->before.items, r->findings};
	const struct segments segments = {
	    r->tables,		 r->cells,	   r->gemeenten, r->facts,
	    r->options->release, r->register_path, r->findings};
	int rc = load_counts(r, counts, r->options->release, true);

	for (size_t i = 0; rc == 0 && i < r->options->before.count; i++)
		rc = load_counts(r, counts, r->options->before.items[i], false);
	if (rc == 0 && segments_judge(&segments) < 0)
		rc = -1;
	if (rc == 0) {
		counts_judge(counts, r->limits.margin);
		judge_all(j);
		report_write(&report, o);
	}
	counts_free(counts);
	return rc;
}

/* Fills list with the outputs besides the plan table, which is o. */
static int
run_protect(struct run *r, struct judge *j, struct output *o,
	    struct output **list)
{
	struct safe s = {.judge = j,
			 .list = r->tables,
			 .register_path = r->register_path,
			 .from = r->options->release,
			 .to = r->options->protect,
			 .findings = r->findings};

	if (protect(j) != 0 || safe_plans(&s, o) != 0)
		return -1;
	report_cost(j, r->register_path, r->findings);
	return safe_stand(&s, list);
}

int
run_write(struct run *r, const char *output)
{
	struct judge j = {
	    .world = r->world, .cells = r->cells, .limits = &r->limits};
	struct output *out[2 + TABLES_MOST] = {output_open(output)};
	int n = 0;

	if (!out[0])
		return -1;
	if (r->options->protect)
		n = run_protect(r, &j, out[0], out + 2);
	else
		n = run_judge(r, &j, out[0]);
	judge_free(&j);
	if (n < 0) {
		output_discard(out[0]);
		return -1;
	}
	out[1] = findings_finish(r->findings);
	return output_commit(out, 2 + (size_t)n);
}

void
run_close(struct run *r)
{
	facts_free(r->facts);
	cells_free(r->cells);
	world_free(r->world);
	tables_free(r->tables);
	findings_free(r->findings);
	gemeenten_free(r->gemeenten);
}
