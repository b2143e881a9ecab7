#!/bin/sh
# What a release publishes beside what disclosure-check reads follows from what
# it reads: each table of plans that uitgave.csv calls `geen:` is made again,
# byte for byte, from a copy of the release that has nothing but what is
# published. make soak takes NIGHTS=40 made-up provinces.
. "$(dirname "$0")/lib.sh"
NIGHTS=${NIGHTS:-1}
LIST=$ROOT/pipelines/uitgave.csv
cd "$T" || exit 1

# published RELEASE: into public, what the list does not call besloten.
published() {
	rm -rf public again
	mkdir -p public again
	cp -RL "$1/." public
	csvpick -HT -c pad,sommen "$LIST" | while IFS='	' read -r path sums; do
		# A path may have stars.
		# shellcheck disable=SC2086
		case $sums in besloten:*) (cd public && rm -f $path) ;; esac
	done
	! [ -e public/plannen.csv ]
}
setting() {
	csvpick -HT -w instelling="$1" -c waarde public/provincie/instellingen.csv
}
stands() {
	woondeal-diff -q -g public/provincie/gemeenten.csv \
	    -t public/provincie/opgave.csv --rooster public/rooster.csv \
	    -y "$(setting jaren)" -o /dev/null "$@" public/waarnemingen.csv
}
# has TABLE WORD: as an option, where the release has that table.
has() {
	! [ -e "public/$1" ] || printf -- '--also=%s=again/%s\n' "$2" "$1"
}
# again RELEASE DATA PLANS: each such table that there is, from PLANS.
# shellcheck disable=SC2046 # an option, or none
again() {
	published "$1" || return
	need=$2/behoefte.csv stock=$2/voorraad.csv
	set -- -P "$3" --stand public/stand.csv \
	    --planstatus public/provincie/planstatus.csv \
	    $(has regelsets.csv rulesets) $(has planlijst.csv plans) \
	    $(has tekort.csv "need:$need:$stock") \
	    $(has voorraad.csv "stock:$stock") \
	    $(has plankeuze.csv choice:public/provincie/plankeuze.csv) \
	    $(has scenarios.csv scenarios:130) \
	    $(has getoetst-plannen.csv \
	    claims-plans:public/provincie/beweringen.csv) \
	    $(has bos.csv segment:bos) $(has normen.csv norms)
	! [ -e public/provincie/scenario.csv ] ||
	    set -- "$@" --scenario public/provincie/scenario.csv
	! [ -e public/provincie/norm.csv ] ||
	    set -- "$@" --norm public/provincie/norm.csv
	stands "$@" || [ $? = 1 ] || return
	# Without any plans.
	stands --peildatum laatste $(has vergunningen.csv permits) \
	    $(has vooruitblik.csv outlook) || [ $? = 1 ]
}
# same: silent when all that was made is what is published.
same() {
	for file in again/*; do
		cmp "$file" "public/${file#again/}" || return
	done
	[ -s again/regelsets.csv ] && [ -s again/vooruitblik.csv ]
}
proved() {
	again "$1" "$2" public/arcgis/plannen.csv && same
}

own_tools
night
F=$N/uit/current
ok "Flevoland: all follows from what is published" \
    proved "$F" "$DATA/nightly/behoefte"
# Of those that are made of no plans it is said what of.
csvpick -HT -w soort=tabel -c pad,sommen "$LIST" | sed -n 's/	geen:.*//p' |
    sort >say
(cd again && ls) >had
printf '%s\n' waarnemingen.csv rooster.csv vankracht.csv wijzigingen.csv \
    swing/indicatoren_meta.csv >>had
sort -o had had
ok "no table of the list is left out" sh -c 'test -s say && comm -23 say had |
    diff /dev/null -'
again "$F" "$DATA/nightly/behoefte" "$F/plannen.csv"
ok "of the register itself they would be others" sh -c \
    'test -s again/planlijst.csv && test -s again/regelsets.csv &&
    ! cmp -s again/planlijst.csv public/planlijst.csv &&
    ! cmp -s again/regelsets.csv public/regelsets.csv'
# A reader sees one number of zacht.
csvpick -HT -w regelset=register -w alleen_getoond= -c regio,hard,zacht,onbekend \
    "$F/regelsets.csv" >sets
csvpick -HT -w jaar_van=2022 -w jaar_tot=2030 -c regio,hard,zacht,onbekend \
    "$F/stand.csv" >stand
ok "and their totals are the stand's" sh -c 'grep -qx "PV24	16249	24233	430" sets &&
    sort sets >a && sort stand >b && comm -23 a b | diff /dev/null -'

# made SEED: a made-up province, published and proved.
made() {
	rm -rf prov data
	cp -R "$DATA/provincie/provincie" prov
	cp -R "$DATA/provincie/gegevens" data
	perl "$ROOT/tests/cli/disclosure-public.pl" "$1" prov data || return
	"$ROOT/pipelines/nightly" -p prov -d data -o uit >say 2>&1 ||
	    [ $? = 1 ] || { cat say; return 1; }
	proved uit/current data && [ -s again/tekort.csv ]
}
all() {
	for seed in $(seq "$NIGHTS"); do
		made "$seed" || { echo "seed $seed"; return 1; }
	done
}
ok "$NIGHTS made-up provinces, too, in turn" all
done_testing
