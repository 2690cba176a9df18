-- refused
SELECT {first} FROM {person} NATURAL JOIN plain

-- refused
ALTER TABLE {person} RENAME {last} TO zzz

-- refused
ALTER TABLE {person} DROP COLUMN {last}

-- refused
DROP TABLE {person}

-- refused
TRUNCATE {person} CASCADE

-- refused
SELECT x.{last} FROM {person} x JOIN plain y ON x.id = y.id WHERE x IS NOT NULL

-- refused
DO $$BEGIN PERFORM {last} FROM {person}; END$$

-- refused
SELECT p.{last} FROM {person} p JOIN plain q USING (id, {last})

-- refused
SELECT '{person}'::regclass = tableoid FROM {person} WHERE id = 1
