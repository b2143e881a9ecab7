#!/bin/sh
# pipelines/report on releases that are changed or odd: what the page says
# changes with each table of the release, and its sentences read well.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/report-page.numbers"
report=$ROOT/pipelines/report
own_tools
night
R=$N/uit/current

# page RELEASE: its text on one line, its numbers.
page() {
	run "$report" -r "$1" -o "$T/pagina" --numbers "$T/n.csv" --previous none
	tr -s '\n ' '  ' <"$T/pagina/monitor.txt" | sed 's/ - / /g' >"$T/words"
}
says() { ok "says: $1" grep -qF -e "$1" "$T/words"; }

# bump RELEASE REGISTER: each cell of which the page shows a number is one
# more; the cells with what they are now go to standard output.
bump() {
	perl -CSD -we '
		my ($dir, $register) = @ARGV;
		sub records {
			open my $in, "<:encoding(UTF-8)", shift or die $!;
			my ($text, @all, @row) = do { local $/; <$in> };
			while (1) {
				# Nearly all are lines without a quote.
				while (!@row && $text =~ /\G([^"\n]+)\n/gc) {
					push @all, [split /,/, $1, -1];
				}
				$text =~ /\G("(?:[^"]|"")*"|[^,\n]*)([,\n]|\z)/gc
					or last;
				last if $1 eq "" && $2 eq "" && !@row;
				push @row, $1;
				next if $2 eq ",";
				push @all, [@row];
				@row = ();
			}
			return \@all;
		}
		my %file;
		for my $r (@{records($register)}) {
			my (undef, $name, $rij, $column) = @$r;
			next if $rij !~ /^\d+$/;
			my $t = $file{$name} //= records("$dir/$name");
			my ($i) = grep { $t->[0][$_] eq $column } 0 .. $#{$t->[0]};
			my $cell = \$t->[$rij - 1][$i];
			my ($whole, $rest) = $$cell =~ /^(-?\d+)(.*)$/ or die $$cell;
			$$cell = $whole + ($whole < 0 ? -1 : 1) . $rest;
			print "$name,$rij,$column,$$cell\n";
		}
		for my $name (keys %file) {
			open my $out, ">:encoding(UTF-8)", "$dir/$name" or die $!;
			print $out join(",", @$_), "\n" for @{$file{$name}};
		}' "$@"
}

# kept CELLS REGISTER: of those cells, how many the page still shows, as they
# are now; any other value is printed.
kept() {
	awk -F, 'NR == FNR { now[$1 "," $2 "," $3] = $4; next }
	    ($2 "," $3 "," $4) in now {
		n++
		if ($1 != now[$2 "," $3 "," $4]) print "stale: " $0
	    }
	    END { if (n < 0.95 * length(now)) print n " of " length(now) }' "$1" "$2"
}

page "$R"
cp "$T/n.csv" "$T/before.csv"
cp -R "$R/" "$T/meer"
bump "$T/meer" "$T/before.csv" >"$T/cells"
ok "cells of nineteen tables are shown" [ "$(cut -d , -f 1 "$T/cells" | sort -u |
    tr '\n' ' ')" = "bos.csv break-even.csv cijfers-lopend.csv cijfers.csv getoetst-plannen.csv getoetst.csv indicatoren.csv normen.csv plankeuze.csv regelsets.csv scenarios.csv segmenten.csv stand-band.csv stand-gebieden.csv stand-lopend.csv stand.csv tekort.csv vooruitblik.csv waarnemingen.csv " ]
page "$T/meer"
kept "$T/cells" "$T/n.csv" >"$T/say"
ok "each changed: each other on the page" diff /dev/null "$T/say"
cells "$T/n.csv" "$T/meer" "" >"$T/say" 2>&1
ok "and what is computed of them" diff /dev/null "$T/say"
strange "$T/pagina/monitor.txt" "$T/n.csv" "$T/meer" \
    "$ROOT/pipelines/flevoland" >"$T/say" 2>&1
ok "no number is of elsewhere" diff /dev/null "$T/say"

# Words of each table.
cp -R "$R/" "$T/woorden"
cd "$T/woorden" || exit 1
sed -i 's/,Urk,/,Schokland,/' stand.csv stand-lopend.csv
sed -i 's/,2024-11,/,2024-01,/' stand-lopend.csv
sed -i 's/,Werkloosheid,/,Baanloosheid,/' indicatoren.csv
sed -i 's/,Nuts,/,Stuifzand,/' segmenten.csv
sed -i 's/,Oosterwold,Oosterwold,/,Oosterwold,Westerwold,/' stand-gebieden.csv
sed -i 's/^\(GM0303.*\),volledig,nee,2024-10-11,/\1,niet,nee,2024-10-11,zoek/' rooster.csv
sed -i '$a x,1,A,,C016,waarschuwing,,Het cijfer is herzien van boven naar onder.' bevindingen.csv
sed -i 's/GM0171 planstatus onbekend/GM0171 iets anders/' stand-band.csv
sed -i 's/CBS 81955NED/CBS-bron/; s/opgave gemeenten/opgave van hen/' provincie/instellingen.csv
sed -i 's/,reconstructie:/,uit een ander stuk:/' provincie/opgave.csv
sed -i 's/^\(GM0303,Dronten\),WD-ZUND/\1,WD-MRA/' provincie/gemeenten.csv
sed -i 's/"regelset": "basisset"/"regelset": "strengste"/' manifest.json
sed -i 's/Creative Commons Attribution 4.0/Een andere licentie/' datapackage.json
cd "$ROOT" || exit 1
page "$T/woorden"
says "Schokland groeide in 2022 en 2023"
says "Baanloosheid (%)"
says "te maken met het knelpunt Stuifzand"
says "Westerwold (o)"
says "Niet geleverd volgens het rooster: Dronten."
says "11 oktober 2024 zoek"
says "Het cijfer is herzien van boven naar onder."
says "Noordoostpolder: iets anders"
says "De groei komt uit CBS-bron, de plannen uit opgave van hen."
says "In het opgavenbestand staat daarover: „uit een ander stuk:"
ok "a deal has the municipalities that its table gives it" grep -q \
    'Lelystad.* Dronten .*ZUND .*Noordoostpolder' "$T/words"
says "Hard en zacht volgen de regelset strengste."
says "beschikbaar onder Een andere licentie"
# One month of the running year.
says "In januari 2024 groeide de woningvoorraad van Flevoland met 2.399* woningen; in dezelfde maand van 2023 waren dat er"
says "In januari 2024 kwamen er 2.399* woningen bij, tegen"
says "het laatste jaar telt één maand."
says "voor drie hele jaren zijn afgesproken"

# A deal without any target: its figures are there, and none of its towns.
cp -R "$DATA/provincie/provincie" "$T/zonder-opgave"
sed -i '/^WD-OOST/d' "$T/zonder-opgave/opgave.csv"
run "$ROOT/pipelines/nightly" -p "$T/zonder-opgave" \
    -d "$DATA/provincie/gegevens" -o "$T/zonder"
ok "a deal without a target" [ "$status" = 0 ]
page "$T/zonder/current"
titles() {
	for f in "$T/zonder/current"/figuren/*.svg; do
		title=$(sed -n 's/.*<text>\(Figuur [0-9]*\. .*\)<\/text>.*/\1/p' "$f")
		grep -qF "<figcaption>$title" "$T/pagina/monitor.html" || echo "$title"
	done
	grep -c '^<figure class="[^t]' "$T/pagina/monitor.html"
}
ok "the page has the seven figures of the release" [ "$(titles)" = 7 ]
says "Van Oostwoud is geen opgave bekend; daarom staat hier geen figuur."

# Another province: one deal of one municipality, a bucket of one dwelling,
# years 2024..2028, no indicators.
cp -R "$DATA/provincie/." "$T/eiland"
cd "$T/eiland/provincie" || exit 1
sed -i '/GM900[12]/d; /WD-OOST/d' gemeenten.csv leveringen.csv rooster.csv
sed -i 's/Woudland/Eiland/; s/Westwoud,/Zuideinde,/' gemeenten.csv
sed -i 's/2023\.\.2026/2024..2028/; s/Woudland/Eiland/' instellingen.csv
cat >opgave.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld,bron,afgeleid
WD-WEST,GM9003,2024,2024,40,2023-01-01,verzonnen,nee
WD-WEST,GM9003,2025,2028,1,2023-01-01,verzonnen,nee
END
sed -i 1q indicatoren.csv
cd "$ROOT" || exit 1
run "$ROOT/pipelines/nightly" -p "$T/eiland/provincie" \
    -d "$T/eiland/gegevens" -o "$T/eiland/uit"
ok "a province of one municipality" [ "$status" = 0 ]
I=$T/eiland/uit/current
page "$I"
says "Eiland groeide in 2024 netto met 35* woningen, van de 40 die voor dat jaar zijn afgesproken: 5* minder."
says "Voor 2025–2028 is één opgave afgesproken van 1 woning samen"
says "Deze uitgave heeft geen indicatoren van brede welvaart."
says "Alle gemeenten hebben volledig geleverd."
says "Elk getal komt uit deze uitgave: bevindingen.csv, break-even.csv, cijfers.csv"
ok "five figures" [ "$(grep -c '^<figure' "$T/pagina/monitor.html")" = 5 ]
ok "nothing of the municipalities that are gone" \
    [ -z "$(grep -E 'Oostwoud|Eikenrode' "$T/words")" ]

# A sparse one, to the letter: no growth of a whole year, no permits, need,
# monitors or indicators, a deal with a target for all years only, a municipality
# that did not deliver and is on no map. testdata/report has what the page says.
cp -R "$DATA/provincie/." "$T/schraal"
cd "$T/schraal/provincie" || exit 1
sed -i 's/2023\.\.2026/2025..2028/; s/Woudland/Schraalland/' instellingen.csv \
    gemeenten.csv
cat >opgave.csv <<'END'
woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld,bron,afgeleid
WD-OOST,,2025,2028,340,2025-01-01,verzonnen,nee
WD-WEST,GM9003,2025,2026,45,2025-01-01,verzonnen,ja
WD-WEST,GM9003,2027,2028,1,2025-01-01,verzonnen,ja
END
printf '%s\n' gemeente,rij,kolom GM9001,1,2 GM9003,2,1 >kaart.csv
sed -i 1q indicatoren.csv
sed -i 's/^\(GM9002,.*\),2025-02-20,volledig/\1,,niet/' rooster.csv
rm ../gegevens/plannen/eikenrode.csv
cd "$ROOT" || exit 1
run "$ROOT/pipelines/nightly" -p "$T/schraal/provincie" \
    -d "$T/schraal/gegevens" -o "$T/schraal/uit"
S=$T/schraal/uit/current
ok "a sparse province, published with findings" [ "$status" = 1 -a -f "$S/monitor.txt" ]
# plain FILE: without what differs from night to night, a tag or a text a line.
plain() {
	perl -CSDA -Mutf8 -0777 -ne '
		s/<(style|svg|script)\b.*?<\/\1>//gs; s/<\/t[dh]>/ | /g;
		s/<\/(p|li|tr|h\d|caption|dt|dd|figcaption|summary)>/\n/g;
		s/<[^>]*>//g; s/\x{2060}//g; s/[ \t\x{a0}]+/ /g; s/&quot;/"/g;
		s/\b[0-9a-f]{12}\b/UITGAVE/g; s/gemaakt\s+met\s[^.]*(\.\d[^.]*)+\./gemaakt met .../g;
		s/\s*\n\s*/\n/g; print' "$1"
}
for p in monitor.txt gemeenten/GM9002.html gemeenten/GM9003.html; do
	f=$(basename "$p" | sed 's/\.html$/.txt/')
	plain "$S/$p" | diff -u "$DATA/report/schraal-$f" - >"$T/say"
	ok "what a sparse province says: $p" diff /dev/null "$T/say"
done
cp -R "$S/" "$T/geendag"
sed -i 's/"\(gewijzigd\|peildatum\)": "[^"]*"/"\1": ""/' "$T/geendag/manifest.json"
page "$T/geendag"
ok "without any date none is said" [ -z "$(grep -oE \
    'tot en met ?[.,;]|Stand van de plannen: ?\.' "$T/words")" ]
ok "but which release it is" grep -qE "[= ]Uitgave [0-9a-f]{12}\\. In het kort" "$T/words"

# with COLUMN=VALUE...: the island's page, with these in stand.csv wherever
# there is a value, and in cijfers.csv where it is the number.
with() {
	rm -rf "$T/anders"
	cp -R "$I/" "$T/anders"
	perl -we '
		my ($dir, @set) = @ARGV;
		my %to = map { /^(\w+)=(.*)/s ? ($1, $2) : die } @set;
		for my $name (qw(stand cijfers)) {
			local ($^I, @ARGV) = ("", "$dir/$name.csv");
			my @at;
			while (<>) {
				chomp;
				my @f = split /,/, $_, -1;
				if ($name eq "cijfers") {
					for my $i (grep { exists $to{$f[$_]} } 0 .. $#f - 5) {
						@f[$i + 4, $i + 5] = ($to{$f[$i]}) x 2;
						last;
					}
				} elsif (@at) {
					$f[$_->[0]] = $_->[1] for
					    grep { length $f[$_->[0]] } @at;
				} else {
					@at = map { exists $to{$f[$_]} ?
					    [$_, $to{$f[$_]}] : () } 0 .. $#f;
				}
				print join(",", @f), "\n";
			}
		}' "$T/anders" "$@"
	page "$T/anders"
}
with rest_opgave=-6 verschil_cum=1 hard=60 zacht=0 onbekend=0 \
    capaciteit=60 hard_pct=100 zacht_pct=0 overschot=66 overschot_hard=66
says "Eiland groeide in 2024 netto met 35* woningen; voor dat jaar zijn er 40 afgesproken. Dat is 1* meer dan de opgave."
says "is 85 % gerealiseerd: 6 meer dan is afgesproken."
says "waarvan 60 hard (100 %) en 0 zacht (0 %)."
ok "nothing is short, left over or unknown" [ -z "$(grep -oE \
    'tekort\.|te gaan zijn|Van 0 woningen|van 0 woningen|−|-[0-9]+ woning' "$T/words")" ]
with rest_opgave=0 verschil_cum=0
says "precies de 40 die voor dat jaar zijn afgesproken. De hele opgave voor 2024 tot en met 2028, 41 woningen, is gerealiseerd."
with rest_opgave=1 verschil_cum=-1 opgave_cum=1 hard=1 zacht=1 onbekend=1 \
    netto_groei=1 groei_cum=1 capaciteit=3 overschot=2 overschot_hard=0
says "netto met 1* van de afgesproken 1 woning."
says "er is nog 1 te gaan."
says "Eiland groeide in 2024 netto met 1* woning, van de 1 die voor dat jaar is afgesproken: 1* minder."
says "Er is nog 1 woning te gaan."
says "Dat zijn er 2 meer dan de 1 die nog te gaan is."
says "Van 1 woning is de planologische status onbekend"
ok "never one of many" [ -z "$(grep -oE \
    '(^|[^0-9.,–])1\*{0,2} woningen|zijn er( nog)? 1 |er zijn nog 1 ' "$T/words")" ]
with groei_status=definitief
says "Eiland groeide in 2024 netto met 35 woningen"
says "tot en met 2024 (definitief)."
ok "nothing is provisional" [ -z "$(grep -oE \
    '[0-9]\*|Het cijfer over [0-9]+ is' "$T/words")" ]
with groei_tm= netto_groei= groei_status=
says "Bron: groei tabel 99999NED; nog geen heel jaar."
with rest_opgave=61 overschot=-1 overschot_hard=-16
says "Dat is er 1 minder dan de 61 die nog te gaan zijn. Met alleen de harde plannen komen er 16 woningen tekort."
done_testing
