#include "planline.h"

#include <string.h>

#include "buffer.h"

static const char *const names[] = {"GlobalID",
				    "plannaam",
				    "provincie",
				    "regio",
				    "gemeente",
				    "woonplaats",
				    "vertrouwelijkheid",
				    "oplevering_eerste",
				    "oplevering_laatste",
				    "plantype",
				    "projectfase",
				    "status_planologisch",
				    "knelpunten_meerkeuze",
				    "toelichting_knelpunten",
				    "opdrachtgever_type",
				    "opdrachtgever_naam",
				    "verhuurder_type",
				    "bestemmingsplan",
				    "masterplan",
				    "zoekgebied",
				    "beoogd_woonmilieu_ABF5",
				    "beoogd_woonmilieu_ABF13",
				    "aantal_tijdelijke_woningen",
				    "aantal_nultreden_woningen",
				    "aantal_geclusterde_woningen",
				    "aantal_zorggeschikte_woningen",
				    "onzelfstandige_wooneenheden",
				    "aandachtsgroepen",
				    "sleutelproject",
				    "realisatiekans",
				    "overkoepelende_plan_id",
				    "overkoepelende_plan_naam",
				    "Totaal_bouw",
				    "Totaal_gerealiseerd",
				    "Totaal_resterend",
				    "Totaal_sloop_resterend",
				    "Totaal_netto",
				    "Totaal_netto_resterend",
				    "Totaal_eengezins_resterend",
				    "Totaal_meergezins_resterend",
				    "Totaal_type_onbekend_resterend"};
/* Columns of ours, last. */
static const char *const own[] = {"plan_id", "fase_id", "gebied", "bos_ha",
				  "eigen_hardheid"};

static const char *const of_type[TYPES] = {"Totaal_meergezins_resterend",
					   "Totaal_eengezins_resterend",
					   "Totaal_type_onbekend_resterend"};
static const char *const of_tenure[TENURES] = {
    "Totaal_koop_resterend", "Totaal_huur_resterend",
    "Totaal_koop_huur_onbekend_resterend"};
/* In the order of column_prices. */
static const char *const of_price[PRICES] = {"Totaal_koop1",
					     "Totaal_koop2",
					     "Totaal_koop3",
					     "Totaal_koop4",
					     "Totaal_koop_onbekend",
					     "Totaal_huur1",
					     "Totaal_huur2",
					     "Totaal_huur3",
					     "Totaal_huur4",
					     "Totaal_huur_onbekend",
					     "Totaal_eigendom_onbekend"};

static int
tenure_of(size_t price)
{
	return price == PRICE_ONBEKEND		? UNKNOWN
	       : column_prices[price][0] == 'k' ? KOOP
						: HUUR;
}

void
totals_take(struct totals *t, const struct record *detail, bool built)
{
	for (size_t i = 0; i < 2 * CELLS; i++) {
		bool gone = i >= CELLS;
		size_t cell = i % CELLS;
		struct text said = record_get(
		    detail, (gone ? DETAIL_SLOOP : DETAIL_BOUW) + cell);
		struct num n;

		if (!said.n || num_parse(said, NUM_PLAIN, &n) != NUM_OK)
			continue;
		(void)num_round(n, 0, NUM_DOWN, &n); /* whole: see place.c */
		t->price[cell % PRICES] += gone ? -n.units : n.units;
		if (!gone && built)
			continue;
		t->tenure[tenure_of(cell % PRICES)] +=
		    gone ? -n.units : n.units;
		if (!gone)
			t->type[cell / PRICES] += n.units;
	}
}

static void
place_names(struct columns *c, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		columns_place(c, text_of(list[i]));
}

struct columns *
planline_columns(void)
{
	struct columns *c = columns_new();

	place_names(c, names, sizeof(names) / sizeof(names[0]));
	place_names(c, of_tenure, TENURES);
	place_names(c, of_price, PRICES);
	place_names(c, own, sizeof(own) / sizeof(own[0]));
	return c;
}

static void
put(struct record *r, struct columns *c, const char *name, struct text t)
{
	record_set(r, columns_place(c, text_of(name)), t);
}

static void
put_sum(struct record *r, struct columns *c, const char *name, struct sum s)
{
	char buf[SUM_TEXT];

	put(r, c, name, sum_format(s, buf));
}

static void
put_whole(struct record *r, struct columns *c, const char *name, int64_t n)
{
	put_sum(r, c, name, sum_of(num_of(n)));
}

static void
put_totals(struct record *r, struct columns *c, const struct totals *t)
{
	struct sum left = t->soort[SOORT_BOUW], built, gone;

	built = t->soort[SOORT_GEREALISEERD];
	gone = t->soort[SOORT_SLOOP];
	put_sum(r, c, "Totaal_bouw", sum_plus(left, built));
	put_sum(r, c, "Totaal_gerealiseerd", built);
	put_sum(r, c, "Totaal_resterend", left);
	put_sum(r, c, "Totaal_sloop_resterend", gone);
	put_sum(r, c, "Totaal_netto", sum_minus(sum_plus(left, built), gone));
	put_sum(r, c, "Totaal_netto_resterend", sum_minus(left, gone));
	for (size_t i = 0; !t->own_all && !t->own_type && i < TYPES; i++)
		put_whole(r, c, of_type[i], t->type[i]);
	for (size_t i = 0; !t->own_all && !t->own_price && i < TENURES; i++)
		put_whole(r, c, of_tenure[i], t->tenure[i]);
	for (size_t i = 0; !t->own_all && !t->own_price && i < PRICES; i++)
		put_whole(r, c, of_price[i], t->price[i]);
}

void
planline_fill(struct record *r, struct columns *c, const struct row *row,
	      struct text id, const struct gemeente *g, struct text status,
	      bool mixed, const struct totals *t)
{
	static const struct {
		const char *name;
		enum register_column of;
	} same[] = {{"plannaam", REGISTER_PLAN_NAAM},
		    {"vertrouwelijkheid", REGISTER_VERTROUWELIJKHEID},
		    {"plantype", REGISTER_PLANTYPE},
		    {"projectfase", REGISTER_PROJECTFASE},
		    {"opdrachtgever_type", REGISTER_OPDRACHTGEVER},
		    {"sleutelproject", REGISTER_SLEUTELPROJECT},
		    {"plan_id", REGISTER_PLAN_ID},
		    {"fase_id", REGISTER_FASE_ID},
		    {"gebied", REGISTER_GEBIED},
		    {"bos_ha", REGISTER_BOS_HA}};
	struct buffer b = {0};

	record_clear(r);
	put(r, c, "GlobalID", id);
	put(r, c, "provincie", g->provincie);
	put(r, c, "regio", g->woondeal);
	put(r, c, "gemeente", g->naam);
	put(r, c, "status_planologisch", status);
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		put(r, c, same[i].name, row->field[same[i].of]);
	buffer_add(&b, row->field[REGISTER_KNELPUNTEN]);
	for (size_t i = 0; i < b.n; i++)
		if (b.s[i] == '|')
			b.s[i] = ',';
	put(r, c, "knelpunten_meerkeuze", buffer_view(&b));
	buffer_free(&b);
	if (!mixed &&
	    text_is(row->field[REGISTER_PLANSTATUS], PLANSTATUS_UNKNOWN))
		put(r, c, "eigen_hardheid", row->field[REGISTER_HARDHEID]);
	if (row->hardheid != HARDHEID_TELT_NIET)
		put_totals(r, c, t);
}
