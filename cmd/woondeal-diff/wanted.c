#include "wanted.h"

#include <stdlib.h>

#include "agree/behoefte.h"
#include "agree/delivered.h"
#include "agree/ruleset.h"
#include "diag.h"
#include "mem.h"
#include "stand/balance.h"
#include "stand/bos.h"
#include "stand/choice.h"
#include "stand/columns.h"
#include "stand/recount.h"
#include "stand/segment.h"
#include "stand/split.h"
#include "table.h"
#include "write/claims.h"
#include "write/explain.h"
#include "write/figures.h"
#include "write/need.h"
#include "write/permits.h"
#include "write/scenarios.h"

/* A segment, or wood, beside its norms. */
struct part {
	struct segment *segment;
	struct bos *bos;
	struct norms *norms;
	char *trait;
};

struct wanted {
	const struct form_asked *asked;
	struct output *out;
	struct part *parts;
	size_t count;
	struct explain *explain;
	struct rulesets *rulesets;   /* NULL: not given */
	struct delivered *delivered; /* likewise */
	struct explain_setting telling;
	struct recount *recount;
	struct choice *choice;
	struct claims *claims;
	struct split *split;
	struct behoefte need;
	struct voorraad stock;
	struct num norm; /* of the figures; units 0: none */
};

static int
add_part(struct wanted *w, struct frame *k, const char *norm, struct text trait)
{
	w->parts = mem_resize(w->parts, w->count + 1, sizeof(struct part));
	struct part *p = &w->parts[w->count++];
	*p = (struct part){.trait = mem_text(trait.s, trait.n)};
	if (text_is(trait, "bos"))
		p->bos = bos_new(k);
	else
		p->segment = segment_new(k, p->trait);
	p->norms = norms_load(k, norm, p->trait);
	return p->norms ? 0 : -1;
}

static int
load_norms(struct wanted *w, struct frame *k, const struct options *c)
{
	struct table *t;
	struct text *list;
	size_t n;
	int rc = norms_segments(c->norm, segment_known, &t, &list, &n);
	for (size_t i = 0; rc == 0 && i < n; i++)
		rc = add_part(w, k, c->norm, list[i]);
	free(list);
	table_free(t);
	return rc;
}

static int
load_question(struct wanted *w, struct frame *k, const struct options *c)
{
	if (c->planstatus) {
		w->rulesets = rulesets_load(c->planstatus);
		if (!w->rulesets)
			return -1;
	}
	if (c->deliveries.count > 0 &&
	    !(w->delivered = delivered_load(&c->deliveries)))
		return -1;
	w->telling = (struct explain_setting){w->rulesets, w->delivered};
	w->explain = explain_new(k, w->asked->parameter, &w->telling);
	return w->explain ? 0 : -1;
}

static int
load_rulesets(struct wanted *w, struct frame *k, const struct options *c)
{
	w->rulesets = rulesets_load(c->planstatus);
	if (!w->rulesets)
		return -1;
	w->recount = recount_new(k, w->rulesets);
	return 0;
}

/* NEED[:STOCK], or STOCK alone. */
static int
load_need(struct wanted *w, struct frame *k)
{
	struct text rest = text_of(w->asked->parameter);
	struct text need, stock = rest;
	int rc = 0;
	if (w->asked->form == FORM_NEED) {
		text_split(&rest, ':', &need);
		stock = rest;
		char *path = mem_text(need.s, need.n);
		rc = behoefte_load(&w->need, k, path);
		free(path);
	}
	if (rc == 0 && stock.s)
		rc = voorraad_load(&w->stock, k, stock.s);
	w->split = split_new(k);
	return rc;
}

bool
wanted_series(enum form form)
{
	return form == FORM_NEED || form == FORM_STOCK ||
	       form == FORM_PERMITS || form == FORM_OUTLOOK;
}

static int
load_norm(struct wanted *w, const struct options *c)
{
	const char *word =
	    w->asked->parameter ? w->asked->parameter : c->capacity_norm;
	if (!word || stand_norm(text_of(word), &w->norm))
		return 0;
	return diag_fail("--also ...:%s: not a percentage up to 1000, "
			 "expected as in figures:130",
			 word);
}

/* TABLE[:OBSERVATIONS...]. */
static int
load_claims(struct wanted *w, struct frame *k, const struct options *c,
	    const struct scenarios *scenarios)
{
	struct text rest = text_of(w->asked->parameter), table;
	text_split(&rest, ':', &table);
	char *path = mem_text(table.s, table.n);
	struct claims_setting s = {.path = path,
				   .scenarios = scenarios,
				   .planstatus = c->planstatus,
				   .observations = rest.s ? rest : text_of(""),
				   .part = w->asked->form == FORM_CLAIMS
					       ? CLAIMS_OF_STAND
					       : CLAIMS_OF_PLANS};
	w->claims = claims_load(k, &s);
	free(path);
	return w->claims ? 0 : -1;
}

static int
load(struct wanted *w, struct frame *k, const struct options *c,
     const struct scenarios *scenarios)
{
	switch (w->asked->form) {
	case FORM_SEGMENT:
		return add_part(w, k, c->norm, text_of(w->asked->parameter));
	case FORM_NORMS:
		return load_norms(w, k, c);
	case FORM_RULESETS:
		return load_rulesets(w, k, c);
	case FORM_CHOICE:
	case FORM_PLANS:
		w->choice = choice_new(k, w->asked->parameter);
		return w->choice ? 0 : -1;
	case FORM_CLAIMS:
	case FORM_CLAIMS_PLANS:
		return load_claims(w, k, c, scenarios);
	case FORM_NEED:
	case FORM_STOCK:
		return load_need(w, k);
	case FORM_FIGURES:
	case FORM_SCENARIOS:
		return load_norm(w, c);
	case FORM_EXPLAIN:
		return load_question(w, k, c);
	default:
		return 0;
	}
}

struct wanted *
wanted_new(const struct form_asked *asked, struct frame *k,
	   const struct options *chosen, const struct scenarios *scenarios)
{
	struct wanted *w = mem_new(struct wanted);
	w->asked = asked;
	if (load(w, k, chosen, scenarios) == 0)
		return w;
	wanted_free(w);
	return NULL;
}

void
wanted_free(struct wanted *w)
{
	if (!w)
		return;
	output_discard(w->out);
	explain_free(w->explain);
	recount_free(w->recount);
	choice_free(w->choice);
	claims_free(w->claims);
	split_free(w->split);
	behoefte_free(&w->need);
	voorraad_free(&w->stock);
	rulesets_free(w->rulesets);
	delivered_free(w->delivered);
	for (size_t i = 0; i < w->count; i++) {
		segment_free(w->parts[i].segment);
		bos_free(w->parts[i].bos);
		norms_free(w->parts[i].norms);
		free(w->parts[i].trait);
	}
	free(w->parts);
	free(w);
}

int
wanted_open(struct wanted *w)
{
	if (form_to_output(w->asked))
		return 0;
	w->out = output_open(w->asked->file);
	return w->out ? 0 : -1;
}

struct output *
wanted_output(const struct wanted *w)
{
	return w->out;
}

struct output *
wanted_take(struct wanted *w)
{
	struct output *out = w->out;
	w->out = NULL;
	return out;
}

size_t
wanted_takers(const struct wanted *w)
{
	if (w->claims)
		return claims_takers(w->claims);
	return w->count + (w->explain || w->recount || w->choice || w->split);
}

struct taker
wanted_taker(const struct wanted *w, size_t i)
{
	if (w->claims)
		return claims_taker(w->claims, i);
	if (i < w->count)
		return w->parts[i].bos ? bos_taker(w->parts[i].bos)
				       : segment_taker(w->parts[i].segment);
	if (w->recount)
		return recount_taker(w->recount);
	if (w->split)
		return split_taker(w->split);
	return w->choice ? choice_taker(w->choice) : explain_taker(w->explain);
}

/* Beside the stand the norms have a table of their own. */
static void
write_segments(const struct wanted *w, const struct stand *basis,
	       struct csvout *out)
{
	int rows = SEGMENT_CATEGORIES | SEGMENT_NORMS;
	if (w->asked->file)
		rows = w->asked->form == FORM_NORMS ? SEGMENT_NORMS
						    : SEGMENT_CATEGORIES;
	segment_header(out);
	for (size_t i = 0; i < w->count; i++)
		segment_write(w->parts[i].segment, out, w->parts[i].norms,
			      basis, rows);
}

static void
write_need(const struct wanted *w, const struct wanted_from *from,
	   struct csvout *out)
{
	struct need_from f = {&from->stands[0], from->series, w->split,
			      &w->need, &w->stock};
	if (w->asked->form == FORM_NEED)
		need_write(out, &f);
	else
		stock_write(out, &f);
}

void
wanted_write(const struct wanted *w, const struct wanted_from *from,
	     struct csvout *out)
{
	const struct stand *basis = &from->stands[0];
	for (size_t i = 0; i <= scenarios_count(from->scenarios); i++)
		from->stands[i].norm = w->norm.units > 0 ? &w->norm : NULL;
	switch (w->asked->form) {
	case FORM_BALANCE:
		balance_write(out, basis);
		return;
	case FORM_FIGURES:
		figures_write(out, basis);
		return;
	case FORM_SEGMENT:
		if (w->parts[0].bos) {
			bos_write(w->parts[0].bos, out, w->parts[0].norms);
			return;
		}
		write_segments(w, basis, out);
		return;
	case FORM_NORMS:
		write_segments(w, basis, out);
		return;
	case FORM_RULESETS:
		recount_write(w->recount, out, basis);
		return;
	case FORM_CHOICE:
	case FORM_PLANS:
		choice_write(w->choice, out);
		return;
	case FORM_NEED:
	case FORM_STOCK:
		write_need(w, from, out);
		return;
	case FORM_CLAIMS:
	case FORM_CLAIMS_PLANS:
		claims_write(out, from->stands, w->claims);
		return;
	case FORM_PERMITS:
		permits_write(out, basis, from->series);
		return;
	case FORM_OUTLOOK:
		outlook_write(out, basis, from->series);
		return;
	case FORM_SCENARIOS:
		scenarios_write(out, from->stands, from->scenarios);
		return;
	case FORM_EXPLAIN:
		explain_write(w->explain, basis, out);
		return;
	default:
		columns_header(out, basis);
		columns_write(out, basis);
	}
}
