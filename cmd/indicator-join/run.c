#include "run.h"

#include <stdlib.h>

#include "tables/key.h"
#include "grid/join.h"
#include "mem.h"
#include "plausible.h"
#include "secrets/withhold.h"
#include "tables/limits.h"

/* How far the indicators have been handed on. */
struct progress {
	struct join *j;
	const struct run_sink *sink;
	size_t next;
	bool all;	  /* everything was read */
	struct text done; /* --sorted: read up to and including this */
};

static bool
series_done(const struct progress *p, size_t series)
{
	const struct selection *x =
	    catalogue_selection(p->j->catalogue, series);

	return p->all || text_compare(x->onderwerp, p->done) <= 0;
}

/* Everything that the indicator is made of, or held against, was read. */
static bool
is_ready(const struct progress *p, size_t indicator)
{
	const struct join *j = p->j;
	const struct indicator *x = catalogue_at(j->catalogue, indicator);
	bool ready = series_done(p, indicator);

	if (x->weging == WEGING_GEWICHT)
		ready = ready && series_done(p, x->weight);
	if (x->is_ratio)
		ready = ready && series_done(p, x->teller) &&
			series_done(p, x->noemer);
	for (size_t i = 0; ready && i < limits_pairs(j->limits); i++)
		if (limits_pair(j->limits, i)->indicator == indicator)
			ready =
			    series_done(p, limits_pair(j->limits, i)->series);
	return ready;
}

/* Hands on the indicators that are ready, in the order of the catalogue. */
static int
hand_on(struct progress *p)
{
	struct join *j = p->j;

	for (; p->next < catalogue_count(j->catalogue); p->next++) {
		if (!is_ready(p, p->next))
			return 0;
		join_divide(j, p->next);
		join_aggregate(j, p->next);
		if (withhold_counts(j, p->next) < 0)
			return -1;
		plausible_judge(j, p->next);
		if (p->sink->indicator(p->sink->ctx, j, p->next) < 0)
			return -1;
		if (!p->sink->keeps)
			store_shrink(j->store, p->next, 0);
	}
	return 0;
}

static int
read_all(struct join *j)
{
	int rc;

	for (size_t i = 0; i < j->source_count; i++) {
		while ((rc = source_next(j->sources[i])) == 1)
			if (join_observe(j, i) < 0)
				return -1;
		if (rc < 0)
			return -1;
	}
	if (join_convert(j) < 0)
		return -1;
	for (size_t i = 0; i < catalogue_series(j->catalogue); i++)
		join_settle(j, i);
	return 0;
}

/* The source that stands at the lowest onderwerp, or -1 when all ended. */
static long
lowest(const struct join *j, const bool *ended)
{
	long best = -1;

	for (size_t i = 0; i < j->source_count; i++) {
		if (ended[i])
			continue;
		if (best < 0 ||
		    text_compare(
			source_field(j->sources[i], OBSERVATION_ONDERWERP),
			source_field(j->sources[best], OBSERVATION_ONDERWERP)) <
			0)
			best = (long)i;
	}
	return best;
}

static int
advance(struct join *j, size_t i, bool *ended)
{
	int rc = source_next_sorted(j->sources[i]);

	ended[i] = rc != 1;
	return rc < 0 ? -1 : 0;
}

/* Reads one onderwerp from all sources that have it next. */
static int
read_onderwerp(struct join *j, struct text onderwerp, bool *ended)
{
	size_t s = catalogue_find(j->catalogue, onderwerp);

	for (size_t i = 0; i < j->source_count; i++) {
		if (ended[i] || !text_equal(source_field(j->sources[i],
							 OBSERVATION_ONDERWERP),
					    onderwerp))
			continue;
		do
			if (join_observe(j, i) < 0 || advance(j, i, ended) < 0)
				return -1;
		while (!ended[i] && source_same(j->sources[i]));
	}
	for (; s != SERIES_NONE; s = catalogue_selection(j->catalogue, s)->next)
		join_settle(j, s);
	return 0;
}

static int
read_sorted(struct progress *p, bool *ended)
{
	struct join *j = p->j;
	struct buffer name = {0};
	struct text onderwerp;
	long i;
	int rc = 0;

	for (size_t k = 0; rc == 0 && k < j->source_count; k++)
		rc = advance(j, k, ended);
	while (rc == 0 && (i = lowest(j, ended)) >= 0) {
		onderwerp = source_field(j->sources[i], OBSERVATION_ONDERWERP);
		p->done = key_join(&name, &onderwerp, 1);
		rc = read_onderwerp(j, p->done, ended);
		if (rc == 0)
			rc = hand_on(p);
	}
	buffer_free(&name);
	return rc;
}

int
run_join(struct join *j, const struct run_sink *sink)
{
	struct progress p = {.j = j, .sink = sink, .done = {"", 0}};
	bool *ended;
	int rc;

	ended = mem_array(j->source_count + 1, sizeof(*ended));
	rc = j->options->sorted ? read_sorted(&p, ended) : read_all(j);
	free(ended);
	p.all = true;
	if (rc < 0 || join_close(j) < 0 || hand_on(&p) < 0)
		rc = -1;
	return rc < 0 ? -1 : 0;
}
