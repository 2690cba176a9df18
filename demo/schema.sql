-- What release 1.0.0 was written for. `account` has a column last_name too, and keeps it.
CREATE TABLE person (
  id bigserial PRIMARY KEY,
  first_name text NOT NULL,
  last_name text NOT NULL
);

CREATE TABLE account (
  id bigserial PRIMARY KEY,
  person_id bigint NOT NULL REFERENCES person (id),
  last_name text NOT NULL
);
