#include "observations.h"

#include <stdlib.h>

#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "mem.h"

static const char *const names[OBSERVATION_COLUMNS] = {
    "tabel",  "onderwerp", "regio",  "periode",
    "waarde", "eenheid",   "status", "reden"};

struct observations {
	struct input *in;
	struct csvin *csv;
	size_t at[OBSERVATION_COLUMNS];
	const struct text *fields; /* as many as the header has */
	enum status status;	   /* of the current record */
	enum reden reden;
	size_t padded, first; /* regions with blanks around them; their row */
};

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
			  observations_name(o), o->padded, o->first);
	csvin_free(o->csv);
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

int
observations_next(struct observations *o)
{
	int rc = csvin_next_row(o->csv);
	size_t count;

	if (rc != 1)
		return rc;
	o->fields = csvin_fields(o->csv, &count);
	if (observations_raw(o, OBSERVATION_REGIO).n !=
	    observations_field(o, OBSERVATION_REGIO).n) {
		o->first = o->padded++ ? o->first : csvin_row(o->csv);
	}
	return check_words(o);
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
