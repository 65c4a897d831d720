-- The short way for what is asked most: one command with one event, and nothing in its way. It answers `seq, at, unit_seq`;
-- or null, with nothing stored, where the command is known or a stream has moved on: `heard.append` is asked then, and
-- says which. `_read_streams` are those read beside its own, `_parts` what is sealed beside it; null where there are none.
CREATE FUNCTION heard.append_one(
    _hospital text, _command text, _digest bytea, _given bigint, _read_streams text[], _read_versions bigint[],
    _stream text, _version bigint, _name text, _v bigint, _unit text, _head bytea, _body bytea, _inner bytea,
    _parts text[], _keys text[], _salts bytea[], _ciphers bytea[]
) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
    _seq bigint;
    _at bigint;
    _unit_seq bigint;
    _found bigint;
    _known bigint;
BEGIN
    SELECT head.seq + 1, greatest(head.at, _given) INTO STRICT _seq, _at
      FROM heard.head WHERE head.hospital = _hospital FOR UPDATE;

    -- A statement of its own, so that it sees what the last holder of the lock left.
    SELECT (SELECT commands.first FROM heard.commands WHERE commands.hospital = _hospital AND commands.id = _command),
           (SELECT events.version FROM heard.events WHERE events.hospital = _hospital AND events.stream = _stream
             ORDER BY events.version DESC LIMIT 1),
           (SELECT units.seq FROM heard.units WHERE units.hospital = _hospital AND units.unit = _unit)
      INTO _known, _found, _unit_seq;
    IF _known IS NOT NULL OR coalesce(_found, 0) <> _version - 1 THEN
        RETURN NULL;
    END IF;
    IF _read_streams IS NOT NULL THEN
        PERFORM FROM unnest(_read_streams, _read_versions) AS read (stream, version)
          WHERE read.version <> coalesce(
                (SELECT events.version FROM heard.events WHERE events.hospital = _hospital AND events.stream = read.stream
                  ORDER BY events.version DESC LIMIT 1), 0);
        IF FOUND THEN
            RETURN NULL;
        END IF;
    END IF;

    INSERT INTO heard.commands (hospital, id, digest, first, last) VALUES (_hospital, _command, _digest, _seq, _seq);
    IF _unit_seq IS NOT NULL THEN
        _unit_seq := _unit_seq + 1;
        UPDATE heard.units SET seq = _unit_seq WHERE units.hospital = _hospital AND units.unit = _unit;
    ELSIF _unit IS NOT NULL THEN
        _unit_seq := 1;
        INSERT INTO heard.units (hospital, unit, seq) VALUES (_hospital, _unit, _unit_seq);
    END IF;
    INSERT INTO heard.events (hospital, seq, stream, version, name, v, unit, unit_seq, at, command, head, body, leaf)
    VALUES (
        _hospital, _seq, _stream, _version, _name, _v, _unit, _unit_seq, _at, _command, _head, _body,
        sha256('\x00'::bytea || convert_to(
            'heard/1 ' || _hospital || ' ' || _seq || ' ' || coalesce(_unit || ' ' || _unit_seq, '- -')
            || ' ' || _at || E'\n', 'UTF8') || _inner)
    );
    IF _parts IS NOT NULL THEN
        INSERT INTO heard.sealed (hospital, seq, part, key_id, salt, cipher)
        SELECT _hospital, _seq, sealed.part, sealed.key_id, sealed.salt, sealed.cipher
          FROM unnest(_parts, _keys, _salts, _ciphers) AS sealed (part, key_id, salt, cipher);
    END IF;
    UPDATE heard.head SET seq = _seq, at = _at WHERE head.hospital = _hospital;
    RETURN ARRAY[_seq, _at, _unit_seq];
END $$;
