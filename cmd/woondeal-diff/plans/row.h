/* One record of a plan register: its fields, and what they mean. */
#ifndef PLANRIJ_H
#define PLANRIJ_H

#include <stdbool.h>

#include "plans/capacity.h"
#include "csvin.h"
#include "ground/frame.h"
#include "ground/rule.h"

enum plankolom {
	PLAN_GEMEENTE,
	PLAN_HARDHEID,
	PLAN_VAN,
	PLAN_TOT,
	PLAN_SOORT,
	PLAN_DIMENSIE,
	PLAN_AANTAL,
	PLAN_PEILDATUM,
	PLAN_LEVERING,
	/* The others may be absent. */
	PLAN_TELLING, /* rest */
	PLAN_HERKOMST,
	PLAN_LAAG,
	PLAN_HOOG,
	PLANKOLOMMEN
};

/* The current record of r. */
struct planrij {
	struct kader *kader;
	const struct csvin *r;
	const char *bestand; /* as the user named it; lives on */
	long kolom[PLANKOLOMMEN];
	long kenmerk[KENMERKEN]; /* -1: not asked for */
};

/* Reads the header and finds the columns, those of kenmerken in use too. 0,
 * or -1 with the message given. */
int planrij_header(struct planrij *l, struct csvin *r,
		   const bool uses[KENMERKEN]);
/* A view into the record. */
struct text planrij_field(const struct planrij *l, enum plankolom k);
/* A finding about a field. */
void planrij_report(const struct planrij *l, enum regel regel, enum plankolom k,
		    const struct text *args, size_t count);

enum planoordeel {
	PLAN_TELT,	/* *a is filled, but for its municipality */
	PLAN_TELT_NIET, /* realised, nvt, or a status that does not count */
	PLAN_LEEG,	/* would count, but its amount is empty or onbekend */
	PLAN_FOUT	/* refused, with a finding */
};

/* What a record of dimensie totaal says. */
enum planoordeel planrij_parse(const struct planrij *l, struct planaantal *a);

#endif
