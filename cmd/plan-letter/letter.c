#include "letter.h"

#include <stdlib.h>

#include "diag.h"
#include "mem.h"
#include "moves.h"

/* As many lines per rule as a person reads; the rest is counted. */
#define LINES 20

/* A page being written; gemeente NULL: rows of nobody that is known. */
struct page {
	const struct letter *letter;
	const struct gemeente *gemeente;
	struct buffer *out;
};

static struct text
code_of(const struct page *p)
{
	return p->gemeente ? p->gemeente->code : text_of("");
}

const char *const letter_in_force[IN_FORCE_COLUMNS] = {"gemeente", "levering",
						       "peildatum"};

int
letter_settle(struct letter *l)
{
	struct letter_facts *f = &l->facts;
	enum gemeente_match how;
	const struct gemeente *g;

	if (!f->ruleset)
		f->ruleset = "basisset";
	if (!f->file)
		f->file = notes_file(l->notes).s;
	if (!f->levering)
		f->levering = delivery_levering(l->delivery).s;
	if (!f->peildatum)
		f->peildatum = delivery_peildatum(l->delivery).s;
	if (!f->gemeente)
		return 0;
	g = gemeenten_match(l->gemeenten, text_of(f->gemeente), &how);
	if (!g)
		return diag_fail("--gemeente: \"%s\" is not in gemeenten.csv",
				 f->gemeente);
	f->gemeente = g->code.s;
	return 0;
}

static void
put_head(const struct page *p)
{
	const struct letter_facts *f = &p->letter->facts;

	/* A page a municipality: form feed, as printers know it. */
	if (p->out->n)
		buffer_char(p->out, '\f');
	buffer_printf(p->out, "Levering plancapaciteit: %s (%s)\n\n",
		      p->gemeente ? p->gemeente->naam.s : "onbekende gemeente",
		      p->gemeente ? p->gemeente->code.s : "geen code");
	if (*f->file)
		buffer_printf(p->out, "Bestand:   %s\n", f->file);
	if (*f->levering)
		buffer_printf(p->out, "Levering:  %s\n", f->levering);
	if (*f->peildatum)
		buffer_printf(p->out, "Peildatum: %s\n", f->peildatum);
}

/* A record that was rejected, not a column that was not read (E005). */
static bool
is_rejection(const struct note *n)
{
	return n->severity == SEVERITY_ERROR && n->record &&
	       text_starts(n->code, "E") && !text_is(n->code, "E005");
}

/* Whose page a note is for; s NULL: it is for all. */
static struct text
owner_of(const struct letter *l, const struct note *n)
{
	struct text owner = delivery_owner(l->delivery, n->record);
	size_t before = delivery_before(l->delivery, n->record);

	if (owner.n)
		return owner;
	if (is_rejection(n))
		return text_of(l->facts.gemeente);
	if (before && n->record)
		return delivery_owner(l->delivery, before);
	return (struct text){NULL, 0};
}

/* Which notes: those that are for all, those of the page; of a delivery that is
 * left out why it is so, and what else is in the file. */
typedef bool choice(const struct page *p, const struct note *n);

static bool
for_all(const struct page *p, const struct note *n)
{
	return !owner_of(p->letter, n).s;
}

static bool
of_page(const struct page *p, const struct note *n)
{
	struct text owner = owner_of(p->letter, n);

	return owner.s && text_equal(owner, code_of(p));
}

static bool
why_left_out(const struct page *p, const struct note *n)
{
	(void)p;
	return text_starts(n->code, "L");
}

static bool
not_why(const struct page *p, const struct note *n)
{
	return !why_left_out(p, n);
}

static int
by_size(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return x < y ? -1 : x > y;
}

/* Each record once, whatever is wrong with it. */
static size_t
count_rejected(const struct page *p)
{
	struct notes *notes = p->letter->notes;
	size_t *records = mem_array(notes_count(notes) + 1, sizeof(*records));
	size_t n = 0, distinct = 0;

	for (size_t i = 0; i < notes_count(notes); i++) {
		const struct note *note = notes_at(notes, i);

		if (is_rejection(note) && of_page(p, note))
			records[n++] = note->record;
	}
	qsort(records, n, sizeof(*records), by_size);
	for (size_t i = 0; i < n; i++)
		distinct += !i || records[i] != records[i - 1];
	free(records);
	return distinct;
}

static void
put_counts(const struct page *p)
{
	size_t accepted = delivery_accepted(p->letter->delivery, code_of(p));
	size_t rejected = count_rejected(p);

	buffer_printf(p->out, "Regelset:  %s\n\n", p->letter->facts.ruleset);
	buffer_printf(p->out,
		      "Ontvangen rijen: %zu. Tellen mee: %zu. Afgewezen: "
		      "%zu.\n",
		      accepted + rejected, accepted, rejected);
}

/* Sums of the page's municipality by hardheid. */
static void
sum_up(const struct page *p, struct sum sums[HARDHEID_COUNT])
{
	const struct delivery *d = p->letter->delivery;

	memset(sums, 0, HARDHEID_COUNT * sizeof(*sums));
	for (size_t i = 0; i < delivery_plans(d); i++) {
		const struct letter_plan *plan = delivery_plan(d, i);

		if (!text_equal(plan->gemeente, code_of(p)))
			continue;
		for (size_t h = 0; h < HARDHEID_COUNT; h++)
			sums[h] = sum_plus(sums[h], plan->netto[h]);
	}
}

static void
put_sums(const struct page *p, const char *label,
	 const struct sum sums[HARDHEID_COUNT])
{
	struct letter_plan all = {0};
	char text[SUM_TEXT];

	memcpy(all.netto, sums, sizeof(all.netto));
	buffer_printf(p->out, "%-18s", label);
	for (size_t h = 0; h < HARDHEID_TELT_NIET; h++)
		buffer_printf(p->out, " %9s",
			      sum_format_dutch(sums[h], text).s);
	buffer_printf(p->out, " %9s\n",
		      sum_format_dutch(letter_plan_total(&all), text).s);
}

/* The years that the table is of, all municipalities' plans apart. */
static void
put_years(const struct page *p)
{
	const struct delivery *d = p->letter->delivery;
	struct letter_years y = {0};

	for (size_t i = 0; i < delivery_plans(d); i++)
		if (text_equal(delivery_plan(d, i)->gemeente, code_of(p)))
			letter_years_add(&y, delivery_plan(d, i)->years);
	buffer_string(p->out, "\nNetto plancapaciteit in woningen");
	if (y.later)
		buffer_printf(p->out, ", %d en later", y.van);
	else if (y.van && y.van == y.tot)
		buffer_printf(p->out, ", %d", y.van);
	else if (y.van)
		buffer_printf(p->out, ", %d %s %d", y.van,
			      y.tot == y.van + 1 ? "en" : "tot en met", y.tot);
	if (y.undated)
		buffer_string(p->out,
			      y.van ? ", ook zonder jaar" : ", zonder jaar");
	buffer_char(p->out, '\n');
}

static void
put_table(const struct page *p)
{
	const struct changes *c = p->letter->changes;
	struct sum now[HARDHEID_COUNT], old[HARDHEID_COUNT];

	sum_up(p, now);
	put_years(p);
	buffer_printf(p->out, "%-18s%10s%10s%10s%10s\n", "", "hard", "zacht",
		      "onbekend", "samen");
	put_sums(p, "deze levering", now);
	if (!changes_bridged(c))
		return;
	changes_before(c, code_of(p), old);
	put_sums(p, "vorige levering", old);
	for (size_t h = 0; h < HARDHEID_COUNT; h++)
		now[h] = sum_minus(now[h], old[h]);
	put_sums(p, "verschil", now);
}

/* What is not exact in the table: how far the sum may lie below and above it.
 */
static void
put_estimates(const struct page *p)
{
	const struct delivery *d = p->letter->delivery;
	struct sum low = {0}, high = {0}, total;
	char a[SUM_TEXT], b[SUM_TEXT];
	size_t n = 0;

	for (size_t i = 0; i < delivery_plans(d); i++) {
		const struct letter_plan *plan = delivery_plan(d, i);

		if (!text_equal(plan->gemeente, code_of(p)))
			continue;
		n += plan->estimates;
		total = letter_plan_total(plan);
		low = sum_plus(low, sum_minus(total, plan->below));
		high = sum_plus(high, sum_plus(total, plan->above));
	}
	if (n)
		buffer_printf(
		    p->out, "Met %zu %s: samen minimaal %s en maximaal %s.\n",
		    n, n == 1 ? "schatting" : "schattingen",
		    sum_format_dutch(low, a).s, sum_format_dutch(high, b).s);
}

/* Each plan's wood once. */
static void
put_wood(const struct page *p)
{
	const struct delivery *d = p->letter->delivery;
	struct sum sum = {0};
	char text[SUM_TEXT];
	struct num v;
	size_t n = 0;

	for (size_t i = 0; i < delivery_plans(d); i++) {
		const struct letter_plan *plan = delivery_plan(d, i);

		if (!text_equal(plan->gemeente, code_of(p)) ||
		    num_parse(plan->bos, NUM_PLAIN, &v) != NUM_OK)
			continue;
		sum = sum_plus(sum, sum_of(v));
		n++;
	}
	if (n)
		buffer_printf(p->out, "Bos bij %zu %s: %s ha.\n", n,
			      n == 1 ? "plan" : "plannen",
			      sum_format_dutch(sum, text).s);
}

/* The notes of one severity, by code. */
static size_t
put_notes(const struct page *p, enum severity s, choice *chosen, bool silent)
{
	struct notes *notes = p->letter->notes;
	size_t said = 0, same = 0;

	for (size_t i = 0; i < notes_count(notes); i++) {
		const struct note *n = notes_at(notes, i);
		bool last = i + 1 == notes_count(notes) ||
			    !text_equal(notes_at(notes, i + 1)->code, n->code);

		if (n->severity == s && chosen(p, n)) {
			said++;
			if (++same <= LINES && !silent)
				buffer_printf(p->out, "- %s %s\n", n->code.s,
					      n->line.s);
		}
		if (last && same > LINES && !silent)
			buffer_printf(p->out,
				      "- %s en nog %zu keer hetzelfde\n",
				      n->code.s, same - LINES);
		same = last ? 0 : same;
	}
	return said;
}

static void
put_section(const struct page *p, enum severity s, const char *title)
{
	if (!put_notes(p, s, of_page, true) && !put_notes(p, s, for_all, true))
		return;
	buffer_printf(p->out, "\n%s\n", title);
	put_notes(p, s, for_all, false);
	put_notes(p, s, of_page, false);
}

static void
put_missing(const struct page *p)
{
	const char *field;

	for (size_t i = 0; (field = delivery_missing(p->letter->delivery, i));
	     i++)
		buffer_printf(p->out, i ? ", %s" : "\nNiet aangeleverd: %s",
			      field);
	if (delivery_missing(p->letter->delivery, 0))
		buffer_char(p->out, '\n');
}

static void
put_page(const struct page *p)
{
	const struct letter *l = p->letter;

	put_head(p);
	put_counts(p);
	if (p->gemeente) {
		put_table(p);
		put_estimates(p);
		put_wood(p);
	}
	put_section(p, SEVERITY_ERROR,
		    "Verbeteren (deze rijen tellen niet mee)");
	put_section(p, SEVERITY_WARNING, "Nakijken");
	put_section(p, SEVERITY_INFO, "Ter informatie");
	if (p->gemeente && changes_known(l->changes)) {
		buffer_string(p->out, "\nVeranderd sinds de vorige levering\n");
		moves_put(p->out, l->delivery, l->changes, code_of(p));
	}
	put_missing(p);
}

/* Which deliveries of the municipality stay in force; how many. */
static size_t
put_in_force(const struct page *p)
{
	const struct table *t = p->letter->in_force;
	size_t n = 0;

	for (size_t i = 0; t && i < table_rows(t); i++) {
		if (!text_equal(table_cell(t, i, IN_FORCE_GEMEENTE),
				code_of(p)))
			continue;
		buffer_printf(p->out, n++ ? ",\n%s" : "\nVan kracht blijft %s",
			      table_cell(t, i, IN_FORCE_LEVERING).s);
		buffer_printf(p->out, " (peildatum %s)",
			      table_cell(t, i, IN_FORCE_PEILDATUM).s);
	}
	if (n)
		buffer_string(p->out, ".\n");
	return n;
}

/* A delivery that is not there, cannot be read or was not taken over. */
static void
put_left_out(const struct page *p)
{
	put_head(p);
	buffer_string(p->out, "\nEr is niets meegeteld.\n");
	for (int s = SEVERITY_ERROR; s >= SEVERITY_INFO; s--)
		put_notes(p, (enum severity)s, why_left_out, false);
	if (put_in_force(p))
		buffer_string(
		    p->out,
		    "\nLever het bestand opnieuw. Tot een betere levering is "
		    "overgenomen tellen die\nplannen mee, en is elk totaal "
		    "waarin zij tellen als onvolledig gemerkt.\n");
	else
		buffer_string(
		    p->out,
		    "\nLever het bestand opnieuw. Tot dan geldt de gemeente "
		    "als niet geleverd\nen is elk totaal waarin zij telt "
		    "als onvolledig gemerkt.\n");
	if (!put_notes(p, SEVERITY_ERROR, not_why, true) &&
	    !put_notes(p, SEVERITY_WARNING, not_why, true))
		return;
	buffer_string(p->out, "\nVerder in dit bestand\n");
	put_notes(p, SEVERITY_ERROR, not_why, false);
	put_notes(p, SEVERITY_WARNING, not_why, false);
}

/* True when the page has anything to say. */
static bool
is_wanted(const struct page *p)
{
	const struct letter *l = p->letter;

	if (p->gemeente && l->facts.gemeente &&
	    text_is(p->gemeente->code, l->facts.gemeente))
		return true;
	if (l->left_out)
		return false;
	if (delivery_accepted(l->delivery, code_of(p)))
		return true;
	for (size_t i = 0; i < notes_count(l->notes); i++)
		if (of_page(p, notes_at(l->notes, i)))
			return true;
	return false;
}

/* What steers a terminal or turns text about becomes '?', in names and values
 * of others; lines and pages stay what they are. */
static void
make_inert(struct buffer *b)
{
	size_t to = 0, from = 0;

	while (from < b->n) {
		size_t end = from;

		while (end < b->n && b->s[end] != '\n' && b->s[end] != '\f')
			end++;
		to += text_inert((struct text){b->s + from, end - from},
				 b->s + to)
			  .n;
		if (end < b->n)
			b->s[to++] = b->s[end++];
		from = end;
	}
	b->n = to;
}

void
letter_write(const struct letter *l, struct output *out)
{
	struct buffer text = {0};
	struct page p = {l, NULL, &text};
	size_t pages = 0;

	for (size_t i = 0; i < gemeenten_count(l->gemeenten); i++) {
		p.gemeente = gemeenten_at(l->gemeenten, i);
		if (!is_wanted(&p))
			continue;
		(l->left_out ? put_left_out : put_page)(&p);
		pages++;
	}
	p.gemeente = NULL;
	if (!l->left_out && is_wanted(&p)) {
		put_page(&p);
		pages++;
	}
	diag_note("%zu pages about %zu plans and %zu findings", pages,
		  delivery_plans(l->delivery), notes_count(l->notes));
	make_inert(&text);
	output_write(out, text.s, text.n);
	buffer_free(&text);
}
