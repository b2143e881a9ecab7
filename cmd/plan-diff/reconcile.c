#include "reconcile.h"

#include <string.h>

static const char *const HEADER[] = {"gemeente",  "plan_id", "plan_naam",
				     "koppeling", "veld",    "eerste",
				     "tweede",	  "telt",    "reden"};

/* In the order of enum link. */
static const char *const LINKS[] = {"", "id", "id zonder fase", "naam",
				    "gesplitst"};

struct reconcile {
	struct csvout *w;
	size_t differ;
};

struct verdict {
	const char *telt, *reden;
};

/* The municipality decides on its plans: its value counts, and another's only
 * where it has none. */
static struct verdict
judge(struct text first, struct text second)
{
	bool has = first.n && !text_is(first, PLANSTATUS_UNKNOWN);
	bool other = second.n && !text_is(second, PLANSTATUS_UNKNOWN);

	if (text_equal(first, second))
		return (struct verdict){"beide", "gelijk"};
	if (has)
		return (struct verdict){
		    "eerste", other ? "de gemeente gaat over haar plan"
				    : "de tweede bron geeft geen waarde"};
	if (other)
		return (struct verdict){"tweede",
					"de gemeente geeft geen waarde"};
	return (struct verdict){"eerste", "geen van beide geeft een waarde"};
}

static void
put(struct reconcile *r, const struct plan *p, const char *koppeling,
    const char *veld, const struct text both[2])
{
	struct verdict v = judge(both[0], both[1]);

	if (strcmp(koppeling, "alleen tweede") == 0)
		v = (struct verdict){"geen",
				     "de gemeente levert dit plan niet"};
	else if (strcmp(koppeling, "alleen eerste") == 0)
		v = (struct verdict){"eerste",
				     "de tweede bron heeft dit plan niet"};
	r->differ += !text_equal(both[0], both[1]);
	csvout_text(r->w, p->gemeente);
	csvout_text(r->w, p->id);
	csvout_text(r->w, p->naam);
	csvout_string(r->w, koppeling);
	csvout_string(r->w, veld);
	csvout_text(r->w, both[0]);
	csvout_text(r->w, both[1]);
	csvout_string(r->w, v.telt);
	csvout_string(r->w, v.reden);
	csvout_end(r->w);
}

static void
put_words(struct reconcile *r, const struct plan *shown, const struct plan *a,
	  const struct plan *b)
{
	const char *link = a && b ? LINKS[b->link]
			   : a	  ? "alleen eerste"
				  : "alleen tweede";
	const struct text none = text_of("");
	const struct text status[2] = {a ? a->planstatus : none,
				       b ? b->planstatus : none};
	const struct text fase[2] = {a ? a->projectfase : none,
				     b ? b->projectfase : none};

	put(r, shown, link, "planstatus", status);
	put(r, shown, link, "projectfase", fase);
}

static bool
has_netto(const struct plan *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (text_is(p->amounts[i].dimensie, "totaal") &&
		    p->amounts[i].written.n)
			return true;
	return false;
}

/* a of the first, and b with its parts of the second; either may be NULL. */
static int
put_plan(struct reconcile *r, const struct plan *a, const struct plan *b)
{
	const struct plan *shown = a ? a : b;
	const char *link = a && b ? LINKS[b->link]
			   : a	  ? "alleen eerste"
				  : "alleen tweede";
	char first[NUM_TEXT], second[NUM_TEXT];
	struct text both[2] = {text_of(""), text_of("")};
	struct num sum = {0};
	bool given = false;

	for (const struct plan *p = b; p; p = a ? p->next : NULL) {
		given = given || has_netto(p);
		if (plan_sum(&sum, p->netto) != 0)
			return -1;
	}
	if (a && has_netto(a))
		both[0] = num_format(a->netto, first);
	if (given)
		both[1] = num_format(sum, second);
	put(r, shown, link, "netto", both);
	put_words(r, a && b && b->link == LINK_SPLIT ? b : shown, a, b);
	for (const struct plan *p = a && b ? b->next : NULL; p; p = p->next)
		put_words(r, p, a, p);
	return 0;
}

int
reconcile_write(const struct plannen *first, const struct plannen *second,
		struct csvout *w, size_t *differ)
{
	struct reconcile r = {.w = w};

	for (size_t i = 0; i < sizeof HEADER / sizeof HEADER[0]; i++)
		csvout_string(w, HEADER[i]);
	csvout_end(w);
	for (size_t i = 0; i < plannen_count(first); i++) {
		const struct plan *p = plannen_at(first, i);

		if (put_plan(&r, p, p->link == LINK_NONE ? NULL : p->peer) != 0)
			return -1;
	}
	for (size_t i = 0; i < plannen_count(second); i++) {
		const struct plan *p = plannen_at(second, i);

		if (p->link == LINK_NONE && put_plan(&r, NULL, p) != 0)
			return -1;
	}
	*differ = r.differ;
	return 0;
}
