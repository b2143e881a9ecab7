#include "emit.h"

#include <stdlib.h>
#include <string.h>

#include "csvout.h"
#include "diag.h"
#include "mem.h"

struct emit {
	struct output *out;
	struct csvout *csv; /* NULL for cells without quotes */
	enum emit_form form;
	size_t records;
};

struct emit *
emit_new(struct output *o, enum emit_form form)
{
	struct emit *e = mem_new(struct emit);

	e->out = o;
	e->form = form;
	if (form == EMIT_EXCEL)
		output_write(o, "\xEF\xBB\xBF", 3);
	if (form != EMIT_TAB && form != EMIT_NUL)
		e->csv =
		    csvout_new(o, form == EMIT_CSV ? CSVOUT_ASKED : CSVOUT_CSV);
	if (form == EMIT_EXCEL)
		csvout_delimiter(e->csv, ';');
	return e;
}

static bool
is_separable(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] == '\t' || t.s[i] == '\n' || t.s[i] == '\r')
			return false;
	return true;
}

static int
cells(struct emit *e, const struct csvin *r, const struct text *fields,
      size_t count)
{
	char show[TEXT_SHOW];

	for (size_t i = 0; i < count; i++) {
		bool last = i + 1 == count;

		if (e->form == EMIT_TAB && !is_separable(fields[i]))
			return diag_fail_at(
			    csvin_name(r), csvin_row(r),
			    "\"%s\" has a tab or a line end, which --tab "
			    "cannot tell from its own; use --nul",
			    text_show(fields[i], show));
		output_write(e->out, fields[i].s, fields[i].n);
		output_write(
		    e->out, e->form == EMIT_NUL ? "" : (last ? "\n" : "\t"), 1);
	}
	return 0;
}

int
emit_header(struct emit *e, const struct csvin *r, const struct text *names,
	    size_t count, struct numbers *numbers)
{
	bool failed = false;

	if (!numbers || !e->csv)
		return emit_record(e, r, names, count, false);
	e->records++;
	for (size_t i = 0; i < count; i++) {
		int number = numbers_has(numbers, names[i]);

		if (number == 1)
			csvout_number_name(e->csv, names[i]);
		else
			csvout_text(e->csv, names[i]);
		failed = failed || number < 0;
	}
	csvout_end(e->csv);
	return failed ? -1 : 0;
}

int
emit_record(struct emit *e, const struct csvin *r, const struct text *fields,
	    size_t count, bool plain)
{
	e->records++;
	if (!e->csv)
		return cells(e, r, fields, count);
	csvout_record(e->csv, fields, count, plain);
	return 0;
}

void
emit_finish(struct emit *e)
{
	if (!e)
		return;
	if (e->csv)
		csvout_finish(e->csv);
	else
		output_rows(e->out, e->records);
	free(e);
}
