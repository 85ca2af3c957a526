-- An order may end the mentoring of pairs. SQLite changes no CHECK of a table that stands, so both tables are made anew;
-- the lines first go with the new orders, so that nothing refers to what is dropped.
CREATE TABLE orders_with_ends (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('provisional', 'confirming', 'replacing', 'ending')),
    former_id TEXT,
    minutes TEXT,
    code TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'discarded')),
    number TEXT,
    on_day TEXT,
    state_at INTEGER,
    signed_by TEXT,
    sheet TEXT,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK (state <> 'signed' OR (number IS NOT NULL AND on_day IS NOT NULL AND signed_by IS NOT NULL AND sheet IS NOT NULL)),
    CHECK ((state = 'draft') = (state_at IS NULL)),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, former_id) REFERENCES orders_with_ends (school_id, id)
) STRICT;
INSERT INTO orders_with_ends (id, school_id, programme_id, kind, former_id, minutes, code, state, number, on_day, state_at, signed_by, sheet, version)
    SELECT id, school_id, programme_id, kind, former_id, minutes, code, state, number, on_day, state_at, signed_by, sheet, version FROM orders;
CREATE TABLE order_lines_with_ends (
    school_id TEXT NOT NULL,
    order_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    PRIMARY KEY (school_id, order_id, pair_id),
    FOREIGN KEY (school_id, order_id) REFERENCES orders_with_ends (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id)
) STRICT;
INSERT INTO order_lines_with_ends (school_id, order_id, pair_id) SELECT school_id, order_id, pair_id FROM order_lines;
DROP TABLE order_lines;
DROP TABLE orders;
ALTER TABLE orders_with_ends RENAME TO orders;
ALTER TABLE order_lines_with_ends RENAME TO order_lines;
CREATE UNIQUE INDEX orders_number ON orders (school_id, programme_id, number) WHERE state = 'signed';
CREATE INDEX order_lines_pair ON order_lines (school_id, pair_id);
