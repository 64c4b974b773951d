# Read by the tests of the cron job: installs it in p, starts a server for the
# files of www, and sets port.  archive prints an archive's whole content.
mkdir -p p/share/caodiem www home
cp "$top/tools/from-feed/caodiem-cron" "$top/tools/from-feed/with-pages" \
	"$top/tools/to-json/load.sql" p/share/caodiem
python3 "${server:-./server.py}" www port log &
server=$!
trap 'kill $server' EXIT
n=0
until [ -e port ]; do
	n=$((n + 1))
	[ $n -lt 100 ] || exit 1
	sleep 0.1
done
port=$(cat port)

run() {
	timeout 60 p/share/caodiem/caodiem-cron home > messages 2>&1
	result=$?
	sed "s/$port/PORT/g" messages
	[ $result -eq 0 ] || echo "status $result"
}

archive() {
	for table in document segment date target crime; do
		sqlite3 "$1" "SELECT '$table', * FROM $table ORDER BY $(
			sqlite3 "$1" "SELECT group_concat(cid + 2)
			    FROM pragma_table_info('$table')")"
	done
}
