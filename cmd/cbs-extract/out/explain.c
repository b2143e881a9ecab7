#include "out/explain.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "diag.h"
#include "mem.h"
#include "table/rows.h"

struct explain {
	struct csvout *out;
	const char *what;
	struct text region, period, name;
	bool found;
};

static void
write_header(struct csvout *out)
{
	static const char *const columns[] = {
	    "soort",	 "tabel",  "onderwerp", "regio",   "periode",
	    "dimensies", "teken",  "sleutel",	"titel",   "waarde",
	    "eenheid",	 "status", "reden",	"bestand", "rij"};

	csvout_numbers(out, "waarde rij");
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		csvout_string(out, columns[i]);
	csvout_end(out);
}

struct explain *
explain_new(const char *what, struct csvout *out)
{
	struct explain *x;
	struct text rest = text_of(what), region, period;

	if (!text_split(&rest, ':', &region) || !rest.s ||
	    !text_split(&rest, ':', &period) || !rest.s || rest.n == 0) {
		diag_fail("--explain: '%s' is not REGIO:PERIODE:ONDERWERP, as "
			  "NL01:2025-01:saldo_voorraad",
			  what);
		return NULL;
	}
	x = mem_new(struct explain);
	*x = (struct explain){out, what, region, period, rest, false};
	write_header(out);
	return x;
}

void
explain_free(struct explain *x)
{
	free(x);
}

static bool
is_asked(const struct explain *x, const struct text *fields, struct text name)
{
	return text_equal(name, x->name) &&
	       text_equal(fields[ROW_REGIO], x->region) &&
	       text_equal(fields[ROW_PERIODE], x->period);
}

/* The codes of the further dimensions, joined by |. */
static void
write_place(struct explain *x, const struct rows *rows,
	    const struct text *fields)
{
	struct buffer codes = {0};

	for (size_t i = 0; i < rows_dimensions(rows); i++) {
		if (i)
			buffer_char(&codes, '|');
		buffer_add(&codes, fields[ROW_FIXED + i]);
	}
	csvout_text(x->out, fields[ROW_TABEL]);
	csvout_text(x->out, x->name);
	csvout_text(x->out, x->region);
	csvout_text(x->out, x->period);
	csvout_text(x->out, buffer_view(&codes));
	buffer_free(&codes);
}

void
explain_source(struct explain *x, const struct edition *e,
	       const struct topic *t, const struct cell *c)
{
	const struct text *fields = rows_fields(e->run->rows);
	int sign = t->part_of.sign;

	if (!is_asked(x, fields, t->name))
		return;
	csvout_string(x->out, "bron");
	write_place(x, e->run->rows, fields);
	csvout_string(x->out, sign > 0 ? "+" : sign < 0 ? "-" : "");
	csvout_text(x->out, t->key);
	csvout_text(x->out, t->title);
	csvout_text(x->out, c->value);
	csvout_text(x->out, t->unit);
	csvout_text(x->out, fields[ROW_STATUS]);
	csvout_text(x->out, c->reason);
	csvout_string(x->out, e->run->file);
	csvout_int(x->out, (int64_t)e->run->record);
	csvout_end(x->out);
}

void
explain_result(struct explain *x, const struct run *run)
{
	const struct text *fields = rows_fields(run->rows);

	if (!is_asked(x, fields, fields[ROW_ONDERWERP]))
		return;
	x->found = true;
	csvout_string(x->out, "uitkomst");
	write_place(x, run->rows, fields);
	for (size_t i = 0; i < 3; i++)
		csvout_empty(x->out);
	for (size_t i = ROW_WAARDE; i < ROW_FIXED; i++)
		csvout_text(x->out, fields[i]);
	csvout_empty(x->out);
	csvout_empty(x->out);
	csvout_end(x->out);
}

int
explain_finish(const struct explain *x)
{
	return x->found ? 0
			: diag_fail("--explain: there is no %s in what would "
				    "be written",
				    x->what);
}
