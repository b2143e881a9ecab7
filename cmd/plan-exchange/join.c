#include "join.h"

#include <stdlib.h>

#include "buffer.h"
#include "column.h"
#include "csvout.h"
#include "diag.h"
#include "map.h"
#include "mem.h"
#include "source.h"

#define NO_YEAR UINT32_MAX

struct plan {
	uint64_t place;
	uint32_t first, last; /* of its years */
};

struct year {
	uint64_t place;
	uint32_t next; /* of the same plan */
};

struct join {
	const char *file, *of; /* that is read; Planregistratie */
	struct columns *columns, *details;
	struct map *by_id; /* plans; the value is the place + 1 */
	struct store *store;
	struct plan *plans;
	size_t plan_count, plan_cap;
	struct year *years;
	size_t year_count, year_cap;
	uint32_t within, until; /* years of the plan that is being read */
	struct columns *shown;	/* details as they are written */
	long *from;		/* of each of these, where it is in details */
};

static struct text
cell(const struct columns *c, const struct record *r, const char *name)
{
	long at = columns_find(c, name);

	return at < 0 ? text_of("") : text_trim(record_get(r, (size_t)at));
}

/* Zuid-Holland has the id in ph_text9. */
static struct text
id_of(const struct join *j, const struct record *r)
{
	struct text id = cell(j->columns, r, "GlobalID");

	return id.n ? id : cell(j->columns, r, "ph_text9");
}

static int
keep_year(struct join *j, const struct record *r, uint32_t *at)
{
	if (j->year_count == NO_YEAR)
		return diag_fail("%s: too many records", j->file);
	j->years = mem_grow(j->years, &j->year_cap, j->year_count + 1,
			    sizeof(*j->years));
	*at = (uint32_t)j->year_count;
	j->years[j->year_count].next = NO_YEAR;
	return store_add(j->store, r, &j->years[j->year_count++].place);
}

/* A year in a plan: these follow each other. */
static int
take_within(void *ctx, struct text name, const struct record *r)
{
	struct join *j = ctx;
	char show[TEXT_SHOW];
	uint32_t at = NO_YEAR;

	if (!text_is(name, "year_properties"))
		return diag_fail("%s: \"%s\" is a list of records; expected "
				 "year_properties alone",
				 j->file, text_show(name, show));
	if (keep_year(j, r, &at) < 0)
		return -1;
	if (j->within == NO_YEAR)
		j->within = at;
	else
		j->years[j->until].next = at;
	j->until = at;
	return 0;
}

static int
take_plan(void *ctx, const struct record *r, const struct source_place *at)
{
	struct join *j = ctx;
	struct text id = id_of(j, r);
	char show[TEXT_SHOW];
	struct plan *p;
	void **slot;

	if (!id.n)
		return source_fail(at, "a plan without GlobalID");
	slot = map_slot(j->by_id, id);
	if (*slot)
		return source_fail(at, "GlobalID %s comes twice",
				   text_show(id, show));
	j->plans = mem_grow(j->plans, &j->plan_cap, j->plan_count + 1,
			    sizeof(*j->plans));
	p = &j->plans[j->plan_count++];
	*slot = (void *)(uintptr_t)j->plan_count;
	p->first = j->within;
	p->last = j->until;
	j->within = NO_YEAR;
	return store_add(j->store, r, &p->place);
}

static int
take_year(void *ctx, const struct record *r, const struct source_place *at)
{
	struct join *j = ctx;
	struct text id = cell(j->details, r, "parent_globalid");
	size_t of = (size_t)(uintptr_t)map_get(j->by_id, id);
	char show[TEXT_SHOW];
	struct plan *p;
	uint32_t year = NO_YEAR;

	if (!of)
		return source_fail(at, "parent_globalid \"%s\" is not in %s",
				   text_show(id, show), j->of);
	if (keep_year(j, r, &year) < 0)
		return -1;
	p = &j->plans[of - 1];
	if (p->first == NO_YEAR)
		p->first = year;
	else
		j->years[p->last].next = year;
	p->last = year;
	return 0;
}

/* JSON does not say what it has no value of: all columns that there may be. */
static void
show_columns(struct join *j, bool json)
{
	size_t n;

	if (json)
		column_add_detail(j->shown);
	for (size_t i = 0; i < columns_count(j->details); i++)
		columns_place(j->shown, columns_name(j->details, i));
	n = columns_count(j->shown);
	j->from = mem_array(n + 1, sizeof(*j->from));
	for (size_t i = 0; i < n; i++)
		j->from[i] =
		    columns_find(j->details, columns_name(j->shown, i).s);
}

static int
read_files(struct join *j, const char *plans, const char *detail)
{
	static const struct source_handler of_plans = {take_plan, take_within,
						       "GlobalID", "ph_text9"};
	static const struct source_handler of_years = {take_year, NULL,
						       "parent_globalid", NULL};
	struct columns *given = columns_new();
	bool json;
	int rc;

	j->file = plans;
	rc = source_read(plans, j->columns, j->details, &of_plans, j, &json);
	if (rc == 0 && !detail && !j->year_count)
		rc = diag_fail("%s: no plan has year_properties: give "
			       "DETAILPLANNING too",
			       plans);
	if (rc == 0 && detail && j->year_count)
		rc =
		    diag_fail("%s: plans have year_properties, and %s is given "
			      "too: which counts?",
			      plans, detail);
	if (rc == 0 && detail) {
		j->file = detail;
		rc =
		    source_read(detail, j->details, given, &of_years, j, &json);
	}
	columns_free(given);
	if (rc == 0)
		show_columns(j, json);
	return rc;
}

static void
write_header(const struct join *j, struct csvout *out)
{
	struct buffer b = {0};

	csvout_string(out, "plan_id");
	csvout_string(out, "fase_id");
	for (size_t i = 0; i < columns_count(j->columns); i++) {
		buffer_clear(&b);
		buffer_string(&b, "plan.");
		buffer_add(&b, columns_name(j->columns, i));
		csvout_text(out, buffer_view(&b));
	}
	for (size_t i = 0; i < columns_count(j->shown); i++)
		csvout_text(out, columns_name(j->shown, i));
	csvout_end(out);
	buffer_free(&b);
}

/* The plan's own cells; the years are filled in behind them. */
static void
plan_fields(const struct join *j, const struct record *plan,
	    struct text *fields)
{
	long own = columns_find(j->columns, "plan_id");
	size_t n = columns_count(j->columns);

	fields[0] = own < 0 ? id_of(j, plan) : record_get(plan, (size_t)own);
	fields[1] = cell(j->columns, plan, "fase_id");
	for (size_t i = 0; i < n; i++)
		fields[2 + i] = record_get(plan, i);
}

static int
write_plan(struct join *j, const struct plan *p, struct record *of[2],
	   struct text *fields, struct csvout *out)
{
	size_t n = 2 + columns_count(j->columns);
	size_t more = columns_count(j->shown);
	uint32_t at = p->first;

	if (store_get(j->store, p->place, of[0]) < 0)
		return -1;
	plan_fields(j, of[0], fields);
	record_clear(of[1]);
	do {
		if (at != NO_YEAR &&
		    store_get(j->store, j->years[at].place, of[1]) < 0)
			return -1;
		for (size_t i = 0; i < more; i++)
			fields[n + i] =
			    j->from[i] < 0
				? text_of("")
				: record_get(of[1], (size_t)j->from[i]);
		csvout_record(out, fields, n + more, false);
		at = at == NO_YEAR ? at : j->years[at].next;
	} while (at != NO_YEAR);
	return 0;
}

static int
write_all(struct join *j, struct csvout *out)
{
	size_t n = 2 + columns_count(j->columns) + columns_count(j->shown);
	struct text *fields = mem_array(n, sizeof(*fields));
	struct record *of[2] = {record_new(), record_new()};
	size_t bare = 0;
	int rc = 0;

	write_header(j, out);
	for (size_t i = 0; rc == 0 && i < j->plan_count; i++) {
		bare += j->plans[i].first == NO_YEAR;
		rc = write_plan(j, &j->plans[i], of, fields, out);
	}
	if (rc == 0)
		diag_note("%zu plans, %zu of them without a year; %zu years",
			  j->plan_count, bare, j->year_count);
	record_free(of[0]);
	record_free(of[1]);
	free(fields);
	return rc;
}

int
join_files(const char *plans, const char *detail, struct output *out)
{
	struct csvout *w;
	struct join j = {
	    .of = plans, .within = NO_YEAR, .store = store_open(plans)};
	int rc;

	if (!j.store)
		return -1;
	j.columns = columns_new();
	j.details = columns_new();
	j.shown = columns_new();
	j.by_id = map_new();
	rc = read_files(&j, plans, detail);
	w = csvout_new(out, CSVOUT_ASKED);
	if (rc == 0)
		rc = write_all(&j, w);
	csvout_finish(w);
	map_free(j.by_id);
	columns_free(j.columns);
	columns_free(j.details);
	columns_free(j.shown);
	free(j.from);
	store_close(j.store);
	free(j.plans);
	free(j.years);
	return rc;
}
