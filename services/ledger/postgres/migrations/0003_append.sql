-- Everything an append does, in one call: under the lock of the hospital's head row each commit is judged alone and, when it
-- stands, placed. Arrays run in step: per commit, per expected stream, per draft, per sealed part; `*_upto` says how far
-- into the finer arrays a commit or draft reaches. `_units` are those met, once each; a draft names the nth of them or null,
-- so that a unit met a thousand times is counted here and written once. One row per commit comes back: its verdict (`a`ppended, `d`one, `s`tale,
-- `r`eused), for `a` and `d` first and last seq, for `a` also `at` and the unit sequence of each draft, for `s` the
-- stream with the version expected and the actual one.
CREATE FUNCTION heard.append(
    _hospital text,
    _commands text[], _digests bytea[], _ats bigint[], _expects_upto bigint[], _drafts_upto bigint[],
    _expected_streams text[], _expected_versions bigint[],
    _streams text[], _versions bigint[], _names text[], _vs bigint[], _unit_nths bigint[],
    _heads bytea[], _bodies bytea[], _inners bytea[], _sealed_upto bigint[],
    _parts text[], _keys text[], _salts bytea[], _ciphers bytea[], _units text[],
    OUT verdict text, OUT first bigint, OUT last bigint, OUT at bigint, OUT unit_seqs bigint[],
    OUT stream text, OUT expected bigint, OUT actual bigint
) RETURNS SETOF record LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    _seq bigint;
    _begun bigint;
    _at bigint;
    _unit text;
    _unit_seq bigint;
    _unit_seqs bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(_units)]);
    _digest bytea;
    _expect bigint := 0;
    _draft bigint := 0;
    _part bigint := 0;
    _from bigint;
BEGIN
    SELECT head.seq, head.at INTO STRICT _begun, _at FROM heard.head WHERE head.hospital = _hospital FOR UPDATE;
    _seq := _begun;

    FOR _commit IN 1 .. cardinality(_ats) LOOP
        verdict := 'a';
        _from := _draft + 1;

        -- Is every stream as it was when it was read?
        WHILE _expect < _expects_upto[_commit] LOOP
            _expect := _expect + 1;
            actual := NULL;
            SELECT events.version INTO actual FROM heard.events
             WHERE events.hospital = _hospital AND events.stream = _expected_streams[_expect]
             ORDER BY events.version DESC LIMIT 1;
            IF coalesce(actual, 0) <> _expected_versions[_expect] THEN
                verdict := 's';
                stream := _expected_streams[_expect];
                expected := _expected_versions[_expect];
                actual := coalesce(actual, 0);
                EXIT;
            END IF;
        END LOOP;
        _expect := _expects_upto[_commit];

        IF _commands[_commit] IS NULL THEN
            -- Events without a command: is one of their places taken, by a stored event or by one of themselves?
            SELECT 's', place.stream, place.version - 1, place.version INTO verdict, stream, expected, actual
              FROM (SELECT wanted.stream, wanted.version, wanted.nth,
                           row_number() OVER (PARTITION BY wanted.stream, wanted.version ORDER BY wanted.nth) AS time
                      FROM unnest(_streams[_from : _drafts_upto[_commit]], _versions[_from : _drafts_upto[_commit]])
                           WITH ORDINALITY AS wanted (stream, version, nth)) AS place
             WHERE place.time > 1
                OR EXISTS (SELECT FROM heard.events WHERE events.hospital = _hospital
                              AND events.stream = place.stream AND events.version = place.version)
             ORDER BY place.nth LIMIT 1;
            verdict := coalesce(verdict, 'a');
        ELSE
            -- The command id is claimed last, so that a refused commit leaves nothing behind; who finds it claimed is told
            -- what became of it, however stale this asking is.
            IF verdict = 'a' THEN
                INSERT INTO heard.commands (hospital, id, digest, first, last)
                VALUES (_hospital, _commands[_commit], _digests[_commit], _seq + 1, _seq + _drafts_upto[_commit] - _draft)
                    ON CONFLICT DO NOTHING;
                IF NOT FOUND THEN
                    verdict := 'd';
                END IF;
            END IF;
            IF verdict <> 'a' THEN
                SELECT commands.digest, commands.first, commands.last INTO _digest, first, last FROM heard.commands
                 WHERE commands.hospital = _hospital AND commands.id = _commands[_commit];
                IF FOUND THEN
                    verdict := CASE WHEN _digest IS NOT DISTINCT FROM _digests[_commit] THEN 'd' ELSE 'r' END;
                END IF;
            END IF;
        END IF;

        IF verdict = 'a' THEN
            _at := greatest(_at, _ats[_commit]);
            at := _at;
            first := _seq + 1;
            unit_seqs := '{}';
            FOR _nth IN _from .. _drafts_upto[_commit] LOOP
                _seq := _seq + 1;
                _unit_seq := NULL;
                _unit := _units[_unit_nths[_nth]];
                IF _unit IS NOT NULL THEN
                    _unit_seq := _unit_seqs[_unit_nths[_nth]];
                    IF _unit_seq IS NULL THEN
                        SELECT units.seq INTO _unit_seq FROM heard.units
                         WHERE units.hospital = _hospital AND units.unit = _unit;
                    END IF;
                    _unit_seq := coalesce(_unit_seq, 0) + 1;
                    _unit_seqs[_unit_nths[_nth]] := _unit_seq;
                END IF;
                INSERT INTO heard.events
                    (hospital, seq, stream, version, name, v, unit, unit_seq, at, command, head, body, leaf)
                VALUES (
                    _hospital, _seq, _streams[_nth], _versions[_nth], _names[_nth], _vs[_nth], _unit, _unit_seq, _at,
                    _commands[_commit], _heads[_nth], _bodies[_nth],
                    sha256('\x00'::bytea || convert_to(
                        'heard/1 ' || _hospital || ' ' || _seq || ' ' || coalesce(_unit || ' ' || _unit_seq, '- -')
                        || ' ' || _at || E'\n', 'UTF8') || _inners[_nth])
                );
                FOR _sealed IN coalesce(_sealed_upto[_nth - 1], 0) + 1 .. _sealed_upto[_nth] LOOP
                    INSERT INTO heard.sealed (hospital, seq, part, key_id, salt, cipher)
                    VALUES (_hospital, _seq, _parts[_sealed], _keys[_sealed], _salts[_sealed], _ciphers[_sealed]);
                END LOOP;
                unit_seqs := unit_seqs || _unit_seq;
            END LOOP;
            last := _seq;
        END IF;
        _draft := _drafts_upto[_commit];
        RETURN NEXT;
    END LOOP;

    IF _seq > _begun THEN
        INSERT INTO heard.units (hospital, unit, seq)
        SELECT _hospital, met.unit, met.seq FROM unnest(_units, _unit_seqs) AS met (unit, seq) WHERE met.seq IS NOT NULL
            ON CONFLICT (hospital, unit) DO UPDATE SET seq = excluded.seq;
        UPDATE heard.head SET seq = _seq, at = _at WHERE head.hospital = _hospital;
    END IF;
END $$;

-- The last position recorded at or before a moment, by bisection: `at` never falls while `seq` grows.
CREATE FUNCTION heard.last_seq_by(_hospital text, _moment bigint) RETURNS bigint STABLE LANGUAGE plpgsql AS $$
DECLARE
    _low bigint := 0;
    _high bigint;
    _middle bigint;
    _at bigint;
BEGIN
    SELECT head.seq INTO STRICT _high FROM heard.head WHERE head.hospital = _hospital;
    WHILE _low < _high LOOP
        _middle := (_low + _high + 1) / 2;
        SELECT events.at INTO STRICT _at FROM heard.events WHERE events.hospital = _hospital AND events.seq = _middle;
        IF _at <= _moment THEN _low := _middle; ELSE _high := _middle - 1; END IF;
    END LOOP;
    RETURN _low;
END $$;
