ALTER TABLE person RENAME TO people;
ALTER TABLE people RENAME first_name TO "GivenName";
ALTER TABLE address RENAME street TO line1;
