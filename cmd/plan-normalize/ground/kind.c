#include "ground/kind.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

#include "ground/folded.h"

bool
hardheid_known(struct text word)
{
	enum hardheid h;

	return hardheid_parse(word, &h);
}

static bool
soort_word(struct text word, struct kind *k)
{
	enum soort s = SOORT_BOUW;

	if (text_is(word, "netto"))
		return k->netto = true;
	if (text_is(word, "gesloopt"))
		return k->gone = true;
	if (!soort_parse(word, &s))
		return false;
	if (!k->soorten)
		k->soort = s;
	k->soorten |= 1u << s;
	return true;
}

/* Which partition; 0 for none of them. */
static unsigned
partition(struct text name)
{
	enum dimensie d;

	return dimensie_parse(name, &d) ? d : 0;
}

/* One partition, or a crossing of two. */
static bool
take_part(struct kind *k, unsigned part, struct text categorie)
{
	if (!part || k->part == part || k->part2)
		return false;
	if (k->part) {
		k->part2 = part;
		k->dimensie2 = dimensie_name((enum dimensie)part);
		k->categorie2 = categorie;
	} else {
		k->part = part;
		k->dimensie = dimensie_name((enum dimensie)part);
		k->categorie = categorie;
	}
	return true;
}

/* "koop 280000-390000", "huur 1123-" */
static bool
price_word(struct text t, struct kind *k)
{
	struct price_class p = {.given = true};
	struct text segment, from;

	if (!text_split(&t, ' ', &segment) || !t.s ||
	    !text_split(&t, '-', &from) || !t.s)
		return false;
	p.koop = text_is(segment, "koop");
	p.open = text_trim(t).n == 0;
	if ((!p.koop && !text_is(segment, "huur")) ||
	    num_parse(from, NUM_PLAIN, &p.from) != NUM_OK ||
	    (!p.open && num_parse(t, NUM_PLAIN, &p.to) != NUM_OK) ||
	    (!p.open && num_compare(p.from, p.to) >= 0))
		return false;
	k->price = p;
	return take_part(k, DIMENSIE_BETAALBAARHEID, text_of(""));
}

static bool
part_word(struct arena *a, struct text word, struct kind *k)
{
	struct text rest = word, name;

	if (!text_split(&rest, ':', &name) || !rest.s)
		return false;
	name = text_trim(name);
	rest = text_trim(rest);
	if (text_is(name, "leeg") && text_is(rest, "nul")) {
		k->leeg_nul = true;
	} else if (text_is(name, "hardheid") && hardheid_known(rest)) {
		k->hardheid = arena_text(a, rest);
	} else if (text_is(name, "kolom")) {
		k->kolom = folded_text(a, rest);
		return rest.n > 0;
	} else if (text_is(name, "prijs")) {
		return price_word(rest, k);
	} else {
		return rest.n &&
		       take_part(k, partition(name), arena_text(a, rest));
	}
	return true;
}

bool
kind_parse(struct arena *a, struct text t, struct kind *out, struct text *bad)
{
	struct kind k = {.dimensie = dimensie_name(DIMENSIE_TOTAAL),
			 .categorie = text_of(""),
			 .dimensie2 = text_of(""),
			 .categorie2 = text_of(""),
			 .kolom = text_of(""),
			 .hardheid = text_of("")};
	struct text rest = t, word;

	while (text_trim(t).n && text_split(&rest, '|', &word)) {
		word = text_trim(word);
		if (text_is(word, "min"))
			k.min = true;
		else if (text_is(word, "som"))
			k.som = true;
		else if (text_is(word, "plan"))
			k.plan = true;
		else if (!text_is(word, "totaal") && !soort_word(word, &k) &&
			 !part_word(a, word, &k)) {
			*bad = word;
			return false;
		}
	}
	if (!k.soorten && !k.gone)
		k.soorten = 1u << SOORT_BOUW;
	*out = k;
	return true;
}

bool
kind_same_part(const struct kind *a, const struct kind *b)
{
	return a->part == b->part && text_equal(a->categorie, b->categorie) &&
	       a->part2 == b->part2 &&
	       text_equal(a->categorie2, b->categorie2) &&
	       a->price.given == b->price.given &&
	       a->price.koop == b->price.koop &&
	       num_compare(a->price.from, b->price.from) == 0;
}

bool
kind_is_open(const struct kind *k)
{
	return k->categorie.n && k->categorie.s[k->categorie.n - 1] == '*';
}

bool
kind_only_checks(const struct kind *k)
{
	return k->plan || k->gone || k->kolom.n;
}

bool
kind_covers(const struct kind *check, const struct kind *k)
{
	size_t n;

	if (!kind_is_open(check))
		return kind_same_part(check, k);
	n = check->categorie.n - 1;
	return k->part == check->part && k->categorie.n >= n &&
	       memcmp(k->categorie.s, check->categorie.s, n) == 0;
}

/* Four digits at the start of *t, taken off. */
static bool
take_year(struct text *t, int *year)
{
	int y = 0;

	if (t->n < 4)
		return false;
	for (size_t i = 0; i < 4; i++) {
		if (t->s[i] < '0' || t->s[i] > '9')
			return false;
		y = y * 10 + (t->s[i] - '0');
	}
	t->s += 4;
	t->n -= 4;
	*year = y;
	return true;
}

bool
years_parse(struct text t, struct years *out, bool *limit)
{
	struct years y = {0, 0};

	*limit = false;
	if (!take_year(&t, &y.from))
		return false;
	if (t.n == 0) {
		y.to = y.from;
	} else if (text_starts(t, "-")) {
		t.s++;
		t.n--;
		if (t.n && !take_year(&t, &y.to))
			return false;
	} else if (text_starts(t, "..")) {
		*limit = true;
		t.s += 2;
		t.n -= 2;
		if (!take_year(&t, &y.to))
			return false;
	}
	if (t.n || (y.to && y.to < y.from))
		return false;
	*out = y;
	return true;
}

static int
last(struct years y)
{
	return y.to ? y.to : INT_MAX;
}

bool
years_given(struct years y)
{
	return y.from || y.to;
}

bool
years_within(struct years in, struct years out)
{
	if (!years_given(in))
		return false;
	return in.from >= out.from && last(in) <= last(out);
}

bool
years_overlap(struct years a, struct years b)
{
	return a.from <= last(b) && b.from <= last(a);
}
