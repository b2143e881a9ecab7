#!/bin/bash
# watch, alarm and woonmonitor: with a clock that is given, a mailer that
# writes down what it got, and a webhook on loopback.
. "$(dirname "$0")/lib.sh"
recipes=$ROOT/pipelines
out=$T/uit
mkdir -p "$out/r1"
ln -s r1 "$out/current"
printf '%s\n' gemeente,levering,verwacht,ontvangen,stand \
    'GM0034,"a, b",2024-10-15,2024-10-15,volledig' \
    GM0184,l,2024-10-15,,niet >"$out/r1/rooster.csv"
printf '%s\n' bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding \
    a.csv,2,A,,E020,fout,x,"y" a.csv,3,A,,E021,waarschuwing,x,y \
    a.csv,4,A,,E021,waarschuwing,x,y >"$out/r1/bevindingen.csv"
cat >"$out/r1/manifest.json" <<'END'
{"run": "r1", "provincie": "Een \"provincie\"", "bestanden": [
 {"pad": "stand.csv", "rijen": 93}, {"pad": "monitor.html"}]}
END
touch -d @1700000000 "$out/r1"
watch() {
	run "$recipes/watch" -o "$out" "$@"
}
story='Een "provincie": uitgave r1 van 2023-11-14T22:13:20Z'
rest='bevindingen: 1 fout, 2 waarschuwing
levering GM0184: niet'

watch --now 1700093600
is 0 'in time: the last second of 26 hours' <<END
$story, 26 uur oud
$rest
END
watch --now 1700093601
is 1 'and one second later' <<END
$story, 26 uur oud (te oud)
$rest
END
watch --now 1700093601 -a 27
is 0 'as many hours as asked' <<END
$story, 26 uur oud
$rest
END
SERVICE_RESULT=exit-code EXIT_STATUS=2 watch --ended --now 1700000060
is 0 'how the night ended is kept' </dev/null
watch --now 1700000100 --metrics "$T/m.prom"
is 1 'a night that did not publish, though the release is young' <<END
$story, 0 uur oud
$rest
laatste nacht: exit-code, status 2, 2023-11-14T22:14:20Z
END
p='provincie="Een \"provincie\""'
ok 'metrics for Prometheus' diff - <(grep -v '^#' "$T/m.prom") <<END
woonmonitor_published_timestamp_seconds{$p} 1700000000
woonmonitor_release_age_seconds{$p} 100
woonmonitor_release_stale{$p} 0
woonmonitor_rolled_back{$p} 0
woonmonitor_findings{$p,ernst="fout"} 1
woonmonitor_findings{$p,ernst="waarschuwing"} 2
woonmonitor_deliveries_incomplete{$p} 1
woonmonitor_deliveries_missing{$p} 1
woonmonitor_rows{$p,bestand="stand.csv"} 93
woonmonitor_night_timestamp_seconds{$p} 1700000060
woonmonitor_night_success{$p} 0
END
SERVICE_RESULT=success EXIT_STATUS=0 watch --ended --now 1700000070
watch --now 1700000100
is 0 'and one that did' <<END
$story, 0 uur oud
$rest
laatste nacht: success, status 0, 2023-11-14T22:14:30Z
END

# How the night went, what is in force and since when, and where it shows.
table() {
	printf '%s\n' "${@:2}" >"$out/$1"
}
rm "$out/.afloop.json"
mkdir "$out/r1/provincie" "$out/r0"
table r1/provincie/instellingen.csv instelling,waarde \
    volgende_uitgave,2023-11-14
cp "$out/r1/bevindingen.csv" "$out/r0"
: >"$out/r0/manifest.json"
touch -d @1600000000 "$out/r0"
touch -d @1700000000 "$out/r1"
night=('nacht,1699999990,5.020,gepubliceerd,' 'prepare,1699999990,0.500,,'
    "extract,1699999991,4.500,,")
table .verloop.csv stap,begin,seconden,uitkomst,melding "${night[@]}"
went='laatste run: gepubliceerd, begonnen 2023-11-14T22:13:10Z, 5.020 s'
watch --now 1700000100
is 0 'on the day itself it is not stale, and the night went well' <<END
$story, 0 uur oud
$rest
$went
END
watch --now 1700006400
is 1 'the day after the next release was expected' <<END
$story, 1 uur oud
$rest
verouderd: de volgende uitgave werd verwacht op 2023-11-14
$went
END
rm "$out/r1/provincie/instellingen.csv"
run "$recipes/nightly" --status -o "$out" --now 1700000100
is 0 'all of it' <<END
$story, 0 uur oud
$rest
$went
stap prepare: 0.500 s
stap extract: 4.500 s
bewaard r1: 2023-11-14T22:13:20Z, 1 fout, van kracht
bewaard r0: 2020-09-13T12:26:40Z, 1 fout
END
table .verloop.csv stap,begin,seconden,uitkomst,melding \
    'nacht,1699999990,5.020,mislukt,"extract: no ""x"", y"' "${night[1]}"
watch --now 1700000100 --metrics "$T/m.prom"
is 1 'a night that failed, and why' <<END
$story, 0 uur oud
$rest
laatste run: mislukt: extract: no "x", y, begonnen 2023-11-14T22:13:10Z, 5.020 s
END
ok 'its exit status for Prometheus' grep -qxF "woonmonitor_night_exit{$p} 2" \
    "$T/m.prom"
table .verloop.csv stap,begin,seconden,uitkomst,melding "nacht,1699999990,,bezig,"
watch --now 1700000100
is 1 'one that was killed' <<END
$story, 0 uur oud
$rest
laatste run: afgebroken, begonnen 2023-11-14T22:13:10Z
END
: >"$out/.verloop.csv"
: >"$out/.afloop.json"
touch -d @1699999990 "$out/.verloop.csv" "$out/.afloop.json"
watch --now 1700000100
is 1 'one of which nothing could be written' <<END
$story, 0 uur oud
$rest
laatste nacht: onbekend, 2023-11-14T22:13:10Z
laatste run: onbekend: niet op te schrijven (is de schijf vol?), begonnen 2023-11-14T22:13:10Z
END
rm "$out/.afloop.json"
table .verloop.csv stap,begin,seconden,uitkomst,melding "nacht,1699999990,,bezig,"
exec 7>"$out/.slot"
flock 7
watch --now 1700000100
is 0 'one that is at work' <<END
$story, 0 uur oud
$rest
laatste run: bezig, begonnen 2023-11-14T22:13:10Z
END
exec 7>&-
rm "$out/.verloop.csv"
head=moment,handeling,van,naar,wie,waarom
turn=2023-11-14T22:00:00Z
table terug.csv $head $turn,terug,r2,r1,J.,"\"wrong, it was\""
sent=moment,bestemming,doel,uitgave,uitkomst,melding
table gepubliceerd.csv $sent $turn,arcgis,,r1,klaar, \
    $turn,arcgis,https://x/0,r2,klaar, $turn,swing,,r2,begonnen, \
    $turn,swing,,r1,begonnen, $turn,swing,,r1,klaar,
back="teruggedraaid: $turn, door J.: wrong, it was"
watch --now 1700000100
is 0 'a roll-back that the publishers followed' <<END
$story, 0 uur oud
$rest
$back
arcgis: r1 klaar, $turn
swing: r1 klaar, $turn
END
table gepubliceerd.csv $sent $turn,arcgis,,r2,klaar, $turn,swing,,r1,begonnen, \
    "$turn,oud,,r1,mislukt,no map"
watch --now 1700000100 --metrics "$T/m.prom"
is 1 'and one that they did not' <<END
$story, 0 uur oud
$rest
$back
arcgis: r2 klaar, $turn (toont niet deze uitgave)
oud: r1 mislukt: no map, $turn (toont niet deze uitgave)
swing: r1 begonnen, $turn (halverwege)
END
ok 'for Prometheus, too' [ "$(grep -c '^woonmonitor_destination_current{.*} 0$\|^woonmonitor_rolled_back{.*} 1$' \
    "$T/m.prom")" = 4 ]
table gepubliceerd.csv $sent
table terug.csv $head $turn,terug,r2,r1,J.,x $turn,vrij,r1,,J.,x
watch --now 1700000100
is 0 'a roll-back that was lifted' <<END
$story, 0 uur oud
$rest
END
table terug.csv $head $turn,terug,r2,r1,J.,x $turn,vooruit,r1,r3,J.,x
watch --now 1700000100
is 0 'or ended by a night that went forward, to what it had before' <<END
$story, 0 uur oud
$rest
END
table .verloop.csv stap,begin,seconden,uitkomst,melding \
    'nacht,1699999990,5.020,met bevindingen,' "${night[@]:1}"
watch --now 1700000100 --metrics "$T/m.prom"
ok 'each step for Prometheus' diff - <(grep 'night\|step' "$T/m.prom" |
    grep -v '^#') <<END
woonmonitor_night_started_timestamp_seconds{$p} 1699999990
woonmonitor_night_exit{$p} 1
woonmonitor_night_seconds{$p} 5.020
woonmonitor_step_seconds{$p,stap="prepare"} 0.500
woonmonitor_step_seconds{$p,stap="extract"} 4.500
END
watch --now soon
fails 2 'a time that is none' 'watch: --now takes seconds since 1970'
watch -a 0
fails 2 'hours that are none' 'watch: -a takes hours, 1 or more'
watch --metrics "$T/none/m.prom"
ok 'metrics that cannot be written: 2, and nothing is left' \
    test "$status" = 2 -a ! -e "$T/none"
rm "$out/current"
watch
fails 2 'no release' "watch: $out: no release"

mkdir "$T/bin2"
cat >"$T/bin2/sendmail" <<'END'
#!/bin/sh
printf '%s\n' "$@" >"$MAILED.to"
cat >"$MAILED"
END
printf '#!/bin/sh\necho "disk full"\n' >"$T/bin2/journalctl"
chmod +x "$T/bin2/sendmail" "$T/bin2/journalctl"
export MAILED=$T/mailed
PATH=$T/bin2:$PATH
cat >"$T/server.pl" <<'END'
use strict; use warnings; use IO::Socket::INET;
my $s = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 1) or die;
open my $port, '>', "$ARGV[0].new" or die;
print $port $s->sockport; close $port; rename "$ARGV[0].new", $ARGV[0];
alarm 20;
my $c = $s->accept; my ($n, $head, $body) = (0, '', '');
while (my $l = <$c>) { $head .= $l; $n = $1 if $l =~ /^content-length: (\d+)/i;
	last if $l eq "\r\n" }
read $c, $body, $n;
open my $out, '>', $ARGV[1] or die; print $out $head, $body; close $out;
print $c "HTTP/1.1 204 No Content\r\n\r\n";
END
perl "$T/server.pl" "$T/port" "$T/request" &
for ((i = 0; i < 100; i++)); do
	[ ! -e "$T/port" ] || break
	sleep 0.05
done
printf 'instelling,waarde\r\nmail,monitor@flevoland.example\r\n' >"$T/a.csv"
printf 'webhook,"http://127.0.0.1:%s/h?a=""b"\r\n' "$(cat "$T/port")" \
    >>"$T/a.csv"
run "$recipes/alarm" -t "$T/a.csv" woonmonitor-night@flevoland.service
is 0 'an alarm goes to all that the table names' </dev/null
wait
ok 'the mail says what failed and the last words of the journal' \
    diff - "$T/mailed" <<END
To: monitor@flevoland.example
Subject: woonmonitor: woonmonitor-night@flevoland.service
Content-Type: text/plain; charset=UTF-8

woonmonitor-night@flevoland.service is mislukt op $(uname -n).
disk full
END
ok 'the webhook got the same as JSON' diff - <(sed '1,/^\r$/d' "$T/request" |
    jq -r '.unit, .text') <<END
woonmonitor-night@flevoland.service
woonmonitor-night@flevoland.service is mislukt op $(uname -n).
disk full
END
ok 'at the URL as it is' grep -q '^POST /h?a=%22b\|^POST /h?a="b' "$T/request"
rm "$T/mailed"
printf 'instelling,waarde\nwebhook,http://127.0.0.1:1/\nmail,a@b\n' >"$T/b.csv"
run "$recipes/alarm" -t "$T/b.csv" x
ok 'one that is not reached: 2, and the others are told' \
    test "$status" = 2 -a -s "$T/mailed"
printf 'instelling,waarde\nmail,-oops\n' >"$T/c.csv"
run "$recipes/alarm" -t "$T/c.csv" x
fails 2 'an address is no option' "alarm: $T/c.csv: mail: '-oops'"
printf 'instelling,waarde\n' >"$T/d.csv"
run "$recipes/alarm" -t "$T/d.csv" x
fails 2 'nobody to tell' \
    "alarm: $T/d.csv: nobody to tell: no mail and no webhook"
run "$recipes/alarm" -t "$T/a.csv" 'x y'
fails 2 'a unit that is none' "alarm: 'x y' is no unit"
done_testing
