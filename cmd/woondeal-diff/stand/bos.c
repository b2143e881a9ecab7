#include "stand/bos.h"

#include <stdlib.h>

#include "mem.h"
#include "buffer.h"
#include "ground/rule.h"

/* What a plan says of wood. */
enum statement { NOTHING, HECTARES, DISPUTE };

struct bos_plan {
	bool seen;
	bool counts; /* has dwellings that count in the years */
	bool mixed;
	enum statement statement;
	enum hardheid hardheid;
	size_t gemeente;
	size_t row; /* the row that said it */
	int64_t ha;
	int64_t dwellings[HARDHEDEN];
};

struct bos {
	struct frame *frame;
	struct bos_plan *plans; /* by number */
	size_t count;
	size_t cap;
	struct buffer who;
};

/* What there is of one kind in a region. */
struct bos_sum {
	int64_t plans;
	int64_t n[HARDHEDEN];
};

enum kind { BOS, WITH_BOS, SILENT, OUTSIDE, KINDS };

static const struct {
	const char *category;
	const char *unit;
} kinds[KINDS] = {
    [BOS] = {"bos", "ha"},
    [WITH_BOS] = {"woningen met bos", "woningen"},
    [SILENT] = {"niet opgegeven", "woningen"},
    [OUTSIDE] = {"bos buiten de stand", "ha"},
};

struct bos *
bos_new(struct frame *k)
{
	struct bos *b = mem_new(struct bos);
	b->frame = k;
	return b;
}

void
bos_free(struct bos *b)
{
	if (!b)
		return;
	free(b->plans);
	buffer_free(&b->who);
	free(b);
}

static struct bos_plan *
plan_of(struct bos *b, size_t plan)
{
	b->plans = mem_grow(b->plans, &b->cap, plan + 1, sizeof(*b->plans));
	for (; b->count <= plan; b->count++)
		b->plans[b->count] = (struct bos_plan){0};
	return &b->plans[plan];
}

static void
report(const struct bos *b, const struct plan_source *from, enum rule rule,
       const struct text *args, size_t count)
{
	struct finding_place place =
	    registers_place(from->registers, REGISTER_BOS_HA);
	rule_add(b->frame->findings, rule, &place, args, count);
}

/* What the row says: an amount of 0 or more, or nothing. What cannot be held
 * is told, and then says nothing. */
static enum statement
statement(const struct bos *b, const struct plan_source *from, int64_t *ha)
{
	*ha = 0;
	if (!from->row->bos_given)
		return NOTHING;
	if (amount_read(&b->frame->guard, from->row->bos, ha))
		return HECTARES;
	*ha = 0;
	report(b, from, RULE_HECTARES, NULL, 0);
	return NOTHING;
}

static void
row(void *ctx, const struct plan_source *from, const struct plan_amount *a)
{
	struct bos *b = ctx;
	struct bos_plan *p = plan_of(b, a->plan);
	char number[NUM_TEXT];
	int64_t ha;
	enum statement here = statement(b, from, &ha);
	if (!p->seen) {
		*p = (struct bos_plan){.seen = true,
				       .statement = here,
				       .ha = ha,
				       .row = from->row->row,
				       .gemeente = a->gemeente};
		return;
	}
	if (p->statement == DISPUTE || (p->statement == here && p->ha == ha))
		return;
	p->statement = DISPUTE;
	report(b, from, RULE_BOS_DISPUTE,
	       TEXTS(from->row->gemeente,
		     num_format(num_of((int64_t)p->row), number)));
}

static void
count(void *ctx, const struct plan_source *from, const struct plan_amount *a)
{
	struct bos *b = ctx;
	struct bos_plan *p = &b->plans[a->plan];
	enum lot lot = capacity_lot(b->frame, a);
	(void)from;
	if (a->amount == 0 || (lot != LOT_YEAR && lot != LOT_BUCKET))
		return;
	if (p->counts && p->hardheid != a->hardheid)
		p->mixed = true;
	p->counts = true;
	p->hardheid = a->hardheid;
	p->dwellings[a->hardheid] += a->amount;
}

struct taker
bos_taker(struct bos *b)
{
	return (struct taker){.ctx = b, .row = row, .count = count};
}

static bool
member(const struct regio *r, size_t m)
{
	for (size_t j = 0; j < r->members_count; j++)
		if (r->members[j] == m)
			return true;
	return false;
}

/* Hectares of a plan that is partly hard and partly not cannot be divided:
 * their hardheid is unknown. */
static void
add_plan(struct bos_sum sums[KINDS], const struct bos_plan *p)
{
	bool tells = p->statement == HECTARES;
	struct bos_sum *dwellings = &sums[tells ? WITH_BOS : SILENT];
	struct bos_sum *wood = &sums[p->counts ? BOS : OUTSIDE];
	enum hardheid h = p->mixed ? HARDHEID_ONBEKEND : p->hardheid;
	if (p->counts) {
		dwellings->plans++;
		for (int i = 0; i < HARDHEDEN; i++)
			dwellings->n[i] += p->dwellings[i];
	}
	if (!tells)
		return;
	wood->plans++;
	wood->n[p->counts ? h : HARDHEID_ONBEKEND] += p->ha;
}

static void
sum(const struct bos *b, const struct regio *r, struct bos_sum sums[KINDS])
{
	for (size_t i = 0; i < b->count; i++)
		if (b->plans[i].seen && member(r, b->plans[i].gemeente))
			add_plan(sums, &b->plans[i]);
}

/* Who has no plan that counts, or one that says nothing: its wood is not all
 * there is. "ja", or "nee: GM0034|GM0995"; valid until the next call. */
static struct text
complete(struct bos *b, const struct regio *r)
{
	const char *separator = "nee: ";
	buffer_clear(&b->who);
	for (size_t j = 0; j < r->members_count; j++) {
		struct bos_sum sums[KINDS] = {0};
		const struct regio *g =
		    regios_gemeente_at(b->frame->regios, r->members[j]);
		sum(b, g, sums);
		if (sums[WITH_BOS].plans > 0 && sums[SILENT].plans == 0)
			continue;
		buffer_add(&b->who, text_of(separator));
		buffer_add(&b->who, g->code);
		separator = "|";
	}
	return b->who.n == 0 ? text_of("ja") : buffer_view(&b->who);
}

static int64_t
total(const struct bos_sum *s)
{
	int64_t n = 0;
	for (int h = 0; h < HARDHEDEN; h++)
		n += s->n[h];
	return n;
}

/* A row: what there is of a kind in a region, beside a norm or not. */
struct bos_row {
	const struct regio *regio;
	enum kind kind;
	const struct bos_sum *sums;
	const struct norm *norm;
	struct text whole;
};

/* Hectares are known where a plan says them, dwellings where plans count. */
static void
write_start(struct csvout *w, const struct bos_row *r)
{
	const struct bos_sum *s = &r->sums[r->kind];
	bool dwellings = r->kind == WITH_BOS || r->kind == SILENT;
	bool known =
	    s->plans > 0 ||
	    (dwellings && r->sums[WITH_BOS].plans + r->sums[SILENT].plans > 0);
	csvout_string(w, region_level_name(r->regio->level));
	csvout_text(w, r->regio->code);
	csvout_text(w, r->regio->name);
	csvout_string(w, "bos");
	csvout_string(w, kinds[r->kind].category);
	csvout_int(w, s->plans);
	for (int h = 0; h < HARDHEDEN; h++)
		if (known && r->kind != OUTSIDE)
			csvout_num(w, amount_num(s->n[h]));
		else
			csvout_empty(w);
	if (known)
		csvout_num(w, amount_num(total(s)));
	else
		csvout_empty(w);
	csvout_string(w, kinds[r->kind].unit);
}

/* Too little is only sure when no plan says nothing. */
static void
write_judgement(struct csvout *w, const struct norm *n, int64_t have,
		bool whole)
{
	struct num far = num_of(0);
	const char *word = "voldoet";
	if (num_compare(amount_num(have), n->from) < 0) {
		num_subtract(amount_num(have), n->from, &far);
		word = whole ? "te weinig" : "te weinig opgegeven";
	} else if (n->has_to && num_compare(amount_num(have), n->to) > 0) {
		num_subtract(amount_num(have), n->to, &far);
		word = "te veel";
	}
	csvout_num(w, far);
	csvout_string(w, word);
}

static void
write_norm(struct csvout *w, const struct bos_row *r)
{
	const struct bos_sum *s = &r->sums[r->kind];
	const struct norm *n = r->norm;
	int empty = n ? 0 : 2;
	if (n) {
		csvout_num(w, n->from);
		if (n->has_to)
			csvout_num(w, n->to);
		else
			csvout_empty(w);
	}
	if (n && s->plans > 0)
		write_judgement(w, n, total(s), text_is(r->whole, "ja"));
	else
		empty += 2;
	while (empty-- > 0)
		csvout_empty(w);
}

static void
write_row(struct csvout *w, struct bos_row r)
{
	write_start(w, &r);
	write_norm(w, &r);
	csvout_text(w, r.whole);
	csvout_end(w);
}

static void
write_region(struct bos *b, struct csvout *w, size_t i, const struct norms *n)
{
	struct bos_sum sums[KINDS] = {0};
	struct bos_row r = {.regio = regios_at(b->frame->regios, i),
			    .sums = sums};
	r.whole = complete(b, r.regio);
	sum(b, r.regio, sums);
	for (int k = 0; k < KINDS; k++) {
		r.kind = (enum kind)k;
		write_row(w, r);
	}
	r.kind = BOS;
	for (size_t j = 0; j < norms_count(n); j++) {
		r.norm = norms_at(n, j);
		if (r.norm->regio < 0 || r.norm->regio == (long)i)
			write_row(w, r);
	}
}

/* Who says nothing, and of how many dwellings. */
static void
check(const struct bos *b)
{
	const struct regios *list = b->frame->regios;
	char plans[NUM_TEXT], dwellings[NUM_TEXT];
	for (size_t m = 0; m < regios_gemeenten(list); m++) {
		const struct regio *g = regios_gemeente_at(list, m);
		struct bos_sum sums[KINDS] = {0};
		sum(b, g, sums);
		const struct bos_sum *s = &sums[SILENT];
		if (s->plans > 0)
			rule_add(b->frame->findings, RULE_BOS_SILENT, NULL,
				 TEXTS(g->code, g->name,
				       num_format(num_of(s->plans), plans),
				       amount_format(total(s), dwellings)));
		int64_t mixed = 0;
		for (size_t i = 0; i < b->count; i++)
			mixed += b->plans[i].gemeente == m &&
				 b->plans[i].mixed &&
				 b->plans[i].statement == HECTARES;
		if (mixed > 0)
			rule_add(b->frame->findings, RULE_BOS_MIXED, NULL,
				 TEXTS(g->code, g->name,
				       num_format(num_of(mixed), plans)));
	}
}

void
bos_write(struct bos *b, struct csvout *w, const struct norms *n)
{
	static const char *const names[] = {
	    "niveau",	 "regio",    "naam",	"segment",
	    "categorie", "plannen",  "hard",	"zacht",
	    "onbekend",	 "totaal",   "eenheid", "norm_van",
	    "norm_tot",	 "verschil", "oordeel", "volledig"};
	csvout_numbers(
	    w, "plannen hard zacht onbekend totaal norm_van norm_tot verschil");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(w, names[i]);
	csvout_end(w);
	for (size_t i = 0; i < regios_count(b->frame->regios); i++)
		write_region(b, w, i, n);
	check(b);
}
