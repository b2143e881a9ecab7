#include "write/explain.h"

#include <stdlib.h>

#include "arena.h"
#include "diag.h"
#include "mem.h"
#include "stand/measure.h"
#include "agree/opgaverow.h"
#include "period.h"
#include "write/explainrow.h"

/* What can be asked: a number, or a word. */
enum vraag { GETAL, REDEN, STATUS, TM, VOLLEDIG, VRAGEN };

static const char *const namen[VRAGEN] = {[GETAL] = "",
					  [REDEN] = "opgave_reden",
					  [STATUS] = "groei_status",
					  [TM] = "groei_tm",
					  [VOLLEDIG] = "volledig"};

struct uitleg {
	const struct kader *kader;
	size_t regio;
	struct span span;
	enum vraag vraag;
	const struct maat *maat; /* GETAL */
	const struct regelsets *regelsets;
	struct arena *arena;
	struct planaantal *plans;
	size_t count;
	size_t cap;
};

static int
parse_years(const struct kader *k, struct text t, struct span *out)
{
	char years[SPAN_TEXT];
	struct text van = t;
	struct text tot = t;
	if (t.n == 9 && t.s[4] == '-') {
		van = (struct text){t.s, 4};
		tot = (struct text){t.s + 5, 4};
	}
	if (span_year(van, &out->van) && span_year(tot, &out->tot) &&
	    out->van <= out->tot && span_within(*out, k->jaren))
		return 0;
	return diag_fail("--explain: '%.*s' is not a year or span within %s, "
			 "expected as in 2024 or 2022-2023",
			 (int)t.n, t.s, span_format(k->jaren, years).s);
}

static int
parse_column(struct uitleg *u, struct text t)
{
	struct woorden all = {0};
	for (int i = REDEN; i < VRAGEN; i++) {
		u->vraag = (enum vraag)i;
		if (text_is(t, namen[i]))
			return 0;
	}
	u->vraag = GETAL;
	u->maat = maat_find(t);
	if (u->maat != NULL && u->maat->stand)
		return 0;
	const char *near = maat_nearest(t, true);
	maat_names(&all, true);
	diag_fail("--explain: column '%s' cannot be explained; did you mean "
		  "'%s'? There are %s, opgave_reden, groei_status, groei_tm, "
		  "volledig",
		  t.s, near == NULL ? "netto_groei" : near,
		  woorden_text(&all).s);
	free(all.s);
	return -1;
}

/* What remains is known for all years only. */
static bool
total_only(const struct uitleg *u)
{
	if (u->vraag != GETAL)
		return false;
	const struct som *part[] = {&u->maat->teller, &u->maat->noemer};
	for (int i = 0; i < 2; i++)
		if (part[i]->opgave > 0 && part[i]->groei < 0)
			return true;
	return false;
}

static int
parse(struct uitleg *u, const char *question)
{
	struct text rest = text_of(question);
	struct text part[3] = {{"", 0}, {"", 0}, {"", 0}};
	size_t n = 0;
	struct text word;
	while (text_split(&rest, ':', &word))
		if (n++ < 3)
			part[n - 1] = word;
	if (n != 3)
		return diag_fail("--explain '%s', expected REGIO:JAAR:KOLOM as "
				 "in WD-MRA:2022-2023:verschil",
				 question);
	long regio = regios_find(u->kader->regios, part[0]);
	if (regio < 0)
		return diag_fail("--explain: '%.*s' is not in the "
				 "municipalities file",
				 (int)part[0].n, part[0].s);
	u->regio = (size_t)regio;
	if (parse_years(u->kader, part[1], &u->span) != 0 ||
	    parse_column(u, part[2]) != 0)
		return -1;
	if (!total_only(u) || span_equal(u->span, u->kader->jaren))
		return 0;
	return diag_fail("--explain: %s stands in the total row only",
			 u->maat->naam);
}

struct uitleg *
uitleg_new(const struct kader *k, const char *question,
	   const struct regelsets *regelsets)
{
	struct uitleg *u = mem_new(struct uitleg);
	u->kader = k;
	u->regelsets = regelsets;
	u->arena = arena_new();
	if (parse(u, question) != 0) {
		uitleg_free(u);
		return NULL;
	}
	return u;
}

void
uitleg_free(struct uitleg *u)
{
	if (u == NULL)
		return;
	arena_free(u->arena);
	free(u->plans);
	free(u);
}

bool
uitleg_uses(enum kenmerk k)
{
	return k == KENMERK_PLAN_NAAM || k == KENMERK_LEVERING ||
	       k == KENMERK_BRON_RIJ || k == KENMERK_BRON_KOLOM ||
	       k == KENMERK_PLANSTATUS;
}

static bool
is_member(const struct uitleg *u, size_t m)
{
	const struct regio *r = regios_at(u->kader->regios, u->regio);
	for (size_t j = 0; j < r->leden_count; j++)
		if (r->leden[j] == m)
			return true;
	return false;
}

void
uitleg_plan(struct uitleg *u, const struct planaantal *a, enum lot lot)
{
	bool whole = span_equal(u->span, u->kader->jaren);
	bool here = lot == LOT_JAAR && span_within(a->span, u->span);
	if (u->vraag != GETAL ||
	    (u->maat->teller.capaciteit[a->hardheid] == 0 &&
	     u->maat->noemer.capaciteit[a->hardheid] == 0) ||
	    !(here || (lot == LOT_EMMER && whole)) ||
	    !is_member(u, a->gemeente))
		return;
	u->plans = mem_grow(u->plans, &u->cap, u->count + 1, sizeof *u->plans);
	struct planaantal *new = &u->plans[u->count++];
	*new = *a;
	for (int k = 0; k < KENMERKEN; k++)
		new->kenmerk[k] = arena_text(u->arena, a->kenmerk[k]);
}

/* A number of the row that is not just a sum, or NULL. */
static const struct misschien *
own_number(const struct maat *m, const struct standrij *r)
{
	const struct {
		const char *naam;
		const struct misschien *n;
	} list[] = {{"verschil", &r->verschil},
		    {"opgave_cum", &r->opgave_cum},
		    {"groei_cum", &r->groei_cum},
		    {"verschil_cum", &r->verschil_cum},
		    {"rest_opgave", &r->rest}};
	for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
		if (text_is(text_of(m->naam), list[i].naam))
			return list[i].n;
	return NULL;
}

static struct text
percentage_text(const struct maat *m, const struct standrij *r, char *buf)
{
	const struct percentage *p = &r->gerealiseerd;
	if (text_is(text_of(m->naam), "dekking_hard_pct"))
		p = &r->dekking_hard;
	else if (text_is(text_of(m->naam), "dekking_pct"))
		p = &r->dekking;
	return p->bekend ? num_format_fixed(p->n, 1, buf) : text_of("");
}

static struct text
number_text(const struct uitleg *u, const struct standrij *r, char *buf)
{
	const struct misschien *own = own_number(u->maat, r);
	if (u->maat->soort == MAAT_PROCENT)
		return percentage_text(u->maat, r, buf);
	struct misschien n =
	    own != NULL ? *own
			: maat_som(u->maat, &u->maat->teller, u->kader, r);
	return n.bekend ? aantal_format(n.n, buf) : text_of("");
}

static struct text
answer(const struct uitleg *u, const struct standrij *r, char *buf)
{
	switch (u->vraag) {
	case REDEN:
		return woorden_text(&r->reden);
	case STATUS:
		return text_of(r->groei.bekend ? status_name(r->groei.status)
					       : "");
	case TM:
		return r->groei.bekend ? period_format(r->groei.tm, buf)
				       : text_of("");
	case VOLLEDIG:
		return r->volledig.n == 0 ? text_of("ja") : text_of("nee: ");
	default:
		return number_text(u, r, buf);
	}
}

/* Where rows of the story go, about which years, and with which sign. */
struct verhaal {
	const struct uitleg *u;
	const struct stand *s;
	struct csvout *w;
	struct span span;
	enum onderwerp deel;
	int sign;
};

static void
tell_cell(void *ctx, const struct groeicel *c)
{
	const struct verhaal *v = ctx;
	uitlegrij_cel(v->w, v->s, c, v->deel, v->sign);
}

static void
tell_target(void *ctx, const struct opgaverij *row)
{
	const struct verhaal *v = ctx;
	uitlegrij_opgave(v->w, v->s, row, v->sign);
}

static void
tell_growth(struct verhaal *v, int sign)
{
	v->sign = sign;
	if (sign != 0)
		groei_each(v->u->kader, v->s->waarnemingen, v->u->regio,
			   v->span, v->deel, tell_cell, v);
}

static void
tell_targets(struct verhaal *v, int sign)
{
	v->sign = sign;
	if (sign != 0)
		opgaven_each(v->s->opgaven, v->u->kader, v->u->regio, v->span,
			     tell_target, v);
}

/* What is added first, then what is taken off. */
static void
tell_sum(struct verhaal *v, const struct som *s)
{
	if (s->groei > 0)
		tell_growth(v, s->groei);
	tell_targets(v, s->opgave);
	if (s->groei < 0)
		tell_growth(v, s->groei);
	for (size_t i = 0; i < v->u->count; i++)
		if (s->capaciteit[v->u->plans[i].hardheid] != 0)
			uitlegrij_plan(v->w, v->u->kader, &v->u->plans[i],
				       v->u->regelsets);
}

/* A percentage: what is divided, and by what, each with its parts. */
static void
tell_part(struct verhaal *v, const struct standrij *r, const char *soort,
	  const struct som *s)
{
	char number[NUM_TEXT];
	const struct maat *m = maat_of(s);
	struct misschien n = maat_som(v->u->maat, s, v->u->kader, r);
	struct antwoord a = {.soort = soort,
			     .kolom = m == NULL ? "" : m->naam,
			     .waarde = n.bekend ? aantal_format(n.n, number)
						: text_of("")};
	uitlegrij_answer(v->w, r, &a);
	tell_sum(v, s);
}

static void
tell_number(struct verhaal *v, const struct standrij *r)
{
	const struct maat *m = v->u->maat;
	v->deel = m->deel;
	if (m->soort == MAAT_CUM)
		v->span.van = v->u->kader->jaren.van;
	if (m->soort != MAAT_PROCENT) {
		tell_sum(v, &m->teller);
		return;
	}
	tell_part(v, r, "teller", &m->teller);
	tell_part(v, r, "noemer", &m->noemer);
}

/* The buckets that a year without target lies in; else what it was set
 * against. */
static void
tell_reason(struct verhaal *v, const struct standrij *r)
{
	if (r->reden.n == 0)
		return;
	if (r->opgave.bekend) {
		tell_targets(v, 1);
		tell_growth(v, 1);
		return;
	}
	for (int year = r->span.van; year <= r->span.tot; year++) {
		const struct doel *b =
		    opgaven_bucket(v->s->opgaven, v->u->regio, year);
		if (b == NULL)
			continue;
		v->span = b->span;
		tell_targets(v, 1);
		year = b->span.tot;
	}
}

static void
tell(struct verhaal *v, const struct standrij *r)
{
	switch (v->u->vraag) {
	case REDEN:
		tell_reason(v, r);
		return;
	case STATUS:
	case TM:
		tell_growth(v, 1);
		return;
	case VOLLEDIG:
		for (size_t j = 0; j < r->regio->leden_count; j++)
			uitlegrij_volledig(v->w, v->s, r, r->regio->leden[j]);
		return;
	default:
		tell_number(v, r);
		return;
	}
}

void
uitleg_write(const struct uitleg *u, const struct stand *s, struct csvout *w)
{
	struct standrij row = {0};
	struct verhaal v = {u, s, w, u->span, SALDO, 1};
	struct woorden cell = {0};
	char buf[NUM_TEXT];
	stand_row(s, u->regio, u->span, &row);
	uitlegrij_header(w);
	bool number = u->vraag == GETAL;
	woorden_add(&cell, answer(u, &row, buf));
	if (u->vraag == VOLLEDIG)
		woorden_add(&cell, woorden_text(&row.volledig));
	struct antwoord a = {.soort = "uitkomst",
			     .kolom = number ? u->maat->naam : namen[u->vraag],
			     .waarde = woorden_text(&cell),
			     .opgave = number && (u->maat->teller.opgave != 0 ||
						  u->maat->noemer.opgave),
			     .groei = number && maat_groei(u->maat),
			     .volledig = u->vraag != VOLLEDIG};
	uitlegrij_answer(w, &row, &a);
	tell(&v, &row);
	free(cell.s);
	standrij_free(&row);
}
