#include "read/lettertext.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* As many changed plans as a person reads; the rest is counted. */
#define CHANGES 50

static void put(struct lettertext *t, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static void
put(struct lettertext *t, const char *fmt, ...)
{
	char line[2048];
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	if (n > 0)
		output_write(t->out, line,
			     (size_t)n < sizeof(line) ? (size_t)n
						      : sizeof(line) - 1);
}

static void
put_text(struct lettertext *t, struct text s)
{
	output_write(t->out, s.s, s.n);
}

static void
put_head(struct lettertext *t, const struct page *p)
{
	const struct letter_facts *f = t->facts;
	const char *naam =
	    p->gemeente ? p->gemeente->naam.s : "onbekende gemeente";
	const char *code = p->gemeente ? p->gemeente->code.s : "geen code";

	/* A page a municipality: form feed, as printers know it. */
	if (t->pages++)
		put(t, "\f");
	put(t, "Levering plancapaciteit: %s (%s)\n\n", naam, code);
	put(t, "Bestand:   %s\n", f->file);
	if (f->levering.n)
		put(t, "Levering:  %s\n", f->levering.s);
	if (f->peildatum.n)
		put(t, "Peildatum: %s\n", f->peildatum.s);
	put(t, "Regelset:  %s\n\n", f->ruleset);
	put(t, "Ontvangen rijen: %zu. Tellen mee: %zu. Afgewezen: %zu.\n",
	    p->accepted + p->rejected, p->accepted, p->rejected);
}

/* Sums of the page's municipality by hardheid. */
static void
sum_up(const struct stand *s, const struct page *p,
       struct sum sums[HARDHEID_COUNT])
{
	memset(sums, 0, HARDHEID_COUNT * sizeof(*sums));
	for (size_t i = 0; i < stand_count(s); i++) {
		const struct stand_plan *plan = stand_at(s, i);

		if (!text_equal(plan->gemeente, p->gemeente->code))
			continue;
		for (size_t h = 0; h < HARDHEID_COUNT; h++)
			sums[h] = sum_plus(sums[h], plan->netto[h]);
	}
}

static void
put_sums(struct lettertext *t, const char *label,
	 const struct sum sums[HARDHEID_COUNT])
{
	struct stand_plan all = {0};
	char text[SUM_TEXT];

	memcpy(all.netto, sums, sizeof(all.netto));
	put(t, "%-18s", label);
	for (size_t h = 0; h < TELT_NIET; h++)
		put(t, "%10s", sum_format(sums[h], text).s);
	put(t, "%10s\n", sum_format(stand_total(&all), text).s);
}

static void
put_table(struct lettertext *t, const struct page *p)
{
	struct sum now[HARDHEID_COUNT], old[HARDHEID_COUNT];

	sum_up(t->stand, p, now);
	put(t, "\nNetto plancapaciteit, woningen\n");
	put(t, "%-18s%10s%10s%10s%10s\n", "", "hard", "zacht", "onbekend",
	    "samen");
	put_sums(t, "deze levering", now);
	if (!t->previous)
		return;
	sum_up(t->previous, p, old);
	put_sums(t, "vorige levering", old);
	for (size_t h = 0; h < HARDHEID_COUNT; h++)
		now[h] = sum_minus(now[h], old[h]);
	put_sums(t, "verschil", now);
}

static struct sum
least(const struct stand_plan *p)
{
	return sum_minus(stand_total(p), p->below);
}

static struct sum
most(const struct stand_plan *p)
{
	return sum_plus(stand_total(p), p->above);
}

/* What is not exact in the table: how far the sum may lie below and above it.
 */
static void
put_estimates(struct lettertext *t, const struct page *p)
{
	struct sum low = {0}, high = {0};
	char a[SUM_TEXT], b[SUM_TEXT];
	size_t n = 0;

	for (size_t i = 0; i < stand_count(t->stand); i++) {
		const struct stand_plan *plan = stand_at(t->stand, i);

		if (!text_equal(plan->gemeente, p->gemeente->code))
			continue;
		n += plan->estimates;
		low = sum_plus(low, least(plan));
		high = sum_plus(high, most(plan));
	}
	if (n)
		put(t, "Met %zu %s: samen ten minste %s en ten hoogste %s.\n",
		    n, n == 1 ? "schatting" : "schattingen",
		    sum_format(low, a).s, sum_format(high, b).s);
}

/* Each plan's wood once. */
static void
put_wood(struct lettertext *t, const struct page *p)
{
	struct sum sum = {0};
	char text[SUM_TEXT];
	struct num v;
	size_t n = 0;

	for (size_t i = 0; i < stand_count(t->stand); i++) {
		const struct stand_plan *plan = stand_at(t->stand, i);

		if (!text_equal(plan->gemeente, p->gemeente->code) ||
		    num_parse(plan->bos, NUM_PLAIN, &v) != NUM_OK)
			continue;
		sum = sum_plus(sum, sum_of(v));
		n++;
	}
	if (n)
		put(t, "Bos bij %zu %s: %s ha.\n", n,
		    n == 1 ? "plan" : "plannen", sum_format(sum, text).s);
}

/* The notes of one severity, by rule in order of the rules. */
static void
put_notes(struct lettertext *t, const struct page *p, enum severity s)
{
	for (size_t r = 0; r < RULE_COUNT; r++) {
		if (rules[r].severity != s)
			continue;
		for (size_t i = 0; i < p->note_count; i++) {
			if (p->notes[i].rule != r)
				continue;
			put(t, "- %s ", rules[r].code);
			put_text(t, p->notes[i].text);
			put(t, "\n");
		}
		if (p->counts[r] > PAGE_NOTES)
			put(t, "- %s en nog %zu keer hetzelfde\n",
			    rules[r].code, p->counts[r] - PAGE_NOTES);
	}
}

static bool
has_notes(const struct page *p, enum severity s)
{
	for (size_t i = 0; i < p->note_count; i++)
		if (rules[p->notes[i].rule].severity == s)
			return true;
	return false;
}

static void
put_section(struct lettertext *t, const struct page *p, enum severity s,
	    const char *title)
{
	if (!has_notes(p, s) && !has_notes(t->general, s))
		return;
	put(t, "\n%s\n", title);
	put_notes(t, t->general, s);
	put_notes(t, p, s);
}

static void
put_name(struct lettertext *t, const struct stand_plan *p)
{
	char shown[TEXT_SHOW];

	put(t, "%s", text_show(p->naam.n ? p->naam : p->id, shown));
	if (p->naam.n && p->id.n)
		put(t, " (%s)", text_show(p->id, shown));
	if (p->fase.n)
		put(t, ", fase %s", text_show(p->fase, shown));
}

/* What of a plan is not what it was. */
struct moves {
	bool amount, bounds, status, bos;
};

static bool
same_bos(struct text a, struct text b)
{
	struct num x, y;

	return text_equal(a, b) || (num_parse(a, NUM_PLAIN, &x) == NUM_OK &&
				    num_parse(b, NUM_PLAIN, &y) == NUM_OK &&
				    num_compare(x, y) == 0);
}

static struct moves
compare(const struct stand_plan *now, const struct stand_plan *old)
{
	struct moves m = {0};

	if (!old)
		return m;
	m.amount = sum_compare(stand_total(now), stand_total(old)) != 0;
	m.bounds =
	    !now->estimates != !old->estimates ||
	    (now->estimates && (sum_compare(least(now), least(old)) != 0 ||
				sum_compare(most(now), most(old)) != 0));
	m.status = !text_equal(now->planstatus, old->planstatus);
	m.bos = !same_bos(now->bos, old->bos);
	return m;
}

/* "36-44", or "exact". */
static void
put_bounds(struct lettertext *t, const struct stand_plan *p)
{
	char a[SUM_TEXT], b[SUM_TEXT];

	if (p->estimates)
		put(t, "%s-%s", sum_format(least(p), a).s,
		    sum_format(most(p), b).s);
	else
		put(t, "exact");
}

static void
put_hectares(struct lettertext *t, struct text bos)
{
	if (bos.n)
		put(t, "%s ha", bos.s);
	else
		put(t, "niet opgegeven");
}

static void
put_moves(struct lettertext *t, const struct stand_plan *p, struct moves m)
{
	const struct stand_plan *old = p->other;
	char a[SUM_TEXT], b[SUM_TEXT];

	if (m.amount)
		put(t, ", van %s naar %s woningen",
		    sum_format(stand_total(old), a).s,
		    sum_format(stand_total(p), b).s);
	if (m.bounds) {
		put(t, ", marge van ");
		put_bounds(t, old);
		put(t, " naar ");
		put_bounds(t, p);
	}
	if (m.status)
		put(t, ", status van %s naar %s", old->planstatus.s,
		    p->planstatus.s);
	if (m.bos) {
		put(t, ", bos van ");
		put_hectares(t, old->bos);
		put(t, " naar ");
		put_hectares(t, p->bos);
	}
}

/* True when something was said about this plan. */
static bool
put_change(struct lettertext *t, const struct stand_plan *p, bool gone,
	   bool silent)
{
	struct moves m = compare(p, p->other);
	char total[SUM_TEXT];

	if (p->other && (gone || !(m.amount || m.bounds || m.status || m.bos)))
		return false;
	if (silent)
		return true;
	put(t,
	    "- %s: ", !p->other ? gone ? "vervallen" : "nieuw" : "gewijzigd");
	put_name(t, p);
	if (!p->other)
		put(t, ", %s woningen", sum_format(stand_total(p), total).s);
	else
		put_moves(t, p, m);
	put(t, "\n");
	return true;
}

static size_t
put_changes_of(struct lettertext *t, const struct page *p,
	       const struct stand *s, size_t said)
{
	bool gone = s == t->previous;

	for (size_t i = 0; i < stand_count(s); i++) {
		const struct stand_plan *plan = stand_at(s, i);

		if (text_equal(plan->gemeente, p->gemeente->code))
			said += put_change(t, plan, gone, said >= CHANGES);
	}
	return said;
}

static void
put_changes(struct lettertext *t, const struct page *p)
{
	size_t said;

	if (!t->previous)
		return;
	put(t, "\nVeranderd sinds de vorige levering\n");
	said = put_changes_of(t, p, t->stand, 0);
	said = put_changes_of(t, p, t->previous, said);
	if (!said)
		put(t, "- niets\n");
	if (said > CHANGES)
		put(t, "- en nog %zu plannen\n", said - CHANGES);
}

/* Fields that the province asks for and the delivery does not have. */
static void
put_missing(struct lettertext *t)
{
	static const enum field asked[] = {
	    FIELD_PLAN_ID,	     FIELD_PLANSTATUS,	  FIELD_PROJECTFASE,
	    FIELD_PLANTYPE,	     FIELD_OPDRACHTGEVER, FIELD_KNELPUNTEN,
	    FIELD_VERTROUWELIJKHEID, FIELD_SLEUTELPROJECT};
	const struct binding *b = t->facts->binding;
	bool any = false;

	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++) {
		if (b->field[asked[i]] >= 0 ||
		    b->layout->fields[asked[i]].constant.n)
			continue;
		put(t, any ? ", %s" : "\nNiet aangeleverd: %s",
		    field_name(asked[i]));
		any = true;
	}
	if (any)
		put(t, "\n");
}

void
lettertext_page(struct lettertext *t, const struct page *p)
{
	put_head(t, p);
	if (p->gemeente) {
		put_table(t, p);
		put_estimates(t, p);
		put_wood(t, p);
	}
	put_section(t, p, SEVERITY_ERROR,
		    "Verbeteren (deze rijen tellen niet mee)");
	put_section(t, p, SEVERITY_WARNING, "Nakijken");
	put_section(t, p, SEVERITY_INFO, "Ter informatie");
	if (p->gemeente)
		put_changes(t, p);
	put_missing(t);
}
