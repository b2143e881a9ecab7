#include "layout/field.h"

static const char *const names[FIELD_COUNT] = {
    [FIELD_GEMEENTE] = "gemeente",
    [FIELD_GEMEENTE_NAAM] = "gemeente_naam",
    [FIELD_PLAN_ID] = "plan_id",
    [FIELD_PLAN_NAAM] = "plan_naam",
    [FIELD_FASE_ID] = "fase_id",
    [FIELD_PLANSTATUS] = "planstatus",
    [FIELD_HARDHEID] = "hardheid",
    [FIELD_PROJECTFASE] = "projectfase",
    [FIELD_PLANTYPE] = "plantype",
    [FIELD_OPDRACHTGEVER] = "opdrachtgever",
    [FIELD_GEBIED] = "gebied",
    [FIELD_KNELPUNTEN] = "knelpunten",
    [FIELD_VERTROUWELIJKHEID] = "vertrouwelijkheid",
    [FIELD_SLEUTELPROJECT] = "sleutelproject",
    [FIELD_BOS_HA] = "bos_ha",
    [FIELD_CATEGORIE] = "categorie",
    [FIELD_GROEP] = "groep",
    [FIELD_JAAR] = "jaar",
    [FIELD_JAAR_VAN] = "jaar_van",
    [FIELD_JAAR_TOT] = "jaar_tot",
    [FIELD_BOUW_GEREALISEERD] = "bouw_gerealiseerd",
    [FIELD_SLOOP_GEREALISEERD] = "sloop_gerealiseerd",
    [FIELD_BOUW_VERDELING] = "bouw_verdeling",
    [FIELD_SLOOP_VERDELING] = "sloop_verdeling",
    [FIELD_TELLING] = "telling",
    [FIELD_PEILDATUM] = "peildatum",
    [FIELD_LEVERING] = "levering",
};

const char *
field_name(enum field f)
{
	return names[f];
}

enum field
field_of(struct text name)
{
	enum field f = 0;

	while (f < FIELD_COUNT && !text_is(name, names[f]))
		f++;
	return f;
}

bool
field_is_closed(enum field f)
{
	return f == FIELD_PLANSTATUS || f == FIELD_HARDHEID ||
	       f == FIELD_CATEGORIE;
}
