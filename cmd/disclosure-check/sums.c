#include "sums.h"

#include <string.h>

#include "world.h"

/* The columns of a stand that are sums of plans, and of which. A percentage is
 * the sum itself to who knows what it is a part of. The least that the
 * capacity may be counts no plan whose status is not known. */
static const struct sums STAND[] = {{"hard", {HARD}},
				    {"zacht", {ZACHT}},
				    {"onbekend", {ONBEKEND}},
				    {"dekking_hard_pct", {HARD}},
				    {"dekking_pct", {COUNTED}},
				    {"capaciteit_laag", {HARD | ZACHT}},
				    {"capaciteit_hoog", {COUNTED}},
				    {"dekking_laag_pct", {HARD | ZACHT}},
				    {"dekking_hoog_pct", {COUNTED}},
				    {"nodig_zacht_pct", {HARD, ZACHT}},
				    {"haalbaar", {HARD, ZACHT, COUNTED}}};
#define STAND_COUNT (sizeof(STAND) / sizeof(STAND[0]))

/* The figures, which beside the number say what was divided by what; those
 * without a sum are of growth and targets, or count amounts. */
static const struct sums FIGURES[] = {{"dekking_hard_pct", {HARD}},
				      {"dekking_pct", {COUNTED}},
				      {"capaciteit", {COUNTED}},
				      {"hard_en_zacht", {HARD | ZACHT}},
				      {"zacht_en_onbekend", {ZACHT | ONBEKEND}},
				      {"overschot", {COUNTED}},
				      {"overschot_hard", {HARD}},
				      {"hard_pct", {HARD, COUNTED}},
				      {"zacht_pct", {ZACHT, COUNTED}},
				      {"onbekend_pct", {ONBEKEND, COUNTED}},
				      {"nodig_zacht_pct", {HARD, ZACHT}},
				      {"capaciteit_verschil", {COUNTED}},
				      {"hard", {HARD}},
				      {"zacht", {ZACHT}},
				      {"onbekend", {ONBEKEND}},
				      {"plan_verschil", {COUNTED}},
				      {"plan_verschil_hard", {HARD}},
				      {"benaderingen", {0}},
				      {"capaciteit_nodig", {0}},
				      {"gerealiseerd_pct", {0}},
				      {"groei_aandeel_pct", {0}},
				      {"groei_verschil", {0}},
				      {"netto_groei", {0}},
				      {"nieuwbouw", {0}},
				      {"overige_toevoeging", {0}},
				      {"sloop", {0}},
				      {"overige_onttrekking", {0}},
				      {"correctie", {0}},
				      {"opgave", {0}},
				      {"verschil", {0}},
				      {"opgave_cum", {0}},
				      {"groei_cum", {0}},
				      {"verschil_cum", {0}},
				      {"rest_opgave", {0}},
				      {"jaren", {0}},
				      {"gemeente", {0}},
				      {"waarneming", {0}},
				      {"plannen_peildatum", {0}},
				      {"opgave_aandeel_pct", {0}},
				      {"opgave_evenredig", {0}},
				      {"opgave_per_jaar", {0}},
				      {"rest_pct", {0}}};
#define FIGURE_COUNT (sizeof(FIGURES) / sizeof(FIGURES[0]))

const struct sums *
sums_stand(size_t i)
{
	return i < STAND_COUNT ? &STAND[i] : NULL;
}

static const struct sums *
find(const struct sums *list, size_t n, struct text name)
{
	for (size_t i = 0; i < n; i++)
		if (text_is(name, list[i].name))
			return &list[i];
	return NULL;
}

const struct sums *
sums_column(struct text name)
{
	return find(STAND, STAND_COUNT, name);
}

const struct sums *
sums_figure(struct text name)
{
	return find(FIGURES, FIGURE_COUNT, name);
}

bool
sums_is_number(const struct sums *s)
{
	size_t n = strlen(s->name);

	return !s->sums[1] && strcmp(s->name + n - 4, "_pct") != 0;
}
