#!/bin/bash
# A disk that is full, or has no inode left, at each stage of a night: told,
# and current is what it was. Sampled; make soak takes every step.
. "$(dirname "$0")/lib.sh"
own_tools
MOST=${DISK_MOST:-3}
cd "$T" || exit 1
cat >one <<'END'
#!/bin/bash
# one OPTION FIRST: a night on a small disk that holds FIRST as current; exit 9
# when current is not as it was after a night that did not publish.
set -eu
mount -t tmpfs -o "$1" tmpfs schijf
cp -RP "$2"/. schijf/
rc=0
TMPDIR=$PWD/schijf "$NIGHT" -p prov -d "$DELIVERED" -o schijf/uit 2>err || rc=$?
if ((rc == 0)); then
	diff -r "$WANT/current/" schijf/uit/current/ >why || exit 9
else
	diff -r "$2/uit/current/" schijf/uit/current/ >why || exit 9
	find schijf/uit -name '.[nw]*' >left
	[ ! -s left ] || exit 9
	find schijf/uit -mindepth 2 -maxdepth 2 -name manifest.json |
	    grep -v "^schijf/uit/$(readlink schijf/uit/current)/" >half || :
	[ ! -s half ] || exit 9
fi
exit "$rc"
END
chmod +x one
export NIGHT=$ROOT/pipelines/nightly DELIVERED=$DATA/provincie/gegevens
export WANT=$T/straks
cp -R "$DATA/provincie/provincie" prov
mkdir schijf first
small_night
cp -R "$S/uit" first/
# Another release than the first.
echo uitgever,Een ander >>prov/instellingen.csv
cp -R first/uit straks
"$NIGHT" -p prov -d "$DELIVERED" -o straks
ok "two releases" test "$(ls first/uit | wc -l) $(ls straks | wc -l)" = "2 3"

# try NAME OPTION SMALLEST LARGEST UNIT: from what the first takes to enough.
try() {
	bad='' told=0 well=0
	step=$((($4 - $3) / MOST))
	((step > 0)) || step=1
	for ((n = $3; n <= $4; n += step)); do
		run unshare -rm ./one "$2=$n$5" first
		case $status in
		0) well=$((well + 1)) ;;
		2) told=$((told + 1))
			grep -q '^[a-z-]*: ' err || bad="$bad $n(not a word)" ;;
		*) bad="$bad $n(status $status: $(head -1 why left half 2>/dev/null))" ;;
		esac
	done
	ok "$1: told, or published whole ($told told, $well published)" test \
	    -z "$bad"
	[ -z "$bad" ] || echo "#$bad"
	ok "$1: both came" test "$told" -gt 1 -a "$well" -gt 0
}
blocks=$(du -sk first | cut -f 1)
try "a full disk" size "$((blocks + 60))" "$((blocks * 4 + 600))" k
inodes=$(find first | wc -l)
try "no inode left" nr_inodes "$((inodes + 5))" "$((inodes * 3 + 220))" ''
done_testing
