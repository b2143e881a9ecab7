#include "judge.h"

#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "mem.h"
#include "parts.h"
#include "solver.h"

const char *const VERDICT_WORDS[] = {
    "",	       "veilig",       "eerder verteld", "te weinig plannen",
    "te nauw", "te berekenen", "openbaar"};

/* One system of sums: of this release, the one before, or both. */
struct system {
	struct judge *j;
	bool both;
	struct sets *sets;
	struct parts *parts; /* or NULL */
	struct solver *solver;
	const struct set **smallest; /* by unknown: the set with fewest plans */
};

static void
worsen(struct judged *to, enum verdict v)
{
	if (v > to->verdict)
		to->verdict = v;
}

/* --- what is said of it --- */

static struct num
parts(const struct judge *j, int64_t value)
{
	return (struct num){value, world_scale(j->world)};
}

static int64_t
sum_of(const struct judge *j, const struct set *set)
{
	int64_t sum = 0;

	for (size_t i = 0; i < set->count; i++)
		sum += world_unknown(j->world, set->unknowns[i])->value;
	return sum;
}

static void
add_number(const struct judge *j, struct buffer *b, int64_t value)
{
	char digits[NUM_TEXT];

	buffer_add(b, num_format(parts(j, value), digits));
}

/* stand.csv KEY zacht 163 - plannen 76 - stand.csv KEY zacht 20 = 67 */
static struct text
describe(const struct judge *j, const struct sets *sets, const struct set *set)
{
	struct buffer b = {0};
	int64_t all = 0, shown = 0;
	struct text t;

	for (size_t i = 0; i < set->base->count; i++) {
		const struct unknown *u = set->base->members[i]->unknown;

		all += u->value;
		shown += sets_known(sets, u) ? u->value : 0;
	}
	buffer_add(&b, set->base->key);
	buffer_char(&b, ' ');
	add_number(j, &b,
		   set->rounded ? cell_nearest(all, set->base->base) : all);
	if (set->rounded) {
		buffer_string(&b, " (rounded to ");
		add_number(j, &b, set->base->base);
		buffer_char(&b, ')');
	}
	if (shown) {
		buffer_string(&b, " - arcgis/plannen.csv ");
		add_number(j, &b, shown);
	}
	for (size_t i = 0; i < set->off_count; i++) {
		const struct set *off = sets_taken(sets, set, i);

		buffer_string(&b, " - ");
		buffer_add(&b, off->base->key);
		buffer_char(&b, ' ');
		add_number(j, &b, sum_of(j, off));
	}
	buffer_string(&b, set->rounded ? " is nearly " : " = ");
	add_number(j, &b, sum_of(j, set));
	t = arena_text(j->arena, buffer_view(&b));
	buffer_free(&b);
	return t;
}

static struct text
files_of(const struct judge *j, const struct sets *sets, const struct set *set)
{
	const struct cell **list =
	    mem_array(cells_count(j->cells) + 1, sizeof(*list));
	size_t n = sets_origin(sets, set, list);
	struct cell all = {0};

	for (size_t i = 0; i < n; i++)
		all.tables |= list[i]->tables;
	free(list);
	return cells_tables(j->cells, &all);
}

static void
explain(const struct system *s, const struct set *set, struct judged *to)
{
	if (!set || to->sum.n > 0)
		return;
	to->files = files_of(s->j, s->sets, set);
	to->sum = describe(s->j, s->sets, set);
}

/* --- one system --- */

static bool
is_secret(const struct system *s, const struct unknown *u)
{
	return u->closed && solver_has(s->solver, u->number);
}

/* With the releases before a crowd that they tell of is no secret any more. */
static bool
is_crowds(const struct system *s, const struct unknown *u)
{
	return is_secret(s, u) && !(s->both && s->j->told.crowded[u->number]);
}

static void
system_open(struct system *s, struct judge *j, unsigned rounds)
{
	*s = (struct system){.j = j};
	s->both = rounds & 1u << NOW && rounds != 1u << NOW;
	s->sets =
	    sets_new(j->drafts, rounds, rounds != 1u << NOW ? &j->told : NULL);
	s->smallest =
	    mem_array(world_unknowns(j->world) + 1, sizeof(*s->smallest));
}

/* Only where the sets have not told enough. Without those that were found
 * good before (parts.h), when that is asked; false when none is left. */
static bool
system_solve(struct system *s, bool again)
{
	size_t count = sets_count(s->sets), n = 0;
	const struct set **list = mem_array(count + 1, sizeof(*list));
	const bool *good = again ? NULL : parts_good(s->parts);

	for (size_t i = 0; i < count; i++)
		if (!good || !good[i])
			list[n++] = sets_at(s->sets, i);
	if (n > 0 || again)
		s->solver = solver_new(s->j->world, list, n);
	free(list);
	return n > 0;
}

static void
system_close(struct system *s)
{
	solver_free(s->solver);
	parts_free(s->parts);
	sets_free(s->sets);
	free(s->smallest);
}

/* The first sum whose crowd is too small, after `from`. */
static const struct set *
bad_crowd(const struct system *s, size_t *from, struct crowd *c)
{
	while (*from < sets_count(s->sets)) {
		const struct set *set = sets_at(s->sets, (*from)++);

		*c = sets_crowd(s->sets, set, s->j->limits);
		if (!crowd_hides(c, s->j->limits))
			return set;
	}
	return NULL;
}

/* The least of what the limit asks and of what the releases before left. */
static struct reach
least(const struct reach *before, int64_t step)
{
	return (struct reach){before->down < step ? before->down : step,
			      before->up < step ? before->up : step};
}

/* How far an unknown must be. */
static struct reach
asked(const struct system *s, const struct unknown *u)
{
	int64_t step = geheim_step(s->j->limits, u->value);

	return s->both ? least(&s->j->told.unknowns[u->number], step)
		       : (struct reach){step, step};
}

/* Whether an unknown can be far enough, and how far up to the limit. */
static bool
is_far(const struct system *s, const struct unknown *u, struct reach *to)
{
	int64_t step = geheim_step(s->j->limits, u->value);
	struct reach want = asked(s, u);

	to->down = solver_reach(s->solver, u->number, false, step);
	to->up = solver_reach(s->solver, u->number, true, step);
	return to->down >= want.down && to->up >= want.up;
}

/* The same, but how far is not looked for. */
static bool
is_enough(const struct system *s, const struct unknown *u)
{
	struct reach want = asked(s, u);

	return solver_reach(s->solver, u->number, false, want.down) >=
		   want.down &&
	       solver_reach(s->solver, u->number, true, want.up) >= want.up;
}

/* What was left before counts of a total of the same unknowns. */
static struct reach
asked_plan(const struct system *s, const struct plan *p)
{
	int64_t step = geheim_step(s->j->limits, solver_plan(s->solver, p));
	const struct told *told = &s->j->told;

	return s->both &&
		       solver_plan_mark(s->solver, p) == told->mark[p->number]
		   ? least(&told->plans[p->number], step)
		   : (struct reach){step, step};
}

static bool
is_plan_far(const struct system *s, const struct plan *p, struct reach *to)
{
	int64_t step = geheim_step(s->j->limits, solver_plan(s->solver, p));
	struct reach want = asked_plan(s, p);

	to->down = solver_reach_plan(s->solver, p, false, step);
	to->up = solver_reach_plan(s->solver, p, true, step);
	return to->down >= want.down && to->up >= want.up;
}

static bool
is_plan_enough(const struct system *s, const struct plan *p)
{
	struct reach want = asked_plan(s, p);

	return solver_reach_plan(s->solver, p, false, want.down) >= want.down &&
	       solver_reach_plan(s->solver, p, true, want.up) >= want.up;
}

static enum verdict
nearness(const struct reach *to)
{
	return to->down + to->up == 0 ? VERDICT_TOLD : VERDICT_NEAR;
}

static void
judge_crowds(struct system *s)
{
	for (size_t i = 0; i < sets_count(s->sets); i++) {
		const struct set *set = sets_at(s->sets, i);
		struct crowd c = sets_crowd(s->sets, set, s->j->limits);
		bool bad = !crowd_hides(&c, s->j->limits);

		for (size_t k = 0; k < set->count; k++) {
			struct judged *to = &s->j->unknowns[set->unknowns[k]];

			if (!is_crowds(s, world_unknown(s->j->world,
							set->unknowns[k])))
				continue;
			if (!s->smallest[set->unknowns[k]] ||
			    c.plans < to->plans) {
				s->smallest[set->unknowns[k]] = set;
				to->plans = c.plans;
			}
			if (bad)
				worsen(to, VERDICT_CROWD);
			if (bad)
				explain(s, set, to);
		}
	}
}

static void
judge_unknown(struct system *s, const struct unknown *u)
{
	struct judged *to = &s->j->unknowns[u->number];
	struct reach now;

	if (!is_secret(s, u))
		return;
	worsen(to, VERDICT_SAFE);
	if (is_far(s, u, &now))
		return;
	worsen(to, nearness(&now));
	to->down = now.down;
	to->up = now.up;
	explain(s, s->smallest[u->number], to);
}

static void
judge_plan(struct system *s, const struct unknown *u)
{
	struct judged *to = &s->j->plans[u->plan->number];
	struct reach now;

	if (!is_secret(s, u) || solver_plan(s->solver, u->plan) == 0)
		return;
	worsen(to, VERDICT_SAFE);
	if (is_plan_far(s, u->plan, &now))
		return;
	worsen(to, nearness(&now));
	to->down = now.down;
	to->up = now.up;
	explain(s, s->smallest[u->number], to);
}

static void
judge_system(struct judge *j, unsigned rounds)
{
	struct system s;
	const struct round *r = world_round(j->world, NOW);
	const struct plan *last = NULL;

	system_open(&s, j, rounds);
	system_solve(&s, true);
	judge_crowds(&s);
	for (size_t i = 0; i < r->amount_count; i++) {
		const struct amount *a = r->amounts[i];

		if (!a->unknown)
			continue;
		judge_unknown(&s, a->unknown);
		if (a->entry->plan != last)
			judge_plan(&s, a->unknown);
		last = a->entry->plan;
	}
	system_close(&s);
}

static size_t
count_exactly(const struct judge *j)
{
	size_t n = 0;

	for (size_t i = 0; i < world_unknowns(j->world) / NUMBER_BITS + 1; i++)
		n += (size_t)__builtin_popcountll(j->told.exactly[i]);
	return n;
}

/* What the releases before tell by themselves of one unknown. */
static void
learn_unknown(struct system *s, const struct unknown *u)
{
	struct told *told = &s->j->told;

	if (sets_known(s->sets, u)) {
		told_exactly(told, u->number);
		told->crowded[u->number] = true;
		return;
	}
	if (!is_secret(s, u))
		return;
	is_far(s, u, &told->unknowns[u->number]);
	if (nearness(&told->unknowns[u->number]) == VERDICT_TOLD)
		told_exactly(told, u->number);
}

static void
learn_plan(struct system *s, const struct unknown *u)
{
	struct told *told = &s->j->told;
	size_t number = u->plan->number;

	if (!is_secret(s, u) || solver_plan(s->solver, u->plan) == 0)
		return;
	told->mark[number] = solver_plan_mark(s->solver, u->plan);
	is_plan_far(s, u->plan, &told->plans[number]);
}

static void
learn(struct judge *j, unsigned rounds)
{
	const struct plan *last = NULL;
	struct system s;

	system_open(&s, j, rounds);
	system_solve(&s, true);
	for (size_t i = 0; i < sets_count(s.sets); i++)
		sets_mark(s.sets, sets_at(s.sets, i), j->limits, &j->told);
	for (size_t i = 0; i < world_unknowns(j->world); i++) {
		const struct unknown *u = world_unknown(j->world, i);

		learn_unknown(&s, u);
		if (u->plan != last)
			learn_plan(&s, u);
		last = u->plan;
	}
	system_close(&s);
}

/* Who knows some exactly knows more: until there is no more. */
static void
learn_all(struct judge *j, unsigned rounds)
{
	size_t known;

	told_new(&j->told, j->world);
	do {
		known = count_exactly(j);
		learn(j, rounds);
		j->told.whole = true;
	} while (rounds && count_exactly(j) > known);
}

void
judge_before(struct judge *j)
{
	if (!j->passed)
		j->passed = map_new();
	if (!j->drafts)
		j->drafts = drafts_new(j->world, j->cells);
	learn_all(j, world_before(j->world));
}

/* Whether the releases before told more of an unknown than the limit allows. */
static bool
was_told(const struct judge *j, const struct unknown *u)
{
	const struct reach *left = &j->told.unknowns[u->number];
	int64_t step = geheim_step(j->limits, u->value);

	return j->told.crowded[u->number] || left->down < step ||
	       left->up < step;
}

/* Of what was told the release that tells it by itself. */
static void
find_tellers(struct judge *j)
{
	size_t n = world_unknowns(j->world);
	bool any = false;

	j->teller = mem_array(n + 1, sizeof(*j->teller));
	for (size_t i = 0; i < n; i++)
		any = any || (world_unknown(j->world, i)->closed &&
			      was_told(j, world_unknown(j->world, i)));
	for (int round = BEFORE; any && round < ROUNDS; round++) {
		struct judge one = *j;

		if (!world_has(j->world, round))
			continue;
		learn_all(&one, 1u << round);
		for (size_t i = 0; i < n; i++)
			if (was_told(&one, world_unknown(j->world, i)))
				j->teller[i] = round;
		told_free(&one.told);
	}
}

void
judge_all(struct judge *j)
{
	const struct round *r = world_round(j->world, NOW);

	j->arena = arena_new();
	j->unknowns =
	    mem_array(world_unknowns(j->world) + 1, sizeof(*j->unknowns));
	j->plans = mem_array(world_plans(j->world), sizeof(*j->plans));
	judge_before(j);
	find_tellers(j);
	judge_system(j, 1u << NOW);
	if (world_has(j->world, BEFORE))
		judge_system(j, 1u << NOW | world_before(j->world));
	for (size_t i = 0; i < r->amount_count; i++) {
		const struct amount *a = r->amounts[i];

		if (!a->unknown || !a->entry->closed)
			continue;
		if (was_told(j, a->unknown) &&
		    j->unknowns[a->unknown->number].verdict <= VERDICT_SAFE)
			j->unknowns[a->unknown->number].verdict =
			    VERDICT_BEFORE;
		if (a->entry->shown)
			j->unknowns[a->unknown->number].verdict = VERDICT_SHOWN;
	}
}

void
judge_free(struct judge *j)
{
	arena_free(j->arena);
	free(j->unknowns);
	free(j->plans);
	free(j->teller);
	told_free(&j->told);
	map_free(j->passed);
	drafts_free(j->drafts);
}

/* --- for who mends it --- */

/* The first of an entry that all sums together tell, or its plan's total. */
static const struct unknown *
first_near_of(const struct system *s, const struct entry *e)
{
	bool any = false;

	for (size_t i = 0; i < e->count; i++) {
		const struct unknown *u;

		if (!solver_has(s->solver, e->first + i))
			continue;
		u = world_unknown(s->j->world, e->first + i);
		if (!u->closed)
			continue;
		if (!is_enough(s, u) ||
		    (!any && solver_plan(s->solver, u->plan) != 0 &&
		     !is_plan_enough(s, u->plan)))
			return u;
		any = true;
	}
	return NULL;
}

static const struct unknown *
first_near(const struct system *s)
{
	const struct round *r = world_round(s->j->world, NOW);
	const struct unknown *u = NULL;

	for (size_t i = 0; i < r->entry_count && !u; i++)
		u = first_near_of(s, r->entries[i]);
	return u;
}

static bool
system_danger(struct system *s, struct danger *d)
{
	struct crowd c;
	size_t from = 0;

	d->set = bad_crowd(s, &from, &c);
	if (!d->set) {
		s->parts =
		    parts_new(s->j->world, s->sets, s->both, s->j->passed);
		if (!system_solve(s, false))
			return false;
	}
	d->unknown = d->set ? c.worst : first_near(s);
	if (!d->unknown) {
		parts_pass(s->parts);
		return false;
	}
	d->sets = s->sets;
	s->sets = NULL;
	return true;
}

/* Of this release alone, then of both. */
static size_t
systems(const struct judge *j)
{
	return world_has(j->world, BEFORE) ? 2 : 1;
}

static void
system_open_nth(struct system *s, struct judge *j, size_t i)
{
	system_open(s, j,
		    i == 0 ? 1u << NOW : 1u << NOW | world_before(j->world));
}

bool
judge_danger(struct judge *j, struct danger *d)
{
	bool found = false;

	for (size_t i = 0; !found && i < systems(j); i++) {
		struct system s;

		system_open_nth(&s, j, i);
		found = system_danger(&s, d);
		system_close(&s);
	}
	return found;
}

bool
judge_safe(struct judge *j, bool news, struct sets **now)
{
	bool found = false;

	*now = NULL;
	for (size_t i = 0; !found && i < (news ? systems(j) : 1); i++) {
		struct system s;
		struct danger d;

		system_open_nth(&s, j, i);
		found = system_danger(&s, &d);
		if (found) {
			sets_free(d.sets);
		} else if (i == 0) {
			*now = s.sets;
			s.sets = NULL;
		}
		system_close(&s);
	}
	if (found) {
		sets_free(*now);
		*now = NULL;
	}
	return !found;
}

bool
judge_crowd(struct judge *j, struct danger *d, const bool *pass)
{
	bool found = false;

	for (size_t i = 0; !found && i < systems(j); i++) {
		struct system s;
		struct crowd c;
		size_t from = 0;

		system_open_nth(&s, j, i);
		while (!found && (d->set = bad_crowd(&s, &from, &c)) != NULL)
			found = !pass[c.worst->number];
		d->unknown = found ? c.worst : NULL;
		d->sets = found ? s.sets : NULL;
		s.sets = found ? NULL : s.sets;
		system_close(&s);
	}
	return found;
}

void
judge_crowded(struct judge *j, bool *found)
{
	for (size_t i = 0; i < systems(j); i++) {
		struct system s;
		struct crowd c;
		size_t from = 0;

		system_open_nth(&s, j, i);
		while (bad_crowd(&s, &from, &c))
			found[c.worst->number] = true;
		system_close(&s);
	}
}
