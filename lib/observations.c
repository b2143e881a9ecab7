#include "observations.h"

#include <stdlib.h>
#include <string.h>

#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "mem.h"

static const char *const names[OBSERVATION_COLUMNS] = {
    "tabel",  "onderwerp", "regio",  "periode",
    "waarde", "eenheid",   "status", "reden"};

/* What stands before periode and waarde and behind them, as csvin_peek has it,
 * and the fields of such a record. There is one for each length of the latter,
 * where a status or reden that comes and goes shows. */
#define KINDS 16
#define KIND_SPAN 96

struct kind {
	size_t number, before_n, behind_n;
	char before[KIND_SPAN], behind[KIND_SPAN];
	struct text *fields; /* those two are of the last record */
	char *held;	     /* the others lie here */
	size_t held_cap;
	enum status status;
	enum reden reden;
	bool padded;
};

struct observations {
	struct input *in;
	struct csvin *csv;
	size_t at[OBSERVATION_COLUMNS];
	const struct text *fields; /* as many as the header has */
	enum status status;	   /* of the current record */
	enum reden reden;
	/* Columns: the first of periode and waarde, 0 when they are not side by
	 * side between others; the one behind them; how many there are. */
	size_t first, behind, columns;
	struct kind kinds[KINDS];
	size_t kind, numbers; /* of the current record; given out */
	size_t missed;	      /* so many records, one by one, were of none */
	size_t padded, padded_row; /* regions with blanks around; the first */
};

static void
find_span(struct observations *o)
{
	size_t a = o->at[OBSERVATION_PERIODE], b = o->at[OBSERVATION_WAARDE];

	o->first = a < b ? a : b;
	o->behind = (a < b ? b : a) + 1;
	o->columns = csvin_columns(o->csv);
	if (o->behind - o->first != 2 || o->behind == o->columns)
		o->first = 0;
}

static int
find_columns(struct observations *o)
{
	if (csvin_header(o->csv) < 0)
		return -1;
	for (size_t i = 0; i < OBSERVATION_COLUMNS; i++) {
		long at = csvin_need(o->csv, names[i]);

		if (at < 0)
			return -1;
		o->at[i] = (size_t)at;
	}
	find_span(o);
	return 0;
}

struct observations *
observations_open(const char *path)
{
	struct input *in = input_open(path);
	struct observations *o;

	if (!in)
		return NULL;
	o = mem_new(struct observations);
	o->in = in;
	o->csv = csvin_new(in, ',');
	if (find_columns(o) == 0)
		return o;
	observations_close(o);
	return NULL;
}

int
observations_close(struct observations *o)
{
	int rc;

	if (!o)
		return 0;
	if (o->padded)
		diag_note("%s: regions with blanks around them: %zu, the first "
			  "in row %zu: the blanks are taken off",
			  observations_name(o), o->padded, o->padded_row);
	csvin_free(o->csv);
	for (size_t i = 0; i < KINDS; i++) {
		free(o->kinds[i].fields);
		free(o->kinds[i].held);
	}
	rc = input_close(o->in);
	free(o);
	return rc;
}

const char *
observations_name(const struct observations *o)
{
	return csvin_name(o->csv);
}

long
observations_find(const struct observations *o, const char *name)
{
	return csvin_find(o->csv, name);
}

struct text
observations_at(const struct observations *o, size_t column)
{
	return text_trim(o->fields[column]);
}

struct text
observations_raw(const struct observations *o, enum observation_column c)
{
	return o->fields[o->at[c]];
}

struct text
observations_field(const struct observations *o, enum observation_column c)
{
	return text_trim(o->fields[o->at[c]]);
}

size_t
observations_kind(const struct observations *o)
{
	return o->kind;
}

enum status
observations_status(const struct observations *o)
{
	return o->status;
}

size_t
observations_row(const struct observations *o)
{
	return csvin_row(o->csv);
}

int
observations_fail(const struct observations *o, enum observation_column c,
		  const char *expected)
{
	char shown[TEXT_SHOW];

	return diag_fail_at(observations_name(o), observations_row(o),
			    "column %s: '%s' found, %s expected", names[c],
			    text_show(observations_field(o, c), shown),
			    expected);
}

/* Mostly both words are those of the record before. */
static int
check_words(struct observations *o)
{
	struct text status = observations_field(o, OBSERVATION_STATUS);
	struct text reden = observations_field(o, OBSERVATION_REDEN);

	if (!text_equal(status, status_name(o->status)) &&
	    !status_parse(status, &o->status))
		return observations_fail(o, OBSERVATION_STATUS,
					 "definitief, nader_voorlopig, "
					 "voorlopig, onbekend or nothing");
	if (!text_equal(reden, reden_name(o->reden)) &&
	    !reden_parse(reden, &o->reden))
		return observations_fail(o, OBSERVATION_REDEN,
					 "ontbreekt, geheim, onmogelijk, "
					 "niet_geleverd, nvt, onderdrukt, "
					 "onbekend or nothing");
	return 1;
}

static void
count_padded(struct observations *o, bool padded)
{
	if (padded && o->padded++ == 0)
		o->padded_row = csvin_row(o->csv);
}

/* The kind of a record, or one without a number to make of it; NULL: neither.
 */
static struct kind *
find_kind(struct observations *o, const struct csvpeek *p)
{
	struct kind *k = &o->kinds[p->behind.n % KINDS];

	if (p->before.n > KIND_SPAN || p->behind.n > KIND_SPAN)
		return NULL;
	if (k->number && k->before_n == p->before.n &&
	    k->behind_n == p->behind.n &&
	    memcmp(k->before, p->before.s, p->before.n) == 0 &&
	    memcmp(k->behind, p->behind.s, p->behind.n) == 0) {
		o->missed = 0;
		return k;
	}
	o->missed++;
	k->number = 0;
	k->before_n = p->before.n;
	k->behind_n = p->behind.n;
	memcpy(k->before, p->before.s, p->before.n);
	memcpy(k->behind, p->behind.s, p->behind.n);
	return k;
}

/* The record before csvin_next_row reads it. Where each is of another kind, not
 * every one is looked at. */
static struct kind *
peek(struct observations *o, struct csvpeek *p)
{
	if (!o->first || (o->missed > KINDS && o->missed++ % KINDS) ||
	    !csvin_peek(o->csv, o->first, p))
		return NULL;
	return find_kind(o, p);
}

static int
take(struct observations *o, struct kind *k, const struct csvpeek *p)
{
	csvin_take(o->csv, p);
	k->fields[o->first] = p->fields[0];
	k->fields[o->first + 1] = p->fields[1];
	o->fields = k->fields;
	o->kind = k->number;
	o->status = k->status;
	o->reden = k->reden;
	count_padded(o, k->padded);
	return 1;
}

/* What the current record says. No header again is like it: what that has for
 * a status is none. */
static void
keep(struct observations *o, struct kind *k, bool padded)
{
	size_t n = 0;

	for (size_t i = 0; i < o->columns; i++)
		n += o->fields[i].n + 1;
	k->held = mem_grow(k->held, &k->held_cap, n, 1);
	if (!k->fields)
		k->fields = mem_array(o->columns, sizeof(*k->fields));
	n = 0;
	for (size_t i = 0; i < o->columns; i++) {
		struct text f = o->fields[i];

		memcpy(k->held + n, f.s, f.n + 1);
		k->fields[i] = (struct text){k->held + n, f.n};
		n += f.n + 1;
	}
	o->kind = k->number = ++o->numbers;
	k->status = o->status;
	k->reden = o->reden;
	k->padded = padded;
}

int
observations_next(struct observations *o)
{
	struct csvpeek p;
	struct kind *k = peek(o, &p);
	bool padded;
	size_t count;
	int rc;

	if (k && k->number)
		return take(o, k, &p);
	rc = csvin_next_row(o->csv);
	if (rc != 1)
		return rc;
	o->fields = csvin_fields(o->csv, &count);
	padded = observations_raw(o, OBSERVATION_REGIO).n !=
		 observations_field(o, OBSERVATION_REGIO).n;
	count_padded(o, padded);
	o->kind = 0;
	rc = check_words(o);
	if (k && rc == 1)
		keep(o, k, padded);
	return rc;
}

struct finding_place
observations_place(const struct observations *o, enum observation_column c)
{
	return (struct finding_place){.file = observations_name(o),
				      .record = csvin_record(o->csv),
				      .row = csvin_row(o->csv),
				      .column = o->at[c] + 1,
				      .name = text_of(names[c]),
				      .value = observations_raw(o, c)};
}

enum rule { NUMBER, NO_REASON, BOTH, RULES };

static const struct finding_rule rules[RULES] = {
    [NUMBER] =
	{"O001", SEVERITY_ERROR,
	 "waarde is not a number of at most 18 digits (1234.5 is); the cell "
	 "has no value",
	 "waarde is geen getal van hoogstens 18 cijfers (zoals 1234.5); de cel "
	 "krijgt geen waarde: verbeter de bron"},
    [NO_REASON] =
	{"O002", SEVERITY_WARNING,
	 "waarde is empty and reden does not say why; taken as onbekend",
	 "waarde is leeg en reden zegt niet waarom; gelezen als onbekend: vul "
	 "reden in"},
    [BOTH] =
	{"O003", SEVERITY_ERROR,
	 "waarde stands beside reden {0}; the value is left out",
	 "waarde staat naast reden {0}; de waarde is weggelaten: maak een van "
	 "beide leeg"},
};

static void
tell(const struct observations *o, struct findings *f, enum rule rule)
{
	struct finding_place p = observations_place(o, OBSERVATION_WAARDE);
	struct text reden = observations_field(o, OBSERVATION_REDEN);

	finding_add(f, &rules[rule], &p, &reden, 1);
}

/* Decimals as written. Those of 1e3 come from the number. */
static int
decimals_of(struct text t, struct num v)
{
	size_t n = 0;

	if (t.s[t.n - 1] != '0') /* then the number has them all */
		return v.scale;
	while (n < t.n && t.s[t.n - n - 1] >= '0' && t.s[t.n - n - 1] <= '9')
		n++;
	if (n == t.n || n > NUM_DIGITS || t.s[t.n - n - 1] != '.')
		return v.scale;
	return (int)n;
}

struct observation
observations_value(const struct observations *o, struct findings *f)
{
	struct text waarde = observations_field(o, OBSERVATION_WAARDE);
	struct observation x = {.status = o->status, .reden = o->reden};

	if (x.reden != REDEN_NONE) {
		if (waarde.n)
			tell(o, f, BOTH);
		return x;
	}
	if (waarde.n == 0 || num_parse(waarde, NUM_PLAIN, &x.value) != NUM_OK) {
		tell(o, f, waarde.n == 0 ? NO_REASON : NUMBER);
		x.reden = REDEN_ONBEKEND;
		return x;
	}
	x.decimals = decimals_of(waarde, x.value);
	if (x.status == STATUS_NONE)
		x.status = STATUS_ONBEKEND;
	return x;
}
