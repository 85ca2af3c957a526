-- When a modelled situation began: its parts are counted from then.
ALTER TABLE scenes ADD COLUMN begun_at INTEGER;
