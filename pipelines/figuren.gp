# All figures of a list, one after the other: gnuplot -c figuren.gp FOLDER.
# What is drawn comes as data, never as text of a program. In FOLDER, each
# value with an = before it, so that none looks like a quoted string, a comment
# or nothing, two backslashes for one, and the byte 1 for a double quote:
#   bron    a value a line: bron_groei, bron_plannen, plandatum, uit, hier (see
#           figuur.gp)
#   lijst   a figure a line, tabs between: nummer, script, regio, naam,
#           onvolledig, maat, verborgen (years whose plans are withheld)
#   stand, lopend
#           a header and the rows of scenario basis, tabs between: the columns
#           of kop_rij in figuur.gp as they are, and regio, a value; it is the
#           last, as an empty last cell would be that of the row before. No CSV:
#           gnuplot reads none whose quoted cells have quotes
figuren_map = ARG1
heel(s) = strstrt(s, "\001") ? s[1:strstrt(s, "\001") - 1] . "\"" . \
    heel(s[strstrt(s, "\001") + 1:*]) : s
gegeven(k) = heel(stringcolumn(k)[2:*])
bron_rij(n) = n == 1 ? bron_groei = gegeven(1) : \
    n == 2 ? bron_plannen = gegeven(1) : n == 3 ? plandatum = gegeven(1) : \
    n == 4 ? uit = gegeven(1) : hier = gegeven(1)
lijst_rij(x) = (nummer = gegeven(1), script = gegeven(2), regio = gegeven(3), \
    naam = gegeven(4), onvolledig = gegeven(5), maat = gegeven(6), \
    verborgen = gegeven(7))

set datafile separator "\t"
set datafile commentschars ""
teller = 0
stats figuren_map . "/bron" using (teller = teller + 1, bron_rij(teller), 1) \
    nooutput
figuren_aantal = 0
stats figuren_map . "/lijst" using (figuren_aantal = figuren_aantal + 1) nooutput
do for [figuur = 1 : figuren_aantal] {
	set datafile separator "\t"
	set datafile commentschars ""
	teller = 0
	stats figuren_map . "/lijst" using \
	    (teller = teller + 1, teller == figuur ? lijst_rij(0) : 0, 1) nooutput
	undefine J_* T_* O_* S_* G_* L_*
	load hier . "/" . script . ".gp"
	unset output
	reset
	# So that the next has no colour of this one.
	set terminal svg
	set output "/dev/null"
	set multiplot
	unset multiplot
	unset output
}
