#include "read/letter.h"

#include <stdlib.h>

#include "arena.h"
#include "read/lettertext.h"
#include "map.h"
#include "mem.h"
#include "read/page.h"

struct letter {
	struct arena *arena;
	struct map *pages;   /* by code of the gemeente; "" when not known */
	struct page general; /* about the header */
	struct page *last;
	struct stand *stand;
	struct note *pending; /* of the record at hand */
	size_t pending_n, pending_cap;
	bool begun; /* past the header */
};

struct letter *
letter_new(void)
{
	struct letter *l = mem_new(struct letter);

	l->arena = arena_new();
	l->pages = map_new();
	l->stand = stand_new();
	return l;
}

void
letter_free(struct letter *l)
{
	if (!l)
		return;
	for (size_t i = 0; i < map_count(l->pages); i++)
		page_clear(map_value(l->pages, i));
	page_clear(&l->general);
	map_free(l->pages);
	stand_free(l->stand);
	arena_free(l->arena);
	free(l->pending);
	free(l);
}

static struct page *
page_of(struct letter *l, const struct gemeente *g)
{
	struct page **slot =
	    (struct page **)map_slot(l->pages, g ? g->code : text_of(""));

	if (!*slot) {
		*slot = arena_alloc(l->arena, 1, sizeof(**slot));
		(*slot)->gemeente = g;
	}
	return *slot;
}

void
letter_note(struct letter *l, enum rule rule, const struct finding_place *place,
	    const struct text *args, size_t count)
{
	struct note n = {.rule = rule, .record = place->record};

	n.text = note_text(l->arena, rule, place, args, count);
	if (!l->begun) {
		page_add(&l->general, &n);
		return;
	}
	l->pending = mem_grow(l->pending, &l->pending_cap, l->pending_n + 1,
			      sizeof(*l->pending));
	l->pending[l->pending_n++] = n;
}

void
letter_begin(struct letter *l)
{
	l->begun = true;
}

/* Notes of records before this one are of the page before. */
static void
settle(struct letter *l, struct page *page, size_t record)
{
	for (size_t i = 0; i < l->pending_n; i++) {
		const struct note *n = &l->pending[i];

		page_add(n->record < record && l->last ? l->last : page, n);
	}
	l->pending_n = 0;
}

static int
count_dwellings(struct letter *l, const struct plan *plan,
		const struct amount *amounts, size_t count)
{
	struct stand_plan like = {.gemeente = plan->gemeente->code,
				  .id = plan->field[FIELD_PLAN_ID],
				  .naam = plan->field[FIELD_PLAN_NAAM],
				  .fase = plan->field[FIELD_FASE_ID],
				  .planstatus = plan->planstatus,
				  .bos = plan->field[FIELD_BOS_HA]};
	struct stand_plan *p = stand_get(l->stand, &like);

	for (size_t i = 0; i < count; i++) {
		const struct amount *a = &amounts[i];
		struct stand_amount add = {
		    a->kind->hardheid.n ? a->kind->hardheid : plan->hardheid,
		    a->kind->soort, a->value, a->bounds};

		if (amount_counts(a) && stand_add(p, &add) < 0)
			return -1;
	}
	return 0;
}

int
letter_record(struct letter *l, size_t record, const struct plan *plan,
	      const struct amount *amounts, size_t count)
{
	struct page *page = plan || !l->last
				? page_of(l, plan ? plan->gemeente : NULL)
				: l->last;

	settle(l, page, record);
	l->last = page;
	if (!amounts) {
		page->rejected++;
		return 0;
	}
	page->accepted++;
	return count_dwellings(l, plan, amounts, count);
}

void
letter_write(struct letter *l, const struct letter_facts *facts,
	     struct stand *previous, struct output *out)
{
	struct lettertext t = {.facts = facts,
			       .general = &l->general,
			       .stand = l->stand,
			       .previous = previous,
			       .out = out};
	struct page *page;

	settle(l, page_of(l, l->last ? l->last->gemeente : NULL), 0);
	if (previous)
		stand_pair(l->stand, previous);
	for (size_t i = 0; i < gemeenten_count(facts->gemeenten); i++) {
		page =
		    map_get(l->pages, gemeenten_at(facts->gemeenten, i)->code);
		if (page)
			lettertext_page(&t, page);
	}
	page = map_get(l->pages, text_of(""));
	if (page && (page->rejected || page->note_count))
		lettertext_page(&t, page);
}
