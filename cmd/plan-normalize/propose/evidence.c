#include "propose/evidence.h"

#include <string.h>

#include "judge/totals.h"
#include "num.h"

static bool
shows(struct text t, enum evidence e)
{
	struct num v;
	bool nl = num_parse(t, NUM_NL, &v) == NUM_OK;
	bool en = num_parse(t, NUM_EN, &v) == NUM_OK;
	bool either = num_parse(t, NUM_ANY, &v) == NUM_AMBIGUOUS;

	if (!t.n || (!memchr(t.s, ',', t.n) && !memchr(t.s, '.', t.n)))
		return false;
	if (either)
		return e == EVIDENCE_EITHER;
	return e == EVIDENCE_NL ? nl && !en : e == EVIDENCE_EN && en && !nl;
}

const struct text *
evidence_number(const struct sample *s, size_t column, enum evidence e)
{
	for (size_t r = 0; r < s->row_count; r++)
		if (shows(s->rows[r][column], e))
			return &s->rows[r][column];
	return NULL;
}

bool
evidence_numeric(const struct sample *s, size_t column)
{
	size_t numbers = 0, others = 0;
	struct num v;

	for (size_t r = 0; r < s->row_count; r++) {
		enum num_result rc = num_parse(s->rows[r][column], NUM_ANY, &v);

		numbers += rc == NUM_OK || rc == NUM_AMBIGUOUS;
		others += rc == NUM_BAD || rc == NUM_RANGE;
	}
	return numbers > others;
}

bool
evidence_codes(const struct sample *s, size_t column)
{
	for (size_t r = 0; r < s->row_count; r++) {
		struct text t = s->rows[r][column];

		if (t.n && t.n <= 2 && t.s[0] >= '1' && t.s[0] <= '9')
			return true;
	}
	return false;
}

bool
evidence_statuses(const struct sample *s, size_t column)
{
	size_t n = 0;

	for (size_t r = 0; r < s->row_count; r++) {
		struct text t = s->rows[r][column];
		size_t i = 1;

		if (!t.n || totals_word(t))
			continue;
		if (t.n < 6 || t.s[0] < '1' || t.s[0] > '5')
			return false;
		if (t.s[1] >= 'A' && t.s[1] <= 'C')
			i++;
		if (t.s[i] != ' ' && t.s[i] != '.')
			return false;
		n++;
	}
	return n > 0;
}

size_t
evidence_total(const struct sample *s, size_t column)
{
	for (size_t r = 0; r < s->row_count; r++)
		if (totals_word(s->rows[r][column]))
			return r + 1;
	return 0;
}
