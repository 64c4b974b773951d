-- Loads the JSON of to-json, one document a line, into an archive:
--
--     ... | to-json | sqlite3 -bail archive.db ".read load.sql"
--
-- One transaction: a document that is there already is replaced with all that
-- belongs to it.  Objects that are not complete, and lines that a program
-- which died left unfinished, are skipped, and one line of output tells how
-- many.  So what is loaded again, by accident or after a crash, is there once.

.timeout 60000
PRAGMA foreign_keys = ON;

CREATE TEMP TABLE line (json TEXT);
.mode ascii
.separator "\037" "\n"
.import "|cat" line
.mode list

BEGIN IMMEDIATE;

CREATE TABLE IF NOT EXISTS document (
	id TEXT PRIMARY KEY,
	date TEXT,		-- reference date: YYYY, YYYY-MM or YYYY-MM-DD
	title TEXT,
	url TEXT,
	source TEXT,
	published TEXT,		-- time with offset
	tool TEXT		-- what made it
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS segment (
	document TEXT REFERENCES document ON DELETE CASCADE,
	n INTEGER,
	start INTEGER,		-- bytes of the source
	end INTEGER,
	text TEXT,
	role TEXT,
	PRIMARY KEY (document, n)
) WITHOUT ROWID;

-- start and end of annotations count characters of the segment's text:
-- substr(segment.text, start + 1, end - start)

CREATE TABLE IF NOT EXISTS date (
	document TEXT,
	segment INTEGER,
	start INTEGER,
	end INTEGER,
	text TEXT,
	value TEXT,
	type TEXT,
	first TEXT,
	last TEXT,
	mod TEXT,
	implied TEXT,		-- JSON array
	name TEXT,
	role TEXT,
	conflict TEXT,
	FOREIGN KEY (document, segment) REFERENCES segment ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS target (
	document TEXT,
	segment INTEGER,
	start INTEGER,
	end INTEGER,
	text TEXT,
	status TEXT,
	class TEXT,
	number NUMERIC,
	min NUMERIC,
	max NUMERIC,
	done NUMERIC,
	total NUMERIC,
	op TEXT,
	unit TEXT,
	change TEXT,
	previous NUMERIC,
	of TEXT,
	base TEXT,
	FOREIGN KEY (document, segment) REFERENCES segment ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS crime (
	document TEXT,
	segment INTEGER,
	start INTEGER,
	end INTEGER,
	text TEXT,
	tag TEXT,
	code TEXT,		-- JSON array: articles of the Penal Code
	iccs TEXT,		-- JSON array
	context TEXT,
	FOREIGN KEY (document, segment) REFERENCES segment ON DELETE CASCADE
);

CREATE INDEX IF NOT EXISTS date_document ON date (document, segment);
CREATE INDEX IF NOT EXISTS date_first ON date (first);
CREATE INDEX IF NOT EXISTS target_document ON target (document, segment);
CREATE INDEX IF NOT EXISTS crime_document ON crime (document, segment);
CREATE INDEX IF NOT EXISTS crime_tag ON crime (tag);

-- The complete documents; of one that comes twice the last.
CREATE TEMP TABLE incoming AS
SELECT id, json FROM (
	SELECT json ->> 'id' AS id, json, max(rowid)
	FROM line
	WHERE json_valid(json) AND json -> 'complete' = 'true'
	GROUP BY 1
);

CREATE TEMP TABLE incoming_segment AS
SELECT incoming.id AS document, value ->> 'n' AS n, value AS json
FROM incoming, json_each(incoming.json, '$.segments');

DELETE FROM segment WHERE document IN (SELECT id FROM incoming);

INSERT INTO document
SELECT id, json ->> 'date', json ->> 'title', json ->> 'url', json ->> 'source',
    json ->> 'published', json ->> 'tool'
FROM incoming
WHERE true
ON CONFLICT (id) DO UPDATE SET date = excluded.date, title = excluded.title,
    url = excluded.url, source = excluded.source,
    published = excluded.published, tool = excluded.tool;

INSERT OR IGNORE INTO segment
SELECT document, n, json ->> '$.span[0]', json ->> '$.span[1]', json ->> 'text',
    json ->> 'role'
FROM incoming_segment;

INSERT INTO date
SELECT document, n, value ->> 'start', value ->> 'end', value ->> 'text',
    value ->> 'value', value ->> 'type', value ->> 'first', value ->> 'last',
    value ->> 'mod', value -> 'implied', value ->> 'name', value ->> 'role',
    value ->> 'conflict'
FROM incoming_segment, json_each(incoming_segment.json, '$.dates');

INSERT INTO target
SELECT document, n, value ->> 'start', value ->> 'end', value ->> 'text',
    value ->> 'status', value ->> 'class', value ->> 'number', value ->> 'min',
    value ->> 'max', value ->> 'done', value ->> 'total', value ->> 'op',
    value ->> 'unit', value ->> 'change', value ->> 'previous', value ->> 'of',
    value ->> 'base'
FROM incoming_segment, json_each(incoming_segment.json, '$.targets');

INSERT INTO crime
SELECT document, n, value ->> 'start', value ->> 'end', value ->> 'text',
    value ->> 'tag', value -> 'code', value -> 'iccs', value ->> 'context'
FROM incoming_segment, json_each(incoming_segment.json, '$.crimes');

COMMIT;

SELECT count(*) || ' not loaded: no complete documents of to-json, one a line'
FROM line
WHERE json <> '' AND NOT (json_valid(json) AND json -> 'complete' IS 'true')
HAVING count(*) > 0;
