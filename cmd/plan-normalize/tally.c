#include "tally.h"

#include "diag.h"

int
account_add(struct account *a, enum soort s, struct num v)
{
	if (!num_add(a->sum[s], v, &a->sum[s]))
		return diag_fail("the sum of %s has more than 18 digits",
				 soort_name(s).s);
	return 0;
}

int
tally_check(const struct tally *t, const char *file)
{
	struct num both;

	if (t->read != t->accepted + t->rejected + t->skipped)
		return diag_fail("%s: internal error: %zu records read, %zu "
				 "accounted for",
				 file, t->read,
				 t->accepted + t->rejected + t->skipped);
	for (enum soort s = 0; s < SOORT_COUNT; s++)
		if (!num_add(t->out.sum[s], t->refused.sum[s], &both) ||
		    num_compare(both, t->in.sum[s]) != 0)
			return diag_fail("%s: internal error: %s read is not "
					 "%s accepted plus rejected",
					 file, soort_name(s).s,
					 soort_name(s).s);
	return 0;
}

void
tally_note(const struct tally *t, const char *file)
{
	char in[NUM_TEXT], out[NUM_TEXT], refused[NUM_TEXT];
	char sloop_in[NUM_TEXT], sloop_out[NUM_TEXT], sloop_no[NUM_TEXT];

	diag_note("%s: %zu records = %zu accepted + %zu rejected + %zu "
		  "skipped; bouw %s = %s + %s; sloop %s = %s + %s",
		  file, t->read, t->accepted, t->rejected, t->skipped,
		  num_format(t->in.sum[SOORT_BOUW], in).s,
		  num_format(t->out.sum[SOORT_BOUW], out).s,
		  num_format(t->refused.sum[SOORT_BOUW], refused).s,
		  num_format(t->in.sum[SOORT_SLOOP], sloop_in).s,
		  num_format(t->out.sum[SOORT_SLOOP], sloop_out).s,
		  num_format(t->refused.sum[SOORT_SLOOP], sloop_no).s);
}
