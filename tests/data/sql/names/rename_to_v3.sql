ALTER SCHEMA shop RENAME TO "Shop";
ALTER TABLE "Shop".person RENAME TO people;
ALTER TABLE "Shop".people RENAME COLUMN last_name TO surname;
ALTER SEQUENCE "Shop".ticket RENAME TO coupon;
