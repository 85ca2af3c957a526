-- Camps of young specialists. The grid with its workshops and the groups are one thing each, read and written whole.
CREATE TABLE camps (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL REFERENCES schools (id),
    district_id TEXT NOT NULL REFERENCES districts (id),
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    packing TEXT NOT NULL,
    slots TEXT NOT NULL,
    camp_groups TEXT NOT NULL,
    seed TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'assigned', 'closed', 'cancelled')),
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id)
);

CREATE INDEX camps_of_district ON camps (district_id);
