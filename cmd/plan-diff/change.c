#include "change.h"

#include <stdlib.h>

#include "amounts.h"
#include "diag.h"
#include "mem.h"
#include "remark.h"
#include "rows.h"

struct change {
	struct rows rows;
	struct remark remark;
};

static void
words(struct rows *r, const char *wijziging, const char *veld,
      const struct text was_is[2])
{
	if (text_equal(was_is[0], was_is[1]))
		return;
	rows_clear(r);
	buffer_string(&r->veld, veld);
	rows_phase(r);
	buffer_add(&r->oud, was_is[0]);
	buffer_add(&r->nieuw, was_is[1]);
	rows_put(r, wijziging, NULL);
}

static void
compare_names(struct rows *r, const struct plan *old, const struct plan *new)
{
	const struct text id[2] = {plan_id(old), plan_id(new)};
	const struct text fase[2] = {*old->state->fase, *new->state->fase};
	const struct text naam[2] = {plan_naam(old), plan_naam(new)};

	words(r, "hernoemd", "plan_id", id);
	words(r, "hernoemd", "fase_id", fase);
	words(r, "hernoemd", "plan_naam", naam);
}

static void
compare_status(struct rows *r, const struct plan *old, const struct plan *new)
{
	const struct text status[2] = {*old->state->planstatus,
				       *new->state->planstatus};
	const struct text fase[2] = {*old->state->projectfase,
				     *new->state->projectfase};
	const struct text hardheid[2] = {hardheid_name(old->state->hardheid),
					 hardheid_name(new->state->hardheid)};

	words(r, "status", "planstatus", status);
	words(r, "status", "hardheid", hardheid);
	words(r, "status", "projectfase", fase);
}

/* Two texts of hectares, each a number or empty (not given). */
static bool
hectares_same(struct text a, struct text b)
{
	struct num x = {0}, y = {0};

	if (num_parse(a, NUM_PLAIN, &x) != num_parse(b, NUM_PLAIN, &y))
		return false;
	return num_compare(x, y) == 0;
}

/* Hectares, and so no dwellings: verschil stays empty. */
static void
compare_bos(struct rows *r, struct text old, struct text new)
{
	const struct text bos[2] = {old, new};

	if (!hectares_same(old, new))
		words(r, "aantal", "bos_ha", bos);
}

static int
put_pair(struct change *c, const struct plan *old, const struct plan *new)
{
	c->rows.shown = new;
	compare_names(&c->rows, old, new);
	compare_status(&c->rows, old, new);
	remark_pair(&c->remark, old, new);
	if (amounts_compare(&c->rows, old, new) != 0)
		return -1;
	compare_bos(&c->rows, *old->state->bos, *new->state->bos);
	return 0;
}

static int
put_new(struct change *c, const struct plan *p)
{
	struct rows *r = &c->rows;
	const struct num netto = plan_netto(p);

	r->shown = p;
	rows_clear(r);
	buffer_string(&r->veld, "netto");
	rows_phase(r);
	rows_add_num(&r->nieuw, netto);
	rows_put(r, "nieuw", &netto);
	compare_bos(r, text_of(""), *p->state->bos);
	return 0;
}

static int
put_gone(struct change *c, const struct plan *p)
{
	struct rows *r = &c->rows;
	struct num verschil = {0};

	if (plan_subtract(&verschil, plan_netto(p)) != 0)
		return -1;
	r->shown = p;
	rows_clear(r);
	buffer_string(&r->veld, "netto");
	rows_phase(r);
	rows_add_num(&r->oud, plan_netto(p));
	if (plan_rejected(p))
		rows_add_num(&r->nieuw, plan_netto(plan_rejected(p)));
	rows_put(r, plan_rejected(p) ? "geweigerd" : "vervallen", &verschil);
	compare_bos(r, *p->state->bos, text_of(""));
	return 0;
}

/* The wood of the parts together; empty when none gives it. */
static int
sum_bos(const struct plan *parts, char text[NUM_TEXT], struct text *out)
{
	struct num sum = {0}, v;

	*out = text_of("");
	for (const struct plan *p = parts; p; p = p->next) {
		if (num_parse(*p->state->bos, NUM_PLAIN, &v) != NUM_OK)
			continue;
		if (!num_add(sum, v, &sum))
			return diag_fail("a total of hectares has more than 18 "
					 "digits");
		*out = num_format(sum, text);
	}
	return 0;
}

/* The names of the parts, and what they have together. */
static int
join_parts(struct buffer *b, const struct plan *parts, struct num *sum)
{
	for (const struct plan *p = parts; p; p = p->next) {
		if (p != parts)
			buffer_string(b, "|");
		buffer_add(b, *p->state->fase);
		if (plan_sum(sum, plan_netto(p)) != 0)
			return -1;
	}
	return 0;
}

/* One row for the split or the merger; then what each part has for a status,
 * by the part's phase. */
static int
put_parts(struct change *c, const struct plan *whole)
{
	bool split = whole->link == LINK_SPLIT;
	struct rows *r = &c->rows;
	struct num sum = {0}, verschil = plan_netto(whole);
	char text[NUM_TEXT];
	struct text bos;

	r->shown = whole;
	rows_clear(r);
	buffer_string(&r->veld, "fase_id");
	buffer_add(split ? &r->oud : &r->nieuw, *whole->state->fase);
	if (join_parts(split ? &r->nieuw : &r->oud, whole->peer, &sum) != 0 ||
	    plan_subtract(split ? &sum : &verschil,
			  split ? plan_netto(whole) : sum) != 0 ||
	    sum_bos(whole->peer, text, &bos) != 0)
		return -1;
	rows_put(r, split ? "gesplitst" : "samengevoegd",
		 split ? &sum : &verschil);
	compare_bos(r, split ? *whole->state->bos : bos,
		    split ? bos : *whole->state->bos);
	for (const struct plan *p = whole->peer; p; p = p->next) {
		r->shown = p;
		compare_status(r, split ? whole : p, split ? p : whole);
		remark_pair(&c->remark, split ? whole : p, split ? p : whole);
	}
	return 0;
}

/* A plan stands where its shown id sorts: the new one, but for what is gone
 * or split. */
static int
put(struct change *c, const struct plan *p, bool is_new)
{
	if (p->link == LINK_NONE)
		return is_new ? put_new(c, p) : put_gone(c, p);
	if (p->link == LINK_SPLIT || p->link == LINK_MERGE)
		return put_parts(c, p);
	return put_pair(c, p->peer, p);
}

/* Those of a register that give rows of their own. */
static bool
of_old(const struct plan *p)
{
	return p->link == LINK_NONE || p->link == LINK_SPLIT;
}

static bool
of_new(const struct plan *p)
{
	return p->link != LINK_SPLIT && !plan_unchanged(p);
}

/* Those of both in their order, the old one first. */
static int
write_all(struct change *c, struct plan *const *old, struct plan *const *new)
{
	int rc = 0;

	while (rc == 0 && (*old || *new)) {
		bool is_new = !*old || (*new &&plan_compare(*new, *old) < 0);

		rc = put(c, is_new ? *new ++ : *old++, is_new);
	}
	return rc;
}

int
change_write(const struct plans *old, const struct plans *new, struct csvout *w,
	     struct findings *f, size_t *count)
{
	struct change c = {.rows = {.w = w}};
	size_t n;
	struct plan **before = plans_sorted(old, of_old, &n);
	struct plan **after = plans_sorted(new, of_new, &n);

	remark_init(&c.remark, f, new);
	remark_order(&c.remark, old, new);
	c.rows.before.words = c.rows.after.words = plans_words(new);
	rows_header(&c.rows);
	int rc = write_all(&c, before, after);
	*count = c.rows.count;
	remark_end(&c.remark);
	rows_free(&c.rows);
	free(before);
	free(after);
	return rc;
}
