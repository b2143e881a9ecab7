# Net growth against target per year, for one region: the target a light bar
# (a bucket of years one wide bar), the growth a dark one before it.
load hier . "/figuur.gp"

stats $stand using (opgave(0)) name "O" nooutput
stats $stand using (jaar(0) ? nul("netto_groei") : NaN) name "G" nooutput
stats $lopend using (jaar(0) ? nul("netto_groei") : NaN) name "L" nooutput
hoogste = exists("O_records") && O_records > 0 ? O_max : 0
hoogste = G_max > hoogste ? G_max : hoogste
hoogste = L_max > hoogste ? L_max : hoogste
top = hoogste > 0 ? hoogste * 1.1 : 1
set yrange [0 : top]
set ytics scale 0 ("0" 0)
do for [i = 1 : int(top / stap(top))] {
	set ytics add (nl(i * stap(top)) i * stap(top))
}
onder = top * (los ? 0.035 : 13.0 / (px_hoog - 100))

if (strlen(tm_lopend) == 7) {
	groei_bron = groei_bron . "; gearceerd t/m " . datum(tm_lopend) . \
	    " (" . woorden(status_lopend) . ")"
}
if (los) {
	set label kop("Netto groei van de woningvoorraad en opgave, " . naam) \
	    at screen 0.012, screen 0.955 left font ",21"
	set label groei_bron . "." \
	    at screen 0.012, screen 0.105 left font ",15" textcolor rgb donker
	set label "Opgave volgens de Woondeals." . bak_uitleg \
	    at screen 0.012, screen 0.06 left font ",15" textcolor rgb donker
}

half(n) = n / 2.0 - 0.08
plot $stand using (midden(0)):(opgave(0)):(lengte(0) - 0.16) with boxes \
	fill solid 1 border lc rgb rood fc rgb "#F6D5BF" title "opgave", \
    "" using (midden(0)):(jaar(0) ? cel("netto_groei") : NaN):(los ? 0.5 : 0.8) with boxes \
	fc rgb groen title "netto groei", \
    $lopend using (midden(0)):(deel(0) ? cel("netto_groei") : NaN):(los ? 0.5 : 0.8) \
	with boxes fill pattern 4 border lc rgb groen fc rgb groen \
	title (strlen(tm_lopend) == 7 ? "t/m " . datum(tm_lopend) : ""), \
    $stand using (midden(0) - half(lengte(0))):(opgave(0)):(2 * half(lengte(0))):(0) \
	with vectors nohead lw 2.5 lc rgb rood notitle, \
    "" using (midden(0)):(jaar(0) && er("netto_groei") ? onder : NaN):(nl(nul("netto_groei"))) \
	with labels textcolor rgb "white" font f_getal notitle, \
    $lopend using (midden(0)):(deel(0) ? onder : NaN):(nl(nul("netto_groei"))) \
	with labels boxed textcolor rgb "black" font f_getal notitle, \
    $stand using (midden(0)):(opgave(0) > 0 ? 0 : NaN):(opgave_tekst(0)) \
	with labels offset 0,rij textcolor rgb rood font f_noot notitle
