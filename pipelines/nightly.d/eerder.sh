# shellcheck shell=bash
# Sourced by nightly: the releases before: the one to compare with, those
# that readers still have, of which deliveries stay in force; what changed.

# The release to compare with: the one given, else current; and where that is
# of this very run, the one it was compared with itself. So the same inputs
# over current give the same release again.
previous() {
	local manifest=$uit/current/manifest.json of
	if [[ -n $gegeven ]]; then
		eerder=$gegeven
		vorige=$(jq -r .run "$eerder/manifest.json")
	elif [[ -e $manifest ]]; then
		vorige=$(readlink "$uit/current")
		of=$(jq -r '.run, .vorige // ""' "$manifest")
		if [[ ${of%%$'\n'*} == "$run" ]]; then
			itself=$vorige vorige=${of#*$'\n'}
		fi
		eerder=${vorige:+$uit/$vorige}
	fi
	foundation
	[[ -n $eerder && -f $eerder/stand.csv ]] || return 0
	ln -s "$eerder" eerder
}

# The releases that readers still have, the last first: all that are kept, or
# as many as the province says. Not this very run where that is current (itself),
# nor what came after it.
openbaar=() # -b FOLDER...
dezelfde='' # of these the one that is eerder
itself=''
still_public() {
	local name
	[[ -z $gegeven || $gegeven == "$uit"/* ]] || still_known "$gegeven"
	step find "$uit" -mindepth 1 -maxdepth 1 -type d -regextype egrep \
	    -regex '.*/[0-9a-f]{12}(-[0-9]+)?' -printf '%T@ %f\n' \
	    >tussen/uitgaven
	step sort -rn -o tussen/uitgaven tussen/uitgaven
	while read -r _ name; do
		[[ -n $itself ]] || still_known "$uit/$name"
		[[ $name != "$itself" ]] || itself=''
	done <tussen/uitgaven
}

still_known() {
	local n=$((${#openbaar[@]} / 2 + 1))
	((n <= ${instelling[openbare_uitgaven]:-23})) &&
	    [[ -f $1/plannen.csv ]] || return 0
	ln -s "$1" "openbaar/$n"
	openbaar+=(-b "openbaar/$n")
	[[ $1 != "$eerder" ]] || dezelfde=openbaar/$n
}

# What is read of them is an input too; of a release that has two names what it
# is once.
known_before() {
	local folder file files=() line
	for folder in openbaar/* eerder; do
		[[ $folder != eerder || -z $dezelfde ]] || continue
		for file in "$folder"/{,arcgis/,swing/}*.csv; do
			[[ ! -f $file ]] || files+=("$file")
		done
	done
	((${#files[@]} == 0)) || made "${files[@]}"
	[[ -n $dezelfde && -s tussen/invoer.d/$baan ]] || return 0
	while read -r -d '' line; do
		[[ $line != *"  $dezelfde/"* ]] ||
		    printf '%s\0' "${line/"  $dezelfde/"/"  eerder/"}"
	done <"tussen/invoer.d/$baan" >tussen/eerder
	cat tussen/eerder >>"tussen/invoer.d/$baan"
}

# The release of which deliveries may stay in force, as a folder: the one that is
# compared with; when that was cleared away current, which is of this very run
# and has what it kept of it.
foundation() {
	basis=$vorige grond=eerder
	[[ -n $eerder && ! -f $eerder/plannen.csv ]] || return 0
	basis=$run grond=huidig
	ln -s "$uit/current" huidig
	made huidig/plannen.csv
	[[ ! -f huidig/vankracht.csv ]] || made huidig/vankracht.csv
}

# wijzigingen.csv and the monitor page, which depend on another release. When
# that was cleared away, what current said of it is still so.
changes() {
	local sum have base=release
	if [[ -z $eerder || -f $eerder/stand.csv ]]; then
		[[ -z $eerder ]] || base=eerder
		step csvdiff -o release/wijzigingen.csv \
		    "$base/indicatoren.csv" release/indicatoren.csv \
		    "$base/stand.csv" release/stand.csv
		return
	fi
	sum=$(jq -r '.bestanden[] | select(.pad == "wijzigingen.csv") | .sha256' \
	    "$uit/current/manifest.json")
	[[ -f $uit/current/wijzigingen.csv ]] ||
	    die "$eerder: not there to compare with; name one with -w"
	cp "$uit/current/wijzigingen.csv" release/
	have=$(sha256sum <release/wijzigingen.csv)
	[[ $have == "$sum "* ]] ||
	    die "$eerder: not there to compare with; name one with -w"
	cp "$uit"/current/monitor.{html,txt} release/
}
