# Growth and, from the reference date on, plan capacity by hardness on top of
# each other, against the target per year, for one region.
load hier . "/figuur.gp"

hoog(k) = jaar(0) && er(k) ? column(k) : 0
stapel(x) = hoog("netto_groei") + hoog("hard") + hoog("zacht") + hoog("onbekend")
stats $stand using (opgave(0)) name "O" nooutput
stats $stand using (jaar(0) ? stapel(0) : NaN) name "S" nooutput
hoogste = exists("O_records") && O_records > 0 ? O_max : 0
hoogste = S_max > hoogste ? S_max : hoogste
top = hoogste > 0 ? hoogste * 1.1 : 1
set yrange [0 : top]
set ytics scale 0 ("0" 0)
do for [i = 1 : int(top / stap(top))] {
	set ytics add (nl(i * stap(top)) i * stap(top))
}

if (los) {
	set label kop("Netto groei en plancapaciteit tegen de opgave, " . naam) \
	    at screen 0.012, screen 0.955 left font ",21"
	set label groei_bron . "; plannen: " . bron_plannen . \
	    (strlen(plandatum) ? ", stand " . datum(plandatum) : "") . "; netto na sloop." \
	    at screen 0.012, screen 0.105 left font ",15" textcolor rgb donker
	set label "Opgave volgens de Woondeals." . bak_uitleg \
	    at screen 0.012, screen 0.06 left font ",15" textcolor rgb donker
}
if (los && strlen(onvolledig . verborgen)) {
	set label (strlen(onvolledig) ? \
	    sprintf("Levering niet volledig: %s. ", onvolledig) : "") . \
	    (strlen(verborgen) ? sprintf( \
	    "Niet alles getoond, om vertrouwelijke plannen: %s.", verborgen) : "") \
	    at screen 0.012, screen 0.018 left font ",15" textcolor rgb donker
}

# A part of the stack from `onder` up, as a box of its own; numbers where
# there is room for them.
deel(k) = jaar(0) && nul(k) > 0 ? column(k) : NaN
past(k) = getallen && deel(k) > top * (los ? 0.045 : py(18) * 1.7)
o_hard(x) = hoog("netto_groei")
o_zacht(x) = o_hard(0) + hoog("hard")
o_onbekend(x) = o_zacht(0) + hoog("zacht")
# The middle of a part, but not on the target's line.
ruim = los ? 0.042 : 14.5 / (px_hoog - 100)
dicht(y) = opgave(0) > 0 && abs(y - opgave(0)) < top * ruim
plek(o, k) = !dicht(o + deel(k) / 2) ? o + deel(k) / 2 : \
    opgave(0) + top * (ruim + 0.003) < o + deel(k) - top * 0.02 ? \
    opgave(0) + top * (ruim + 0.003) : opgave(0) - top * (ruim + 0.003)
half(n) = n / 2.0 - 0.06 # the target's line has a white edge, for greys
b = los ? 0.34 : 0.41
plot $stand using (midden(0)):(deel("netto_groei") / 2):(midden(0) - b):(midden(0) + b):(0):(deel("netto_groei")) \
	with boxxyerror fc rgb groen title "netto groei", \
    "" using (midden(0)):(deel("hard")):(midden(0) - b):(midden(0) + b):(o_hard(0)):(o_hard(0) + deel("hard")) \
	with boxxyerror fill solid 1 border lc rgb "white" fc rgb blauw \
	title "harde plannen", \
    "" using (midden(0)):(deel("zacht")):(midden(0) - b):(midden(0) + b):(o_zacht(0)):(o_zacht(0) + deel("zacht")) \
	with boxxyerror fill solid 1 border lc rgb blauw fc rgb licht \
	title "zachte plannen", \
    "" using (midden(0)):(deel("zacht")):(midden(0) - b):(midden(0) + b):(o_zacht(0)):(o_zacht(0) + deel("zacht")) \
	with boxxyerror fill transparent pattern 4 border lc rgb blauw fc rgb "white" notitle, \
    "" using (midden(0)):(deel("onbekend")):(midden(0) - b):(midden(0) + b):(o_onbekend(0)):(o_onbekend(0) + deel("onbekend")) \
	with boxxyerror fill solid 1 border lc rgb donker fc rgb geel \
	title "status onbekend", \
    "" using (midden(0) - half(lengte(0))):(opgave(0)):(2 * half(lengte(0))):(0) \
	with vectors nohead lw 8 lc rgb "white" notitle, \
    "" using (midden(0) - half(lengte(0))):(opgave(0)):(2 * half(lengte(0))):(0) \
	with vectors nohead lw 4 lc rgb rood title "opgave", \
    "" using (midden(0)):(past("netto_groei") ? plek(0, "netto_groei") : NaN):(nl(nul("netto_groei"))) \
	with labels textcolor rgb "white" font f_getal notitle, \
    "" using (midden(0)):(past("hard") ? plek(o_hard(0), "hard") : NaN):(nl(nul("hard"))) \
	with labels textcolor rgb "white" font f_getal notitle, \
    "" using (midden(0)):(past("zacht") ? plek(o_zacht(0), "zacht") : NaN):(nl(nul("zacht"))) \
	with labels textcolor rgb "black" font f_getal notitle, \
    "" using (midden(0)):(getallen && opgave(0) > 0 ? 0 : NaN):(opgave_tekst(0)) \
	with labels offset 0,rij textcolor rgb rood font f_noot notitle
