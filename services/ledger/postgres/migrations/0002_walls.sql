-- The second wall: a session sees the one hospital it named, whatever a query forgets to say; a session that named none is
-- an error. FORCE binds the owner too. The third: where we may make a role, the ledger is worked under one that owns
-- nothing and can neither change nor delete an event.
DO $$
DECLARE
    tables constant text[] := ARRAY['events', 'sealed', 'commands', 'head', 'units', 'ledger'];
    one text;
BEGIN
    FOREACH one IN ARRAY tables LOOP
        EXECUTE format('ALTER TABLE heard.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one);
        EXECUTE format('CREATE POLICY own_hospital ON heard.%I USING (hospital = current_setting(''heard.hospital''))', one);
    END LOOP;
END $$;

DO $$
BEGIN
    IF (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) THEN
        BEGIN
            CREATE ROLE heard_ledger NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- another database of this cluster has brought it
        END;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'heard_ledger') THEN
        RETURN;
    END IF;
    IF NOT pg_has_role(current_user, 'heard_ledger', 'MEMBER') THEN
        BEGIN
            EXECUTE format('GRANT heard_ledger TO %I', current_user);
        EXCEPTION WHEN insufficient_privilege THEN
            RETURN; -- it is not ours to step down to: the owner stays behind the second wall
        END;
    END IF;
    GRANT USAGE ON SCHEMA heard TO heard_ledger;
    GRANT SELECT ON ALL TABLES IN SCHEMA heard TO heard_ledger;
    GRANT INSERT ON heard.events, heard.sealed, heard.commands, heard.head, heard.units, heard.ledger TO heard_ledger;
    GRANT UPDATE ON heard.head, heard.units TO heard_ledger;
    GRANT UPDATE (salt, cipher), DELETE ON heard.sealed TO heard_ledger; -- erasure
    GRANT UPDATE (digest) ON heard.commands TO heard_ledger;             -- erasure
END $$;
