#include "ground/rule.h"

#define ERROR SEVERITY_ERROR
#define WARNING SEVERITY_WARNING
#define INFO SEVERITY_INFO

static const struct finding_rule rules[] = {
    [RULE_GEMEENTE] =
	{"W001", ERROR,
	 "this municipality is not in the municipalities file: its dwellings "
	 "are left out",
	 "Deze gemeente staat niet in het gemeentenbestand: haar woningen "
	 "tellen niet mee. Vul gemeenten.csv aan of verbeter de code."},
    [RULE_AMOUNT] =
	{"W002", ERROR,
	 "not a number of dwellings (plain decimals, at most six): "
	 "left out",
	 "Dit is geen aantal woningen (punt als decimaalteken, hoogstens zes "
	 "decimalen): het telt niet mee. Verbeter de waarde."},
    [RULE_WORD] =
	{"W003", ERROR,
	 "this word is not known here, expected {0}: the record is left out",
	 "Dit woord is hier onbekend, verwacht: {0}. Het record telt niet "
	 "mee."},
    [RULE_YEAR] =
	{"W004", ERROR,
	 "'{0}' to '{1}' are no years in order: the record is left out",
	 "'{0}' tot en met '{1}' zijn geen oplopende jaren: het record telt "
	 "niet mee."},
    [RULE_NO_GROWTH] =
	{"W010", WARNING,
	 "no whole year of net growth (saldo_voorraad) for {0}: growth is "
	 "unknown",
	 "Er is geen heel jaar netto groei (saldo_voorraad) voor {0}: de groei "
	 "is onbekend. Controleer de waarnemingen en de selectie."},
    [RULE_MISSING] =
	{"W011", WARNING,
	 "net growth of {0} {1} for {2} is missing: known until {3}, expected "
	 "until {4}",
	 "Netto groei van {0} {1} over {2} ontbreekt: bekend tot en met {3}, "
	 "verwacht tot en met {4}. De regels zijn gemarkeerd als niet "
	 "volledig."},
    [RULE_PROVINCIE] =
	{"W012", WARNING,
	 "net growth of {0} itself for {1} is {2}, the sum of its "
	 "municipalities {3}",
	 "De netto groei van {0} zelf over {1} is {2}, de som van de gemeenten "
	 "{3}. De stand gebruikt de som van de gemeenten."},
    [RULE_RUNNING] =
	{"W013", INFO,
	 "{0} is counted until {1}: it is not set against the target of the "
	 "whole year",
	 "Het jaar {0} is geteld tot en met {1}: het wordt niet afgezet tegen "
	 "de opgave van het hele jaar."},
    [RULE_SALDO] =
	{"W014", WARNING,
	 "net growth of {0} for {1} is {2}, its parts give {3}",
	 "De netto groei van {0} over {1} is {2}, de delen geven {3}. De stand "
	 "gebruikt het saldo."},
    [RULE_MONTHS] =
	{"W015", WARNING,
	 "net growth of {0} for {1} is {2}, the sum of the {3} periods in it "
	 "{4}",
	 "De netto groei van {0} over {1} is {2}, de som van de {3} perioden "
	 "daarin {4}. De stand gebruikt het jaarcijfer."},
    [RULE_DELIVERY_DATE] =
	{"W020", WARNING,
	 "delivery '{0}' of {1} is dated '{2}', more than 31 days from the "
	 "reference date {3}",
	 "Levering '{0}' van {1} heeft peildatum '{2}': meer dan 31 dagen van "
	 "de peildatum {3} van deze stand."},
    [RULE_BUCKET] =
	{"W021", WARNING,
	 "{0} dwellings of {1} are given for {2} together: counted in the "
	 "total row only",
	 "{0} woningen van {1} zijn opgegeven voor {2} samen: zij tellen "
	 "alleen "
	 "in de totaalregel mee."},
    [RULE_INDIVISIBLE] =
	{"W022", WARNING,
	 "{0} dwellings of {1} are given for {2}: that cannot be divided, not "
	 "counted",
	 "{0} woningen van {1} zijn opgegeven voor {2}: dat is niet te "
	 "verdelen "
	 "en telt niet mee. Vraag de gemeente om jaren."},
    [RULE_PAST] =
	{"W023", WARNING,
	 "{0} dwellings of {1} are planned in {2}, before the reference date: "
	 "not counted",
	 "{0} woningen van {1} zijn gepland in {2}, voor de peildatum: zij "
	 "tellen niet mee."},
    [RULE_DEDUCT] =
	{"W024", INFO,
	 "{0}: {1} dwellings of whole-year counts were built since 1 January "
	 "{2} and are taken off",
	 "{0}: {1} woningen uit opgaven over het hele jaar zijn sinds 1 "
	 "januari "
	 "{2} gebouwd en van de capaciteit afgetrokken."},
    [RULE_DEDUCT_ONBEKEND] =
	{"W025", WARNING,
	 "{0}: whole-year counts of {1} may count dwellings twice, growth "
	 "since 1 January is unknown",
	 "{0}: de opgaven over heel {1} tellen woningen mogelijk dubbel: de "
	 "groei sinds 1 januari is onbekend."},
    [RULE_NO_PLANS] =
	{"W026", WARNING,
	 "{0} {1} has no plans: its capacity is unknown, not zero",
	 "{0} {1} heeft geen plannen: de capaciteit is onbekend, niet nul."},
    [RULE_EMPTY] =
	{"W029", WARNING,
	 "{0} {1} left {2} amounts empty or unknown (herkomst leeg, onbekend): "
	 "they add nothing",
	 "{0} {1} heeft {2} aantallen leeg gelaten of niet geweten (herkomst "
	 "leeg of onbekend): die tellen nergens mee. Vraag na of daar nul "
	 "bedoeld is."},
    [RULE_ROSTER] = {"W027", WARNING,
		     "delivery '{1}' of {0} is '{2}' according to the roster",
		     "Levering '{1}' van {0} is volgens het rooster '{2}'."},
    [RULE_NOT_IN_ROSTER] =
	{"W028", WARNING, "{0} {1} is not in the roster",
	 "{0} {1} staat niet in het rooster. Vul rooster.csv aan."},
    [RULE_TOTALS] =
	{"W030", WARNING,
	 "target of {0} for {1} is {2}, the sum of its parts {3}",
	 "De opgave van {0} voor {1} is {2}, de som van de delen {3}. De stand "
	 "gebruikt de eigen opgave."},
    [RULE_OPGAVE_OUTSIDE] =
	{"W031", WARNING,
	 "target of {0} for {1} lies only partly within {2}: not counted",
	 "De opgave van {0} voor {1} valt maar gedeeltelijk binnen {2}: zij "
	 "telt niet mee."},
    [RULE_OPGAVE_MISSING] = {"W032", WARNING,
			     "target of {0} is not known for all of {1}",
			     "De opgave van {0} is niet voor heel {1} bekend."},
    [RULE_PHASING] =
	{"W033", WARNING,
	 "target of {0} for {1} is {2} as agreed, but {3} with this phasing",
	 "De opgave van {0} voor {1} is volgens afspraak {2}, maar met deze "
	 "fasering {3}. Deze stand gebruikt de fasering."},
    [RULE_SCENARIO] =
	{"W034", INFO,
	 "scenario {0}: {1} dwellings of the plans fall outside {2}, or lie "
	 "only partly in it",
	 "Scenario {0}: {1} woningen uit de plannen vallen buiten {2}, of "
	 "liggen daar maar gedeeltelijk in."},
    [RULE_WITHOUT_YEAR] =
	{"W035", INFO,
	 "{0} dwellings of {1} are divided by {2} without years: counted as "
	 "if from the reference date on",
	 "{0} woningen van {1} zijn naar {2} verdeeld zonder jaren: zij tellen "
	 "mee alsof zij na de peildatum komen."},
    [RULE_NORM_CATEGORY] =
	{"W036", WARNING, "the norm names '{0}', which no plan has in {1}",
	 "De norm noemt '{0}', maar geen plan heeft dat bij {1}. Controleer de "
	 "spelling."},
    [RULE_NO_WOONDEAL] =
	{"W037", WARNING,
	 "{0} {1} is in no woondeal: the province counts its growth and plans, "
	 "but has no target for it",
	 "{0} {1} zit in geen woondeal: de provincie telt haar groei en "
	 "plannen "
	 "mee, maar heeft er geen opgave voor. Vul gemeenten.csv aan."},
    [RULE_AREA_TARGET] =
	{"W038", INFO,
	 "scenario {0}: the target of area {1} counts with --groep gebied only",
	 "Scenario {0}: de opgave van gebied {1} telt alleen bij --groep "
	 "gebied."},
    [RULE_AREA_EMPTY] =
	{"W039", WARNING,
	 "no plan that counts lies in area {0}, which has a target",
	 "Geen plan dat telt ligt in gebied {0}, dat wel een opgave heeft. "
	 "Controleer "
	 "de spelling in de kolom gebied."},
    [RULE_CLAIM] =
	{"W040", WARNING,
	 "'{0}' ({1}): {2} of {3} for {4} is {5}, but the figures give {6}{7}",
	 "'{0}' ({1}): {2} van {3} over {4} is {5}, maar de cijfers geven "
	 "{6}{7}. Verbeter de bewering of de cijfers."},
    [RULE_CLAIM_ROUNDING] =
	{"W041", WARNING,
	 "'{0}' ({1}): {2} of {3} for {4} is {5}, but the figures give "
	 "{6}{7}, rounded {8}",
	 "'{0}' ({1}): {2} van {3} over {4} is {5}, maar de cijfers geven "
	 "{6}{7}, afgerond {8}. Rond de bewering goed af."},
    [RULE_CLAIM_PERIOD] =
	{"W042", WARNING,
	 "'{0}' ({1}): {2} of {3} for {4} is {5}, but the figures give "
	 "{6}{7}; {5} is for {8}",
	 "'{0}' ({1}): {2} van {3} over {4} is {5}, maar de cijfers geven "
	 "{6}{7}; {5} hoort bij {8}. Verbeter de periode in de bewering."},
    [RULE_CLAIM_DATE] =
	{"W043", WARNING,
	 "'{0}' ({1}): {2} of {3} for {4} is {5}, but the figures give "
	 "{6}{7}; {5} is that before {8}",
	 "'{0}' ({1}): {2} van {3} over {4} is {5}, maar de cijfers geven "
	 "{6}{7}; {5} is de stand op {8}. Verbeter de datum in de bewering."},
    [RULE_CLAIM_UNEQUAL] =
	{"W044", WARNING,
	 "'{0}' ({1}): {2} of {3} for {4} sets growth until {8} against the "
	 "target of all of {4}",
	 "'{0}' ({1}): {2} van {3} over {4} zet de groei tot en met {8} af "
	 "tegen de opgave van heel {4}. Vergelijk gelijke perioden."},
    [RULE_CLAIM_GEMEENTE] =
	{"W045", WARNING,
	 "'{0}' ({1}): {5} lies in {3}, but the municipalities file has it in "
	 "{6}",
	 "'{0}' ({1}): {5} ligt in {3}, maar volgens het gemeentenbestand in "
	 "{6}. Verbeter de bewering of gemeenten.csv."},
    [RULE_CLAIM_DUPLICATE] =
	{"W046", WARNING,
	 "'{0}' ({1}): {5} lies in {3}, but line {8} has it in {6}",
	 "'{0}' ({1}): {5} ligt in {3}, maar de bewering op regel {8} legt "
	 "haar in {6}. Een gemeente valt onder een woondeal."},
    [RULE_CLAIM_ONBEKEND] =
	{"W047", INFO,
	 "'{0}' ({1}): {2} of {3} for {4} cannot be checked: the stand has no "
	 "such number",
	 "'{0}' ({1}): {2} van {3} over {4} is niet te toetsen: de stand heeft "
	 "dit cijfer niet."},
    [RULE_RANGE] =
	{"W005", ERROR,
	 "'{0}' to '{1}' is no range around {2}, expected aantal_laag and "
	 "aantal_hoog with herkomst circa or bereik: left out",
	 "'{0}' tot '{1}' is geen bereik rond {2}: bij herkomst circa of "
	 "bereik horen aantal_laag en aantal_hoog. Het telt niet mee."},
    [RULE_ESTIMATE] =
	{"W048", INFO,
	 "{0} {1}: approximate amounts (ca. or a range): {2}, together {3} "
	 "dwellings net that may be {4} to {5}: {3} counts; --band carries "
	 "both",
	 "{0} {1}: aantallen bij benadering (ca. of een bereik): {2}, samen "
	 "netto {3} woningen, en dat kan {4} tot {5} zijn. De stand rekent met "
	 "{3}; --band draagt beide."},
    [RULE_HECTARES] =
	{"W006", ERROR,
	 "not a number of hectares (plain decimals of 0 or more, at most "
	 "six): as if the plan said nothing",
	 "Dit is geen aantal hectares (0 of meer, punt als decimaalteken, "
	 "hoogstens zes decimalen): het plan telt als zonder opgave van bos. "
	 "Verbeter de waarde."},
    [RULE_BOS_DISPUTE] =
	{"W007", ERROR,
	 "this plan of {0} says something else of its hectares than in line "
	 "{1}: none of it counts",
	 "Dit plan van {0} zegt iets anders over zijn hectares dan op regel "
	 "{1}: geen van beide telt mee. Vraag na wat het is."},
    [RULE_DUPLICATE] =
	{"W008", ERROR,
	 "{0} {1}: plans that count in two deliveries: {2}; the first is {3}, "
	 "in {4}:{5} too: leave one delivery out",
	 "{0} {1}: plannen die uit twee leveringen tellen: {2}. De eerste is "
	 "{3}, ook in {4}, regel {5}: de capaciteit telt dubbel. Laat een van "
	 "beide leveringen weg."},
    [RULE_BOS_SILENT] =
	{"W049", INFO,
	 "{0} {1}: plans that say nothing of hectares of wood: {2}, with {3} "
	 "dwellings net: unknown, not 0",
	 "{0} {1}: plannen die niets over hectares bos zeggen: {2}, met netto "
	 "{3} woningen. Dat is onbekend, niet 0."},
    [RULE_BOS_MIXED] =
	{"W050", WARNING,
	 "{0} {1}: plans with hectares that are partly hard and partly not: "
	 "{2}: their hectares count as onbekend",
	 "{0} {1}: plannen met hectares die deels hard zijn en deels niet: "
	 "{2}. Hun hectares tellen als onbekend. Splits het plan in fasen."},
};

void
rule_add(struct findings *f, enum rule rule, const struct finding_place *place,
	 const struct text *args, size_t count)
{
	static const struct finding_place nowhere;
	finding_add(f, &rules[rule], place ? place : &nowhere, args, count);
}
