#include "stand/columns.h"

#include <stddef.h>
#include <string.h>

#include "stand/area.h"

static void
amount(struct buffer *out, struct maybe m)
{
	char buf[NUM_TEXT];
	if (m.known)
		buffer_add(out, amount_format(m.n, buf));
}

static void
percentage(struct buffer *out, struct percentage p)
{
	char buf[NUM_TEXT];
	if (p.known)
		buffer_add(out, num_format_fixed(p.n, 1, buf));
}

static void
year(struct buffer *out, int n)
{
	char buf[SPAN_TEXT];
	buffer_add(out, span_format((struct span){n, n}, buf));
}

static void
put_scenario(struct buffer *out, const struct standing *s,
	     const struct column *self)
{
	(void)self;
	buffer_add(out, s->stand->scenario);
}

static void
put_niveau(struct buffer *out, const struct standing *s,
	   const struct column *self)
{
	(void)self;
	buffer_string(out, s->row->niveau);
}

static void
put_regio(struct buffer *out, const struct standing *s,
	  const struct column *self)
{
	(void)self;
	buffer_add(out, s->row->regio->code);
}

static void
put_name(struct buffer *out, const struct standing *s,
	 const struct column *self)
{
	(void)self;
	buffer_add(out, s->row->regio->name);
}

static void
put_from(struct buffer *out, const struct standing *s,
	 const struct column *self)
{
	(void)self;
	year(out, s->row->span.from);
}

static void
put_to(struct buffer *out, const struct standing *s, const struct column *self)
{
	(void)self;
	year(out, s->row->span.to);
}

static void
put_key(struct buffer *out, const struct standing *s, const struct column *self)
{
	static void (*const parts[])(struct buffer *, const struct standing *,
				     const struct column *) = {
	    put_scenario, put_niveau, put_regio, put_from, put_to};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (i > 0)
			buffer_char(out, '|');
		parts[i](out, s, self);
	}
}

static void
put_reason(struct buffer *out, const struct standing *s,
	   const struct column *self)
{
	(void)self;
	buffer_add(out, buffer_view(&s->row->reason));
}

static void
put_status(struct buffer *out, const struct standing *s,
	   const struct column *self)
{
	(void)self;
	if (s->row->growth.known)
		buffer_add(out, status_name(s->row->growth.status));
}

static void
put_until(struct buffer *out, const struct standing *s,
	  const struct column *self)
{
	(void)self;
	char last[PERIOD_TEXT];
	if (s->row->growth.known)
		buffer_add(out, period_format(s->row->growth.until, last));
}

static void
put_complete(struct buffer *out, const struct standing *s,
	     const struct column *self)
{
	(void)self;
	stand_complete(s->stand, s->row, out);
}

static void
put_derived(struct buffer *out, const struct standing *s,
	    const struct column *self)
{
	(void)self;
	stand_derived(s->row, out);
}

static void
put_sum(struct buffer *out, const struct standing *s, const struct column *self)
{
	const struct formula *f = &self->formula;
	amount(out, formula_sum(f, &f->numerator, s->stand->frame, s->row));
}

/* Where in the row the number of a column is. */
static const void *
number(const struct standing *s, const struct column *self)
{
	return (const char *)s->row + self->place;
}

static void
put_number(struct buffer *out, const struct standing *s,
	   const struct column *self)
{
	amount(out, *(const struct maybe *)number(s, self));
}

static void
put_percent(struct buffer *out, const struct standing *s,
	    const struct column *self)
{
	percentage(out, *(const struct percentage *)number(s, self));
}

/* So much percent of what remains; nothing when nothing remains. */
static bool
needed(const struct standing *s, struct num *out)
{
	const struct maybe *rest = &s->row->rest;
	*out = num_of(0);
	return rest->known &&
	       (rest->n <= 0 ||
		(num_multiply(amount_num(rest->n), *s->stand->norm, out) &&
		 num_divide(*out, num_of(100), AMOUNT_SCALE, NUM_HALF_AWAY,
			    out)));
}

static void
put_needed(struct buffer *out, const struct standing *s,
	   const struct column *self)
{
	(void)self;
	char buf[NUM_TEXT];
	struct num need;
	if (needed(s, &need))
		buffer_add(out, num_format(need, buf));
}

static void
put_spare(struct buffer *out, const struct standing *s,
	  const struct column *self)
{
	(void)self;
	const struct maybe *c = s->row->capacity;
	int64_t all =
	    c[HARDHEID_HARD].n + c[HARDHEID_ZACHT].n + c[HARDHEID_ONBEKEND].n;
	char buf[NUM_TEXT];
	struct num need, more;
	if (needed(s, &need) && c[HARDHEID_HARD].known &&
	    num_subtract(amount_num(all), need, &more))
		buffer_add(out, num_format(more, buf));
}

static void
put_low(struct buffer *out, const struct standing *s, const struct column *self)
{
	(void)self;
	amount(out, s->band->low);
}

static void
put_high(struct buffer *out, const struct standing *s,
	 const struct column *self)
{
	(void)self;
	amount(out, s->band->high);
}

static void
put_coverage_low(struct buffer *out, const struct standing *s,
		 const struct column *self)
{
	(void)self;
	percentage(out, stand_percent(s->band->low, s->row->rest));
}

static void
put_coverage_high(struct buffer *out, const struct standing *s,
		  const struct column *self)
{
	(void)self;
	percentage(out, stand_percent(s->band->high, s->row->rest));
}

static void
put_cause(struct buffer *out, const struct standing *s,
	  const struct column *self)
{
	(void)self;
	buffer_add(out, buffer_view(&s->band->cause));
}

/* clang-format off */
/* Columns that are no number; sums; numbers of the row that are more than a
 * sum; percentages; those of an option; and what only --beweringen knows. */
#define WORD(name, k, put) {name, "", put, {.kind = FORMULA_##k}, 0, 0}
#define SUM(name, subject, ...) {name, "woningen", put_sum, \
	{.kind = FORMULA_AMOUNT, .part = subject, \
	 .numerator = {__VA_ARGS__}}, 0, 0}
#define OWN(name, k, field, ...) {name, "woningen", put_number, \
	{.kind = FORMULA_##k, .numerator = {__VA_ARGS__}}, ROW(field), 0}
#define PERCENT(name, field, a, b) {name, "%", put_percent, \
	{.kind = FORMULA_PERCENT, .numerator = a, .denominator = b}, \
	ROW(field), 0}
#define OPTION(name, unit, put, when) {name, unit, put, \
	{.kind = FORMULA_NONE}, 0, when}
#define CLAIM(name, unit, k, a, b) {name, unit, NULL, \
	{.kind = FORMULA_##k, .numerator = a, .denominator = b}, 0, 0}
#define ROW(field) offsetof(struct stand_row, field)
#define TARGET {.opgave = 1}
#define GROWN {.growth = 1}
#define REST {.opgave = 1, .growth = -1}
#define PLANS(h, z, o) {.capacity = {h, z, o}}
#define SPARE(h, z, o) {.opgave = -1, .growth = 1, .capacity = {h, z, o}}
#define BESIDE(h, z, o) {.opgave = -1, .capacity = {h, z, o}}
#define NOTHING {0}

/* New ones come at the end of their group (contracts.md). */
static const struct column columns[] = {
	WORD("sleutel", NONE, put_key),
	WORD("scenario", NONE, put_scenario),
	WORD("niveau", NONE, put_niveau),
	WORD("regio", NONE, put_regio),
	WORD("naam", NONE, put_name),
	WORD("jaar_van", NONE, put_from),
	WORD("jaar_tot", NONE, put_to),
	SUM("opgave", SALDO, .opgave = 1),
	WORD("opgave_reden", REASON, put_reason),
	SUM("netto_groei", SALDO, .growth = 1),
	WORD("groei_status", GROWTH, put_status),
	WORD("groei_tm", GROWTH, put_until),
	SUM("nieuwbouw", NIEUWBOUW, .growth = 1),
	SUM("overige_toevoeging", OVERIGE_TOEVOEGING, .growth = 1),
	SUM("sloop", SLOOP, .growth = 1),
	SUM("overige_onttrekking", OVERIGE_ONTTREKKING, .growth = 1),
	SUM("correctie", CORRECTIE, .growth = 1),
	SUM("hard", SALDO, .capacity = {1, 0, 0}),
	SUM("zacht", SALDO, .capacity = {0, 1, 0}),
	SUM("onbekend", SALDO, .capacity = {0, 0, 1}),
	OWN("verschil", AMOUNT, difference, .opgave = -1, .growth = 1),
	OWN("opgave_cum", CUM, opgave_cum, .opgave = 1),
	OWN("groei_cum", CUM, growth_cum, .growth = 1),
	OWN("verschil_cum", CUM, difference_cum, .opgave = -1, .growth = 1),
	OWN("rest_opgave", AMOUNT, rest, .opgave = 1, .growth = -1),
	PERCENT("gerealiseerd_pct", realised, GROWN, TARGET),
	PERCENT("dekking_hard_pct", coverage_hard, PLANS(1, 0, 0), REST),
	PERCENT("dekking_pct", coverage, PLANS(1, 1, 1), REST),
	WORD("volledig", COMPLETE, put_complete),
	WORD("afgeleid", TARGETS, put_derived),

	OPTION("capaciteit_nodig", "woningen", put_needed, WITH_NORM),
	OPTION("capaciteit_verschil", "woningen", put_spare, WITH_NORM),

	OPTION("capaciteit_laag", "woningen", put_low, WITH_BAND),
	OPTION("capaciteit_hoog", "woningen", put_high, WITH_BAND),
	OPTION("dekking_laag_pct", "%", put_coverage_low, WITH_BAND),
	OPTION("dekking_hoog_pct", "%", put_coverage_high, WITH_BAND),
	OPTION("band_oorzaak", "", put_cause, WITH_BAND),

	CLAIM("capaciteit", "woningen", AMOUNT, PLANS(1, 1, 1), NOTHING),
	CLAIM("hard_en_zacht", "woningen", AMOUNT, PLANS(1, 1, 0), NOTHING),
	CLAIM("zacht_en_onbekend", "woningen", AMOUNT, PLANS(0, 1, 1), NOTHING),
	CLAIM("overschot", "woningen", AMOUNT, SPARE(1, 1, 1), NOTHING),
	CLAIM("overschot_hard", "woningen", AMOUNT, SPARE(1, 0, 0), NOTHING),
	CLAIM("rest_pct", "%", PERCENT, REST, TARGET),
	CLAIM("hard_pct", "%", PERCENT, PLANS(1, 0, 0), PLANS(1, 1, 1)),
	CLAIM("zacht_pct", "%", PERCENT, PLANS(0, 1, 0), PLANS(1, 1, 1)),
	CLAIM("onbekend_pct", "%", PERCENT, PLANS(0, 0, 1), PLANS(1, 1, 1)),
	CLAIM("opgave_aandeel_pct", "%", SHARE, TARGET, NOTHING),
	CLAIM("groei_aandeel_pct", "%", SHARE, GROWN, NOTHING),
	CLAIM("opgave_per_jaar", "woningen", PER_YEAR, TARGET, NOTHING),
	CLAIM("opgave_evenredig", "woningen", PROPORTIONAL, TARGET, NOTHING),
	CLAIM("jaren", "jaren", YEARS, NOTHING, NOTHING),
	CLAIM("gemeente", "", GEMEENTE, NOTHING, NOTHING),
	CLAIM("plan_verschil", "woningen", BESIDE, BESIDE(1, 1, 1), NOTHING),
	CLAIM("plan_verschil_hard", "woningen", BESIDE, BESIDE(1, 0, 0),
	      NOTHING),
	CLAIM("aandeel_pct", "%", SEGMENT, NOTHING, NOTHING),
	CLAIM("waarneming", "", OBSERVED, NOTHING, NOTHING),
	CLAIM("plannen_peildatum", "", DATES, NOTHING, NOTHING),
};
/* clang-format on */

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

size_t
columns_count(void)
{
	return COLUMNS;
}

const struct column *
columns_at(size_t i)
{
	return &columns[i];
}

static bool
used(const struct column *c, enum column_use use)
{
	if (use == FOR_EXPLAIN && !c->put)
		return c->formula.kind == FORMULA_AMOUNT ||
		       c->formula.kind == FORMULA_PERCENT;
	if (use == FOR_EXPLAIN)
		return c->formula.kind != FORMULA_NONE;
	return c->formula.kind >= FORMULA_NUMBERS;
}

const struct column *
column_find(struct text name, enum column_use use)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (used(&columns[i], use) && text_is(name, columns[i].name))
			return &columns[i];
	return NULL;
}

const struct column *
column_named(struct text name)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (text_is(name, columns[i].name))
			return &columns[i];
	return NULL;
}

const struct column *
column_of(const struct terms *s)
{
	for (size_t i = 0; i < COLUMNS; i++) {
		const struct formula *f = &columns[i].formula;
		if (f->kind == FORMULA_AMOUNT && f->part == SALDO &&
		    memcmp(&f->numerator, s, sizeof(*s)) == 0)
			return &columns[i];
	}
	return NULL;
}

void
column_names(struct buffer *out, enum column_use use)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (used(&columns[i], use))
			buffer_list(out, ", ", text_of(columns[i].name));
}

const char *
column_nearest(struct text name, enum column_use use)
{
	const char *names[COLUMNS];
	size_t n = 0;
	for (size_t i = 0; i < COLUMNS; i++)
		if (used(&columns[i], use))
			names[n++] = columns[i].name;
	return text_nearest(name, names, n);
}

static bool
shown(const struct column *c, const struct stand *s)
{
	return c->put &&
	       (c->when == ALWAYS || (c->when == WITH_NORM && s->norm) ||
		(c->when == WITH_BAND && s->band));
}

void
columns_header(struct csvout *w, const struct stand *s)
{
	csvout_numbers(w, "jaar_van jaar_tot");
	for (size_t i = 0; i < COLUMNS; i++)
		if (shown(&columns[i], s) && *columns[i].unit)
			csvout_number_name(w, text_of(columns[i].name));
		else if (shown(&columns[i], s))
			csvout_string(w, columns[i].name);
	csvout_end(w);
}

struct writer {
	struct csvout *w;
	const struct stand *s;
	struct buffer cell;
	struct band_range band;
};

static void
write_row(void *ctx, const struct stand_row *r)
{
	struct writer *x = ctx;
	struct standing s = {x->s, r, NULL};
	if (x->s->band) {
		band_row(x->s->band, x->s, r, &x->band);
		s.band = &x->band;
	}
	for (size_t i = 0; i < COLUMNS; i++) {
		if (!shown(&columns[i], x->s))
			continue;
		buffer_clear(&x->cell);
		columns[i].put(&x->cell, &s, &columns[i]);
		csvout_text(x->w, buffer_view(&x->cell));
	}
	csvout_end(x->w);
}

void
columns_write(struct csvout *w, const struct stand *s)
{
	struct writer x = {.w = w, .s = s};
	if (s->areas)
		areas_walk(s->areas, s, write_row, &x);
	else
		stand_walk(s, write_row, &x);
	buffer_free(&x.cell);
	buffer_free(&x.band.cause);
}

static bool
has_capacity(const struct terms *s)
{
	for (int h = 0; h < HARDHEDEN; h++)
		if (s->capacity[h] != 0)
			return true;
	return false;
}

bool
formula_capacity(const struct formula *f)
{
	return has_capacity(&f->numerator) || has_capacity(&f->denominator);
}

bool
formula_growth(const struct formula *f)
{
	return f->numerator.growth != 0 || f->denominator.growth != 0;
}

static void
add(struct maybe *sum, int times, struct maybe m)
{
	if (times == 0)
		return;
	sum->known = sum->known && m.known;
	sum->n += times * m.n;
}

struct maybe
formula_sum(const struct formula *f, const struct terms *s,
	    const struct frame *k, const struct stand_row *r)
{
	struct maybe sum = {true, 0};
	struct maybe growth = {r->growth.known && r->growth.part_known[f->part],
			       r->growth.part[f->part]};
	if (r->total && (s->opgave != 0 || f->kind == FORMULA_PERCENT))
		growth = stand_towards(k, &r->growth);
	add(&sum, s->opgave, r->opgave);
	add(&sum, s->growth, growth);
	for (int h = 0; h < HARDHEDEN; h++)
		add(&sum, s->capacity[h], r->capacity[h]);
	return sum;
}
