#include "geheim.h"

#include "num.h"
#include "table.h"

enum { TOEPASSING, GRENS, WAARDE, COLUMNS };

static const char *const NAMES[COLUMNS] = {"toepassing", "grens", "waarde"};

static int
take_number(const struct table *t, size_t i, int64_t most, int64_t *out)
{
	struct num n;
	int rc = table_whole(t, i, WAARDE, &n);

	if (rc < 0)
		return -1;
	if (rc == 0 || num_compare(n, num_of(1)) < 0 ||
	    num_compare(n, num_of(most)) > 0 || !num_round(n, 0, NUM_DOWN, &n))
		return table_fail(t, i, WAARDE,
				  "a whole number from 1 to %d expected",
				  (int)most);
	*out = n.units;
	return 0;
}

static int
take_remedy(struct geheim *l, const struct table *t, size_t i)
{
	struct text word = table_cell(t, i, WAARDE);

	if (text_is(word, "samenvoegen"))
		l->remedy = REMEDY_MERGE;
	else if (text_is(word, "onderdrukken"))
		l->remedy = REMEDY_SUPPRESS;
	else if (text_is(word, "afronden"))
		l->remedy = REMEDY_ROUND;
	else
		return table_fail(t, i, WAARDE,
				  "samenvoegen, onderdrukken or afronden "
				  "expected");
	return 0;
}

static int
take(struct geheim *l, const struct table *t, size_t i)
{
	struct text what = table_cell(t, i, GRENS);

	if (text_is(table_cell(t, i, TOEPASSING), "tellingen")) {
		if (text_is(what, "marge"))
			return take_number(t, i, 1000, &l->margin);
		return table_fail(t, i, GRENS, "marge expected");
	}
	if (!text_is(table_cell(t, i, TOEPASSING), "plannen"))
		return table_fail(t, i, TOEPASSING,
				  "plannen or tellingen expected");
	if (text_is(what, "aantal"))
		return take_number(t, i, 1000, &l->least);
	if (text_is(what, "procent"))
		return take_number(t, i, 100, &l->percent);
	if (text_is(what, "wijze"))
		return take_remedy(l, t, i);
	if (text_is(what, "afronding"))
		return take_number(t, i, 10000, &l->base);
	return table_fail(t, i, GRENS,
			  "aantal, procent, wijze or afronding expected");
}

int
geheim_load(struct geheim *l, const char *path)
{
	struct table *t;
	int rc = 0;

	*l = (struct geheim){3, 10, REMEDY_MERGE, 10, 1};
	if (!path)
		return 0;
	t = table_load(path, NAMES, COLUMNS);
	if (!t)
		return -1;
	for (size_t i = 0; rc == 0 && i < table_rows(t); i++)
		rc = take(l, t, i);
	table_free(t);
	return rc;
}

int64_t
geheim_step(const struct geheim *l, int64_t value)
{
	int64_t size = value < 0 ? -value : value;

	return (size / 100) * l->percent +
	       ((size % 100) * l->percent + 99) / 100;
}
