/* The rules of woondeal-diff: what may be remarkable, and in which words. */
#ifndef MELDING_H
#define MELDING_H

#include "finding.h"

enum regel {
	REGEL_GEMEENTE,
	REGEL_AANTAL,
	REGEL_WOORD,
	REGEL_JAAR,
	REGEL_GEEN_GROEI,
	REGEL_ONTBREEKT,
	REGEL_PROVINCIE,
	REGEL_LOPEND,
	REGEL_SALDO,
	REGEL_MAANDEN,
	REGEL_LEVERDATUM,
	REGEL_EMMER,
	REGEL_ONDEELBAAR,
	REGEL_VERLEDEN,
	REGEL_AFTREK,
	REGEL_AFTREK_ONBEKEND,
	REGEL_GEEN_PLANNEN,
	REGEL_LEEG,
	REGEL_ROOSTER,
	REGEL_NIET_IN_ROOSTER,
	REGEL_OPTELLING,
	REGEL_OPGAVE_BUITEN,
	REGEL_OPGAVE_ONTBREEKT,
	REGEL_FASERING,
	REGEL_SCENARIO,
	REGEL_ZONDER_JAAR,
	REGEL_NORM_CATEGORIE,
	REGEL_GEEN_WOONDEAL,
	REGEL_GEBIEDSDOEL,
	REGEL_GEBIED_LEEG,
	REGEL_BEWERING,
	REGEL_BEWERING_AFRONDING,
	REGEL_BEWERING_PERIODE,
	REGEL_BEWERING_DATUM,
	REGEL_BEWERING_ONGELIJK,
	REGEL_BEWERING_GEMEENTE,
	REGEL_BEWERING_DUBBEL,
	REGEL_BEWERING_ONBEKEND,
	REGEL_BEREIK,
	REGEL_BENADERING
};

/* place may be NULL. args: what {0}.. stand for. */
void melding_add(struct findings *f, enum regel regel,
		 const struct finding_place *place, const struct text *args,
		 size_t count);

#define TEXTS(...)                          \
	(const struct text[]){__VA_ARGS__}, \
	    sizeof((const struct text[]){__VA_ARGS__}) / sizeof(struct text)

#endif
