#!/bin/sh
# pipelines/report: the page and the text of a release tell the report's own
# story, each number of it is the release's, and nothing is fetched.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/report-page.numbers"
report=$ROOT/pipelines/report
province=$ROOT/pipelines/flevoland
own_tools
night
R=$N/uit/current
page=$T/pagina/monitor.html
text=$T/pagina/monitor.txt

# The page's words: no figures, no tags, one blank between words.
words() {
	perl -CSD -Mutf8 -0777 -ne 's/<(style|svg|script)\b.*?<\/\1>//gs;
		s/<[^>]*>/ /g; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g;
		s/&amp;/&/g; s/\x{2060}//g; s/[\s\x{a0}]+/ /g; print' "$1"
}

run "$report" -r "$R" -o "$T/pagina" --numbers "$T/getallen.csv"
is 0 "silent on success" </dev/null
# listen DIR: to the page and the text there, in words.
listen() {
	words "$1/monitor.html" >"$T/page.words"
	tr -s '\n ' '  ' <"$1/monitor.txt" | sed 's/ - / /g' >"$T/text.words"
	page_words=$(cat "$T/page.words") text_words=$(cat "$T/text.words")
}
listen "$T/pagina"

# says SENTENCE: in the page and in the text. No program: there are many.
both() {
	case $page_words in *"$1"*) ;; *) return 1 ;; esac
	case $text_words in *"$1"*) ;; *) return 1 ;; esac
}
says() {
	ok "both say: $1" both "$1"
}

says "netto met 6.425** van de afgesproken 7.751 woningen."
says "MRA (Metropoolregio Amsterdam) is de Woondeal van Almere en Lelystad. ZUND (Zeewolde, Urk, Noordoostpolder en Dronten) is de Woondeal van deze gemeenten."
says "plannen van najaar 2024"
says "Van de 39.743 woningen voor 2022 tot en met 2030 is 16 % gerealiseerd; er zijn nog 33.318 te gaan."
says "In de elf maanden januari tot en met november 2024 kwamen er 2.399* woningen bij, tegen 2.670** in dezelfde maanden van 2023."
says "Gemeenten registreerden 40.912 woningen in plannen voor 2024 tot en met 2030, waarvan 16.249 hard."
says "MRA groeide in 2022 en 2023 netto met 4.595** woningen, van de 5.800 die voor die jaren zijn afgesproken: 1.205** minder."
says "ZUND groeide in 2022 en 2023 netto met 1.830** woningen, van de 1.951 die voor die jaren zijn afgesproken: 121** minder."
says "stonden er in Flevoland 184.425* woningen op 1 januari 2024 en 186.824* op 1 december 2024."
says "is de groei 8.824* woningen, van 2022 tot en met november 2024; van de hele opgave zijn er dan nog 30.919 te gaan."
says "Van 2 aantallen in de leveringen is alleen een benadering"
says "of een bereik bekend. Met de laagste waarde daarvan"
says "is de plancapaciteit voor 2024 tot en met 2030 minimaal 40.475 woningen; een maximum is er niet, omdat een levering niet volledig is."
says "Voor bos is 16,5 hectare opgegeven, waarvan 12,5 bij harde plannen, in 2 plannen met samen 516 woningen. Van 36 andere plannen is over bos niets bekend"
says "De norm is 370 hectare: 353,5 hectare meer dan er is opgegeven."
ok "areas: plans by hardheid, growth where it is known" sh -c '
    grep -qE "^Oosterwold \(o\) +– +2\.370 +2\.783 +0$" "$1" &&
    grep -qE "^Zuiderhage +– +0 +3\.026 +0$" "$1"' - "$text"
ok "the band of a deal" grep -qE '^ZUND +7\.247 +7\.291 +111,3 +111,9 +Noordoostpolder: planstatus onbekend$' "$text"
says "waarvan 16.249 hard (40 %) en 24.233 zacht (59 %). Dat zijn er 7.594 meer dan de 33.318 die nog te gaan zijn. Met alleen de harde plannen komen er 17.069 woningen tekort."
says "netto 33.628 woningen in plannen, waarvan 11.443 hard"
says "netto 7.284 woningen in plannen, waarvan 4.806 hard"
says "Van 430 woningen is de planologische status onbekend"
says "Gedeeltelijk geleverd volgens het rooster: Almere. Te laat geleverd: Almere en Zeewolde."
ok "late, and since when" grep -qE '^Almere +1 januari 2024 +najaar 2024 +15 oktober 2024 +5 november 2024 +ja +gedeeltelijk +5 november 2024$' "$text"
says "De plancapaciteit van Flevoland en MRA kan daardoor te laag zijn."
says "het laatste jaar telt elf maanden. Die groei is niet te vergelijken met de 13.456 woningen die voor drie hele jaren zijn afgesproken"
says "Zacht is 59 % van de plancapaciteit: 24.233 van 40.912, of 59,2 %."
says "zou voor 2022 en 2023 neerkomen op 8.832 woningen; afgesproken zijn er 7.751"
says "is niet zo afgesproken maar afgeleid."
says "Alleen voor Almere zijn de plannen voor 2024 tot en met 2030 verdeeld naar betaalbaarheid."
says "Hard zijn daarin plannen met planstatus 1A, 1B, 2A en 2B, zacht die met 1C, 2C, 3, 4A en 4B."
ok "tiles say of when they are" sh -c 'grep -q "<dt>gerealiseerd t/m 2023 van" "$1" &&
    grep -q "<dt>gerealiseerd t/m november 2024</dt><dd>22" "$1"' - "$page"
says "De monitor telt 33 indicatoren (editie 2023)."
says "Deze uitgave is niet met een eerdere vergeleken."
says "De volgende uitgave wordt verwacht op 1 juli 2025; daarna is deze verouderd."
ok "and the page is ready to say so" grep -q '<div class="verouderd" role="alert" hidden data-na="2025-07-01T23:59:59">Deze pagina is verouderd. De volgende uitgave werd verwacht op 1 juli 2025.</div>' "$page"
ok "each figure has its numbers by year" perl -0777 -ne '
	my @figure = /<figure class="[^t].*?<\/figure>/gs;
	my @table = grep { /<details>.*<td class="getal">\d.*<\/details>/s &&
		/>2022<.*>2030</s } @figure;
	exit !(@figure > 9 && @figure == @table)' "$page"
ok "a bucket stands after its years, the running months after theirs" \
    perl -0777 -ne 'exit !/Figuur 1\..*?>2023<\/th><td class="getal">–<.*?>2022–.{0,3}2023<\/th><td class="getal">7\.751<.*?>2024<.*?>t\/m november 2024<\/th><td class="getal"><\/td><td class="getal">2\.399\*</s' "$page"
says "81955NED"
says "31 december 2024"
says "https://creativecommons.org/licenses/by/4.0/"

# The same story, in the same order.
blocks() {
	perl -CSD -Mutf8 -0777 -ne 'while (m{<(p|li|h[23])\b[^>]*>(.*?)</\1>}gs) {
		my $s = $2;
		next if $s =~ /<a href="#/;
		$s =~ s/<[^>]*>//g; $s =~ s/&quot;/"/g; $s =~ s/\x{2060}//g;
		$s =~ s/[\s\x{a0}]+/ /g; print "$s\n" }' "$page"
}
missing() {
	blocks | awk 'NR == FNR { text = text $0; next }
		!index(text, $0)' "$T/text.words" -
}
ok "each sentence and heading of the page is in the text" [ -z "$(missing)" ]

# Numbers.
cells "$T/getallen.csv" "$R" "" >"$T/say" 2>&1
ok "each number is the release's, or computed from its numbers" \
    diff /dev/null "$T/say"
strange "$text" "$T/getallen.csv" "$R" "$province" >"$T/say" 2>&1
ok "no other number in the text" diff /dev/null "$T/say"
strange "$T/page.words" "$T/getallen.csv" "$R" "$province" >"$T/say" 2>&1
ok "no other number in the page" diff /dev/null "$T/say"
sed 's/6\.425/6.426/' "$text" >"$T/wrong.txt"
ok "a number of nowhere would be seen" [ "$(strange "$T/wrong.txt" \
    "$T/getallen.csv" "$R" "$province" | sort -u)" = 6.426 ]
sed 's/^6425,/6426,/' "$T/getallen.csv" >"$T/wrong.csv"
ok "and one that is not in its cell" [ -n "$(cells "$T/wrong.csv" "$R" "")" ]
# The bottlenecks' plans are those of the stand: no plan is lost or doubled.
sum() {
	awk -F, '$2 == "segmenten.csv" && $4 == "plannen" { n += $1 }
		END { print n }' "$T/getallen.csv"
}
ok "plans are counted" [ "$(sum)" -gt 40 ]
ok "no number is typed into the sentences" \
    [ -z "$(grep -v '^#' "$ROOT/pipelines/report.d/zinnen.txt" | grep '[0-9]')" ]

# Every table that is published is named and there; none that is not.
perl -CSD -0777 -ne 'print "$1\n" while /<a href="\.\/([^"]+)">/g' \
    "$N/uit/current/monitor.html" | grep -v '^gemeenten/' | sort >"$T/links"
"$BIN/csvpick" -HT -w soort=tabel -c sommen,pad "$ROOT/pipelines/uitgave.csv" |
    grep -v ^besloten | cut -f 2 | while IFS= read -r f; do
	[ ! -f "$R/$f" ] || echo "$f"
done | sort >"$T/published"
ok "the page links to each published table and to nothing else" \
    diff "$T/published" "$T/links"
ok "elsewhere it names them" [ -z "$(grep '<a href="\./' "$page")" ]

# The page by itself.
requests() { # of $page
	JS=$(cat "$ROOT/pipelines/report.d/report.js") perl -CSDA -Mutf8 \
	    -MEncode=decode_utf8 -0777 -ne 's{<a href="https://[^"]*">}{}g;
		s{\bxmlns(:xlink)?="http://www\.w3\.org/[^"]*"}{}g;
		s{<link rel="icon" href="data:,">}{}g;
		s{<a href="\.\.?/[\w./-]+">}{}g; # files beside it
		# The one script, which only looks at the date.
		s{<script>\{\nconst oud = [^<]*\n\}</script>}{};
		# And the one that sorts and chooses, as it is in the tree; what
		# it holds is looked at like the rest.
		my $js = decode_utf8($ENV{JS});
		s{<script>\n\Q$js\E\n</script>}{$js};
		while (/(<script|fetch|XMLHttp|import\b|<iframe|<object|<embed|<img|<link|\@import|\bsrc=|\bsrcset=|https?:\/\/\S*|(?:href|action)=["\x27][^#][^>]*|url\([^#][^)]*\))/g) {
			print "$1\n" unless $1 =~ m{^https?://creativecommons} }' "$page"
}
ok "no request leaves the page" [ -z "$(requests)" ]
ok "ids are unique" [ -z "$(grep -o '\bid="[^"]*"' "$page" | sort | uniq -d)" ]
targets() {
	grep -oE '\bid="[^"]*"' "$page" | cut -d '"' -f 2 >"$T/ids"
	grep -oE '(href="#|url\(#)[A-Za-z0-9_-]+' "$page" |
	    sed 's/.*#//' | sort -u | grep -vxF -f "$T/ids"
}
ok "what is pointed at is there" [ -z "$(targets)" ]
ok "language and one h1" sh -c 'grep -q "<html lang=\"nl\">" "$1" &&
    [ "$(grep -c "<h1" "$1")" = 1 ]' - "$page"
levels() {
	grep -oE '<h[1-6]' "$page" | tr -d '<h' | awk '$1 > last + 1 {
	    print "h" last " then h" $1 } { last = $1 }'
}
ok "no heading level is skipped" [ -z "$(levels)" ]
count() {
	grep -oE "$1" "$page" | wc -l
}
titles() {
	grep -o '<figcaption>[^<]*' "$page" >"$T/captions"
	for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
		sed -n "s/.*<text>\(Figuur $n\. .*\)<\/text>.*/<figcaption>\1/p" \
		    "$R/figuren/figuur-$n.svg"
	done | awk 'NR == FNR { page = page $0 "\n"; next }
	    { n++ } !index(page, $0)
	    END { if (n != 12) print n " titles" }' "$T/captions" -
}
ok "each figure has the number and title of the release's" [ -z "$(titles)" ]
ok "twelve figures and a map, each with a title and a description" [ \
    "$(count '<figure')" = 13 -a "$(count '<desc id=')" = 13 ]
ok "a sparkline to nearly each indicator" [ "$(count 'svg class="lijntje"')" -gt 30 ]
ok "each table has a caption and row headings" [ "$(count '<table[ >]')" = \
    "$(count '<caption>')" ] && [ "$(count 'th scope="row"')" -gt 100 ]
ok "a colour has its letter" [ "$(count 'kleur-groen"')" = \
    "$(count '>G</b>')" ]
codes() {
	grep -rohE --include='*.c' --include='*.def' '"[A-Z][0-9]{3}"' \
	    "$ROOT/cmd" "$ROOT/lib" | tr -d '"' | sort -u |
	    awk -F, 'NR == FNR { known[$1]; next } !($1 in known)' \
	        "$ROOT/pipelines/report.d/meldingen.csv" -
}
ok "each code that a tool may give has words" [ -z "$(codes)" ]
ok "each code of the findings has words" \
    sh -c '! grep -qF "Zie bevindingen.csv." "$1"' - "$text"

# Nothing of a plan that is closed.
csvpick -H -u -c plan_naam,vertrouwelijkheid \
    "$R/plannen.csv" | sed -n '/,Openbaar$/!s/,[A-Za-z]*$//p' >"$T/closed"
ok "there are closed plans" [ "$(grep -c . "$T/closed")" -gt 4 ]
ok "their names are nowhere" \
    [ -z "$(grep -F -f "$T/closed" "$page" "$text" "$T/getallen.csv")" ]
ok "a bottleneck of a closed plan only is not there" \
    sh -c '! grep -q Grond/Didam "$1"' - "$text"
ok "what would tell of one is in no sum, and it says so" \
    grep -qE '^  Dronten +2\.869 +1\.824 +x +0 +x +63,6 +x$' "$text"
says "x niet getoond: daaruit zou te berekenen zijn hoeveel woningen een plan telt dat de gemeente vertrouwelijk heeft opgegeven."
says "Het totaal met de andere plannen wordt niet getoond"
ok "plans that are together have one row" \
    grep -qE '^Niet opgegeven +2 +9\.663 +9\.663 +0$' "$text"
ok "one of two open plans is" grep -qE '^Parkeren +2 +128 +0 +128$' "$text"
names() {
	csvpick -H -u -c plan_naam "$R/plannen.csv" |
	    grep -F -x -e Nobelhorst >/dev/null || echo "no Nobelhorst"
	grep -F Nobelhorst "$page" "$text"
}
ok "no name of an open plan either" [ -z "$(names)" ]

# A page for each municipality: what is public, and beside it, with its letter,
# what is not.
mkdir "$T/tmp"
run env TMPDIR="$T/tmp" "$report" -r "$R" --gemeenten -o "$T/paginas" \
    --numbers "$T/n.csv"
is 0 "and a page for each municipality" </dev/null
ok "and nothing is left of what it was drawn in" rmdir "$T/tmp"
sed 's,<a href="\./gemeenten/[^"]*">\([^<]*\)</a>,\1,' "$T/paginas/monitor.html" \
    >"$T/unlinked.html"
ok "the same bytes again, but for links to them" cmp "$page" "$T/unlinked.html"
ok "and the same text" cmp "$text" "$T/paginas/monitor.txt"
towns="GM0034 GM0050 GM0171 GM0184 GM0303 GM0995"
ok "six, public and with the letter, and the page is the same" [ "$(cd "$T/paginas" &&
    echo gemeenten/* brieven/*)" = "$(for d in gemeenten brieven; do for g in \
    $towns; do printf '%s ' $d/$g.html; done; done | sed 's/ $//')" ]
ok "those of the release itself" diff -r "$T/paginas/gemeenten" "$R/gemeenten"
ok "also those of the letters" [ -z "$(for g in $towns; do diff -q \
    "$T/paginas/brieven/$g.html" "$R/brieven/$g.html"; done)" ]
own=$R/gemeenten/GM0303.html
words "$own" >"$T/own.words"
own() { ok "Dronten's says: $1" grep -qF -e "$1" "$T/own.words"; }
own "Wonen en plannen in Dronten"
own "Dronten groeide in 2022 en 2023 netto met 440** woningen. Van de hele opgave voor 2022 tot en met 2030, 3.309 woningen, is 13 % gerealiseerd. Er zijn nog 2.869 woningen te gaan."
own "In de elf maanden januari tot en met november 2024 kwamen er in Dronten 219* woningen bij"
own "2022–2030 3.309 440**"
own "Dronten 2.869 1.824 x 0 x 63,6 x"
own "Hanzekwartier Voorbereiding 1A hard 2024–2030 910 60 Nuts"
own "Deze getallen zijn voor een deel verzonnen"
own "2024, kwartaal 1"
own "Dronten heeft volledig geleverd."
own "De levering van Dronten verdeelt de plannen niet naar betaalbaarheid."
ok "with the release's figure, without its title in it" [ "$(grep -c \
    '<figure class="los"><figcaption>Figuur 9\.' "$own")" = 1 -a "$(grep -c \
    'Figuur 9\. Netto groei en plan' "$own")" = 3 ]
cells "$T/n.csv" "$R" "" >"$T/say" 2>&1
ok "each number of theirs is the release's" diff /dev/null "$T/say"
# But for the names of plans.
csvpick -HTu -c plan_naam "$R/planlijst.csv" | grep '[0-9]' >"$T/names"
cat "$R"/gemeenten/*.html >"$T/all.html"
words "$T/all.html" | perl -CSDA -Mutf8 -we 'my $t = <STDIN>;
	open my $in, "<:encoding(UTF-8)", $ARGV[0] or die;
	while (<$in>) { chomp; $t =~ s/\Q$_\E/ /g; }
	$t =~ s/\b\d[A-C]?(?= (hard|zacht|onbekend) )//g;
	$t =~ s/kwartaal \d//g; print $t' "$T/names" >"$T/own.words"
strange "$T/own.words" "$T/n.csv" "$R" "$province" >"$T/say" 2>&1
ok "and there is no other" diff /dev/null "$T/say"
ok "no closed plan is named in what is public" [ -s "$R/planlijst.csv" -a -z \
    "$(grep -lF -f "$T/closed" "$R"/gemeenten/* "$R/planlijst.csv")" ]
secret() {
	words "$T/all.html" >"$T/all.words"
	for g in $towns; do
		words "$R/brieven/$g.html" >"$T/own.words"
		grep -qF "Niet openbaar. Deze pagina is voor" "$T/own.words" ||
		    echo "$g: does not say that it is not public"
		sed -n 's/^- //p' "$R/brieven/$g.txt" >"$T/lines"
		[ -s "$T/lines" ] || echo "$g: no letter"
		while IFS= read -r line; do
			grep -qF -e "$line" "$T/own.words" ||
			    echo "$g: without: $line"
		done <"$T/lines"
		grep -oF -f "$T/lines" "$T/all.words" | sed "s/^/$g: public: /"
	done
}
ok "the letter is in its own page, which says so, and in no other" [ -z "$(secret)" ]
ok "what is published does not have them" [ "$("$BIN/csvpick" -H -w \
    'pad=brieven/*.html' -c sommen "$ROOT/pipelines/uitgave.csv" | cut -c 1-8)" = besloten ]
pages() (
	for f in "$R"/gemeenten/GM0034.html "$R"/brieven/GM0303.html; do
		page=$f
		requests
		targets
		levels
		grep -o '\bid="[^"]*"' "$f" | sort | uniq -d
		# Pages beside it that are there.
		grep -oE 'href="\.\./[^"]*"' "$f" | sed 's/href="//; s/"$//' |
		    while read -r to; do
			[ -f "${f%/*}/$to" ] || echo "$f: no $to"
		done
	done
)
ok "nothing is fetched, and what they point at is there" [ -z "$(pages)" ]
ok "the map has each municipality, with its coverage in a table too" perl -CSD \
    -Mutf8 -0777 -ne 'my ($map) = /(<figure class="tegels">.*?<\/figure>)/s or exit 1;
	my $n = () = $map =~ /<a href="#[a-z]+"><title>[^<]+: dekking /g;
	exit !($n == 6 && $map =~ /<title>Urk: dekking [^<]*; genoeg/ &&
	    $map =~ /Urk<\/th><td class="getal">114,6°</ &&
	    $map =~ /Dronten: dekking [^<]*; niet bekend of niet getoond/)' "$page"
ok "each year of a figure can be pointed at and reached" perl -CSD -Mutf8 \
    -0777 -ne 'my $n = () = /<g class="punt" role="img" tabindex="-?\d" aria-label="/g;
	my $stops = () = /<g class="punt" role="img" tabindex="0"/g;
	exit !($n == 108 && $stops == 12 && /aria-label="2024: opgave 5\.705 \(a\), hard 3\.150, zacht 660, onbekend 50/
	    && /aria-label="2022: netto groei 3\.165; 2022–.?2023 samen: opgave 7\.751/)' "$page"
ok "who comes by keyboard can go past the beginning" grep -q \
    '<a class="voorbij" href="#in-het-kort">' "$page"

# A failed run leaves what was there.
cp -R "$T/pagina" "$T/weer"
cp -r "$R/" "$T/kapot"
sed -i '1s/rest_opgave/rest/' "$T/kapot/stand.csv"
run "$report" -r "$T/kapot" -o "$T/weer"
fails 2 "a release without a column" \
    "report: stand.csv: no column rest_opgave"
ok "and the old page is still there" diff -r "$T/pagina" "$T/weer"
rm -rf "$T/kapot"
run "$report" -r "$T/none"
fails 2 "no such release" "report: $T/none: no such folder"
run "$report" -r "$R" -o "$T/weer" --numbers "$T/none/getallen.csv"
ok "no place for the numbers" [ "$status" = 2 ]
ok "leaves nothing half" [ -z "$(find "$T/weer" -name "*.tmp.*")" ]
usage='usage: report [-h] [-r RELEASE] [-p PROVINCE] [--as-of DATE] [--previous RELEASE|none] [--gemeenten] [--numbers FILE] [-o DIR]'
run "$report" --as-of morgen -r "$R"
fails 2 "a day that is none" "report: --as-of morgen: expected a day, as 2024-12-31"
run "$report" -x
fails 2 "an option that is none" "report: unknown option: x; $usage"

# Who did not deliver, and of whom nothing is known, not even a target.
cp -r "$R/" "$T/gat"
sed -i -E '/^basis\|gemeente\|GM0184/s/^([^,]*(,[^,]*){6}),.*$/\1,,,,,,,,,,,,,,,,,,,,,,nee: GM0184,,/
    /^basis\|[a-z]+\|(PV24|WD-ZUND)\|2022\|2030/s/(ja|nee: GM0034),,$/nee: GM0184,,/' \
    "$T/gat/stand.csv" "$T/gat/stand-lopend.csv"
sed -i '/"gemeente": "GM0184"/s/GM0184/GM9999/' "$T/gat/manifest.json"
sed -i -E '/^(provincie|woondeal),(PV24|WD-ZUND),/s/,((netto_groei),2023,2023,2023-12-01|(groei_verschil),2024,2024,2024-12-01),[^,]*,[^,]*,/,\1,,,/
    ' "$T/gat/cijfers-lopend.csv"
sed -i -E '/^gemeente,GM0184,/s/^(([^,]*,){7})[^,]*,[^,]*,/\1,,/' \
    "$T/gat/cijfers.csv"
run "$report" -r "$T/gat" -o "$T/uitgave" --numbers "$T/n.csv"
is 0 "a municipality of which nothing is known" </dev/null
listen "$T/uitgave"
says "De groei van Urk is niet bekend. De plancapaciteit van Urk is niet bekend; dat is iets anders dan nul."
says "Van Urk is geen opgave bekend; daarom staat hier geen figuur."
says "Van Urk zit geen planlevering in deze uitgave."
ok "each total it touches is marked" [ "$(grep -oE \
    '^(Flevoland|ZUND|  Urk) \(o\) ' "$T/uitgave/monitor.txt" | sort | uniq -c |
    awk '{ n += $1 } END { print NR, n }')" = "3 6" ]
ok "eleven months of 2023 are not known without one of them" grep -qE \
    '^ZUND +729\* +– +–' "$T/uitgave/monitor.txt"

# Kept releases: an older one, with other numbers.
cp -r "$R/" "$T/oud"
sed -i 's/2025-01-30/2024-07-30/; s/2024-12-31/2024-06-30/
    s/"run": ".*"/"run": "oud"/' "$T/oud/manifest.json"
sed -i 's/^\(basis|gemeente|GM0034|2023|2023.*ontbreekt,\)1663/\11650/
    s/^\(basis|provincie|PV24|2022|2030.*\),16249,24233,/\1,16000,24400,/' \
    "$T/oud/stand.csv"
sed -i 's/^\(tevredenheid_leven|GM0034|2022.*2022,\)81.6/\180.6/
    /^werkloosheid|.*|2023,/d
    /^werkloosheid|PV24|2022,/s/,dalend,groen,/,onbekend,,/' "$T/oud/indicatoren.csv"
kept=$R

# page_of OPTION...: a page of the kept ones, its text in words.
page_of() {
	run "$report" -r "$kept" -o "$T/uitgave" --numbers "$T/n.csv" "$@"
	listen "$T/uitgave"
}
page_of --previous "$T/oud"
says "Vergeleken met uitgave oud, met gegevens tot en met 30 juli 2024"
says "Almere, 2023: 1.650 werd 1.663**."
says "10 waarden nieuw, 1 herzien en 0 vervallen."
says "Werkloosheid: eerst nog geen trend, nu dalend."
ok "the stand beside the earlier one" grep -qE \
    '^Flevoland \(o\) +Zacht +24\.400 +24\.233 +-167$' "$T/uitgave/monitor.txt"
cells "$T/n.csv" "$R" "$T/oud" >"$T/say" 2>&1
ok "each number is that of its release" diff /dev/null "$T/say"

# Which of the kept ones: of a small province, whose pages are sooner made. The
# older one had a delivery that came late.
small_night
W=$(realpath "$S/uit/current")
mkdir "$T/bewaard"
cp -r "$W" "$T/bewaard/nieuw"
cp -r "$W" "$T/bewaard/oud"
ln -s nieuw "$T/bewaard/current"
sed -i 's/2025-02-01/2024-07-30/; s/2025-01-01/2024-06-30/
    s/"run": ".*"/"run": "oud"/' "$T/bewaard/oud/manifest.json"
sed -i '/^GM9001/s/2025-03-01,2025-02-20/2024-10-15,2024-11-05/' \
    "$T/bewaard/oud/rooster.csv" "$T/bewaard/oud/provincie/rooster.csv"
kept="$T/bewaard/current"
jq '.vorige = "oud"' "$T/bewaard/nieuw/manifest.json" >"$T/manifest"
cp "$T/manifest" "$T/bewaard/nieuw/manifest.json"
page_of
says "Vergeleken met uitgave oud"
page_of --as-of 2024-12-01
cp -r "$T/uitgave" "$T/toen"
says "Gegevens tot en met 30 juli 2024. Uitgave oud. Zoals bekend op 1 december 2024."
says "Deze uitgave is niet met een eerdere vergeleken."
page_of --as-of 2024-11-01
says "Niet geleverd volgens het rooster: Oostwoud."
page_of --as-of 2024-10-14
says "Van de gemeenten zonder levering in de tabel werd op deze dag nog geen levering verwacht."
page_of --as-of 2025-02-01
says "Gegevens tot en met 1 februari 2025."
says "Vergeleken met uitgave oud"
page_of --as-of 2025-02-01 --previous none
says "Deze uitgave is niet met een eerdere vergeleken."
run "$report" -r "$kept" --as-of 2024-01-01 -o "$T/uitgave"
fails 2 "nothing that old is kept" \
    "report: $T/bewaard: no release has data of 2024-01-01 or before"
# The province's tables of today change nothing in what was made before, nor do
# those of another.
cp -r "$DATA/provincie/provincie" "$T/nu"
sed -i '/^GM9001/s/2025-03-01,2025-02-20/2024-10-15,2024-11-05/' "$T/nu/rooster.csv"
sed -i '/^WD-WEST,,2023/s/,80,/,9999,/
    s/verzonnen,nee/gewijzigd: 850 voor 2023-2026,ja/' "$T/nu/opgave.csv"
sed -i 's/volledig/niet/; s/2024-10-15/2024-09-01/' "$T/nu/rooster.csv"
sed -i 's/^GM9003,Westwoud,WD-WEST/GM9003,Westwoud,WD-OOST/' "$T/nu/gemeenten.csv"
sed -i 's/^bron_groei,.*/bron_groei,CBS 86098NED/' "$T/nu/instellingen.csv"
page_of --as-of 2024-12-01 -p "$T/nu"
ok "as of a day: the page of then, to the byte" diff -r "$T/toen" "$T/uitgave"
page_of -p "$T/nu" --previous none
says "Deze uitgave is niet met een eerdere vergeleken."
sed 's,<a href="\./[^"]*">\([^<]*\)</a>,\1,' "$T/bewaard/nieuw/monitor.html" >"$T/own.html"
ok "the same without a day, but for links to the files beside it" \
    diff "$T/uitgave/monitor.html" "$T/own.html"
rm -r "$T/bewaard/oud/provincie" "$T/bewaard/oud/rooster.csv"
page_of --as-of 2024-12-01 -p "$T/nu"
says "Deze uitgave bewaart de tabellen van de provincie niet."
says "gewijzigd: 850 voor 2023-2026"
run "$report" -r "$kept" --as-of 2024-12-01 -p "$T/none" -o "$T/uitgave"
fails 2 "and there is no other" "report: $T/none: no such folder"
# A target that was agreed later was not known either.
cp -r "$T/bewaard/nieuw" "$T/bewaard/later"
sed -i 's/2023-01-01/2025-03-01/' "$T/bewaard/later/provincie/opgave.csv"
jq '.run = "later" | .vorige = "nieuw"' "$T/bewaard/nieuw/manifest.json" \
    >"$T/bewaard/later/manifest.json"
ln -sfn later "$T/bewaard/current"
page_of --as-of 2025-02-28
ok "an agreement of later is not in it" grep -q "^Gegevens.*Uitgave $(jq -r .run \
    "$W/manifest.json")" "$T/uitgave/monitor.txt"
page_of --as-of 2025-03-01
ok "on its day it is" grep -q 'Uitgave later' "$T/uitgave/monitor.txt"
rm -r "$T/bewaard/later/provincie"
page_of --as-of 2025-02-01 -p "$T/nu"
ok "of more with one date: current" grep -q 'Uitgave later' \
    "$T/uitgave/monitor.txt"
rm "$T/bewaard/current"
run "$report" -r "$T/bewaard/oud" --as-of 2025-02-01 -p "$T/nu" -o "$T/uitgave"
ok "or the last of the chain" grep -q 'Uitgave later' "$T/uitgave/monitor.txt"
rm -r "$T/bewaard/nieuw"
run "$report" -r "$T/bewaard/later" -p "$T/nu" -o "$T/uitgave"
says_it() { tr -s '\n ' '  ' <"$T/uitgave/monitor.txt" | grep -qF "$1"; }
ok "what it was compared with is gone: it says so" says_it \
    "vergeleken met uitgave nieuw, die hier niet bewaard is"
rm -r "$T/bewaard/later"
ln -s oud "$T/bewaard/current"
ln -sfn none "$T/bewaard/current"
cp -r "$T/bewaard/oud" "$T/bewaard/ook"
kept=$T/bewaard/oud
run "$report" -r "$kept" --as-of 2024-12-01 -o "$T/uitgave"
fails 2 "two of one date: nobody can tell" "report: $T/bewaard: 2 releases have data of 2024-07-30: $T/bewaard/ook, $T/bewaard/oud; name one"

# Another province is another folder.
run "$report" -r "$W" -p "$DATA/provincie/provincie" \
    -o "$T/uitgave" --numbers "$T/n.csv"
is 0 "another province" </dev/null
listen "$T/uitgave"
says "Monitor wonen en brede welvaart Woudland"
says "In 2023 en 2024 groeide de woningvoorraad van Woudland netto met 375* van de afgesproken 420 woningen."
says "Deze uitgave heeft geen cijfers over een deel van een jaar."
says "Het totaal met de andere plannen wordt niet getoond"
says "verdelen de plannen niet naar betaalbaarheid."
cells "$T/n.csv" "$W" "" >"$T/say" 2>&1
ok "its numbers are its release's" diff /dev/null "$T/say"
strange "$T/uitgave/monitor.txt" "$T/n.csv" "$W" \
    "$DATA/provincie/provincie" >"$T/say" 2>&1
ok "and no other" diff /dev/null "$T/say"
ok "nothing of Flevoland in it" [ -z "$(grep -liE 'flevoland|almere|PV24' \
    "$T/uitgave"/*)" ]
ok "its closed plan is not in it" [ -z "$(grep -l 'Geheime Bos' \
    "$T/uitgave"/* "$T/n.csv")" ]
named() {
	grep -rniE 'flevoland|almere|lelystad|dronten|noordoostpolder|zeewolde|GM0[0-9]|PV24|WD-MRA|WD-ZUND' \
	    "$ROOT/pipelines/report.d"
	sed 's,provincie => "\$here/.*,,' "$report" | grep -niE 'flevoland|almere|GM0|PV24'
}
ok "no recipe names a province" [ -z "$(named)" ]
done_testing
