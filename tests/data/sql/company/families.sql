CREATE TABLE sale_2027 PARTITION OF sale FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')
-- then
INSERT INTO sale (sale_id, sold_on, amount, region) VALUES (90, '2027-02-02', 1, 'east') RETURNING amount, region
-- then
SELECT sale_id, amount, region FROM sale WHERE sold_on > '2026-12-31'

CREATE TABLE IF NOT EXISTS sale_2027 PARTITION OF public.sale FOR VALUES FROM ('2027-01-01') TO (MAXVALUE)
-- then
INSERT INTO sale (sale_id, sold_on) VALUES (90, '2029-02-02') RETURNING amount

CREATE TABLE sale_2027 PARTITION OF sale (amount DEFAULT 7, region WITH OPTIONS NOT NULL DEFAULT 'none', CONSTRAINT sale_2027_amount CHECK (amount > 2)) FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')
-- then
INSERT INTO sale (sale_id, sold_on, amount, region) VALUES (90, '2027-02-02', 1, 'x')

CREATE TABLE sale_2027 PARTITION OF sale (amount CHECK (amount > 2)) FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')
-- then
INSERT INTO sale (sale_id, sold_on, amount, region) VALUES (90, '2027-02-02', 1, 'x')

CREATE TABLE sale_2027 PARTITION OF sale (UNIQUE (sold_on, region)) FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')
-- then
INSERT INTO sale (sale_id, sold_on, amount, region) VALUES (90, '2027-02-02', 1, 'x'), (91, '2027-02-02', 1, 'x') ON CONFLICT DO NOTHING

CREATE TABLE sale_2027 PARTITION OF sale (CHECK (amount > 2 AND region <> '')) FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')
-- then
INSERT INTO sale (sale_id, sold_on, amount, region) VALUES (90, '2027-02-02', 1, 'x')

-- each: CREATE TABLE sale_2027 PARTITION OF sale FOR VALUES FROM ('2026-06-01') TO ('2028-01-01') | CREATE TABLE sale_2027 PARTITION OF sale DEFAULT | CREATE TABLE sale_2027 PARTITION OF sale (nothing NOT NULL) FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') | CREATE TABLE sale_2027 PARTITION OF employee DEFAULT | CREATE TABLE ticket_void PARTITION OF ticket FOR VALUES IN ('void') | CREATE TABLE ticket_new PARTITION OF ticket FOR VALUES IN ('new') | CREATE TABLE sale_2028 PARTITION OF sale FOR VALUES FROM ('2028-01-01') TO ('2029-01-01') PARTITION BY LIST (region) | CREATE TABLE sale_2028 PARTITION OF sale FOR VALUES FROM ('2028-01-01') TO ('2029-01-01') PARTITION BY RANGE (lower(region)) | CREATE UNLOGGED TABLE log.sale_2027 PARTITION OF sale FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') WITH (fillfactor = 70)
«each»

CREATE TABLE sale_2028 PARTITION OF sale FOR VALUES FROM ('2028-01-01') TO ('2029-01-01') PARTITION BY LIST (sold_on)

-- simple
CREATE TABLE sale_2027 PARTITION OF sale FOR VALUES FROM ('2027-01-01') TO ('2028-01-01'); INSERT INTO log.trail (event) VALUES ('a partition'); SELECT event FROM log.trail WHERE event = 'a partition'

CREATE TABLE lorry (axles int) INHERITS (vehicle)
-- then
UPDATE asset SET price = price + 1 WHERE label = 'van' RETURNING label, price

CREATE TABLE lorry (axles int DEFAULT 2, CHECK (axles > 1 AND price > 0), UNIQUE (plate, axles)) INHERITS (vehicle)

CREATE TABLE lorry (label text DEFAULT 'a lorry', wheels smallint NOT NULL, axles int) INHERITS (vehicle)
-- then
SELECT label FROM asset ORDER BY asset_id

CREATE TABLE nothing_new () INHERITS (asset)
-- then
SELECT count(*) FROM asset

-- each: CREATE TABLE lorry (label int) INHERITS (vehicle) | CREATE TABLE lorry (CHECK (nothing > 1)) INHERITS (vehicle) | CREATE TABLE lorry (x int, x int) INHERITS (vehicle) | CREATE TABLE lorry () INHERITS (staff)
«each»

CREATE RULE new_rule AS ON UPDATE TO tree WHERE new.path = 'x' DO INSTEAD NOTHING
-- then
UPDATE tree SET path = 'x' WHERE node = 2

CREATE RULE new_rule AS ON DELETE TO employee DO INSTEAD UPDATE employee SET notes = '{"gone": true}' WHERE emp_id = old.emp_id
-- then
DELETE FROM employee WHERE family = 'Yonath'

CREATE RULE new_rule AS ON INSERT TO employee DO ALSO INSERT INTO log.trail (event, detail) VALUES (new.given, new.family)
-- then
INSERT INTO employee (emp_id, given, family) VALUES (50, 'Kurt', 'Goedel')

CREATE OR REPLACE RULE new_rule AS ON UPDATE TO employee WHERE old.family <> new.family DO ALSO (INSERT INTO log.trail (event, detail) SELECT old.family, e.family FROM employee e WHERE e.emp_id = new.manager; DELETE FROM log.words WHERE «family» = old.family; NOTIFY renamed)
-- then
UPDATE employee SET family = 'x' WHERE emp_id = 2

CREATE RULE new_rule AS ON INSERT TO cheap_asset DO INSTEAD INSERT INTO asset (asset_id, label, price) VALUES (new.asset_id, upper(new.label), 5) RETURNING asset_id, label, price
-- then
INSERT INTO cheap_asset VALUES (70, 'mouse', 3) RETURNING label

-- each: CREATE RULE r AS ON INSERT TO employee DO ALSO INSERT INTO log.trail (event) VALUES (old.family) | CREATE RULE r AS ON UPDATE TO employee DO ALSO INSERT INTO log.trail (event) VALUES (new.nothing) | CREATE RULE r AS ON INSERT TO employee WHERE family = 'x' DO INSTEAD NOTHING | CREATE RULE r AS ON UPDATE TO nowhere DO INSTEAD NOTHING
«each»

-- simple
CREATE RULE r AS ON UPDATE TO employee WHERE family = 'x' DO INSTEAD NOTHING
