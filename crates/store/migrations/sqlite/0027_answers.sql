-- When the first of the four answers to a request was given, whatever followed it. Of earlier requests the log knows.
ALTER TABLE requests ADD COLUMN answered_at INTEGER;
UPDATE requests SET answered_at = (
    SELECT MIN(at) FROM audit WHERE audit.school_id = requests.school_id AND subject = requests.id
        AND what IN ('request-asked', 'request-meet-first', 'request-accepted', 'request-declined')
);
-- When mentors pause and have paused: nobody waits for them meanwhile.
CREATE TABLE mentor_pauses (
    school_id TEXT NOT NULL,
    mentor_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, mentor_id, number),
    FOREIGN KEY (school_id, mentor_id) REFERENCES mentors (school_id, id)
) STRICT;
INSERT INTO mentor_pauses (school_id, mentor_id, number, from_at, until_at)
SELECT school_id, id, 1, since_at, CAST(strftime('%s', back_on) AS INTEGER) * 1000 FROM (
    SELECT mentors.school_id, mentors.id, back_on, MAX(at) AS since_at FROM mentors
    JOIN audit ON audit.school_id = mentors.school_id AND subject = mentors.id AND what = 'mentor-paused'
    WHERE back_on IS NOT NULL GROUP BY mentors.school_id, mentors.id, back_on
) AS paused;
