-- Two tables laid down whole before anybody comes, and filled where they are: neither says in which order that happened, and no
-- row of one has anything in common with a row of the other.
PRAGMA secure_delete=ON;
-- The cards of a campaign. One that was drawn is locked anew, under a key that only the page of whoever drew it has.
CREATE TABLE cards (
    place INTEGER PRIMARY KEY,
    box   TEXT NOT NULL,    -- campaign and group, as long in every row
    drawn INTEGER NOT NULL, -- 0 or 1
    body  BLOB NOT NULL     -- the card, encrypted
);
-- Who has drawn one: a keyed hash of the person in a place drawn by lot; nothing but zeros where nobody is yet.
CREATE TABLE seats (
    place    INTEGER PRIMARY KEY,
    campaign TEXT NOT NULL, -- as long in every row
    person   BLOB NOT NULL
);
