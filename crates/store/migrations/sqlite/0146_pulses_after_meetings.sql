-- The short pulse asks after a meeting, too: once in a fortnight beside the question of the fortnight. The meeting is not kept, and of
-- the time only which of the two weeks it was, so that nobody is asked twice in one.
CREATE TABLE pulses_of_both (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    fortnight INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('newcomer', 'mentor')),
    said TEXT NOT NULL CHECK (said IN ('answered', 'skipped', 'silent')),
    going INTEGER CHECK (going BETWEEN 1 AND 5),
    item TEXT,
    mark INTEGER CHECK (mark BETWEEN 1 AND 5),
    lang TEXT NOT NULL,
    wording INTEGER NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('fortnight', 'meeting')),
    second_week INTEGER NOT NULL CHECK (second_week IN (0, 1)),
    PRIMARY KEY (school_id, programme_id, person_id, fortnight, source),
    CHECK ((said = 'answered') = (going IS NOT NULL)),
    CHECK ((item IS NULL) = (mark IS NULL)),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO pulses_of_both (school_id, programme_id, person_id, fortnight, side, said, going, item, mark, lang, wording, source, second_week)
    SELECT school_id, programme_id, person_id, fortnight, side, said, going, item, mark, lang, wording, 'fortnight', 0 FROM pulses;
DROP TABLE pulses;
ALTER TABLE pulses_of_both RENAME TO pulses;
