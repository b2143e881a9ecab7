#include "band.h"

#include <stdlib.h>

#include "mem.h"

struct stuk {
	size_t gemeente;
	struct span span;
	enum hardheid hardheid;
	bool ondeelbaar;
	int64_t aantal;
};

struct band {
	const struct kader *kader;
	struct stuk *list;
	size_t count;
	size_t cap;
};

enum oorzaak { STATUS, PERIODE, OORZAKEN };

static const char *const oorzaken[OORZAKEN] = {" planstatus onbekend ",
					       " periode "};

/* What one municipality adds: surely, and at least and at most. */
struct breedte {
	int64_t zeker;
	int64_t onder[OORZAKEN];
	int64_t boven[OORZAKEN];
};

struct band *
band_new(const struct kader *k)
{
	struct band *b = mem_new(struct band);
	b->kader = k;
	return b;
}

void
band_free(struct band *b)
{
	if (b == NULL)
		return;
	free(b->list);
	free(b);
}

void
band_add(struct band *b, const struct planaantal *a, enum lot lot)
{
	if (lot != LOT_EMMER && lot != LOT_ONDEELBAAR)
		return;
	b->list = mem_grow(b->list, &b->cap, b->count + 1, sizeof *b->list);
	b->list[b->count++] = (struct stuk){a->gemeente, a->span, a->hardheid,
					    lot == LOT_ONDEELBAAR, a->aantal};
}

static void
unsure(struct breedte *w, enum oorzaak o, int64_t n)
{
	if (n < 0)
		w->onder[o] += n;
	else
		w->boven[o] += n;
}

/* A bucket that lies in the row is sure, as far as its status is; one that
 * lies in it partly may be all or nothing. */
static void
add_piece(const struct band *b, const struct standrij *r, const struct stuk *p,
	  struct breedte *w)
{
	struct span span = p->span;
	int from = kader_planjaar(b->kader);
	if (span.van < from)
		span.van = from;
	if (!span_overlaps(span, r->span))
		return;
	if (p->ondeelbaar || !span_within(span, r->span))
		unsure(w, PERIODE, p->aantal);
	else if (r->totaal)
		return; /* in the capacity already */
	else if (p->hardheid == ONBEKEND)
		unsure(w, STATUS, p->aantal);
	else
		w->zeker += p->aantal;
}

static struct breedte
breedte_of(const struct band *b, const struct stand *s,
	   const struct standrij *r, size_t m)
{
	struct breedte w = {0};
	int64_t sum[HARDHEDEN] = {0};
	struct span span = r->span;
	if (span.van < kader_planjaar(b->kader) && !r->totaal)
		span.van = kader_planjaar(b->kader);
	capaciteit_sum(s->capaciteit, m, span, sum);
	w.zeker = sum[HARD] + sum[ZACHT];
	unsure(&w, STATUS, sum[ONBEKEND]);
	for (size_t i = 0; i < b->count; i++)
		if (b->list[i].gemeente == m)
			add_piece(b, r, &b->list[i], &w);
	return w;
}

static void
name_cause(struct bandbreedte *out, struct text code, const char *why,
	   int64_t width)
{
	char number[NUM_TEXT];
	woorden_clear(&out->oorzaak);
	woorden_add(&out->oorzaak, code);
	woorden_add(&out->oorzaak, text_of(why));
	if (width > 0)
		woorden_add(&out->oorzaak, aantal_format(width, number));
}

/* Adds municipality m; *widest is the width that is named so far. */
static void
add_gemeente(struct bandbreedte *out, const struct breedte *w, struct text code,
	     int64_t *widest)
{
	out->laag.n += w->zeker;
	out->hoog.n += w->zeker;
	for (int o = 0; o < OORZAKEN; o++) {
		int64_t width = w->boven[o] - w->onder[o];
		out->laag.n += w->onder[o];
		out->hoog.n += w->boven[o];
		if (width <= *widest)
			continue;
		*widest = width;
		name_cause(out, code, oorzaken[o], width);
	}
}

void
band_row(const struct band *b, const struct stand *s, const struct standrij *r,
	 struct bandbreedte *out)
{
	int64_t widest = 0;
	struct text absent = {NULL, 0};
	woorden_clear(&out->oorzaak);
	out->laag = (struct misschien){r->capaciteit[HARD].bekend, 0};
	out->hoog = out->laag;
	if (!out->laag.bekend)
		return;
	for (size_t j = 0; j < r->regio->leden_count; j++) {
		size_t m = r->regio->leden[j];
		struct text code =
		    regios_gemeente_at(s->kader->regios, m)->code;
		struct breedte w = breedte_of(b, s, r, m);
		add_gemeente(out, &w, code, &widest);
		if (absent.s == NULL && !stand_delivered(s, m))
			absent = code;
	}
	if (absent.s == NULL)
		return;
	out->hoog.bekend = false;
	name_cause(out, absent, " niet volledig", 0);
}
