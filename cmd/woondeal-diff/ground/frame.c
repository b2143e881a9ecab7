#include "ground/frame.h"

#include "period.h"

size_t
frame_years(const struct frame *k)
{
	return (size_t)(k->years.to - k->years.from + 1);
}

size_t
frame_area_regio(const struct frame *k, size_t i)
{
	long regio = regios_find(k->regios, gebieden_at(k->areas, i)->waarde);
	return regio >= 0 ? (size_t)regio : regios_count(k->regios) + i;
}

int
frame_plan_year(const struct frame *k)
{
	int year, month, day;
	date_split(k->peildatum, &year, &month, &day);
	return year;
}

int
frame_months(const struct frame *k, int year)
{
	int reference_year, month, day;
	date_split(k->peildatum, &reference_year, &month, &day);
	if (year != reference_year)
		return year < reference_year ? 12 : 0;
	return month - 1;
}
