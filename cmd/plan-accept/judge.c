#include "judge.h"

#include "num.h"

static struct sum
size_of(struct sum s)
{
	if (s.units < 0)
		s.units = -s.units;
	return s;
}

/* The change is more than `percent` of what it was. */
static bool
beyond(struct sum change, struct sum was, int64_t percent)
{
	return size_of(change).units * 100 > size_of(was).units * percent;
}

/* new goes beyond the limit; *most gets the percentage that it goes beyond. Of
 * nothing there are no percents: what is new is not held against it. */
static bool
exceeds(const struct limit *l, struct sum old, struct sum new, int64_t *most)
{
	struct sum change = sum_minus(new, old);
	bool up = change.units > 0;

	*most = up ? l->rise : -l->fall;
	return old.units != 0 && (up ? l->rises : l->falls) &&
	       sum_compare(size_of(change), l->from) >= 0 &&
	       beyond(change, old, up ? l->rise : l->fall);
}

/* In whole percents, rounded up: what is beyond a limit shows so. */
static void
put_percent(struct buffer *b, struct sum change, struct sum was)
{
	sum_units of = size_of(was).units;
	sum_units percent = (size_of(change).units * 100 + of - 1) / of;

	buffer_clear(b);
	buffer_printf(b, "%s%lld", change.units < 0 ? "-" : "+",
		      (long long)percent);
}

static void
tell(const struct judge *j, enum rule rule, enum measure m,
     const struct text *args, size_t count)
{
	struct finding_place place = {.file = j->place,
				      .name = measure_name(m)};

	rule_add(j->findings, rule, &place, args, count);
}

static void
tell_change(const struct judge *j, enum measure m, struct sum old,
	    struct sum new, int64_t most)
{
	char a[SUM_TEXT], b[SUM_TEXT];
	struct buffer is = {0}, may = {0};

	put_percent(&is, sum_minus(new, old), old);
	buffer_printf(&may, "%+lld", (long long)most);
	tell(j, RULE_EXCEEDS, m,
	     TEXTS(j->naam, measure_name(m), sum_format(new, a),
		   sum_format(old, b), buffer_view(&is), buffer_view(&may)));
	buffer_free(&is);
	buffer_free(&may);
}

static size_t
judge_sum(const struct judge *j, enum measure m, struct sum old, struct sum new)
{
	struct limit l = limits_of(j->limits, m, j->gemeente);
	int64_t most;

	if (!exceeds(&l, old, new, &most))
		return 0;
	tell_change(j, m, old, new, most);
	return 1;
}

/* How many plans of before are there again, by their key or their name. */
static struct sum
known_again(const struct tally *old, const struct tally *new)
{
	int64_t n = 0;

	for (size_t i = 0; i < map_count(old->plans); i++) {
		const struct part *p = map_value(old->plans, i);

		n += map_get(new->plans, map_key(old->plans, i)) ||
		     map_get(new->names, p->folded);
	}
	return sum_of(num_of(n));
}

static struct sum
word_sum(const struct map *m, struct text word)
{
	const struct sum *s = map_get(m, word);

	return s ? *s : (struct sum){0};
}

/* Dwellings that are under another word now: what some lost and others gained,
 * the lesser of the two, so that growth alone is none. */
static struct sum
moved(const struct map *old, const struct map *new)
{
	struct sum lost = {0}, gained = {0}, d;

	for (size_t i = 0; i < map_count(old); i++) {
		d = sum_minus(*(struct sum *)map_value(old, i),
			      word_sum(new, map_key(old, i)));
		if (d.units > 0)
			lost = sum_plus(lost, d);
	}
	for (size_t i = 0; i < map_count(new); i++) {
		d = sum_minus(*(struct sum *)map_value(new, i),
			      word_sum(old, map_key(new, i)));
		if (d.units > 0)
			gained = sum_plus(gained, d);
	}
	return sum_compare(lost, gained) < 0 ? lost : gained;
}

/* Told as how many stay where they were. */
static size_t
judge_moved(const struct judge *j, enum measure m, struct sum was,
	    const struct map *old, const struct map *new)
{
	struct limit l = limits_of(j->limits, m, j->gemeente);
	struct sum move = moved(old, new);

	if (!l.rises || was.units <= 0 || sum_compare(move, l.from) < 0 ||
	    !beyond(move, was, l.rise))
		return 0;
	tell_change(j, m, was, sum_minus(was, move), -l.rise);
	return 1;
}

/* What part p of the new delivery was; NULL when it is within the limit. */
static const struct part *
part_before(const struct limit *l, const struct map *old, const struct map *new,
	    size_t i)
{
	const struct part *p = map_value(new, i);
	const struct part *was = map_get(old, map_key(new, i));
	int64_t most;

	if (!was || was->sum.units <= 0 || sum_compare(p->sum, was->sum) <= 0 ||
	    !exceeds(l, was->sum, p->sum, &most))
		return NULL;
	/* To other years: the plan is as large as it was. */
	if (p->of && was->of &&
	    sum_compare(size_of(sum_minus(p->of->sum, was->of->sum)), l->from) <
		0)
		return NULL;
	return was;
}

/* All parts that grew too much in one finding, which names the first. */
static size_t
judge_parts(const struct judge *j, enum measure m, const struct map *old,
	    const struct map *new)
{
	struct limit l = limits_of(j->limits, m, j->gemeente);
	const struct part *was, *first = NULL, *before = NULL;
	struct buffer which = {0}, times = {0};
	char a[SUM_TEXT], b[SUM_TEXT];
	size_t n = 0;

	for (size_t i = 0; i < map_count(new); i++) {
		was = part_before(&l, old, new, i);
		if (was && n++ == 0) {
			first = map_value(new, i);
			before = was;
		}
	}
	if (n == 0)
		return 0;
	buffer_add(&which, first->naam);
	if (first->years.n > 0)
		buffer_list(&which, " ", first->years);
	buffer_printf(&times, "%zu", n);
	tell(j, RULE_PARTS, m,
	     TEXTS(j->naam, measure_name(m), buffer_view(&times),
		   buffer_view(&which), sum_format(first->sum, a),
		   sum_format(before->sum, b)));
	buffer_free(&which);
	buffer_free(&times);
	return 1;
}

static size_t
judge_stock(const struct judge *j, const struct tally *new)
{
	struct limit l = limits_of(j->limits, MEASURE_VOORRAAD, j->gemeente);
	struct sum plans = new->sums[MEASURE_WONINGEN], stock;
	char a[SUM_TEXT], b[SUM_TEXT];
	struct buffer most = {0};

	if (!l.rises || !stock_of(j->stock, j->gemeente, &stock) ||
	    sum_compare(plans, l.from) < 0 || plans.units <= 0 ||
	    !beyond(plans, stock, l.rise))
		return 0;
	buffer_printf(&most, "%lld", (long long)l.rise);
	tell(j, RULE_STOCK, MEASURE_VOORRAAD,
	     TEXTS(j->naam, sum_format(plans, a), buffer_view(&most),
		   sum_format(stock, b)));
	buffer_free(&most);
	return 1;
}

static size_t
judge_empty(const struct judge *j, const struct tally *old)
{
	char a[SUM_TEXT];

	if (map_count(old->records) == 0)
		return 0;
	tell(j, RULE_EMPTY, MEASURE_RIJEN,
	     TEXTS(j->naam, sum_format(old->sums[MEASURE_RIJEN], a)));
	return 1;
}

size_t
judge_delivery(const struct judge *j, const struct tally *old,
	       const struct tally *new)
{
	size_t n = judge_stock(j, new);

	if (!old)
		return n;
	if (map_count(new->records) == 0)
		return n + judge_empty(j, old);
	for (int m = 0; m < MEASURE_SUMS; m++)
		n += judge_sum(j, (enum measure)m, old->sums[m], new->sums[m]);
	n += judge_sum(j, MEASURE_BEKEND,
		       sum_of(num_of((int64_t)map_count(old->plans))),
		       known_again(old, new));
	n += judge_moved(j, MEASURE_JAREN, old->sums[MEASURE_WONINGEN],
			 old->years, new->years);
	n += judge_moved(j, MEASURE_STATUS, old->sums[MEASURE_WONINGEN],
			 old->status, new->status);
	n += judge_parts(j, MEASURE_PLAN, old->plans, new->plans);
	return n + judge_parts(j, MEASURE_GETAL, old->cells, new->cells);
}
