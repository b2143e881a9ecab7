# Pages of the catalog (v3 Tables, v4 Datasets) -> a CSV of the tables whose
# text has all of $words; $next is opvolgers.csv.
def cell:
  (. // "") | tostring | gsub("[\r\n]+"; " ")
  | if test("[\",]") then "\"" + gsub("\""; "\"\"") + "\"" else . end;
def text:
  [.Identifier, .Title, .ShortTitle, .Summary, .ShortDescription,
   .Description] | map(. // "") | join(" ") | ascii_downcase;

($next | split("\n") | map(split(",") | {(.[0] // ""): .[1]}) | add)
  as $successor
| ($words | ascii_downcase | split(" ") | map(select(. != ""))) as $want
| "tabel,titel,periode,status,gewijzigd,aantal,opvolger",
  (inputs | .value[] | text as $text
   | select(all($want[]; . as $w | $text | contains($w)))
   | [.Identifier, .Title, .Period // .TemporalCoverage,
      .OutputStatus // .Status, (.Modified // "")[:10],
      .RecordCount // .ObservationCount, $successor[.Identifier]]
   | map(cell) | join(","))
