# A made-up province for plan-normalize: awk -v seed=N -v dir=DIR -f this.
# Writes plans that it makes up as deliveries in three layouts (wide, draai,
# jaren), each with the register that must come back, byte for byte, and a
# fourth, the wide one damaged, with the code of the finding that must tell.

function pick(n) { return int(rand() * n) }

function csv(s, d) {
	if (index(s, d) || s ~ /["\r\n]/) {
		gsub(/"/, "\"\"", s)
		return "\"" s "\""
	}
	return s
}

# A number as people write it.
function written(n,   s, g) {
	s = n
	if (form == "" || n < 1000 || pick(2))
		return n (form != "" && !pick(6) ? comma "0" : "")
	g = sprintf("%03d", n % 1000)
	return int(n / 1000) (form == "nl" ? "." : ",") g
}

function cell(plan, what,   c) {
	c = kind[plan, what]
	if (c == "leeg") return ""
	if (c == "nvt") return "n.v.t."
	if (c == "onbekend") return pick(2) ? "onbekend" : "PM"
	return written(value[plan, what])
}

# One row of the register.
function row(out, plan, van, tot, soort, dim, cat, n, how, rij, kol, telling,
    s) {
	s = gemeente[plan] "," csv(id[plan], ",") "," csv(naam[plan], ",") ","
	s = s csv(fase[plan], ",") "," code[plan] "," hard[code[plan]]
	s = s ",,,,,," vert[plan] ",," van "," tot "," soort "," dim ","
	s = s csv(cat, ",") "," n "," how ",,," rij "," kol "," telling ",,,"
	printf "%s\n", s >out
}

function how(plan, what) {
	if (kind[plan, what] != "opgegeven") return kind[plan, what]
	return value[plan, what] ? "opgegeven" : "nul"
}

function amount(plan, what) {
	return kind[plan, what] == "opgegeven" ? value[plan, what] : ""
}

function letters(i) {
	return i <= 26 ? substr(az, i, 1) \
	    : substr(az, int((i - 1) / 26), 1) substr(az, (i - 1) % 26 + 1, 1)
}

function make_plans(   i, y, k, w) {
	plans = 2 + pick(9)
	for (i = 1; i <= plans; i++) {
		k = 1 + pick(2)
		gemeente[i] = "GM900" k
		named[i] = pick(2) ? gemeente[i] : pick(2) ? "900" k : \
		    k == 1 ? "Plasburg " : "SINT  Oevers"
		id[i] = "p" seed "-" i
		naam[i] = words[1 + pick(nwords)] " " i
		fase[i] = pick(3) ? "" : "fase " pick(9)
		w = 1 + pick(nstatus)
		status[i] = statusword[w]
		code[i] = statuscode[w]
		vert[i] = pick(2) ? "Openbaar" : "Gemeente"
		for (y = 2024; y <= 2030; y++) {
			k = pick(12)
			kind[i, y] = k < 8 ? "opgegeven" : k == 8 ? "nvt" : \
			    k == 9 ? "onbekend" : "leeg"
			value[i, y] = pick(3) ? pick(2500) : 0
		}
	}
}

function shuffle(list, n,   i, j, t) {
	for (i = n; i > 1; i--) {
		j = 1 + pick(i)
		t = list[i]
		list[i] = list[j]
		list[j] = t
	}
}

# What a cell of the wide list holds; 2029 is "na 2028", 2030 is sloop.
function wide_cell(plan, what,   y, s, any) {
	if (what == "gemeente")
		return plan == hurt && damage == "E010" ? "Atlantis" : named[plan]
	if (what == "id") return id[plan]
	if (what == "naam") return naam[plan]
	if (what == "fase") return fase[plan]
	if (what == "status")
		return plan != hurt ? status[plan] : \
		    damage == "E030" ? "ooit" : damage == "E031" ? "4A Idee" : \
		    damage == "E033" ? "1b kansrijke plannen" : status[plan]
	if (what == "vert") return vert[plan]
	if (what == "opm") return "let op" sep " of niet"
	if (what == "totaal") {
		for (y = 2024; y <= 2029; y++)
			s += amount(plan, y)
		if (plan == hurt && damage == "E040") s++
		return written(s + 0)
	}
	if (plan == hurt && what == 2026) {
		if (damage == "E045")
			return "3" (form == "nl" ? "," : ".") "0000000000000036"
		if (damage == "E020") return "tien"
		if (damage == "E022") return "1.234"
		if (damage == "E026")
			return pick(2) ? "circa 10" : "40-60"
		if (damage == "E027")
			return pick(2) ? "2026-12-10" : "2025-2029"
		if (damage == "E023") return "-5"
	}
	return cell(plan, what)
}

function wide_row(file, plan,   i, s) {
	for (i = 1; i <= ncols; i++)
		s = s (i > 1 ? sep : "") csv(wide_cell(plan, cols[i]), sep)
	if (plan == hurt && damage == "E002") s = s sep "te veel"
	if (damage == "E003") s = s sep (plan == hurt ? "70" : "")
	printf "%s%s", s, eol >file
	rij++
}

function wide_expect(out, plan,   i, w) {
	for (i = 1; i <= ncols; i++) {
		w = cols[i]
		if (w !~ /^20/) continue
		row(out, plan, w == 2030 ? "" : w, w >= 2029 ? "" : w,
		    w == 2030 ? "sloop" : "bouw", "totaal", "", amount(plan, w),
		    how(plan, w), rij, letters(i), "jaar")
	}
}

function blank_rows(file, n,   i, s) {
	for (i = 1; i < ncols; i++)
		s = s sep
	for (; n > 0; n--) {
		printf "%s%s", s, eol >file
		rij++
	}
}

function heading(what) {
	if (what == 2029) return "na 2028"
	if (what == 2030) return "Sloop"
	return what
}

function wide_header(file, kop,   i, s, group, last) {
	blank_rows(file, kop - 1)
	for (i = 1; tworows && i <= ncols; i++) {
		group = cols[i] ~ /^20/ ? "Aantal" : "Plan"
		s = s (i > 1 ? sep : "") (group == last ? "" : group)
		last = group
	}
	if (tworows) {
		printf "%s%s", s, eol >file
		rij++
	}
	s = ""
	for (i = 1; i <= ncols; i++)
		s = s (i > 1 ? sep : "") heading(cols[i])
	if (damage == "E003") s = s sep
	printf "%s%s", s, eol >file
	rij++
}

function wide_layout(file, kop,   a, p) {
	a = tworows ? "Aantal " : ""
	p = tworows ? "Plan " : ""
	print "veld,kolom,omzetting,waarde" >file
	print "woorden,,,woorden.csv" >file
	print "telling,,,jaar" >file
	print "kop,,," kop >file
	print "kopregels,,," (tworows ? 2 : 1) >file
	if (form != "") print "getal,,," form >file
	if (pick(2)) print "scheiding,,," csv(sep == "\t" ? "tab" : sep, ",") >file
	print "gemeente," p "gemeente,," >file
	print "plan_id," p "ID,," >file
	print "plan_naam," p "naam,," >file
	print "fase_id," p "fase,," >file
	print "planstatus," p "status,," >file
	print "vertrouwelijkheid," p "vert,," >file
	print "aantal," a "{jaar},bouw," >file
	print "aantal," a "na {na},bouw," >file
	print "aantal," a "sloop,sloop," >file
	print "controle," p "totaal,bouw," >file
	print "negeer," p "opm,," >file
	if (damage != "E057") print "totaalrij," p "naam,begint,totaal" >file
}

# Of a totals row: what it says, or the sum that it is.
function total_cell(what,   i, s) {
	if (damage != "E057" || pick(2)) return written(pick(9999))
	for (i = 1; i <= plans; i++)
		s += what == "totaal" ? 0 : amount(i, what)
	return what == "totaal" ? "" : written(s + 0)
}

# The wide list, whole or damaged.
function wide(name,   i, in_, out, kop, n) {
	in_ = dir "/" name ".in.csv"
	out = dir "/" name ".out.csv"
	kop = 1 + pick(4)
	rij = 0
	print head >out
	wide_layout(dir "/" name ".layout.csv", kop)
	wide_header(in_, kop)
	for (i = 1; i <= plans; i++) {
		if (!pick(5)) blank_rows(in_, 1)
		wide_row(in_, i)
		if (i != hurt || damage ~ /E0(40|50|57|03|45)/)
			wide_expect(out, i)
		if (i == hurt && damage == "E050") {
			# The same plan, however it is written.
			if (pick(2)) id[i] = " " toupper(id[i])
			wide_row(in_, i)
		}
	}
	n = ""
	for (i = 1; i <= ncols; i++)
		n = n (i > 1 ? sep : "") (cols[i] == "naam" ? "Totaal " : \
		    cols[i] ~ /^20|totaal/ ? csv(total_cell(cols[i]), sep) : "")
	if (damage == "E003") n = n sep
	printf "%s%s", n, (pick(2) ? eol : "") >in_
	close(in_)
	close(out)
	close(dir "/" name ".layout.csv")
}

function damage_it(   n, list) {
	n = split("E002 E003 E010 E020 E022 E026 E027 E023 E030 E031 E033 E040 E045 E050 E057", list, " ")
	damage = list[1 + pick(n)]
	hurt = 1 + pick(plans)
	if (damage == "E022") form = ""
	if (damage == "E045") {
		value[hurt, 2026] = 3
		kind[hurt, 2026] = "opgegeven"
	}
	print damage >(dir "/damage.code")
	close(dir "/damage.code")
}

# Planmonitor's Draaitabel: a row per plan and category, years as columns.
function draai(   i, c, y, s, in_, out, label, n, e, t) {
	in_ = dir "/draai.in.csv"
	out = dir "/draai.out.csv"
	print head >out
	print "ID,Plannaam,Plaatsnaam,Gemeente,Regio,Provincie,Plantype," \
	    "Vertrouwelijkheid,Status Project,Status Planologisch,Knelpunten," \
	    "Woonmilieu,Studentenwoningen,Opdrachtegever,Opdrachtgever Naam," \
	    "Sleutelproject,Opmerkingen,Woningtype,2024,2025,2026" >in_
	rij = 1
	for (i = 1; i <= plans; i++) {
		t = fase[i]
		fase[i] = ""
		for (c = 1; c <= 4; c++) {
			rij++
			split("Nieuwbouw,Eengezins,Meergezins,Sloop", label, ",")
			s = id[i] "," csv(naam[i], ",") ",," named[i] ",,,," \
			    vert[i] ",," csv(status[i], ",") ",,,,,,,," label[c]
			for (y = 2024; y <= 2026; y++) {
				e = int(value[i, y] / 3)
				n = c == 1 || c == 4 ? value[i, y] : \
				    c == 2 ? e : value[i, y] - e
				s = s "," n
				row(out, i, y, y, c == 4 ? "sloop" : "bouw",
				    c == 2 || c == 3 ? "woningtype" : "totaal",
				    c == 2 || c == 3 ? label[c] : "", n,
				    n ? "opgegeven" : "nul", rij,
				    letters(19 + y - 2024), "rest")
			}
			print s >in_
		}
		fase[i] = t
	}
	close(in_)
	close(out)
}

# One row per plan and year, as in the provinces' DetailPlanning.
function jaren(   i, y, in_, out, l, e) {
	in_ = dir "/jaren.in.csv"
	out = dir "/jaren.out.csv"
	l = dir "/jaren.layout.csv"
	print "veld,kolom,omzetting,waarde" >l
	print "woorden,,,woorden.csv\ngemeente,gemeente,,\nplan_id,id,," >l
	print "plan_naam,naam,,\nfase_id,fase,,\nplanstatus,status,," >l
	print "vertrouwelijkheid,vert,,\njaar,jaartal,," >l
	print "aantal,eengezins,woningtype:Eengezins," >l
	print "aantal,meergezins,woningtype:Meergezins,\naantal,totaal,bouw," >l
	print head >out
	print "jaartal|id|eengezins|naam|fase|totaal|status|vert|meergezins|gemeente" >in_
	rij = 1
	for (i = 1; i <= plans; i++)
		for (y = 2024; y <= 2026; y++) {
			e = int(value[i, y] / 4)
			rij++
			print y "|" id[i] "|" e "|" csv(naam[i], "|") "|" fase[i] \
			    "|" value[i, y] "|" status[i] "|" vert[i] "|" \
			    value[i, y] - e "|" named[i] >in_
			row(out, i, y, y, "bouw", "woningtype", "Eengezins", e,
			    e ? "opgegeven" : "nul", rij, "C", "rest")
			row(out, i, y, y, "bouw", "totaal", "", value[i, y],
			    value[i, y] ? "opgegeven" : "nul", rij, "F", "rest")
			e = value[i, y] - e
			row(out, i, y, y, "bouw", "woningtype", "Meergezins", e,
			    e ? "opgegeven" : "nul", rij, "I", "rest")
		}
	close(in_)
	close(out)
	close(l)
}

BEGIN {
	srand(seed)
	az = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	head = "gemeente,plan_id,plan_naam,fase_id,planstatus,hardheid," \
	    "projectfase,plantype,opdrachtgever,gebied,knelpunten," \
	    "vertrouwelijkheid,sleutelproject,jaar_van,jaar_tot,soort," \
	    "dimensie,categorie,aantal,herkomst,peildatum,levering," \
	    "bron_rij,bron_kolom,telling," \
	    "aantal_laag,aantal_hoog,bos_ha"
	nwords = split("Kade@Caf\303\251 Zuid@De \"Kop\"@Oost, west@A;B@" \
	    "Hof \342\200\223 fase 2@'t Veld@Laan|Park@=Som", words, "@")
	nstatus = split("1A. Onherroepelijk=1A@1B onhr + uitwerkingsplicht=1B@" \
	    "2A Vastgesteld plan/besluit=2A@3 In voorbereiding=3@" \
	    "4a potentiele  locatie in visie=4A@4B. Idee=4B@Onbekend=onbekend@" \
	    "5A. Ambtelijk met locatie=5A@2C. Vastgesteld, " \
	    "wijzigingsbevoegdheid=2C", list, "@")
	for (i = 1; i <= nstatus; i++) {
		split(list[i], pair, "=")
		statusword[i] = pair[1]
		statuscode[i] = pair[2]
	}
	split("1A hard 1B hard 2A hard 3 zacht 4A zacht 4B zacht 2C zacht " \
	    "5A telt_niet onbekend onbekend", list, " ")
	for (i = 1; i in list; i += 2)
		hard[list[i]] = list[i + 1]
	sep = substr(",;\t|", 1 + pick(4), 1)
	eol = pick(2) ? "\r\n" : "\n"
	form = pick(3) ? (pick(2) ? "nl" : "en") : ""
	comma = form == "nl" ? "," : "."
	tworows = pick(2)
	ncols = split("gemeente id naam fase status vert opm totaal 2024 2025 " \
	    "2026 2027 2028 2029 2030", cols, " ")
	shuffle(cols, ncols)
	make_plans()
	wide("wide")
	draai()
	jaren()
	damage_it()
	wide("damage")
}
