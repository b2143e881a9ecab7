# What publish-arcgis hears: the answers of ArcGIS, one after the other, and what
# it asks of its own files (arcgis.jq).
include "arcgis";

def oid: .objectIdField // (.fields[] | select(.type == "esriFieldTypeOID") | .name);

# Of the results of edits: how many, and of the first that failed, why.
def results: [.addResults, .updateResults, .deleteResults]
	| map(. // []) | add
	| (map(select(.success != true)) | .[0]) as $bad
	| "\(length) \(if $bad then "row with object id \($bad.objectId) failed: "
	    + "\($bad.error.code // "no code") \($bad.error.description // "")"
	  else "" end)";

# What is asked of an answer, by name; nothing where it is not there.
def wanted($what): if $what == "token" then .token // .access_token // ""
	elif $what == "layer" then
	    if .fields | type == "array" then oid // "" else "" end
	elif $what == "count" then .count // "none"
	elif $what | startswith("page ") then $what[5:] as $oid
	    | if .features | type != "array" then empty else
	      (.features | length), .exceededTransferLimit == true,
	      (.features[].attributes | [.[$oid], .sleutel] | tojson) end
	elif $what == "rows" then
	    if .features | type != "array" then error("no features") else
	      .features[].attributes | tojson end
	elif $what == "item" then .item.itemID // ""
	elif $what == "job" then .statusUrl // .statusMessage // ""
	    | split("[/ ]"; null) | last // "" | split("?")[0] // ""
	elif $what == "state" then "\(.status // "none" | ascii_downcase
	    | ltrimstr("esrijob")) \(.recordCount // "none")"
	elif $what == "results" then results
	else error("wanted: \($what)") end;

# The words of an error, in each of the shapes that ArcGIS has for it.
def text: if type == "string" then . elif type == "array" then map(text)
	| map(select(. != "")) | join("; ") elif . == null then ""
	else tojson end;
def words: (.message // .description // "" | text) as $m
	| ([.details, .messages] | map(text) | map(select(. != ""))
	   | join("; ")) as $more
	| "error \(.code // "without code"): \($m)"
	+ (if $more == "" then "" elif $m == "" then $more else " (\($more))" end);
def failed: if has("error") then .error
	    | if type == "object" then . else {message: text} end
	elif (.status? | type) == "string" and (.status | ascii_downcase) == "error"
	then . elif .success? == false then . else empty end;

# Of an answer: the code of the error inside it, a blank, its words; else 0.
def verdict: if type != "object" then empty
	else [failed] | if . == [] then "0" else .[0]
	    | "\(.code? // 1) \(words)" | gsub("\\s+"; " ") end end;

# Of files of ours, by name: a manifest, or rows with what they are held against.
def task($what): ($what | split(" ")) as $words
	| if $what == "manifest" then .run, (.bestanden[] | "\(.sha256)  \(.pad)")
	elif $words[0] == "unfit" then . as $of | .rows | unfit($what[6:])
	elif $words[0] == "survey" then . as $of | .rows | survey($of.layer;
	    $of.types; $of.keys; $words[1] == "1"; $words[2])
	elif $what == "edits" then . as $of | .rows | edits($of.layer; $of.keys)
	elif $what == "differences" then . as $of | .rows
	    | differences($of.layer; $of.back)
	else error("task: \($what)") end;

# Line after line: what is wanted, and the answer in one line. Out comes the
# verdict and, when it is well, what is wanted; nothing of what is no JSON object
# or has not what is wanted. Then, on standard error, that it was heard. A task
# has a ! before it.
def hear: inputs as $what | (input
	| try ([fromjson | if $what | startswith("!") then "0", task($what[1:])
	    else verdict as $v | $v, if $v == "0" then wanted($what)
	    else empty end end] | if . == [] then empty else join("\n") end)
	  catch empty),
	("heard" | debug | empty);
