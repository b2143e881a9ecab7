#include "judge/tally.h"

#include "diag.h"

int
account_add(struct account *a, enum soort s, struct num v)
{
	return sum_add(&a->sum[s], v);
}

int
tally_check(const struct tally *t, const char *file)
{
	if (t->read != t->accepted + t->rejected + t->skipped)
		return diag_fail("%s: internal error: %zu records read, %zu "
				 "accounted for",
				 file, t->read,
				 t->accepted + t->rejected + t->skipped);
	for (enum soort s = 0; s < SOORT_COUNT; s++)
		if (sum_compare(sum_plus(t->out.sum[s], t->refused.sum[s]),
				t->in.sum[s]) != 0)
			return diag_fail("%s: internal error: %s read is not "
					 "%s accepted plus rejected",
					 file, soort_name(s).s,
					 soort_name(s).s);
	return 0;
}

void
tally_note(const struct tally *t, const char *file)
{
	char in[SUM_TEXT], out[SUM_TEXT], refused[SUM_TEXT];
	char sloop_in[SUM_TEXT], sloop_out[SUM_TEXT], sloop_no[SUM_TEXT];

	diag_note("%s: %zu records = %zu accepted + %zu rejected + %zu "
		  "skipped; bouw %s = %s + %s; sloop %s = %s + %s",
		  file, t->read, t->accepted, t->rejected, t->skipped,
		  sum_format(t->in.sum[SOORT_BOUW], in).s,
		  sum_format(t->out.sum[SOORT_BOUW], out).s,
		  sum_format(t->refused.sum[SOORT_BOUW], refused).s,
		  sum_format(t->in.sum[SOORT_SLOOP], sloop_in).s,
		  sum_format(t->out.sum[SOORT_SLOOP], sloop_out).s,
		  sum_format(t->refused.sum[SOORT_SLOOP], sloop_no).s);
}
