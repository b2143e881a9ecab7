# shellcheck shell=bash
# Sourced by vraag and by recipes of one release: which release, and which
# province, of given_release and given_province, into release and province. A release is -r, else
# WOONMONITOR_UITGAVE, else `uitgave` of the settings, else the one in force of
# the province. The province is -p, else WOONMONITOR_PROVINCIE, else
# `provincie` of the settings, else the tables that the release was made with.
# The settings are instellingen.csv (instelling,waarde) in woonmonitor/ of
# XDG_CONFIG_HOME, then of /etc. What is named on the line goes before all else:
# -p alone asks the release of that province.

etc=/etc/woonmonitor lib=/var/lib/woonmonitor
own_out=${BASH_SOURCE[0]%/*}/../../build/out # of a source tree

# setting NAME: into got, of the first file that has it.
setting() {
	local file
	got=''
	for file in "${XDG_CONFIG_HOME:-${HOME-}/.config}/woonmonitor" "$etc"; do
		[[ -f $file/instellingen.csv ]] || continue
		got=$(csvpick -HT --trim -c waarde -w "instelling=$1" \
		    "$file/instellingen.csv") ||
		    die "$file/instellingen.csv: expected the columns instelling,waarde"
		[[ -z $got ]] || return 0
	done
}

# find_release NAME: into found, of a release, a folder of releases, or the name
# of one that is kept beside the one in force.
find_release() {
	local try
	for try in "$1" "$1/current" "$releases/$1"; do
		[[ ! -f $try/manifest.json ]] || {
			found=$try
			return 0
		}
	done
	[[ ! -e $1 ]] || die "$1: not a release"
	die "$1: no such release; woonmonitor uitgaven names those that are kept"
}

# The release in force of a province in /etc, or of the only one that has any.
installed_release() {
	local name=${1##*/} all
	found=$lib/$name/uit/current
	[[ -z $name || ! -f $found/manifest.json ]] || return 0
	[[ -z $1 ]] || return 1
	all=("$lib"/*/uit/current/manifest.json)
	found=${all[0]%/manifest.json}
	((${#all[@]} == 1)) && [[ -f ${all[0]} ]]
}

where_release() {
	local asked=$given_release
	if [[ -z $asked && -n $given_province ]] &&
	    installed_release "$given_province"; then
		release=$found
		return
	fi
	asked=${asked:-${WOONMONITOR_UITGAVE-}}
	if [[ -z $asked ]]; then
		setting uitgave
		asked=$got
	fi
	if [[ -n $asked ]]; then
		releases=$own_out
		[[ ! -d $lib/${province##*/}/uit/current ]] ||
		    releases=$lib/${province##*/}/uit
		find_release "$asked"
	elif ! installed_release "$province"; then
		found=$own_out/current
		[[ -f $found/manifest.json ]] ||
		    die 'which release? Name it: -r FOLDER, or WOONMONITOR_UITGAVE'
		found=$(realpath -s --relative-base="$PWD" -- "$found")
	fi
	release=$found
}

place() {
	province=${given_province:-${WOONMONITOR_PROVINCIE-}}
	if [[ -z $province ]]; then
		setting provincie
		province=$got
	fi
	[[ -z $province || -d $province || ! -d $etc/$province ]] ||
	    province=$etc/$province
	[[ -z $province || -f $province/gemeenten.csv ]] ||
	    die "$province: not the folder of a province"
	where_release
	province=${province:-$release/provincie}
}

# The folder that the release is kept in, into releases.
place_releases() {
	releases=$(realpath -- "$release")
	releases=${releases%/*}
}
