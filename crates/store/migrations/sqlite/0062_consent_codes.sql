-- The code under which anybody checks the paper of a consent; those that were given before get one by chance.
ALTER TABLE consents ADD COLUMN code TEXT;
UPDATE consents SET code = substr(hex(randomblob(3)), 1, 5) || '-' || substr(hex(randomblob(3)), 1, 5);
CREATE UNIQUE INDEX consents_code ON consents (code);
