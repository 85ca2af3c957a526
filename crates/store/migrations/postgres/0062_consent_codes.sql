-- The code under which anybody checks the paper of a consent; those that were given before get one by chance.
ALTER TABLE consents ADD COLUMN code TEXT;
UPDATE consents SET code = upper(substr(gen_random_uuid()::text, 1, 5) || '-' || substr(gen_random_uuid()::text, 1, 5));
CREATE UNIQUE INDEX consents_code ON consents (code);
