#include "rows.h"

#include <stdlib.h>

static const char *const HEADER[] = {"gemeente",  "plan_id", "plan_naam",
				     "wijziging", "veld",    "oud",
				     "nieuw",	  "verschil"};

void
rows_header(struct rows *r)
{
	if (r->w == NULL)
		return;
	for (size_t i = 0; i < sizeof HEADER / sizeof HEADER[0]; i++)
		csvout_string(r->w, HEADER[i]);
	csvout_end(r->w);
}

void
rows_clear(struct rows *r)
{
	buf_clear(&r->veld);
	buf_clear(&r->oud);
	buf_clear(&r->nieuw);
}

void
rows_phase(struct rows *r)
{
	if (r->shown->fase.n == 0)
		return;
	buf_string(&r->veld, "@");
	buf_add(&r->veld, r->shown->fase);
}

void
rows_add_num(struct buf *b, struct num v)
{
	char text[NUM_TEXT];

	buf_add(b, num_format(v, text));
}

void
rows_put(struct rows *r, const char *wijziging, const struct num *verschil)
{
	const struct plan *p = r->shown;

	r->count++;
	if (r->w == NULL)
		return;
	csvout_text(r->w, p->gemeente);
	csvout_text(r->w, p->id);
	csvout_text(r->w, p->naam);
	csvout_string(r->w, wijziging);
	csvout_text(r->w, buf_text(&r->veld));
	csvout_text(r->w, buf_text(&r->oud));
	csvout_text(r->w, buf_text(&r->nieuw));
	if (verschil != NULL)
		csvout_num(r->w, *verschil);
	else
		csvout_empty(r->w);
	csvout_end(r->w);
}

void
rows_free(struct rows *r)
{
	free(r->veld.s);
	free(r->oud.s);
	free(r->nieuw.s);
}
