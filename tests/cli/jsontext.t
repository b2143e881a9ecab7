#!/bin/sh
# JSON through jsontext and jq: digits arrive as CBS wrote them.
. "$(dirname "$0")/lib.sh"

text=$ROOT/pipelines/jsontext
cat >"$T/v4.json" <<'END_'
{"value":[
{"Id":1,"Measure":"M1","Perioden":"2023JJ00","Value":98.40,"StringValue":null,"ValueAttribute":"None"},
{"Id":2,"Measure":"M1","Perioden":"2024JJ00","Value":-12345678901234567890,"StringValue":null,"ValueAttribute":"None"}]}
END_
run sh -c "'$text' '$T/v4.json' | jq -rn -f '$ROOT/pipelines/odata4.jq' |
    cbs-extract --table-id 83625NED"
is 0 "v4: zeros and digits stay" <<'END_'
tabel,onderwerp,regio,periode,waarde,eenheid,status,reden
83625NED,M1,,2023,98.40,,onbekend,
83625NED,M1,,2024,-12345678901234567890,,onbekend,
END_
cat >"$T/v3.json" <<'END_'
{"value":[{"ID":0,"Perioden":"2023JJ00","Prijs_1":183.30},
{"ID":1,"Perioden":"2024JJ00","Prijs_1":null}]}
END_
run sh -c "'$text' <'$T/v3.json' | jq -rn -f '$ROOT/pipelines/odata3.jq' |
    cbs-extract -f codes --table-id 83625NED"
is 0 "v3, from standard input" <<'END_'
tabel,onderwerp,regio,periode,waarde,eenheid,status,reden
83625NED,Prijs_1,,2023,183.30,,onbekend,
83625NED,Prijs_1,,2024,,,onbekend,onbekend
END_
printf '{"a 1 \\" 2":[1,-2.50,1E-05,"3","\\\\",true,null]}' >"$T/all.json"
run "$text" "$T/all.json"
is 0 "only numbers become text" <<'END_'
{"a 1 \" 2":["1","-2.50","1E-05","3","\\",true,null]}
END_
for bad in '{"a":1x}' '{"a":"1' '{"a":1'; do
	printf '%s' "$bad" >"$T/bad.json"
	run sh -c "'$text' '$T/bad.json' | jq . >'$T/jq' 2>&1"
	ok "no JSON stays none: $bad" test "$status" != 0
done
run "$text" "$T/none.json"
fails 2 "no file" "jsontext: $T/none.json: No such file or directory"
run "$text" "$T"
fails 2 "a folder" "jsontext: $T: Is a directory"
run sh -c "'$text' '$T/all.json' >/dev/full"
fails 2 "a full disk" "jsontext: No space left on device"

done_testing
