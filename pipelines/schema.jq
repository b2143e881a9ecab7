# The types of our files, from the tables in schema/ as release-seal gives them
# of each column: for the .csvt, the datapackage and CSVW, so that they cannot
# disagree. decimal is the sign in the file.

# GDAL knows no decimal comma.
def csvt($decimal): map(if .type == "integer" then "Integer"
	elif .type == "number" and $decimal == "." then "Real" elif .type == "date" then "Date"
	elif .lengte == "" then "String" else "String(\(.lengte))" end) | join(",");

def field($decimal): {name: .veld, type}
	+ (if .type == "number" and $decimal != "." then {decimalChar: $decimal}
	   else {} end)
	+ (if .omschrijving == "" then {} else {description: .omschrijving} end)
	+ ({} + (if .verplicht == "ja" then {required: true} else {} end)
	      + (if .waarden == "" then {} else {enum: (.waarden | split("|"))} end)
	   | if . == {} then {} else {constraints: .} end);

def resource_schema($decimal): {fields: map(field($decimal)), missingValues: [""]}
	+ ([.[] | select(.sleutel == "ja") | .veld]
	   | if . == [] then {} else {primaryKey: .} end);

# The same in CSVW. number is decimal there: our values are exact.
def csvw_type($decimal): if .type == "number" then
		if $decimal == "." then "decimal"
		else {base: "decimal", format: {decimalChar: $decimal}} end
	elif .type != "string" then .type
	elif .waarden != "" then {base: "string", format: .waarden}
	elif .lengte != "" then {base: "string", maxLength: (.lengte | tonumber)}
	else "string" end;

def csvw($url; $delimiter; $decimal): {
	"@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
	url: $url,
	dialect: {encoding: "utf-8", delimiter: $delimiter, quoteChar: "\"",
		doubleQuote: true, header: true, lineTerminators: "\n"},
	tableSchema: ({columns: map({name: (.veld | gsub("[^A-Za-z0-9_]"; "_")),
		titles: .veld, datatype: csvw_type($decimal),
		required: (.verplicht == "ja")}
		+ (if .omschrijving == "" then {}
		   else {"dc:description": .omschrijving} end))}
	 + ([.[] | select(.sleutel == "ja") | .veld | gsub("[^A-Za-z0-9_]"; "_")]
	    | if . == [] then {} else {primaryKey: .} end))};
