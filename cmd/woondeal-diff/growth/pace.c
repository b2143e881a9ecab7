#include "growth/pace.h"

#include "period.h"

struct pace
pace_until(const struct frame *k, const struct cells *w, size_t i, int32_t day)
{
	struct pace p = {0};
	int year, month, at;
	date_split(day, &year, &month, &at);
	if (--year > k->years.to)
		year = k->years.to;
	while (year >= k->years.from && frame_months(k, year) < 12)
		year--;
	p.years.to = year;
	for (; year >= k->years.from; year--) {
		struct growth g = growth_of(k, w, i, (struct span){year, year});
		if (!g.whole)
			break;
		p.growth += g.part[SALDO];
		p.years.from = year;
		p.known = true;
	}
	return p;
}

bool
pace_yearly(const struct pace *p, struct num *out)
{
	return p->known && num_divide(amount_num(p->growth),
				      num_of(p->years.to - p->years.from + 1),
				      1, NUM_HALF_AWAY, out);
}

bool
pace_months(const struct pace *p, int months, struct num *out)
{
	struct num n;
	int years = p->years.to - p->years.from + 1;
	return p->known &&
	       num_multiply(amount_num(p->growth), num_of(months), &n) &&
	       num_divide(n, num_of(12 * years), 0, NUM_HALF_AWAY, out);
}

int
pace_left(int32_t day, int year)
{
	int from, month, at;
	date_split(day, &from, &month, &at);
	int months = (year - from) * 12 - (month - 1);
	return months > 0 ? months : 0;
}
