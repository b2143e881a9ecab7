#include "rows.h"

#include <stdlib.h>

static const char *const HEADER[] = {"gemeente",  "plan_id", "plan_naam",
				     "wijziging", "veld",    "oud",
				     "nieuw",	  "verschil"};

void
rows_header(struct rows *r)
{
	if (!r->w)
		return;
	csvout_numbers(r->w, "verschil");
	for (size_t i = 0; i < sizeof(HEADER) / sizeof(HEADER[0]); i++)
		csvout_string(r->w, HEADER[i]);
	csvout_end(r->w);
}

void
rows_clear(struct rows *r)
{
	buffer_clear(&r->veld);
	buffer_clear(&r->oud);
	buffer_clear(&r->nieuw);
}

void
rows_phase(struct rows *r)
{
	if (r->shown->state->fase->n == 0)
		return;
	buffer_string(&r->veld, "@");
	buffer_add(&r->veld, *r->shown->state->fase);
}

void
rows_add_num(struct buffer *b, struct num v)
{
	char text[NUM_TEXT];

	buffer_add(b, num_format(v, text));
}

void
rows_put(struct rows *r, const char *wijziging, const struct num *verschil)
{
	const struct plan *p = r->shown;

	r->count++;
	if (!r->w)
		return;
	csvout_text(r->w, *p->state->gemeente);
	csvout_text(r->w, plan_id(p));
	csvout_text(r->w, plan_naam(p));
	csvout_string(r->w, wijziging);
	csvout_text(r->w, buffer_view(&r->veld));
	csvout_text(r->w, buffer_view(&r->oud));
	csvout_text(r->w, buffer_view(&r->nieuw));
	if (verschil)
		csvout_num(r->w, *verschil);
	else
		csvout_empty(r->w);
	csvout_end(r->w);
}

void
rows_free(struct rows *r)
{
	packed_clear(&r->before);
	packed_clear(&r->after);
	buffer_free(&r->veld);
	buffer_free(&r->oud);
	buffer_free(&r->nieuw);
}
