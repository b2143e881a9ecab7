# shellcheck shell=bash
# Sourced by cbs-fetch: a table of v3, as feeds behind each other.

# Asked of TableInfos, in this order.
facts=(Modified MetaDataModified OutputStatus ReasonDelivery)

# feed RESOURCE QUERY: all pages behind each other into $new/RESOURCE.xml;
# the data compressed. Of TableInfos also the facts.
feed() {
	local resource=$1 query=$2 n=1 got=() keys=() to=$new/$1.xml
	local -A seen=()
	[[ $resource != TableInfos ]] || keys=("${facts[@]}")
	: >"$to"
	size=0
	while :; do
		where="page $n: "
		[[ $mode/$resource != fetch/$data ]] ||
		    progress "$table: page $n, $size bytes"
		get "an Atom feed of $resource" \
		    "$server$root/$table/$resource$query" "$work/page" \
		    feed "$resource" "$table" "$work/page" "$n" \
		    "${keys[@]}"
		[[ $verdict != same ]] || return 0
		conditions=()
		mapfile -t got <"$work/said"
		((n > 1)) || learn "${got[@]:3}"
		[[ -z ${seen[${got[1]}]-} ]] || die "$root/$table/\
$resource$query: page $n is the same as page ${seen[${got[1]}]}, expected \
other entries"
		seen[${got[1]}]=$n
		if [[ $resource == "$data" ]]; then
			gzip -nc "$work/page" >>"$to"
			size_of "$to"
		else
			asked keep "$work/page" "$to"
			read -r size <"$work/said"
		fi
		((size <= limit)) ||
		    die "$table: $resource has more than --max-size $limit bytes"
		query=${got[2]-} n=$((n + 1))
		[[ -n $query ]] || break
	done
	[[ $resource != "$data" ]] || mv "$to" "$to.gz"
}

# learn FACT...: changed is when the data or the metadata last did.
learn() {
	(($#)) || return 0
	info=("$@")
	changed=$1${2:+ $2}
}

# With mode fetch the data, and the metadata, between two looks at TableInfos.
# Sets again when the table changed meanwhile.
feeds() {
	local resource resources rest=() query='' before at=$server$root/$table
	[[ ! -e $new ]] || rm -rf "$new"
	mkdir "$new"
	feed TableInfos ''
	[[ $verdict != same ]] || return 0
	first_etag=$etag first_modified=$modified
	before=$changed
	if [[ -z $force && -n $intact && -n $before &&
	    $before == "${accepted[changed]}" ]]; then
		verdict=same
		return
	fi
	if [[ -n $filter ]]; then
		asked uri "$filter"
		query="?\$filter=$(<"$work/said")"
	fi
	[[ $mode == meta ]] || feed "$data" "$query"
	where=''
	get 'a service document' "$at/" "$work/service" \
	    service "$work/service"
	mapfile -t resources <"$work/said"
	for resource in "${resources[@]}"; do
		case $resource in
		TableInfos | TypedDataSet | UntypedDataSet) ;;
		*) rest+=("$resource") ;;
		esac
	done
	ahead "${rest[@]/#/"$at/"}" "$at/TableInfos"
	for resource in "${rest[@]}"; do feed "$resource" ''; done
	[[ -e $new/DataProperties.xml ]] ||
	    die "$root/$table/: no DataProperties among its resources"
	feed TableInfos ''
	again=''
	[[ $before == "$changed" ]] || again="$before, then $changed"
}

# A folder of its own for each state; TABLE is a link to the current one.
# The one before stays, for who is reading it.
publish() {
	local sum name old names
	names=("$new"/*)
	remember "$new/fetched.json" "$new" "${names[@]##*/}"
	asked sum "$new"
	read -r sum <"$work/said"
	name=.$target.$sum old=''
	[[ ! -L $dir/$target ]] || old=$(readlink "$dir/$target")
	if [[ $old == "$name" && -n $intact ]]; then
		outcome=same
		note "$table: unchanged"
		return
	fi
	sync "$new"/*
	[[ ! -e $dir/$name ]] || rm -rf "${dir:?}/$name"
	mv "$new" "$dir/$name"
	ln -s "$name" "$work/link"
	mv -T "$work/link" "$dir/$target"
	kept=("$period" "$rows" "$changed")
	sync "$dir"
	find "$dir" -maxdepth 1 -name ".$target.????????????" \
	    ! -name "$name" ! -name "${old:-$name}" -exec rm -rf {} +
	if [[ $mode == meta ]]; then
		note "$table: metadata"
	else
		note "$table: $rows observations"
	fi
}

fetch_feeds() {
	local file meta=() root=/ODataFeed/odata info=() changes=0
	target=$table
	[[ $mode != meta ]] || target=$table.meta
	[[ ! -e $dir/$target || -L $dir/$target ]] ||
	    die "$dir/$target: there already, and not made by cbs-fetch"
	state=$dir/$target/fetched.json new=$work/new
	request=$root/$table/$data${filter:+?$filter}
	accept=(-H 'Accept: application/atom+xml, application/xml' --compressed)
	resume='' again=yes
	recall
	while [[ -n $again ]]; do
		feeds
		if [[ $verdict == same ]]; then
			outcome=same
			note "$table: unchanged"
			if [[ ! -s $new/TableInfos.xml ]]; then
				asked value "$dir/$target/TableInfos.xml" \
				    "${facts[@]}"
				mapfile -t info <"$work/said"
				learn "${info[@]}"
			fi
			stopped "${info[2]}" "${info[3]}"
			return
		fi
		[[ -z $again ]] || ((++changes < 2)) ||
		    die "$table: changed while it was fetched ($again)"
	done
	for file in "$new"/*.xml; do
		[[ $file == */CategoryGroups.xml ]] || meta+=(-M "$file")
	done
	if [[ $mode == meta ]]; then
		asked keys "$new/DataProperties.xml"
		{
			echo ID
			cat "$work/said"
		} | paste -sd , >"$work/header"
		read_all -f codes --table-id "$table" "${meta[@]}" \
		    "$work/header"
	else
		read_all "${meta[@]}" "$new/$data.xml.gz"
		((rows > 0)) || die "$table: not accepted: no observations; \
keys in -f are padded as in the table"
	fi
	compare
	publish
	stopped "${info[2]}" "${info[3]}"
}
