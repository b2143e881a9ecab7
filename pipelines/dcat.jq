# The DCAT record of the release (DCAT-AP-NL, JSON-LD): from the package's
# resources, the sources and the deliveries. No time of the run: modified is
# the newest day that the sources name.

def day: {"@type": "xsd:date", "@value": .};
def nl: {"@language": "nl", "@value": .};
def iri: {"@id": .};

# What may be announced: not the register of plans, nor what is said of it.
def public: .path | test("^(arcgis|swing)/") or . == "waarnemingen.csv"
	or . == "stand.csv" or . == "stand-lopend.csv"
	or . == "indicatoren.csv" or . == "monitoren.csv" or . == "wijzigingen.csv";

def distribution: {
	"@type": "dcat:Distribution",
	"dct:title": (.path | nl),
	"dcat:accessURL": (.path | iri),
	"dcat:downloadURL": (.path | iri),
	"dct:conformsTo": ("\(.path)-metadata.json" | iri),
	"dct:format": ("http://publications.europa.eu/resource/authority/file-type/CSV" | iri),
	"dcat:mediaType": ("https://www.iana.org/assignments/media-types/text/csv" | iri),
	"dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": "\(.bytes)"},
	"dct:license": ("http://creativecommons.org/licenses/by/4.0/" | iri),
	"spdx:checksum": {"@type": "spdx:Checksum",
		"spdx:algorithm": ("spdx:checksumAlgorithm_sha256" | iri),
		"spdx:checksumValue": {"@type": "xsd:hexBinary",
			"@value": (.hash | ltrimstr("sha256:"))}}};

# A table of CBS is an IRI of CBS; another source only has its name.
def source: (if .tabel | test("^[0-9]{5}(NED|ned)$") then
	{"@id": "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/\(.tabel)",
	 "dct:title": ("CBS StatLine \(.tabel)" | nl),
	 "dct:publisher": {"@type": "foaf:Agent",
		"foaf:name": ("Centraal Bureau voor de Statistiek" | nl)},
	 "dct:license": ("http://creativecommons.org/licenses/by/4.0/" | iri)}
	else {"dct:title": (.tabel | nl)} end)
	+ (if .gewijzigd == "" then {} else {"dct:modified": (.gewijzigd | day)} end);

def record($name; $naam; $uitgever; $jaren; $sources; $deliveries):
	($sources | map(.gewijzigd)) + ($deliveries | map(.peildatum))
	| (map(select(test("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))) | max) as $modified
	| {"@context": {
		dcat: "http://www.w3.org/ns/dcat#", dct: "http://purl.org/dc/terms/",
		foaf: "http://xmlns.com/foaf/0.1/", spdx: "http://spdx.org/rdf/terms#",
		xsd: "http://www.w3.org/2001/XMLSchema#"},
	   "@type": "dcat:Dataset",
	   "dct:identifier": $name,
	   "dct:title": ("Wonen en brede welvaart, \($naam)" | nl),
	   "dct:description": ("Groei van de woningvoorraad, plancapaciteit en opgave per woondeal over \($jaren | sub("\\.\\."; " tot en met ")), en indicatoren van de brede welvaart, voor \($naam). Bron van de cijfers over de woningvoorraad: Centraal Bureau voor de Statistiek (CC BY 4.0)." | nl),
	   "dct:publisher": {"@type": "foaf:Agent", "foaf:name": ($uitgever | nl)},
	   "dct:language": ("http://publications.europa.eu/resource/authority/language/NLD" | iri),
	   "dct:license": ("http://creativecommons.org/licenses/by/4.0/" | iri),
	   "dct:accessRights": ("http://publications.europa.eu/resource/authority/access-right/PUBLIC" | iri),
	   "dcat:theme": (["SOCI", "REGI"] | map("http://publications.europa.eu/resource/authority/data-theme/" + . | iri)),
	   "dcat:keyword": (["woningbouw", "plancapaciteit", "woondeal", "brede welvaart"] | map(nl))}
	  + (if $modified then {"dct:modified": ($modified | day)} else {} end)
	  + {"dct:source": ($sources | map(source))};

def dcat($name; $naam; $uitgever; $jaren; $sources; $deliveries):
	. as $resources
	| record($name; $naam; $uitgever; $jaren; $sources; $deliveries)
	+ {"dcat:distribution": ($resources | map(select(public) | distribution))};
