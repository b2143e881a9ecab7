#include "stand/segment.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "map.h"
#include "ground/rule.h"
#include "mem.h"
#include "stand/segmentrow.h"
#include "buffer.h"

/* Partitions of the dwellings; the other words are columns. */
static const enum dimensie partitions[] = {DIMENSIE_BETAALBAARHEID,
					   DIMENSIE_WONINGTYPE,
					   DIMENSIE_WONEN_ZORG, DIMENSIE_FLEX};

/* These are columns, of which two may be crossed. */
#define COLUMNS \
	"opdrachtgever|planstatus|projectfase|plantype|gebied|knelpunten"

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
		if (text_is(name, register_column_name(c)))
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
			segment_sum_add(&sum, &list[r->members[j]]);
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
		segment_sum_add(&sum, &one);
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

static void
write_region(struct segment *s, struct csvout *w, size_t i,
	     const struct text *names, const struct normen *normen)
{
	struct segment_row row = {.regio = regios_at(s->frame->regios, i),
				  .segment = s->name};
	row.all = sum_of(row.regio, s->all);
	row.undivided = undivided(s, row.regio);
	for (size_t j = 0; j < map_count(s->categories); j++) {
		row.category = names[j];
		row.terms = sum_of(row.regio, map_get(s->categories, names[j]));
		segment_row_write(w, &row);
	}
	for (size_t j = 0; j < normen_count(normen); j++) {
		row.norm = normen_at(normen, j);
		if (row.norm->regio >= 0 && row.norm->regio != (long)i)
			continue;
		row.category = row.norm->category;
		row.terms = norm_sum(s, row.regio, row.norm);
		segment_row_write(w, &row);
	}
}

static void
check(const struct segment *s, const struct normen *normen)
{
	char number[NUM_TEXT];
	for (size_t m = 0; m < regios_gemeenten(s->frame->regios); m++)
		if (s->unyeared[m] != 0)
			rule_add(
			    s->frame->findings, RULE_WITHOUT_YEAR, NULL,
			    TEXTS(amount_format(s->unyeared[m], number),
				  regios_gemeente_at(s->frame->regios, m)->code,
				  text_of(s->name)));
	for (size_t j = 0; j < normen_count(normen); j++) {
		struct text rest = normen_at(normen, j)->category;
		struct text part;
		while (text_split(&rest, '|', &part))
			if (!map_get(s->categories, part))
				rule_add(s->frame->findings, RULE_NORM_CATEGORY,
					 NULL, TEXTS(part, text_of(s->name)));
	}
}

void
segment_write(struct segment *s, struct csvout *w, const struct normen *n)
{
	struct text *names = names_of(s, map_count(s->categories));
	segment_row_header(w);
	for (size_t i = 0; i < regios_count(s->frame->regios); i++)
		write_region(s, w, i, names, n);
	check(s, n);
	free(names);
}
