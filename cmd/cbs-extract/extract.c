#include "extract.h"

#include <stdio.h>
#include <stdlib.h>

#include "audit.h"
#include "buffer.h"
#include "csvout.h"
#include "diag.h"
#include "form/form.h"
#include "mem.h"
#include "meta/catalog.h"
#include "meta/library.h"
#include "out/balance.h"
#include "out/complete.h"
#include "out/explain.h"
#include "out/ledger.h"
#include "out/listing.h"
#include "out/pivot.h"
#include "out/series.h"
#include "out/sum.h"
#include "out/timeline.h"
#include "table/cell.h"
#include "table/edition.h"
#include "table/rows.h"

struct extract {
	struct run run;
	struct findings *findings;
	const struct extract_options *options;
	struct cell_taker taker;
	/* Each NULL when it is not asked for. */
	struct sums *sums;
	struct series *series;	   /* a name of two tables */
	struct pivot *pivot;	   /* --wide */
	struct timeline *timeline; /* --wide perioden */
	struct ledger *ledger;	   /* --since */
	struct balance *balance;   /* --check */
	struct explain *explain;   /* --explain */
	struct complete *complete; /* --complete, but for --wide */
};

void
extract_free(struct extract *x)
{
	if (!x)
		return;
	for (size_t i = 0; i < x->run.edition_count; i++)
		edition_free(x->run.editions[i]);
	free(x->run.editions);
	catalog_free(x->run.catalog);
	explain_free(x->explain);
	complete_free(x->complete);
	sums_free(x->sums);
	series_free(x->series);
	pivot_free(x->pivot);
	timeline_free(x->timeline);
	ledger_free(x->ledger);
	balance_free(x->balance);
	choice_free(x->run.choice);
	library_free(x->run.library);
	rows_free(x->run.rows);
	causes_free(x->run.causes);
	findings_free(x->findings);
	arena_free(x->run.arena);
	free(x);
}

struct findings *
extract_findings(const struct extract *x)
{
	return x->findings;
}

/* --wide, but for the periods. */
static bool
by_measure(const struct extract_options *o)
{
	return o->wide && !text_is(text_of(o->wide), "perioden");
}

/* A row goes out, or what --since makes of it. */
static void
put_row(struct extract *x, bool plain)
{
	if (x->explain)
		explain_result(x->explain, &x->run);
	else if (x->ledger)
		ledger_add(x->ledger, &x->run);
	else if (x->timeline)
		timeline_add(x->timeline, &x->run);
	else
		rows_write(x->run.rows, plain);
}

/* An observation, or the sum of some, to the output that is asked for. */
static void
put(struct extract *x, struct edition *e, struct topic *t, const struct cell *c)
{
	if (x->balance)
		balance_add(x->balance, e, t, c->value);
	if (x->run.list) {
		listing_count(e, t);
	} else if (x->pivot) {
		pivot_add(x->pivot, e, t, c);
	} else {
		bool plain = cell_fill(e, t, c);

		if (t->shared)
			series_add(x->series, e, plain);
		else
			put_row(x, plain);
	}
}

/* Each observation as it is read. */
static void
take(void *ctx, struct edition *e, struct topic *t, const struct cell *c)
{
	struct extract *x = ctx;
	struct cell sum = *c;

	x->run.written++;
	if (x->explain)
		explain_source(x->explain, e, t, c);
	if (x->complete)
		complete_note(x->complete, e, t);
	if (t->part_of.sign && !x->run.list) {
		if (!sums_add(x->sums, e, &t, &sum)) {
			x->run.summed++;
			return;
		}
		c = &sum;
	}
	put(x, e, t, c);
}

static int
open_all(struct extract *x, const struct extract_options *o)
{
	struct run *run = &x->run;

	run->choice = choice_new(&o->choice);
	if (!run->choice)
		return -1;
	for (size_t i = 0; i < o->metadata.count; i++)
		if (library_add(run->library, o->metadata.items[i]) < 0)
			return -1;
	x->findings = findings_open(o->findings);
	if (!x->findings)
		return -1;
	choice_tell(run->choice, x->findings);
	run->causes = causes_new(x->findings, run->arena);
	return 0;
}

struct extract *
extract_open(const struct extract_options *o)
{
	struct extract *x = mem_new(struct extract);
	struct run *run = &x->run;

	x->options = o;
	x->taker = (struct cell_taker){take, x};
	run->taker = &x->taker;
	run->arena = arena_new();
	run->library = library_new();
	run->form = o->form;
	run->table_id = text_of(o->table_id);
	run->list = o->list;
	run->labels = o->labels;
	run->know = by_measure(o) || o->complete;
	run->bare = !(o->list || o->labels || o->wide || o->since || o->check ||
		      o->explain || o->complete);
	if (open_all(x, o) == 0)
		return x;
	extract_free(x);
	return NULL;
}

/* When no record said what the dimensions are, the metadata may. */
static int
bind_empty(struct run *run)
{
	struct edition *e = run->edition_count ? run->editions[0] : NULL;
	const struct meta *m = e ? meta_dimensions(&e->view) : NULL;
	struct text *keys;
	size_t *order, n;
	int rc;

	for (size_t i = 0; i < run->edition_count; i++)
		if (run->editions[i]->bound)
			return 0;
	if (!m)
		return 0;
	n = map_count(m->dimensions);
	keys = mem_array(n, sizeof(*keys));
	order = mem_array(n, sizeof(*order));
	for (size_t i = 0; i < n; i++)
		keys[i] = map_key(m->dimensions, i);
	rc = edition_bind(e, keys, n, order);
	free(keys);
	free(order);
	return rc;
}

/* What v4 leaves out. */
static void
finish_cells(struct extract *x)
{
	const struct cell missing = {text_of(""), text_of("ontbreekt"), true};
	struct edition *e;
	struct topic *t;

	while (x->complete && complete_next(x->complete, &e, &t)) {
		if (!edition_keeps(e, t))
			continue;
		x->run.cells++;
		x->run.completed++;
		take(x, e, t, &missing);
	}
}

/* The sums of which a part was in no row. */
static void
finish_sums(struct extract *x)
{
	struct edition *e;
	struct topic *t;
	struct cell c;

	while (sums_next(x->sums, &e, &t, &c)) {
		x->run.summed--;
		put(x, e, t, &c);
	}
}

/* Each filter by itself leaves something (audit_wants), all together nothing:
 * says so, and what there is. */
static void
tell_nothing(const struct extract *x)
{
	const struct choice_options *o = &x->options->choice;
	const struct run *run = &x->run;
	struct buffer b = {0};

	if (run->written || !run->left_out || run->list)
		return;
	for (size_t i = 0; i < choice_count(run->choice); i++)
		if (!choice_at(run->choice, i)->found)
			return; /* C010 */
	buffer_printf(&b, "0 of %zu observations are left by%s%s%s%s%s%s",
		      run->cells, o->periods ? " -p " : "",
		      o->periods ? o->periods : "", o->grain ? " --grain " : "",
		      o->grain ? o->grain : "", o->regions ? " -r " : "",
		      o->regions ? o->regions : "");
	for (size_t i = 0; i < o->where.count; i++)
		buffer_printf(&b, " -w %s", o->where.items[i]);
	if (o->measures)
		buffer_printf(&b, " -m %s", o->measures);
	if (o->selection)
		buffer_printf(&b, " --selecties %s", o->selection);
	choice_periods_there(run->choice, &b);
	diag_warn("%s", buffer_view(&b).s);
	buffer_free(&b);
}

/* What was read and what became of it. */
static void
note(const struct run *run)
{
	char summed[64] = "", completed[64] = "";
	char key[TEXT_SHOW], raw[TEXT_SHOW];

	if (run->trimmed)
		diag_note("%s <- \"%s\" (%zu keys trimmed)",
			  text_show(text_trim(run->trimmed_first), key),
			  text_show(run->trimmed_first, raw), run->trimmed);
	if (run->summed)
		snprintf(summed, sizeof(summed), " (%zu of them in sums)",
			 run->summed);
	if (run->completed)
		snprintf(completed, sizeof(completed), " (%zu of them missing)",
			 run->completed);
	diag_note("%zu records read; %zu observations%s = %zu written%s + %zu "
		  "left out + %zu refused",
		  run->records, run->cells, completed, run->written, summed,
		  run->left_out, run->refused);
}

static int
finish(struct extract *x)
{
	struct run *run = &x->run;
	bool plain;

	run->record = run->row = 0;
	if (bind_empty(run) < 0 || audit_wants(run) < 0)
		return -1;
	audit_metadata(run);
	audit_feeds(run);
	finish_cells(x);
	finish_sums(x);
	if (x->balance)
		balance_finish(x->balance, run);
	rows_finish(run->rows);
	for (size_t i = 0; x->series && series_take(x->series, run, i, &plain);
	     i++)
		put_row(x, plain);
	if ((x->pivot && pivot_finish(x->pivot, run) < 0) ||
	    (x->timeline && timeline_finish(x->timeline, run) < 0) ||
	    (x->ledger && ledger_finish(x->ledger, run) < 0) ||
	    (x->explain && explain_finish(x->explain) < 0))
		return -1;
	causes_finish(run->causes);
	tell_nothing(x);
	note(run);
	return sums_failed(x->sums) ? -1 : 0;
}

/* Which of the outputs is asked for; the rows themselves when none is. */
static int
settle_output(struct extract *x, struct csvout *csv)
{
	const struct extract_options *o = x->options;
	bool rows = !(o->list || o->wide || o->since || o->explain);
	const char *missing = o->complete ? "ontbreekt" : "niet_geleverd";

	x->sums = sums_new(&x->run);
	x->series = series_new(x->run.choice);
	if (o->check)
		x->balance = balance_new(o->tolerance);
	if (o->explain && !(x->explain = explain_new(o->explain, csv)))
		return -1;
	if (by_measure(o))
		x->pivot = pivot_new(csv, missing);
	else if (o->complete)
		x->complete = complete_new(&x->run);
	if (o->wide && !by_measure(o))
		x->timeline = timeline_new(csv, missing);
	if (o->since)
		x->ledger = ledger_new(o->since, csv);
	x->run.rows = rows_new(rows ? csv : NULL, o->labels);
	return 0;
}

int
extract_run(struct extract *x, struct output *out, const char *const *files,
	    size_t count)
{
	struct csvout *csv = csvout_new(out, CSVOUT_ASKED);
	int rc = settle_output(x, csv);

	for (size_t i = 0; rc == 0 && i < count; i++)
		rc = form_file(&x->run, files[i]);
	if (rc == 0)
		rc = finish(x);
	if (rc == 0 && x->run.list)
		listing_write(&x->run, csv);
	csvout_finish(csv);
	return rc;
}
