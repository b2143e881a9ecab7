#include "growth/series.h"

#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"
#include "period.h"

static const char *const flows[FLOWS] = {"vergunde_nieuwbouw", "bouw_gestart",
					 "nieuwbouw"};
static const char *const stocks[] = {"beginstand", "eindstand"};
enum { BEGIN, END, STOCKS };

struct series {
	const struct frame *frame;
	struct arena *arena;
	struct map *values; /* key -> int64_t */
	struct buffer key;
	struct buffer tables[FLOWS];
	int first[FLOWS], last[FLOWS]; /* quarters; last < first: none */
	int32_t early, late;	       /* days of stock */
	struct amount_guard guard;
};

const char *
flow_name(enum flow f)
{
	return flows[f];
}

struct series *
series_new(const struct frame *k)
{
	struct series *s = mem_new(struct series);
	s->frame = k;
	s->arena = arena_new();
	s->values = map_new();
	s->late = -1;
	for (int f = 0; f < FLOWS; f++)
		s->last[f] = -1;
	return s;
}

void
series_free(struct series *s)
{
	if (!s)
		return;
	map_free(s->values);
	arena_free(s->arena);
	buffer_free(&s->key);
	for (int f = 0; f < FLOWS; f++)
		buffer_free(&s->tables[f]);
	free(s);
}

static struct text
key_of(struct series *s, char kind, size_t regio, int32_t from, int32_t to)
{
	buffer_clear(&s->key);
	buffer_printf(&s->key, "%c %zu %d %d", kind, regio, (int)from, (int)to);
	return buffer_view(&s->key);
}

/* A value that is there already stays: cells refuses what stands twice. */
static void
hold(struct series *s, struct text key, int64_t value)
{
	void **slot = map_slot(s->values, key);
	int64_t *new;
	if (*slot)
		return;
	new = arena_alloc(s->arena, 1, sizeof(*new));
	*new = value;
	*slot = new;
}

static bool
is_dwelling(const struct observations *o)
{
	long column = observations_find(o, "gebruiksfunctie");
	struct text f =
	    column < 0 ? text_of("Woning") : observations_at(o, (size_t)column);
	return text_is(f, "A045364") || text_is(f, "Woning");
}

static bool
is_count(const struct observations *o)
{
	struct text unit = observations_field(o, OBSERVATION_EENHEID);
	return unit.n == 0 || text_is(unit, "aantal") ||
	       text_is(unit, "woningen");
}

/* The value, or false. Its findings are those of who reads growth. */
static bool
value_of(struct series *s, const struct observations *o, int64_t *out)
{
	struct text t = observations_field(o, OBSERVATION_WAARDE);
	struct num n;
	return t.n > 0 && num_parse(t, NUM_PLAIN, &n) == NUM_OK &&
	       amount_read(&s->guard, n, out);
}

static int
named(struct text name, const char *const *list, int n)
{
	for (int i = 0; i < n; i++)
		if (text_is(name, list[i]))
			return i;
	return -1;
}

static bool
listed(struct text list, struct text word)
{
	struct text part;
	while (text_split(&list, '|', &part))
		if (text_equal(part, word))
			return true;
	return false;
}

static void
take_flow(struct series *s, const struct observations *o, int f,
	  const struct period *p, size_t regio, int64_t value)
{
	int32_t from = period_start(*p);
	int month = p->grain == GRAIN_MONTH ? p->number : p->number * 3;
	int quarter = 4 * p->year + (month - 1) / 3;
	struct text table = observations_field(o, OBSERVATION_TABEL);
	if (p->grain != GRAIN_MONTH && p->grain != GRAIN_QUARTER)
		return;
	hold(s, key_of(s, (char)('a' + f), regio, from, period_end(*p)), value);
	if (regios_at(s->frame->regios, regio)->level != REGION_GEMEENTE)
		return;
	if (!listed(buffer_view(&s->tables[f]), table))
		buffer_list(&s->tables[f], "|", table);
	if (s->last[f] < 0 || quarter < s->first[f])
		s->first[f] = quarter;
	if (quarter > s->last[f])
		s->last[f] = quarter;
}

static void
take_stock(struct series *s, int which, const struct period *p, size_t regio,
	   int64_t value)
{
	int32_t day = which == BEGIN ? period_start(*p) : period_end(*p);
	hold(s, key_of(s, (char)('A' + which), regio, day, 0), value);
	if (s->late < s->early || day < s->early)
		s->early = day;
	if (day > s->late)
		s->late = day;
}

void
series_take(struct series *s, const struct observations *o)
{
	struct text name = observations_field(o, OBSERVATION_ONDERWERP);
	int flow = named(name, flows, FLOWS);
	int stock = flow < 0 ? named(name, stocks, STOCKS) : -1;
	struct period p;
	int64_t value;
	if (flow < 0 && stock < 0)
		return;
	long regio = regios_find(s->frame->regios,
				 observations_field(o, OBSERVATION_REGIO));
	if (regio < 0 || !is_dwelling(o) || !is_count(o) ||
	    !period_parse(observations_field(o, OBSERVATION_PERIODE), &p) ||
	    p.grain == GRAIN_NONE || !value_of(s, o, &value))
		return;
	if (flow >= 0)
		take_flow(s, o, flow, &p, (size_t)regio, value);
	else
		take_stock(s, stock, &p, (size_t)regio, value);
}

/* Of one municipality. */
static bool
own_stock(struct series *s, size_t i, int32_t day, int64_t *out)
{
	for (int which = BEGIN; which < STOCKS; which++) {
		const int64_t *v = map_get(
		    s->values, key_of(s, (char)('A' + which), i, day, 0));
		if (v) {
			*out = *v;
			return true;
		}
	}
	return false;
}

static bool
own_quarter(struct series *s, size_t i, enum flow f, int quarter, int64_t *out)
{
	struct period p = {.grain = GRAIN_QUARTER,
			   .year = quarter / 4,
			   .number = quarter % 4 + 1};
	char kind = (char)('a' + (int)f);
	const int64_t *v = map_get(
	    s->values, key_of(s, kind, i, period_start(p), period_end(p)));
	if (v) {
		*out = *v;
		return true;
	}
	*out = 0;
	for (int m = 1; m <= 3; m++) {
		struct period month = {.grain = GRAIN_MONTH,
				       .year = quarter / 4,
				       .number = quarter % 4 * 3 + m};
		v = map_get(s->values, key_of(s, kind, i, period_start(month),
					      period_end(month)));
		if (!v)
			return false;
		*out += *v;
	}
	return true;
}

/* The key is put together in the series: nothing else of it changes. */
static struct series *
open_to(const struct series *s)
{
	return (struct series *)s;
}

bool
series_stock(const struct series *s, size_t i, int32_t day, int64_t *out)
{
	const struct regio *r = regios_at(s->frame->regios, i);
	int64_t one;
	*out = 0;
	for (size_t j = 0; j < r->members_count; j++) {
		size_t m =
		    regios_gemeente_index(s->frame->regios, r->members[j]);
		if (!own_stock(open_to(s), m, day, &one))
			return false;
		*out += one;
	}
	return r->members_count > 0;
}

bool
series_last_stock(const struct series *s, size_t i, int32_t day, int32_t *last)
{
	int64_t n;
	int year, month, first;
	if (s->late < s->early)
		return false;
	int32_t from = day < s->late ? day : s->late;
	for (*last = from; *last >= s->early; (*last)--) {
		date_split(*last, &year, &month, &first);
		if (first == 1 && series_stock(s, i, *last, &n))
			return true;
	}
	return false;
}

bool
series_quarter(const struct series *s, size_t i, enum flow f, int quarter,
	       int64_t *out)
{
	const struct regio *r = regios_at(s->frame->regios, i);
	int64_t one;
	*out = 0;
	for (size_t j = 0; j < r->members_count; j++) {
		size_t m =
		    regios_gemeente_index(s->frame->regios, r->members[j]);
		if (!own_quarter(open_to(s), m, f, quarter, &one))
			return false;
		*out += one;
	}
	return r->members_count > 0;
}

bool
series_span(const struct series *s, enum flow f, int *first, int *last)
{
	*first = s->first[f];
	*last = s->last[f];
	return s->last[f] >= 0;
}

struct text
series_tables(const struct series *s, enum flow f)
{
	return buffer_view(&s->tables[f]);
}
