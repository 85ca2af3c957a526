-- The device of an adult in a child's hand: the one page that its session opens, until the adult proves who they are.
ALTER TABLE sessions ADD COLUMN handed TEXT;
