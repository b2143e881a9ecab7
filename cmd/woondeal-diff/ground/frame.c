#include "ground/frame.h"

#include "period.h"

size_t
kader_jaren(const struct kader *k)
{
	return (size_t)(k->jaren.tot - k->jaren.van + 1);
}

size_t
kader_gebiedsregio(const struct kader *k, size_t i)
{
	long regio =
	    regios_find(k->regios, gebieden_at(k->gebieden, i)->waarde);
	return regio >= 0 ? (size_t)regio : regios_count(k->regios) + i;
}

int
kader_planjaar(const struct kader *k)
{
	int year, month, day;
	date_split(k->peildatum, &year, &month, &day);
	return year;
}

int
kader_maanden(const struct kader *k, int year)
{
	int peiljaar, month, day;
	date_split(k->peildatum, &peiljaar, &month, &day);
	if (year != peiljaar)
		return year < peiljaar ? 12 : 0;
	return month - 1;
}
