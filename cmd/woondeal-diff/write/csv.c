#include "write/csv.h"

#include <stdlib.h>

#include "stand/band.h"
#include "stand/area.h"
#include "ground/words.h"

/* contracts.md; new ones come at the end. */
static const char *const kolommen[] = {"sleutel",
				       "scenario",
				       "niveau",
				       "regio",
				       "naam",
				       "jaar_van",
				       "jaar_tot",
				       "opgave",
				       "opgave_reden",
				       "netto_groei",
				       "groei_status",
				       "groei_tm",
				       "nieuwbouw",
				       "overige_toevoeging",
				       "sloop",
				       "overige_onttrekking",
				       "correctie",
				       "hard",
				       "zacht",
				       "onbekend",
				       "verschil",
				       "opgave_cum",
				       "groei_cum",
				       "verschil_cum",
				       "rest_opgave",
				       "gerealiseerd_pct",
				       "dekking_hard_pct",
				       "dekking_pct",
				       "volledig"};

struct schrijver {
	struct csvout *w;
	const struct stand *s;
	struct woorden sleutel;
	struct bandbreedte band;
};

static void
band_header(struct csvout *w)
{
	csvout_string(w, "capaciteit_laag");
	csvout_string(w, "capaciteit_hoog");
	csvout_string(w, "dekking_laag_pct");
	csvout_string(w, "dekking_hoog_pct");
	csvout_string(w, "band_oorzaak");
}

void
uitvoer_header(struct csvout *w, bool norm, bool band)
{
	for (size_t i = 0; i < sizeof kolommen / sizeof kolommen[0]; i++)
		csvout_string(w, kolommen[i]);
	if (norm) {
		csvout_string(w, "capaciteit_nodig");
		csvout_string(w, "capaciteit_verschil");
	}
	if (band)
		band_header(w);
	csvout_end(w);
}

static void
maybe(struct csvout *w, struct misschien m)
{
	if (m.bekend)
		csvout_num(w, aantal_num(m.n));
	else
		csvout_empty(w);
}

static void
percentage(struct csvout *w, struct percentage p)
{
	char buf[NUM_TEXT];
	if (p.bekend)
		csvout_text(w, num_format_fixed(p.n, 1, buf));
	else
		csvout_empty(w);
}

static void
write_key(struct schrijver *x, const struct standrij *r)
{
	char van[SPAN_TEXT], tot[SPAN_TEXT];
	struct text parts[] = {
	    x->s->scenario, text_of(r->niveau), r->regio->code,
	    span_format((struct span){r->span.van, r->span.van}, van),
	    span_format((struct span){r->span.tot, r->span.tot}, tot)};
	woorden_clear(&x->sleutel);
	for (size_t i = 0; i < 5; i++)
		woorden_join(&x->sleutel, "|", parts[i]);
	csvout_text(x->w, woorden_text(&x->sleutel));
	for (size_t i = 0; i < 3; i++)
		csvout_text(x->w, parts[i]);
	csvout_text(x->w, r->regio->naam);
	csvout_text(x->w, parts[3]);
	csvout_text(x->w, parts[4]);
}

static void
write_growth(struct csvout *w, const struct groei *g)
{
	char last[PERIOD_TEXT];
	maybe(w, (struct misschien){g->bekend, g->deel[SALDO]});
	csvout_string(w, g->bekend ? status_name(g->status) : "");
	if (g->bekend)
		csvout_text(w, period_format(g->tm, last));
	else
		csvout_empty(w);
	for (int o = NIEUWBOUW; o < ONDERWERPEN; o++)
		maybe(w, (struct misschien){g->bekend && g->deel_bekend[o],
					    g->deel[o]});
}

static void
write_complete(struct schrijver *x, const struct standrij *r)
{
	if (r->volledig.n == 0) {
		csvout_string(x->w, "ja");
		return;
	}
	woorden_clear(&x->sleutel);
	woorden_add(&x->sleutel, text_of("nee: "));
	woorden_add(&x->sleutel, woorden_text(&r->volledig));
	csvout_text(x->w, woorden_text(&x->sleutel));
}

/* So much percent of what remains; nothing when nothing remains. */
static void
write_norm(struct schrijver *x, const struct standrij *r)
{
	const struct misschien *c = r->capaciteit;
	struct num need = num_of(0);
	struct num more;
	bool known =
	    r->rest.bekend &&
	    (r->rest.n <= 0 ||
	     (num_multiply(aantal_num(r->rest.n), *x->s->norm, &need) &&
	      num_divide(need, num_of(100), AANTAL_SCALE, NUM_HALF_AWAY,
			 &need)));
	if (known)
		csvout_num(x->w, need);
	else
		csvout_empty(x->w);
	if (known && c[HARD].bekend &&
	    num_subtract(aantal_num(c[HARD].n + c[ZACHT].n + c[ONBEKEND].n),
			 need, &more))
		csvout_num(x->w, more);
	else
		csvout_empty(x->w);
}

static void
write_band(struct schrijver *x, const struct standrij *r)
{
	struct bandbreedte *b = &x->band;
	band_row(x->s->band, x->s, r, b);
	maybe(x->w, b->laag);
	maybe(x->w, b->hoog);
	percentage(x->w, stand_percent(b->laag, r->rest));
	percentage(x->w, stand_percent(b->hoog, r->rest));
	csvout_text(x->w, woorden_text(&b->oorzaak));
}

static void
write_row(void *ctx, const struct standrij *r)
{
	struct schrijver *x = ctx;
	struct csvout *w = x->w;
	write_key(x, r);
	maybe(w, r->opgave);
	csvout_text(w, woorden_text(&r->reden));
	write_growth(w, &r->groei);
	for (int h = 0; h < HARDHEDEN; h++)
		maybe(w, r->capaciteit[h]);
	maybe(w, r->verschil);
	maybe(w, r->opgave_cum);
	maybe(w, r->groei_cum);
	maybe(w, r->verschil_cum);
	maybe(w, r->rest);
	percentage(w, r->gerealiseerd);
	percentage(w, r->dekking_hard);
	percentage(w, r->dekking);
	write_complete(x, r);
	if (x->s->norm != NULL)
		write_norm(x, r);
	if (x->s->band != NULL)
		write_band(x, r);
	csvout_end(w);
}

void
uitvoer_stand(struct csvout *w, const struct stand *s)
{
	struct schrijver x = {.w = w, .s = s};
	if (s->streken != NULL)
		streken_walk(s->streken, s, write_row, &x);
	else
		stand_walk(s, write_row, &x);
	free(x.sleutel.s);
	free(x.band.oorzaak.s);
}
