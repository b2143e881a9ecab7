#include "shape/feed.h"

#include <stdlib.h>

#include "run.h"

#define LAYOUT(kind, word) {word, &layout_##kind},
static const struct {
	const char *name;
	const struct layout_kind *kind;
} kinds[] = {LAYOUTS(LAYOUT)};
#undef LAYOUT

static const struct layout_kind *
kind_of(const char *name)
{
	for (size_t i = 0; name && i < sizeof(kinds) / sizeof(*kinds); i++)
		if (text_is(text_of(name), kinds[i].name))
			return kinds[i].kind;
	return &layout_long;
}

/* What run_join calls for each indicator. */
struct feed {
	struct layout *layout;
	const struct layout_kind *kind;
};

static int
write_indicator(void *ctx, struct join *j, size_t i)
{
	struct feed *feed = ctx;

	(void)j;
	if (feed->kind->indicator)
		return feed->kind->indicator(feed->layout, i);
	return 0;
}

static struct csvout *
open_csv(const struct layout_options *o, struct output *out)
{
	struct csvout *w = csvout_new(out, CSVOUT_ASKED);

	csvout_delimiter(w, o->delimiter);
	return w;
}

int
feed_write(struct join *j, const struct layout_options *o, struct output *out)
{
	const struct layout_kind *kind =
	    j->options->explain ? &layout_explain : kind_of(o->name);
	struct layout l = {0};
	struct feed feed = {&l, kind};
	struct run_sink sink = {&feed, write_indicator, kind->end != NULL};
	int rc = 0;

	l.j = j;
	l.w = open_csv(o, out);
	l.point = text_is(text_of(o->decimal), "comma") ? ',' : '.';
	l.latest = j->options->latest;
	l.clean = kind->clean;
	if (kind->begin)
		rc = kind->begin(&l);
	if (rc == 0)
		rc = run_join(j, &sink);
	if (rc == 0 && kind->end)
		rc = kind->end(&l);
	csvout_finish(l.w);
	buffer_free(&l.a);
	buffer_free(&l.b);
	for (size_t i = 0; i < LAYOUT_CLEAN; i++)
		buffer_free(&l.cleaned[i]);
	free(l.order);
	return rc;
}
