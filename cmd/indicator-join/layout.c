#include "layout.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

static const struct layout_kind *const kinds[] = {
    &layout_long,  &layout_arcgis,     &layout_wide,
    &layout_swing, &layout_swing_long, &layout_swing_meta};

static const struct layout_kind *
kind_of(const char *name)
{
	for (size_t i = 0; name && i < sizeof(kinds) / sizeof(*kinds); i++)
		if (text_is(text_of(name), kinds[i]->name))
			return kinds[i];
	return &layout_long;
}

/* What join_run calls for each indicator. */
struct run {
	struct layout *layout;
	const struct layout_kind *kind;
};

static int
write_indicator(void *ctx, struct join *j, size_t i)
{
	struct run *run = ctx;

	(void)j;
	if (run->kind->indicator)
		return run->kind->indicator(run->layout, i);
	return 0;
}

static struct csvout *
open_csv(const struct layout_options *o, struct output *out)
{
	struct csvout *w =
	    csvout_new(out, o->table ? CSVOUT_TABLE : CSVOUT_CSV);

	csvout_delimiter(w, o->delimiter);
	return w;
}

int
layout_write(struct join *j, const struct layout_options *o, struct output *out)
{
	const struct layout_kind *kind =
	    j->options->explain ? &layout_explain : kind_of(o->name);
	struct layout l = {0};
	struct run run = {&l, kind};
	struct join_sink sink = {&run, write_indicator, kind->end != NULL};
	int rc = 0;

	l.j = j;
	l.w = open_csv(o, out);
	l.point = text_is(text_of(o->decimal), "comma") ? ',' : '.';
	l.latest = j->options->latest;
	l.table = o->table;
	l.clean = kind->clean;
	if (kind->begin)
		rc = kind->begin(&l);
	if (rc == 0)
		rc = join_run(j, &sink);
	if (rc == 0 && kind->end)
		rc = kind->end(&l);
	csvout_finish(l.w);
	free(l.a.s);
	free(l.b.s);
	for (size_t i = 0; i < LAYOUT_CLEAN; i++)
		free(l.cleaned[i].s);
	free(l.order);
	return rc;
}

void
layout_value(struct layout *l, struct num v, int decimals)
{
	char buf[NUM_TEXT];
	struct text t = num_format_fixed(v, decimals, buf);
	char *point = strchr(buf, '.');

	if (point)
		*point = l->point;
	csvout_text(l->w, t);
}

bool
layout_uses(const struct layout *l, size_t period)
{
	for (size_t i = 0; i < catalogue_count(l->j->catalogue); i++)
		if (store_has(l->j->store, i, period))
			return true;
	return false;
}
