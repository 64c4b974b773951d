#!/bin/sh
# usage: rules.sh TOOL TABLE
#
# A table of rules is TSV with "#" comments and the header
#
#   reference  text  expected  note
#
# The tool reads each text as one sentence with that reference date (or none).
# expected is "-" for "nothing must be found here", else all records that it
# must write, in order, divided by " | ", each
#
#   SURFACE => VALUE key=value ...
#
# where VALUE may be empty, attributes that are not named are free, and "key="
# means that the attribute must be absent.  The tool must end well and say
# nothing.  The last line printed is "PASSED FAILED".

tool=$1 table=$2
records=$(mktemp) || exit 2
trap 'rm -f "$records" "$records.err"' EXIT
broken=0

awk -F '\t' '
	/^#/ || /^$/ { next }
	!headed { headed = 1; next }
	{ printf "%d\t1\tseg\t0\t%d\t%s\t%s\t\n", FNR, length($2), $1, $2 }
' "$table" | "$tool" -o > "$records" 2> "$records.err" || broken=1
[ ! -s "$records.err" ] || broken=1
[ $broken = 0 ] || { echo "FAILED $table: $tool failed"; cat "$records.err"; }

awk -F '\t' -v name="$table" -v broken=$broken '
	function fail(row, text) {
		printf "FAILED %s:%d: %s\n\texpected %s\n\tgot      %s\n", name, row,
		    text, want[row], got[row] == "" ? "-" : got[row]
		failed++
	}
	# Whether record r has the attribute word w ("key=" is absence).
	function holds(attributes, w,   n, words, i, key) {
		if (w ~ /=$/) {
			n = split(attributes, words, " ")
			for (i = 1; i <= n; i++)
				if (index(words[i], w) == 1)
					return 0
			return 1
		}
		return index(" " attributes " ", " " w " ") > 0
	}
	function matches(item, r,   at, n, words, i, surface) {
		at = index(item, " => ")
		surface = at ? substr(item, 1, at - 1) : item
		if (at == 0 && sub(/ =>$/, "", surface) == 0)
			return 0
		if (surface != text[r])
			return 0
		n = split(at ? substr(item, at + 4) : "", words, " ")
		i = 1
		if (n > 0 && words[1] !~ /^[a-z]+=/)
			i = 2
		if ((i == 2 ? words[1] : "") != value[r])
			return 0
		for (; i <= n; i++)
			if (!holds(attributes[r], words[i]))
				return 0
		return 1
	}
	FNR == NR {
		if (/^#/ || /^$/)
			next
		if (!headed) {
			headed = 1
			next
		}
		rows[++count] = FNR
		sentence[FNR] = $2
		want[FNR] = $3
		next
	}
	{
		r = ++total
		text[r] = $7
		value[r] = $6
		attributes[r] = $8
		if (!($1 in first))
			first[$1] = r
		found[$1]++
		got[$1] = got[$1] (got[$1] == "" ? "" : " | ") $7 " => " $6 " " $8
	}
	END {
		for (i = 1; i <= count; i++) {
			row = rows[i]
			n = want[row] == "-" ? 0 : split(want[row], items, / \| /)
			ok = n == found[row] + 0
			for (j = 1; ok && j <= n; j++)
				ok = matches(items[j], first[row] + j - 1)
			if (ok)
				passed++
			else
				fail(row, sentence[row])
		}
		if (count == 0)
			print "FAILED " name ": no rules"
		print passed + 0, failed + (count == 0) + broken
	}
' "$table" "$records"
