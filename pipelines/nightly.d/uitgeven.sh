# shellcheck shell=bash
# Sourced by nightly: the release is described, gets its page, and passes the
# gate. Descriptions come from schema/ and from what release-seal says of the
# files: .csvt and CSVW beside each table, datapackage.json, dcat.json and the
# manifest, into which release-seal puts the files.

# What release-seal goes by, into gate.
gate() {
	gate=(release-seal --release release --schema "$hier/schema" -d "$scheiding"
		--decimal "$decimaal")
}

# picked FILE ARGUMENT...: cells of a table, a NUL behind each, in tussen/FILE.
picked() {
	step csvpick -H0 --trim -o "tussen/$1" "${@:2}"
}

# What there is so far, while disclosure-check judges it: what does not change
# until it is described and sealed is looked at once.
looked() {
	local gate
	gate
	step "${gate[@]}" -o tussen/gezien "$hier/uitgave.csv"
}

describe() {
	local gate i
	gate
	step "${gate[@]}" --seen tussen/gezien -o tussen/bestanden "$hier/uitgave.csv"
	for i in "${!s_soort[@]}"; do
		printf '%s\0' "${s_tabel[i]}" "${s_bestand[i]}" "${s_metadata[i]}"
	done >tussen/bronnen
	step "$hier/nightly.d/gewijzigd" tussen/bronnen >tussen/gewijzigd
	step jq -nr -L "$hier" --slurpfile bestanden tussen/bestanden \
	    --rawfile invoer tussen/invoer.cel \
	    --rawfile bronnen tussen/bronnen \
	    --rawfile gewijzigd tussen/gewijzigd \
	    --rawfile vankracht tussen/vankracht \
	    --rawfile geweigerd tussen/geweigerd \
	    --arg run "$run" --arg vorige "$vorige" --arg naam "$naam" \
	    --arg regelset "$regelset" --arg jaren "$jaren" \
	    --arg uitgever "$uitgever" -f "$hier/beschrijven.jq" \
	    tussen/bewijs/*.json >tussen/beschrijving
	step "$hier/nightly.d/uitpakken" release tussen/beschrijving
}

# A page that is there already (see changes) stays.
page() {
	[[ -f release/monitor.html ]] ||
	    step "$hier/report" -r release -p provincie \
	        --previous "${eerder:-none}" --gemeenten -o release
}

# To current, or not at all. A run of this name that is another (damaged, or
# made by other programs around ours) keeps its place; the new one gets the next
# free name.
publish() {
	local gate proofs=(tussen/bewijs/*.json) inputs=(tussen/invoer.d/*)
	[[ -e ${inputs[0]} ]] || inputs=()
	gate
	step "${gate[@]}" --publish "$uit" --name "$run" --inputs tussen/invoer \
	    "${inputs[@]/#/--inputs=}" \
	    --seen tussen/bestanden \
	    "${proofs[@]/#/--proof=}" "$hier/uitgave.csv"
	finished=1
	run=$(readlink "$uit/current") || run=''
}

# made FILE...: what the recipe itself says to a tool is an input as any other.
# Each lane has its own list: two that write into one would tear its lines.
made() {
	sha256sum -z "$@" >>"tussen/invoer${baan:+.d/$baan}"
}

# Older releases go. Called after publishing: what could not be removed changes
# nothing, and is said.
prune() {
	[[ $bewaar != all ]] || return 0
	[[ -n $run ]] && "$hier/nightly.d/opruimen" "$uit" "$bewaar" "$run" ||
	    printf 'nightly: %s: not cleared up\n' "$uit" >&2
}
