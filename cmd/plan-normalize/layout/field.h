/* The fields of a plan, as a layout names them. */
#ifndef FIELD_H
#define FIELD_H

#include <stdbool.h>

#include "text.h"

enum field {
	FIELD_GEMEENTE,
	FIELD_GEMEENTE_NAAM,
	FIELD_PLAN_ID,
	FIELD_PLAN_NAAM,
	FIELD_FASE_ID,
	FIELD_PLANSTATUS,
	FIELD_HARDHEID,
	FIELD_PROJECTFASE,
	FIELD_PLANTYPE,
	FIELD_OPDRACHTGEVER,
	FIELD_GEBIED,
	FIELD_KNELPUNTEN,
	FIELD_VERTROUWELIJKHEID,
	FIELD_SLEUTELPROJECT,
	FIELD_BOS_HA,
	FIELD_CATEGORIE,
	FIELD_GROEP,
	FIELD_JAAR,
	FIELD_JAAR_VAN,
	FIELD_JAAR_TOT,
	/* Ja or Nee: whether the record's numbers of that soort are realised.
	 */
	FIELD_BOUW_GEREALISEERD,
	FIELD_SLOOP_GEREALISEERD,
	/* Which partitions the record's columns of a crossing tell. */
	FIELD_BOUW_VERDELING,
	FIELD_SLOOP_VERDELING,
	/* Settings of a layout that a record may say otherwise. */
	FIELD_TELLING,
	FIELD_PEILDATUM,
	FIELD_LEVERING,
	FIELD_COUNT
};

const char *field_name(enum field f);
/* FIELD_COUNT when there is no such field. */
enum field field_of(struct text name);
/* True when no word of this field may be unknown. */
bool field_is_closed(enum field f);

#endif
