-- Districts, schools, people, and their roles as dated periods.
CREATE TABLE districts (
    id TEXT PRIMARY KEY,
    name_kk TEXT NOT NULL,
    name_ru TEXT NOT NULL
) STRICT;

CREATE TABLE schools (
    id TEXT PRIMARY KEY,
    district_id TEXT NOT NULL REFERENCES districts (id),
    name_kk TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    short_kk TEXT NOT NULL,
    short_ru TEXT NOT NULL,
    bin TEXT NOT NULL,
    place_kk TEXT NOT NULL,
    place_ru TEXT NOT NULL,
    utc_offset_minutes INTEGER NOT NULL CHECK (utc_offset_minutes BETWEEN -720 AND 840)
) STRICT;

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    school_id TEXT REFERENCES schools (id),
    district_id TEXT REFERENCES districts (id),
    family TEXT NOT NULL,
    given TEXT NOT NULL,
    patronymic TEXT,
    folded TEXT NOT NULL,
    email TEXT UNIQUE,
    phone TEXT,
    staff_number TEXT,
    position TEXT,
    subject TEXT,
    category TEXT NOT NULL,
    service_years INTEGER,
    hired_on TEXT,
    weekly_load INTEGER,
    left_on TEXT,
    lang TEXT NOT NULL CHECK (lang IN ('kk', 'ru', 'en')),
    version INTEGER NOT NULL DEFAULT 0,
    UNIQUE (school_id, id),
    UNIQUE (school_id, staff_number)
) STRICT;
CREATE INDEX people_folded ON people (school_id, folded);

CREATE TABLE roles (
    person_id TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL CHECK (role IN ('administrator', 'district_officer', 'head', 'coordinator', 'teacher', 'newcomer', 'mentor')),
    from_day TEXT NOT NULL,
    until_day TEXT,
    PRIMARY KEY (person_id, role, from_day),
    CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;
CREATE UNIQUE INDEX roles_one_open ON roles (person_id, role) WHERE until_day IS NULL;
