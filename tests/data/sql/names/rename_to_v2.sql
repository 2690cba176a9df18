ALTER SCHEMA store RENAME TO shop;
ALTER TABLE shop.item RENAME CONSTRAINT item_code_key TO item_sku_key;
ALTER TABLE shop.item RENAME CONSTRAINT item_person_fkey TO item_owner_fkey;
ALTER TABLE shop.item RENAME CONSTRAINT item_price_check TO item_positive;
ALTER TYPE shop.mood RENAME TO feeling;
ALTER TYPE shop.point2 RENAME TO place;
