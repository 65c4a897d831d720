CREATE TABLE messages (
    key      BLOB PRIMARY KEY, -- a keyed hash of what the sender calls it
    state    TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    whom     TEXT,             -- a person's id or an address; forgotten once it is sent
    subject  TEXT,
    body     TEXT,
    put      INTEGER NOT NULL, -- µs UTC; 0 once it is sent
    attempts INTEGER NOT NULL DEFAULT 0,
    due      INTEGER NOT NULL,
    why      TEXT              -- why it could not be sent the last time
) WITHOUT ROWID;
CREATE INDEX messages_by_due ON messages (due) WHERE state = 'waiting';
