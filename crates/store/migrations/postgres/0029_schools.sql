-- What papers say of a school is corrected on a page; of two who do it at once one learns of the other.
ALTER TABLE schools ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
