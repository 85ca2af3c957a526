-- Which of the two asks: the newcomer, or the mentor, who may offer first by the same rules. One request between the
-- two is open at a time, whoever asked: requests_one_open does not look at the side.
ALTER TABLE requests ADD COLUMN asked_by TEXT NOT NULL DEFAULT 'newcomer' CHECK (asked_by IN ('newcomer', 'mentor'));
