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
		c = substr(phrase[i], depth + 1, width(substr(phrase[i], depth + 1, 1)))
		for (j = i; j <= high && substr(phrase[j], depth + 1, length(c)) == c; )
			j++
		c = shared(i, j - 1, depth, length(c))
		out = out (branches++ ? "|" : "") quoted(c) \
		    emit(i, j - 1, depth + length(c))
	}
	if (branches == 0)
		return ""
	if (branches > 1 || optional)
		out = "(?:" out ")" (optional ? "?+" : "")
	return out
}

# What phrases low to high have in common behind depth bytes: at least least
# bytes, and whole characters.
function shared(low, high, depth, least,   size, next_size) {
	for (size = least; ; size = next_size) {
		next_size = size + width(substr(phrase[low], depth + size + 1, 1))
		if (depth + next_size > length(phrase[low]) ||
		    substr(phrase[low], depth + 1, next_size) != \
		    substr(phrase[high], depth + 1, next_size))
			return substr(phrase[low], depth + 1, size)
	}
}

function quoted(c) {
	gsub(/[^a-z0-9 \200-\377]/, "\\\\&", c)
	return c
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
