-- What each hospital says in FHIR R4: every resource as the journal last made it. Nobody's name is in it. All of it can be thrown
-- away and is made anew, with new versions, from the journal.
CREATE TABLE fhir_resource (
    hospital text COLLATE "C" NOT NULL,
    type     text COLLATE "C" NOT NULL, -- Encounter
    id       text COLLATE "C" NOT NULL,
    seq      bigint           NOT NULL, -- the event that made it so: its version
    at       timestamptz      NOT NULL, -- hospital time of that event
    json     text,                      -- without meta; null: it is gone
    terms    text[] COLLATE "C" NOT NULL, -- parameter=value for all that finds it
    patients text[] COLLATE "C" NOT NULL, -- opaque keys of those it tells of
    PRIMARY KEY (hospital, type, id)
);
CREATE INDEX fhir_resource_term ON fhir_resource USING gin (terms);

-- Up to which event a hospital has been read.
CREATE TABLE fhir_reading (
    hospital text COLLATE "C" PRIMARY KEY,
    seq      bigint  NOT NULL,
    format   integer NOT NULL -- of the resources
);

-- Who is told of what as it happens.
CREATE TABLE fhir_subscription (
    hospital   text COLLATE "C" NOT NULL,
    id         text COLLATE "C" NOT NULL,
    client     text COLLATE "C" NOT NULL, -- the system whose it is
    base       text             NOT NULL, -- the address at which it asked, for references
    topic      text COLLATE "C" NOT NULL,
    filters    jsonb            NOT NULL, -- lists of terms: one of each must be there
    json       text             NOT NULL, -- the resource as it was asked for
    status     text COLLATE "C" NOT NULL, -- requested, active, error, off
    error      text COLLATE "C",          -- a code
    events     bigint           NOT NULL DEFAULT 0, -- numbers given
    delivered  bigint           NOT NULL DEFAULT 0, -- numbers that the receiver has taken
    changed_at timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (hospital, id)
);
CREATE INDEX fhir_subscription_running ON fhir_subscription (hospital, id) WHERE status <> 'off';

-- What each of them is to be told, or was.
CREATE TABLE fhir_event (
    hospital     text COLLATE "C" NOT NULL,
    subscription text COLLATE "C" NOT NULL,
    number       bigint           NOT NULL, -- from 1, without gaps
    seq          bigint           NOT NULL, -- the event of the journal
    at           timestamptz      NOT NULL, -- hospital time of that
    focus        text COLLATE "C" NOT NULL, -- Location/bed-LUN-301
    made_at      timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (hospital, subscription, number),
    FOREIGN KEY (hospital, subscription) REFERENCES fhir_subscription ON DELETE CASCADE
);
CREATE INDEX fhir_event_age ON fhir_event (made_at);

-- By what a subscription can be bound to a WebSocket, for a while.
CREATE TABLE fhir_token (
    hash         bytea            PRIMARY KEY,
    hospital     text COLLATE "C" NOT NULL,
    subscription text COLLATE "C" NOT NULL,
    until        timestamptz      NOT NULL,
    FOREIGN KEY (hospital, subscription) REFERENCES fhir_subscription ON DELETE CASCADE
);
