#include "plans/delivery.h"

#include <stdint.h>
#include <stdlib.h>

#include "map.h"
#include "ground/rule.h"
#include "mem.h"
#include "period.h"
#include "ground/words.h"

/* How far apart a delivery and the reference date may lie. */
#define DAYS_APART 31

/* What one municipality gave as "ca." or as a range, and counts. */
struct benadering {
	size_t count;
	int64_t aantal;
	int64_t laag;
	int64_t hoog;
};

struct leveringen {
	struct kader *kader;
	bool banden;
	struct map *numbers; /* gemeente|levering|peildatum -> its number */
	struct woorden key;
	/* By municipality. */
	bool *delivered;
	bool *refused;
	size_t *empty; /* amounts left empty */
	struct benadering *omtrent;
};

struct leveringen *
leveringen_new(struct kader *k, bool banden)
{
	struct leveringen *v = mem_new(struct leveringen);
	size_t n = regios_gemeenten(k->regios) + 1;
	v->kader = k;
	v->banden = banden;
	v->numbers = map_new();
	v->delivered = mem_array(n, sizeof *v->delivered);
	v->refused = mem_array(n, sizeof *v->refused);
	v->empty = mem_array(n, sizeof *v->empty);
	v->omtrent = mem_array(n, sizeof *v->omtrent);
	return v;
}

void
leveringen_free(struct leveringen *v)
{
	if (v == NULL)
		return;
	map_free(v->numbers);
	free(v->key.s);
	free(v->delivered);
	free(v->refused);
	free(v->empty);
	free(v->omtrent);
	free(v);
}

void
leveringen_seen(struct leveringen *v, size_t m)
{
	v->delivered[m] = true;
}

void
leveringen_judge(struct leveringen *v, size_t m, enum planoordeel oordeel,
		 bool totaal)
{
	v->refused[m] = v->refused[m] || oordeel == PLAN_FOUT;
	v->empty[m] += oordeel == PLAN_LEEG && totaal;
}

static void
check_date(const struct leveringen *v, const struct planrij *l)
{
	char day[PERIOD_TEXT];
	struct text date = planrij_field(l, PLAN_PEILDATUM);
	int32_t days, d = v->kader->peildatum;
	if (date_parse(date, &days) && days - d <= DAYS_APART &&
	    d - days <= DAYS_APART)
		return;
	planrij_report(l, REGEL_LEVERDATUM, PLAN_PEILDATUM,
		       TEXTS(planrij_field(l, PLAN_LEVERING),
			     planrij_field(l, PLAN_GEMEENTE), date,
			     date_format(d, day)));
}

size_t
leveringen_number(struct leveringen *v, const struct planrij *l)
{
	static const enum plankolom parts[] = {PLAN_GEMEENTE, PLAN_LEVERING,
					       PLAN_PEILDATUM};
	woorden_clear(&v->key);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		woorden_add(&v->key, planrij_field(l, parts[i]));
		woorden_add(&v->key, text_of("|"));
	}
	void **slot = map_slot(v->numbers, woorden_text(&v->key));
	if (*slot == NULL) {
		*slot = (void *)(uintptr_t)map_count(v->numbers);
		check_date(v, l);
	}
	return (size_t)(uintptr_t)*slot;
}

/* Remembers that a number which counts is none that is exact. */
void
leveringen_estimate(struct leveringen *v, const struct planaantal *a,
		    enum lot lot)
{
	struct benadering *b = &v->omtrent[a->gemeente];
	if (a->schatting == EXACT || lot == LOT_ONDEELBAAR)
		return;
	b->count++;
	b->aantal += a->aantal;
	b->laag += a->laag;
	b->hoog += a->hoog;
}

/* Empty is not zero: said once for each municipality. */
static void
check_empty(const struct leveringen *v, size_t m, const struct regio *g)
{
	char number[NUM_TEXT];
	if (v->empty[m] == 0)
		return;
	melding_add(v->kader->findings, REGEL_LEEG, NULL,
		    TEXTS(g->code, g->naam,
			  num_format(num_of((int64_t)v->empty[m]), number)));
}

/* Approximate numbers are told, where no band carries them. */
static void
check_estimates(const struct leveringen *v, size_t m, const struct regio *g)
{
	const struct benadering *b = &v->omtrent[m];
	char count[NUM_TEXT], n[NUM_TEXT], low[NUM_TEXT], high[NUM_TEXT];
	if (b->count == 0 || v->banden)
		return;
	melding_add(v->kader->findings, REGEL_BENADERING, NULL,
		    TEXTS(g->code, g->naam,
			  num_format(num_of((int64_t)b->count), count),
			  aantal_format(b->aantal, n),
			  aantal_format(b->laag, low),
			  aantal_format(b->hoog, high)));
}

void
leveringen_check(const struct leveringen *v)
{
	const struct regios *r = v->kader->regios;
	for (size_t m = 0; m < regios_gemeenten(r); m++) {
		const struct regio *g = regios_gemeente_at(r, m);
		if (!v->delivered[m])
			melding_add(v->kader->findings, REGEL_GEEN_PLANNEN,
				    NULL, TEXTS(g->code, g->naam));
		check_empty(v, m, g);
		check_estimates(v, m, g);
	}
}

bool
leveringen_delivered(const struct leveringen *v, size_t m)
{
	return v->delivered[m];
}

bool
leveringen_whole(const struct leveringen *v, size_t m)
{
	return v->delivered[m] && !v->refused[m];
}
