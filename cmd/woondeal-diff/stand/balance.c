#include "stand/balance.h"

static void
header(struct csvout *w)
{
	static const char *const names[] = {
	    "niveau",	"regio",   "naam",     "rest_opgave",
	    "hard",	"zacht",   "onbekend", "nodig_zacht_pct",
	    "haalbaar", "afgeleid"};
	csvout_numbers(w, "rest_opgave hard zacht onbekend nodig_zacht_pct");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(w, names[i]);
	csvout_end(w);
}

static void
maybe(struct csvout *w, struct maybe m)
{
	if (m.known)
		csvout_num(w, amount_num(m.n));
	else
		csvout_empty(w);
}

static int64_t
zacht_of(const struct stand_row *r)
{
	int64_t zacht = r->capacity[HARDHEID_ZACHT].n;
	return zacht > 0 ? zacht : 0;
}

/* Rounded up, so that the share that is told is enough. */
bool
balance_share(const struct stand_row *r, struct num *out)
{
	int64_t need = r->rest.n - r->capacity[HARDHEID_HARD].n;
	return r->rest.known && r->capacity[HARDHEID_HARD].known && need > 0 &&
	       zacht_of(r) > 0 &&
	       amount_percent(need, zacht_of(r), NUM_UP, out);
}

static void
write_share(struct csvout *w, const struct stand_row *r)
{
	struct num p;
	char buf[NUM_TEXT];
	if (balance_share(r, &p))
		csvout_text(w, num_format_fixed(p, 1, buf));
	else
		csvout_empty(w);
}

static void
write_end(struct csvout *w, const struct stand_row *r)
{
	struct buffer cell = {0};
	stand_derived(r, &cell);
	csvout_text(w, buffer_view(&cell));
	csvout_end(w);
	buffer_free(&cell);
}

static void
write_row(struct csvout *w, const struct stand_row *r)
{
	const struct maybe *c = r->capacity;
	csvout_string(w, region_level_name(r->regio->level));
	csvout_text(w, r->regio->code);
	csvout_text(w, r->regio->name);
	maybe(w, r->rest);
	for (int h = 0; h < HARDHEDEN; h++)
		maybe(w, c[h]);
	if (!r->rest.known || !c[HARDHEID_HARD].known) {
		csvout_empty(w);
		csvout_empty(w);
		write_end(w, r);
		return;
	}
	int64_t need = r->rest.n - c[HARDHEID_HARD].n;
	int64_t zacht = zacht_of(r);
	write_share(w, r);
	if (need <= 0 || need <= zacht)
		csvout_string(w, "ja");
	else if (need <= zacht + c[HARDHEID_ONBEKEND].n)
		csvout_string(w, "met onbekend");
	else
		csvout_string(w, "nee");
	write_end(w, r);
}

void
balance_write(struct csvout *w, const struct stand *s)
{
	struct stand_row row = {0};
	header(w);
	for (size_t i = 0; i < regios_count(s->frame->regios); i++) {
		stand_row(s, i, s->frame->years, &row);
		write_row(w, &row);
	}
	stand_row_free(&row);
}
