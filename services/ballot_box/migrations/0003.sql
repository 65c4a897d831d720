-- The cards with which one may answer, as keyed hashes: put in all at once and shuffled, and never touched until all go. A ballot
-- lies under the hash of its card.
CREATE TABLE cards (
    place INTEGER PRIMARY KEY,
    box   TEXT NOT NULL, -- campaign and group, as long in every row
    id    BLOB NOT NULL
);
