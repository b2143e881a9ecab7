#include "stand/measure.h"

#include <string.h>

#define OPGAVE              \
	{                   \
		.opgave = 1 \
	}
#define GROWTH              \
	{                   \
		.growth = 1 \
	}
#define HARD_                           \
	{                               \
		.capacity = { 1, 0, 0 } \
	}
#define ZACHT_                          \
	{                               \
		.capacity = { 0, 1, 0 } \
	}
#define ONBEKEND_                       \
	{                               \
		.capacity = { 0, 0, 1 } \
	}
#define ALLES                           \
	{                               \
		.capacity = { 1, 1, 1 } \
	}
#define REST                              \
	{                                 \
		.opgave = 1, .growth = -1 \
	}
#define DIFFERENCE                        \
	{                                 \
		.opgave = -1, .growth = 1 \
	}

static const struct measure measures[] = {
    {"opgave", MEASURE_AMOUNT, true, SALDO, OPGAVE, {0}},
    {"netto_groei", MEASURE_AMOUNT, true, SALDO, GROWTH, {0}},
    {"nieuwbouw", MEASURE_AMOUNT, true, NIEUWBOUW, GROWTH, {0}},
    {"overige_toevoeging",
     MEASURE_AMOUNT,
     true,
     OVERIGE_TOEVOEGING,
     GROWTH,
     {0}},
    {"sloop", MEASURE_AMOUNT, true, SLOOP, GROWTH, {0}},
    {"overige_onttrekking",
     MEASURE_AMOUNT,
     true,
     OVERIGE_ONTTREKKING,
     GROWTH,
     {0}},
    {"correctie", MEASURE_AMOUNT, true, CORRECTIE, GROWTH, {0}},
    {"hard", MEASURE_AMOUNT, true, SALDO, HARD_, {0}},
    {"zacht", MEASURE_AMOUNT, true, SALDO, ZACHT_, {0}},
    {"onbekend", MEASURE_AMOUNT, true, SALDO, ONBEKEND_, {0}},
    {"verschil", MEASURE_AMOUNT, true, SALDO, DIFFERENCE, {0}},
    {"opgave_cum", MEASURE_CUM, true, SALDO, OPGAVE, {0}},
    {"groei_cum", MEASURE_CUM, true, SALDO, GROWTH, {0}},
    {"verschil_cum", MEASURE_CUM, true, SALDO, DIFFERENCE, {0}},
    {"rest_opgave", MEASURE_AMOUNT, true, SALDO, REST, {0}},
    {"gerealiseerd_pct", MEASURE_PERCENT, true, SALDO, GROWTH, OPGAVE},
    {"dekking_hard_pct", MEASURE_PERCENT, true, SALDO, HARD_, REST},
    {"dekking_pct", MEASURE_PERCENT, true, SALDO, ALLES, REST},
    {"capaciteit", MEASURE_AMOUNT, false, SALDO, ALLES, {0}},
    {"hard_en_zacht",
     MEASURE_AMOUNT,
     false,
     SALDO,
     {.capacity = {1, 1, 0}},
     {0}},
    {"zacht_en_onbekend",
     MEASURE_AMOUNT,
     false,
     SALDO,
     {.capacity = {0, 1, 1}},
     {0}},
    {"overschot",
     MEASURE_AMOUNT,
     false,
     SALDO,
     {.opgave = -1, .growth = 1, .capacity = {1, 1, 1}},
     {0}},
    {"overschot_hard",
     MEASURE_AMOUNT,
     false,
     SALDO,
     {.opgave = -1, .growth = 1, .capacity = {1, 0, 0}},
     {0}},
    {"rest_pct", MEASURE_PERCENT, false, SALDO, REST, OPGAVE},
    {"hard_pct", MEASURE_PERCENT, false, SALDO, HARD_, ALLES},
    {"zacht_pct", MEASURE_PERCENT, false, SALDO, ZACHT_, ALLES},
    {"onbekend_pct", MEASURE_PERCENT, false, SALDO, ONBEKEND_, ALLES},
    {"opgave_aandeel_pct", MEASURE_SHARE, false, SALDO, OPGAVE, {0}},
    {"groei_aandeel_pct", MEASURE_SHARE, false, SALDO, GROWTH, {0}},
    {"opgave_per_jaar", MEASURE_PER_YEAR, false, SALDO, OPGAVE, {0}},
    {"opgave_evenredig", MEASURE_PROPORTIONAL, false, SALDO, OPGAVE, {0}},
    {"jaren", MEASURE_YEARS, false, SALDO, {0}, {0}},
    {"gemeente", MEASURE_GEMEENTE, false, SALDO, {0}, {0}},
};

#define MEASURES (sizeof(measures) / sizeof(measures[0]))

const struct measure *
measure_find(struct text name)
{
	for (size_t i = 0; i < MEASURES; i++)
		if (text_is(name, measures[i].name))
			return &measures[i];
	return NULL;
}

const struct measure *
measure_of(const struct terms *s)
{
	for (size_t i = 0; i < MEASURES; i++)
		if (measures[i].kind == MEASURE_AMOUNT &&
		    measures[i].part == SALDO &&
		    memcmp(&measures[i].numerator, s, sizeof(*s)) == 0)
			return &measures[i];
	return NULL;
}

void
measure_names(struct buffer *out, bool stand)
{
	for (size_t i = 0; i < MEASURES; i++)
		if (measures[i].stand || !stand)
			buffer_list(out, ", ", text_of(measures[i].name));
}

const char *
measure_nearest(struct text name, bool stand)
{
	const char *names[MEASURES];
	size_t n = 0;
	for (size_t i = 0; i < MEASURES; i++)
		if (measures[i].stand || !stand)
			names[n++] = measures[i].name;
	return text_nearest(name, names, n);
}

static bool
has_capacity(const struct terms *s)
{
	for (int h = 0; h < HARDHEDEN; h++)
		if (s->capacity[h] != 0)
			return true;
	return false;
}

bool
measure_capacity(const struct measure *m)
{
	return has_capacity(&m->numerator) || has_capacity(&m->denominator);
}

bool
measure_growth(const struct measure *m)
{
	return m->numerator.growth != 0 || m->denominator.growth != 0;
}

static void
add(struct maybe *sum, int times, struct maybe m)
{
	if (times == 0)
		return;
	sum->known = sum->known && m.known;
	sum->n += times * m.n;
}

struct maybe
measure_sum(const struct measure *m, const struct terms *s,
	    const struct frame *k, const struct stand_row *r)
{
	struct maybe sum = {true, 0};
	struct maybe growth = {r->growth.known && r->growth.part_known[m->part],
			       r->growth.part[m->part]};
	if (r->total && (s->opgave != 0 || m->kind == MEASURE_PERCENT))
		growth = stand_towards(k, &r->growth);
	add(&sum, s->opgave, r->opgave);
	add(&sum, s->growth, growth);
	for (int h = 0; h < HARDHEDEN; h++)
		add(&sum, s->capacity[h], r->capacity[h]);
	return sum;
}
