-- A request that goes on carries words of its own. Where none were written, it waits for the newcomer.
ALTER TABLE request_follows ADD COLUMN text TEXT NOT NULL DEFAULT '';
