# Reads phrases, one a line and sorted, and prints one regular expression that
# matches them, shaped as a trie of UTF-8 characters.

# How many bytes the character has that begins with byte c.
function width(c) {
	if (c in wide)
		return wide[c]
	return 1
}

# What follows the depth bytes that phrases low to high share.
function emit(low, high, depth,   i, j, c, branches, optional, out) {
	optional = 0
	if (length(phrase[low]) == depth) {
		optional = 1
		low++
	}
	branches = 0
	out = ""
	for (i = low; i <= high; i = j) {
		c = substr(phrase[i], depth + 1, 1)
		c = substr(phrase[i], depth + 1, width(c))
		for (j = i; j <= high && substr(phrase[j], depth + 1, length(c)) == c; )
			j++
		out = out (branches++ ? "|" : "") quoted(c) \
		    emit(i, j - 1, depth + length(c))
	}
	if (branches == 0)
		return ""
	if (branches > 1 || optional)
		out = "(?:" out ")" (optional ? "?+" : "")
	return out
}

function quoted(c) {
	return c ~ /^[a-z0-9 ]$/ || length(c) > 1 ? c : "\\" c
}

BEGIN {
	for (i = 192; i < 224; i++)
		wide[sprintf("%c", i)] = 2
	for (i = 224; i < 240; i++)
		wide[sprintf("%c", i)] = 3
	for (i = 240; i < 248; i++)
		wide[sprintf("%c", i)] = 4
}
$0 != last { phrase[++n] = last = $0 }
END { print "(?<![[:alnum:]])" emit(1, n, 0) "(?![[:alnum:]])" }
