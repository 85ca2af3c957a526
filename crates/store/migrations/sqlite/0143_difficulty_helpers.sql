-- Who could help with what is hard, as the newcomer wishes; nothing of a map from before it was asked.
ALTER TABLE difficulties ADD COLUMN helpers TEXT;
ALTER TABLE earlier_difficulties ADD COLUMN helpers TEXT;
