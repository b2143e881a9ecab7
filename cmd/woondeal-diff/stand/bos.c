#include "stand/bos.h"

#include <stdlib.h>

#include "mem.h"
#include "ground/words.h"

/* What a plan says of wood. */
enum uitspraak { NIETS, HECTARES, TWIST };

struct bosplan {
	bool gezien;
	bool telt; /* has dwellings that count in the years */
	bool gemengd;
	enum uitspraak uitspraak;
	enum hardheid hardheid;
	size_t gemeente;
	size_t rij; /* the row that said it */
	int64_t ha;
	int64_t woningen[HARDHEDEN];
};

struct bos {
	struct kader *kader;
	struct bosplan *plannen; /* by number */
	size_t count;
	size_t cap;
	long kolom;
	struct woorden wie;
};

/* What there is of one kind in a region. */
struct bossom {
	int64_t plannen;
	int64_t n[HARDHEDEN];
};

enum soort { BOS, MET_BOS, ZWIJGT, ERBUITEN, SOORTEN };

static const struct {
	const char *categorie;
	const char *eenheid;
} soorten[SOORTEN] = {
    [BOS] = {"bos", "ha"},
    [MET_BOS] = {"woningen met bos", "woningen"},
    [ZWIJGT] = {"niet opgegeven", "woningen"},
    [ERBUITEN] = {"bos buiten de stand", "ha"},
};

struct bos *
bos_new(struct kader *k)
{
	struct bos *b = mem_new(struct bos);
	b->kader = k;
	b->kolom = -1;
	return b;
}

void
bos_free(struct bos *b)
{
	if (b == NULL)
		return;
	free(b->plannen);
	free(b->wie.s);
	free(b);
}

void
bos_header(struct bos *b, const struct csvin *r)
{
	b->kolom = csvin_find(r, "bos_ha");
}

static struct bosplan *
plan_of(struct bos *b, size_t plan)
{
	b->plannen =
	    mem_grow(b->plannen, &b->cap, plan + 1, sizeof *b->plannen);
	for (; b->count <= plan; b->count++)
		b->plannen[b->count] = (struct bosplan){0};
	return &b->plannen[plan];
}

static void
report(const struct bos *b, const struct planrij *l, enum regel regel,
       const struct text *args, size_t count)
{
	struct finding_place place = {
	    .file = csvin_name(l->r),
	    .record = csvin_record(l->r),
	    .row = csvin_row(l->r),
	    .column = (size_t)(b->kolom + 1),
	    .name = text_of(b->kolom < 0 ? "" : "bos_ha"),
	    .value = b->kolom < 0 ? text_of("")
				  : csvin_field(l->r, (size_t)b->kolom)};
	melding_add(b->kader->findings, regel, &place, args, count);
}

/* What this row says: an amount of 0 or more, or nothing. A word that is none
 * is told, and then says nothing. */
static enum uitspraak
parse(const struct bos *b, const struct planrij *l, int64_t *ha)
{
	struct text t = text_of("");
	if (b->kolom >= 0)
		t = csvin_field(l->r, (size_t)b->kolom);
	*ha = 0;
	if (t.n == 0)
		return NIETS;
	if (aantal_parse(&b->kader->guard, t, ha) && *ha >= 0)
		return HECTARES;
	*ha = 0;
	report(b, l, REGEL_HECTARES, NULL, 0);
	return NIETS;
}

void
bos_see(struct bos *b, const struct planrij *l, size_t plan, size_t m)
{
	struct bosplan *p = plan_of(b, plan);
	char row[NUM_TEXT];
	int64_t ha;
	enum uitspraak here = parse(b, l, &ha);
	if (!p->gezien) {
		p->gezien = true;
		p->uitspraak = here;
		p->ha = ha;
		p->rij = csvin_row(l->r);
		p->gemeente = m;
		return;
	}
	if (p->uitspraak == TWIST || (p->uitspraak == here && p->ha == ha))
		return;
	p->uitspraak = TWIST;
	report(b, l, REGEL_BOS_TWIST,
	       TEXTS(planrij_field(l, PLAN_GEMEENTE),
		     num_format(num_of((int64_t)p->rij), row)));
}

void
bos_count(struct bos *b, const struct planaantal *a, enum lot lot)
{
	struct bosplan *p = &b->plannen[a->plan];
	if (a->aantal == 0 || (lot != LOT_JAAR && lot != LOT_EMMER))
		return;
	if (p->telt && p->hardheid != a->hardheid)
		p->gemengd = true;
	p->telt = true;
	p->hardheid = a->hardheid;
	p->woningen[a->hardheid] += a->aantal;
}

static bool
member(const struct regio *r, size_t m)
{
	for (size_t j = 0; j < r->leden_count; j++)
		if (r->leden[j] == m)
			return true;
	return false;
}

/* Hectares of a plan that is partly hard and partly not cannot be divided:
 * their hardheid is unknown. */
static void
add_plan(struct bossom sums[SOORTEN], const struct bosplan *p)
{
	bool tells = p->uitspraak == HECTARES;
	struct bossom *dwellings = &sums[tells ? MET_BOS : ZWIJGT];
	struct bossom *wood = &sums[p->telt ? BOS : ERBUITEN];
	enum hardheid h = p->gemengd ? ONBEKEND : p->hardheid;
	if (p->telt) {
		dwellings->plannen++;
		for (int i = 0; i < HARDHEDEN; i++)
			dwellings->n[i] += p->woningen[i];
	}
	if (!tells)
		return;
	wood->plannen++;
	wood->n[p->telt ? h : ONBEKEND] += p->ha;
}

static void
sum(const struct bos *b, const struct regio *r, struct bossom sums[SOORTEN])
{
	for (size_t i = 0; i < b->count; i++)
		if (b->plannen[i].gezien && member(r, b->plannen[i].gemeente))
			add_plan(sums, &b->plannen[i]);
}

/* Who has no plan that counts, or one that says nothing: its wood is not all
 * there is. "ja", or "nee: GM0034|GM0995"; valid until the next call. */
static struct text
complete(struct bos *b, const struct regio *r)
{
	const char *separator = "nee: ";
	woorden_clear(&b->wie);
	for (size_t j = 0; j < r->leden_count; j++) {
		struct bossom sums[SOORTEN] = {0};
		const struct regio *g =
		    regios_gemeente_at(b->kader->regios, r->leden[j]);
		sum(b, g, sums);
		if (sums[MET_BOS].plannen > 0 && sums[ZWIJGT].plannen == 0)
			continue;
		woorden_add(&b->wie, text_of(separator));
		woorden_add(&b->wie, g->code);
		separator = "|";
	}
	return b->wie.n == 0 ? text_of("ja") : woorden_text(&b->wie);
}

static int64_t
total(const struct bossom *s)
{
	int64_t n = 0;
	for (int h = 0; h < HARDHEDEN; h++)
		n += s->n[h];
	return n;
}

/* Hectares are known where a plan says them, dwellings where plans count. */
static void
write_start(struct csvout *w, const struct regio *r, enum soort soort,
	    const struct bossom sums[SOORTEN])
{
	const struct bossom *s = &sums[soort];
	bool dwellings = soort == MET_BOS || soort == ZWIJGT;
	bool known =
	    s->plannen > 0 ||
	    (dwellings && sums[MET_BOS].plannen + sums[ZWIJGT].plannen > 0);
	csvout_string(w, region_level_name(r->level));
	csvout_text(w, r->code);
	csvout_text(w, r->naam);
	csvout_string(w, "bos");
	csvout_string(w, soorten[soort].categorie);
	csvout_int(w, s->plannen);
	for (int h = 0; h < HARDHEDEN; h++)
		if (known && soort != ERBUITEN)
			csvout_num(w, aantal_num(s->n[h]));
		else
			csvout_empty(w);
	if (known)
		csvout_num(w, aantal_num(total(s)));
	else
		csvout_empty(w);
	csvout_string(w, soorten[soort].eenheid);
}

/* Too little is only sure when no plan says nothing. */
static void
write_judgement(struct csvout *w, const struct norm *n, int64_t have,
		bool whole)
{
	struct num far = num_of(0);
	const char *word = "voldoet";
	if (num_compare(aantal_num(have), n->van) < 0) {
		num_subtract(aantal_num(have), n->van, &far);
		word = whole ? "te weinig" : "te weinig opgegeven";
	} else if (n->has_tot && num_compare(aantal_num(have), n->tot) > 0) {
		num_subtract(aantal_num(have), n->tot, &far);
		word = "te veel";
	}
	csvout_num(w, far);
	csvout_string(w, word);
}

static void
write_norm(struct csvout *w, const struct norm *n, const struct bossom *s,
	   bool whole)
{
	csvout_num(w, n->van);
	if (n->has_tot)
		csvout_num(w, n->tot);
	else
		csvout_empty(w);
	if (s->plannen > 0) {
		write_judgement(w, n, total(s), whole);
		return;
	}
	csvout_empty(w);
	csvout_empty(w);
}

static void
write_region(struct bos *b, struct csvout *w, size_t i, const struct normen *n)
{
	const struct regio *r = regios_at(b->kader->regios, i);
	struct bossom sums[SOORTEN] = {0};
	struct text whole = complete(b, r);
	sum(b, r, sums);
	for (int s = 0; s < SOORTEN; s++) {
		write_start(w, r, (enum soort)s, sums);
		for (int j = 0; j < 4; j++)
			csvout_empty(w);
		csvout_text(w, whole);
		csvout_end(w);
	}
	for (size_t j = 0; j < normen_count(n); j++) {
		const struct norm *norm = normen_at(n, j);
		if (norm->regio >= 0 && norm->regio != (long)i)
			continue;
		write_start(w, r, BOS, sums);
		write_norm(w, norm, &sums[BOS], text_is(whole, "ja"));
		csvout_text(w, whole);
		csvout_end(w);
	}
}

/* Who says nothing, and of how many dwellings. */
static void
check(const struct bos *b)
{
	const struct regios *list = b->kader->regios;
	char plans[NUM_TEXT], dwellings[NUM_TEXT];
	for (size_t m = 0; m < regios_gemeenten(list); m++) {
		const struct regio *g = regios_gemeente_at(list, m);
		struct bossom sums[SOORTEN] = {0};
		sum(b, g, sums);
		const struct bossom *s = &sums[ZWIJGT];
		if (s->plannen > 0)
			melding_add(b->kader->findings, REGEL_BOS_ZWIJGT, NULL,
				    TEXTS(g->code, g->naam,
					  num_format(num_of(s->plannen), plans),
					  aantal_format(total(s), dwellings)));
		int64_t mixed = 0;
		for (size_t i = 0; i < b->count; i++)
			mixed += b->plannen[i].gemeente == m &&
				 b->plannen[i].gemengd &&
				 b->plannen[i].uitspraak == HECTARES;
		if (mixed > 0)
			melding_add(b->kader->findings, REGEL_BOS_GEMENGD, NULL,
				    TEXTS(g->code, g->naam,
					  num_format(num_of(mixed), plans)));
	}
}

void
bos_write(struct bos *b, struct csvout *w, const struct normen *n)
{
	static const char *const names[] = {
	    "niveau",	 "regio",    "naam",	"segment",
	    "categorie", "plannen",  "hard",	"zacht",
	    "onbekend",	 "totaal",   "eenheid", "norm_van",
	    "norm_tot",	 "verschil", "oordeel", "volledig"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		csvout_string(w, names[i]);
	csvout_end(w);
	for (size_t i = 0; i < regios_count(b->kader->regios); i++)
		write_region(b, w, i, n);
	check(b);
}
