-- Frozen with the first event. One set of tables for all hospitals; the hospital stands first in every key, so a cluster can
-- be divided by it. Keys compare byte by byte, as the SQLite store does.
CREATE SCHEMA heard;

CREATE TABLE heard.migrated (
    version integer PRIMARY KEY
);
CREATE TABLE heard.events (
    hospital text   COLLATE "C" NOT NULL,
    seq      bigint             NOT NULL,
    stream   text   COLLATE "C" NOT NULL,
    version  bigint             NOT NULL,
    name     text   COLLATE "C" NOT NULL,
    v        integer            NOT NULL DEFAULT 1,
    unit     text   COLLATE "C",
    unit_seq bigint,
    at       bigint             NOT NULL,
    command  text   COLLATE "C",
    head     bytea              NOT NULL,
    body     bytea              NOT NULL,
    leaf     bytea              NOT NULL,
    PRIMARY KEY (hospital, seq),
    UNIQUE (hospital, stream, version),
    UNIQUE (hospital, unit, unit_seq)
);
CREATE TABLE heard.sealed (
    hospital text   COLLATE "C" NOT NULL,
    seq      bigint             NOT NULL,
    part     text   COLLATE "C" NOT NULL,
    key_id   text   COLLATE "C" NOT NULL,
    salt     bytea,
    cipher   bytea,
    PRIMARY KEY (hospital, seq, part)
);
CREATE TABLE heard.commands (
    hospital text   COLLATE "C" NOT NULL,
    id       text   COLLATE "C" NOT NULL,
    digest   bytea,
    first    bigint             NOT NULL,
    last     bigint             NOT NULL,
    PRIMARY KEY (hospital, id)
);
-- One row per hospital, locked for the append; half-empty pages let it be written over in place.
CREATE TABLE heard.head (
    hospital text   COLLATE "C" PRIMARY KEY,
    seq      bigint             NOT NULL,
    at       bigint             NOT NULL
) WITH (fillfactor = 50);
CREATE TABLE heard.units (
    hospital text   COLLATE "C" NOT NULL,
    unit     text   COLLATE "C" NOT NULL,
    seq      bigint             NOT NULL,
    PRIMARY KEY (hospital, unit)
) WITH (fillfactor = 50);
CREATE TABLE heard.ledger (
    hospital text   COLLATE "C" PRIMARY KEY,
    format   text               NOT NULL,
    created  bigint             NOT NULL,
    origin   text               NOT NULL
);
