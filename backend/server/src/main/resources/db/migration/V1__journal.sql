-- The journal: what happened in each hospital, in one order, and what belongs to it.
-- Keys compare by bytes (COLLATE "C"): the same order on every machine, and no locale to change under an index.

-- A row here is the predecessor of event 1: appending to a hospital that nobody created is impossible.
CREATE TABLE hospital (
    hospital   text COLLATE "C" PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Append only. No foreign key to hospital: the fence of each append proves more, and a key check per row costs.
CREATE TABLE event (
    hospital    text COLLATE "C" NOT NULL,
    seq         bigint           NOT NULL CHECK (seq > 0),
    recorded_at timestamptz      NOT NULL, -- hospital time, never goes back along seq
    occurred_at timestamptz      NOT NULL,
    type        text COLLATE "C" NOT NULL, -- stable name, never a class name
    source      text COLLATE "C" NOT NULL,
    message_id  text COLLATE "C" NOT NULL,
    actor       text COLLATE "C",          -- opaque key
    stay        text COLLATE "C",          -- opaque key of the stay it is about, if it is about one
    body        jsonb            NOT NULL,
    PRIMARY KEY (hospital, seq)
);
CREATE INDEX event_stay ON event (hospital, stay, seq) WHERE stay IS NOT NULL;
CREATE INDEX event_recorded ON event (hospital, recorded_at, seq);
-- Every start and every member asks for the definition in force. It may be a million events back, and there are few.
CREATE INDEX event_definition ON event (hospital, seq) WHERE type = 'HospitalDefined';

-- The first outcome of every input, against repeats.
CREATE TABLE input (
    hospital    text COLLATE "C" NOT NULL,
    source      text COLLATE "C" NOT NULL,
    message_id  text COLLATE "C" NOT NULL,
    hash        bytea            NOT NULL, -- of the content
    outcome     jsonb            NOT NULL,
    seq         bigint,                    -- of its last event; null when it made none
    recorded_at timestamptz      NOT NULL,
    PRIMARY KEY (hospital, source, message_id, hash)
);

CREATE TABLE snapshot (
    hospital    text COLLATE "C" NOT NULL,
    seq         bigint           NOT NULL, -- the state after this event
    recorded_at timestamptz      NOT NULL, -- of that event
    format      integer          NOT NULL,
    body        bytea            NOT NULL, -- gzip
    PRIMARY KEY (hospital, seq)
);
ALTER TABLE snapshot ALTER COLUMN body SET STORAGE EXTERNAL; -- it is compressed already

-- Names of people. The only place that has them; the journal knows the keys.
CREATE TABLE identity (
    hospital   text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    kind       text COLLATE "C" NOT NULL,
    number     text COLLATE "C",
    given      text,
    family     text,
    birth_date date,
    protected  boolean,                    -- null: nobody has said
    changed_at timestamptz      NOT NULL,
    PRIMARY KEY (hospital, key)
);

-- Random values of this installation.
CREATE TABLE secret (
    name  text COLLATE "C" PRIMARY KEY,
    value bytea NOT NULL
);
