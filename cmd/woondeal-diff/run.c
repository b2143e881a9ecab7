#include "run.h"

#include <stdlib.h>

#include "stand/bos.h"
#include "csvin.h"
#include "diag.h"
#include "stand/balance.h"
#include "gemeenten.h"
#include "input.h"
#include "mem.h"
#include "ground/rule.h"
#include "period.h"
#include "agree/ruleset.h"
#include "plans/scenario.h"
#include "stand/segment.h"
#include "stand/stand.h"
#include "write/check.h"
#include "write/explain.h"
#include "write/csv.h"
#include "write/view.h"

/* More years than any agreement spans. */
#define YEARS_MAX 100

struct opdracht {
	const struct keuzes *gekozen;
	struct kader kader;
	struct gemeenten *gemeenten;
	struct gebieden *gebieden; /* NULL: not given */
	struct regios *regios;
	struct opgaven *opgaven;
	struct waarnemingen *waarnemingen;
	struct scenarios *scenarios;
	struct segment *segment;
	struct bos *bos;
	struct normen *normen;
	struct uitleg *uitleg;
	struct regelsets *regelsets; /* NULL: not given */
	struct opgaven **varianten;  /* per scenario */
	struct plannen *plannen;
	struct rooster *rooster;
	struct beweringen beweringen;
	struct num norm; /* of capacity, in percent of what remains */
};

static int
load_targets(struct opdracht *o)
{
	const struct keuzes *c = o->gekozen;
	int32_t as_of = INT32_MAX;
	if (c->as_of != NULL && !date_parse(text_of(c->as_of), &as_of))
		return diag_fail("--as-of '%s' is not a date, expected "
				 "YYYY-MM-DD",
				 c->as_of);
	o->gemeenten = gemeenten_load(c->gemeenten);
	if (o->gemeenten == NULL)
		return -1;
	o->regios = regios_new(o->gemeenten);
	if (o->regios == NULL)
		return -1;
	o->kader.regios = o->regios;
	if (c->gebieden != NULL) {
		o->gebieden = gebieden_load(c->gebieden, o->gemeenten);
		if (o->gebieden == NULL)
			return -1;
		o->kader.gebieden = o->gebieden;
	}
	o->opgaven = opgaven_load(&o->kader, c->opgave, as_of);
	return o->opgaven == NULL ? -1 : 0;
}

static int
set_years(struct opdracht *o)
{
	const char *asked = o->gekozen->jaren;
	o->kader.jaren = opgaven_span(o->opgaven);
	if (asked != NULL && !span_parse(text_of(asked), &o->kader.jaren))
		return diag_fail("-y '%s' is not a span of years, expected "
				 "as in 2022..2030",
				 asked);
	if (o->kader.jaren.van == 0)
		return diag_fail("%s has no targets: give the years with -y",
				 o->gekozen->opgave);
	if (kader_jaren(&o->kader) > YEARS_MAX)
		return diag_fail("%zu years are asked for, at most %d can be",
				 kader_jaren(&o->kader), YEARS_MAX);
	return 0;
}

static int
load_observations(struct opdracht *o, const char *path)
{
	struct input *in = input_open(path);
	if (in == NULL)
		return -1;
	struct csvin *r = csvin_new(in, ',');
	o->waarnemingen = waarnemingen_load(r, &o->kader);
	csvin_free(r);
	int rc = input_close(in);
	return o->waarnemingen == NULL ? -1 : rc;
}

/* By default 1 January after the last whole year of growth. */
static int
set_date(struct opdracht *o)
{
	struct kader *k = &o->kader;
	const char *asked = o->gekozen->peildatum;
	struct text word = text_of(asked);
	char years[SPAN_TEXT];
	if (asked != NULL && !text_is(word, "laatste")) {
		k->peildatum_bekend = true;
		if (date_parse(word, &k->peildatum))
			return 0;
		return diag_fail("--peildatum '%s' is not a date, expected "
				 "YYYY-MM-DD or laatste",
				 asked);
	}
	k->peildatum_bekend =
	    waarnemingen_eind(o->waarnemingen, asked != NULL, &k->peildatum);
	if (k->peildatum_bekend)
		return 0;
	struct finding_place p = {.file = waarnemingen_name(o->waarnemingen)};
	melding_add(k->findings, REGEL_GEEN_GROEI, &p,
		    TEXTS(span_format(k->jaren, years)));
	date_days(k->jaren.van, 1, 1, &k->peildatum);
	return 0;
}

static bool
gebied(const struct opdracht *o)
{
	return o->gekozen->groep != NULL &&
	       text_is(text_of(o->gekozen->groep), "gebied");
}

/* Targets of areas are no part of the stand of regions. */
static void
report_areas(struct opdracht *o, size_t i)
{
	size_t n;
	const struct gebiedsdoel *list =
	    scenarios_gebieden(o->scenarios, i, &n);
	for (size_t j = 0; j < n && !gebied(o); j++)
		melding_add(
		    o->kader.findings, REGEL_GEBIEDSDOEL, NULL,
		    TEXTS(scenarios_name(o->scenarios, i), list[j].gebied));
}

static int
load_scenarios(struct opdracht *o)
{
	size_t n;
	if (o->gekozen->scenario == NULL)
		return 0;
	o->scenarios = scenarios_load(&o->kader, o->gekozen->scenario);
	if (o->scenarios == NULL)
		return -1;
	size_t count = scenarios_count(o->scenarios);
	o->varianten = mem_array(count + 1, sizeof *o->varianten);
	for (size_t i = 0; i < count; i++) {
		const struct ambitie *list =
		    scenarios_ambities(o->scenarios, i, &n);
		report_areas(o, i);
		if (n == 0)
			continue;
		o->varianten[i] = opgaven_with(o->opgaven, &o->kader, list, n);
		if (o->varianten[i] == NULL)
			return -1;
	}
	return 0;
}

static int
load_question(struct opdracht *o)
{
	if (o->gekozen->planstatus != NULL) {
		o->regelsets = regelsets_load(o->gekozen->planstatus);
		if (o->regelsets == NULL)
			return -1;
	}
	o->uitleg = uitleg_new(&o->kader, o->gekozen->uitleg, o->regelsets);
	return o->uitleg == NULL ? -1 : 0;
}

static int
load_plans(struct opdracht *o)
{
	const struct opt_list *list = &o->gekozen->plannen;
	const char *segment = o->gekozen->segment;
	if (segment != NULL) {
		if (text_is(text_of(segment), "bos"))
			o->bos = bos_new(&o->kader);
		else
			o->segment = segment_new(&o->kader, segment);
		o->normen = normen_load(&o->kader, o->gekozen->norm, segment);
		if (o->normen == NULL)
			return -1;
	}
	if (o->gekozen->uitleg != NULL && load_question(o) != 0)
		return -1;
	struct planwensen w = {.scenarios = o->scenarios,
			       .segment = o->segment,
			       .bos = o->bos,
			       .uitleg = o->uitleg,
			       .gebieden = gebied(o),
			       .band = o->gekozen->band};
	o->plannen = plannen_new(&o->kader, &w);
	for (size_t i = 0; i < list->count; i++)
		if (plannen_read(o->plannen, list->items[i]) != 0)
			return -1;
	if (plannen_settle(o->plannen, o->waarnemingen) != 0)
		return -1;
	if (o->gekozen->rooster == NULL)
		return 0;
	o->rooster = rooster_load(&o->kader, o->gekozen->rooster);
	return o->rooster == NULL ? -1 : 0;
}

static int
set_norm(struct opdracht *o)
{
	const char *asked = o->gekozen->capnorm;
	if (asked == NULL ||
	    (num_parse(text_of(asked), NUM_PLAIN, &o->norm) == NUM_OK &&
	     o->norm.units > 0 && o->norm.scale <= 2 &&
	     num_compare(o->norm, num_of(1000)) <= 0))
		return 0;
	return diag_fail("--capacity-norm '%s' is not a percentage up to 1000, "
			 "expected as in 130",
			 asked);
}

static int
load(struct opdracht *o, const char *waarnemingen)
{
	if (set_norm(o) != 0 || load_targets(o) != 0 || set_years(o) != 0 ||
	    load_observations(o, waarnemingen) != 0 || set_date(o) != 0)
		return -1;
	opgaven_check(o->opgaven, &o->kader);
	if (o->gekozen->fasering != NULL &&
	    opgaven_phase(o->opgaven, &o->kader, o->gekozen->fasering) != 0)
		return -1;
	groei_check(&o->kader, o->waarnemingen);
	if (load_scenarios(o) != 0)
		return -1;
	if (o->gekozen->beweringen != NULL &&
	    beweringen_load(&o->beweringen, &o->kader,
			    o->gekozen->beweringen) != 0)
		return -1;
	return load_plans(o);
}

struct opdracht *
opdracht_open(const struct keuzes *gekozen, const char *waarnemingen,
	      struct findings *f)
{
	struct opdracht *o = mem_new(struct opdracht);
	o->gekozen = gekozen;
	o->kader.findings = f;
	if (load(o, waarnemingen) != 0) {
		opdracht_close(o);
		return NULL;
	}
	return o;
}

void
opdracht_close(struct opdracht *o)
{
	if (o == NULL)
		return;
	for (size_t i = 0; i < scenarios_count(o->scenarios); i++)
		opgaven_free(o->varianten == NULL ? NULL : o->varianten[i]);
	free(o->varianten);
	beweringen_free(&o->beweringen);
	rooster_free(o->rooster);
	plannen_free(o->plannen);
	uitleg_free(o->uitleg);
	regelsets_free(o->regelsets);
	segment_free(o->segment);
	bos_free(o->bos);
	normen_free(o->normen);
	scenarios_free(o->scenarios);
	waarnemingen_free(o->waarnemingen);
	opgaven_free(o->opgaven);
	regios_free(o->regios);
	gebieden_free(o->gebieden);
	gemeenten_free(o->gemeenten);
	free(o);
}

/* 0 is as it is, then one for each scenario. */
static struct stand
stand_of(const struct opdracht *o, size_t i)
{
	struct stand s = {.kader = &o->kader,
			  .opgaven = o->opgaven,
			  .waarnemingen = o->waarnemingen,
			  .plannen = o->plannen,
			  .capaciteit = plannen_capaciteit(o->plannen, i),
			  .rooster = o->rooster,
			  .norm = o->gekozen->capnorm == NULL ? NULL : &o->norm,
			  .streken = plannen_streken(o->plannen, i),
			  .band = plannen_band(o->plannen, i),
			  .scenario = text_of("basis")};
	if (i == 0)
		return s;
	s.scenario = scenarios_name(o->scenarios, i - 1);
	if (o->varianten[i - 1] != NULL)
		s.opgaven = o->varianten[i - 1];
	return s;
}

static void
write_view(struct opdracht *o, struct output *out)
{
	for (size_t i = 0; i <= scenarios_count(o->scenarios); i++) {
		struct stand s = stand_of(o, i);
		if (i > 0)
			output_write(out, "\n", 1);
		weergave_write(out, &s, o->gekozen->kleur);
	}
}

static void
write_stand(struct opdracht *o, struct csvout *w)
{
	uitvoer_header(w, o->gekozen->capnorm != NULL, o->gekozen->band);
	for (size_t i = 0; i <= scenarios_count(o->scenarios); i++) {
		struct stand s = stand_of(o, i);
		uitvoer_stand(w, &s);
	}
}

void
opdracht_write(struct opdracht *o, struct output *out)
{
	const struct keuzes *c = o->gekozen;
	bool stand = !c->evenwicht && c->segment == NULL && c->uitleg == NULL;
	struct stand basis = stand_of(o, 0);
	if (c->beweringen != NULL)
		toets_alle(&basis, &o->beweringen);
	if (c->table && stand) {
		write_view(o, out);
		return;
	}
	struct csvout *w =
	    csvout_new(out, c->table ? CSVOUT_TABLE : CSVOUT_CSV);
	if (c->evenwicht)
		evenwicht_write(w, &basis);
	else if (o->bos != NULL)
		bos_write(o->bos, w, o->normen);
	else if (c->segment != NULL)
		segment_write(o->segment, w, o->normen);
	else if (c->uitleg != NULL)
		uitleg_write(o->uitleg, &basis, w);
	else
		write_stand(o, w);
	csvout_finish(w);
}
