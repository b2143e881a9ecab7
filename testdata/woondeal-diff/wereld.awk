# A made-up world, and what the total rows of its stand must be, worked out
# here and nowhere else: awk -v seed=N -v map=FOLDER -f wereld.awk. Writes
# g.csv, t.csv, w.csv and p.csv in FOLDER, the reference date to d, and to
# want the lines: regio opgave netto_groei hard zacht onbekend rest_opgave.

function rnd(n) { return int(rand() * n) }

function file(name) { return map "/" name }

function add(m, what, n) {
	som[m, what] += n
	som[deal[m], what] += n
	som["PV77", what] += n
}

# A whole year, its months or its quarters; up to month `last`.
function growth(m, y, last,   i, n, how) {
	how = last == 12 ? rnd(3) : 1
	for (i = 1; i <= last; i++) {
		month[i] = rnd(40) - 8
		add(m, "groei", month[i])
		if (y == dy)
			recent[m] += month[i]
	}
	n = 0
	for (i = 1; i <= last; i++) {
		n += month[i]
		if (how == 1)
			see(m, sprintf("%d-%02d", y, i), month[i])
		if (how == 2 && i % 3 == 0) {
			see(m, y "-Q" i / 3, n)
			n = 0
		}
	}
	if (how == 0)
		see(m, y, n)
}

function see(m, period, n) {
	print "t,saldo_voorraad," m "," period "," n ",aantal,voorlopig," \
	    >file("w.csv")
}

function plan(m,   y, h, soort, n, telling) {
	y = dy + rnd(6) - 1
	h = hard[rnd(4)]
	soort = kind[rnd(6)]
	n = rnd(200) + (rnd(5) == 0 ? 0.5 : 0)
	telling = rnd(2) ? "jaar" : "rest"
	print m "," h "," y "," y "," soort ",totaal," n "," date ",l," \
	    telling >file("p.csv")
	if (y < dy || y > 2026 || h == "telt_niet" || soort == "gerealiseerd")
		return
	if (soort == "sloop")
		n = -n
	if (telling == "jaar" && y == dy)
		whole[m, h] += n
	else
		add(m, h, n)
}

function settle(m,   i, left, take) {
	left = recent[m] > 0 ? recent[m] : 0
	for (i = 0; i < 3; i++) {
		take = whole[m, hard[i]]
		take = take > left ? left : take
		take = take < 0 ? 0 : take
		left -= take
		add(m, hard[i], whole[m, hard[i]] - take)
	}
}

function tell(r) {
	printf "%s %.10g %.10g %.10g %.10g %.10g %.10g\n", r, som[r, "opgave"],
	    som[r, "groei"], som[r, "hard"], som[r, "zacht"],
	    som[r, "onbekend"], som[r, "opgave"] - som[r, "groei"] \
	    >file("want")
}

function municipality(m,   y, n) {
	print m "," m "," deal[m] ",PV77," >file("g.csv")
	for (y = 2022; y <= 2026; y++) {
		n = rnd(300)
		print deal[m] "," m "," y "," y "," n ",,," >file("t.csv")
		add(m, "opgave", n)
		if (y < dy)
			growth(m, y, 12)
		if (y == dy && dm > 1)
			growth(m, y, dm - 1)
	}
	for (n = rnd(30); n >= 0; n--)
		plan(m)
	settle(m)
}

BEGIN {
	srand(seed)
	split("hard zacht onbekend telt_niet", words, " ")
	for (i = 0; i < 4; i++)
		hard[i] = words[i + 1]
	split("bouw bouw bouw bouw sloop gerealiseerd", words, " ")
	for (i = 0; i < 6; i++)
		kind[i] = words[i + 1]
	dy = 2023 + rnd(3)
	dm = 1 + rnd(12)
	date = sprintf("%d-%02d-01", dy, dm)
	print date >file("d")
	print "gemeente,naam,woondeal,provincie,alias" >file("g.csv")
	print "woondeal,gemeente,jaar_van,jaar_tot,opgave,vastgesteld,bron," \
	    "afgeleid" >file("t.csv")
	print "tabel,onderwerp,regio,periode,waarde,eenheid,status,reden" \
	    >file("w.csv")
	print "gemeente,hardheid,jaar_van,jaar_tot,soort,dimensie,aantal," \
	    "peildatum,levering,telling" >file("p.csv")
	for (i = 1; i <= 5; i++) {
		m = "GM000" i
		deal[m] = i < 3 ? "WD-A" : "WD-B"
		municipality(m)
	}
	tell("PV77")
	tell("WD-A")
	tell("WD-B")
	for (i = 1; i <= 5; i++)
		tell("GM000" i)
}
