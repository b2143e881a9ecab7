# What publish-postgres loads, of the descriptions that a release has of itself.

# p, m: datapackage.json and manifest.json. Of each line of a path and its .csvt,
# with a tab between them: the table as publish.d/postgres.sql makes it; what
# cannot be described so is said as wrong.
def tables($p; $m): ($p.resources | map({(.path): .}) | add // {}) as $resource
	| ($m.bestanden | map({(.pad): .}) | add // {}) as $file
	| [inputs | split("\t") | .[0] as $path | (.[1] // "" | gsub("[\" \r]"; "")
	   | split(",")) as $types | $resource[$path] as $r | $file[$path] as $f
	| ($r.schema.primaryKey // [] | if type == "array" then . else [.] end)
	    as $key
	| {path: $path, name: ($path | rtrimstr(".csv") | gsub("[/-]"; "_")),
	   delimiter: ($r.dialect.delimiter // ","), rows: $f.rijen, key: $key,
	   columns: [$r.schema.fields // [] | to_entries[]
	     | {name: .value.name, type: $types[.key],
		words: .value.description,
		required: (.value.constraints.required == true)}]}
	| .wrong = if $f == null then "not in the release's manifest"
	  elif .rows | type != "number" then "the manifest has no number of rows"
	  elif $r == null then "not in datapackage.json"
	  elif (.columns | length) != ($types | length) then
	    "\(.columns | length) columns, but \($types | length) types in the .csvt"
	  elif .columns | map(.name) | ($key - .) != [] then
	    "a key that is no column"
	  elif any(.columns[].name; utf8bytelength > 63) then
	    "PostgreSQL holds names of 63 bytes"
	  elif .name | test("^[a-z][a-z0-9_]{0,62}$") | not then
	    "no name for a table: \(.name)"
	  elif .delimiter | IN(",", ";", "\t") | not then "separated otherwise"
	  else null end]
	| (group_by(.name) | map(select(length > 1) | .[0].name)) as $twice
	| map(if .name | IN($twice[]) then .wrong //= "a second \(.name)" else . end);

# The tables on a line, with what goes with them; then of each, with a tab between
# them: what is wrong or nothing, path, name, delimiter in words, rows.
def plan($p; $m; $more): tables($p; $m) as $tables
	| ($more + {run: $m.run, tables: $tables} | tojson),
	  ($tables[] | [.wrong // "-", .path, .name,
	   {",": "comma", ";": "semicolon", "\t": "tab"}[.delimiter] // "-",
	   .rows // 0] | @tsv);
