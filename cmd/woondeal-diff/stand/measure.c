#include "stand/measure.h"

#include <string.h>

#define OPGAVE              \
	{                   \
		.opgave = 1 \
	}
#define GROEI              \
	{                  \
		.groei = 1 \
	}
#define HARD_                             \
	{                                 \
		.capaciteit = { 1, 0, 0 } \
	}
#define ZACHT_                            \
	{                                 \
		.capaciteit = { 0, 1, 0 } \
	}
#define ONBEKEND_                         \
	{                                 \
		.capaciteit = { 0, 0, 1 } \
	}
#define ALLES                             \
	{                                 \
		.capaciteit = { 1, 1, 1 } \
	}
#define REST                             \
	{                                \
		.opgave = 1, .groei = -1 \
	}
#define VERSCHIL                         \
	{                                \
		.opgave = -1, .groei = 1 \
	}

static const struct maat maten[] = {
    {"opgave", MAAT_AANTAL, true, SALDO, OPGAVE, {0}},
    {"netto_groei", MAAT_AANTAL, true, SALDO, GROEI, {0}},
    {"nieuwbouw", MAAT_AANTAL, true, NIEUWBOUW, GROEI, {0}},
    {"overige_toevoeging", MAAT_AANTAL, true, OVERIGE_TOEVOEGING, GROEI, {0}},
    {"sloop", MAAT_AANTAL, true, SLOOP, GROEI, {0}},
    {"overige_onttrekking", MAAT_AANTAL, true, OVERIGE_ONTTREKKING, GROEI, {0}},
    {"correctie", MAAT_AANTAL, true, CORRECTIE, GROEI, {0}},
    {"hard", MAAT_AANTAL, true, SALDO, HARD_, {0}},
    {"zacht", MAAT_AANTAL, true, SALDO, ZACHT_, {0}},
    {"onbekend", MAAT_AANTAL, true, SALDO, ONBEKEND_, {0}},
    {"verschil", MAAT_AANTAL, true, SALDO, VERSCHIL, {0}},
    {"opgave_cum", MAAT_CUM, true, SALDO, OPGAVE, {0}},
    {"groei_cum", MAAT_CUM, true, SALDO, GROEI, {0}},
    {"verschil_cum", MAAT_CUM, true, SALDO, VERSCHIL, {0}},
    {"rest_opgave", MAAT_AANTAL, true, SALDO, REST, {0}},
    {"gerealiseerd_pct", MAAT_PROCENT, true, SALDO, GROEI, OPGAVE},
    {"dekking_hard_pct", MAAT_PROCENT, true, SALDO, HARD_, REST},
    {"dekking_pct", MAAT_PROCENT, true, SALDO, ALLES, REST},
    {"capaciteit", MAAT_AANTAL, false, SALDO, ALLES, {0}},
    {"hard_en_zacht",
     MAAT_AANTAL,
     false,
     SALDO,
     {.capaciteit = {1, 1, 0}},
     {0}},
    {"zacht_en_onbekend",
     MAAT_AANTAL,
     false,
     SALDO,
     {.capaciteit = {0, 1, 1}},
     {0}},
    {"overschot",
     MAAT_AANTAL,
     false,
     SALDO,
     {.opgave = -1, .groei = 1, .capaciteit = {1, 1, 1}},
     {0}},
    {"overschot_hard",
     MAAT_AANTAL,
     false,
     SALDO,
     {.opgave = -1, .groei = 1, .capaciteit = {1, 0, 0}},
     {0}},
    {"rest_pct", MAAT_PROCENT, false, SALDO, REST, OPGAVE},
    {"hard_pct", MAAT_PROCENT, false, SALDO, HARD_, ALLES},
    {"zacht_pct", MAAT_PROCENT, false, SALDO, ZACHT_, ALLES},
    {"onbekend_pct", MAAT_PROCENT, false, SALDO, ONBEKEND_, ALLES},
    {"opgave_aandeel_pct", MAAT_AANDEEL, false, SALDO, OPGAVE, {0}},
    {"groei_aandeel_pct", MAAT_AANDEEL, false, SALDO, GROEI, {0}},
    {"opgave_per_jaar", MAAT_PER_JAAR, false, SALDO, OPGAVE, {0}},
    {"opgave_evenredig", MAAT_EVENREDIG, false, SALDO, OPGAVE, {0}},
    {"jaren", MAAT_JAREN, false, SALDO, {0}, {0}},
    {"gemeente", MAAT_GEMEENTE, false, SALDO, {0}, {0}},
};

#define MATEN (sizeof maten / sizeof maten[0])

const struct maat *
maat_find(struct text naam)
{
	for (size_t i = 0; i < MATEN; i++)
		if (text_is(naam, maten[i].naam))
			return &maten[i];
	return NULL;
}

const struct maat *
maat_of(const struct som *s)
{
	for (size_t i = 0; i < MATEN; i++)
		if (maten[i].soort == MAAT_AANTAL && maten[i].deel == SALDO &&
		    memcmp(&maten[i].teller, s, sizeof *s) == 0)
			return &maten[i];
	return NULL;
}

void
maat_names(struct woorden *out, bool stand)
{
	for (size_t i = 0; i < MATEN; i++)
		if (maten[i].stand || !stand)
			woorden_join(out, ", ", text_of(maten[i].naam));
}

const char *
maat_nearest(struct text naam, bool stand)
{
	const char *names[MATEN];
	size_t n = 0;
	for (size_t i = 0; i < MATEN; i++)
		if (maten[i].stand || !stand)
			names[n++] = maten[i].naam;
	return text_nearest(naam, names, n);
}

static bool
has_capacity(const struct som *s)
{
	for (int h = 0; h < HARDHEDEN; h++)
		if (s->capaciteit[h] != 0)
			return true;
	return false;
}

bool
maat_capaciteit(const struct maat *m)
{
	return has_capacity(&m->teller) || has_capacity(&m->noemer);
}

bool
maat_groei(const struct maat *m)
{
	return m->teller.groei != 0 || m->noemer.groei != 0;
}

static void
add(struct misschien *sum, int times, struct misschien m)
{
	if (times == 0)
		return;
	sum->bekend = sum->bekend && m.bekend;
	sum->n += times * m.n;
}

struct misschien
maat_som(const struct maat *m, const struct som *s, const struct kader *k,
	 const struct standrij *r)
{
	struct misschien sum = {true, 0};
	struct misschien growth = {r->groei.bekend &&
				       r->groei.deel_bekend[m->deel],
				   r->groei.deel[m->deel]};
	if (r->totaal && (s->opgave != 0 || m->soort == MAAT_PROCENT))
		growth = stand_towards(k, &r->groei);
	add(&sum, s->opgave, r->opgave);
	add(&sum, s->groei, growth);
	for (int h = 0; h < HARDHEDEN; h++)
		add(&sum, s->capaciteit[h], r->capaciteit[h]);
	return sum;
}
