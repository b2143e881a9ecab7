#include "uitleg.h"

#include <stdlib.h>

#include "arena.h"
#include "diag.h"
#include "mem.h"
#include "opgaverij.h"
#include "uitlegrij.h"

/* What can be asked: growth, target, capacity, or one less the other. */
enum vraag { GROEI, OPGAVE, CAPACITEIT, VERSCHIL, RESTOPGAVE };

static const struct {
	const char *name;
	enum vraag vraag;
	int deel; /* of growth or capacity */
} kolommen[] = {{"opgave", OPGAVE, 0},
		{"netto_groei", GROEI, SALDO},
		{"nieuwbouw", GROEI, NIEUWBOUW},
		{"overige_toevoeging", GROEI, OVERIGE_TOEVOEGING},
		{"sloop", GROEI, SLOOP},
		{"overige_onttrekking", GROEI, OVERIGE_ONTTREKKING},
		{"correctie", GROEI, CORRECTIE},
		{"hard", CAPACITEIT, HARD},
		{"zacht", CAPACITEIT, ZACHT},
		{"onbekend", CAPACITEIT, ONBEKEND},
		{"verschil", VERSCHIL, SALDO},
		{"rest_opgave", RESTOPGAVE, SALDO}};

#define KOLOMMEN (sizeof kolommen / sizeof kolommen[0])

struct uitleg {
	const struct kader *kader;
	size_t regio;
	struct span span;
	size_t kolom;
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
parse_column(struct text t, size_t *out)
{
	const char *names[KOLOMMEN];
	for (size_t i = 0; i < KOLOMMEN; i++) {
		names[i] = kolommen[i].name;
		*out = i;
		if (text_is(t, names[i]))
			return 0;
	}
	const char *near = text_nearest(t, names, KOLOMMEN);
	return diag_fail("--explain: column '%s' cannot be explained; did you "
			 "mean '%s'? There are opgave, netto_groei and its "
			 "parts, hard, zacht, onbekend, verschil, rest_opgave",
			 t.s, near == NULL ? "netto_groei" : near);
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
	    parse_column(part[2], &u->kolom) != 0)
		return -1;
	if (kolommen[u->kolom].vraag != RESTOPGAVE ||
	    span_equal(u->span, u->kader->jaren))
		return 0;
	return diag_fail("--explain: rest_opgave stands in the total row only");
}

struct uitleg *
uitleg_new(const struct kader *k, const char *question)
{
	struct uitleg *u = mem_new(struct uitleg);
	u->kader = k;
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
	if (kolommen[u->kolom].vraag != CAPACITEIT ||
	    (int)a->hardheid != kolommen[u->kolom].deel ||
	    !(here || (lot == LOT_EMMER && whole)) ||
	    !is_member(u, a->gemeente))
		return;
	u->plans = mem_grow(u->plans, &u->cap, u->count + 1, sizeof *u->plans);
	struct planaantal *new = &u->plans[u->count++];
	*new = *a;
	for (int k = 0; k < KENMERKEN; k++)
		new->kenmerk[k] = arena_text(u->arena, a->kenmerk[k]);
}

/* The number itself. */
static struct misschien
answer(const struct uitleg *u, const struct standrij *r)
{
	int deel = kolommen[u->kolom].deel;
	switch (kolommen[u->kolom].vraag) {
	case OPGAVE:
		return r->opgave;
	case GROEI:
		return (struct misschien){r->groei.bekend &&
					      r->groei.deel_bekend[deel],
					  r->groei.deel[deel]};
	case CAPACITEIT:
		return r->capaciteit[deel];
	case VERSCHIL:
		return r->verschil;
	default:
		return r->rest;
	}
}

/* Where rows of the story go, and with which sign. */
struct verhaal {
	const struct uitleg *u;
	const struct stand *s;
	struct csvout *w;
	int sign;
};

static void
tell_cell(void *ctx, const struct groeicel *c)
{
	const struct verhaal *v = ctx;
	uitlegrij_cel(v->w, v->s, c, (enum onderwerp)kolommen[v->u->kolom].deel,
		      v->sign);
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
	groei_each(v->u->kader, v->s->waarnemingen, v->u->regio, v->u->span,
		   (enum onderwerp)kolommen[v->u->kolom].deel, tell_cell, v);
}

static void
tell_targets(struct verhaal *v, int sign)
{
	v->sign = sign;
	opgaven_each(v->s->opgaven, v->u->kader, v->u->regio, v->u->span,
		     tell_target, v);
}

static void
tell(struct verhaal *v)
{
	const struct uitleg *u = v->u;
	switch (kolommen[u->kolom].vraag) {
	case OPGAVE:
		tell_targets(v, 1);
		return;
	case GROEI:
		tell_growth(v, 1);
		return;
	case CAPACITEIT:
		for (size_t i = 0; i < u->count; i++)
			uitlegrij_plan(v->w, u->kader, &u->plans[i]);
		return;
	case VERSCHIL:
		tell_growth(v, 1);
		tell_targets(v, -1);
		return;
	case RESTOPGAVE:
		tell_targets(v, 1);
		tell_growth(v, -1);
		return;
	}
}

void
uitleg_write(const struct uitleg *u, const struct stand *s, struct csvout *w)
{
	struct standrij row = {0};
	struct verhaal v = {u, s, w, 1};
	stand_row(s, u->regio, u->span, &row);
	uitlegrij_header(w);
	enum vraag vraag = kolommen[u->kolom].vraag;
	struct antwoord a = {.kolom = kolommen[u->kolom].name,
			     .n = answer(u, &row),
			     .opgave = vraag != GROEI && vraag != CAPACITEIT,
			     .groei = vraag != OPGAVE && vraag != CAPACITEIT};
	uitlegrij_answer(w, &row, &a);
	tell(&v);
	standrij_free(&row);
}
