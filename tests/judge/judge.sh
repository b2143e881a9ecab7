# Sourced by run: what others find wrong with a release. Each function prints
# the problems, and nothing when there are none.

# The field names and types a CSV file declares: its header and its .csvt.
declared() {
	d=,
	case $(head -1 "$1") in *,*) ;; *\;*) d=';' ;; esac
	head -1 "$1" | tr -d '\r"' | tr "$d" '\n' >"$W/names"
	head -1 "${1%.csv}.csvt" | tr -d '\r" ' | tr ',' '\n' |
	    sed 's/(.*//' >"$W/types"
	if [ "$(wc -l <"$W/names")" != "$(wc -l <"$W/types")" ]; then
		echo "$(wc -l <"$W/names") columns, but" \
		    "$(wc -l <"$W/types") types in the .csvt"
	fi
	paste -d: "$W/names" "$W/types"
}

# GDAL reads every value as its declared type, without a word on stderr, and
# sees the declared fields. (It takes a value it cannot read for null and
# exits 0; and a .csvt of another width it passes over in silence.)
judge_gdal() {
	if [ ! -s "${1%.csv}.csvt" ]; then
		echo "no .csvt beside it"
		return
	fi
	ogr2ogr -f GeoJSON /vsistdout/ "$1" >"$W/json" 2>"$W/gdal" ||
	    echo "ogr2ogr exits $?"
	cat "$W/gdal"
	declared "$1" >"$W/declared"
	types='String|Integer|Integer64|Real|Date|DateTime|Time'
	ogrinfo -ro -so -al "$1" 2>&1 | sed -En \
	    "s/^([A-Za-z0-9_ ]*): ($types) ?(\(.*)?\$/\1:\2/p" >"$W/seen"
	diff "$W/declared" "$W/seen" | sed -n \
	    's/^< /declared /p; s/^> /as GDAL sees it /p'
}

# csvkit finds no record of another width and no broken quote.
judge_csvclean() {
	d=,
	case $(head -1 "$1") in *,*) ;; *\;*) d=';' ;; esac
	case $(csvclean --version 2>&1) in
	*\ 0.* | *\ 1.*)
		csvclean -n -d "$d" "$1" >"$W/clean" 2>&1
		grep -vx 'No errors\.' "$W/clean"
		;;
	*)
		csvclean --length-mismatch -d "$d" "$1" 2>&1 >/dev/null
		;;
	esac
	[ "$(tail -c 1 "$1" | od -An -c | tr -d ' ')" = '\n' ] ||
	    echo "no newline at the end"
}

# Frictionless: "NAME TAB ROWS TAB PROBLEMS" for the package and each resource.
judge_package() {
	NODE_NO_WARNINGS=1 NODE_PATH=$NODE/node_modules \
	    node "$JUDGE/package.js" "$1" \
	    2>"$W/node" || printf 'node\t0\tends with an error\n'
	[ ! -s "$W/node" ] || printf 'node\t0\t%s\n' "$(tail -1 "$W/node")"
}

# Every CSV file is a resource of the package.
# unlisted DIRECTORY PACKAGE-REPORT
unlisted() {
	(cd "$1" && find . -name '*.csv' | sed 's,^\./,,' | sort) >"$W/files"
	cut -f1 "$2" | sort | comm -23 "$W/files" - |
	    sed 's/$/ is no resource of datapackage.json/'
}

# sha256sum, and the files that are there, say what manifest.json says.
judge_manifest() {
	jq -r '.bestanden[] | .sha256 + "  " + .pad' "$1/manifest.json" \
	    >"$W/sums"
	(cd "$1" && sha256sum --strict -c "$W/sums" 2>&1) | grep -v ': OK$'
	(cd "$1" && find . -type f ! -name manifest.json |
	    sed 's,^\./,,' | sort) >"$W/files"
	sed 's/^[^ ]*  //' "$W/sums" | sort | diff "$W/files" - | sed -n \
	    's/^< \(.*\)/\1 is not in the manifest/p
	     s/^> \(.*\)/\1 is only in the manifest/p'
}

# As many records to GDAL as to Frictionless. records DIRECTORY PACKAGE-REPORT
records() {
	sed 1d "$2" | while IFS='	' read -r name rows _; do
		[ -s "$1/${name%.csv}.csvt" ] || continue
		n=$(ogrinfo -ro -so -al "$1/$name" 2>/dev/null |
		    sed -n 's/^Feature Count: //p')
		[ "$n" = "$rows" ] ||
		    echo "$name: $n records by GDAL, $rows by Frictionless"
	done
}
