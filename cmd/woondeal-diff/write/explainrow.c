#include "write/explainrow.h"

#include <stdlib.h>

void
explain_row_header(const struct explain_to *to)
{
	static const char *const names[] = {
	    "soort",   "kolom", "regio", "naam",	"periode", "waarde",
	    "bestand", "rij",	"bron",	 "toelichting", "eenheid"};
	csvout_numbers(to->w, "waarde rij");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(to->w, names[i]);
	if (to->setting->delivered) {
		csvout_string(to->w, "cel");
		csvout_string(to->w, "vertrouwelijkheid");
	}
	csvout_end(to->w);
}

static void
begin(struct csvout *w, const char *kind, const char *column,
      const struct regio *r)
{
	csvout_string(w, kind);
	csvout_string(w, column);
	csvout_text(w, r->code);
	csvout_text(w, r->name);
}

/* Words with blanks between them; empty ones are left out. */
static void
add_word(struct buffer *w, const char *before, struct text t)
{
	if (t.n == 0)
		return;
	if (w->n > 0)
		buffer_string(w, ", ");
	buffer_add(w, text_of(before));
	buffer_add(w, t);
}

/* Of a plan, with the deliveries: its cell there, and who may know of it. */
static void
write_cell(const struct explain_to *to, const struct frame *k,
	   const struct plan_amount *a)
{
	struct buffer cell = {0};
	struct delivered_cell c = {
	    .gemeente = regios_gemeente_at(k->regios, a->gemeente)->code,
	    .delivery = a->trait[TRAIT_DELIVERY],
	    .row = a->trait[TRAIT_SOURCE_ROW],
	    .column = a->trait[TRAIT_SOURCE_COLUMN]};
	delivered_add(to->setting->delivered, &c, &cell);
	csvout_text(to->w, buffer_view(&cell));
	csvout_text(to->w, a->trait[TRAIT_CONFIDENTIALITY]);
	buffer_free(&cell);
}

/* a: the plan that the row is about; NULL: none. */
static void
end(const struct explain_to *to, struct buffer *note, const char *unit,
    const struct frame *k, const struct plan_amount *a)
{
	csvout_text(to->w, buffer_view(note));
	csvout_string(to->w, unit);
	if (to->setting->delivered && k && a) {
		write_cell(to, k, a);
	} else if (to->setting->delivered) {
		csvout_empty(to->w);
		csvout_empty(to->w);
	}
	csvout_end(to->w);
	buffer_free(note);
}

void
explain_row_answer(const struct explain_to *to, const struct stand_row *r,
		   const struct answer *a)
{
	struct csvout *w = to->w;
	char years[SPAN_TEXT], last[PERIOD_TEXT];
	struct buffer note = {0};
	begin(w, a->kind, a->column, r->regio);
	csvout_text(w, span_format(r->span, years));
	csvout_text(w, a->value);
	csvout_empty(w);
	csvout_empty(w);
	csvout_empty(w);
	if (a->opgave)
		add_word(&note, "", buffer_view(&r->reason));
	if (a->growth && r->growth.known)
		add_word(&note, "groei t/m ",
			 period_format(r->growth.until, last));
	if (a->incomplete)
		add_word(&note, "niet volledig: ", buffer_view(&r->incomplete));
	end(to, &note, a->unit, NULL, NULL);
}

void
explain_row_cell(const struct explain_to *to, const struct stand *s,
		 const struct growth_cell *c, enum subject o, int sign)
{
	struct csvout *w = to->w;
	char period[PERIOD_TEXT];
	struct buffer note = {0};
	begin(w, "waarneming", subject_name(o),
	      regios_at(s->frame->regios, c->regio));
	csvout_text(w, period_format(c->period, period));
	if (c->cell->known)
		csvout_num(w, amount_num(sign * c->cell->value));
	else
		csvout_empty(w);
	csvout_string(w, cells_name(s->cells));
	if (c->cell->row > 0)
		csvout_int(w, (int64_t)c->cell->row);
	else
		csvout_empty(w);
	csvout_string(w, c->cell->row > 0 ? c->cell->table : "");
	add_word(&note, "",
		 c->cell->row > 0 ? status_name(c->cell->status)
				  : text_of("ontbreekt"));
	end(to, &note, "woningen", NULL, NULL);
}

void
explain_row_opgave(const struct explain_to *to, const struct stand *s,
		   const struct opgave_row *row, int sign)
{
	struct csvout *w = to->w;
	char years[SPAN_TEXT];
	struct buffer note = {0};
	begin(w, "opgave", "opgave", regios_at(s->frame->regios, row->regio));
	csvout_text(w, span_format(row->target.span, years));
	csvout_num(w, amount_num(sign * row->target.amount));
	csvout_string(w, opgaven_name(s->opgaven));
	csvout_int(w, (int64_t)row->row);
	csvout_text(w, row->source);
	add_word(&note, "vastgesteld ", row->date);
	add_word(&note, "afgeleid ", row->derived);
	end(to, &note, "woningen", NULL, NULL);
}

/* "ca., 36 tot 44", when the number itself is not exact; else what it may be
 * because growth was taken off numbers that are not. */
static void
add_range(struct buffer *note, const struct plan_amount *a)
{
	static const char *const words[] = {
	    [EXACT] = "na aftrek ", [CIRCA] = "ca., ", [RANGE] = "bereik, "};
	char low[NUM_TEXT], high[NUM_TEXT];
	struct buffer range = {0};
	if (a->precision == EXACT &&
	    (a->low >= a->high || a->low > a->amount || a->high < a->amount))
		return;
	buffer_add(&range, amount_format(a->low, low));
	buffer_string(&range, " tot ");
	buffer_add(&range, amount_format(a->high, high));
	add_word(note, words[a->precision], buffer_view(&range));
	buffer_free(&range);
}

/* "almere 2024-1: S2", as the cell is called in a spreadsheet. */
static void
write_source(struct csvout *w, const struct plan_amount *a)
{
	struct buffer source = {0};
	buffer_add(&source, a->trait[TRAIT_DELIVERY]);
	buffer_string(&source, ": ");
	buffer_add(&source, a->trait[TRAIT_SOURCE_COLUMN]);
	buffer_add(&source, a->trait[TRAIT_SOURCE_ROW]);
	csvout_text(w, buffer_view(&source));
	buffer_free(&source);
}

void
explain_row_plan(const struct explain_to *to, const struct frame *k,
		 const struct plan_amount *a)
{
	struct csvout *w = to->w;
	char years[SPAN_TEXT], number[NUM_TEXT];
	struct buffer note = {0};
	struct buffer rule = {0};
	begin(w, "plan", hardheid_name(a->hardheid).s,
	      regios_gemeente_at(k->regios, a->gemeente));
	csvout_text(w, span_format(a->span, years));
	csvout_num(w, amount_num(a->amount));
	csvout_string(w, a->file);
	csvout_int(w, (int64_t)a->row);
	write_source(w, a);
	add_word(&note, "", a->trait[TRAIT_PLAN_NAME]);
	add_word(&note, "planstatus ", a->trait[TRAIT_PLANSTATUS]);
	rulesets_tell(to->setting->rulesets, a->trait[TRAIT_PLANSTATUS],
		      hardheid_name(a->hardheid).s, &rule);
	add_word(&note, "", buffer_view(&rule));
	buffer_free(&rule);
	add_range(&note, a);
	if (a->taken > 0)
		add_word(&note, "sinds 1 januari gebouwd ",
			 amount_format(a->taken, number));
	end(to, &note, "woningen", k, a);
}

void
explain_row_complete(const struct explain_to *to, const struct stand *s,
		     const struct stand_row *r, size_t m)
{
	struct csvout *w = to->w;
	const struct frame *k = s->frame;
	char years[SPAN_TEXT];
	struct buffer note = {0};
	bool plans = r->span.to >= frame_plan_year(k);
	if (growth_missing(k, s->cells, m, r->span))
		add_word(&note, "", text_of("groei ontbreekt"));
	if (plans && plans_any(s->plans) && !plans_delivered(s->plans, m))
		add_word(&note, "", text_of("geen plannen"));
	if (plans && !roster_complete(s->roster, m))
		add_word(&note, "",
			 text_of("levering volgens rooster niet volledig"));
	if (note.n == 0)
		return;
	begin(w, "gemeente", "volledig", regios_gemeente_at(k->regios, m));
	csvout_text(w, span_format(r->span, years));
	for (int i = 0; i < 4; i++)
		csvout_empty(w);
	end(to, &note, "", NULL, NULL);
}
