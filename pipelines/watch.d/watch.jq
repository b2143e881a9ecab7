# What watch tells. facts: one object of all that it read; the others make of
# that what is shown, in Dutch as all that is shown, or what Prometheus takes.

# Cells with a NUL behind each, as rows of so many.
def rows($n): split("\u0000") as $c
	| [range(0; ($c | length) - 1; $n) as $i | $c[$i:$i + $n]];

# The last turn back to what is current, since somebody or a night ended one:
# as release-seal reads terug.csv.
def hold($current): reduce .[] as $r (null;
	if $r[1] == "vrij" or $r[1] == "vooruit" then null
	elif $r[1] == "terug" and $r[2] == $current then
		{moment: $r[0], wie: $r[3], waarom: $r[4]}
	else . end);

def destinations($current): group_by(.[1]) | map(.[-1] | {
	bestemming: .[1], uitgave: .[2], uitkomst: .[3], moment: .[0],
	melding: .[4], bij: (.[2] == $current and .[3] == "klaar")});

# The last night: its own row, and a row for each step.
def night($dead): map({stap: .[0], begin: (.[1] | tonumber? // null),
	seconden: .[2], uitkomst: .[3], melding: .[4]})
	| (map(select(.stap == "nacht"))[0] // null) as $all
	| if $all == null then null else $all + {
		uitkomst: (if $dead then "afgebroken" else $all.uitkomst end),
		stappen: map(select(.stap != "nacht"))} end;

def facts: ($settings | rows(1)[0][0] // "") as $next | {
	run: $m[0].run, naam: $name, provincie: $m[0].provincie, om: $at,
	leeftijd: ($now - $at), te_oud: ($now - $at > $hours * 3600),
	volgende: $next,
	verlopen: ($next != "" and ($now | todate[:10]) > $next),
	nacht: $night, verloop: ($steps | rows(5) | night($dead)),
	terug: ($back | rows(5) | hold($name)),
	bestemmingen: ($sent | rows(5) | destinations($name)),
	ontbreekt: ($roster | rows(2)),
	bevindingen: {fout: $errors, waarschuwing: $warnings},
	bestanden: [$m[0].bestanden[] | select(.rijen) | {pad, rijen}],
	bewaard: ($kept | rows(3) | map({naam: .[0], om: (.[1] | tonumber),
		fout: (.[2] | tonumber)}) | sort_by(-.om))};

# Whether somebody must look.
def published: . == "gepubliceerd" or . == "met bevindingen";
def wrong: .te_oud or .verlopen
	or (.nacht | type == "object" and .afloop != "success")
	or (.verloop | type == "object"
		and (.uitkomst | published or . == "bezig" | not))
	or any(.bestemmingen[]; .bij | not);

def story: "\(.provincie): uitgave \(.run) van \(.om | todate)" +
		", \(.leeftijd / 3600 | floor) uur oud" +
		(if .te_oud then " (te oud)" else "" end),
	"bevindingen: \(.bevindingen.fout) fout, " +
		"\(.bevindingen.waarschuwing) waarschuwing",
	(.ontbreekt[] | "levering \(.[0]): \(.[1])"),
	(select(.verlopen) |
		"verouderd: de volgende uitgave werd verwacht op \(.volgende)"),
	(.terug // empty |
		"teruggedraaid: \(.moment), door \(.wie): \(.waarom)"),
	(.nacht // empty | "laatste nacht: \(.afloop)" +
		(if .status == "" then "" else ", status \(.status)" end) +
		", \(.om | todate)"),
	(.verloop // empty | "laatste run: \(.uitkomst)" +
		(if .melding == "" then "" else ": \(.melding)" end) +
		", begonnen \(.begin | todate)" +
		(if .seconden == "" then "" else ", \(.seconden) s" end)),
	(.bestemmingen[] | "\(.bestemming): \(.uitgave) \(.uitkomst)" +
		(if .melding == "" then "" else ": \(.melding)" end) +
		", \(.moment)" + (if .bij then "" elif .uitkomst == "begonnen"
		then " (halverwege)" else " (toont niet deze uitgave)" end));

def status: .naam as $current | story,
	(.verloop // {} | .stappen // [] | .[] | "stap \(.stap): " +
		"\(.seconden) s" + (if .uitkomst == "" then "" else
		", \(.uitkomst)" end)),
	(.bewaard[] | "bewaard \(.naam): \(.om | todate), \(.fout) fout" +
		(if .naam == $current then ", van kracht" else "" end));

# The exposition format of Prometheus; what a label holds is escaped.
def escaped: gsub("\\\\"; "\\\\") | gsub("\""; "\\\"") | gsub("\n"; "\\n");
def metric($name; $help): select(length > 0)
	| "# HELP woonmonitor_\($name) \($help)",
	"# TYPE woonmonitor_\($name) gauge",
	(.[] | "woonmonitor_\($name){\(.[0])} \(.[1])");
def bit: if . then 1 else 0 end;
def exit_of: {"gepubliceerd": 0, "met bevindingen": 1}[.] // 2;

def exposition: "provincie=\"\(.provincie | escaped)\"" as $p
	| ([[$p, .om]] | metric("published_timestamp_seconds";
		"When the release in force was published.")),
	([[$p, .leeftijd]] | metric("release_age_seconds";
		"Age of the release in force.")),
	([[$p, (.verlopen | bit)]] | metric("release_stale";
		"The next release was expected before today.")),
	([[$p, (.terug != null | bit)]] | metric("rolled_back";
		"A roll-back is in force.")),
	([.bevindingen | to_entries[] | ["\($p),ernst=\"\(.key)\"", .value]] |
		metric("findings"; "Findings of the release.")),
	([[$p, (.ontbreekt | length)]] | metric("deliveries_incomplete";
		"Deliveries that are not complete.")),
	([[$p, ([.ontbreekt[] | select(.[1] == "niet")] | length)]] |
		metric("deliveries_missing"; "Deliveries that are not there.")),
	([.bestanden[] | ["\($p),bestand=\"\(.pad | escaped)\"", .rijen]] |
		metric("rows"; "Records of a file of the release.")),
	([.bestemmingen[] | ["\($p),bestemming=\"\(.bestemming | escaped)\"",
		(.bij | bit)]] | metric("destination_current";
		"The destination shows the release in force.")),
	(.nacht // empty |
		([[$p, .om]] | metric("night_timestamp_seconds";
		"When the last night ended.")),
		([[$p, (if .afloop == "success" then 1 else 0 end)]] |
		metric("night_success"; "The last night published."))),
	(.verloop // empty | select(.uitkomst != "bezig") |
		([[$p, .begin]] | metric("night_started_timestamp_seconds";
		"When the last night began.")),
		([[$p, (.uitkomst | exit_of)]] | metric("night_exit";
		"Exit status of the last night.")),
		([[$p, .seconden] | select(.[1] != "")] | metric("night_seconds";
		"How long the last night took.")),
		([.stappen[] | ["\($p),stap=\"\(.stap | escaped)\"", .seconden]]
		| metric("step_seconds"; "How long a step of it took.")));
