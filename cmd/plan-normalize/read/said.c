#include "read/said.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "buffer.h"
#include "fold.h"
#include "period.h"

static bool
read_flag(const struct plan_context *c, const struct plan *out, enum field f)
{
	struct buffer folded = {0};
	struct text word = out->field[f];
	bool yes;

	if (!word.n)
		return false;
	word = fold(&folded, word);
	yes = text_is(word, "ja");
	if (!yes && !text_is(word, "nee"))
		report_add(c->report, RULE_WORD, c->binding->field[f],
			   out->field[f], text_of(field_name(f)));
	buffer_free(&folded);
	return yes;
}

/* Whether the numbers of the record are realised, of the exchange between
 * provinces. */
static void
read_realised(const struct plan_context *c, struct plan *out)
{
	int32_t until, from;
	char day[16];

	memset(out->realised, 0, sizeof(out->realised));
	out->to_come = false;
	if (c->binding->field[FIELD_BOUW_GEREALISEERD] < 0 &&
	    c->binding->field[FIELD_SLOOP_GEREALISEERD] < 0)
		return;
	out->realised[SOORT_BOUW] = read_flag(c, out, FIELD_BOUW_GEREALISEERD);
	out->realised[SOORT_SLOOP] =
	    read_flag(c, out, FIELD_SLOOP_GEREALISEERD);
	snprintf(day, sizeof(day), "%04d-01-01", out->years.from % 10000);
	out->to_come = date_parse(out->peildatum, &until) &&
		       date_parse(text_of(day), &from) && from > until;
}

/* "totaal|betaalbaarheid", or geen; empty: all that its columns say. */
static unsigned
read_told(const struct plan_context *c, const struct plan *out, enum field f)
{
	struct text rest = out->field[f], word;
	enum dimensie d;
	unsigned told = 0;

	if (!rest.n)
		return ~0u;
	while (text_split(&rest, '|', &word)) {
		if (dimensie_parse(text_trim(word), &d))
			told |= 1u << d;
		else if (!text_is(text_trim(word), "geen"))
			report_add(c->report, RULE_WORD, c->binding->field[f],
				   out->field[f], text_of(field_name(f)));
	}
	return told;
}

static void
refuse_setting(const struct plan_context *c, struct plan *out, enum field f)
{
	report_add(c->report, RULE_WORD, c->binding->field[f], out->field[f],
		   text_of(field_name(f)));
	out->field[f] = text_of("");
}

/* What a record may say otherwise than the layout does. */
static void
check_settings(const struct plan_context *c, struct plan *out)
{
	enum telling which;
	int32_t days;

	if (out->field[FIELD_TELLING].n &&
	    !telling_parse(out->field[FIELD_TELLING], &which))
		refuse_setting(c, out, FIELD_TELLING);
	if (out->field[FIELD_PEILDATUM].n &&
	    !date_parse(out->field[FIELD_PEILDATUM], &days))
		refuse_setting(c, out, FIELD_PEILDATUM);
	out->peildatum = out->field[FIELD_PEILDATUM].n
			     ? out->field[FIELD_PEILDATUM]
			     : c->peildatum;
}

void
said_read(const struct plan_context *c, struct plan *out)
{
	check_settings(c, out);
	read_realised(c, out);
	memset(out->told, 0xFF, sizeof(out->told));
	out->told[SOORT_BOUW] = read_told(c, out, FIELD_BOUW_VERDELING);
	out->told[SOORT_SLOOP] = read_told(c, out, FIELD_SLOOP_VERDELING);
}
