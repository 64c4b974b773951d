# usage: kill-one.sh SEED
# Runs the job and kills one of its programs, if it gets hold of it; says so.
RANDOM=$1
names=(curl from-feed segment extract-dates extract-targets tag-crimes to-json
    sqlite3 caodiem-cron)
victim=${names[RANDOM % ${#names[@]}]}
pause=0.0$((RANDOM % 3 * (RANDOM % 2)))$((RANDOM % 10))
mkfifo "pause.$1"
exec 8<> "pause.$1"

is_victim() { # pid
	read -r name < "/proc/$1/comm" && [ "$name" = "$victim" ]
} 2> /dev/null

p/share/caodiem/caodiem-cron home > messages 2>&1 8>&- &
job=$!
while kill -0 $job; do
	kids=
	read -r kids < /proc/$job/task/$job/children
	for pid in $job $kids; do
		is_victim "$pid" || continue
		read -r -t "$pause" -u 8
		is_victim "$pid" && kill -9 "$pid" && echo "$victim"
		break 2
	done
done 2> /dev/null
wait
