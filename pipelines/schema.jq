# The types of our files, from the tables in schema/: one function for the
# .csvt and the datapackage, so that they cannot disagree. A column is looked
# up by name, else by a row that begins with an asterisk.

# CSV text without quotes to a list of objects.
def table: split("\n") | map(select(. != "") | split(","))
	| .[0] as $names | .[1:]
	| map(. as $row | reduce range($names | length) as $i ({};
		.[$names[$i]] = ($row[$i] // "")));

def fits($pattern): . == $pattern or
	(($pattern | startswith("*")) and endswith($pattern[1:]));

# The header's columns as rows of the schema, in the order of the file.
def columns($schema): split(",") | map(. as $name
	| ([$schema[] | . as $row | select($name | fits($row.veld))] | .[0]) as $row
	| if $row == null then error("no type for column \($name)")
	  else $row + {veld: $name} end);

def csvt: map(if .type == "integer" then "Integer"
	elif .type == "number" then "Real" elif .type == "date" then "Date"
	elif .lengte == "" then "String" else "String(\(.lengte))" end) | join(",");

def field: {name: .veld, type}
	+ (if .omschrijving == "" then {} else {description: .omschrijving} end)
	+ ({} + (if .verplicht == "ja" then {required: true} else {} end)
	      + (if .waarden == "" then {} else {enum: (.waarden | split("|"))} end)
	   | if . == {} then {} else {constraints: .} end);

def resource_schema: {fields: map(field), missingValues: [""]}
	+ ([.[] | select(.sleutel == "ja") | .veld]
	   | if . == [] then {} else {primaryKey: .} end);
