#!/bin/bash
# Small deliveries, each named after what is wrong with it: how many dwellings
# count, and what is told.
. "$(dirname "$0")/lib.sh"
F=$DATA/plan-normalize
cd "$DATA/plan-faults" || exit 1

# Numbers that count, and the codes of the findings, the account left out.
while IFS='|' read -r fault exit dwellings codes; do
	layout=$ROOT/pipelines/indeling/breed.csv
	[ ! -e "$fault.layout.csv" ] || layout=$fault.layout.csv
	echo code >"$T/f.csv"
	run plan-normalize -v -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
	    -l "$layout" --findings "$T/f.csv" "$fault.csv"
	sed -n 's/.* records = /&/p' "$T/err" >>"$T/accounts"
	ok "$fault: exit $exit" test "$status" = "$exit"
	[ "$status" != 2 ] || echo soort,dimensie,aantal >"$T/out"
	ok "$fault: $dwellings dwellings" test "$(csvpick -H -c aantal \
	    -w soort=bouw -w dimensie=totaal "$T/out" |
	    awk '{ n += $1 } END { print n + 0 }')" = "$dwellings"
	ok "$fault: ${codes:-nothing} told" test "$(csvpick -H -c code \
	    -w code!=E006 "$T/f.csv" | sort -u | paste -sd ' ')" = "$codes"
	echo "$fault.csv" >>"$T/known"
done <<'END'
kolom-zonder-naam|0|12|E003
lege-kolom-zonder-naam|0|12|
plan-heet-totaalontwikkeling|0|280|
totaalrij-zonder-nummer|1|111|E057
totaalrij-met-status|1|111|E057
totaalrij-per-gemeente|1|125|E057
totaalrij-van-een-blok|1|141|E057
totaalrij-klopt-niet|0|111|E053 E054
totaalrij-bovenaan|0|111|E053
totaalrij-bovenaan-klopt-niet|0|111|E053 E054
totaalrij-bovenaan-zonder-woord|2|0|
plan-boven-zijn-delen|2|0|
jaren-door-elkaar|0|42|
jaar-tweemaal-in-de-kop|2|0|
periode-naast-haar-jaren|2|0|
percentage-tussen-de-jaren|0|42|E003
tekstgetal-met-apostrof|1|10|E020
subtotalen-per-blok-zonder-woord|1|54|E053 E057
samenvatting-onder-de-tabel|1|42|E010 E072
kop-staat-er-nog-eens|0|111|E004
andere-kop-eronder|2|0|
duizendtallen-boven-de-kop|2|0|
duizendtallen-in-de-kop|2|0|
duizend-euro-boven-de-kop|0|111|
kop-noemt-duizend-maar-het-zijn-woningen|0|111|
plan-zonder-nummer-en-status|0|223|E072
gerealiseerd-in-een-later-jaar|1|10|E063
gesloopt-in-een-later-jaar|1|6|E063
nog-te-bouwen-in-een-jaar-dat-voorbij-is|0|10|E061
totalen-van-planregistratie-kloppen-niet|0|10|E040
niet-ja-en-niet-nee|1|0|E035
zelfde-rij-tweemaal|1|65|E050
zelfde-nummer-anders-geschreven|1|65|E050
zelfde-naam-van-een-mac|1|65|E050
een-plan-twee-statussen|1|65|E059
rekenresidu|0|32|E045
te-veel-decimalen|1|0|E046
tien-miljoen|1|10000000|E047
duizendtal-met-punt|1|0|E022
streepje|1|0|E020
streepje-als-nul|0|5|
status-begint-met-een-code|1|0|E030
status-met-andere-code|0|65|E062
knelpunt-heet-nu-anders|0|60|E049
knelpunt-buiten-de-lijst|0|60|E039
gemeente-met-tikfout|1|0|E010
END
run plan-normalize -q -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
    -l "$ROOT/pipelines/indeling/breed.csv" plan-boven-zijn-delen.csv
fails 2 "a plan above its parts is named" "plan-normalize:\
 plan-boven-zijn-delen.csv:3: error: \"Havengebied\" has neither id nor status,\
 and its numbers are the sum of rows below it: say so in the layout, as totaalrij\
 or, of plans, as somrij,,,plan"
run plan-normalize -q -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
    -l "$ROOT/pipelines/indeling/breed.csv" andere-kop-eronder.csv
fails 2 "another header is named" "plan-normalize: andere-kop-eronder.csv:5:\
 error: E008 another header: deliver each table as a file of its own, or leave\
 these records out in the layout (overslaan)"
# multiples WHERE ROW TEXT
multiples() {
	run plan-normalize -q -g "$F/gemeenten.csv" -S "$F/planstatus.csv" \
	    -l "duizendtallen-$1.layout.csv" "duizendtallen-$1.csv"
	fails 2 "multiples $1" "plan-normalize: duizendtallen-$1.csv:$2: error:\
 E007 \"$3\": numbers that are multiples are not read; have them delivered in\
 dwellings, or say eenheid,,,woningen in the layout when they are"
}
multiples boven-de-kop 1 "Woningbouwplannen (aantallen x 1.000)"
multiples in-de-kop 2 "Nieuwbouw 2025 (× 1000)"
# The account that -v gives of each, against the file itself: every number that
# stands in a column of dwellings or in one that nobody reads, and what these add
# up to; and that what became of them adds up.
accounts() {
	perl -ne '
		our %field = map { $_ => 1 } "Gemeente", "Plan ID", "Plannaam",
			"Planologische status", "Knelpunten", "Opmerkingen";
		my ($file, $cells, $to, $bouw, $all, $sloop) = /^\S+\ (\S+):\ \d+
			\ records.*;\ (\d+)\ numbers\ =\ ([^;]*);\ bouw\ (\S+)\ =
			\ ([^;]*);\ sloop\ (\S+)/x or die $_;
		next if -e $file =~ s/csv$/layout.csv/r;
		open my $in, "<", $file or die "$file: $!";
		chomp(my @rows = <$in>);
		my @head = split /,/, shift @rows, -1;
		my ($n, $sum, $gone, $whole) = (0, 0, 0, 1);
		for (@rows) {
			my @cell = split /,/, $_, -1;
			next if "@cell" eq "@head";
			for my $i (grep { !$field{$head[$_]} } 0 .. $#head) {
				$cell[$i] =~ /^-?\d+(\.\d+)?$/ or next;
				$whole &&= !defined $1;
				$n++;
				next if $head[$i] eq "Totaal";
				($head[$i] =~ /^Sloop/ ? $gone : $sum) += $cell[$i];
			}
		}
		my ($of, $bouwen) = map { eval join "+", /[\d.]+/g } $to, $all;
		print "$file: $cells numbers, $n in it\n" if $cells != $n;
		print "$file: bouw $bouw, $sum in it\n" if $whole && $bouw != $sum;
		print "$file: $of of $cells\n" if $of != $cells;
		print "$file: $bouwen of $bouw\n" if abs($bouwen - $bouw) > 1e-9;
		$seen++;
		END { print "files: $seen\n" if $seen < 25 }
	' "$T/accounts"
}
accounts >"$T/wrong"
ok "the accounts hold, in cells and in dwellings" test ! -s "$T/wrong"
sed 's/^/# /' "$T/wrong"
ok "every file has its line" diff <(sort "$T/known") \
    <(find . -maxdepth 1 ! -name '*layout.csv' ! -name . -printf '%f\n' | sort)
done_testing
