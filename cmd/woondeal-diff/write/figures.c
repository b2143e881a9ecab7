#include "write/figures.h"

#include "period.h"
#include "stand/balance.h"
#include "stand/figure.h"

/* What stands in a row beside the region. */
struct place {
	struct csvout *w;
	const struct stand *s;
	size_t regio;
	const char *name; /* of the figure */
	const char *unit;
	struct span span;
	int32_t date; /* of growth */
};

static void
header(struct csvout *w)
{
	static const char *const names[] = {
	    "niveau",	    "regio", "naam",	"cijfer", "jaar_van",
	    "jaar_tot",	    "voor",  "waarde",	"heel",	  "eenheid",
	    "groei_status", "breuk", "afgeleid"};
	csvout_numbers(w, "jaar_van jaar_tot waarde heel");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(w, names[i]);
	csvout_end(w);
}

static void
begin(const struct place *p)
{
	const struct regio *r = regios_at(p->s->frame->regios, p->regio);
	char from[SPAN_TEXT], to[SPAN_TEXT];
	csvout_string(p->w, region_level_name(r->level));
	csvout_text(p->w, r->code);
	csvout_text(p->w, r->name);
	csvout_string(p->w, p->name);
	csvout_text(
	    p->w, span_format((struct span){p->span.from, p->span.from}, from));
	csvout_text(p->w,
		    span_format((struct span){p->span.to, p->span.to}, to));
}

/* Exact, but that what is divided has one decimal; and the same in whole
 * numbers, from what it was divided of. */
static void
write_value(const struct place *p, const struct figure *f)
{
	bool divided = f->denominator.units != 0;
	int decimals = divided ? 1 : AMOUNT_SCALE;
	char buf[NUM_TEXT];
	struct num n, whole;
	if (!f->known || !figure_round(f, decimals, &n) ||
	    !figure_round(f, 0, &whole)) {
		csvout_empty(p->w);
		csvout_empty(p->w);
		return;
	}
	csvout_text(p->w,
		    divided ? num_format_fixed(n, 1, buf) : num_format(n, buf));
	csvout_num(p->w, whole);
}

static void
write_figure(const struct place *p, const struct figure *f, bool growth)
{
	struct buffer fraction = {0};
	char day[PERIOD_TEXT];
	bool dated = growth && f->known && f->comparable;
	begin(p);
	csvout_text(p->w, growth ? date_format(p->date, day) : text_of(""));
	write_value(p, f);
	csvout_string(p->w, p->unit);
	csvout_text(p->w, dated ? status_name(f->status) : text_of(""));
	if (f->known)
		figure_tell(f, &fraction);
	csvout_text(p->w, buffer_view(&fraction));
	csvout_string(p->w, f->known && f->derived ? "opgave" : "");
	csvout_end(p->w);
	buffer_free(&fraction);
}

static void
ask(struct place *p, const struct column *c, struct figure *f)
{
	struct query v = {c, p->regio, p->span, p->date};
	figure_of(p->s, &v, f);
	p->name = c->name;
	p->unit = c->unit;
}

/* The last year that is over at the reference date; the first when none is. */
static int
last_whole(const struct frame *k)
{
	int year = k->years.to;
	while (year > k->years.from && frame_months(k, year) < 12)
		year--;
	return year;
}

static void
write_all(struct place p)
{
	const struct frame *k = p.s->frame;
	for (size_t i = 0; i < columns_count(); i++) {
		const struct column *c = columns_at(i);
		enum formula_kind kind = c->formula.kind;
		struct figure f;
		if (kind < FORMULA_NUMBERS || kind >= FORMULA_YEARS ||
		    (c->put && kind != FORMULA_PERCENT))
			continue;
		p.span = k->years;
		if (kind == FORMULA_PROPORTIONAL)
			p.span.to = last_whole(k);
		ask(&p, c, &f);
		write_figure(&p, &f, formula_growth(&c->formula));
	}
}

/* Both from January up to the same month. */
static void
write_running(struct place p)
{
	const struct frame *k = p.s->frame;
	const struct column *growth =
	    column_find(text_of("netto_groei"), FOR_CLAIMS);
	int year = frame_plan_year(k);
	int months = frame_months(k, year);
	struct figure now, then;
	if (months == 0 || year > k->years.to)
		return;
	p.span = (struct span){year, year};
	ask(&p, growth, &now);
	write_figure(&p, &now, true);
	p.span = (struct span){year - 1, year - 1};
	date_days(year - 1, months + 1, 1, &p.date);
	ask(&p, growth, &then);
	write_figure(&p, &then, true);
	p.span = (struct span){year, year};
	p.date = k->peildatum;
	p.name = "groei_verschil";
	now.known = now.known && then.known;
	if (now.known)
		num_subtract(now.numerator, then.numerator, &now.numerator);
	if (then.status > now.status)
		now.status = then.status;
	write_figure(&p, &now, true);
}

/* How many amounts are given as "ca." or a range. */
static void
write_estimates(struct place p)
{
	const struct regio *r = regios_at(p.s->frame->regios, p.regio);
	struct figure f = {.known = plans_any(p.s->plans), .factor = num_of(1)};
	for (size_t j = 0; j < r->members_count; j++)
		f.numerator.units +=
		    (int64_t)plans_estimates(p.s->plans, r->members[j]);
	p.span = p.s->frame->years;
	p.name = "benaderingen";
	p.unit = "aantallen";
	write_figure(&p, &f, false);
}

static void
end(const struct place *p, bool known, const struct stand_row *r,
    struct text fraction)
{
	struct buffer cell = {0};
	csvout_string(p->w, p->unit);
	csvout_text(p->w, known && r->growth.known
			      ? status_name(r->growth.status)
			      : text_of(""));
	csvout_text(p->w, fraction);
	if (known)
		stand_derived(r, &cell);
	csvout_text(p->w, buffer_view(&cell));
	csvout_end(p->w);
	buffer_free(&cell);
}

/* Rounded up, in whole numbers too: what is told is enough. */
static void
write_share(struct place p, const struct stand_row *r)
{
	char buf[NUM_TEXT], day[PERIOD_TEXT];
	struct buffer fraction = {0};
	struct num n, whole;
	bool known = balance_share(r, &n);
	p.name = "nodig_zacht_pct";
	p.unit = "%";
	begin(&p);
	csvout_text(p.w, date_format(p.date, day));
	csvout_text(p.w, known ? num_format_fixed(n, 1, buf) : text_of(""));
	if (known && num_round(n, 0, NUM_UP, &whole))
		csvout_num(p.w, whole);
	else
		csvout_empty(p.w);
	if (known) {
		buffer_add(&fraction,
			   amount_format(
			       r->rest.n - r->capacity[HARDHEID_HARD].n, buf));
		buffer_string(&fraction, " / ");
		buffer_add(&fraction,
			   amount_format(r->capacity[HARDHEID_ZACHT].n, buf));
	}
	end(&p, known, r, buffer_view(&fraction));
	buffer_free(&fraction);
}

/* A column of the stand that comes with a norm. */
static void
write_norm(struct place p, const struct column *c, const struct stand_row *r)
{
	struct standing s = {p.s, r, NULL};
	struct buffer cell = {0};
	char day[PERIOD_TEXT];
	struct num n, whole;
	p.name = c->name;
	p.unit = c->unit;
	c->put(&cell, &s, c);
	begin(&p);
	csvout_text(p.w, date_format(p.date, day));
	csvout_text(p.w, buffer_view(&cell));
	bool known = num_parse(buffer_view(&cell), NUM_PLAIN, &n) == NUM_OK;
	if (known && num_round(n, 0, NUM_HALF_AWAY, &whole))
		csvout_num(p.w, whole);
	else
		csvout_empty(p.w);
	end(&p, known, r, text_of(""));
	buffer_free(&cell);
}

/* What is needed: of zacht, and with a norm in all. */
static void
write_needed(struct place p)
{
	struct stand_row row = {0};
	p.span = p.s->frame->years;
	stand_row(p.s, p.regio, p.span, &row);
	write_share(p, &row);
	for (size_t i = 0; p.s->norm && i < columns_count(); i++)
		if (columns_at(i)->when == WITH_NORM)
			write_norm(p, columns_at(i), &row);
	stand_row_free(&row);
}

void
figures_write(struct csvout *w, const struct stand *s)
{
	header(w);
	for (size_t i = 0; i < regios_count(s->frame->regios); i++) {
		struct place p = {
		    .w = w, .s = s, .regio = i, .date = s->frame->peildatum};
		write_all(p);
		write_estimates(p);
		write_needed(p);
		write_running(p);
	}
}
