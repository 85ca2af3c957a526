-- Questions are added to the log of a talk, too, and the body of every paper of the set may be edited: of plans, of the letter
-- that is made of closing words, of orders.
ALTER TABLE form_fields DROP CONSTRAINT form_fields_kind_check;
ALTER TABLE form_fields ADD CONSTRAINT form_fields_kind_check
    CHECK (kind IN ('work', 'development', 'observation', 'control', 'visit', 'mentor', 'newcomer', 'note', 'closing', 'log'));
ALTER TABLE form_editions DROP CONSTRAINT form_editions_kind_check;
ALTER TABLE form_editions ADD CONSTRAINT form_editions_kind_check
    CHECK (kind IN ('order', 'work', 'development', 'observation', 'control', 'visit', 'mentor', 'newcomer', 'note', 'closing'));

-- What a talk that was written down keeps of them: the questions as they were then, and the answers.
ALTER TABLE meetings ADD COLUMN form TEXT;
ALTER TABLE meetings ADD COLUMN answers TEXT NOT NULL DEFAULT '{}';
