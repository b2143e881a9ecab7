#include <stdlib.h>

#include "shape/layout.h"
#include "shape/row.h"
#include "shape/strip.h"

static int
begin(struct layout *l)
{
	row_header(l);
	return 0;
}

/* The order of the periods, made anew when there are more of them. */
static const size_t *
period_order(struct layout *l, size_t *n)
{
	*n = periods_count(l->j->periods);
	if (!l->order || l->ordered != *n) {
		free(l->order);
		l->order = periods_order(l->j->periods);
		l->ordered = *n;
	}
	return l->order;
}

static void
write_strip(struct layout *l, struct strip *s, long latest)
{
	struct mold *m = mold_new(l, s);

	for (size_t place = 0; place < places_grid(l->j->places); place++) {
		strip_turn(s, place);
		mold_turn(m);
		for (size_t k = 0; k < s->count; k++) {
			if (l->latest && (long)s->periods[k] != latest)
				continue;
			mold_write(m, k);
		}
	}
	mold_free(m);
}

static int
indicator(struct layout *l, size_t i)
{
	struct join *j = l->j;
	long latest = l->latest ? join_latest(j, i) : -1;
	struct strip s;
	size_t n;
	const size_t *order = period_order(l, &n);

	strip_open(&s, j, i, order, n);
	if (s.count > 0)
		write_strip(l, &s, latest);
	strip_close(&s);
	return 0;
}

const struct layout_kind layout_long = {begin, indicator, NULL, false};
const struct layout_kind layout_arcgis = {begin, indicator, NULL, true};
