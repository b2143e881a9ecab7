#!/bin/bash
# The hash of what is delivered has another key in each run: what the tools
# write never depends on it.
. "$(dirname "$0")/lib.sh"
P=$DATA/plan-normalize
cd "$T" || exit 1

# twice NAME COMMAND...: the same bytes, four runs; the first two are known.
twice() {
	name=$1
	shift
	for k in 1 2 3 4; do
		"$@" >"out.$k" 2>"err.$k"
		echo $? >>"out.$k"
	done
	ok "$name" eval 'cmp out.1 out.2 && cmp out.1 out.3 && cmp out.1 out.4 &&
	    cmp err.1 err.4 && [ "$(wc -l <out.1)" -gt 3 ]'
}
awk 'BEGIN {
	print "gemeente,plan_id,plan_naam,fase_id,planstatus,hardheid,projectfase,plantype,opdrachtgever,gebied,knelpunten,vertrouwelijkheid,sleutelproject,jaar_van,jaar_tot,soort,dimensie,categorie,aantal,herkomst,peildatum,levering,bron_rij,bron_kolom,telling,aantal_laag,aantal_hoog,bos_ha"
	srand(1)
	for (i = 0; i < 400; i++) {
		p = int(rand() * 90)
		printf "GM900%d,p%d,Plan %d,f%d,3,zacht,,,,,,Openbaar,nee,", p % 2 + 1, p, p % 40, i % 3
		printf "%d,%d,bouw,woningtype,c%d,%d,opgegeven,2024-01-01,d,2,C,rest,,,\n", 2024 + i, 2024 + i, rand() * 9, rand() * 90
	}
}' >old.csv
sed 's/Plan 1\([0-9]\),f1/Plan 2\1,f2/; s/,opgegeven/7,opgegeven/' old.csv | sort -r |
    awk '/^gemeente/ { head = $0; next } { row[n++] = $0 }
	END { print head; for (i = 0; i < n; i += 1 + (i % 7 == 0)) print row[i] }' >new.csv
twice plan-diff plan-diff old.csv new.csv
twice "plan-diff --bridge" plan-diff --bridge old.csv new.csv
twice csvdiff csvdiff -k gemeente,plan_id,fase_id,jaar_van,categorie old.csv \
    new.csv
twice plan-normalize plan-normalize -v -g "$P/gemeenten.csv" \
    -S "$P/planstatus.csv" -l "$ROOT/pipelines/indeling/diwi.csv" \
    --peildatum 2025-01-01 "$P/diwi.in.csv"
W=$DATA/woondeal-diff
twice woondeal-diff woondeal-diff -g "$W/gemeenten.csv" -t "$W/opgave.csv" \
    -P "$W/plannen.csv" "$W/waarnemingen.csv"
J=$DATA/indicator-join
twice indicator-join indicator-join -i "$J/indicatoren.csv" \
    -g "$J/gemeenten.csv" "$J/basis.in.csv"
done_testing
