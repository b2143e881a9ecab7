#include "solver.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Steps of one search for a way, how many numbers it may change, how many
 * ways are added up, and in how many orders it is tried: beyond these more is
 * withheld, not less. */
#define STEPS 3000
#define DEPTH 24
#define WAYS 1000
#define TURNS 5

/* A number with the sums that it is in, or a sum with its numbers. */
struct term {
	size_t at;
	int sign;
};

struct side {
	struct term *terms;
	size_t count, cap;
};

struct solver {
	struct world *world;
	/* The numbers: after these the totals of plans, and what rounded sums
	 * are more than they were. */
	size_t unknowns;
	size_t numbers, sums;
	int64_t *value, *now; /* as they are; as far as they were moved */
	bool *below;	      /* never above zero, instead of never under */
	struct reach *room;   /* by sum, of what it is rounded */
	size_t *rounds;	      /* by number: the sum, or NONE */
	struct side *of_number, *of_sum;
	size_t *total; /* by plan: its number, or NONE */
	size_t plans;
	/* Of a search. */
	int *moved; /* by number */
	int *odd;   /* by sum: what is too much */
	size_t odd_count;
	size_t *path; /* numbers moved */
	size_t path_count;
	size_t *touched; /* numbers that are not as they are now */
	size_t touched_count, touched_cap;
	size_t steps, turn; /* where the numbers of a sum begin */
	/* Of the numbers of the sums that are being evened out, one in the
	 * other, the grades. */
	unsigned char *grades;
	size_t graded, grades_cap;
};

static void
side_add(struct side *s, size_t at, int sign)
{
	s->terms = mem_grow(s->terms, &s->cap, s->count + 1, sizeof(*s->terms));
	s->terms[s->count++] = (struct term){at, sign};
}

static void
connect(struct solver *s, size_t number, size_t sum, int sign)
{
	side_add(&s->of_number[number], sum, sign);
	side_add(&s->of_sum[sum], number, sign);
}

/* --- the sums --- */

static bool
is_own(const struct side *own, size_t unknown)
{
	for (size_t k = 1; k < own->count; k++)
		if (own->terms[k].at == unknown)
			return true;
	return false;
}

/* Whether a set has all numbers of a plan's total. */
static bool
has_all(const struct set *set, const struct side *own)
{
	for (size_t k = 1; k < own->count; k++)
		if (!set_has(set, own->terms[k].at, 1))
			return false;
	return true;
}

/* An unknown in a sum: by the total of its plan where that is all in it. */
static void
add_share(struct solver *s, const struct set *set, size_t i, size_t sum)
{
	size_t unknown = set->unknowns[i];
	size_t total = s->total[world_unknown(s->world, unknown)->plan->number];
	/* A plan's total and the sum that says so have the same place. */
	const struct side *own =
	    total == NONE ? NULL : &s->of_sum[total - s->unknowns];

	if (!own || !set_has(set, own->terms[1].at, 1) || !has_all(set, own))
		connect(s, unknown, sum, 1);
	else if (own->terms[1].at == unknown)
		connect(s, total, sum, 1);
	else if (!is_own(own, unknown))
		connect(s, unknown, sum, 1);
}

/* The total of each plan is its numbers: of the plan's own, the first term. */
static void
add_total(struct solver *s, struct plan *p, const size_t *list, size_t n)
{
	size_t total = s->numbers++, sum = s->sums++;

	s->total[p->number] = total;
	connect(s, total, sum, -1);
	for (size_t i = 0; i < n; i++) {
		connect(s, list[i], sum, 1);
		s->value[total] += s->value[list[i]];
	}
	s->below[total] = s->value[total] < 0;
}

static void
add_totals(struct solver *s, const bool *used)
{
	const struct round *r = world_round(s->world, NOW);
	size_t *list = mem_array(s->unknowns + 1, sizeof(*list));

	for (size_t i = 0; i < r->entry_count; i++) {
		const struct entry *e = r->entries[i];
		size_t n = 0;

		for (size_t k = e->first; k < e->first + e->count; k++)
			if (used[k])
				list[n++] = k;
		if (n > 1 && s->total[e->plan->number] == NONE)
			add_total(s, e->plan, list, n);
	}
	free(list);
}

static void
make_room(struct solver *s, size_t sets)
{
	size_t n = s->unknowns + s->plans + sets, m = sets + s->plans;

	s->value = mem_array(n + 1, sizeof(*s->value));
	s->now = mem_array(n + 1, sizeof(*s->now));
	s->below = mem_array(n + 1, sizeof(*s->below));
	s->of_number = mem_array(n + 1, sizeof(*s->of_number));
	s->of_sum = mem_array(m + 1, sizeof(*s->of_sum));
	s->total = mem_array(s->plans + 1, sizeof(*s->total));
	s->moved = mem_array(n + 1, sizeof(*s->moved));
	s->path = mem_array(n + 1, sizeof(*s->path));
	s->odd = mem_array(m + 1, sizeof(*s->odd));
	s->room = mem_array(m + 1, sizeof(*s->room));
	s->rounds = mem_array(n + 1, sizeof(*s->rounds));
	for (size_t i = 0; i <= n; i++)
		s->rounds[i] = NONE;
	for (size_t i = 0; i < s->plans; i++)
		s->total[i] = NONE;
}

/* By what they sum, and not by where that stands: the same sums are searched
 * in the same way whatever else is shown. */
static int
by_unknowns(const void *x, const void *y)
{
	const struct set *a = *(const struct set *const *)x,
			 *b = *(const struct set *const *)y;

	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	for (size_t i = 0; i < a->count; i++)
		if (a->unknowns[i] != b->unknowns[i])
			return a->unknowns[i] < b->unknowns[i] ? -1 : 1;
	if (a->less != b->less)
		return a->less < b->less ? -1 : 1;
	return (a->more > b->more) - (a->more < b->more);
}

static void
add_set(struct solver *s, const struct set *set)
{
	size_t sum = s->sums++;

	for (size_t k = 0; k < set->count; k++)
		add_share(s, set, k, sum);
	if (!set->rounded)
		return;
	/* Last, as the other numbers of the sum go first. */
	s->room[sum] = (struct reach){set->less, set->more};
	s->rounds[s->numbers] = sum;
	connect(s, s->numbers++, sum, -1);
}

struct solver *
solver_new(struct world *w, const struct set **sets, size_t count)
{
	struct solver *s = mem_new(struct solver);
	bool *used = mem_array(world_unknowns(w) + 1, sizeof(*used));

	s->world = w;
	s->unknowns = s->numbers = world_unknowns(w);
	s->plans = world_plans(w);
	make_room(s, count);
	for (size_t i = 0; i < s->unknowns; i++) {
		s->value[i] = world_unknown(w, i)->value;
		s->below[i] = s->value[i] < 0;
	}
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < sets[i]->count; k++)
			used[sets[i]->unknowns[k]] = true;
	add_totals(s, used);
	if (count > 0)
		qsort(sets, count, sizeof(const struct set *), by_unknowns);
	for (size_t i = 0; i < count; i++)
		add_set(s, sets[i]);
	memcpy(s->now, s->value, s->numbers * sizeof(*s->now));
	free(used);
	return s;
}

void
solver_free(struct solver *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->numbers; i++)
		free(s->of_number[i].terms);
	for (size_t i = 0; i < s->sums; i++)
		free(s->of_sum[i].terms);
	free(s->value);
	free(s->now);
	free(s->below);
	free(s->room);
	free(s->rounds);
	free(s->of_number);
	free(s->of_sum);
	free(s->total);
	free(s->moved);
	free(s->path);
	free(s->touched);
	free(s->odd);
	free(s->grades);
	free(s);
}

bool
solver_has(const struct solver *s, size_t unknown)
{
	return s->of_number[unknown].count > 0;
}

/* --- the search for a way: a change of one, and then of others until every
 * sum is what it was --- */

/* How much a number can go up or down before it would cross zero, or a sum
 * would round to another. */
static int64_t
slack(const struct solver *s, size_t number, int step)
{
	int64_t v = s->now[number];
	size_t sum = s->rounds[number];

	if (sum != NONE)
		return step > 0 ? s->room[sum].up - v : s->room[sum].down + v;

	if (s->below[number])
		return step > 0 ? -v : INT64_MAX;
	return step < 0 ? v : INT64_MAX;
}

static void
step(struct solver *s, size_t number, int by)
{
	const struct side *sums = &s->of_number[number];

	s->moved[number] += by;
	for (size_t i = 0; i < sums->count; i++) {
		int *odd = &s->odd[sums->terms[i].at];

		s->odd_count -= *odd != 0;
		*odd += by * sums->terms[i].sign;
		s->odd_count += *odd != 0;
	}
}

/* How much nearer to even the sums come by it: two for two, none for as many
 * more as less. */
static int
worth(const struct solver *s, size_t number, int by)
{
	const struct side *sums = &s->of_number[number];
	int w = 0;

	for (size_t i = 0; i < sums->count; i++) {
		int odd = s->odd[sums->terms[i].at];
		int then = odd + by * sums->terms[i].sign;

		w += abs(odd) - abs(then);
	}
	return w;
}

/* A sum that is odd among those of the numbers moved, the last first. */
static size_t
odd_one(const struct solver *s)
{
	for (size_t i = s->path_count; i-- > 0;) {
		const struct side *sums = &s->of_number[s->path[i]];

		for (size_t k = 0; k < sums->count; k++)
			if (s->odd[sums->terms[k].at] != 0)
				return sums->terms[k].at;
	}
	return NONE;
}

/* Whether every sum is even after it. */
static bool
settles(const struct solver *s, size_t number, int by)
{
	const struct side *sums = &s->of_number[number];
	size_t settled = 0;

	for (size_t i = 0; i < sums->count; i++) {
		int odd = s->odd[sums->terms[i].at];

		if (odd + by * sums->terms[i].sign != 0)
			return false;
		settled += odd != 0;
	}
	return settled == s->odd_count;
}

/* The search goes no further from here. */
static bool
is_over(const struct solver *s)
{
	return s->path_count >= DEPTH || s->steps >= STEPS;
}

static bool even_out(struct solver *s);

/* Moves a number that is in an odd sum, and goes on from there. */
static bool
attempt(struct solver *s, const struct term *t, int by)
{
	s->path[s->path_count++] = t->at;
	if (!is_over(s) || settles(s, t->at, by)) {
		step(s, t->at, by);
		if (even_out(s))
			return true;
		step(s, t->at, -by);
	}
	s->path_count--;
	return false;
}

/* Those that even out another sum too come first, those that make more sums
 * odd come last; what cannot be moved is none of them. */
#define GRADES 3
static unsigned char
grade(const struct solver *s, size_t number, int by)
{
	int w;

	if (s->moved[number] != 0 || slack(s, number, by) <= 0)
		return GRADES;
	w = worth(s, number, by);
	return w >= 2 ? 0 : w >= 0 ? 1 : 2;
}

/* By the numbers of a sum of one grade, in the order of this turn. What the
 * first time finds is as true the next: an attempt that fails leaves all as it
 * was. It is kept from `graded` on. */
static bool
even_by(struct solver *s, size_t sum, unsigned char pass, bool first,
	size_t graded)
{
	const struct side *numbers = &s->of_sum[sum];
	size_t k = s->turn % numbers->count;

	for (size_t i = 0; i < numbers->count; i++) {
		const struct term *t = &numbers->terms[k];
		int by = s->odd[sum] > 0 ? -t->sign : t->sign;

		if (first)
			s->grades[graded + i] = grade(s, t->at, by);
		if (s->grades[graded + i] == pass && attempt(s, t, by))
			return true;
		k = k + 1 < numbers->count ? k + 1 : 0;
	}
	return false;
}

static bool
even_out(struct solver *s)
{
	size_t sum = odd_one(s), graded = s->graded;
	bool done = false;

	if (sum == NONE)
		return true;
	if (is_over(s))
		return false;
	s->steps++;
	s->graded += s->of_sum[sum].count;
	s->grades =
	    mem_grow(s->grades, &s->grades_cap, s->graded, sizeof(*s->grades));
	/* Where no other is odd there is none that evens out two. */
	for (unsigned char from = s->odd_count > 1 ? 0 : 1, pass = from;
	     pass < GRADES && !done; pass++)
		done = even_by(s, sum, pass, pass == from, graded);
	s->graded = graded;
	return done;
}

static void
touch(struct solver *s, size_t number)
{
	if (s->now[number] != s->value[number])
		return;
	s->touched = mem_grow(s->touched, &s->touched_cap, s->touched_count + 1,
			      sizeof(*s->touched));
	s->touched[s->touched_count++] = number;
}

/* All as it was. */
static void
restore(struct solver *s)
{
	while (s->touched_count > 0) {
		size_t number = s->touched[--s->touched_count];

		s->now[number] = s->value[number];
	}
}

/* How much can go along the way, and takes it. */
static int64_t
take(struct solver *s, int64_t want)
{
	int64_t much = want;

	for (size_t i = 0; i < s->path_count; i++) {
		int64_t room = slack(s, s->path[i], s->moved[s->path[i]]);

		much = room < much ? room : much;
	}
	for (size_t i = 0; i < s->path_count; i++) {
		size_t number = s->path[i];

		touch(s, number);
		s->now[number] += much * s->moved[number];
		step(s, number, -s->moved[number]);
	}
	s->path_count = 0;
	return much;
}

static int64_t
way(struct solver *s, size_t number, int by, int64_t want)
{
	if (slack(s, number, by) == 0)
		return 0;
	s->steps = 0;
	s->path[s->path_count++] = number;
	step(s, number, by);
	if (even_out(s))
		return take(s, want);
	step(s, number, -by);
	s->path_count = 0;
	return 0;
}

/* As many ways as there are, one after the other; where none is found the
 * numbers are tried in another order. */
static int64_t
climb(struct solver *s, size_t number, int by, int64_t want)
{
	int64_t done = 0;
	size_t fails = 0;

	restore(s);
	for (size_t i = 0; i < WAYS && done < want && fails < TURNS; i++) {
		int64_t much = way(s, number, by, want - done);

		done += much;
		fails = much ? 0 : fails + 1;
		s->turn += much == 0;
	}
	return done;
}

static int64_t
reach(struct solver *s, size_t number, int by, int64_t want)
{
	int64_t most = 0;

	for (size_t i = 0; i < TURNS && most < want; i++) {
		int64_t done;

		s->turn = i;
		done = climb(s, number, by, want);
		most = done > most ? done : most;
	}
	return most;
}

int64_t
solver_reach(struct solver *s, size_t unknown, bool up, int64_t want)
{
	return reach(s, unknown, up ? 1 : -1, want);
}

int64_t
solver_reach_plan(struct solver *s, const struct plan *p, bool up, int64_t want)
{
	size_t total = s->total[p->number];

	return total == NONE ? want : reach(s, total, up ? 1 : -1, want);
}

int64_t
solver_plan(const struct solver *s, const struct plan *p)
{
	size_t total = s->total[p->number];

	return total == NONE ? 0 : s->value[total];
}

uint64_t
solver_plan_mark(const struct solver *s, const struct plan *p)
{
	size_t total = s->total[p->number];
	const struct side *own =
	    total == NONE ? NULL : &s->of_sum[total - s->unknowns];
	uint64_t mark = 0;

	/* By their place in the plan: in a part of the world it is the same. */
	for (size_t k = 1; own && k < own->count; k++)
		mark = (mark ^ (own->terms[k].at - p->at[NOW]->first + 1)) *
		       0x100000001b3u;
	return mark;
}
