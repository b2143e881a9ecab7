#include "cause.h"

#include <stdlib.h>

#include "buffer.h"
#include "map.h"
#include "mem.h"

static const struct {
	struct finding_rule rule;
	enum rule_scope scope;
} rules[] = {
#define RULE_ROW(name, code, severity, scope, english, dutch) \
	{{code, SEVERITY_##severity, english, dutch}, SCOPE_##scope},
    RULES(RULE_ROW)
#undef RULE_ROW
};

/* Of a rule with scope EACH, told one by one; the rest as one. */
#define CAUSE_EACH 1000
#define CAUSE_ROWS 3
#define CAUSE_ARGS 7

/* What has the same rule and place but for the row. */
struct cause {
	enum rule rule;
	struct finding_place place; /* the first */
	struct text args[CAUSE_ARGS];
	size_t arg_count;
	size_t count;
	size_t rows[CAUSE_ROWS], records[CAUSE_ROWS];
	size_t row_count; /* of the file of the first */
};

struct causes {
	struct findings *findings;
	struct arena *arena;
	struct map *known; /* key -> struct cause */
	struct buffer key;
};

static const struct finding_rule *
rule_of(enum rule r)
{
	return &rules[r].rule;
}

static enum rule_scope
scope_of(enum rule r)
{
	return rules[r].scope;
}

struct causes *
causes_new(struct findings *f, struct arena *a)
{
	struct causes *c = mem_new(struct causes);

	c->findings = f;
	c->arena = a;
	c->known = map_new();
	return c;
}

void
causes_free(struct causes *c)
{
	if (!c)
		return;
	map_free(c->known);
	buffer_free(&c->key);
	free(c);
}

static struct cause *
cause_of(struct causes *c, enum rule rule, const struct finding_place *place)
{
	enum rule_scope scope = scope_of(rule);
	struct cause **slot;

	buffer_clear(&c->key);
	buffer_uint(&c->key, (uint64_t)rule);
	if (scope != SCOPE_EACH)
		buffer_part(&c->key, place->name);
	if (scope == SCOPE_VALUE)
		buffer_part(&c->key, place->value);
	slot = (struct cause **)map_slot(c->known, buffer_view(&c->key));
	if (!*slot) {
		*slot = arena_alloc(c->arena, 1, sizeof(**slot));
		(*slot)->rule = rule;
	}
	return *slot;
}

static void
keep(struct causes *c, struct cause *k, const struct finding_place *place,
     const struct text *args, size_t count)
{
	k->place = *place;
	k->place.name = arena_text(c->arena, place->name);
	k->place.value = arena_text(c->arena, place->value);
	k->arg_count = count < CAUSE_ARGS ? count : CAUSE_ARGS;
	for (size_t i = 0; i < k->arg_count; i++)
		k->args[i] = arena_text(c->arena, args[i]);
}

void
causes_add(struct causes *c, enum rule rule, const struct finding_place *place,
	   const struct text *args, size_t count)
{
	struct cause *k = cause_of(c, rule, place);
	size_t before = k->count++, i = k->row_count;
	bool each = scope_of(rule) == SCOPE_EACH;

	if (each && before < CAUSE_EACH) {
		finding_add(c->findings, rule_of(rule), place, args, count);
		return;
	}
	if (before == (each ? CAUSE_EACH : 0))
		keep(c, k, place, args, count);
	if (i == CAUSE_ROWS || place->file != k->place.file || !place->record)
		return;
	k->rows[i] = place->row ? place->row : place->record;
	k->records[i] = place->record;
	k->row_count++;
}

static void
list_rows(struct buffer *b, const size_t *rows, size_t n, const char *intro)
{
	for (size_t i = 0; i < n; i++) {
		buffer_string(b, i ? ", " : intro);
		buffer_uint(b, rows[i]);
	}
}

/* The rule's own sentences, and how many times it was so. */
static struct finding_rule *
sentences(struct causes *c, const struct cause *k)
{
	const struct finding_rule *rule = rule_of(k->rule);
	struct finding_rule *out = arena_alloc(c->arena, 1, sizeof(*out));
	struct buffer b = {0};

	*out = *rule;
	buffer_printf(&b, "%s; %zu times", rule->english, k->count);
	list_rows(&b, k->rows, k->row_count, ", the first in rows ");
	out->english = arena_text(c->arena, buffer_view(&b)).s;
	buffer_clear(&b);
	buffer_printf(&b, "%s Dit komt %zu keer voor", rule->dutch, k->count);
	list_rows(&b, k->records, k->row_count, ", het eerst in de rijen ");
	buffer_char(&b, '.');
	out->dutch = arena_text(c->arena, buffer_view(&b)).s;
	buffer_free(&b);
	return out;
}

/* The rest of a rule of which enough were told. */
static struct finding_rule *
rest(struct causes *c, const struct cause *k)
{
	struct finding_rule *out = arena_alloc(c->arena, 1, sizeof(*out));
	struct buffer b = {0};

	*out = *rule_of(k->rule);
	buffer_printf(&b, "and %zu more of this rule, from here on",
		      k->count - CAUSE_EACH);
	out->english = arena_text(c->arena, buffer_view(&b)).s;
	buffer_clear(&b);
	buffer_printf(&b, "En nog %zu van deze regel, vanaf hier.",
		      k->count - CAUSE_EACH);
	out->dutch = arena_text(c->arena, buffer_view(&b)).s;
	buffer_free(&b);
	return out;
}

void
causes_finish(struct causes *c)
{
	for (size_t i = 0; i < map_count(c->known); i++) {
		const struct cause *k = map_value(c->known, i);
		const struct finding_rule *rule = rule_of(k->rule);
		bool each = scope_of(k->rule) == SCOPE_EACH;

		if (each && k->count <= CAUSE_EACH)
			continue;
		if (each)
			rule = rest(c, k);
		else if (k->count > 1)
			rule = sentences(c, k);
		finding_add(c->findings, rule, &k->place, k->args,
			    k->arg_count);
	}
}
