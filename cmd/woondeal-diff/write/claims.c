#include "write/claims.h"

#include <stdlib.h>
#include <string.h>

#include "agree/ruleset.h"
#include "diag.h"
#include "mem.h"
#include "observations.h"
#include "write/verdict.h"

struct claims {
	struct claim_facts facts;
	enum claim_part part;
	struct rulesets *rulesets;
};

static bool
is_of_plans(const struct claim *b)
{
	return b->segment.n > 0 || b->ruleset.n > 0 ||
	       (b->scenario != 0 && formula_capacity(&b->column->formula));
}

static bool
is_ours(const struct claims *b, const struct claim *c)
{
	return b->part == CLAIMS_ALL ||
	       is_of_plans(c) == (b->part == CLAIMS_OF_PLANS);
}

/* --- what they are held against --- */

static int
observe(struct claims *b, const struct claim *c, const struct observations *o,
	struct observed *x)
{
	struct text regio = observations_field(o, OBSERVATION_REGIO);
	const struct regios *list = b->facts.frame->regios;
	const struct regio *r = regios_at(list, c->regio);
	char year[SPAN_TEXT];
	struct num n;
	int64_t value;
	long m = regios_gemeente(list, regio);
	bool own = text_equal(regio, r->code);
	if (!text_equal(c->subject,
			observations_field(o, OBSERVATION_ONDERWERP)) ||
	    !text_equal(span_format(c->span, year),
			observations_field(o, OBSERVATION_PERIODE)) ||
	    (!own && (m < 0 || x->own || !check_member(r, m))) ||
	    num_parse(observations_field(o, OBSERVATION_WAARDE), NUM_PLAIN,
		      &n) != NUM_OK ||
	    !amount_read(&b->facts.frame->guard, n, &value))
		return 0;
	x->value = own ? value : x->value + value;
	x->own = own;
	x->members += !own;
	return 0;
}

static int
read_observations(struct claims *b, const char *path)
{
	struct observations *o = observations_open(path);
	int rc;
	if (!o)
		return -1;
	while ((rc = observations_next(o)) == 1)
		for (size_t i = 0; i < b->facts.list.count; i++)
			if (b->facts.list.items[i].subject.n > 0)
				observe(b, &b->facts.list.items[i], o,
					&b->facts.observed[i]);
	return observations_close(o) != 0 ? -1 : rc;
}

static void
row(void *ctx, const struct plan_source *from, const struct plan_amount *a)
{
	struct claims *b = ctx;
	struct days *d = &b->facts.days[a->gemeente];
	int32_t day;
	if (!date_parse(registers_field(from->registers, REGISTER_PEILDATUM),
			&day))
		return;
	if (!d->known || day < d->first)
		d->first = day;
	if (!d->known || day > d->last)
		d->last = day;
	d->known = true;
}

static int
load(struct claims *b, const struct claims_setting *s)
{
	struct text rest = s->observations, part;
	int rc = claim_list_load(&b->facts.list, b->facts.frame, s->path,
				 s->scenarios);
	size_t n = b->facts.list.count;
	b->facts.segments = mem_array(n + 1, sizeof(*b->facts.segments));
	b->facts.observed = mem_array(n + 1, sizeof(*b->facts.observed));
	b->facts.days = mem_array(regios_gemeenten(b->facts.frame->regios) + 1,
				  sizeof(*b->facts.days));
	for (size_t i = 0; rc == 0 && i < n; i++)
		if (b->facts.list.items[i].segment.n > 0 &&
		    is_ours(b, &b->facts.list.items[i]))
			b->facts.segments[i] = segment_new(
			    b->facts.frame, b->facts.list.items[i].segment.s);
	if (rc == 0 && s->planstatus) {
		b->rulesets = rulesets_load(s->planstatus);
		rc = b->rulesets ? 0 : -1;
	}
	if (b->rulesets)
		b->facts.recount = recount_new(b->facts.frame, b->rulesets);
	while (rc == 0 && rest.n > 0 && text_split(&rest, ':', &part)) {
		char *path = mem_text(part.s, part.n);
		rc = read_observations(b, path);
		free(path);
	}
	return rc;
}

struct claims *
claims_load(struct frame *k, const struct claims_setting *s)
{
	struct claims *b = mem_new(struct claims);
	b->facts.frame = k;
	b->part = s->part;
	if (load(b, s) == 0)
		return b;
	claims_free(b);
	return NULL;
}

void
claims_free(struct claims *b)
{
	if (!b)
		return;
	for (size_t i = 0; b->facts.segments && i < b->facts.list.count; i++)
		segment_free(b->facts.segments[i]);
	free(b->facts.segments);
	recount_free(b->facts.recount);
	rulesets_free(b->rulesets);
	free(b->facts.observed);
	free(b->facts.days);
	claim_list_free(&b->facts.list);
	free(b);
}

/* The deliveries, the rule sets, and each segment. */
size_t
claims_takers(const struct claims *b)
{
	size_t n = 1 + (b->facts.recount != NULL);
	for (size_t i = 0; i < b->facts.list.count; i++)
		n += b->facts.segments[i] != NULL;
	return n;
}

struct taker
claims_taker(const struct claims *b, size_t i)
{
	if (i == 0)
		return (struct taker){.ctx = (void *)b, .row = row};
	if (b->facts.recount && --i == 0)
		return recount_taker(b->facts.recount);
	for (size_t j = 0; j < b->facts.list.count; j++)
		if (b->facts.segments[j] && --i == 0)
			return segment_taker(b->facts.segments[j]);
	return (struct taker){0};
}

/* --- what is told --- */

static void
said(const struct claim *b, struct buffer *out)
{
	buffer_string(out, claim_word_name(b->word));
	if (b->word != CLAIM_EXACTLY)
		buffer_char(out, ' ');
	buffer_add(out, b->value);
}

static void
report(const struct check *t, enum rule rule, struct text figure)
{
	const struct frame *k = t->s.frame;
	const struct claim *b = t->b;
	char years[SPAN_TEXT];
	struct buffer claim = {0};
	struct finding_place place = {.file = table_name(t->all->list.table),
				      .record = t->number + 2,
				      .row = b->row,
				      .name = text_of("waarde"),
				      .value = b->value};
	said(b, &claim);
	rule_add(k->findings, rule, &place,
		 TEXTS(b->text, b->source, text_of(b->column->name),
		       regios_at(k->regios, b->regio)->code,
		       span_format(b->span, years), buffer_view(&claim), figure,
		       buffer_view(&t->more), t->tip));
	buffer_free(&claim);
}

/* A municipality that lies elsewhere, and that another statement lays
 * elsewhere, has both findings. */
static void
tell(struct check *t)
{
	const struct claim *other =
	    t->b->column->formula.kind == FORMULA_GEMEENTE ? check_elsewhere(t)
							   : NULL;
	if (other && t->rule != RULE_CLAIM_DUPLICATE) {
		struct text tip = t->tip;
		t->tip = num_format(num_of((int64_t)other->row), t->tip_buf);
		report(t, RULE_CLAIM_DUPLICATE,
		       regios_at(t->s.frame->regios, other->regio)->code);
		t->tip = tip;
	}
	if (t->verdict != HOLDS)
		report(t, t->rule, t->figure);
}

void
claims_check(const struct stand *stands, const struct claims *list)
{
	size_t n[VERDICTS] = {0};
	for (size_t i = 0; i < list->facts.list.count; i++) {
		struct check t;
		check_claim(&t, &list->facts, stands, i);
		tell(&t);
		n[t.verdict]++;
		buffer_free(&t.more);
	}
	diag_note("%zu statements = %zu hold + %zu contradicted + %zu not to "
		  "be checked",
		  list->facts.list.count, n[HOLDS], n[CONTRADICTED],
		  n[UNCHECKABLE]);
}

static void
year(struct csvout *w, int n)
{
	char buf[SPAN_TEXT];
	csvout_text(w, span_format((struct span){n, n}, buf));
}

/* Beside the verdict, the number and what would make it true: not of plans,
 * where that is another sum. */
static void
write_verdict(struct csvout *w, const struct check *t)
{
	static const char *const names[] = {"klopt", "weersproken",
					    "niet te toetsen"};
	char buf[NUM_TEXT];
	struct num whole;
	struct buffer fraction = {0};
	bool tip = t->verdict == CONTRADICTED &&
		   !formula_capacity(&t->b->column->formula);
	csvout_text(w, t->figure);
	if (t->c.known && t->c.comparable && figure_round(&t->c, 0, &whole))
		csvout_text(w, num_format(whole, buf));
	else
		csvout_empty(w);
	csvout_string(w, t->b->column->unit);
	if (t->c.known)
		figure_tell(&t->c, &fraction);
	csvout_text(w, buffer_view(&fraction));
	csvout_string(w, names[t->verdict]);
	csvout_string(w, t->verdict == HOLDS ? "" : rule_code(t->rule));
	csvout_text(w, tip ? t->tip : text_of(""));
	buffer_free(&fraction);
}

static void
write_row(struct csvout *w, const struct check *t)
{
	const struct claim *b = t->b;
	const struct regio *r = regios_at(t->s.frame->regios, b->regio);
	char years[SPAN_TEXT], day[PERIOD_TEXT];
	struct buffer claim = {0};
	said(b, &claim);
	csvout_int(w, (int64_t)t->number + 2);
	csvout_text(w, b->text);
	csvout_string(w, region_level_name(r->level));
	csvout_text(w, r->code);
	csvout_text(w, r->name);
	csvout_string(w, b->column->name);
	csvout_text(w, span_format(b->span, years));
	year(w, t->v.span.from);
	year(w, t->v.span.to);
	csvout_text(w, b->has_date ? date_format(b->date, day) : text_of(""));
	csvout_text(w, buffer_view(&claim));
	write_verdict(w, t);
	csvout_text(w, b->source);
	csvout_end(w);
	buffer_free(&claim);
}

void
claims_write(struct csvout *w, const struct stand *stands,
	     const struct claims *list)
{
	static const char *const names[] = {
	    "rij",     "bewering", "niveau",	"regio",    "naam",
	    "cijfer",  "periode",  "jaar_van",	"jaar_tot", "voor",
	    "beweerd", "waarde",   "heel",	"eenheid",  "breuk",
	    "oordeel", "code",	   "klopt_bij", "bron"};
	csvout_numbers(w, "rij jaar_van jaar_tot heel");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(w, names[i]);
	csvout_end(w);
	for (size_t i = 0; i < list->facts.list.count; i++) {
		struct check t;
		if (!is_ours(list, &list->facts.list.items[i]))
			continue;
		check_claim(&t, &list->facts, stands, i);
		write_row(w, &t);
		buffer_free(&t.more);
	}
}
