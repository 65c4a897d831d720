-- From which voice somebody is kept because it is about them. No fact says whom.
CREATE TABLE walls (
    stream TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES holders (id),
    PRIMARY KEY (stream, person)
) WITHOUT ROWID;
CREATE INDEX walls_by_person ON walls (person);
