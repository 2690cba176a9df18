-- simple
-- each: patient TO STDOUT | patient (surname, forename) TO STDOUT | patient (forename, surname) TO STDOUT WITH (FORMAT csv, HEADER) | ward TO STDOUT (HEADER, FORMAT text) | ward (ward) TO STDOUT WITH BINARY | (SELECT surname, forename AS f FROM patient ORDER BY 1, 2) TO STDOUT CSV HEADER | (SELECT * FROM ward ORDER BY ward) TO STDOUT (FORMAT csv, HEADER true, FORCE_QUOTE (ward)) | (TABLE ward) TO STDOUT | (UPDATE ward SET beds = 3 RETURNING ward, beds) TO STDOUT | (DELETE FROM pair RETURNING *) TO STDOUT CSV HEADER | (INSERT INTO ward (ward_no, ward) VALUES (9, 'x') RETURNING *) TO STDOUT | person TO STDOUT | (SELECT * FROM person ORDER BY id) TO STDOUT CSV HEADER | occupied TO STDOUT | treatment TO STDOUT | (SELECT * FROM treatment ORDER BY treat_no) TO STDOUT | item TO STDOUT | ONLY item TO STDOUT | "user" TO STDOUT (FORMAT csv, HEADER, FORCE_QUOTE ("order", "a.b")) | "user" ("order", "user") TO STDOUT CSV HEADER | ward (nosuch) TO STDOUT | ward (ward, ward) TO STDOUT | nosuch TO STDOUT | ward TO STDOUT (FORMAT csv, FORCE_QUOTE (nosuch)) | ward TO STDOUT (FORMAT csv, FORCE_QUOTE *) | patient (full_name) TO STDOUT | (SELECT nosuch FROM ward) TO STDOUT | größe TO STDOUT CSV HEADER | (SELECT * FROM pair JOIN swap USING (b)) TO STDOUT CSV HEADER | staff.patient TO STDOUT CSV HEADER | "Old Files"."Stay Of" TO STDOUT CSV HEADER | lab TO STDOUT | income TO STDOUT | stay (bed, during) TO STDOUT WITH (DELIMITER '|', NULL 'n') | ward TO STDOUT DELIMITER ';' CSV HEADER QUOTE '''' FORCE QUOTE ward, beds
COPY «each»

-- simple
-- each: 0 | 1 | 'off' | 'on' | off | on | false | true | 'false' | 'true' | match | 2
COPY ward (beds, ward) TO STDOUT (FORMAT csv, HEADER «each»)

-- simple
-- copy: beds,ward_no,ward\n3,40,new\n
-- each: 'true' | 'match' | true | match | 1
COPY ward (beds, ward_no, ward) FROM STDIN (FORMAT csv, HEADER «each»)

-- simple
-- each: ward (ward, beds) TO STDOUT (FORMAT csv, HEADER, FORCE_QUOTE (beds, ward)) | ward (ward) TO STDOUT (FORMAT csv, HEADER, FORCE_QUOTE (beds)) | ward (ward, ward) TO STDOUT CSV HEADER | ward (nosuch) TO STDOUT CSV HEADER | patient (full_name) TO STDOUT CSV HEADER | patient TO STDOUT CSV HEADER | public.ward (beds) TO STDOUT CSV HEADER FORCE QUOTE beds | item TO STDOUT CSV HEADER | drug TO STDOUT CSV HEADER | treatment TO STDOUT CSV HEADER | treatment_old TO STDOUT CSV HEADER | occupied TO STDOUT CSV HEADER | income TO STDOUT CSV HEADER | lab TO STDOUT CSV HEADER | secret TO STDOUT CSV HEADER | ward (ward) TO STDOUT (FORMAT binary, HEADER) | ward (ward) TO STDOUT (HEADER, DELIMITER '|') | bill_line TO STDOUT CSV HEADER | ward (ctid) TO STDOUT CSV HEADER | ward TO STDOUT (FORMAT csv, HEADER, FORCE_QUOTE *) | log TO STDOUT CSV HEADER
COPY «each»

-- simple
SET LOCAL ROLE nurse
-- then
COPY secret TO STDOUT CSV HEADER
-- then
COPY patient (surname, patient_no) TO STDOUT CSV HEADER
-- then
COPY patient (surname, forename) TO STDOUT CSV HEADER

-- simple
-- copy: 40\tnew\t1\t3\t\\N\n
COPY ward FROM STDIN

-- simple
-- copy: new,40\n
COPY ward (ward, ward_no) FROM STDIN CSV

-- simple
-- copy: ward,ward_no\nnew,40\n
COPY ward (ward, ward_no) FROM STDIN (FORMAT csv, HEADER MATCH)

-- simple
-- copy: ward_no,ward\n40,new\n
COPY ward (ward, ward_no) FROM STDIN (FORMAT csv, HEADER MATCH)

-- simple
-- copy: ward_no\tward\tfloor\tbeds\topened\n40\tnew\t1\t3\t\\N\n
COPY ward FROM STDIN (HEADER MATCH)

-- simple
-- copy: no\tward\tfloor\tbeds\topened\n40\tnew\t1\t3\t\\N\n
COPY ward FROM STDIN (HEADER MATCH)

-- simple
-- copy: anything\n40,new\n
COPY ward (ward_no, ward) FROM STDIN (FORMAT csv, HEADER)

-- simple
-- copy: 40,new\n41,newer\n
COPY ward (ward_no, ward) FROM STDIN CSV WHERE ward = 'newer'

-- simple
-- copy: 40,new\n41,newer\n
COPY ward (ward_no, ward) FROM STDIN CSV WHERE nosuch = 'newer'

-- simple
-- copy: 40,new\n1,dup\n
COPY ward (ward_no, ward) FROM STDIN CSV

-- simple
-- copy: 40,new\nx,dup\n
COPY ward (ward_no, ward) FROM STDIN CSV

-- simple
-- copy: 40,new,1\n
COPY ward (ward_no, ward) FROM STDIN CSV

-- simple
-- copy: 40\n
COPY ward (ward_no, ward) FROM STDIN CSV

-- simple
-- copy: 40,new,0\n
COPY ward (ward_no, ward, beds) FROM STDIN CSV

-- simple
-- copy: 40,,5\n
COPY ward (ward_no, ward, beds) FROM STDIN CSV

-- simple
-- copy: 40,,5\n
COPY ward (ward_no, ward, beds) FROM STDIN CSV FORCE NOT NULL ward

-- simple
-- copy: "40","",""\n
COPY ward (ward_no, ward, beds) FROM STDIN (FORMAT csv, FORCE_NULL (beds))

-- simple
-- copy: Max\tMuster\n
COPY patient (forename, surname) FROM STDIN

-- simple
-- copy: Rosa\tLuxem\n
COPY patient (forename, surname) FROM STDIN

-- simple
-- copy: Max\tbad\n
COPY patient (forename, address) FROM STDIN

-- simple
-- copy: x\n
COPY patient (full_name) FROM STDIN

-- simple
-- copy: 7\t2026-02-02\tx-ray\n
COPY treatment (treat_no, done_on, kind) FROM STDIN

-- simple
-- copy: 7\t2036-02-02\tx-ray\n
COPY treatment (treat_no, done_on, kind) FROM STDIN

-- simple
-- copy: 7\t2036-02-02\n
COPY treatment_old (treat_no, done_on) FROM STDIN

-- simple
-- copy: x\t1\ty\tz\n
COPY "user" ("user", "order", "from", "space d") FROM STDIN

-- simple
-- copy: 1\n
COPY person (id) FROM STDIN

-- simple
-- copy: x\t1\n
COPY card FROM STDIN

-- simple
-- copy: 999\t1\n
COPY bill_line (bill_ref, line) FROM STDIN

-- simple
COPY ward FROM STDIN

-- simple
COPY ward (ward_no, nosuch) FROM STDIN

-- simple
COPY lab FROM STDIN
