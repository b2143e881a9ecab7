#include "judge/tally.h"

#include <stdio.h>

#include "diag.h"

int
account_add(struct account *a, enum soort s, struct num v)
{
	return sum_add(&a->sum[s], v);
}

void
account_join(struct account *a, const struct account *b)
{
	a->cells += b->cells;
	for (enum soort s = 0; s < SOORT_COUNT; s++)
		a->sum[s] = sum_plus(a->sum[s], b->sum[s]);
}

static struct sum
accounted(const struct tally *t, enum soort s)
{
	return sum_plus(sum_plus(t->out.sum[s], t->refused.sum[s]),
			t->skipped.sum[s]);
}

int
tally_check(const struct tally *t, const char *file)
{
	if (t->read != t->accepted + t->rejected + t->skips)
		return diag_fail("%s: internal error: %zu records read, %zu "
				 "accounted for",
				 file, t->read,
				 t->accepted + t->rejected + t->skips);
	if (t->in.cells != t->out.cells + t->refused.cells + t->skipped.cells)
		return diag_fail("%s: internal error: %zu numbers read, %zu "
				 "accounted for",
				 file, t->in.cells,
				 t->out.cells + t->refused.cells +
				     t->skipped.cells);
	for (enum soort s = 0; s < SOORT_COUNT; s++)
		if (sum_compare(accounted(t, s), t->in.sum[s]) != 0)
			return diag_fail("%s: internal error: %s read is not "
					 "%s accepted, rejected and skipped",
					 file, soort_name(s).s,
					 soort_name(s).s);
	return 0;
}

/* "82 = 12 + 0 + 0 + 70" */
static const char *
add_up(const struct tally *t, enum soort s, char *buf, size_t cap)
{
	char all[SUM_TEXT], out[SUM_TEXT], refused[SUM_TEXT];
	char skipped[SUM_TEXT], unread[SUM_TEXT];

	snprintf(buf, cap, "%s = %s + %s + %s + %s",
		 sum_format(sum_plus(t->in.sum[s], t->unread.sum[s]), all).s,
		 sum_format(t->out.sum[s], out).s,
		 sum_format(t->refused.sum[s], refused).s,
		 sum_format(t->skipped.sum[s], skipped).s,
		 sum_format(t->unread.sum[s], unread).s);
	return buf;
}

#define ACCOUNT (5 * SUM_TEXT + 16)

void
tally_note(const struct tally *t, const char *file)
{
	char bouw[ACCOUNT], sloop[ACCOUNT];

	diag_note("%s: %zu records = %zu accepted + %zu rejected + %zu "
		  "skipped; %zu numbers = %zu + %zu + %zu + %zu unread; "
		  "bouw %s; sloop %s",
		  file, t->read, t->accepted, t->rejected, t->skips,
		  t->in.cells + t->unread.cells, t->out.cells, t->refused.cells,
		  t->skipped.cells, t->unread.cells,
		  add_up(t, SOORT_BOUW, bouw, sizeof(bouw)),
		  add_up(t, SOORT_SLOOP, sloop, sizeof(sloop)));
}

void
tally_tell(const struct tally *t, struct report *r)
{
	const size_t counts[] = {t->in.cells + t->unread.cells, t->out.cells,
				 t->refused.cells, t->skipped.cells,
				 t->unread.cells};
	char numbers[5][24], bouw[ACCOUNT], sloop[ACCOUNT];
	struct text args[7];

	if (counts[0] == counts[1])
		return;
	for (size_t i = 0; i < 5; i++) {
		snprintf(numbers[i], sizeof(numbers[i]), "%zu", counts[i]);
		args[i] = text_of(numbers[i]);
	}
	args[5] = text_of(add_up(t, SOORT_BOUW, bouw, sizeof(bouw)));
	args[6] = text_of(add_up(t, SOORT_SLOOP, sloop, sizeof(sloop)));
	report_whole(r, RULE_ACCOUNT, args, 7);
}
