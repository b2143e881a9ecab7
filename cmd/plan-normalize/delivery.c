#include "delivery.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/amount.h"
#include "read/binding.h"
#include "judge/check.h"
#include "csvin.h"
#include "read/dated.h"
#include "diag.h"
#include "read/dialect.h"
#include "judge/duplicate.h"
#include "judge/heads.h"
#include "read/header.h"
#include "read/naming.h"
#include "read/original.h"
#include "period.h"
#include "tablekind.h"
#include "read/plan.h"
#include "layout/prices.h"
#include "write/plannen.h"
#include "write/rejects.h"
#include "ground/report.h"
#include "read/skip.h"
#include "judge/survey.h"
#include "judge/tally.h"
#include "judge/totals.h"

/* Everything that lives while a delivery is read. */
struct run {
	struct delivery *d;
	struct dialect dialect;
	struct text peildatum, levering;
	char price_year[PRICE_YEAR];
	enum num_form form;
	struct original *original;
	struct text raw; /* the record as delivered, when rejects are wanted */
	struct csvin *in;
	struct header *header;
	struct binding *binding;
	struct report report;
	struct repeats *repeats;
	struct plan_reader *plans;
	struct name_judge *naming;
	struct amount_reader *amounts;
	struct checker *checker;
	struct duplicates *duplicates;
	struct skipper *skipper;
	struct totals *totals;
	struct survey *survey;
	struct account here; /* the numbers of the record at hand */
	struct plannen *writer, *rejected;
	struct rejects *rejects;
	struct tally tally;
};

/* The options, or what the layout says in their place. */
static int
settle(struct run *x)
{
	const struct delivery_options *o = x->d->options;
	const struct layout *l = x->dialect.layout;
	int32_t days;

	x->peildatum = o->peildatum ? text_of(o->peildatum) : l->peildatum;
	x->levering = o->levering ? text_of(o->levering) : l->levering;
	x->form = l->form;
	if (o->numbers)
		x->form = strcmp(o->numbers, "nl") == 0 ? NUM_NL : NUM_EN;
	if (o->peildatum && !date_parse(x->peildatum, &days))
		return diag_fail("--peildatum: \"%s\" is not a date as "
				 "2024-01-01",
				 o->peildatum);
	if (dated_check(l, x->peildatum) < 0)
		return -1;
	return status_check(x->d->tables.status, l);
}

static int
name_prices(struct run *x)
{
	const struct tables *t = &x->d->tables;
	size_t i = 0;

	while (t->layouts[i] != x->dialect.layout)
		i++;
	return prices_name(t->prices, t->layouts[i], x->peildatum,
			   x->price_year);
}

static int
find_gemeente(struct run *x, const struct gemeente **out)
{
	const char *word = x->d->options->gemeente;
	enum gemeente_match how;

	*out = NULL;
	if (!word)
		return 0;
	*out = gemeenten_match(x->d->tables.gemeenten, text_of(word), &how);
	if (!*out)
		return diag_fail("--gemeente: \"%s\" is not in gemeenten.csv",
				 word);
	return 0;
}

/* A header of one column that has another delimiter in it: what to do. */
static const char *
hint(const struct run *x, char buf[64])
{
	static const char others[] = ",;|\t";
	struct text name = x->header->names[0];

	buf[0] = '\0';
	for (const char *c = others; x->header->count == 1 && *c; c++) {
		if (*c == x->dialect.delimiter || !memchr(name.s, *c, name.n))
			continue;
		snprintf(buf, 64, "; another delimiter would fit: -d %s",
			 *c == '\t'  ? "'\\t'"
			 : *c == ',' ? ","
			 : *c == ';' ? "';'"
				     : "'|'");
		break;
	}
	return buf;
}

static int
bind_header(struct run *x)
{
	char *why, buf[64];
	const char *ours;

	x->in = csvin_new(original_input(x->original), x->dialect.delimiter);
	x->header = header_read(x->in, x->dialect.layout);
	if (!x->header)
		return -1;
	x->binding = binding_new(x->dialect.layout, x->header, &why);
	ours = tablekind_of(x->header->names, x->header->count);
	if (!x->binding)
		diag_fail_at(csvin_name(x->in), csvin_row(x->in),
			     "E003 the layout %s does not fit: %s%s%s%s",
			     x->dialect.layout->path, why, hint(x, buf),
			     ours ? "; this is " : "", ours ? ours : "");
	free(why);
	return x->binding ? heads_unit(x->header, x->binding, x->in) : -1;
}

static int
open_source(struct run *x)
{
	struct delivery *d = x->d;

	if (dialect_find(d->in, d->tables.layouts, &d->tables.choices,
			 d->options->encoding, d->options->delimiter,
			 &x->dialect) < 0)
		return -1;
	x->original =
	    original_new(d->in, x->dialect.encoding, d->options->rejects);
	if (!x->original)
		return -1;
	return dialect_delimiter(original_input(x->original), &x->dialect);
}

static int
open_rejects(struct run *x)
{
	struct text lines = {x->header->raw, x->header->raw_n};

	x->rejects = rejects_open(x->d->options->rejects);
	if (!x->rejects)
		return -1;
	if (rejects_wanted(x->rejects) &&
	    original_take(x->original, lines, &lines) < 0)
		return -1;
	rejects_header(x->rejects, x->dialect.bom, lines);
	return 0;
}

/* What could be read of the records that are rejected, as a register. */
static int
open_rejected(struct run *x)
{
	const char *path = x->d->options->rejected;

	if (path)
		x->d->rejected = output_open(path);
	return path && !x->d->rejected ? -1 : 0;
}

static int
start(struct run *x)
{
	struct plan_context c = {.gemeenten = x->d->tables.gemeenten,
				 .status = x->d->tables.status,
				 .report = &x->report};
	struct delivery *d = x->d;
	struct plannen_facts facts;

	if (open_source(x) < 0 || settle(x) < 0 ||
	    find_gemeente(x, &c.gemeente) < 0 || name_prices(x) < 0 ||
	    bind_header(x) < 0 || open_rejects(x) < 0 || open_rejected(x) < 0)
		return -1;
	x->repeats = repeats_new();
	x->report = (struct report){.findings = d->findings,
				    .price_year = text_of(x->price_year),
				    .file = csvin_name(x->in),
				    .in = x->in,
				    .header = csvin_record(x->in),
				    .repeats = x->repeats,
				    .names = x->header->names};
	check_header(x->binding, &x->report);
	c.binding = x->binding;
	c.gebieden = d->tables.gebieden;
	c.form = x->form;
	c.peildatum = x->peildatum;
	facts = (struct plannen_facts){x->peildatum, x->levering,
				       x->dialect.layout->telling};
	x->plans = plan_reader_new(&c);
	x->naming = name_judge_new(d->findings);
	x->amounts =
	    amount_reader_new(x->binding, x->form, x->peildatum, &x->report);
	x->checker = checker_new(x->binding, &x->report);
	x->duplicates = duplicates_new(x->binding, &x->report);
	x->skipper = skipper_new(x->binding);
	x->survey = survey_new(x->binding, x->form);
	x->totals = totals_new(x->binding, x->form, &x->report);
	x->writer = plannen_new(d->out, CSVOUT_ASKED, x->binding, &facts);
	if (d->rejected)
		x->rejected =
		    plannen_new(d->rejected, CSVOUT_CSV, x->binding, &facts);
	return 0;
}

static void
stop(struct run *x)
{
	plannen_finish(x->writer);
	plannen_finish(x->rejected);
	skipper_free(x->skipper);
	totals_free(x->totals);
	survey_free(x->survey);
	repeats_free(x->repeats);
	duplicates_free(x->duplicates);
	checker_free(x->checker);
	amount_reader_free(x->amounts);
	plan_reader_free(x->plans);
	name_judge_free(x->naming);
	rejects_free(x->rejects);
	binding_free(x->binding);
	header_free(x->header);
	csvin_free(x->in);
	original_free(x->original);
}

static int
add_all(struct account *a, const struct amount *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (amount_counts(&list[i]) &&
		    account_add(a, list[i].kind->soort, list[i].value) < 0)
			return -1;
	return 0;
}

static int
refuse(struct run *x, const struct plan *plan, const struct amount *list,
       size_t n)
{
	struct account as_rows = {0};

	x->tally.rejected++;
	x->tally.refused.cells += x->here.cells;
	if (add_all(&x->tally.refused, list, n) < 0)
		return -1;
	rejects_add(x->rejects, x->raw);
	if (x->rejected && plan && plan->gemeente &&
	    plannen_add(x->rejected, plan, list, n, &as_rows) < 0)
		return -1;
	return 0;
}

static int
accept(struct run *x, const struct plan *plan, const struct amount *list,
       size_t n)
{
	totals_counts(x->totals, x->in);
	x->tally.accepted++;
	x->tally.out.cells += x->here.cells;
	return plannen_add(x->writer, plan, list, n, &x->tally.out);
}

/* A record of the header's width that is no totals row. */
static int
take_plan(struct run *x)
{
	const struct amount *list;
	struct plan plan;
	size_t n;

	plan_read(x->plans, x->in, &plan);
	naming_check(x->naming, &x->report, x->binding, &plan);
	x->report.owner = plan.gemeente ? plan.gemeente->code : text_of("");
	n = amount_read(x->amounts, x->in, &plan, &list);
	if (add_all(&x->tally.in, list, n) < 0 ||
	    totals_add(x->totals, x->in, list, n) < 0 ||
	    checker_record(x->checker, &plan, list, n) < 0)
		return -1;
	if (!x->report.error)
		duplicates_check(x->duplicates, &plan);
	if (x->report.error)
		return refuse(x, &plan, list, n);
	return accept(x, &plan, list, n);
}

static int
refuse_width(struct run *x, size_t found)
{
	char got[24], want[24];

	snprintf(got, sizeof(got), "%zu", found);
	snprintf(want, sizeof(want), "%zu", x->header->count);
	report_add(&x->report, RULE_WIDTH, NO_COLUMN, text_of(got),
		   text_of(want));
	plan_unread(x->plans);
	return refuse(x, NULL, NULL, 0);
}

/* Of a record that is no plan, all numbers as they were delivered. */
static void
leave_out(struct run *x, struct account *where)
{
	struct account dwellings = x->here;

	dwellings.cells = 0; /* in has them already */
	account_join(&x->tally.in, &dwellings);
	account_join(where, &dwellings);
}

static void
skip(struct run *x)
{
	x->tally.skips++;
	x->tally.skipped.cells += x->here.cells;
	leave_out(x, &x->tally.skipped);
}

/* A totals row that the layout declares. */
static void
skip_total(struct run *x, const struct bound_skip *by)
{
	char bouw[SUM_TEXT];

	report_add(&x->report, RULE_TOTAL_ROW, (long)by->column,
		   text_trim(csvin_field(x->in, by->column)),
		   sum_format(x->here.sum[SOORT_BOUW], bouw));
	totals_row(x->totals, x->in);
	skip(x);
}

/* One that it does not. */
static int
refuse_total(struct run *x, enum rule rule)
{
	char bouw[SUM_TEXT];
	long at = totals_named(x->totals, x->in);

	report_add(&x->report, rule, at,
		   text_trim(csvin_field(x->in, (size_t)at)),
		   sum_format(x->here.sum[SOORT_BOUW], bouw));
	totals_row(x->totals, x->in);
	leave_out(x, &x->tally.refused);
	return refuse(x, NULL, NULL, 0);
}

/* A record of the header's width. */
static int
take_whole(struct run *x)
{
	const struct bound_skip *by = skipper_drops(x->skipper, x->in);
	char bouw[SUM_TEXT];

	if (by && !by->rule->total) {
		survey_skip(x->survey, x->in, by, &x->here);
		skip(x);
		return 0;
	}
	switch (totals_judge(x->totals, x->in, by ? by->rule : NULL)) {
	case TOTALS_TOTAL:
		skip_total(x, by);
		return 0;
	case TOTALS_SUM:
		return refuse_total(x, RULE_SUM_ROW);
	case TOTALS_WORD:
		return refuse_total(x, RULE_WORD_ROW);
	case TOTALS_ALIKE:
		report_add(&x->report, RULE_SUM_ALIKE, NO_COLUMN, text_of(""),
			   sum_format(x->here.sum[SOORT_BOUW], bouw));
		break;
	case TOTALS_PLAN:
		break;
	}
	return take_plan(x);
}

/* A header below the first: the same counts as a blank record, unless the
 * layout says what it is; what stands below another would be read by the
 * columns of the first. 1 when it is done with, -1. */
static int
take_header(struct run *x)
{
	enum heads_again again = heads_again(x->header, x->in);

	if (again == HEADS_NONE || skipper_drops(x->skipper, x->in))
		return 0;
	if (again == HEADS_OTHER)
		return heads_refuse(x->in);
	report_add(&x->report, RULE_HEADER_AGAIN, NO_COLUMN, text_of(""),
		   text_of(""));
	x->tally.skips++;
	totals_blank(x->totals);
	return 1;
}

static int
take_record(struct run *x)
{
	size_t n;
	int rc;

	(void)csvin_fields(x->in, &n);
	x->tally.read++;
	x->report.error = false;
	x->here = (struct account){0};
	if (rejects_wanted(x->rejects) &&
	    original_take(x->original, csvin_raw(x->in), &x->raw) < 0)
		return -1;
	if (skipper_blank(x->skipper, x->in)) {
		x->tally.skips++;
		totals_blank(x->totals);
		return 0;
	}
	rc = take_header(x);
	if (rc)
		return rc < 0 ? -1 : 0;
	if (n != x->header->count)
		x->here.cells = survey_cells(x->survey, x->in);
	else if (survey_record(x->survey, x->in, &x->here, &x->tally.unread) <
		 0)
		return -1;
	x->tally.in.cells += x->here.cells;
	return n == x->header->count ? take_whole(x) : refuse_width(x, n);
}

static int
read_all(struct run *x)
{
	int rc;

	while ((rc = csvin_next(x->in)) == 1)
		if (take_record(x) < 0)
			return -1;
	if (rc < 0)
		return -1;
	if (totals_finish(x->totals, x->in) < 0)
		return -1;
	checker_finish(x->checker);
	plan_finish(x->plans);
	name_judge_tell(x->naming);
	survey_tell(x->survey, x->header, &x->report);
	report_repeats(&x->report);
	tally_tell(&x->tally, &x->report);
	return tally_check(&x->tally, csvin_name(x->in));
}

static void
note(const struct run *x)
{
	char d = x->dialect.delimiter;

	diag_note("%s: layout %s, delimiter %s%c, encoding %s",
		  csvin_name(x->in), x->dialect.layout->path,
		  d == '\t' ? "ta" : "", d == '\t' ? 'b' : d,
		  x->dialect.encoding ? x->dialect.encoding : "UTF-8");
	tally_note(&x->tally, csvin_name(x->in));
}

int
delivery_read(struct delivery *d)
{
	struct run x = {.d = d};
	int rc = start(&x);

	if (rc == 0)
		rc = read_all(&x);
	if (rc == 0) {
		note(&x);
		d->rejects = rejects_finish(x.rejects);
	}
	stop(&x);
	return rc;
}

int
delivery_commit(struct delivery *d)
{
	struct output *outs[] = {d->out, d->rejects, d->rejected,
				 findings_finish(d->findings)};

	d->out = d->rejects = d->rejected = NULL;
	return output_commit(outs, sizeof(outs) / sizeof(outs[0]));
}

void
delivery_discard(struct delivery *d)
{
	output_discard(d->out);
	output_discard(d->rejects);
	output_discard(d->rejected);
	findings_free(d->findings);
	tables_free(&d->tables);
}
