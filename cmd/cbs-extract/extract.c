#include "extract.h"

#include <stdlib.h>

#include "arena.h"
#include "audit.h"
#include "out/balance.h"
#include "meta/catalog.h"
#include "csvout.h"
#include "diag.h"
#include "table/edition.h"
#include "form/form.h"
#include "out/ledger.h"
#include "out/listing.h"
#include "mem.h"
#include "out/pivot.h"
#include "out/series.h"

void
extract_free(struct extract *x)
{
	if (!x)
		return;
	for (size_t i = 0; i < x->edition_count; i++)
		edition_free(x->editions[i]);
	for (size_t i = 0; i < x->own_count; i++)
		meta_free(x->own[i]);
	free(x->editions);
	free(x->own);
	catalog_free(x->catalog);
	series_free(x->series);
	pivot_free(x->pivot);
	ledger_free(x->ledger);
	balance_free(x->balance);
	choice_free(x->choice);
	library_free(x->library);
	rows_free(x->rows);
	findings_free(x->findings);
	arena_free(x->arena);
	free(x);
}

static int
open_all(struct extract *x, const struct extract_options *o)
{
	x->choice = choice_new(&o->choice);
	if (!x->choice)
		return -1;
	for (size_t i = 0; i < o->metadata.count; i++)
		if (library_add(x->library, o->metadata.items[i]) < 0)
			return -1;
	x->findings = findings_open(o->findings);
	return x->findings ? 0 : -1;
}

struct extract *
extract_open(const struct extract_options *o)
{
	struct extract *x = mem_new(struct extract);

	x->arena = arena_new();
	x->library = library_new();
	x->table_id = text_of(o->table_id);
	x->options = o;
	x->list = o->list;
	x->labels = o->labels;
	if (o->check)
		x->balance = balance_new(o->tolerance);
	if (open_all(x, o) == 0)
		return x;
	extract_free(x);
	return NULL;
}

struct meta *
extract_own(struct extract *x)
{
	x->own = mem_resize(x->own, x->own_count + 1, sizeof(*x->own));
	return x->own[x->own_count++] = meta_new();
}

const char *
extract_keep(struct extract *x, const char *s)
{
	return arena_text(x->arena, text_of(s)).s;
}

void
extract_row(struct extract *x, bool plain)
{
	if (x->ledger)
		ledger_add(x->ledger, x);
	else
		rows_write(x->rows, plain);
}

void
extract_finding(struct extract *x, enum rule rule, const struct spot *spot,
		const struct text *args, size_t count)
{
	struct finding_place place = {.file = x->file,
				      .record = x->record,
				      .row = x->row,
				      .column = spot->column,
				      .name = spot->name,
				      .value = spot->value};

	finding_add(x->findings, rule_of(rule), &place, args, count);
}

/* When no record said what the dimensions are, the metadata may. */
static int
bind_empty(struct extract *x)
{
	struct edition *e = x->edition_count ? x->editions[0] : NULL;
	const struct meta *m = e ? meta_dimensions(&e->view) : NULL;
	struct text *keys;
	size_t *order, n;
	int rc;

	for (size_t i = 0; i < x->edition_count; i++)
		if (x->editions[i]->bound)
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

static int
finish(struct extract *x)
{
	bool plain;

	x->record = x->row = 0;
	if (bind_empty(x) < 0 || audit_wants(x) < 0)
		return -1;
	audit_feeds(x);
	if (x->balance)
		balance_finish(x->balance, x);
	rows_finish(x->rows);
	for (size_t i = 0; x->series && series_take(x->series, x, i, &plain);
	     i++)
		extract_row(x, plain);
	if ((x->pivot && pivot_finish(x->pivot, x) < 0) ||
	    (x->ledger && ledger_finish(x->ledger, x) < 0))
		return -1;
	diag_note("%zu records read; %zu observations = %zu written + %zu "
		  "left out + %zu refused",
		  x->records, x->cells, x->written, x->left_out, x->refused);
	return 0;
}

/* Which of the outputs is asked for; the rows themselves when none is. */
static void
settle_output(struct extract *x, struct csvout *csv)
{
	const struct extract_options *o = x->options;

	x->series = series_new(x->choice);
	if (o->wide)
		x->pivot = pivot_new(csv);
	if (o->since)
		x->ledger = ledger_new(o->since, csv);
	x->rows =
	    rows_new(x->list || o->wide || o->since ? NULL : csv, x->labels);
}

int
extract_run(struct extract *x, struct output *out, const char *const *files,
	    size_t count)
{
	struct csvout *csv = csvout_new(out, CSVOUT_CSV);
	int rc = 0;

	settle_output(x, csv);
	for (size_t i = 0; rc == 0 && i < count; i++)
		rc = form_file(x, files[i]);
	if (rc == 0)
		rc = finish(x);
	if (rc == 0 && x->list)
		listing_write(x, csv);
	csvout_finish(csv);
	return rc;
}
