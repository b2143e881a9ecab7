#include "reconcile.h"

#include <stdlib.h>
#include <string.h>

#include "amounts.h"
#include "buffer.h"

static const char *const HEADER[] = {"gemeente",  "plan_id", "plan_naam",
				     "koppeling", "veld",    "eerste",
				     "tweede",	  "telt",    "reden"};

/* In the order of enum link. */
static const char *const LINKS[] = {"",	    "id",	 "id zonder fase",
				    "naam", "gesplitst", "samengevoegd"};

struct reconcile {
	struct csvout *w;
	const struct words *words;
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
	csvout_text(r->w, *p->state->gemeente);
	csvout_text(r->w, plan_id(p));
	csvout_text(r->w, plan_naam(p));
	csvout_string(r->w, koppeling);
	csvout_string(r->w, veld);
	csvout_text(r->w, both[0]);
	csvout_text(r->w, both[1]);
	csvout_string(r->w, v.telt);
	csvout_string(r->w, v.reden);
	csvout_end(r->w);
}

/* One plan of the first source and what it is in the second; either may be
 * NULL, and one of them have parts. */
struct pair {
	const struct plan *a, *b;
};

static const char *
link_of(const struct pair *x)
{
	if (x->a && x->b)
		return LINKS[x->b->link];
	return x->a ? "alleen eerste" : "alleen tweede";
}

static void
put_words(struct reconcile *r, const struct plan *shown, const struct pair *x)
{
	const struct plan *a = x->a, *b = x->b;
	const struct text none = text_of("");
	const struct text status[2] = {a ? *a->state->planstatus : none,
				       b ? *b->state->planstatus : none};
	const struct text fase[2] = {a ? *a->state->projectfase : none,
				     b ? *b->state->projectfase : none};

	put(r, shown, link_of(x), "planstatus", status);
	put(r, shown, link_of(x), "projectfase", fase);
}

/* What a source says of a plan, its parts together; empty when nothing. */
struct said {
	char netto[NUM_TEXT];
	struct text text;
	struct buffer years;
};

static bool
has_netto(const struct plan *p, const struct words *words)
{
	struct amounts own = {.words = words};
	bool has = false;

	packed_read(p, &own);
	for (size_t i = 0; i < own.count && !has; i++)
		has = own.list[i].kind->dimensie == DIMENSIE_TOTAAL &&
		      own.list[i].kind->soort != SOORT_GEREALISEERD &&
		      own.list[i].given;
	packed_clear(&own);
	return has;
}

static int
take(const struct reconcile *r, struct said *s, const struct plan *first,
     bool parts)
{
	struct num sum = {0};
	bool given = false;

	s->text = text_of("");
	for (const struct plan *p = first; p; p = parts ? p->next : NULL) {
		given = given || has_netto(p, r->words);
		if (plan_sum(&sum, plan_netto(p)) != 0)
			return -1;
	}
	if (given)
		s->text = num_format(sum, s->netto);
	return amounts_years(&s->years, r->words, first, parts);
}

static int
put_plan(struct reconcile *r, const struct plan *a, const struct plan *b)
{
	const struct pair x = {a, b};
	bool both = a && b, split = both && b->link == LINK_SPLIT,
	     merged = both && b->link == LINK_MERGE;
	const struct plan *shown = a ? a : b;
	struct said one = {0}, two = {0};
	int rc = take(r, &one, a, merged);

	if (rc == 0)
		rc = take(r, &two, b, split);
	if (rc == 0) {
		put(r, shown, link_of(&x), "netto",
		    (const struct text[]){one.text, two.text});
		put(r, shown, link_of(&x), "jaren",
		    (const struct text[]){buffer_view(&one.years),
					  buffer_view(&two.years)});
		put_words(r, split ? b : shown, &x);
		for (const struct plan *p = split ? b->next : NULL; p;
		     p = p->next)
			put_words(r, p, &(const struct pair){a, p});
		for (const struct plan *p = merged ? a->next : NULL; p;
		     p = p->next)
			put_words(r, p, &(const struct pair){p, b});
	}
	buffer_free(&one.years);
	buffer_free(&two.years);
	return rc;
}

/* Of the parts of a merger the first speaks for all. */
static bool
is_later_part(const struct plan *p)
{
	return p->link == LINK_MERGE && p->peer->peer != p;
}

static bool
all(const struct plan *p)
{
	(void)p;
	return true;
}

static bool
is_alone(const struct plan *p)
{
	return p->link == LINK_NONE;
}

static int
put_first(struct reconcile *r, const struct plans *first)
{
	size_t count;
	struct plan **sorted = plans_sorted(first, all, &count);
	int rc = 0;

	for (size_t i = 0; i < count && rc == 0; i++) {
		const struct plan *p = sorted[i];

		if (!is_later_part(p))
			rc = put_plan(r, p, is_alone(p) ? NULL : p->peer);
	}
	free(sorted);
	return rc;
}

static int
put_second(struct reconcile *r, const struct plans *second)
{
	size_t count;
	struct plan **sorted = plans_sorted(second, is_alone, &count);
	int rc = 0;

	for (size_t i = 0; i < count && rc == 0; i++)
		rc = put_plan(r, NULL, sorted[i]);
	free(sorted);
	return rc;
}

int
reconcile_write(const struct plans *first, const struct plans *second,
		struct csvout *w, size_t *differ)
{
	struct reconcile r = {.w = w, .words = plans_words(first)};
	int rc;

	for (size_t i = 0; i < sizeof(HEADER) / sizeof(HEADER[0]); i++)
		csvout_string(w, HEADER[i]);
	csvout_end(w);
	rc = put_first(&r, first);
	if (rc == 0)
		rc = put_second(&r, second);
	*differ = r.differ;
	return rc;
}
