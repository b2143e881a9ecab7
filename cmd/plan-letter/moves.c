#include "moves.h"

#include <stdlib.h>

#include "mem.h"

/* As many changed plans as a person reads; the rest is counted. */
#define CHANGES 50
#define NONE SIZE_MAX

struct teller {
	struct buffer *out;
	const struct delivery *delivery;
	const struct changes *changes;
	size_t *plan; /* of each change: the plan of the register, or none */
	size_t *first, *next; /* the changes of each plan; NONE: no more */
	size_t said;
};

static void
put_name(struct buffer *b, const struct letter_plan *p)
{
	char shown[TEXT_SHOW];

	buffer_string(b, text_show(p->naam.n ? p->naam : p->id, shown));
	if (p->naam.n && p->id.n)
		buffer_printf(b, " (%s)", text_show(p->id, shown));
	if (p->fase.n)
		buffer_printf(b, ", fase %s", text_show(p->fase, shown));
}

static struct letter_plan
named(const struct change *c)
{
	return (struct letter_plan){.gemeente = c->gemeente,
				    .id = c->plan_id,
				    .naam = c->plan_naam,
				    .fase = c->fase};
}

/* True when there is room for another line, which is then begun. */
static bool
begin(struct teller *t, const char *what, const struct letter_plan *p)
{
	if (t->said++ >= CHANGES)
		return false;
	buffer_printf(t->out, "- %s: ", what);
	put_name(t->out, p);
	return true;
}

static bool
ends(struct text t, const char *end)
{
	struct text e = text_of(end);

	return t.n >= e.n && text_equal((struct text){t.s + t.n - e.n, e.n}, e);
}

/* A number of plan-diff as people write it; anything else as it is. */
static void
put_number(struct buffer *b, struct text t)
{
	char buf[SUM_TEXT];
	struct num n;

	if (num_parse(t, NUM_PLAIN, &n) == NUM_OK)
		t = sum_format_dutch(sum_of(n), buf);
	buffer_add(b, t);
}

/* "40-60": each of the two. */
static void
put_range(struct buffer *b, struct text t)
{
	size_t n = 1;

	while (n < t.n && t.s[n] != '-')
		n++;
	put_number(b, (struct text){t.s, n < t.n ? n : t.n});
	if (n >= t.n)
		return;
	buffer_char(b, '-');
	put_number(b, (struct text){t.s + n + 1, t.n - n - 1});
}

/* By how much all dwellings of the plan changed, netto. */
static void
add_difference(struct sum *s, const struct change *c)
{
	struct sum v = sum_of(c->verschil);

	if (text_starts(c->veld, "bouw|totaal|"))
		*s = sum_plus(*s, v);
	else if (text_starts(c->veld, "sloop|totaal|"))
		*s = sum_minus(*s, v);
}

static struct text
or_else(struct text t, const char *otherwise)
{
	return t.n ? t : text_of(otherwise);
}

/* The margin of an estimate of dwellings, no part of them. */
static bool
is_margin(const struct change *c)
{
	return ends(c->veld, "|grenzen") &&
	       (text_starts(c->veld, "bouw|totaal|") ||
		text_starts(c->veld, "sloop|totaal|"));
}

/* "bouw|totaal||2026|grenzen": with the years where several differ. */
static void
put_bounds(struct buffer *b, const struct change *c, size_t many)
{
	struct text veld = c->veld, part, years = text_of("");

	for (int i = 0; i < 4 && text_split(&veld, '|', &part); i++)
		years = part;
	buffer_string(b, ", marge ");
	if (many > 1) {
		buffer_add(b, years);
		buffer_char(b, ' ');
	}
	buffer_string(b, "van ");
	put_range(b, or_else(c->oud, "exact"));
	buffer_string(b, " naar ");
	put_range(b, or_else(c->nieuw, "exact"));
}

static void
put_wood(struct buffer *b, const struct change *c)
{
	buffer_string(b, ", bos van ");
	put_number(b, or_else(c->oud, "niet opgegeven"));
	buffer_string(b, c->oud.n ? " ha naar " : " naar ");
	put_number(b, or_else(c->nieuw, "niet opgegeven"));
	buffer_string(b, c->nieuw.n ? " ha" : "");
}

/* The words of one change, but for amounts, which are told together. many:
 * margins of the plan that changed. */
static void
put_word(struct buffer *b, const struct change *c, size_t many)
{
	if (text_is(c->wijziging, "hernoemd"))
		buffer_printf(b, ", %s van %s naar %s",
			      text_is(c->veld, "plan_id")   ? "nummer"
			      : text_is(c->veld, "fase_id") ? "fase"
							    : "naam",
			      or_else(c->oud, "geen").s,
			      or_else(c->nieuw, "geen").s);
	else if (text_is(c->veld, "planstatus"))
		buffer_printf(b, ", status van %s naar %s", c->oud.s,
			      c->nieuw.s);
	else if (text_is(c->veld, "bos_ha"))
		put_wood(b, c);
	else if (is_margin(c))
		put_bounds(b, c, many);
}

/* The same line of a plan: first by how much, then what else. */
static void
put_changed(struct teller *t, size_t plan)
{
	const struct letter_plan *p = delivery_plan(t->delivery, plan);
	char a[SUM_TEXT], b[SUM_TEXT];
	struct sum difference = {0}, now;
	struct buffer words = {0};
	size_t many = 0;

	for (size_t i = t->first[plan]; i != NONE; i = t->next[i]) {
		struct change c = changes_at(t->changes, i);

		many += is_margin(&c);
	}
	for (size_t i = t->first[plan]; i != NONE; i = t->next[i]) {
		struct change c = changes_at(t->changes, i);

		add_difference(&difference, &c);
		put_word(&words, &c, many);
	}
	if ((difference.units || words.n) && begin(t, "gewijzigd", p)) {
		now = sum_plus(letter_plan_total(p),
			       p->netto[HARDHEID_TELT_NIET]);
		if (difference.units)
			buffer_printf(
			    t->out, ", van %s naar %s woningen",
			    sum_format_dutch(sum_minus(now, difference), a).s,
			    sum_format_dutch(now, b).s);
		buffer_add(t->out, buffer_view(&words));
		buffer_char(t->out, '\n');
	}
	buffer_free(&words);
}

static void
put_dwellings(struct buffer *b, struct text number)
{
	buffer_string(b, ", ");
	put_number(b, number);
	buffer_string(b, " woningen\n");
}

/* A plan of the register: new, merged of several, or another than it was. */
static void
put_plan(struct teller *t, size_t plan)
{
	const struct letter_plan *p = delivery_plan(t->delivery, plan);

	for (size_t i = t->first[plan]; i != NONE; i = t->next[i]) {
		struct change c = changes_at(t->changes, i);

		if (text_is(c.wijziging, "nieuw")) {
			if (begin(t, "nieuw", p))
				put_dwellings(t->out, c.nieuw);
			return;
		}
		if (text_is(c.wijziging, "samengevoegd")) {
			if (begin(t, "samengevoegd", p))
				buffer_printf(t->out, ", fasen %s\n", c.oud.s);
			return;
		}
	}
	put_changed(t, plan);
}

static void
put_refused(struct buffer *b, const struct change *c)
{
	buffer_string(b, ", ");
	put_number(b, or_else(c->nieuw, "0"));
	buffer_string(b, " woningen in deze levering tellen niet mee (vorige "
			 "levering: ");
	put_number(b, c->oud);
	buffer_string(b, ")\n");
}

/* A plan of the delivery before. */
static void
put_before(struct teller *t, const struct change *c)
{
	struct letter_plan p = named(c);

	if (text_is(c->wijziging, "vervallen") && begin(t, "vervallen", &p))
		put_dwellings(t->out, c->oud);
	else if (text_is(c->wijziging, "geweigerd") &&
		 begin(t, "afgewezen", &p))
		put_refused(t->out, c);
	else if (text_is(c->wijziging, "gesplitst") &&
		 begin(t, "gesplitst", &p))
		buffer_printf(t->out, ", in fasen %s\n", c->nieuw.s);
}

/* Which plan of the register each change is of. */
static void
match(struct teller *t)
{
	size_t plans = delivery_plans(t->delivery);

	t->plan = mem_array(changes_count(t->changes) + 1, sizeof(*t->plan));
	t->next = mem_array(changes_count(t->changes) + 1, sizeof(*t->next));
	t->first = mem_array(plans + 1, sizeof(*t->first));
	for (size_t i = 0; i <= plans; i++)
		t->first[i] = NONE;
	for (size_t i = changes_count(t->changes); i-- > 0;) {
		struct change c = changes_at(t->changes, i);
		struct letter_plan p = named(&c);

		t->plan[i] = plans;
		if (!text_is(c.wijziging, "vervallen") &&
		    !text_is(c.wijziging, "geweigerd") &&
		    !text_is(c.wijziging, "gesplitst"))
			t->plan[i] = delivery_find(t->delivery, &p);
		t->next[i] = t->first[t->plan[i]];
		t->first[t->plan[i]] = i;
	}
}

void
moves_put(struct buffer *b, const struct delivery *d, const struct changes *c,
	  struct text gemeente)
{
	struct teller t = {.out = b, .delivery = d, .changes = c};

	match(&t);
	for (size_t i = 0; i < delivery_plans(d); i++)
		if (text_equal(delivery_plan(d, i)->gemeente, gemeente))
			put_plan(&t, i);
	for (size_t i = 0; i < changes_count(c); i++) {
		struct change row = changes_at(c, i);

		if (text_equal(row.gemeente, gemeente) &&
		    t.plan[i] == delivery_plans(d))
			put_before(&t, &row);
	}
	free(t.plan);
	free(t.first);
	free(t.next);
	if (!t.said)
		buffer_string(b, "- niets\n");
	if (t.said > CHANGES)
		buffer_printf(b, "- en nog %zu plannen\n", t.said - CHANGES);
}
