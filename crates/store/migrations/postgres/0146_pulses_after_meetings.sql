-- The short pulse asks after a meeting, too: once in a fortnight beside the question of the fortnight. The meeting is not kept, and of
-- the time only which of the two weeks it was, so that nobody is asked twice in one.
ALTER TABLE pulses ADD COLUMN source TEXT NOT NULL DEFAULT 'fortnight' CHECK (source IN ('fortnight', 'meeting'));
ALTER TABLE pulses ADD COLUMN second_week BIGINT NOT NULL DEFAULT 0 CHECK (second_week IN (0, 1));
ALTER TABLE pulses ALTER COLUMN source DROP DEFAULT;
ALTER TABLE pulses ALTER COLUMN second_week DROP DEFAULT;
ALTER TABLE pulses DROP CONSTRAINT pulses_pkey;
ALTER TABLE pulses ADD PRIMARY KEY (school_id, programme_id, person_id, fortnight, source);
