#include "meta/label.h"

#include <stdio.h>

#define LABEL_MAX 1024
#define PERIOD_KEY 12
#define DEPTH_MAX 12

/* Writes "Group/Topic (unit)"; the groups are those above the measure. */
static struct text
full_label(const struct meta *m, const struct meta_measure *x, bool unit,
	   char buf[LABEL_MAX])
{
	struct text path[DEPTH_MAX];
	const struct meta_group *g = map_get(m->groups, x->group);
	size_t depth = 0;
	int n = 0;

	while (g && depth < DEPTH_MAX) {
		path[depth++] = g->title;
		g = g->parent.n ? map_get(m->groups, g->parent) : NULL;
	}
	buf[0] = '\0';
	while (depth > 0 && n < LABEL_MAX) {
		depth--;
		n += snprintf(buf + n, (size_t)(LABEL_MAX - n), "%s/",
			      path[depth].s);
	}
	if (n < LABEL_MAX)
		n += snprintf(buf + n, (size_t)(LABEL_MAX - n),
			      unit ? "%s (%s)" : "%s", x->title.s, x->unit.s);
	return text_of(buf);
}

/* Case and runs of blanks do not count: StatLine keeps double blanks that
 * the metadata lack, or the other way round. */
static bool
same_label(struct text a, struct text b)
{
	char fa[LABEL_MAX], fb[LABEL_MAX];

	return text_equal(text_fold(a, fa, LABEL_MAX),
			  text_fold(b, fb, LABEL_MAX));
}

static bool
has_label(const struct meta *m, const struct meta_measure *x, struct text label)
{
	char buf[LABEL_MAX];

	return same_label(full_label(m, x, true, buf), label) ||
	       same_label(full_label(m, x, false, buf), label);
}

int
label_measure(const struct meta_view *v, struct text label, struct text *key)
{
	for (size_t k = 0; k < META_SOURCES; k++) {
		const struct meta *m = v->of[k];
		int found = 0;

		for (size_t i = 0; m && i < map_count(m->measures); i++) {
			const struct meta_measure *x =
			    map_value(m->measures, i);

			if (!has_label(m, x, label))
				continue;
			found++;
			*key = x->key;
		}
		if (found)
			return found == 1 ? 1 : -1;
	}
	return 0;
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
period_label(struct text label, char key[PERIOD_KEY])
{
	char buf[64];
	struct text t = text_fold(label, buf, sizeof(buf)), word = t;
	const char *code = "JJ";
	int number = 0;

	if (t.n < 4 || t.n >= sizeof(buf) - 1)
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
