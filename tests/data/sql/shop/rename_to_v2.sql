ALTER TABLE person RENAME last_name TO surname;
ALTER TABLE orders RENAME "Status" TO state;
