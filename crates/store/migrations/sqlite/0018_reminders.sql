-- When the mentor was reminded at half-time, or half-time passed without need; NULL while it lies ahead (feat:C14).
ALTER TABLE requests ADD COLUMN reminded_at INTEGER;
