ALTER SCHEMA shop RENAME TO "Shop";
ALTER TABLE "Shop".person RENAME TO people;
ALTER TABLE "Shop".people RENAME COLUMN last_name TO surname;
ALTER SEQUENCE "Shop".ticket RENAME TO coupon;
ALTER TABLE "Shop".item RENAME CONSTRAINT item_pkey TO "Item PK";
ALTER TABLE "Shop".item RENAME CONSTRAINT item_sku_key TO item_code_unique;
ALTER TABLE "Shop".item RENAME CONSTRAINT item_span_excl TO item_no_overlap;
ALTER TABLE "Shop".item RENAME CONSTRAINT item_slot_check TO item_slot_small;
ALTER TABLE "Shop".item RENAME CONSTRAINT item_slot_key TO item_place;
