#include "sheet/list.h"

#include <string.h>

#include "buffer.h"
#include "sheet/survey.h"

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
write_sheet(struct book *b, size_t i, struct csvout *out)
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

int
list_write(struct book *b, struct csvout *out)
{
	static const char *const header[] = {
	    "nummer", "naam",	  "soort",  "staat",
	    "rijen",  "kolommen", "cellen", "eerste_cellen"};
	for (size_t i = 0; i < sizeof(header) / sizeof(header[0]); i++)
		csvout_string(out, header[i]);
	csvout_end(out);
	for (size_t i = 0; i < b->count; i++)
		if (write_sheet(b, i, out) < 0)
			return -1;
	return 0;
}
