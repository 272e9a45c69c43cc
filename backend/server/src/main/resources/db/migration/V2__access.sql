-- Access: who someone is, what they may do, and the log of what they saw.
-- Secrets of 32 random bytes are kept as their SHA-256; passwords and client secrets as Argon2id.

-- A person. Either local (argon2) or known to an OpenID provider (issuer, subject); never both.
CREATE TABLE account (
    id           text COLLATE "C" PRIMARY KEY,
    login        text COLLATE "C" UNIQUE,      -- as typed, in lower case; null for a provider's account
    name         text             NOT NULL,    -- shown to others: Ingrid Solheim
    given        text             NOT NULL,    -- on boards: Ingrid
    argon2       text,                         -- null: no password
    must_change  boolean          NOT NULL DEFAULT false,
    issuer       text COLLATE "C",
    subject      text COLLATE "C",
    language     text COLLATE "C" NOT NULL DEFAULT 'nb',
    made_at      timestamptz      NOT NULL,
    disabled_at  timestamptz,
    failures     integer          NOT NULL DEFAULT 0, -- wrong passwords since the last right one
    failed_at    timestamptz,                         -- the last of them
    UNIQUE (issuer, subject),
    CHECK ((issuer IS NULL) = (subject IS NULL)),
    CHECK ((issuer IS NULL) <> (login IS NULL)),
    CHECK (issuer IS NULL OR argon2 IS NULL)
);

-- A role of a person, and where it holds. (The word GRANT belongs to SQL.)
CREATE TABLE account_grant (
    account  text COLLATE "C" NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role     text COLLATE "C" NOT NULL,
    hospital text COLLATE "C" NOT NULL, -- '*': every hospital
    wards    text[] COLLATE "C",        -- null: all
    zones    text[] COLLATE "C",        -- null: all
    PRIMARY KEY (account, role, hospital)
);

-- A device that is paired: it only looks.
CREATE TABLE screen (
    id              text COLLATE "C" PRIMARY KEY,
    hash            bytea UNIQUE,                         -- of its credential; null until it has fetched one
    next            bytea UNIQUE,                         -- of the one it was given last and has not used yet
    spent           bytea[]          NOT NULL DEFAULT '{}', -- the last two before, newest first
    name            text             NOT NULL,
    place           text             NOT NULL,
    hospital        text COLLATE "C" NOT NULL,
    view            text COLLATE "C" NOT NULL,
    scope           text COLLATE "C" NOT NULL,
    clusters        text[] COLLATE "C" NOT NULL DEFAULT '{}', -- none: the whole scope
    level           smallint         NOT NULL CHECK (level BETWEEN 1 AND 3),
    naming          text COLLATE "C" NOT NULL CHECK (naming IN ('initials', 'name-on-sign-in')),
    diagonal_inches real,
    distance_m      real,
    made_by         text COLLATE "C" NOT NULL,            -- an account
    made_at         timestamptz      NOT NULL,
    last_seen       timestamptz,
    version         text,                                 -- of the page it runs
    stolen_at       timestamptz,                          -- a spent credential was used: both are dead
    revoked_at      timestamptz
);
CREATE INDEX screen_spent ON screen USING gin (spent);
CREATE INDEX screen_hospital ON screen (hospital, id);

-- A code on a screen that waits to be claimed.
CREATE TABLE pairing (
    code    text COLLATE "C" PRIMARY KEY, -- six characters without look-alikes
    secret  bytea       NOT NULL,         -- hash of what the screen asks with
    made_at timestamptz NOT NULL,
    until   timestamptz NOT NULL,
    claimed text COLLATE "C" REFERENCES screen (id) ON DELETE CASCADE,
    address text COLLATE "C" NOT NULL
);
CREATE INDEX pairing_address ON pairing (address, until);

-- Somebody who is signed in on one device.
CREATE TABLE session (
    hash         bytea PRIMARY KEY,
    account      text COLLATE "C" NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device_kind  text COLLATE "C" NOT NULL CHECK (device_kind IN ('own', 'shared', 'wall')),
    screen       text COLLATE "C" REFERENCES screen (id) ON DELETE CASCADE,
    made_at      timestamptz      NOT NULL,
    last_seen    timestamptz      NOT NULL,
    idle_seconds integer          NOT NULL CHECK (idle_seconds > 0),
    until        timestamptz      NOT NULL, -- however busy
    address      text COLLATE "C" NOT NULL,
    agent        text             NOT NULL,
    provider_sid text COLLATE "C",          -- the OpenID provider's session, for its logout
    CHECK ((device_kind = 'wall') = (screen IS NOT NULL))
);
CREATE INDEX session_account ON session (account, made_at);
CREATE INDEX session_provider_sid ON session (provider_sid) WHERE provider_sid IS NOT NULL;
CREATE INDEX session_until ON session (until);

-- What somebody shows or types at a wall instead of name and password: a card's number, or a code made here.
CREATE TABLE wall_key (
    hash    bytea PRIMARY KEY, -- HMAC with a secret of the installation: codes are short
    account text COLLATE "C" NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind    text COLLATE "C" NOT NULL CHECK (kind IN ('card', 'code')),
    made_at timestamptz      NOT NULL,
    UNIQUE (account, kind)
);

-- Somebody who is away at the OpenID provider to sign in. Of no use after a crash: not logged.
CREATE UNLOGGED TABLE provider_attempt (
    state       bytea PRIMARY KEY,          -- hash of what comes back with the answer
    browser     bytea            NOT NULL,  -- hash of the cookie of who set out
    nonce       text COLLATE "C" NOT NULL,
    verifier    text COLLATE "C" NOT NULL,  -- RFC 7636
    destination text COLLATE "C" NOT NULL,  -- a path of ours
    device_kind text COLLATE "C" NOT NULL CHECK (device_kind IN ('own', 'shared')),
    until       timestamptz      NOT NULL
);
CREATE INDEX provider_attempt_until ON provider_attempt (until);

-- The way in while nobody is an administrator: printed once to the operator's console.
CREATE TABLE setup_link (
    hash  bytea PRIMARY KEY,
    until timestamptz NOT NULL
);

-- A system that sends or asks.
CREATE TABLE client (
    id         text COLLATE "C" PRIMARY KEY,
    secret     text               NOT NULL,    -- Argon2id
    name       text               NOT NULL,
    kind       text COLLATE "C"   NOT NULL,    -- record-system, laboratory, ...
    hospital   text COLLATE "C"   NOT NULL,    -- '*': every hospital
    scopes     text[] COLLATE "C" NOT NULL,    -- names of deeds and views
    sources    text[] COLLATE "C",             -- it reports as; null: any
    addresses  cidr[],                         -- it comes from; null: anywhere
    made_at    timestamptz        NOT NULL,
    revoked_at timestamptz,
    declared   boolean            NOT NULL DEFAULT false -- by the clients file; else made by people
);

CREATE TABLE client_token (
    hash   bytea PRIMARY KEY,
    client text COLLATE "C" NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    until  timestamptz      NOT NULL
);
CREATE INDEX client_token_until ON client_token (until);

-- A relation to a patient or a ward that somebody took in an emergency; each one is reviewed.
CREATE TABLE break_glass (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hospital    text COLLATE "C" NOT NULL,
    account     text COLLATE "C" NOT NULL,
    who         text             NOT NULL, -- the name at that time
    stay        text COLLATE "C",          -- opaque key
    ward        text COLLATE "C",
    reason      text             NOT NULL,
    opened_at   timestamptz      NOT NULL,
    until       timestamptz      NOT NULL,
    reviewed_by text COLLATE "C",
    reviewed_at timestamptz,
    review      text,
    CHECK ((stay IS NULL) <> (ward IS NULL)),
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL))
);
CREATE INDEX break_glass_account ON break_glass (account, until);
CREATE INDEX break_glass_hospital ON break_glass (hospital, id);

-- Who saw what about whom. A sitting (an open ward view) has its end in until; the rest are moments.
CREATE TABLE access_log (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key      uuid             NOT NULL UNIQUE, -- given by the writer, so that a second try adds nothing
    at       timestamptz      NOT NULL,
    until    timestamptz,
    hospital text COLLATE "C",          -- null: about no hospital
    who_kind text COLLATE "C" NOT NULL CHECK (who_kind IN ('person', 'screen', 'machine', 'nobody')),
    who      text COLLATE "C",          -- id of the account, screen or client
    name     text             NOT NULL, -- of who, at that time
    role     text COLLATE "C",
    unit     text,                      -- where who belongs: a ward's or a screen's place
    deed     text COLLATE "C" NOT NULL, -- a deed or a view
    view     text COLLATE "C",
    scope    text COLLATE "C",
    level    smallint,
    stay     text COLLATE "C",          -- opaque key
    patient  text COLLATE "C",          -- opaque key
    reason   text,
    address  text COLLATE "C",
    screen   text COLLATE "C",
    member   text COLLATE "C",          -- the process that keeps a sitting; null: no sitting
    outcome  text COLLATE "C" NOT NULL CHECK (outcome IN ('allowed', 'refused'))
);
CREATE INDEX access_log_at ON access_log (at, id);
CREATE INDEX access_log_who ON access_log (who, at);
CREATE INDEX access_log_name ON access_log (lower(name), at);
CREATE INDEX access_log_stay ON access_log (hospital, stay, at) WHERE stay IS NOT NULL;
CREATE INDEX access_log_patient ON access_log (hospital, patient, at) WHERE patient IS NOT NULL;
CREATE INDEX access_log_scope ON access_log (hospital, scope, at) WHERE member IS NOT NULL;
CREATE INDEX access_log_open ON access_log (member) WHERE member IS NOT NULL AND until IS NULL;

-- The processes that keep sittings, and their last sign of life: the end of what they left open.
CREATE TABLE log_keeper (
    member  text COLLATE "C" PRIMARY KEY,
    seen_at timestamptz NOT NULL
);

-- Append only: an end may be set once, and only forget_access_log deletes.
CREATE FUNCTION keep_access_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.until IS NULL AND NEW.until IS NOT NULL
            AND to_jsonb(OLD) - 'until' = to_jsonb(NEW) - 'until' THEN
        RETURN NEW;
    ELSIF TG_OP = 'DELETE' AND current_setting('flyt.forgetting', true) = 'on' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the access log is append only' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER access_log_kept BEFORE UPDATE OR DELETE ON access_log
    FOR EACH ROW EXECUTE FUNCTION keep_access_log();
CREATE TRIGGER access_log_never_emptied BEFORE TRUNCATE ON access_log
    FOR EACH STATEMENT EXECUTE FUNCTION keep_access_log();

-- Deletes what is older than so many days, the oldest 10,000 of it, and answers how many rows that were.
CREATE FUNCTION forget_access_log(now timestamptz, days integer DEFAULT 1826) RETURNS bigint
    LANGUAGE plpgsql SET flyt.forgetting = 'on' AS $$
DECLARE
    gone bigint;
BEGIN
    IF days < 1 THEN
        RAISE EXCEPTION 'days must be at least 1';
    END IF;
    DELETE FROM access_log WHERE id IN (
        SELECT id FROM access_log
        WHERE at < now - make_interval(days => days) AND coalesce(until, at) < now - make_interval(days => days)
        ORDER BY at, id LIMIT 10000);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
