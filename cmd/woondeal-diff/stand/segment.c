#include "stand/segment.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "map.h"
#include "ground/rule.h"
#include "mem.h"
#include "buffer.h"

/* Partitions of the dwellings; the other words are columns. */
static const enum dimensie partitions[] = {DIMENSIE_BETAALBAARHEID,
					   DIMENSIE_WONINGTYPE,
					   DIMENSIE_WONEN_ZORG, DIMENSIE_FLEX};

/* These are columns, of which two may be crossed. */
#define COLUMNS \
	"opdrachtgever|planstatus|projectfase|plantype|gebied|knelpunten"

struct segment_sum {
	int64_t n[HARDHEDEN];
	int64_t plans; /* with something of it */
};

struct segment_row {
	const struct regio *regio;
	const char *segment;
	struct text category;
	struct segment_sum terms;
	struct segment_sum all;	 /* of all categories */
	const struct norm *norm; /* NULL: a category by itself */
	struct text undivided; /* municipalities without any of it; or empty */
	/* Growth, and dwellings that are not divided: of this there may be more
	 * than is known. */
	struct maybe more;
};

/* A column of the register. */
struct trait_column {
	enum register_column column;
	bool several; /* several values, joined by | */
};

struct segment {
	struct frame *frame;
	const char *name;
	bool partition;
	enum dimensie dimensie;
	bool reserve;
	struct arena *arena;
	struct map
	    *categories;   /* name -> struct segment_sum, by municipality */
	struct map *plans; /* gemeente|plan|categorie seen */
	struct segment_sum *all; /* by municipality */
	struct buffer key;
	int64_t *unyeared; /* by municipality: dwellings without years */
	struct trait_column column[2];
	size_t columns;
	struct buffer pair; /* the values of two columns */
};

static void
add_column(struct segment *s, struct text name)
{
	struct trait_column *k = &s->column[s->columns++];
	for (int c = 0; c < REGISTER_WIDTH; c++)
		if (text_is(name,
			    register_column_name((enum register_column)c)))
			k->column = (enum register_column)c;
	k->several = !s->reserve && k->column == REGISTER_KNELPUNTEN;
}

static void
set_columns(struct segment *s)
{
	struct text rest = text_of(s->name);
	struct text word;
	if (s->partition)
		rest = text_of("categorie");
	if (s->reserve)
		rest = text_of("knelpunten");
	while (s->columns < 2 && text_split(&rest, '+', &word))
		add_column(s, word);
}

struct segment *
segment_new(struct frame *k, const char *name)
{
	struct segment *s = mem_new(struct segment);
	size_t n = regios_gemeenten(k->regios) + 1;
	s->frame = k;
	s->name = name;
	s->dimensie = DIMENSIE_TOTAAL;
	for (size_t i = 0; i < sizeof(partitions) / sizeof(partitions[0]); i++)
		if (text_equal(text_of(name), dimensie_name(partitions[i])))
			s->dimensie = partitions[i];
	s->partition = s->dimensie != DIMENSIE_TOTAAL;
	s->reserve = strcmp(name, "reserve") == 0;
	s->arena = arena_new();
	set_columns(s);
	s->categories = map_new();
	s->plans = map_new();
	s->all = arena_alloc(s->arena, n, sizeof(*s->all));
	s->unyeared = arena_alloc(s->arena, n, sizeof(*s->unyeared));
	return s;
}

void
segment_free(struct segment *s)
{
	if (!s)
		return;
	map_free(s->categories);
	map_free(s->plans);
	arena_free(s->arena);
	buffer_free(&s->key);
	buffer_free(&s->pair);
	free(s);
}

static bool
listed(const char *list, struct text name)
{
	struct text rest = text_of(list);
	struct text word;
	while (text_split(&rest, '|', &word))
		if (text_equal(word, name))
			return true;
	return false;
}

/* One word, or two different columns. */
bool
segment_known(const char *name)
{
	struct text rest = text_of(name);
	struct text first, second;
	if (listed(SEGMENT_WORDS, rest))
		return true;
	return text_split(&rest, '+', &first) &&
	       text_split(&rest, '+', &second) && !rest.s &&
	       !text_equal(first, second) && listed(COLUMNS, first) &&
	       listed(COLUMNS, second);
}

static bool
wants(void *ctx, enum dimensie d)
{
	const struct segment *s = ctx;
	return d == s->dimensie;
}

/* True when this plan was not seen in the category. */
static bool
new_plan(struct segment *s, size_t plan, struct text category)
{
	buffer_clear(&s->key);
	buffer_uint(&s->key, plan);
	buffer_char(&s->key, ' ');
	buffer_add(&s->key, category);
	void **slot = map_slot(s->plans, buffer_view(&s->key));
	bool new = !*slot;
	*slot = s;
	return new;
}

static void
add_to(struct segment_sum *sum, const struct plan_amount *a, bool plan)
{
	sum[a->gemeente].n[a->hardheid] += a->amount;
	sum[a->gemeente].plans += plan;
}

static struct text
or_none(struct text word)
{
	return word.n == 0 ? text_of("niet opgegeven") : word;
}

static void
add_category(struct segment *s, const struct plan_amount *a, struct text name)
{
	name = or_none(name);
	void **slot = map_slot(s->categories, name);
	if (!*slot)
		*slot = arena_alloc(s->arena,
				    regios_gemeenten(s->frame->regios) + 1,
				    sizeof(struct segment_sum));
	add_to(*slot, a, new_plan(s, a->plan, name));
}

/* Empty and Onbekend say nothing; Geen says that there is none. */
static const char *
reserve_word(struct text knelpunten, bool later)
{
	struct text part;
	const char *word =
	    later ? "later knelpunt niet opgegeven" : "knelpunt niet opgegeven";
	while (text_split(&knelpunten, '|', &part)) {
		if (part.n == 0 || text_is(part, "Onbekend"))
			continue;
		if (!text_is(part, "Geen"))
			return later ? "later met knelpunt" : "met knelpunt";
		word = later ? "later zonder knelpunt" : "zonder knelpunt";
	}
	return word;
}

/* The next value of a column; false after the last. */
static bool
next_value(const struct trait_column *k, struct text *rest, struct text *value)
{
	if (!rest->s)
		return false;
	if (k->several)
		return text_split(rest, '|', value);
	*value = *rest;
	rest->s = NULL;
	return true;
}

/* Each value of the first column with each of the second. */
static void
add_values(struct segment *s, const struct registers *r,
	   const struct plan_amount *a)
{
	struct text first = registers_field(r, s->column[0].column);
	struct text x, y;
	while (next_value(&s->column[0], &first, &x)) {
		if (s->columns == 1) {
			add_category(s, a, x);
			continue;
		}
		struct text second = registers_field(r, s->column[1].column);
		while (next_value(&s->column[1], &second, &y)) {
			buffer_clear(&s->pair);
			buffer_add(&s->pair, or_none(x));
			buffer_string(&s->pair, " + ");
			buffer_add(&s->pair, or_none(y));
			add_category(s, a, buffer_view(&s->pair));
		}
	}
}

static void
count(void *ctx, const struct plan_source *from, const struct plan_amount *a)
{
	struct segment *s = ctx;
	const struct registers *r = from->registers;
	enum lot lot = capacity_lot(s->frame, a);
	bool unyeared =
	    a->span.from == SPAN_OPEN_FROM && a->span.to == SPAN_OPEN_TO;
	bool later = s->reserve && a->span.from > s->frame->years.to;
	if (a->amount == 0)
		return;
	if (s->partition && unyeared)
		s->unyeared[a->gemeente] += a->amount;
	else if (lot != LOT_YEAR && lot != LOT_BUCKET && !later)
		return;
	add_to(s->all, a, new_plan(s, a->plan, text_of("")));
	struct text value = registers_field(r, s->column[0].column);
	if (s->reserve)
		add_category(s, a, text_of(reserve_word(value, later)));
	else
		add_values(s, r, a);
}

struct taker
segment_taker(struct segment *s)
{
	return (struct taker){.ctx = s, .wants = wants, .count = count};
}

static void
add_sum(struct segment_sum *sum, const struct segment_sum *other)
{
	for (int h = 0; h < HARDHEDEN; h++)
		sum->n[h] += other->n[h];
	sum->plans += other->plans;
}

void
segment_header(struct csvout *w)
{
	static const char *const names[] = {
	    "niveau",	    "regio",	"naam",	       "segment",
	    "categorie",    "plannen",	"hard",	       "zacht",
	    "onbekend",	    "totaal",	"aandeel_pct", "norm_van_pct",
	    "norm_tot_pct", "verschil", "oordeel",     "volledig"};
	csvout_numbers(
	    w, "plannen hard zacht onbekend totaal aandeel_pct norm_van_pct "
	       "norm_tot_pct verschil geheel norm_van norm_tot");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(w, names[i]);
	csvout_string(w, "geheel");
	csvout_string(w, "norm_van");
	csvout_string(w, "norm_tot");
	csvout_end(w);
}

static int64_t
total(const struct segment_sum *s)
{
	int64_t sum = 0;
	for (int h = 0; h < HARDHEDEN; h++)
		sum += s->n[h];
	return sum;
}

static void
percentage(struct csvout *w, bool known, struct num n)
{
	char buf[NUM_TEXT];
	if (known)
		csvout_text(w, num_format(n, buf));
	else
		csvout_empty(w);
}

/* Dwellings that `percent` of all is, exactly: hundredths of percents of
 * millionths of dwellings. */
static bool
part_of(int64_t all, struct num percent, struct num *out)
{
	return num_multiply(amount_num(all), percent, out) &&
	       num_divide(*out, num_of(100), 10, NUM_HALF_AWAY, out);
}

/* An edge of the norm in dwellings. */
static bool
edge_of(const struct norm *norm, int64_t all, struct num at, struct num *out)
{
	*out = at;
	return norm->dwellings || (all > 0 && part_of(all, at, out));
}

/* How many dwellings under (negative) or over the norm, or 0 within it. */
static bool
distance(const struct segment_row *r, int64_t have, int64_t all,
	 struct num *out)
{
	struct num edge;
	if (!edge_of(r->norm, all, r->norm->from, &edge) ||
	    !num_subtract(amount_num(have), edge, out))
		return false;
	if (out->units < 0)
		return num_round(*out, AMOUNT_SCALE, NUM_UP, out);
	if (r->norm->has_to && edge_of(r->norm, all, r->norm->to, &edge) &&
	    num_compare(amount_num(have), edge) > 0)
		return num_subtract(amount_num(have), edge, out) &&
		       num_round(*out, AMOUNT_SCALE, NUM_UP, out);
	*out = num_of(0);
	return true;
}

/* A norm in dwellings is for all years: of what was built, and of what is not
 * divided, part may be of these categories. */
static const char *
verdict(const struct segment_row *r, struct num far)
{
	if (far.units == 0)
		return "voldoet";
	if (far.units > 0)
		return "te veel";
	if (!r->norm->dwellings ||
	    (r->more.known && num_add(far, amount_num(r->more.n), &far) &&
	     far.units < 0))
		return "te weinig";
	return "te weinig opgegeven";
}

static void
write_norm(struct csvout *w, const struct segment_row *r, int64_t have,
	   int64_t all)
{
	struct num far;
	if (!r->norm) {
		for (int i = 0; i < 4; i++)
			csvout_empty(w);
		return;
	}
	percentage(w, !r->norm->dwellings, r->norm->from);
	percentage(w, !r->norm->dwellings && r->norm->has_to, r->norm->to);
	if (!distance(r, have, all, &far)) {
		csvout_empty(w);
		csvout_empty(w);
		return;
	}
	csvout_num(w, far);
	csvout_string(w, verdict(r, far));
}

static void
write_amounts(struct csvout *w, const struct segment_row *r, int64_t have,
	      int64_t all)
{
	char buf[NUM_TEXT];
	struct num share;
	for (int h = 0; h < HARDHEDEN; h++)
		csvout_num(w, amount_num(r->terms.n[h]));
	csvout_num(w, amount_num(have));
	if (all > 0 && amount_percent(have, all, NUM_HALF_AWAY, &share))
		csvout_text(w, num_format_fixed(share, 1, buf));
	else
		csvout_empty(w);
	write_norm(w, r, have, all);
}

/* The plans of several categories together are not known from their sums. */
static bool
counts_plans(const struct segment_row *r)
{
	return !memchr(r->category.s, '|', r->category.n);
}

static void
write_row(struct csvout *w, const struct segment_row *r)
{
	bool any = r->all.plans > 0;
	csvout_string(w, region_level_name(r->regio->level));
	csvout_text(w, r->regio->code);
	csvout_text(w, r->regio->name);
	csvout_string(w, r->segment);
	csvout_text(w, r->category);
	if (any && counts_plans(r))
		csvout_int(w, r->terms.plans);
	else
		csvout_empty(w);
	if (any)
		write_amounts(w, r, total(&r->terms), total(&r->all));
	else
		for (int i = 0; i < 9; i++)
			csvout_empty(w);
	csvout_text(w, r->undivided.n == 0 ? text_of("ja") : r->undivided);
	if (any)
		csvout_num(w, amount_num(total(&r->all)));
	else
		csvout_empty(w);
	bool dwellings = r->norm && r->norm->dwellings;
	percentage(w, dwellings, dwellings ? r->norm->from : num_of(0));
	percentage(w, dwellings && r->norm->has_to,
		   dwellings ? r->norm->to : num_of(0));
	csvout_end(w);
}

static int
by_name(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* The categories there are, in order of their names. */
static struct text *
names_of(const struct segment *s, size_t n)
{
	struct text *names = mem_array(n + 1, sizeof(*names));
	for (size_t i = 0; i < n; i++)
		names[i] = map_key(s->categories, i);
	qsort(names, n, sizeof(*names), by_name);
	return names;
}

static struct segment_sum
sum_of(const struct regio *r, const struct segment_sum *list)
{
	struct segment_sum sum = {0};
	if (list)
		for (size_t j = 0; j < r->members_count; j++)
			add_sum(&sum, &list[r->members[j]]);
	return sum;
}

/* The sum over the categories of a norm. */
static struct segment_sum
norm_sum(const struct segment *s, const struct regio *r,
	 const struct norm *norm)
{
	struct segment_sum sum = {0};
	struct text rest = norm->category;
	struct text part;
	while (text_split(&rest, '|', &part)) {
		struct segment_sum one =
		    sum_of(r, map_get(s->categories, part));
		add_sum(&sum, &one);
	}
	return sum;
}

/* "nee: GM0034|GM0995", or empty; valid until the next call. */
static struct text
undivided(struct segment *s, const struct regio *r)
{
	const char *separator = "nee: ";
	buffer_clear(&s->key);
	for (size_t j = 0; j < r->members_count; j++) {
		size_t m = r->members[j];
		if (s->all[m].plans > 0)
			continue;
		buffer_add(&s->key, text_of(separator));
		buffer_add(&s->key,
			   regios_gemeente_at(s->frame->regios, m)->code);
		separator = "|";
	}
	return buffer_view(&s->key);
}

/* Growth of the years, and what is planned but not divided. */
static struct maybe
more_than(const struct stand *all, size_t i, int64_t divided)
{
	struct stand_row row = {0};
	struct maybe more = {true, -divided};
	stand_row(all, i, all->frame->years, &row);
	struct maybe grown = stand_towards(all->frame, &row.growth);
	more.known = grown.known && row.capacity[HARDHEID_HARD].known;
	more.n += grown.n > 0 ? grown.n : 0;
	for (int h = 0; h < HARDHEDEN; h++)
		more.n += row.capacity[h].n;
	stand_row_free(&row);
	return more;
}

static void
write_region(struct segment *s, struct csvout *w, size_t i,
	     const struct text *names, const struct norms *norms,
	     const struct stand *all, int rows)
{
	struct segment_row row = {.regio = regios_at(s->frame->regios, i),
				  .segment = s->name};
	row.all = sum_of(row.regio, s->all);
	row.undivided = undivided(s, row.regio);
	size_t shown = rows & SEGMENT_CATEGORIES ? map_count(s->categories) : 0;
	for (size_t j = 0; j < shown; j++) {
		row.category = names[j];
		row.terms = sum_of(row.regio, map_get(s->categories, names[j]));
		write_row(w, &row);
	}
	for (size_t j = 0; rows & SEGMENT_NORMS && j < norms_count(norms);
	     j++) {
		row.norm = norms_at(norms, j);
		if (row.norm->regio >= 0 && row.norm->regio != (long)i)
			continue;
		if (row.norm->dwellings)
			row.more = more_than(all, i, total(&row.all));
		row.category = row.norm->category;
		row.terms = norm_sum(s, row.regio, row.norm);
		write_row(w, &row);
	}
}

bool
segment_part(const struct segment *s, size_t i, struct text category,
	     int64_t *part, int64_t *all)
{
	const struct regio *r = regios_at(s->frame->regios, i);
	struct norm norm = {.category = category};
	struct segment_sum mine = norm_sum(s, r, &norm);
	struct segment_sum sum = sum_of(r, s->all);
	*part = total(&mine);
	*all = total(&sum);
	for (size_t j = 0; j < r->members_count; j++)
		if (s->all[r->members[j]].plans == 0)
			return false;
	return r->members_count > 0;
}

static void
check(const struct segment *s, const struct norms *norms)
{
	char number[NUM_TEXT];
	for (size_t m = 0; m < regios_gemeenten(s->frame->regios); m++)
		if (s->unyeared[m] != 0)
			rule_add(
			    s->frame->findings, RULE_WITHOUT_YEAR, NULL,
			    TEXTS(amount_format(s->unyeared[m], number),
				  regios_gemeente_at(s->frame->regios, m)->code,
				  text_of(s->name)));
	for (size_t j = 0; j < norms_count(norms); j++) {
		struct text rest = norms_at(norms, j)->category;
		struct text part;
		while (text_split(&rest, '|', &part))
			if (!map_get(s->categories, part))
				rule_add(s->frame->findings, RULE_NORM_CATEGORY,
					 NULL, TEXTS(part, text_of(s->name)));
	}
}

void
segment_write(struct segment *s, struct csvout *w, const struct norms *n,
	      const struct stand *all, int rows)
{
	struct text *names = names_of(s, map_count(s->categories));
	for (size_t i = 0; i < regios_count(s->frame->regios); i++)
		write_region(s, w, i, names, n, all, rows);
	check(s, n);
	free(names);
}
