#include "secrets/secrets.h"

/* The municipalities of a shown total about which it alone tells: of a
 * province those that are in none of its shown deals. */
struct atom {
	const struct secrets *s;
	size_t total;
	size_t hidden;	 /* how many of them are */
	struct num rest; /* total less all that is shown */
	bool exact;	 /* rest fits its digits */
};

bool
secrets_is_total(const struct secrets *s, size_t place)
{
	return places_at(s->places, place)->member_count > 0;
}

static bool
is_member(const struct secrets *s, size_t total, size_t place)
{
	const struct place *p = places_at(s->places, total);

	for (size_t i = 0; i < p->member_count; i++)
		if (p->members[i] == place)
			return true;
	return false;
}

bool
secrets_within(const struct secrets *s, size_t deal, size_t province)
{
	const struct place *d = places_at(s->places, deal);

	if (d->level != REGION_WOONDEAL ||
	    places_at(s->places, province)->level != REGION_PROVINCIE)
		return false;
	for (size_t i = 0; i < d->member_count; i++)
		if (!is_member(s, province, d->members[i]))
			return false;
	return true;
}

bool
secrets_shown(const struct secrets *s, size_t place)
{
	return s->at[place].has && !s->at[place].hidden;
}

/* Whether a shown deal of this province has the municipality. */
static bool
is_told_by_deal(const struct secrets *s, size_t province, size_t place)
{
	for (size_t d = 0; d < s->count; d++)
		if (secrets_shown(s, d) && secrets_within(s, d, province) &&
		    is_member(s, d, place))
			return true;
	return false;
}

static void
take_off(struct atom *a, size_t place)
{
	a->exact =
	    a->exact && num_subtract(a->rest, a->s->at[place].value, &a->rest);
}

static struct atom
atom_of(const struct secrets *s, size_t total)
{
	struct atom a = {s, total, 0, s->at[total].value, true};
	const struct place *p = places_at(s->places, total);

	for (size_t d = 0; d < s->count; d++)
		if (secrets_shown(s, d) && secrets_within(s, d, total))
			take_off(&a, d);
	for (size_t i = 0; i < p->member_count; i++) {
		if (is_told_by_deal(s, total, p->members[i]))
			continue;
		if (s->at[p->members[i]].hidden)
			a.hidden++;
		else
			take_off(&a, p->members[i]);
	}
	return a;
}

void
secrets_protect(struct secrets *s, size_t place)
{
	s->at[place].hidden = true;
	s->second++;
}

/* Hides the smallest shown municipality of the total, outside `not` and
 * outside its shown deals; when there is none, the total itself. */
static void
hide_one(struct secrets *s, size_t total, size_t not )
{
	const struct place *p = places_at(s->places, total);
	size_t best = total;

	for (size_t i = 0; i < p->member_count; i++) {
		size_t m = p->members[i];

		if (!secrets_shown(s, m) || s->at[m].size.units == 0 ||
		    is_told_by_deal(s, total, m) ||
		    (not != total && is_member(s, not, m)))
			continue;
		if (best == total ||
		    num_compare(s->at[m].size, s->at[best].size) < 0)
			best = m;
	}
	secrets_protect(s, best);
}

/* A shown total gives away one that is hidden alone, and all that are hidden
 * when each can only be 1. */
static bool
guard_shown(struct secrets *s, size_t total)
{
	struct atom a = atom_of(s, total);

	if (a.hidden == 0)
		return false;
	if (a.hidden > 1 &&
	    !(s->bounded && a.exact &&
	      num_compare(a.rest, num_of((int64_t)a.hidden)) <= 0))
		return false;
	hide_one(s, total, total);
	return true;
}

/* Hidden municipalities of the province, told by none of its shown deals,
 * that are outside this deal. */
static bool
has_cover(const struct secrets *s, size_t province, size_t deal)
{
	const struct place *p = places_at(s->places, province);

	for (size_t i = 0; i < p->member_count; i++)
		if (s->at[p->members[i]].hidden &&
		    !is_member(s, deal, p->members[i]) &&
		    !is_told_by_deal(s, province, p->members[i]))
			return true;
	return false;
}

/* A hidden total must have a hidden part, or its parts give it away. A part
 * is a municipality; of a province also what its shown deals do not tell. */
static bool
guard_hidden(struct secrets *s, size_t total)
{
	const struct place *p = places_at(s->places, total);
	bool open = false;

	for (size_t i = 0; i < p->member_count; i++)
		if (!secrets_shown(s, p->members[i]) &&
		    !is_told_by_deal(s, total, p->members[i]))
			open = true;
	if (open)
		return false;
	for (size_t d = 0; d < s->count; d++) {
		if (secrets_shown(s, d) && secrets_within(s, d, total)) {
			secrets_protect(s, d);
			return true;
		}
	}
	for (size_t i = 0; i < p->member_count; i++) {
		if (s->at[p->members[i]].size.units != 0) {
			secrets_protect(s, p->members[i]);
			return true;
		}
	}
	return false;
}

/* A hidden deal is what a shown province has left, when nothing else of the
 * province is hidden. */
static bool
guard_deal(struct secrets *s, size_t deal)
{
	for (size_t p = 0; p < s->count; p++) {
		if (secrets_shown(s, p) && secrets_within(s, deal, p) &&
		    !has_cover(s, p, deal)) {
			hide_one(s, p, deal);
			return true;
		}
	}
	return false;
}

static bool
guard(struct secrets *s, size_t total)
{
	if (secrets_shown(s, total))
		return guard_shown(s, total);
	if (!s->at[total].has || !s->at[total].hidden)
		return false;
	return guard_hidden(s, total) || guard_deal(s, total);
}

bool
secrets_guard(struct secrets *s)
{
	bool hid = false;

	for (size_t i = 0; i < s->count; i++)
		while (secrets_is_total(s, i) && guard(s, i))
			hid = true;
	return hid;
}
