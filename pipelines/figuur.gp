# What the figures share: size, colours, Dutch numbers, the
# columns of stand.csv by name. Loaded by groei.gp and capaciteit.gp; the
# strings regio, naam, nummer, uit, figuren_map ... come from figuren.gp.
# maat: los, a figure by itself with its title, key and source; or a panel of
# the page, which says these around it: breed over its whole width, half, or
# klein, a third, without numbers. Their letters are 7 points on A4.
if (!exists("maat")) { maat = "los" }
los = maat eq "los"
px_breed = los ? 1040 : maat eq "breed" ? 1100 : maat eq "half" ? 620 : 410
px_hoog = los ? 660 : maat eq "breed" ? 320 : maat eq "half" ? 350 : 285
getallen = maat ne "klein"
rij = los ? -2.15 : -1.95 # the targets, in lines below the axis
f_getal = los ? ",16" : ",18"; f_noot = los ? ",15" : ",18"
px(n) = n / (px_breed + 0.0)
py(n) = n / (px_hoog + 0.0)
set terminal svg size px_breed,px_hoog font los ? "Arial,17" : "Arial,18" \
    background "white" name "figuur" noenhanced
set output uit . "/figuur-" . nummer . ".svg"
set encoding utf8
# The hues of Okabe and Ito, green and red dark enough for letters on white and
# white letters on them (4.5 to 1); light blue and yellow have a dark edge, so
# that they stand out (3 to 1). tests/judge/page measures it.
groen = "#007A59"; blauw = "#0072B2"; licht = "#56B4E9"; geel = "#F0E442"
rood = "#B84E00"; donker = "#404040"

# 1.234; nothing for what is no number
nl(x) = x >= 999.5 ? sprintf("%d.%03d", int(x + 0.5) / 1000, \
    int(x + 0.5) % 1000) : x >= 0 ? sprintf("%.0f", x) : \
    x < 0 ? "-" . nl(-x) : ""
maanden = "januari februari maart april mei juni juli augustus september oktober november december"
# 2024-11 is november 2024, and 2024-01-01 is 1 januari 2024.
datum(t) = strlen(t) == 7 ? word(maanden, int(t[6:7])) . " " . t[1:4] : \
    strlen(t) == 10 ? sprintf("%d %s", int(t[9:10]), datum(t[1:7])) : t
woorden(t) = t eq "nader_voorlopig" ? "nader voorlopig" : t

# Of both files the rows of this region, and of these what is drawn: each curve
# goes through all rows there are, and looks for a column by its name.
tekst(k) = stringcolumn(k)
kop_rij = "jaar_van,jaar_tot,opgave,netto_groei,groei_tm,groei_status,hard,zacht,onbekend\n"
neem(k) = (rijen = rijen . tekst(k) . ",")
rij_af(x) = (rijen = rijen . "\n")
neem_rij(x) = (neem("jaar_van"), neem("jaar_tot"), neem("opgave"), \
    neem("netto_groei"), neem("groei_tm"), neem("groei_status"), neem("hard"), \
    neem("zacht"), neem("onbekend"), rij_af(0), 1)
hier_rij(x) = gegeven("regio") eq regio
rijen = ""
stats figuren_map . "/stand" using (hier_rij(0) ? neem_rij(0) : NaN) nooutput
set print $stand
print kop_rij . rijen
rijen = ""
stats figuren_map . "/lopend" using (hier_rij(0) ? neem_rij(0) : NaN) nooutput
set print $lopend
print kop_rij . rijen
unset print
set datafile separator comma
# A year, a bucket of years, or all of them.
stats $stand using "jaar_van" name "J" nooutput
stats $stand using "jaar_tot" name "T" nooutput
van = int(J_min); tot = int(T_max)
jaar(x) = tekst("jaar_van") eq tekst("jaar_tot")
totaal(x) = !jaar(0) && \
    column("jaar_van") == van && column("jaar_tot") == tot
bak(x) = !jaar(0) && !totaal(0)
lengte(x) = column("jaar_tot") - column("jaar_van") + 1
midden(x) = (column("jaar_tot") + column("jaar_van")) / 2.0
er(k) = strlen(tekst(k)) > 0
cel(k) = er(k) ? column(k) : NaN
nul(k) = er(k) ? column(k) : 0
# A target per year: of a year its own, of a bucket its mean over the years.
opgave(x) = er("opgave") && (jaar(0) || bak(0)) ? column("opgave") / lengte(0) : NaN
# The row of targets below the axis.
opgave_tekst(x) = nl(nul("opgave")) . (jaar(0) || maat eq "half" ? "" : " samen")
if (getallen) {
	set label "opgave" at screen px(los ? 12 : 3), \
	    screen py(los ? 99 : 13) left textcolor rgb rood font f_noot
}

# How far the growth goes, in whole years and until the last month.
tm = ""; status = ""; tm_lopend = ""; status_lopend = ""
stats $stand using (totaal(0) ? \
    (tm = tekst("groei_tm"), status = tekst("groei_status"), 1) : NaN) nooutput
stats $lopend using (totaal(0) ? (tm_lopend = tekst("groei_tm"), \
    status_lopend = tekst("groei_status"), 1) : NaN) nooutput
# The running year, if there is one: its row of stand-lopend.csv.
deel(x) = jaar(0) && strlen(tekst("groei_tm")) == 7
groei_bron = "Bron: groei " . bron_groei . ", t/m " . datum(tm) . \
    (strlen(status) ? " (" . woorden(status) . ")" : "")

set xrange [van - 0.62 : tot + 0.62]
set xtics van, (getallen || tot - van < 6 ? 1 : 2), tot scale 0
set border 1 lc rgb donker
set grid ytics lt 1 lw 0.6 lc rgb "#D0D0D0"
set key at screen 0.985, screen 0.885 right center horizontal Left reverse \
    samplen 1.4 width -1.5 maxrows 1 font ",16"
if (!los) { unset key }
set style textbox opaque noborder margins 0.6,0.4
set tmargin at screen los ? 0.81 : 1 - py(34)
set bmargin at screen los ? 0.235 : py(getallen ? 68 : 40)
set lmargin at screen los ? 0.085 : px(64)
set rmargin at screen los ? 0.98 : 1 - px(4)
set style fill solid 1 noborder

# The axis: round steps, Dutch numbers.
stap(m) = m > 12000 ? 2000 : m > 4200 ? 1000 : m > 2100 ? 500 : \
    m > 1100 ? 200 : m > 420 ? 100 : m > 210 ? 50 : 20
unset ytics
set label "woningen" at screen px(los ? 12 : 3), screen los ? 0.84 : 1 - py(14) left

kop(t) = sprintf("Figuur %s. %s", nummer, t)
# A bucket has one target for its years: say so wherever it is drawn.
bak_uitleg = ""
stats $stand using (bak(0) && er("opgave") ? (bak_uitleg = bak_uitleg . \
    sprintf(" %s–%s is één opgave (%s), getekend als gemiddelde per jaar.", \
    tekst("jaar_van"), tekst("jaar_tot"), nl(column("opgave"))), 1) : NaN) nooutput
