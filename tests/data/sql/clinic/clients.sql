-- values: 100
SELECT "patient"."patient_no", "patient"."forename", "patient"."surname" FROM "patient" WHERE "patient"."patient_no" = $1 ORDER BY "patient"."patient_no" ASC LIMIT 1

-- values: Luxem | 2
SELECT "patient".* FROM "patient" WHERE "patient"."surname" = $1 ORDER BY "patient"."patient_no" ASC LIMIT $2

SELECT DISTINCT "patient"."patient_no" AS alias_0, "patient"."surname" FROM "patient" LEFT OUTER JOIN "stay" ON "stay"."patient_ref" = "patient"."patient_no" WHERE "stay"."bed" IS NOT NULL ORDER BY "patient"."surname" ASC, 1

SELECT "patient"."patient_no" AS t0_r0, "patient"."surname" AS t0_r1, "stay"."stay_no" AS t1_r0, "stay"."bed" AS t1_r1 FROM "patient" LEFT OUTER JOIN "stay" ON "stay"."patient_ref" = "patient"."patient_no" ORDER BY t0_r0, t1_r0

SELECT 1 AS one FROM "patient" WHERE "patient"."surname" = 'Luxem' LIMIT 1

SELECT COUNT(*) FROM (SELECT 1 AS one FROM "patient" WHERE "patient"."surname" = 'Luxem' LIMIT 11) subquery_for_count

SELECT COUNT(DISTINCT "patient"."surname") FROM "patient"

SELECT COUNT("patient"."patient_no") AS "count_patient_no", "patient"."surname" AS "patient_surname" FROM "patient" GROUP BY "patient"."surname" ORDER BY 2

-- values: Max | Muster | 2000-01-01
INSERT INTO "patient" ("forename", "surname", "born") VALUES ($1, $2, $3) RETURNING "patient_no"

INSERT INTO "ward" ("ward_no","ward","floor") VALUES (1, 'a', 2), (2, 'b', 3) ON CONFLICT ("ward_no") DO UPDATE SET "ward"=excluded."ward","floor"=CASE WHEN ("ward"."ward" IS NOT DISTINCT FROM excluded."ward") THEN "ward"."floor" ELSE excluded."floor" END RETURNING "ward_no"

UPDATE "patient" SET "surname" = 'x' WHERE "patient"."patient_no" IN (SELECT "patient"."patient_no" FROM "patient" INNER JOIN "stay" ON "stay"."patient_ref" = "patient"."patient_no" WHERE "stay"."bed" = 9)

UPDATE "ward" SET "beds" = COALESCE("ward"."beds", 0) + 1 WHERE "ward"."ward_no" = 1

DELETE FROM "stay" WHERE ("stay"."patient_ref", "stay"."bed") IN (SELECT "stay"."patient_ref", "stay"."bed" FROM "stay" WHERE "stay"."bed" > 8)

SELECT (1) AS "a" FROM "patient" WHERE "patient"."surname" = 'Luxem' LIMIT 1

SELECT "patient"."surname", COUNT("stay"."stay_no") AS "n" FROM "patient" LEFT OUTER JOIN "stay" ON ("patient"."patient_no" = "stay"."patient_ref") GROUP BY "patient"."patient_no", "patient"."surname" HAVING COUNT("stay"."stay_no") > 0 ORDER BY "n" DESC, "patient"."surname" ASC

SELECT "stay"."stay_no", "stay"."patient_ref", T3."ward", T4."surname" FROM "stay" INNER JOIN "patient" ON ("stay"."patient_ref" = "patient"."patient_no") LEFT OUTER JOIN "ward" T3 ON ("stay"."ward_ref" = T3."ward_no") INNER JOIN "patient" T4 ON (T4."surname" = "patient"."surname") ORDER BY 1, T4."forename"

SELECT "patient"."patient_no", (SELECT U0."bed" FROM "stay" U0 WHERE U0."patient_ref" = ("patient"."patient_no") ORDER BY U0."bed" DESC LIMIT 1) AS "last_bed", EXISTS(SELECT 1 AS "a" FROM "stay" U0 WHERE U0."patient_ref" = ("patient"."patient_no") LIMIT 1) AS "has_stay" FROM "patient" WHERE NOT (EXISTS(SELECT 1 AS "a" FROM "stay" V1 WHERE (V1."ward_ref" = 2 AND V1."patient_ref" = ("patient"."patient_no")) LIMIT 1)) ORDER BY "patient"."patient_no" ASC

SELECT * FROM (SELECT "col1", "col2", ROW_NUMBER() OVER (PARTITION BY "col2" ORDER BY "col1") AS "qual0" FROM (SELECT "patient"."forename" AS "col1", "patient"."surname" AS "col2" FROM "patient") "qualify") "qualify_mask" WHERE "qual0" <= 1 ORDER BY "col1"

SELECT "__col1", "surname" FROM (SELECT "patient"."born" AS "__col1", "patient"."surname" AS "surname" FROM "patient" UNION SELECT "doctor"."since" AS "__col1", "doctor"."name" AS "surname" FROM "doctor") u ORDER BY "surname", 1

SELECT DISTINCT ON ("patient"."surname") "patient"."patient_no", "patient"."surname" FROM "patient" ORDER BY "patient"."surname" ASC, "patient"."patient_no" DESC

SELECT "patient"."patient_no", ("patient"."chart" #>> '{visit,ward}') AS "ward", ("patient"."chart" -> 'surname') AS "s" FROM "patient" WHERE ("patient"."chart" -> 'surname') = '"json"'::jsonb AND UPPER("patient"."surname"::text) LIKE UPPER('%lux%') AND ("patient"."born" AT TIME ZONE 'UTC')::date IS NOT NULL

UPDATE "patient" SET "surname" = CASE WHEN ("patient"."patient_no" = 100) THEN 'a' WHEN ("patient"."patient_no" = 101) THEN 'b' ELSE NULL END::text WHERE "patient"."patient_no" IN (100, 101)

SELECT "patient"."surname" FROM "patient" WHERE "patient"."patient_no" IN (SELECT U0."patient_ref" FROM "stay" U0 INNER JOIN "ward" U1 ON (U0."ward_ref" = U1."ward_no") WHERE U1."ward" = 'surgery') FOR UPDATE OF "patient"

SELECT patient.patient_no, patient.surname FROM patient WHERE patient.surname = 'Luxem' ORDER BY patient.patient_no

SELECT patient_1.surname AS patient_1_surname, stay_1.bed AS stay_1_bed, anon_1.patient_no AS anon_1_patient_no FROM (SELECT patient.patient_no AS patient_no FROM patient ORDER BY patient.patient_no LIMIT 3) AS anon_1 JOIN patient AS patient_1 ON patient_1.patient_no = anon_1.patient_no LEFT OUTER JOIN stay AS stay_1 ON patient_1.patient_no = stay_1.patient_ref ORDER BY anon_1.patient_no, stay_1.bed

INSERT INTO ward (ward_no, ward) SELECT p0::INTEGER, p1::VARCHAR FROM (VALUES (50, 'p', 0), (51, 'q', 1)) AS imp_sen(p0, p1, sen_counter) ORDER BY sen_counter RETURNING ward.ward_no, ward.ward_no AS ward_no__1

WITH RECURSIVE anon_1(id, up, title) AS (SELECT node.id AS id, node.up AS up, node.title AS title FROM node WHERE node.id = 1 UNION ALL SELECT n1.id AS id, n1.up AS up, n1.title AS title FROM node AS n1, anon_1 AS a1 WHERE n1.up = a1.id) SELECT anon_1.id, anon_1.title FROM anon_1 ORDER BY anon_1.id

SELECT anon_1.surname, anon_1.n FROM (SELECT patient.surname AS surname, count(*) AS n FROM patient GROUP BY patient.surname) AS anon_1 WHERE anon_1.n > 1

SELECT EXISTS (SELECT * FROM patient WHERE patient.surname = 'Luxem') AS anon_1

UPDATE patient SET surname = (CAST('a' AS VARCHAR) || patient.surname) WHERE patient.patient_no = 100 RETURNING patient.patient_no, patient.surname

DELETE FROM stay USING patient WHERE stay.patient_ref = patient.patient_no AND patient.surname = 'Luxem' RETURNING stay.stay_no

select p1_0.patient_no,p1_0.born,p1_0.forename,p1_0.surname from patient p1_0 where p1_0.surname='Luxem' and p1_0.patient_no in (select s1_0.patient_ref from stay s1_0 join ward w1_0 on w1_0.ward_no=s1_0.ward_ref where w1_0.ward like '%' escape '') order by p1_0.patient_no offset 0 rows fetch first 5 rows only

select p1_0.patient_no,s1_0.stay_no,s1_0.bed,w1_0.ward_no,w1_0.ward from patient p1_0 left join (stay s1_0 join ward w1_0 on w1_0.ward_no=s1_0.ward_ref) on p1_0.patient_no=s1_0.patient_ref order by 1, 2

select patient0_.patient_no as patient_1_0_0_, patient0_.surname as surname2_0_0_ from patient patient0_ cross join ward ward1_ where patient0_.patient_no=ward1_.ward_no+99 order by patient0_.surname, 1 limit 2

select nextval ('patient_patient_no_seq')

select i1_0.item_no,case when d1_0.item_no is not null then 1 when v1_0.item_no is not null then 2 when i1_0.item_no is not null then 0 end as clazz_,i1_0.label,d1_0.agent,v1_0.maker from item i1_0 left join drug d1_0 on i1_0.item_no=d1_0.item_no left join device v1_0 on i1_0.item_no=v1_0.item_no order by 1

insert into ward (beds,floor,ward,ward_no) values (1,2,'h',60) returning ward_no,ward

update patient p1_0 set surname=upper(p1_0.surname) where p1_0.patient_no=100

update patient set surname='h', forename='i' where patient_no=100 and surname='Luxem'

delete from stay s1_0 where exists(select 1 from patient p1_0 where p1_0.patient_no=s1_0.patient_ref and p1_0.surname='Luxem')

select p1_0.surname from patient p1_0 where p1_0.patient_no=100 for no key update of p1_0 skip locked

select * from (select p1_0.surname c0, p1_0.forename c1, row_number() over(order by p1_0.surname, p1_0.forename) rn from patient p1_0) r_0_ where r_0_.rn<=2 order by r_0_.rn

SELECT "public"."patient"."patient_no", "public"."patient"."surname", "public"."patient"."forename"::text FROM "public"."patient" WHERE ("public"."patient"."surname" = 'Luxem' AND 1=1) ORDER BY "public"."patient"."patient_no" ASC LIMIT 2 OFFSET 0

SELECT "public"."stay"."stay_no", "public"."stay"."patient_ref" FROM "public"."stay" WHERE "public"."stay"."patient_ref" IN (100, 101) ORDER BY 1 OFFSET 0

INSERT INTO "public"."ward" ("ward_no","ward") VALUES (70,'p') RETURNING "public"."ward"."ward_no", "public"."ward"."ward"

UPDATE "public"."patient" SET "surname" = 'x' WHERE ("public"."patient"."patient_no" = 100 AND 1=1) RETURNING "public"."patient"."patient_no", "public"."patient"."surname", "public"."patient"."forename"

DELETE FROM "public"."stay" WHERE ("public"."stay"."stay_no" IN (50) AND 1=1)

INSERT INTO "public"."ward" ("ward_no","ward") VALUES (1,'p') ON CONFLICT ("ward_no") DO UPDATE SET "ward" = 'z' WHERE ("public"."ward"."ward_no" = 1 AND 1=1) RETURNING "public"."ward"."ward_no", "public"."ward"."ward"

SELECT COUNT(*) FROM (SELECT "public"."patient"."patient_no" FROM "public"."patient" WHERE 1=1 OFFSET 0) AS "sub"

SELECT "t1"."patient_no", "t1"."surname", "patient_stays"."__prisma_data__" AS "stays" FROM "public"."patient" AS "t1" LEFT JOIN LATERAL (SELECT COALESCE(JSONB_AGG("__prisma_data__"), '[]') AS "__prisma_data__" FROM (SELECT "t3"."__prisma_data__" FROM (SELECT JSONB_BUILD_OBJECT('bed', "t2"."bed", 'ward_ref', "t2"."ward_ref") AS "__prisma_data__" FROM (SELECT "t1s".* FROM "public"."stay" AS "t1s" WHERE "t1"."patient_no" = "t1s"."patient_ref" ORDER BY "t1s"."bed") AS "t2") AS "t3") AS "t4") AS "patient_stays" ON TRUE ORDER BY "t1"."patient_no"

SELECT "j0"."patient_no" FROM "public"."patient" AS "j0" WHERE ("j0"."patient_no") NOT IN (SELECT "t1"."patient_ref" FROM "public"."stay" AS "t1" WHERE ("t1"."bed" > 5 AND "t1"."patient_ref" IS NOT NULL)) ORDER BY 1

SELECT "patient"."patient_no", "patient"."surname", "stays"."stay_no" AS "stays.stay_no", "stays"."bed" AS "stays.bed", "stays->ward"."ward_no" AS "stays.ward.ward_no", "stays->ward"."ward" AS "stays.ward.ward" FROM "patient" AS "patient" LEFT OUTER JOIN "stay" AS "stays" ON "patient"."patient_no" = "stays"."patient_ref" LEFT OUTER JOIN "ward" AS "stays->ward" ON "stays"."ward_ref" = "stays->ward"."ward_no" ORDER BY "patient"."patient_no", "stays"."stay_no"

SELECT "patient".*, "stays"."bed" AS "stays.bed" FROM (SELECT "patient"."patient_no", "patient"."surname" FROM "patient" AS "patient" WHERE ( SELECT "patient_ref" FROM "stay" AS "stays" WHERE ("stays"."patient_ref" = "patient"."patient_no") LIMIT 1 ) IS NOT NULL ORDER BY "patient"."surname", 1 LIMIT 2) AS "patient" INNER JOIN "stay" AS "stays" ON "patient"."patient_no" = "stays"."patient_ref" ORDER BY "patient"."surname", 1, 3

SELECT count("patient"."patient_no") AS "count" FROM "patient" AS "patient" LEFT OUTER JOIN "stay" AS "stays" ON "patient"."patient_no" = "stays"."patient_ref"

INSERT INTO "patient" ("patient_no","forename","surname") VALUES (DEFAULT,'a','b') RETURNING "patient_no","forename","surname","full_name"

UPDATE "ward" SET "ward"='q',"beds"=3 WHERE "ward_no" = 1 RETURNING *

SELECT "patient"."patient_no" AS "patient_patient_no", "patient"."surname" AS "patient_surname", "stays"."bed" AS "stays_bed" FROM "patient" "patient" LEFT JOIN "stay" "stays" ON "stays"."patient_ref"="patient"."patient_no" WHERE "patient"."surname" = 'Luxem' ORDER BY "patient"."patient_no" ASC, "stays_bed"

SELECT DISTINCT "distinctAlias"."patient_patient_no" AS "ids_patient_patient_no", "distinctAlias"."patient_surname" FROM (SELECT "patient"."patient_no" AS "patient_patient_no", "patient"."surname" AS "patient_surname" FROM "patient" "patient" LEFT JOIN "stay" "stays" ON "stays"."patient_ref"="patient"."patient_no") "distinctAlias" ORDER BY "distinctAlias"."patient_surname" ASC, "patient_patient_no" ASC LIMIT 10

SELECT COUNT(DISTINCT("patient"."patient_no")) AS "cnt" FROM "patient" "patient" LEFT JOIN "stay" "stays" ON "stays"."patient_ref"="patient"."patient_no"

INSERT INTO "patient"("patient_no", "forename", "surname", "born") VALUES (DEFAULT, 'a', 'b', DEFAULT) RETURNING "patient_no", "tag"

SELECT "source"."surname" AS "surname", "source"."count" AS "count" FROM (SELECT "public"."patient"."surname" AS "surname", COUNT(*) AS "count" FROM "public"."patient" GROUP BY "public"."patient"."surname" ORDER BY "public"."patient"."surname" ASC) AS "source" WHERE "source"."count" > 1 LIMIT 1048575

SELECT DATE_TRUNC('month', "public"."treatment"."done_on") AS "done_on", SUM("public"."treatment"."cost") AS "sum", CAST(SUM(CASE WHEN "public"."treatment"."kind" = 'visit' THEN 1 ELSE 0.0 END) AS DOUBLE PRECISION) / NULLIF(CAST(COUNT(*) AS DOUBLE PRECISION), 0) AS "share" FROM "public"."treatment" LEFT JOIN "public"."stay" AS "Stay" ON "public"."treatment"."stay_ref" = "Stay"."stay_no" GROUP BY DATE_TRUNC('month', "public"."treatment"."done_on") ORDER BY DATE_TRUNC('month', "public"."treatment"."done_on") ASC

SELECT CAST("source"."born" AS date) AS "born", "Stay - Patient"."bed" AS "Stay - Patient__bed", "source"."pivot-grouping" FROM (SELECT "public"."patient"."patient_no" AS "patient_no", "public"."patient"."born" AS "born", ABS(0) AS "pivot-grouping" FROM "public"."patient") AS "source" LEFT JOIN "public"."stay" AS "Stay - Patient" ON "source"."patient_no" = "Stay - Patient"."patient_ref" ORDER BY 1, 2

with source as (select * from patient), renamed as (select patient_no as patient_id, surname as last_name, forename from source), final as (select *, row_number() over (partition by last_name order by patient_id) as n from renamed) select * from final order by patient_id

create temporary table made__dbt_tmp as (with source as (select * from public.patient) select patient_no, surname as last_name from source)

-- simple
create table made as (select patient.patient_no, patient.surname, count(stay.stay_no) as stays from patient left join stay on patient.patient_no = stay.patient_ref group by 1, 2)
-- then
select * from made order by 1

-- simple
create view made__v as (select ward.*, s.stays from ward left join (select ward_ref, count(*) as stays from stay group by ward_ref) s on s.ward_ref = ward.ward_no)
-- then
select * from made__v order by ward_no

select count(*) as failures, count(*) != 0 as should_warn from (select surname from (select * from patient where surname is not null) dbt_subquery where surname is null) dbt_internal_test

select surname as unique_field, count(*) as n_records from patient where surname is not null group by surname having count(*) > 1

with all_values as (select surname as value_field, count(*) as n_records from patient group by surname) select * from all_values where value_field not in ('Luxem','Pavlov') order by 1

with child as (select ward_ref as from_field from stay where ward_ref is not null), parent as (select ward_no as to_field from ward) select from_field from child left join parent on child.from_field = parent.to_field where parent.to_field is null

delete from treatment as DBT_INTERNAL_DEST where (treat_no) in (select distinct treat_no from treatment_old as DBT_INTERNAL_SOURCE)

SELECT * FROM public.patient ORDER BY patient_no ASC LIMIT 100

SELECT ctid, x.* FROM public.patient x WHERE surname = 'nobody'

SELECT x.* FROM public.patient x WHERE x.surname = 'Luxem' ORDER BY x.patient_no DESC

UPDATE public.patient SET surname='x' WHERE patient_no=100

UPDATE public.patient SET surname = 'x'::text WHERE patient_no = 100 AND surname = 'Luxem'

SELECT count(*) FROM public.patient x

INSERT INTO public.ward (ward_no, ward, floor) VALUES (80, 'd', NULL) RETURNING ward_no, ward

SELECT p.surname, json_agg(json_build_object('bed', s.bed, 'ward', w.ward) ORDER BY s.bed) AS stays FROM patient p JOIN stay s ON s.patient_ref = p.patient_no LEFT JOIN ward w ON w.ward_no = s.ward_ref GROUP BY p.patient_no ORDER BY p.patient_no

SELECT coalesce(json_agg(t), '[]') FROM (SELECT surname, forename FROM patient ORDER BY patient_no) t

SELECT row_to_json(t) FROM (SELECT p.surname, (SELECT json_agg(s) FROM (SELECT bed, during FROM stay WHERE patient_ref = p.patient_no ORDER BY bed) s) AS stays FROM patient p ORDER BY patient_no) t

WITH pgrst_source AS (SELECT "public"."patient"."surname", row_to_json("patient_stay_1".*) AS "stay" FROM "public"."patient" LEFT JOIN LATERAL (SELECT "stay_1"."bed" FROM "public"."stay" AS "stay_1" WHERE "stay_1"."patient_ref" = "public"."patient"."patient_no" ORDER BY 1 LIMIT 1) AS "patient_stay_1" ON TRUE ORDER BY "public"."patient"."patient_no") SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body FROM (SELECT * FROM pgrst_source) _postgrest_t

select "patient"."surname" as "surname", "ward"."ward" from "patient" inner join "stay" on "stay"."patient_ref" = "patient"."patient_no" inner join "ward" on "ward"."ward_no" = "stay"."ward_ref" where ("patient"."surname" = 'Luxem' or "ward"."ward" in ('x')) and exists (select * from "doctor" where "doctor"."ward_ref" = "ward"."ward_no") group by "patient"."surname", "ward"."ward" order by "ward" desc

select count(*) as aggregate from "patient" where "surname" = 'Luxem' and "patient"."born" is not null

select "patient".*, (select count(*) from "stay" where "patient"."patient_no" = "stay"."patient_ref") as "stays_count" from "patient" order by "stays_count" desc, "patient_no"

insert into "ward" ("ward_no", "ward") values (1, 'l') on conflict ("ward_no") do update set "ward" = "excluded"."ward"

select * from (select "surname", "patient_no" from "patient" where "patient_no" > 100) as "t" union all (select "name", "doctor_no" from "doctor") order by "surname", 2

SELECT p0."patient_no", p0."surname", s1."bed" FROM "patient" AS p0 LEFT OUTER JOIN "stay" AS s1 ON s1."patient_ref" = p0."patient_no" WHERE (p0."surname" = 'Luxem') ORDER BY p0."patient_no", s1."bed"

UPDATE "patient" AS p0 SET "surname" = 'e' WHERE (p0."patient_no" = 100) RETURNING p0."patient_no", p0."surname"

INSERT INTO "ward" AS w0 ("ward_no","ward") VALUES (1,'x') ON CONFLICT ("ward_no") DO UPDATE SET "ward" = EXCLUDED."ward", "beds" = w0."beds" + 1 RETURNING "ward_no","ward"

SELECT p."patient_no", p."surname", t."bed" FROM "patient" AS p LEFT JOIN LATERAL (SELECT s."bed", s."patient_ref" FROM "stay" AS s WHERE p."patient_no" = s."patient_ref" ORDER BY s."bed" LIMIT 1) AS t ON TRUE ORDER BY p."patient_no", t."bed"
