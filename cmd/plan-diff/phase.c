#include "phase.h"

#include <stdlib.h>

#include "buf.h"

static bool
is_one_plan(const struct plan *a, const struct plan *b)
{
	return text_equal(a->gemeente, b->gemeente) &&
	       text_equal(a->id, b->id) && text_equal(a->fase, b->fase) &&
	       (a->id.n > 0 || text_equal(a->folded, b->folded));
}

static int
refuse(const struct plan *a, const struct plan *b, const char *file)
{
	bool order = a->row < b->row;

	return plan_two_values(order ? a : b, "planstatus", file,
			       order ? b->row : a->row);
}

static int
name_group(struct plan **plans, size_t n, struct arena *a, const char *file)
{
	struct buf fase = {0};

	for (size_t i = 0; i < n; i++)
		if (!text_is(plans[i]->planstatus, PLANSTATUS_UNKNOWN))
			return refuse(plans[i], plans[i == 0], file);
	for (size_t i = 0; i < n; i++) {
		struct plan *p = plans[i];
		buf_clear(&fase);
		buf_add(&fase, p->fase);
		buf_string(&fase, p->fase.n > 0 ? "/" : "");
		buf_string(&fase, hardheid_name(p->hardheid));
		p->fase = arena_text(a, buf_text(&fase));
	}
	free(fase.s);
	return 0;
}

int
phase_name(struct plan **plans, size_t count, struct arena *a, const char *file)
{
	for (size_t i = 0, j; i < count; i = j) {
		for (j = i + 1; j < count && is_one_plan(plans[i], plans[j]);)
			j++;
		if (j > i + 1 && name_group(plans + i, j - i, a, file) != 0)
			return -1;
	}
	return 0;
}
