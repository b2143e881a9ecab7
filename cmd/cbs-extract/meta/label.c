#include "meta/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "fold.h"

#define PERIOD_KEY 12
/* Of groups in groups: more would be a circle. */
#define DEPTH_MAX 64

/* "Group/" for each group above a measure, the outermost first. */
static void
add_groups(struct buffer *b, const struct meta *m, struct text id, int depth)
{
	const struct meta_group *g = id.n ? map_get(m->groups, id) : NULL;

	if (!g || depth == DEPTH_MAX)
		return;
	add_groups(b, m, g->parent, depth + 1);
	buffer_add(b, g->title);
	buffer_char(b, '/');
}

/* "Group/Topic (unit)", or without the unit. Case and runs of blanks do not
 * count: StatLine keeps runs of blanks that the metadata lack, or the other
 * way round. */
static bool
has_label(const struct meta *m, const struct meta_measure *x,
	  struct text folded)
{
	struct buffer b = {0}, own = {0};
	bool has;

	add_groups(&b, m, x->group, 0);
	buffer_add(&b, x->title);
	has = text_equal(fold(&own, buffer_view(&b)), folded);
	buffer_printf(&b, " (%s)", x->unit.s);
	has = has || text_equal(fold(&own, buffer_view(&b)), folded);
	buffer_free(&b);
	buffer_free(&own);
	return has;
}

/* How many measures of these metadata have the label; *key is the last. */
static int
count_label(const struct meta *m, struct text folded, struct text *key)
{
	int found = 0;

	for (size_t i = 0; m && i < map_count(m->measures); i++) {
		const struct meta_measure *x = map_value(m->measures, i);

		if (!has_label(m, x, folded))
			continue;
		found++;
		*key = x->key;
	}
	return found;
}

int
label_measure(const struct meta_view *v, struct text label, struct text *key)
{
	struct buffer b = {0};
	struct text folded = fold(&b, label);
	int found = 0;

	for (size_t k = 0; k < META_SOURCES && !found; k++)
		found = count_label(v->of[k], folded, key);
	buffer_free(&b);
	return found > 1 ? -1 : found;
}

bool
label_dimension(const struct meta_view *v, struct text label, struct text *key)
{
	for (size_t k = 0; k < META_SOURCES; k++) {
		const struct meta *m = v->of[k];

		for (size_t i = 0; m && i < map_count(m->dimensions); i++) {
			const struct meta_dimension *d =
			    map_value(m->dimensions, i);

			if (!text_equal(d->title, label) &&
			    !text_equal(d->key, label))
				continue;
			*key = d->key;
			return true;
		}
	}
	return false;
}

/* "2016**" without its marks. */
static struct text
unmarked(struct text label)
{
	struct text t = text_trim(label);

	while (t.n && t.s[t.n - 1] == '*')
		t.n--;
	return text_trim(t);
}

static const char *const months[][2] = {{"januari", "january"},
					{"februari", "february"},
					{"maart", "march"},
					{"april", "april"},
					{"mei", "may"},
					{"juni", "june"},
					{"juli", "july"},
					{"augustus", "august"},
					{"september", "september"},
					{"oktober", "october"},
					{"november", "november"},
					{"december", "december"}};

static int
month_of(struct text word)
{
	for (int i = 0; i < 12; i++)
		if (text_is(word, months[i][0]) || text_is(word, months[i][1]))
			return i + 1;
	return 0;
}

/* "1e kwartaal", "2nd quarter", "1e halfjaar": the digit, and what it counts.
 */
static bool
part_of_year(struct text word, const char **code, int *number)
{
	static const char *const words[][2] = {{"kwartaal", "KW"},
					       {"quarter", "KW"},
					       {"halfjaar", "HJ"},
					       {"half-year", "HJ"}};
	struct text first, rest = word;

	if (!text_split(&rest, ' ', &first) || !rest.s || first.n < 2 ||
	    first.n > 3 || first.s[0] < '1' || first.s[0] > '4')
		return false;
	*number = first.s[0] - '0';
	for (size_t i = 0; i < 4; i++) {
		if (!text_is(rest, words[i][0]))
			continue;
		*code = words[i][1];
		return true;
	}
	return false;
}

/* A period's key from its Dutch or English label, as StatLine writes it:
 * "2020", "2020 maart", "2020 1e kwartaal". False when the label is of no year,
 * half-year, quarter or month. */
static bool
folded_period(struct text t, char key[PERIOD_KEY])
{
	struct text word = t;
	const char *code = "JJ";
	int number = 0;

	if (t.n < 4)
		return false;
	for (size_t i = 0; i < 4; i++)
		if (t.s[i] < '0' || t.s[i] > '9')
			return false;
	word.s += 4;
	word.n -= 4;
	word = text_trim(word);
	if (t.n > 4 && t.s[4] != ' ')
		return false;
	if (word.n && (number = month_of(word)) != 0)
		code = "MM";
	else if (word.n && !part_of_year(word, &code, &number))
		return false;
	snprintf(key, PERIOD_KEY, "%.4s%s%02d", t.s, code, number);
	return true;
}

static bool
period_label(struct text label, char key[PERIOD_KEY])
{
	struct buffer b = {0};
	bool is = folded_period(fold(&b, label), key);

	buffer_free(&b);
	return is;
}

const struct meta_code *
label_shared(const struct meta_view *v, struct text dimension,
	     struct text label)
{
	const struct meta_code *c = meta_titled(v, dimension, text_trim(label));

	return c && c->alike ? c : NULL;
}

bool
label_code(const struct meta_view *v, struct text dimension, bool is_period,
	   struct text label, struct text *key)
{
	static char period[PERIOD_KEY];
	struct text title = is_period ? unmarked(label) : text_trim(label);
	const struct meta_code *titled =
	    title.n ? meta_titled(v, dimension, title) : NULL;
	const struct meta_code *c =
	    titled ? titled : meta_code(v, dimension, title);

	if (c && (c != titled || !titled->alike)) {
		*key = c->key;
		return true;
	}
	if (meta_codes(v, dimension) || !is_period ||
	    !period_label(title, period))
		return false;
	*key = text_of(period);
	return true;
}

void
label_names(const struct meta_view *v, struct names *names)
{
	for (size_t k = 0; k < META_SOURCES; k++) {
		const struct meta *m = v->of[k];

		for (size_t i = 0; m && i < map_count(m->dimensions); i++)
			names_add(names,
				  ((const struct meta_dimension *)map_value(
				       m->dimensions, i))
				      ->title);
		for (size_t i = 0; m && i < map_count(m->measures); i++)
			names_add(names,
				  ((const struct meta_measure *)map_value(
				       m->measures, i))
				      ->title);
	}
}
