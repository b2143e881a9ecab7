# What a scenario makes of the plans of a made-up world (wereld.awk), worked
# out here: awk -v seed=N -v map=FOLDER -f watals.awk FOLDER/p.csv. Makes up
# rules, FOLDER/sc.csv, and traits for the plans, FOLDER/p2.csv, of which all
# counts are of what remains. Writes FOLDER/want2: regio hard zacht onbekend,
# of all years from the year of the reference date (variable dy) to 2026.

function rnd(n) { return int(rand() * n) }

function pick(list,   words, n) {
	n = split(list, words, " ")
	return words[1 + rnd(n)]
}

function rule(i) {
	veld[i] = pick("hardheid planstatus projectfase knelpunten gemeente " \
	    "gebied plantype opdrachtgever")
	waarde[i] = pick(values[veld[i]])
	aandeel[i] = rnd(4) ? rnd(13) / 10 : ""
	later[i] = rnd(2) ? rnd(3) : ""
	print "s," veld[i] "," waarde[i] "," aandeel[i] "," later[i] \
	    >(map "/sc.csv")
}

function fits(i,   words, n, k) {
	if (veld[i] != "knelpunten")
		return trait[veld[i]] == waarde[i]
	n = split(trait["knelpunten"], words, "|")
	for (k = 1; k <= n; k++)
		if (words[k] == waarde[i])
			return 1
	return 0
}

BEGIN {
	FS = ","
	srand(seed)
	values["hardheid"] = "hard zacht onbekend"
	values["planstatus"] = "1A 2B 3"
	values["projectfase"] = "Start Ontwerp"
	values["knelpunten"] = "Nuts Stikstof Geen"
	values["gemeente"] = "GM0001 GM0003 GM0005"
	values["gebied"] = "Oost West"
	values["plantype"] = "Sloop Uitleg"
	values["opdrachtgever"] = "Gemeente Particulieren"
	print "scenario,veld,waarde,aandeel,vertraging" >(map "/sc.csv")
	rules = 1 + rnd(4)
	for (i = 1; i <= rules; i++)
		rule(i)
	deal["GM0001"] = deal["GM0002"] = "WD-A"
	deal["GM0003"] = deal["GM0004"] = deal["GM0005"] = "WD-B"
	split("hard zacht onbekend", hard, " ")
}

NR == 1 {
	print $0 ",planstatus,projectfase,knelpunten,gebied,plantype," \
	    "opdrachtgever" >(map "/p2.csv")
	next
}

{
	trait["gemeente"] = $1
	trait["hardheid"] = $2
	trait["planstatus"] = pick("1A 2B 3")
	trait["projectfase"] = pick("Start Ontwerp")
	trait["knelpunten"] = pick("Nuts Stikstof Geen Nuts|Stikstof")
	trait["gebied"] = pick("Oost West")
	trait["plantype"] = pick("Sloop Uitleg")
	trait["opdrachtgever"] = pick("Gemeente Particulieren")
	sub(/,[a-z]*$/, ",rest")
	print $0 "," trait["planstatus"] "," trait["projectfase"] "," \
	    trait["knelpunten"] "," trait["gebied"] "," trait["plantype"] \
	    "," trait["opdrachtgever"] >(map "/p2.csv")
	# What is planned before the reference date is gone before any delay.
	if ($2 == "telt_niet" || $5 == "gerealiseerd" || $3 < dy || $3 > 2026)
		next
	n = $5 == "sloop" ? -$7 : $7
	slip = 0
	for (i = 1; i <= rules; i++) {
		if (!fits(i))
			continue
		n *= aandeel[i] == "" ? 1 : aandeel[i]
		slip = later[i] > slip ? later[i] : slip
	}
	if ($3 + slip > 2026)
		next
	som[$1, $2] += n
	som[deal[$1], $2] += n
	som["PV77", $2] += n
}

END {
	for (i = 1; i <= 5; i++)
		regio[i] = "GM000" i
	regio[6] = "WD-A"
	regio[7] = "WD-B"
	regio[8] = "PV77"
	for (i = 1; i <= 8; i++)
		printf "%s %.6f %.6f %.6f\n", regio[i],
		    som[regio[i], "hard"], som[regio[i], "zacht"],
		    som[regio[i], "onbekend"] >(map "/want2")
}
