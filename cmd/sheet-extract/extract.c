#include "extract.h"

#include <string.h>

#include "buffer.h"
#include "csvout.h"
#include "diag.h"
#include "sheet/grid.h"
#include "sheet/survey.h"

const char *
extract_check(const struct extract *e)
{
	struct range range;
	if (e->list && (e->sheet != NULL || e->range != NULL ||
			e->fill_merged || e->visible))
		return "-l lists all sheets: no --sheet, --range, "
		       "--fill-merged or --visible with it";
	if (e->range != NULL && !range_parse(text_of(e->range), &range))
		return "--range takes a range such as A1:Z99, A:Z or A5:";
	return NULL;
}

/* The sheet asked for, or the first; with --visible the first that is. */
static long
choose(const struct extract *e, const struct book *b)
{
	long i = 0;
	if (e->sheet != NULL)
		i = sheets_find(b, e->sheet);
	else
		while (e->visible && (size_t)i + 1 < b->count &&
		       b->sheets[i].state != SHEET_VISIBLE)
			i++;
	if (i < 0)
		return -1;
	const struct sheet *s = &b->sheets[i];
	if (strcmp(s->type, "worksheet") != 0)
		return diag_fail_at(b->name, 0,
				    "sheet %ld \"%s\" is a %s: it has no "
				    "cells; give -s another",
				    i + 1, s->name,
				    s->type[0] == '\0' ? "sheet without a part"
						       : s->type);
	if (e->visible && s->state != SHEET_VISIBLE)
		return diag_fail_at(b->name, 0,
				    "sheet %ld \"%s\" is hidden, and --visible "
				    "leaves it out",
				    i + 1, s->name);
	return i;
}

static int
write_sheet(const struct extract *e, struct book *b, struct csvout *csv,
	    struct findings *findings)
{
	struct range range;
	struct grid_count count;
	struct grid_task task = {.fill_merged = e->fill_merged,
				 .visible = e->visible,
				 .info_findings = e->info};
	long i = choose(e, b);
	if (i < 0)
		return -1;
	task.sheet = (size_t)i;
	if (e->range != NULL && range_parse(text_of(e->range), &range))
		task.range = &range;
	if (grid_write(b, &task, csv, findings, &count) < 0)
		return -1;
	diag_note("%s: sheet %ld \"%s\": %zu records of %zu columns, %zu "
		  "cells",
		  b->name, i + 1, b->sheets[i].name, count.records,
		  count.columns, count.cells);
	return 0;
}

static const char *
dutch_kind(const char *type)
{
	if (strcmp(type, "worksheet") == 0)
		return "werkblad";
	if (strcmp(type, "chartsheet") == 0)
		return "grafiek";
	if (strcmp(type, "dialogsheet") == 0)
		return "dialoog";
	return "macroblad";
}

static int
list_sheet(struct book *b, size_t i, struct csvout *out)
{
	static const char *const states[] = {"zichtbaar", "verborgen",
					     "zeer verborgen"};
	struct buffer first = {0};
	struct survey survey = {.first = &first};
	const struct sheet *s = &b->sheets[i];
	bool has_cells = strcmp(s->type, "worksheet") == 0;
	int rc = has_cells ? survey_read(&survey, b, i) : 0;
	csvout_int(out, (int64_t)i + 1);
	csvout_string(out, s->name);
	csvout_string(out, dutch_kind(s->type));
	csvout_string(out, states[s->state]);
	csvout_int(out, (int64_t)survey.rows);
	csvout_int(out, (int64_t)survey.columns);
	csvout_int(out, (int64_t)survey.cells);
	csvout_text(out, buffer_view(&first));
	csvout_end(out);
	buffer_free(&first);
	survey_free(&survey);
	return rc;
}

static int
list_sheets(struct book *b, struct csvout *out)
{
	static const char *const header[] = {
	    "nummer", "naam",	  "soort",  "staat",
	    "rijen",  "kolommen", "cellen", "eerste_cellen"};
	csvout_numbers(out, "nummer rijen kolommen cellen");
	for (size_t i = 0; i < sizeof(header) / sizeof(header[0]); i++)
		csvout_string(out, header[i]);
	csvout_end(out);
	for (size_t i = 0; i < b->count; i++)
		if (list_sheet(b, i, out) < 0)
			return -1;
	return 0;
}

int
extract_run(const struct extract *e, struct book *b, struct output *out,
	    struct findings *findings)
{
	struct csvout *csv = csvout_new(out, CSVOUT_ASKED);
	int rc =
	    e->list ? list_sheets(b, csv) : write_sheet(e, b, csv, findings);
	csvout_finish(csv);
	return rc;
}
