-- Orders of the head. What an order says is kept with it from the day it is signed; before, it is made anew
-- from what stands.
CREATE TABLE orders (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('provisional', 'confirming', 'replacing')),
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
    FOREIGN KEY (school_id, former_id) REFERENCES orders (school_id, id)
) STRICT;
CREATE UNIQUE INDEX orders_number ON orders (school_id, programme_id, number) WHERE state = 'signed';

-- Which pairs an order is about. A pair stands in one open order at a time.
CREATE TABLE order_lines (
    school_id TEXT NOT NULL,
    order_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    PRIMARY KEY (school_id, order_id, pair_id),
    FOREIGN KEY (school_id, order_id) REFERENCES orders (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id)
) STRICT;
CREATE INDEX order_lines_pair ON order_lines (school_id, pair_id);
