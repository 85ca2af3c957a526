-- Where the two meet, where they meet online.
ALTER TABLE meetings ADD COLUMN online_link TEXT;
