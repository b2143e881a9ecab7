# What publish-swing asks of a file for Swing, and of what Swing then says.

def csv: map(if test("[\",\r\n]") then "\"" + gsub("\""; "\"\"") + "\"" else . end)
	| join(",");

# What Swing has of earlier releases and this one has not, as rows without a
# value (-99996: as not loaded): of slices that are gone "p" with all earlier
# indicators, of indicators that are gone "i" with all slices that remain. From
# their rows; $now: those of this release; $d: what stands between cells.
def vanished($now; $d): ["PERIODE", "GEBIEDSNIVEAU", "GEBIED"] as $key
	| ($now | map({("\(.PERIODE)|\(.GEBIEDSNIVEAU)"): 1}) | add) as $slices
	| ([$now[] | keys_unsorted[]] | unique) as $known
	| ([.[] | keys_unsorted[]] | unique - $key) as $codes
	| unique_by([.[$key[]]])
	| def table($mark; $codes; rows): [rows] | select(length > 0
			and ($codes | length) > 0)
		| $mark + ($key + $codes | join($d)),
		(.[] | $mark + ([.[$key[]], ($codes[] | "-99996")] | join($d)));
	table("p"; $codes; .[] | select($slices["\(.PERIODE)|\(.GEBIEDSNIVEAU)"] | not)),
	table("i"; $codes - $known; .[] | select($slices["\(.PERIODE)|\(.GEBIEDSNIVEAU)"]));

def codes: .[0] | keys_unsorted - ["PERIODE", "GEBIEDSNIVEAU", "GEBIED"];

# CBS codes as Swing has them, by level: from [{niveau, regio}].
def regions: map({niveau: (if .niveau == "land" then "nederland" else .niveau end),
		gebied: (.regio[2:] | sub("^0+"; ""))})
	| group_by(.niveau) | map({(.[0].niveau): (map(.gebied) | sort)}) | add;

# Why Swing may not replace slices by these rows: a region that is not there,
# or a cell that is empty.
def incomplete($regions): codes as $codes
	| (group_by([.PERIODE, .GEBIEDSNIVEAU])[]
	   | "\(.[0].PERIODE) \(.[0].GEBIEDSNIVEAU)" as $slice
	   | $regions[.[0].GEBIEDSNIVEAU] as $want
	   | (map(.GEBIED) | sort) as $have
	   | if $want == null then "\($slice): no such level in indicatoren.csv"
	     elif $have != ($have | unique) then "\($slice): a region comes twice"
	     elif $want - $have != [] then "\($slice): no region \(($want - $have)[0])"
	     elif $have - $want != [] then "\($slice): an unknown region \(($have - $want)[0])"
	     else empty end),
	  (.[] | . as $row | $codes[] | select($row[.] == "")
	   | "\($row.PERIODE) \($row.GEBIEDSNIVEAU) \($row.GEBIED): \(.) is empty");

# The same number, however it is written.
def plain: sub(","; ".")
	| if test("\\.") then sub("0+$"; "") | sub("\\.$"; "") else . end;

# Does Swing show ($shown, null without a record) what was delivered?
def shows($shown): if . == "-99996" then $shown == null or $shown == "-" or $shown == ""
	elif . == "-99997" then $shown == "x"
	elif . == "-99998" then $shown == "nvt"
	elif . == "-99999" then $shown == "?"
	else $shown != null and plain == ($shown | plain) end;

# Rows of the file against the values of the service, [code, value] each.
def differences($values): ($values | map({("\(.[0])|\(.[1].ExternalCode)|\(.[1].Period)"):
		.[1].ValueString}) | add // {}) as $shown
	| codes[] as $code
	| .[] | $shown["\($code)|\(.GEBIEDSNIVEAU)_\(.GEBIED)|\(.PERIODE)"] as $s
	| select(.[$code] | shows($s) | not)
	| [$code, .GEBIEDSNIVEAU, .GEBIED, .PERIODE, .[$code], $s // ""] | csv;
