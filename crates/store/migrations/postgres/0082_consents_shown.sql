-- What the paper of a consent says, as it stood when the consent was given. Those that were given before have none.
ALTER TABLE consents ADD COLUMN shown TEXT;
