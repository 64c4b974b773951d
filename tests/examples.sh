#!/bin/sh
# usage: examples.sh PAGE
#
# Runs the examples of a manual page (between .Bd -literal and .Ed below
# EXAMPLES) or of a Markdown page (between ``` lines, where one begins with
# "$ ").  A line "$ command" is run by sh in a folder with the files of
# tests/examples and the programs in PATH; the lines behind it, up to the next
# "$ " or empty line, must be what it prints on standard output and standard
# error.  A command ending in "\" goes on.  Where nothing follows, only the
# status counts; "..." as the last line means that more may follow.
# The last line printed is "PASSED FAILED".

page=$PWD/$1
examples=$PWD/tests/examples
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

awk -v page="$1" -v dir="$work" '
	function plain(s) {
		if (page ~ /\.md$/)
			return s
		gsub(/\\e/, "\\", s)
		gsub(/\\-/, "-", s)
		gsub(/\\\(aq/, "\047", s)
		gsub(/\\&/, "", s)
		return s
	}
	/^\.Sh/ { inside = /EXAMPLES/ }
	page ~ /\.md$/ && /^```/ { inside = block = !block; next }
	inside && /^\.Bd/ { block = 1; next }
	/^\.Ed/ { block = 0; next }
	!inside || !block { wanted = ""; continued = 0; next }
	{ line = plain($0) }
	continued { print line > script; continued = line ~ /\\$/; next }
	line ~ /^\$ / {
		n++
		script = sprintf("%s/%03d.sh", dir, n)
		wanted = sprintf("%s/%03d.want", dir, n)
		print substr(line, 3) > script
		continued = line ~ /\\$/
		next
	}
	line == "" { wanted = "" }
	wanted != "" { print line > wanted }
' "$page"

mkdir "$work/files" && cp -RL "$examples"/. "$work/files"
passed=0 failed=0
for script in "$work"/[0-9]*.sh; do
	[ -e "$script" ] || break
	want=${script%.sh}.want
	got=${script%.sh}.got
	(cd "$work/files" && sh "$script") > "$got" 2>&1 < /dev/null
	status=$?
	ok=1
	if [ -e "$want" ]; then
		if [ "$(tail -n 1 "$want")" = ... ]; then
			sed '$d' "$want" > "$want.part"
			head -n "$(wc -l < "$want.part")" "$got" > "$got.part"
			want=$want.part got=$got.part
		fi
		diff -u "$want" "$got" || ok=0
	else
		[ $status -eq 0 ] || ok=0
	fi
	if [ $ok -eq 1 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED $1: $(head -n 1 "$script")"
	fi
done
echo "$passed $failed"
