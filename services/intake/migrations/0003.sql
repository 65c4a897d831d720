CREATE INDEX waiting_about ON waiting (about, n);
-- Whose speaker has said that they kept the code.
CREATE TABLE kept (id TEXT PRIMARY KEY) WITHOUT ROWID;
