#include "tablekind.h"

#include <stdbool.h>
#include <string.h>

#include "diag.h"

#define OF_CBS " of CBS (cbs-extract takes them)"

/* Names that a table has, of which no other has all, and what it is. The first
 * that fits counts. */
static const struct {
	const char *names, *what;
} tables[] = {
    {"tabel,onderwerp,regio,periode,waarde,eenheid",
     "waarnemingen.csv, observations (cbs-extract writes them; indicator-join "
     "takes them)"},
    {"plan_id,planstatus,hardheid,soort,dimensie,categorie,aantal",
     "plannen.csv, a plan register (plan-normalize writes it; woondeal-diff "
     "-P takes it)"},
    {"scenario,niveau,regio,opgave,netto_groei",
     "stand.csv (woondeal-diff writes it)"},
    {"indicator_code,regio,periode,waarde",
     "indicatoren.csv of a release (indicator-join writes it)"},
    {"bestand,rij,kolom,code,ernst,melding",
     "bevindingen.csv, findings (plan-letter --bevindingen takes them)"},
    {"plan_naam,wijziging,veld,oud,nieuw",
     "planwijzigingen.csv (plan-diff writes it; plan-letter "
     "--planwijzigingen takes it)"},
    {"hardheid,vorig,vervallen,aantal,totaal",
     "planbrug.csv (plan-diff --bridge writes it; plan-letter --planbrug takes "
     "it)"},
    {"sleutel,wijziging,kolom,oud,nieuw",
     "wijzigingen.csv, what changed (csvdiff writes it)"},
    {"gemeente,naam,woondeal,provincie",
     "gemeenten.csv, municipalities (plan-normalize -g takes it)"},
    {"woondeal,jaar_van,jaar_tot,opgave,vastgesteld",
     "opgave.csv, targets (woondeal-diff -t takes it)"},
    {"regelset,planstatus,hardheid",
     "planstatus.csv, rule sets (plan-normalize -S takes it)"},
    {"jaar,segment,klasse,tot",
     "prijsgrenzen.csv, limits of prices (plan-normalize --prijsgrenzen takes "
     "it)"},
    {"gebied,gemeente,veld,waarde",
     "gebieden.csv, areas (plan-normalize --gebieden takes it)"},
    {"veld,kolom,omzetting,waarde", "a layout (plan-normalize -l takes it)"},
    {"code,naam,thema,richting,decimalen",
     "indicatoren.csv, a catalogue (indicator-join -i takes it)"},
    {"eenheid,grootheid,schaal",
     "eenheden.csv, units (indicator-join --eenheden takes it)"},
    {"toets,grens", "plausibel.csv, what is plausible (indicator-join "
		    "--plausibel takes it)"},
    {"oud,nieuw,vanaf", "herindelingen.csv (indicator-join --herindelingen "
			"takes it)"},
    {"maat,daling,stijging",
     "grenzen.csv, how much may change (plan-accept --grenzen takes it)"},
    {"toepassing,grens,waarde",
     "geheim.csv, limits of secrets (disclosure-check -G takes it)"},
    {"gemeente,levering,sha256,door",
     "aanvaard.csv, what was accepted (plan-accept --aanvaard takes it)"},
    {"gemeente,levering,sha256,oordeel",
     "vankracht.csv, deliveries in force (plan-accept --vankracht takes it)"},
    {"gemeente,levering,bestand,register",
     "deliveries, as nightly lists them (plan-accept takes them)"},
    {"gemeente,levering,verwacht,stand",
     "rooster.csv, who was to deliver (woondeal-diff --rooster takes it)"},
    {"gemeente,bestand,indeling,levering",
     "leveringen.csv, deliveries (woondeal-diff --leveringen takes it)"},
    {"scenario,veld,waarde,aandeel",
     "scenario.csv (woondeal-diff --scenario takes it)"},
    {"regio,segment,categorie,aandeel,van,tot",
     "norm.csv (woondeal-diff --norm takes it)"},
    {"regio,segment,categorie,behoefte",
     "behoefte.csv, what is wanted (woondeal-diff --also need: takes it)"},
    {"bewering,regio,kolom,waarde",
     "beweringen.csv, published statements (woondeal-diff --beweringen takes "
     "it)"},
    {"selectie,veld,waarde",
     "plankeuze.csv, chosen plans (woondeal-diff --also choice: takes it)"},
    {"tabel,dimensie,sleutel,naam",
     "selecties.csv, keys of CBS (cbs-extract --selecties takes it)"},
    {"tabel,soort,bestand,metadata", "bronnen.csv, which nightly reads"},
    {"pad,soort,schema,nodig",
     "uitgave.csv, what a release must have (release-seal takes it)"},
    {"Id,Measure,ValueAttribute,Value", "observations" OF_CBS},
    {"ID,RegioS,Perioden", "data" OF_CBS},
    {"Key,Title,Description", "metadata of CBS (cbs-extract -M takes them)"},
};

static bool
has(const struct text *names, size_t count, struct text name)
{
	for (size_t i = 0; i < count; i++)
		if (text_equal(text_trim(names[i]), name))
			return true;
	return false;
}

/* cbs-extract says itself what is wrong with data of CBS. */
static bool
is_own(const char *what)
{
	return strstr(what, OF_CBS) &&
	       strcmp(diag_program_name(), "cbs-extract") == 0;
}

const char *
tablekind_of(const struct text *names, size_t count)
{
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		struct text rest = text_of(tables[i].names), name;
		bool all = !is_own(tables[i].what);

		while (all && text_split(&rest, ',', &name))
			all = has(names, count, name);
		if (all)
			return tables[i].what;
	}
	return NULL;
}

#define MOST 64

const char *
tablekind_of_line(struct text line)
{
	struct text names[MOST], name;
	size_t n = 0;

	while (n < MOST && text_split(&line, ',', &name)) {
		name = text_trim(name);
		if (name.n >= 2 && name.s[0] == '"' &&
		    name.s[name.n - 1] == '"')
			name = (struct text){name.s + 1, name.n - 2};
		names[n++] = name;
	}
	return tablekind_of(names, n);
}
