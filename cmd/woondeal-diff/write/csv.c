#include "write/csv.h"

#include <stdlib.h>

#include "stand/band.h"
#include "stand/area.h"
#include "buffer.h"

/* contracts.md; new ones come at the end. */
static const char *const columns[] = {"sleutel",
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

struct writer {
	struct csvout *w;
	const struct stand *s;
	struct buffer key;
	struct band_range band;
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
csv_header(struct csvout *w, bool norm, bool band)
{
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		csvout_string(w, columns[i]);
	if (norm) {
		csvout_string(w, "capaciteit_nodig");
		csvout_string(w, "capaciteit_verschil");
	}
	if (band)
		band_header(w);
	csvout_end(w);
}

static void
maybe(struct csvout *w, struct maybe m)
{
	if (m.known)
		csvout_num(w, amount_num(m.n));
	else
		csvout_empty(w);
}

static void
percentage(struct csvout *w, struct percentage p)
{
	char buf[NUM_TEXT];
	if (p.known)
		csvout_text(w, num_format_fixed(p.n, 1, buf));
	else
		csvout_empty(w);
}

static void
write_key(struct writer *x, const struct stand_row *r)
{
	char from[SPAN_TEXT], to[SPAN_TEXT];
	struct text parts[] = {
	    x->s->scenario, text_of(r->niveau), r->regio->code,
	    span_format((struct span){r->span.from, r->span.from}, from),
	    span_format((struct span){r->span.to, r->span.to}, to)};
	buffer_clear(&x->key);
	for (size_t i = 0; i < 5; i++)
		buffer_list(&x->key, "|", parts[i]);
	csvout_text(x->w, buffer_view(&x->key));
	for (size_t i = 0; i < 3; i++)
		csvout_text(x->w, parts[i]);
	csvout_text(x->w, r->regio->name);
	csvout_text(x->w, parts[3]);
	csvout_text(x->w, parts[4]);
}

static void
write_growth(struct csvout *w, const struct growth *g)
{
	char last[PERIOD_TEXT];
	maybe(w, (struct maybe){g->known, g->part[SALDO]});
	csvout_string(w, g->known ? status_name(g->status) : "");
	if (g->known)
		csvout_text(w, period_format(g->until, last));
	else
		csvout_empty(w);
	for (int o = NIEUWBOUW; o < SUBJECTS; o++)
		maybe(w,
		      (struct maybe){g->known && g->part_known[o], g->part[o]});
}

static void
write_complete(struct writer *x, const struct stand_row *r)
{
	if (r->incomplete.n == 0) {
		csvout_string(x->w, "ja");
		return;
	}
	buffer_clear(&x->key);
	buffer_string(&x->key, "nee: ");
	buffer_add(&x->key, buffer_view(&r->incomplete));
	csvout_text(x->w, buffer_view(&x->key));
}

/* So much percent of what remains; nothing when nothing remains. */
static void
write_norm(struct writer *x, const struct stand_row *r)
{
	const struct maybe *c = r->capacity;
	struct num need = num_of(0);
	struct num more;
	bool known =
	    r->rest.known &&
	    (r->rest.n <= 0 ||
	     (num_multiply(amount_num(r->rest.n), *x->s->norm, &need) &&
	      num_divide(need, num_of(100), AMOUNT_SCALE, NUM_HALF_AWAY,
			 &need)));
	if (known)
		csvout_num(x->w, need);
	else
		csvout_empty(x->w);
	if (known && c[HARD].known &&
	    num_subtract(amount_num(c[HARD].n + c[ZACHT].n + c[ONBEKEND].n),
			 need, &more))
		csvout_num(x->w, more);
	else
		csvout_empty(x->w);
}

static void
write_band(struct writer *x, const struct stand_row *r)
{
	struct band_range *b = &x->band;
	band_row(x->s->band, x->s, r, b);
	maybe(x->w, b->low);
	maybe(x->w, b->high);
	percentage(x->w, stand_percent(b->low, r->rest));
	percentage(x->w, stand_percent(b->high, r->rest));
	csvout_text(x->w, buffer_view(&b->cause));
}

static void
write_row(void *ctx, const struct stand_row *r)
{
	struct writer *x = ctx;
	struct csvout *w = x->w;
	write_key(x, r);
	maybe(w, r->opgave);
	csvout_text(w, buffer_view(&r->reason));
	write_growth(w, &r->growth);
	for (int h = 0; h < HARDHEDEN; h++)
		maybe(w, r->capacity[h]);
	maybe(w, r->difference);
	maybe(w, r->opgave_cum);
	maybe(w, r->growth_cum);
	maybe(w, r->difference_cum);
	maybe(w, r->rest);
	percentage(w, r->realised);
	percentage(w, r->coverage_hard);
	percentage(w, r->coverage);
	write_complete(x, r);
	if (x->s->norm)
		write_norm(x, r);
	if (x->s->band)
		write_band(x, r);
	csvout_end(w);
}

void
csv_stand(struct csvout *w, const struct stand *s)
{
	struct writer x = {.w = w, .s = s};
	if (s->areas)
		areas_walk(s->areas, s, write_row, &x);
	else
		stand_walk(s, write_row, &x);
	buffer_free(&x.key);
	buffer_free(&x.band.cause);
}
