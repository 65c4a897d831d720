-- How somebody wants to be told, where they have said it.
CREATE TABLE preferences (
    person       TEXT PRIMARY KEY REFERENCES holders (id) ON DELETE CASCADE,
    digest       TEXT NOT NULL CHECK (digest IN ('daily', 'mondays', 'never')),
    quiet_begins TEXT, -- so: 22:00, by the hospital's clock
    quiet_ends   TEXT
) WITHOUT ROWID;
