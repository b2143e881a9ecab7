#include "rule.h"

#define ERROR SEVERITY_ERROR
#define WARN SEVERITY_WARNING
#define INFO SEVERITY_INFO

/* clang-format off */
const struct finding_rule rules[RULE_COUNT] = {
[RULE_WIDTH] = {"E002", ERROR,
	"record has {0} fields, expected {1}",
	"De rij heeft {0} velden in plaats van {1}: controleer het "
	"scheidingsteken en de aanhalingstekens in deze rij."},
[RULE_COLUMN] = {"E003", WARN,
	"column is not in the layout and was not read",
	"Kolom \"{0}\" staat niet in de indeling en is niet gelezen: neem haar "
	"op in de indeling, of zet haar daar op negeer."},
[RULE_YEAR_COLUMN] = {"E005", ERROR,
	"column has a year in its name but is not in the layout and was not "
	"read",
	"Kolom \"{0}\" noemt een jaar maar staat niet in de indeling en is niet "
	"gelezen: neem haar op in de indeling, of zet haar daar op negeer."},
[RULE_GEMEENTE] = {"E010", ERROR,
	"no municipality, expected a code or name of gemeenten.csv{1}",
	"Gemeente \"{0}\" is niet bekend: gebruik de CBS-code of de naam uit "
	"gemeenten.csv."},
[RULE_ALIAS] = {"E012", WARN,
	"is an alias, read as {1}",
	"\"{0}\" is gelezen als {1}: gebruik voortaan de CBS-code of de "
	"officiële naam."},
[RULE_MISMATCH] = {"E011", ERROR,
	"is not the municipality of this record, {1}",
	"\"{0}\" hoort niet bij gemeente {1}: verbeter de code of de naam."},
[RULE_NUMBER] = {"E020", ERROR,
	"not a number of dwellings",
	"\"{0}\" is geen aantal woningen: vul een getal in, of laat de cel "
	"leeg."},
[RULE_FRACTION] = {"E021", WARN,
	"a fraction of a dwelling, kept as it is",
	"\"{0}\" is geen heel aantal woningen: vul een heel getal in."},
[RULE_AMBIGUOUS] = {"E022", ERROR,
	"can be read in two ways; declare the form of numbers with -n or in "
	"the layout",
	"\"{0}\" kan duizendtallen of decimalen betekenen: schrijf het getal "
	"zonder punt of komma, of leg de schrijfwijze vast in de indeling."},
[RULE_NEGATIVE] = {"E023", ERROR,
	"negative where the layout does not allow it (netto)",
	"\"{0}\" is negatief: vul nieuwbouw en sloop apart in, of leg in de "
	"indeling vast dat deze kolom netto is."},
[RULE_SLOOP] = {"E024", WARN,
	"sign of sloop is not what the layout says, read as {1}",
	"Sloop \"{0}\" is gelezen als {1} te slopen woningen: lever sloop aan "
	"met het teken dat de indeling noemt."},
[RULE_YEAR] = {"E025", ERROR,
	"not a year",
	"\"{0}\" is geen jaartal: vul een jaar van vier cijfers in."},
[RULE_NO_CIRCA] = {"E026", ERROR,
	"an estimate; declare in the layout what it means: circa, a margin in "
	"percent",
	"\"{0}\" is een schatting: vul het aantal in, of leg de marge vast in "
	"de indeling (circa, in procenten)."},
[RULE_NO_BEREIK] = {"E026", ERROR,
	"a range; declare in the layout which number counts: bereik, laag, "
	"midden or hoog",
	"\"{0}\" is een bereik: vul het aantal in, of leg in de indeling vast "
	"welk getal telt (bereik: laag, midden of hoog)."},
[RULE_DATE] = {"E027", ERROR,
	"could be a date or a period of years, not a number of dwellings",
	"\"{0}\" kan een datum of een tijdvak zijn (Excel maakt van 10-12 een "
	"datum): geef de cel de opmaak tekst en vul het aantal opnieuw in."},
[RULE_ESTIMATE] = {"E028", INFO,
	"an estimate, read as {1}",
	"\"{0}\" is gelezen als {1}: vul een aantal in zodra het bekend is."},
[RULE_HECTARES] = {"E029", WARN,
	"not a number of hectares, left empty",
	"\"{0}\" is geen aantal hectaren bos en is leeg gelaten: vul een getal "
	"in."},
[RULE_STATUS] = {"E030", ERROR,
	"unknown planstatus",
	"Planologische status \"{0}\" is niet bekend: gebruik een van de "
	"statussen 1A tot en met 5B met hun omschrijving."},
[RULE_LABEL] = {"E031", ERROR,
	"code and label of the planstatus disagree, the label is {1}",
	"Code en omschrijving van \"{0}\" spreken elkaar tegen (de "
	"omschrijving hoort bij {1}): verbeter een van beide."},
[RULE_NO_CAPACITY] = {"E032", WARN,
	"planstatus {1} does not count as plan capacity",
	"Status {1} telt niet als plancapaciteit en hoeft niet te worden "
	"aangeleverd: haal het plan uit de levering."},
[RULE_PLANLIJST] = {"E033", ERROR,
	"a category of the planlijst, not a planstatus",
	"\"{0}\" is een categorie van de planlijst en geen planologische "
	"status: vul de planologische status in."},
[RULE_BARE_CODE] = {"E034", ERROR,
	"a bare code is not believed; say so in the layout (omzetting code)",
	"\"{0}\" is een code zonder omschrijving: vul de status voluit in, of "
	"leg in de indeling vast dat de kolom codes bevat."},
[RULE_WORD] = {"E035", ERROR,
	"not a word the layout knows for {1}",
	"\"{0}\" is geen bekende waarde voor {1}: gebruik een waarde uit de "
	"indeling, of vul de indeling aan."},
[RULE_SAME_DAY] = {"E036", WARN,
	"the same day as {1}; {2} counts",
	"De datum {0} is gelijk aan die van \"{1}\", de kolom \"{2}\" telt: "
	"verbeter een van beide."},
[RULE_DAY_ORDER] = {"E036", WARN,
	"before the day of {1}, which comes earlier in the columns; the latest "
	"day counts",
	"De datum {0} ligt vóór die van \"{1}\", dat eerder in de rij hoort te "
	"komen; de laatste datum telt: controleer beide datums."},
[RULE_NOT_YET] = {"E037", WARN,
	"no day up to the peildatum {1}: read as onbekend",
	"Geen enkele datum ligt op of vóór de peildatum {1}, de eerste is {0}; het "
	"plan geldt als onbekend: vul in wat op de peildatum gold."},
[RULE_NO_DAY] = {"E038", ERROR,
	"not a day; expected 2026-12-31 or 31-12-2026",
	"\"{0}\" is geen datum: vul een datum in als 31-12-2026, of laat de cel "
	"leeg."},
[RULE_SUM] = {"E040", WARN,
	"differs from the sum of its parts, {1}",
	"Het totaal \"{0}\" is niet de som van de delen ({1}); de delen tellen "
	"mee: verbeter het totaal of de delen."},
[RULE_GROUP] = {"E041", WARN,
	"{0} adds up to {1}, the plan's total is {2}",
	"De verdeling naar {0} telt op tot {1} en het totaal van het plan is "
	"{2}: verbeter de verdeling of het totaal."},
[RULE_GROUP_YEAR] = {"E041", WARN,
	"{0} adds up to {1}, the total of these years is {2}",
	"De verdeling naar {0} telt op tot {1} en het totaal van die jaren is "
	"{2}, al klopt de verdeling over alle jaren samen: verbeter de verdeling "
	"of het totaal."},
[RULE_REST] = {"E042", WARN,
	"differs from what remains and what is realised together, {1}",
	"Het totaal \"{0}\" is niet restcapaciteit plus gerealiseerd ({1}): "
	"verbeter een van de drie."},
[RULE_HARDHEID] = {"E043", WARN,
	"differs from hard, zacht and onbekend together, {1}",
	"Het totaal \"{0}\" is niet hard plus zacht plus onbekend ({1}): "
	"verbeter het totaal of vul onbekend in."},
[RULE_SUM_PART] = {"E044", WARN,
	"part of a sum, and not known; the sum is of the other columns",
	"\"{0}\" is een deel van een optelsom en telt daarin niet mee, de andere "
	"kolommen wel: vul het aantal in."},
[RULE_DOUBLE_ID] = {"E050", ERROR,
	"plan is in the delivery twice, first in record {1}",
	"Plan \"{0}\" staat al in rij {1}: haal de dubbele rij weg of geef "
	"elke fase een eigen nummer."},
[RULE_DOUBLE_NAME] = {"E051", WARN,
	"same plan name as record {1}",
	"Plannaam \"{0}\" staat ook in rij {1}: controleer of dit hetzelfde "
	"plan is, en geef fasen een eigen naam."},
[RULE_PHASES] = {"E052", WARN,
	"phases of plan {0} differ in name, type, client, area, "
	"confidentiality or key project",
	"De fasen van plan {0} verschillen in naam, plantype, opdrachtgever, "
	"gebied, vertrouwelijkheid of sleutelproject: maak ze gelijk, of geef "
	"de plannen een eigen nummer."},
[RULE_TOTAL_ROW] = {"E053", INFO,
	"totals row left out",
	"Totaalrij \"{0}\" telt niet mee: laat totaalrijen weg uit de "
	"levering."},
[RULE_TOTAL_DIFFERS] = {"E054", WARN,
	"differs from the sum of the rows above, {1}",
	"De totaalrij zegt {0} en de rijen erboven tellen op tot {1}: "
	"controleer of er rijen ontbreken of dubbel zijn."},
[RULE_TWO_BOS] = {"E055", WARN,
	"the records of plan {0} give different hectares of wood",
	"De rijen van plan {0} noemen verschillende hectaren bos: maak ze "
	"gelijk."},
[RULE_BUCKET] = {"E060", INFO,
	"a period of years: kept as it is, not spread over them",
	"Kolom \"{0}\" is een periode en wordt niet over jaren verdeeld: lever "
	"aantallen per jaar aan."},
[RULE_PAST] = {"E061", WARN,
	"dwellings still to be built in a year before the peildatum {1}",
	"Er staan nog {0} te bouwen woningen in een jaar vóór de peildatum "
	"{1}: verplaats ze naar een later jaar of meld ze gerealiseerd."},
[RULE_REQUIRED] = {"E070", ERROR,
	"{1} is empty",
	"{1} is leeg: vul de cel in."},
[RULE_LEEG_NUL] = {"E071", INFO,
	"empty cells are zero by the layout, here first",
	"Lege cellen gelden volgens de indeling als nul, hier voor het eerst: "
	"vul voortaan 0 in."},
[RULE_NO_STATUS] = {"E072", WARN,
	"planstatus is empty, read as onbekend",
	"De planologische status is leeg en geldt als onbekend: vul haar in."},
[RULE_PRICE_YEAR] = {"E080", WARN,
	"no price limits of the year {1}: read as onbekend",
	"Voor het prijspeil {1} zijn geen prijsgrenzen bekend; \"{0}\" geldt als "
	"onbekend: vul prijsgrenzen.csv aan of leg het prijspeil vast in de "
	"indeling."},
[RULE_PRICE_LIMIT] = {"E081", WARN,
	"a limit of the year {1} lies within this price class: read as "
	"onbekend",
	"Binnen de prijsklasse \"{0}\" ligt een prijsgrens van het jaar {1}; de "
	"klasse geldt als onbekend: lever klassen aan die bij de grenzen van dat "
	"jaar aansluiten."},
[RULE_SMALL] = {"E090", INFO,
	"a plan of fewer than three dwellings",
	"Dit plan telt minder dan drie woningen ({0}): registratie is pas vanaf "
	"drie woningen nodig."},
[RULE_CLOSED] = {"E091", INFO,
	"plan must not be published at plan level",
	"Vertrouwelijkheid \"{0}\": dit plan wordt niet op planniveau "
	"gepubliceerd."},
[RULE_AREA] = {"E092", WARN,
	"the areas file says {1}; the delivery counts",
	"De levering noemt gebied \"{0}\", gebieden.csv zegt {1}; de levering "
	"telt: verbeter een van beide."},
[RULE_AREA_UNUSED] = {"E093", INFO,
	"no plan of this delivery belongs to {1} by line {2} of the areas file",
	"Geen plan in deze levering hoort volgens regel {2} van gebieden.csv "
	"(\"{0}\") bij {1}: controleer het nummer of de naam."},
};
/* clang-format on */

enum rule
rule_of_price(const struct kind *k)
{
	return k->price_fault == PRICE_NO_YEAR ? RULE_PRICE_YEAR
					       : RULE_PRICE_LIMIT;
}
