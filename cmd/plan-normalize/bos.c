#include "bos.h"

/* "3,75 ha" */
static struct text
without_unit(struct text t)
{
	struct text unit = {t.s + t.n - 2, 2};

	if (t.n < 3 || !(text_is(unit, "ha") || text_is(unit, "Ha")))
		return t;
	return text_trim((struct text){t.s, t.n - 2});
}

struct text
bos_read(struct bos *b, const struct layout *l, enum num_form form,
	 struct text cell, long column, struct report *report)
{
	const struct word *w;
	struct num v;

	switch (num_parse(without_unit(cell), form, &v)) {
	case NUM_OK:
		if (v.units >= 0)
			return num_format(v, b->buf);
		break;
	case NUM_EMPTY:
		return text_of("");
	case NUM_BAD:
	case NUM_RANGE:
	case NUM_AMBIGUOUS:
		w = layout_cell(l, cell);
		if (w)
			return text_of(text_is(w->value, "nul") ? "0" : "");
		break;
	}
	report_add(report, RULE_HECTARES, column, cell, text_of(""));
	return text_of("");
}
