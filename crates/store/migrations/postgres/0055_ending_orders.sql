-- An order may end the mentoring of pairs.
ALTER TABLE orders DROP CONSTRAINT orders_kind_check;
ALTER TABLE orders ADD CONSTRAINT orders_kind_check CHECK (kind IN ('provisional', 'confirming', 'replacing', 'ending'));
