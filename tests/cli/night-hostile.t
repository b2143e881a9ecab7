#!/bin/bash
# Nobody's text becomes a program: hostile values in every name of a province
# and of its deliveries stay text on the page, in figures, JSON, CSV and
# letters, or are refused with a word.
. "$(dirname "$0")/lib.sh"
own_tools
nightly=$ROOT/pipelines/nightly
cd "$T" || exit 1

# put FILE COLUMN [FILE COLUMN...]: every cell of the column becomes the value,
# with the number of its row behind it.
put() {
	V=$value perl -I"$ROOT/pipelines/publish.d" -MCsv -CSDA -e '
		utf8::decode(my $v = $ENV{V});
		while (my ($file, $column) = splice @ARGV, 0, 2) {
			my $csv = Csv->open($file);
			my @out = join(",", @{$csv->{header}}) . "\n";
			my $n = 1;
			while (my $r = $csv->row) {
				$r->{$column} = $v . $n++;
				push @out, Csv::line(@$r{@{$csv->{header}}});
			}
			open my $o, ">", $file or die;
			print $o @out;
			close $o or die;
		}' "$@"
}
# A setting.
set_to() {
	sed -i "/^$1,/d" prov/instellingen.csv
	printf '%s,"%s"\n' "$1" "${value//\"/\"\"}" >>prov/instellingen.csv
}

# The tool, recipe or table that refuses says so in a line of text.
spoken() {
	[ "$status" = 2 ] && [ -s err ] && [ ! -e uit/current ] &&
	    ! grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\x1b' err
}
inert() {
	R=uit/current
	[ ! -e pwned ] && [ -z "$(find . -name pwned)" ] ||
	    { echo "a program ran"; return 1; }
	if [ "$status" = 2 ]; then
		spoken || { echo "not a word"; cat err; return 1; }
		refused=$((refused + 1))
		return
	fi
	xmllint --noout $R/figuren/*.svg || return 1
	# All JSON is JSON, and the province of the manifest has this name.
	jq -j 'select(input_filename == "uit/current/manifest.json").provincie' \
	    $R/*.json $R/*.csv-metadata.json $R/*/*.csv-metadata.json >have &&
	    printf %s "$value" | cmp - have || return 1
	# The page: no element or attribute but its own; each is closed. Its own
	# scripts to the letter, and only those.
	perl -CSD -0777 -ne 'BEGIN { open my $in, "<:encoding(UTF-8)", shift or die;
	        local $/; $js = <$in> }
	    s/<svg\b.*?<\/svg>//gs; s/<style>.*?<\/style>//s;
	    s/<script>\n\Q$js\E<\/script>// or die "no script of ours\n";
	    s/<script>\{\nconst oud = [\w.(\x27) ;!>\n=]*\n\}<\/script>//;
	    while (/<([a-zA-Z!\/][^>]*)>/g) { my $t = $1 =~ s,"[^"]*","",gr;
	    die "element <$t>\n" if $t =~ m{^/?(script|img|iframe|object|embed)\b}i
		|| $t =~ /\son\w+=/i }
	    die "control character\n" if /[\x00-\x08\x0b\x0c\x0e-\x1f]/' \
	    "$ROOT/pipelines/report.d/report.js" $R/monitor.html || return 1
	! grep -qP '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]' $R/monitor.txt \
	    $R/brieven/*.txt || { echo "a control character"; return 1; }
	# As it was given, byte for byte, where nothing had to be trimmed.
	csvpick -H0 -u -c naam -w niveau=provincie $R/stand.csv >have
	printf '%s\0' "${value}6" >want
	cmp want have || return 1
	# And drawn so.
	drawn=$(sed 's/&/\&amp;/g; s/</\&lt;/g' <<<"$value")
	[[ $value == *[[:cntrl:]]* ]] ||
	    grep -qF "opgave, ${drawn}6</text>" $R/figuren/figuur-1.svg ||
	    { echo "not drawn"; return 1; }
	published=$((published + 1))
}

long=$(printf 'x%.0s' $(seq 20000))
esc=$(printf '\033[31mrood')
rlo=$(printf '\342\200\256dworsslaf')
nfd=$(printf 'Su\314\201d\314\207')
# Each value is a night: every third here, all of them in make soak.
every=${HOSTILE_EVERY:-3}
published=0 refused=0 line=0
while IFS= read -r value; do
	((line++ % every == 0)) || continue
	case $value in LONG) value=$long ;; ESC) value=$esc ;; RLO) value=$rlo ;; NFD) value=$nfd ;; esac
	rm -rf prov gegevens uit
	cp -R "$DATA/provincie/provincie" prov
	cp -R "$DATA/provincie/gegevens" gegevens
	put prov/gemeenten.csv naam prov/indicatoren.csv naam \
	    prov/indicatoren.csv thema prov/indicatoren.csv toelichting \
	    prov/leveringen.csv levering prov/opgave.csv bron \
	    gegevens/plannen/oostwoud.csv Plannaam \
	    gegevens/plannen/eikenrode.csv Plannaam
	sed -i 's/^\(Oostwoud\|Eikenrode\),/,/' \
	    gegevens/plannen/{oostwoud,eikenrode}.csv
	for s in naam uitgever bron_groei bron_plannen contact kanttekening; do
		set_to $s
	done
	run "$nightly" -p prov -d gegevens -o uit
	ok "inert: $(printf %q "${value:0:40}")" inert
done <<'END'
Het "Land", a\b\n 5% @x {y}
'; system('touch pwned'); x='
"; !touch pwned; "
`touch pwned`
$(touch pwned)
<script>alert(1)</script>
"><img src=x onerror=alert(1)>
=HYPERLINK("http://pwned","klik")
a,b;c
twee "aanhalingen" en 'meer'
a|b
-n
--help
../../etc/passwd
%s%n%s\n\t\\
","x":1}//
' OR 1=1; DROP TABLE plannen --
&amp;&#60;b&#62;
@SUM(1+1)*cmd|' /C calc'!A0
{"a":[1,2]}
#comment \001 <!--figuur 0-->
ESC
RLO
NFD
LONG
END
tried=$((published + refused))
ok "most of them are published, as text ($published of $tried)" test \
    $((published * 2)) -gt "$tried" -a "$tried" -ge $((line / every))
done_testing
