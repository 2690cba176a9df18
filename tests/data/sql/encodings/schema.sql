CREATE TABLE "{table}" (id int CONSTRAINT "{script}_key" PRIMARY KEY, "{column}" text NOT NULL, "{plain}" text DEFAULT '{w1}', tail int);
CREATE TABLE "{child}" (id int CONSTRAINT "{script}_child_key" PRIMARY KEY, parent int CONSTRAINT "{script}_parent" REFERENCES "{table}", "{column}" text);
INSERT INTO "{table}" VALUES (1, '{w1}', '{w2}', 10), (2, '{w3}', 'a\b', 20), (3, 'it''s', NULL, 30);
INSERT INTO "{child}" VALUES (1, 1, '{w4}'), (2, 1, 'x');
