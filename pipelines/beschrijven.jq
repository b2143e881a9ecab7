# All descriptions of a release at once: .csvt and CSVW beside each table,
# datapackage.json, dcat.json and the manifest as it is before release-seal
# puts the files into it. Reads the receipts of the tools; $bestanden is what
# release-seal says of the files; $bronnen, $gewijzigd, $vankracht, $geweigerd
# and $invoer are cells with a NUL behind each. Writes a stream for
# nightly.d/uitpakken.
include "schema";
include "dcat";

def rows($names): split("\u0000")[:-1] | . as $cells
	| [range(0; length; $names | length) as $i
	   | reduce range($names | length) as $k ({};
		.[$names[$k]] = $cells[$i + $k])];

def file($name): "\u001e\($name)", .;

def resource: {name: (.pad[:-4] | gsub("[/_]"; "-")), path: .pad,
	profile: "tabular-data-resource", format: "csv", mediatype: "text/csv",
	encoding: "utf-8",
	dialect: {delimiter: .scheiding, lineTerminator: "\n"},
	bytes, hash: "sha256:\(.sha256)",
	schema: (.decimaal as $decimal | .kolommen | resource_schema($decimal))};

def package($naam; $sources): {profile: "tabular-data-package",
	name: ($naam | ascii_downcase | gsub("[^a-z0-9]+"; "-")
	       + "-wonen-en-welvaart"),
	title: "Wonen en brede welvaart, \($naam)",
	licenses: [{name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0",
		    path: "https://creativecommons.org/licenses/by/4.0/"}],
	sources: ($sources | map({title: .tabel, path: .bestand})),
	resources: .};

# The versions of the tools that took part, by name; not csvdiff, for what it
# says may be kept from a night before (changes in nightly).
def programs: map(select(.tool != "csvdiff") | {(.tool): .version}) | add
	| to_entries | sort_by(.key) | from_entries;

[inputs] as $receipts
| ($invoer | rows(["pad", "bytes", "sha256"])
   | map({(.pad): {bytes: (.bytes | tonumber), sha256}}) | add) as $known
| ($gewijzigd | split("\u0000")) as $days
| ($bronnen | rows(["tabel", "bestand", "metadata"]) | to_entries
   | map({tabel: .value.tabel, bestand: .value.bestand,
	  gewijzigd: $days[.key]} + $known["gegevens/\(.value.bestand)"]))
	as $sources
| ($geweigerd | rows(["gemeente", "bestand", "levering", "peildatum", "code"]))
	as $refused
# Those in force. What was kept of a release before says of which; of one that
# did not know its bytes these are null.
| ($vankracht | rows(["gemeente", "bestand", "levering", "peildatum", "bytes",
	"sha256", "uitgave", "oordeel"])
   | map(. as $v | {gemeente, bestand, levering, peildatum,
	bytes: (if $v.bytes == "" then null else $v.bytes | tonumber end),
	sha256: (if $v.sha256 == "" then null else $v.sha256 end)}
	+ (if $v.oordeel == "overgenomen" then {} else {oordeel} end)
	+ (if $v.oordeel == "behouden" then {uitgave} else {} end)))
	as $deliveries
| ($bestanden[0] | map(select(.kolommen))) as $tables
| ($tables | map(resource)) as $resources
| ($resources | package($naam; $sources)) as $package
# The province's tables feed nobody: they are in the package only.
| ($tables[] | select(.pad | startswith("provincie/") | not)
   | . as $t
   | ($t.kolommen | csvt($t.decimaal) | file("\($t.pad)t")),
     ($t.kolommen | csvw($t.pad | split("/") | last; $t.scheiding; $t.decimaal)
      | tojson | file("\($t.pad)-metadata.json"))),
  ($package | file("datapackage.json")),
  ($resources | dcat($package.name; $naam; $uitgever; $jaren; $sources;
	$deliveries) | file("dcat.json")),
  ({run: $run, vorige: (if $vorige == "" then null else $vorige end),
    provincie: $naam, regelset: $regelset, jaren: $jaren,
    programma: ($receipts | programs), bronnen: $sources,
    leveringen: $deliveries,
    geweigerd: $refused,
    bestanden: []} | file("manifest.json"))
