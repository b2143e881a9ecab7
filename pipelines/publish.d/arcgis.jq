# What publish-arcgis asks of a layer and of a file.

# A cell as the field's type has it.
def cell($type): if . == "" then null
	elif $type | test("Integer|Double|Single") then tonumber
	elif $type == "esriFieldTypeDate" then strptime("%Y-%m-%d") | mktime * 1000
	else . end;

# Per column: the longest value, and whether there are empty ones.
def columns: (.[0] | keys_unsorted) as $names | . as $rows
	| [$names[] as $n | {name: $n, longest: ([$rows[][$n] | length] | max),
	   empty: any($rows[]; .[$n] == "")}];

# Does the field take the type that the .csvt declares?
def takes($field): if . == "Integer" then $field | test("Integer|Double|Single")
	elif . == "Real" then $field | test("Double|Single")
	elif . == "Date" then $field | test("Date")
	else $field | test("String|GUID") end;

# Why a number does not go into a field of this type, or nothing.
def out_of_range($type): . as $text
	| if . == "" or ($type | test("Integer|Single|Double") | not) then empty
	  else tonumber as $n
	  | ($text | ltrimstr("-") | gsub("\\."; "") | sub("^0+"; "") | length)
	    as $digits
	  | if $type == "esriFieldTypeSmallInteger" and ($n > 32767 or $n < -32768)
	    then "SmallInteger holds -32768 to 32767"
	    elif $type == "esriFieldTypeInteger"
	      and ($n > 2147483647 or $n < -2147483648)
	    then "Integer holds -2147483648 to 2147483647"
	    elif $type | test("Integer$") and ($text | test("\\.")) then
	      "an Integer has no decimals"
	    elif $type == "esriFieldTypeSingle" and $digits > 7
	    then "Single holds 7 digits"
	    elif $type == "esriFieldTypeDouble" and $digits > 15
	    then "Double holds 15 digits"
	    else empty end end;

# layer: its description; types: of the .csvt in the file's order. Lines: what
# stands in the way.
def problems($layer; $types; $edits): . as $rows | columns as $columns
	| ($layer.fields | map({(.name): .}) | add) as $field
	| (range($columns | length) as $i | $columns[$i] as $c
	   | $field[$c.name] as $f
	   | if $f == null then "the layer has no field \($c.name)"
	     elif ($types[$i] | takes($f.type)) | not then
	       "field \($c.name) is \($f.type), the file has \($types[$i])"
	     elif $f.type == "esriFieldTypeString" and $f.length != null
	       and $c.longest > $f.length then
	       "field \($c.name) takes \($f.length) characters, the file has \($c.longest)"
	     elif $f.nullable == false and $c.empty then
	       "field \($c.name) may not be empty, and in the file it is"
	     else $rows[] | .[$c.name] as $v | ($v | out_of_range($f.type))
	       | "field \($c.name) is \($f.type), the file has \($v): \(.)"
	     end),
	  (if $edits then empty else
	   (if $layer.supportedAppendFormats // "" | split(",") | index("csv")
	    then empty
	    else "the layer takes no CSV to append (supportedAppendFormats); see --edits" end),
	   (if any($layer.indexes // [] | .[];
	      .isUnique == true and (.fields | ascii_downcase) == "sleutel")
	    then empty else "the layer has no unique index on sleutel" end) end);

# Which keys are new, known and gone: the file's rows against [[oid, key]].
def compare($keys): (map({(.sleutel): 1}) | add) as $file
	| ($keys | map({(.[1]): .[0]}) | add // {}) as $known
	| {new: [.[].sleutel | select($known[.] == null)],
	   known: [.[].sleutel | select($known[.] != null)],
	   gone: [$keys[][1] | select($file[.] == null)], oid: $known};

def batches($n): . as $all | range(0; length; $n) | $all[.:. + $n];

# A line per so many keys: what for, how many, the form that asks for them.
def clauses($why; $n): batches($n) | "\($why) \(length) where=" + ("sleutel IN ("
	+ (map("'" + gsub("'"; "''") + "'") | join(",")) + ")" | @uri);

# Adds and updates of at most a thousand rows, for applyEdits: a line each, of
# what, how many and the rows.
def edits($layer; $keys): ($layer.fields | map({(.name): .type}) | add) as $type
	| ($layer.objectIdField
	   // ($layer.fields[] | select(.type == "esriFieldTypeOID") | .name)) as $oid
	| compare($keys).oid as $known
	| def lines($what): batches(1000) | "\($what) \(length) \(tojson)";
	  map({attributes: with_entries(.key as $k | .value |= cell($type[$k]))})
	| (map(select($known[.attributes.sleutel] == null)) | lines("adds")),
	  (map(select($known[.attributes.sleutel] != null)
	       | .attributes[$oid] = $known[.attributes.sleutel])
	   | lines("updates"));

# What is read back after all is sent: the new keys, and of those that were
# there at most so many, spread over all.
def to_check($most): .new + (.known as $k | ($k | length) as $n
	| if $most == "all" or $n <= ($most | tonumber) then $k
	  else ($most | tonumber) as $m
	    | [range(0; $m) | $k[. * $n / $m | floor]] end);

# A layer and its keys against the rows of the file, a line each: what stands in
# the way of the file, and of the keys, or nothing; what is to be done, in words;
# how many rows there are after the append; the fields by name; the keys to be
# deleted and to be read back.
def survey($layer; $types; $keys; $edits; $most):
	first(problems($layer; $types; $edits), ""),
	($keys | map(.[1]) | if all(.[]; . != null and . != "")
	   and length == (unique | length) then ""
	 else "rows without sleutel, or with the same; clear them first" end),
	(compare($keys) as $to | "\($to.new | length) new, "
	 + "\($to.known | length) to update, \($to.gone | length) to delete",
	 length + ($to.gone | length),
	 (.[0] | keys_unsorted | map({source: ., name: .}) | tojson),
	 ($to.gone | clauses("gone"; 1000)),
	 ($to | to_check($most) | clauses("back"; 500)));

# Does the layer show ($v) what the file says?
def shows($field; $v): if . == "" then $v == null or $v == ""
	elif $v == null then false
	elif $field | test("Integer|Double") then tonumber == ($v | tonumber? // null)
	elif $field == "esriFieldTypeSingle" then tonumber as $n
	    | ($v | tonumber? // null) as $m | $m != null
	    and (($n - $m) | fabs) <= ($n | fabs) * 1.2e-7
	elif $field == "esriFieldTypeDate" then . as $day
	    | if $v | type == "number" then ($day | strptime("%Y-%m-%d") | mktime
		* 1000) == $v else $v | tostring | startswith($day) end
	else . == ($v | tostring) end;

# Rows of the file against rows of the layer: a line for each value that is
# another, how many rows were held against each other last.
def differences($layer; $back): ($layer.fields | map({(.name): .type}) | add)
	as $type
	| (map({(.sleutel): .}) | add) as $file
	| ($back[] | . as $b | $file[.sleutel // ""] as $f
	   | if $f == null then "\(.sleutel): a row that was not asked for"
	     else $f | to_entries[] | . as $e
	     | select(.value | shows($type[$e.key]; $b[$e.key]) | not)
	     | "\($f.sleutel): \(.key) is \($b[.key] | tojson), sent was \(.value | tojson)"
	     end), ($back | length);

# Why a file of the release may not go: its key, or a plan that is not public.
def unfit($header): (map(select(.sleutel == "")) | length) as $none
	| (group_by(.sleutel) | map(select(length > 1) | .[0].sleutel)) as $twice
	| if $none > 0 then "a row without sleutel"
	  elif $twice != [] then "sleutel comes twice: \($twice[0])"
	  elif $header | test(",(plan_id|plan_naam|vertrouwelijkheid),") then
	    map(select(.vertrouwelijkheid != "Openbaar")) | length
	    | if . > 0 then "\(.) rows of plans that are not Openbaar"
	      else empty end
	  else empty end;
