# Turns the reconstruction per municipality and year (stand.in.csv) into one
# of the inputs of woondeal-diff: awk -F, -v wat=opgave|waarnemingen|plannen.
# Targets of 2022 and 2023 are one bucket per deal, later ones stay per
# municipality and year. Growth: whole years, and for 2024 the months until
# groei_tm, of which the first take the division and the last the rest.

BEGIN {
	if (wat == "opgave")
		print "woondeal,gemeente,jaar_van,jaar_tot,opgave," \
		    "vastgesteld,bron,afgeleid"
	if (wat == "waarnemingen")
		print "tabel,onderwerp,regio,periode,waarde,eenheid,status," \
		    "reden"
	if (wat == "plannen")
		print "gemeente,plan_id,plan_naam,fase_id,planstatus," \
		    "hardheid,projectfase,plantype,opdrachtgever,gebied," \
		    "knelpunten,vertrouwelijkheid,sleutelproject,jaar_van," \
		    "jaar_tot,soort,dimensie,categorie,aantal,herkomst," \
		    "peildatum,levering,bron_rij,bron_kolom,telling"
}

function see(periode, n, status) {
	printf "81955NED,saldo_voorraad,%s,%s,%d,aantal,%s,\n", $2, periode,
	    n, status
}

function months(last, n,   m, each) {
	each = int(n / last)
	for (m = 1; m < last; m++)
		see(sprintf("%s-%02d", $4, m), each, "voorlopig")
	see(sprintf("%s-%02d", $4, last), n - each * (last - 1), "voorlopig")
}

function plan(hardheid, status, n) {
	if (n != "")
		printf "%s,%s-%s,Plan,%s,%s,%s,,,,,,Openbaar,nee,%s,%s,bouw," \
		    "totaal,,%d,opgegeven,2024-01-01,%s,%d,A,rest\n", $2,
		    $2, $4, hardheid, status, hardheid, $4, $4, n, $2, FNR
}

NR == 1 { next }

wat == "opgave" && $4 < 2024 {
	if (!($1 in emmer))
		deals[++aantal] = $1
	emmer[$1] += $5
}

wat == "opgave" && $4 >= 2024 {
	printf "%s,%s,%s,%s,%s,2023-03-15,voortgangsrapportage,ja\n", $1, $2,
	    $4, $4, $5
}

wat == "waarnemingen" && $6 != "" {
	if ($7 == $4)
		see($4, $6, $4 < 2023 ? "definitief" : "nader_voorlopig")
	else
		months(substr($7, 6) + 0, $6)
}

wat == "plannen" {
	plan("hard", "1A", $8)
	plan("zacht", "3", $9)
	plan("onbekend", "onbekend", $10)
}

END {
	for (i = 1; i <= aantal; i++)
		printf "%s,,2022,2023,%d,2023-03-15,voortgangsrapportage,nee\n",
		    deals[i], emmer[deals[i]]
}
