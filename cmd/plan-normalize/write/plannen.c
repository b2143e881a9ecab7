#include "write/plannen.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "register.h"

/* The parts of a row from left to right, commas included: gemeente to
 * sleutelproject, what the number is, the number and its herkomst, delivery
 * and record, column, telling, bounds and wood. */
enum part { PLAN, KIND, NUMBER, SOURCE, COLUMN, TELLING, TAIL, PARTS };

/* What is the same in all rows of a column. */
struct column {
	struct buffer kind; /* unless the record says what its numbers are */
	struct buffer end;
};

/* The bounds of an exact number, and the wood of a plan without any. */
static const struct text no_tail = {",,,\n", 4};

struct plannen {
	struct csvout *out;
	const struct binding *binding;
	struct column *columns;
	struct plannen_facts facts;
	struct buffer plan, source; /* of the record at hand */
	struct text telling;
	struct buffer kind, number, tail; /* of the row at hand */
	size_t before;			  /* in plan, up to the hardheid */
	struct text hardheid;		  /* that is in plan now */
};

static void
quoted(struct buffer *b, struct text t)
{
	buffer_char(b, '"');
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == '"')
			buffer_char(b, '"');
		buffer_char(b, t.s[i]);
	}
	buffer_char(b, '"');
}

/* As a CSV field: in quotes where it needs them. */
static void
put_field(struct buffer *b, struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] == ',' || t.s[i] == '"' || t.s[i] == '\n' ||
		    t.s[i] == '\r') {
			quoted(b, t);
			return;
		}
	buffer_add(b, t);
}

static void
put_year(struct buffer *b, int year)
{
	if (year)
		buffer_uint(b, (uint64_t)year);
	buffer_char(b, ',');
}

static void
put_kind(struct buffer *b, const struct kind *k, struct years y)
{
	b->n = 0;
	put_year(b, y.from);
	put_year(b, y.to);
	buffer_add(b, soort_name(k->soort));
	buffer_char(b, ',');
	buffer_add(b, k->dimensie);
	buffer_char(b, ',');
	put_field(b, k->categorie);
	buffer_char(b, ',');
}

static void
prepare_columns(struct plannen *w)
{
	size_t n = w->binding->column_count;
	char letters[TEXT_LETTERS];

	w->columns = mem_array(n + 1, sizeof(*w->columns));
	for (size_t i = 0; i < n; i++) {
		const struct bound_column *c = &w->binding->columns[i];
		struct buffer *end = &w->columns[i].end;

		put_kind(&w->columns[i].kind, c->kind, c->years);
		buffer_string(end, text_letters(c->column, letters));
		if (c->last != c->column) {
			buffer_char(end, ':');
			buffer_add(end,
				   text_of(text_letters(c->last, letters)));
		}
		buffer_char(end, ',');
	}
}

struct plannen *
plannen_new(struct output *out, enum csvout_form form, const struct binding *b,
	    const struct plannen_facts *facts)
{
	struct plannen *w = mem_new(struct plannen);

	w->out = csvout_new(out, form);
	w->binding = b;
	w->facts = *facts;
	prepare_columns(w);
	csvout_numbers(w->out, REGISTER_NUMBERS);
	for (size_t i = 0; i < REGISTER_WIDTH; i++)
		csvout_string(w->out,
			      register_column_name((enum register_column)i));
	csvout_end(w->out);
	return w;
}

void
plannen_finish(struct plannen *w)
{
	if (!w)
		return;
	csvout_finish(w->out);
	for (size_t i = 0; i < w->binding->column_count; i++) {
		free(w->columns[i].kind.s);
		free(w->columns[i].end.s);
	}
	free(w->columns);
	free(w->plan.s);
	free(w->source.s);
	free(w->kind.s);
	free(w->number.s);
	free(w->tail.s);
	free(w);
}

/* From the hardheid on: it is the column's in some tables. */
static void
put_hardheid(struct plannen *w, const struct plan *p, struct text hardheid)
{
	static const enum field later[] = {
	    FIELD_PROJECTFASE,	 FIELD_PLANTYPE,   FIELD_OPDRACHTGEVER,
	    FIELD_GEBIED,	 FIELD_KNELPUNTEN, FIELD_VERTROUWELIJKHEID,
	    FIELD_SLEUTELPROJECT};

	w->hardheid = hardheid;
	w->plan.n = w->before;
	buffer_add(&w->plan, hardheid);
	for (size_t i = 0; i < sizeof(later) / sizeof(later[0]); i++) {
		buffer_char(&w->plan, ',');
		put_field(&w->plan, p->field[later[i]]);
	}
	buffer_char(&w->plan, ',');
}

/* As the record says, else as the delivery does. */
static void
put_source(struct plannen *w, const struct plan *p, enum field f,
	   struct text fact)
{
	buffer_char(&w->source, ',');
	put_field(&w->source, p->field[f].n ? p->field[f] : fact);
}

static void
prepare_plan(struct plannen *w, const struct plan *p)
{
	static const enum field first[] = {FIELD_PLAN_ID, FIELD_PLAN_NAAM,
					   FIELD_FASE_ID};

	w->plan.n = w->source.n = 0;
	buffer_add(&w->plan, p->gemeente->code);
	for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++) {
		buffer_char(&w->plan, ',');
		put_field(&w->plan, p->field[first[i]]);
	}
	buffer_char(&w->plan, ',');
	put_field(&w->plan, p->planstatus);
	buffer_char(&w->plan, ',');
	w->before = w->plan.n;
	put_hardheid(w, p, p->hardheid);
	put_source(w, p, FIELD_PEILDATUM, w->facts.peildatum);
	put_source(w, p, FIELD_LEVERING, w->facts.levering);
	buffer_char(&w->source, ',');
	w->telling = p->field[FIELD_TELLING].n ? p->field[FIELD_TELLING]
					       : w->facts.telling;
	buffer_uint(&w->source, p->record);
	buffer_char(&w->source, ',');
}

static void
prepare_number(struct plannen *w, const struct amount *a)
{
	struct buffer *b = &w->number;
	char text[NUM_TEXT];

	b->n = 0;
	if (a->given && a->value.scale == 0 && a->value.units >= 0)
		buffer_uint(b, (uint64_t)a->value.units);
	else if (a->given)
		buffer_add(b, num_format(a->value, text));
	buffer_char(b, ',');
	buffer_add(b, herkomst_name(a->herkomst));
}

static struct text
tail_of(struct plannen *w, const struct plan *p, const struct amount *a)
{
	char text[NUM_TEXT];

	if (!a->bounds && !p->field[FIELD_BOS_HA].n)
		return no_tail;
	w->tail.n = 0;
	buffer_char(&w->tail, ',');
	if (a->bounds)
		buffer_add(&w->tail, num_format(a->bounds->low, text));
	buffer_char(&w->tail, ',');
	if (a->bounds)
		buffer_add(&w->tail, num_format(a->bounds->high, text));
	buffer_char(&w->tail, ',');
	buffer_add(&w->tail, p->field[FIELD_BOS_HA]);
	buffer_char(&w->tail, '\n');
	return buffer_view(&w->tail);
}

static void
write_row(struct plannen *w, const struct plan *p, const struct amount *a)
{
	struct column *c = &w->columns[a->column - w->binding->columns];
	bool own = a->kind != a->column->kind ||
		   a->years.from != a->column->years.from ||
		   a->years.to != a->column->years.to;
	struct text parts[PARTS];
	size_t n = 0;
	char *out;
	struct text hardheid =
	    a->kind->hardheid.n ? a->kind->hardheid : p->hardheid;

	if (own)
		put_kind(&w->kind, a->kind, a->years);
	if (!text_equal(hardheid, w->hardheid))
		put_hardheid(w, p, hardheid);
	prepare_number(w, a);
	parts[PLAN] = buffer_view(&w->plan);
	parts[KIND] = buffer_view(own ? &w->kind : &c->kind);
	parts[NUMBER] = buffer_view(&w->number);
	parts[SOURCE] = buffer_view(&w->source);
	parts[COLUMN] = buffer_view(&c->end);
	parts[TELLING] = w->telling;
	parts[TAIL] = tail_of(w, p, a);
	for (size_t i = 0; i < PARTS; i++)
		n += parts[i].n;
	out = csvout_room(w->out, n);
	for (size_t i = 0; i < PARTS; i++) {
		memcpy(out, parts[i].s, parts[i].n);
		out += parts[i].n;
	}
	csvout_filled(w->out, n, 1);
}

int
plannen_add(struct plannen *w, const struct plan *plan,
	    const struct amount *amounts, size_t count, struct account *written)
{
	prepare_plan(w, plan);
	for (size_t i = 0; i < count; i++) {
		const struct amount *a = &amounts[i];

		if (a->column->check || a->aside)
			continue;
		write_row(w, plan, a);
		if (amount_counts(a) &&
		    account_add(written, a->kind->soort, a->value) < 0)
			return -1;
	}
	return 0;
}
